"""Lexical index of a library that stays open from one query to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import IndexDamagedError
from findling.index.lexical.lexical_reader import LexicalReader

if TYPE_CHECKING:
    from pathlib import Path


class LexicalIndex:
    """The lexical index, refreshed before each query."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reader: LexicalReader | None = None

    def current(self) -> LexicalReader | None:
        """Return the latest commit; None if there is none or it is damaged."""
        try:
            if self._reader is None:
                self._reader = LexicalReader.open(self._folder)
            else:
                self._reader.refresh()
        except IndexDamagedError:
            self._reader = None
        return self._reader
