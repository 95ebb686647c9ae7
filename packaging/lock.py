"""Renews the exact versions and hashes that a set-up installs, after a change in pyproject.toml."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
SELECTIONS = {
    "requirements.lock": ["--no-default-groups"],
    "requirements-build.lock": ["--only-group", "build"],
    "requirements-dev.lock": ["--only-group", "dev"],
    "requirements-freeze.lock": ["--only-group", "freeze"],
    "requirements-native.lock": ["--only-group", "native"],
}
"""Each lock file, and the options that choose what stands in it."""


def lock(uv: str, upgrade: bool) -> None:
    """Resolve for every supported Python and platform at once, then write one file a selection.

    The resolver's own record names the hosts it asked, so it stays out of the project; what is exported names none.
    """
    subprocess.run([uv, "lock", *(["--upgrade"] if upgrade else [])], cwd=FOLDER.parent, check=True)
    for name, options in SELECTIONS.items():
        export = [uv, "export", "--frozen", "--quiet", "--format", "requirements.txt", "--no-header", "--no-annotate"]
        export += ["--no-emit-project", *options, "--output-file", str(FOLDER / name)]
        subprocess.run(export, cwd=FOLDER.parent, check=True, stdout=subprocess.DEVNULL)


def find_stale(project: Mapping[str, Any], name: str, text: str) -> list[str]:
    """Return what a project asks of a lock and the lock does not hold; needs the library `packaging`.

    Args:
        project: pyproject.toml.
        name: the lock's, of `SELECTIONS`.
        text: what is in it.
    """
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    pins: dict[str, list[str]] = {}
    for line in text.splitlines():
        if re.match(r"[a-z]", line):
            pin = Requirement(line.removesuffix("\\").strip())
            pins.setdefault(canonicalize_name(pin.name), []).append(next(iter(pin.specifier)).version)
    asked = map(Requirement, _list_asked(project, name))
    return [
        str(each) for each in asked if not any(map(each.specifier.contains, pins.get(canonicalize_name(each.name), ())))
    ]


def _list_asked(project: Mapping[str, Any], name: str) -> list[str]:
    groups = project["dependency-groups"]
    asked: list[str] = []

    def add(group: str) -> None:
        for entry in groups[group]:
            if isinstance(entry, str):
                asked.append(entry)
            else:
                add(entry["include-group"])

    group = name.removeprefix("requirements").removesuffix(".lock").removeprefix("-")
    if group:
        add(group)
    else:
        asked += project["project"]["dependencies"]
    return asked


def main() -> int:
    """Renew the locks; with --upgrade, to the newest versions that pyproject.toml allows."""
    uv = shutil.which("uv")
    if uv is None:
        print("uv is not on the PATH. Install it (python3 -m pip install uv), then run this again.", file=sys.stderr)
        return 3
    try:
        lock(uv, upgrade="--upgrade" in sys.argv[1:])
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
