"""Program that installs the bundled model like any other from the hub that $HF_ENDPOINT names.

    python tests/installprogram.py FOLDER

It prints a line for each step, then "done"; what goes wrong in Findling's own words goes to standard error.
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

from findling.domain.job_progress import Transfer
from findling.embedding.catalogue import ModelSpec, find_model, read_catalogue
from findling.embedding.install.hub_source import HubSource
from findling.embedding.install.installer import Installer
from findling.embedding.model_store import ModelStore
from findling.errors import FindlingError
from modelhub import COMMIT

NAME = "minilm-of-the-hub"


def published() -> ModelSpec:
    """Return the bundled model's files as a repository that is not bundled."""
    bundled = find_model("all-MiniLM-L6-v2", read_catalogue())
    return dataclasses.replace(bundled, id=NAME, source="tests/minilm", revision=COMMIT, bundled=False)


def main() -> int:
    store = ModelStore(Path(sys.argv[1]), [published()])
    try:
        Installer(store, report=_show).install(published(), HubSource(published()))
    except FindlingError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print("done")
    return 0


def _show(transfer: Transfer) -> None:
    print(f"{transfer.file} {transfer.done} {transfer.total}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
