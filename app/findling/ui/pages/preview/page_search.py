"""Looking for words through the pages of a document, one page after the other, since each must be read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.processes.reader.messages import DrawPage, PageDrawn, Superseded
from findling.ui.pages.preview.page_cache import MARKS_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient


class PageSearch(QObject):
    """A search that goes on until it comes to a page with the words, comes round, or is stopped."""

    looking = Signal(int)
    """It has come to this page."""
    found = Signal(int, int)
    """The words stand on this page, so many times."""
    ended = Signal()
    """They stand on none."""

    def __init__(self, link: SearchClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._search = 0
        self._number = 0

    def start(self, path: Path, pages: int, words: str, first: int, step: int) -> None:
        """Look through all pages of a document once, from the first one on, ahead or back."""
        self.stop()
        order = iter([(first - 1 + step * offset) % pages + 1 for offset in range(pages)])
        self._ask(self._search, path, words, order)

    def stop(self) -> None:
        """End it, silently."""
        self._search += 1
        if self._number:
            self._link.forget(self._number)
            self._number = 0

    def _ask(self, search: int, path: Path, words: str, order: Iterator[int]) -> None:
        page = next(order, 0)
        if not page:
            self.ended.emit()
            return
        self.looking.emit(page)

        def receive(reply: Reply, _final: bool) -> None:
            if search == self._search:
                self._receive(reply, search, path, words, order)

        self._number = self._link.ask(DrawPage(path, page, MARKS_WIDTH, (words,)), receive)

    def _receive(self, reply: Reply, search: int, path: Path, words: str, order: Iterator[int]) -> None:
        match reply:
            case PageDrawn(image) if image.marks and image.marks[0]:
                self.found.emit(image.page, len(image.marks[0]))
            case Superseded():
                self.ended.emit()
            case _:
                self._ask(search, path, words, order)
