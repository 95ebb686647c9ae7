"""View of a document of pages, or of a picture, with a search page by page."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from findling.domain.preview import PreviewForm
from findling.processes.reader.preview_messages import DrawPage, PageDrawn
from findling.processes.reader.superseded_reply import Superseded
from findling.ui.pages.preview.document_view import DocumentView, Findings, Passages
from findling.ui.pages.preview.mail_headers import MailHeaders
from findling.ui.pages.preview.page_cache import MARKS_WIDTH, PageCache
from findling.ui.pages.preview.page_canvas import SEARCHED_WORDS, PageCanvas, PageSpot
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.preview import Preview
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme


_NOWHERE = (0, 0, 0)


class PageSearch(QObject):
    """Search page by page, until a page has the words, all were searched, or it is stopped."""

    looking = Signal(int)
    """Number of the page that is being searched."""
    found = Signal(int, int)
    """The page with the words, and the number of occurrences."""
    ended = Signal()
    """No page has the words."""

    def __init__(self, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._search = 0
        self._number = 0

    def start(self, sought: DrawPage, pages: int, step: int) -> None:
        """Search all pages once for the text or words of `sought`, from its page on.

        It goes ahead or back by `step`.
        """
        self.stop()
        order = iter([(sought.page - 1 + step * offset) % pages + 1 for offset in range(pages)])
        self._ask(self._search, sought, order)

    def stop(self) -> None:
        """Cancel the search without a signal."""
        self._search += 1
        if self._number:
            self._link.forget(self._number)
            self._number = 0

    def _ask(self, search: int, sought: DrawPage, order: Iterator[int]) -> None:
        page = next(order, 0)
        if not page:
            self.ended.emit()
            return
        self.looking.emit(page)

        def receive(reply: Reply, _final: bool) -> None:
            if search == self._search:
                self._receive(reply, search, sought, order)

        self._number = self._link.ask(replace(sought, page=page), receive)

    def _receive(self, reply: Reply, search: int, sought: DrawPage, order: Iterator[int]) -> None:
        match reply:
            case PageDrawn(image) if marks := (*chain.from_iterable(image.marks), *image.word_marks):
                self.found.emit(image.page, len(marks))
            case Superseded():
                self.ended.emit()
            case _:
                self._ask(search, sought, order)


class PagesView(DocumentView):
    """View of pages as pictures."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._pages = 0
        self._is_picture = False
        self._passages = Passages()
        self._words = ""
        self._word = _NOWHERE
        self._is_wordless = False
        self._findings = Findings()
        self._step = 1
        self._cache = PageCache(link, self)
        self._cache.drawn.connect(self._receive_page)
        self._page_search = PageSearch(link, self)
        self._page_search.looking.connect(lambda page: self._emit_findings(Findings(count=None, looking=page)))
        self._page_search.found.connect(self._show_found)
        self._page_search.ended.connect(lambda: self._emit_findings(Findings()))
        self._word_search = PageSearch(link, self)
        self._word_search.found.connect(
            lambda page, count: self._go_to_word(page, 1 if self._step > 0 else count, count)
        )
        self._word_search.ended.connect(self._give_up_words)
        self._canvas = PageCanvas(self._cache, theme)
        self._canvas.page_changed.connect(self._name_page)
        self.take_zoom_from(self._canvas)
        self.take_zoom_from(self._canvas.viewport())
        self.setFocusProxy(self._canvas)
        self._headers = MailHeaders(theme)
        fill(QVBoxLayout(self), self._headers, (self._canvas, 1))

    def show_preview(self, preview: Preview, passages: Passages) -> None:
        """Show another document at its current passage."""
        self._page_search.stop()
        self.hold()
        self._path, self._pages, self._passages, self._words = preview.path, len(preview.sizes), passages, ""
        self._is_picture = preview.form is PreviewForm.IMAGE
        self._findings = Findings()
        self._word, self._is_wordless = _NOWHERE, False
        self._word_search.stop()
        self._headers.show_headers(preview.headers)
        self._cache.open(preview.path, self._needles(), self._searched())
        self._canvas.show_pages(preview.sizes, self._passage_spot(), whole=self._is_picture)

    def mark(self, passages: Passages) -> None:
        """Mark other passages and go to the current one."""
        self._passages, self._word, self._is_wordless = passages, _NOWHERE, False
        self._cache.set_needles(self._needles(), self._searched())
        self._look_at_passage()

    def step_word(self, step: int) -> bool:
        """Go to the next or previous word that was searched for, on this page or further on."""
        if self._path is None or not self._searched() or self._is_wordless:
            return False
        self._step = step
        page, at, count = self._word
        if not at:
            page, at = self._canvas.page, 0 if step > 0 else 1
            count = len(self._cache.word_marks(page))
        if 1 <= at + step <= count:
            self._go_to_word(page, at + step, count)
        else:
            first = page + step if count or at else page
            self._word_search.start(DrawPage(self._path, first, MARKS_WIDTH, words=self._searched()), self._pages, step)
        return True

    def search(self, words: str) -> None:
        """Search for words from the current page on."""
        self._words = words.strip()
        self._cache.set_needles(self._needles(), self._searched())
        self._page_search.stop()
        if self._words:
            self._seek(self._canvas.page, 1)
        else:
            self._findings = Findings()
            self._canvas.point_at(self._passage_spot())

    def search_next(self, step: int) -> None:
        """Go to the next occurrence on this page, or search the following pages."""
        if not self._words or self._findings.looking:
            return
        at, here = self._findings.at, self._findings
        if here.page and here.count and 1 <= at + step <= here.count:
            self._go(here.page, at + step, here.count)
        else:
            self._seek((here.page or self._canvas.page) + step, step)

    def zoom(self, step: int) -> None:
        """Zoom the pages."""
        self._canvas.zoom(step)

    def stop(self) -> None:
        """Close the document."""
        self._page_search.stop()
        self._word_search.stop()
        self._cache.close()

    def _needles(self) -> tuple[str, ...]:
        """Return the texts to mark: passages, the answering sentence, and what the user looks for."""
        return (*self._passages.texts, *filter(None, (self._passages.answer, self._words)))

    def _searched(self) -> str:
        return "" if self._is_picture else self._passages.words

    def _look_at_passage(self) -> None:
        spot = self._passage_spot()
        if spot is not None:
            self._canvas.look_at(spot)

    def _passage_spot(self) -> PageSpot | None:
        hit = self._passages.current
        # A picture is one page, and has no number.
        page = min(hit.page or int(self._is_picture), self._pages) if hit else 0
        if not page:
            return None
        return PageSpot(page, self._passages.at, answer=len(self._passages.texts) if self._passages.answer else None)

    def _seek(self, first: int, step: int) -> None:
        if self._path is not None and self._pages:
            self._step = step
            self._page_search.start(DrawPage(self._path, first, MARKS_WIDTH, (self._words,)), self._pages, step)

    def _show_found(self, page: int, count: int) -> None:
        self._go(page, 1 if self._step > 0 else count, count)

    def _go(self, page: int, at: int, count: int) -> None:
        self._emit_findings(Findings(at=at, count=count, page=page))
        self._canvas.look_at(PageSpot(page, len(self._needles()) - 1, at - 1))

    def _show_found_word(self, page: int, count: int) -> None:
        self._go_to_word(page, 1 if self._step > 0 else count, count)

    def _go_to_word(self, page: int, at: int, count: int) -> None:
        self._word = (page, at, count)
        self.counted.emit(at, count)
        self._canvas.look_at(PageSpot(page, SEARCHED_WORDS, at - 1))

    def _give_up_words(self) -> None:
        """Leave stepping to the passages: no page has a word."""
        self._is_wordless = True

    def _emit_findings(self, findings: Findings) -> None:
        self._findings = findings
        self.found.emit(findings)

    def _receive_page(self, page: int) -> None:
        if page == self._canvas.page:
            self.release()
            if not self._word[1]:
                self.counted.emit(0, len(self._cache.word_marks(page)))

    def _name_page(self, page: int, pages: int) -> None:
        words = self.tr("Picture") if self._is_picture else self.tr("Page {page} of {pages}")
        self._canvas.setAccessibleName(words.format(page=page, pages=pages))
        if not self._is_picture:
            self.page_changed.emit(page, pages)
