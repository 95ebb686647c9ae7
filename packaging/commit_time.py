"""Time that everything built from a commit bears, so that it is the same whenever it is built."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def read_commit_time() -> int:
    """Return when what is built was committed, in seconds since 1970.

    Where it is told, as SOURCE_DATE_EPOCH (reproducible-builds.org), that is believed.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        command = ["git", "-C", str(Path(__file__).resolve().parent), "log", "-1", "--format=%ct"]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return int(told)
