"""Stamp beside the indexes that says of which state of which database they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.folder_sync import sync_folder
from findling.index.vectors.index_files import create_part, move_into_place, writing

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "stamp"


def read_stamp(folder: Path) -> bytes | None:
    """Return the stamp of the folder that holds all indexes; None where there is none."""
    try:
        return bytes.fromhex((folder / _NAME).read_text("ascii"))
    except (OSError, ValueError):
        return None


def write_stamp(folder: Path, stamp: bytes) -> None:
    """Replace the stamp durably and atomically.

    Raises:
        LibraryError: the disk is full, or refuses.
    """
    with writing(folder):
        part = create_part(folder / _NAME)
        part.write_text(stamp.hex(), "ascii")
        move_into_place(part, folder / _NAME)
        sync_folder(folder)
