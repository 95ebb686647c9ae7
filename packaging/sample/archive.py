"""Zip files that come out the same, byte for byte, whenever they are made."""

from __future__ import annotations

import zipfile
from pathlib import Path

_DATE = (2025, 11, 20, 12, 0, 0)


def write_archive(path: Path, members: dict[str, bytes]) -> None:
    """Write members in their order; the first one is stored, not packed, as OpenDocument and EPUB want `mimetype`."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, data) in enumerate(members.items()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(entry, data)


def settle(path: Path) -> None:
    """Replace the dates that a library wrote into a zip file by one that does not change."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    write_archive(path, members)
