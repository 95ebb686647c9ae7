"""Folder of links to an index that lies read-only: tantivy takes a lock even to read."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path


class LinkedFolder:
    """Temporary folder, its owner's alone, of links to an index's files; goes with this object."""

    def __init__(self, folder: Path) -> None:
        """Link the files of a folder.

        Raises:
            OSError: this system, or its temporary folder, takes no links.
        """
        self._folder = folder.absolute()
        self.path = Path(tempfile.mkdtemp(prefix="findling-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
        self.update()

    def update(self) -> None:
        """Link what has come, and unlink what has gone.

        Raises:
            OSError: no links can be made.
        """
        there = {entry.name for entry in self._folder.iterdir() if not entry.name.endswith(".lock")}
        linked = {entry.name for entry in self.path.iterdir() if entry.is_symlink()}
        for name in linked - there:
            (self.path / name).unlink()
        for name in there - linked:
            (self.path / name).symlink_to(self._folder / name)
