"""The pages of two documents side by side, scrolled together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QWidget

from findling.ipc.failures import Failed
from findling.processes.reader.messages import DocumentShown, ShowDocument
from findling.ui.i18n.notices import describe
from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.pages_view import PagesView
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QScrollBar

    from findling.domain.preview import Preview
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient
    from findling.ui.theme.theme import Theme


class PagePair(QWidget):
    """Two documents' pages; where one is scrolled the other follows."""

    refused = Signal(str)
    """A document cannot be shown: why, and what the person can do."""

    def __init__(self, link: SearchClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inquiry = Polling(link, self._hear, rest_ms=0, parent=self)
        self._views = (PagesView(link, theme), PagesView(link, theme))
        self._files: tuple[Path, Path] | None = None
        self._previews: list[Preview] = []
        self._following = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.XS)
        for view in self._views:
            row.addWidget(view, 1)
        for one, other in (self._bars, self._bars[::-1]):
            one.valueChanged.connect(lambda _, one=one, other=other: self._follow(one, other))

    def show_files(self, first: Path, second: Path) -> None:
        """Show two documents from their beginning; those that are shown already stay as they are."""
        if self._files == (first, second):
            return
        self._files = (first, second)
        self._previews = []
        # One after the other: a document that is asked for drops all others that wait to be shown.
        self._inquiry.ask_instead(ShowDocument(first))

    def step(self, by: int) -> None:
        """Go on by most of a view's height, or back."""
        bar = self._bars[0]
        bar.setValue(bar.value() + by * bar.pageStep() * 9 // 10)

    @property
    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        first, second = (view.findChildren(QAbstractScrollArea)[0] for view in self._views)
        return first.verticalScrollBar(), second.verticalScrollBar()

    def _hear(self, reply: Reply) -> None:
        if isinstance(reply, Failed):
            self._files = None
            self.refused.emit(describe(reply.notice))
        if not isinstance(reply, DocumentShown) or self._files is None:
            return
        self._previews.append(reply.preview)
        if len(self._previews) == 1:
            self._inquiry.ask(ShowDocument(self._files[1]))
            return
        for view, preview in zip(self._views, self._previews, strict=True):
            view.show_preview(preview, Passages())
            view.release()

    def _follow(self, one: QScrollBar, other: QScrollBar) -> None:
        """Scroll the other to the same share of its length; not back again by that."""
        if self._following or not one.maximum():
            return
        self._following = True
        other.setValue(round(other.maximum() * one.value() / one.maximum()))
        self._following = False
