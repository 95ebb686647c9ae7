"""Comparison of the chosen file with the keeper: two columns of text, or pages side by side."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from findling.format_table import format_of
from findling.formats import PreviewMethod
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import Compare, SideBySide
from findling.processes.reader.preview_messages import DocumentShown, ShowDocument
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.pages.duplicates.comparison_view import ComparisonView
from findling.ui.pages.duplicates.duplicate_labels import share_label
from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.pages_view import PagesView
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import ElidedLabel, IconButton, Label
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QScrollBar

    from findling.domain.duplicates import Member
    from findling.domain.preview import Preview
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme


class PagePair(QWidget):
    """Two documents' pages, scrolled together."""

    refused = Signal(str)
    """A document cannot be shown: why, and what the user can do."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)
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
        """Show two documents from their beginning; do nothing if they are shown already."""
        if self._files == (first, second):
            return
        self._files = (first, second)
        self._previews = []
        # One after the other: a document that is asked for drops all others that wait to be shown.
        self._polling.ask_instead(ShowDocument(first))

    def step(self, by: int) -> None:
        """Scroll forward by most of a page, or back."""
        bar = self._bars[0]
        bar.setValue(bar.value() + by * bar.pageStep() * 9 // 10)

    @property
    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        first, second = (view.findChildren(QAbstractScrollArea)[0] for view in self._views)
        return first.verticalScrollBar(), second.verticalScrollBar()

    def _handle_reply(self, reply: Reply) -> None:
        if isinstance(reply, Failed):
            self._files = None
            self.refused.emit(describe(reply.notice))
        if not isinstance(reply, DocumentShown) or self._files is None:
            return
        self._previews.append(reply.preview)
        if len(self._previews) == 1:
            self._polling.ask(ShowDocument(self._files[1]))
            return
        for view, preview in zip(self._views, self._previews, strict=True):
            view.show_preview(preview, Passages())
            view.release()

    def _follow(self, one: QScrollBar, other: QScrollBar) -> None:
        """Scroll the other bar to the same share of its length, without feedback."""
        if self._following or not one.maximum():
            return
        self._following = True
        other.setValue(round(other.maximum() * one.value() / one.maximum()))
        self._following = False


_DELAY_MS = 120
_SLOW_MS = 300


class ComparisonPane(QWidget):
    """Two files side by side, compared once the selection has rested for a moment."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: tuple[Member, Member] | None = None
        self._identical = False
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self._ask)
        self._wait_timer = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._wait_timer.timeout.connect(self._show_waiting)
        self._first, self._second = ElidedLabel(role="meta"), ElidedLabel(role="meta")
        self._words = Label(role="meta", wraps=False)
        self._previous = IconButton(theme, "chevron-up", self.tr("Previous difference"))
        self._next = IconButton(theme, "chevron-down", self.tr("Next difference"))
        self._turn = IconButton(theme, "columns-2", self.tr("Show the pages side by side"))
        self._turn.setCheckable(True)
        self.sides = ComparisonView(theme)
        self.pages = PagePair(link, theme)
        self._empty = EmptyState(theme, "no-preview", self.tr("Choose a file to compare it with the one that stays."))
        self._views = QStackedWidget()
        for view in (self._empty, self.sides, self.pages):
            self._views.addWidget(view)
        self._lay_out()
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._turn.toggled.connect(self._show_view)
        self._empty.acted.connect(self._ask)
        self.pages.refused.connect(self._show_page_error)
        self.compare(None, None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the text; a focus proxy would break the tab order."""
        super().focusInEvent(event)
        self.sides.setFocus(event.reason())

    def compare(self, keep: Member | None, other: Member | None, *, identical: bool = False) -> None:
        """Compare a file with the keeper; clear the pane if they are the same file."""
        self._identical = identical
        pair = (keep, other) if keep and other and keep.path != other.path else None
        if pair and self._pair and list(map(_sign, pair)) == list(map(_sign, self._pair)):
            return
        self._pair = pair
        self._polling.forget()
        self._wait_timer.stop()
        for label, member in ((self._first, keep), (self._second, other)):
            label.show_name(_name(*pair, member) if pair and member else "", str(member.path) if member else "")
        has_pages = pair is not None and all(format_of(each.kind).preview is PreviewMethod.PAGES for each in pair)
        self._turn.setVisible(has_pages)
        if not has_pages:
            self._turn.setChecked(False)
        self._enable(differences=0)
        if pair is None:
            self._words.setText("")
            self._show_message(self.tr("Choose a file to compare it with the one that stays."))
            return
        self._delay.start()

    def step(self, by: int) -> None:
        """Go to the next difference, or with -1 to the previous one."""
        if self._views.currentWidget() is self.sides:
            self.sides.step(by)
        elif self._views.currentWidget() is self.pages:
            self.pages.step(by)

    def _ask(self) -> None:
        if self._pair:
            keep, other = self._pair
            self._wait_timer.start()
            self._polling.ask_instead(Compare(keep.path, other.path))
            self._show_pages()

    def _handle_reply(self, reply: Reply) -> None:
        self._wait_timer.stop()
        match reply:
            case SideBySide(_, _, pair, rows):
                self.sides.show_rows(rows)
                differences = len(self.sides.differences)
                self._enable(differences)
                similarity = self.tr("{share} alike").format(share=share_label(pair.similarity))
                counted = self.tr("%Ln difference(s)", "", differences)
                self._words.setText(f"{similarity} · {counted}" if differences else self.tr("The same words"))
                self._show_view()
            case Failed() if self._identical:
                self._show_message(self.tr("The same to the byte. There is no text to compare."))
            case Failed(notice):
                self._show_message(describe(notice), self.tr("Try again"), "trouble")

    def _enable(self, differences: int) -> None:
        for button in (self._previous, self._next):
            button.setEnabled(differences > 0 or self._turn.isChecked())

    def _show_view(self) -> None:
        self._views.setCurrentWidget(self.pages if self._turn.isChecked() else self.sides)
        self._enable(len(self.sides.differences))
        self._show_pages()

    def _show_pages(self) -> None:
        if self._turn.isChecked() and self._pair:
            keep, other = self._pair
            self.pages.show_files(keep.path, other.path)

    def _show_page_error(self, words: str) -> None:
        self._turn.setChecked(False)
        self._show_message(words, self.tr("Show the text"), "trouble")

    def _show_waiting(self) -> None:
        self._show_message(self.tr("Comparing…"))

    def _show_message(self, words: str, action: str = "", drawing: str = "no-preview") -> None:
        self._empty.set_words(words, action, drawing)
        self._views.setCurrentWidget(self._empty)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.XS)
        top.addWidget(self._words, 1)
        for button in (self._turn, self._previous, self._next):
            top.addWidget(button)
        names = QHBoxLayout()
        names.setSpacing(Spacing.XL)
        names.addWidget(self._first, 1)
        names.addWidget(self._second, 1)
        header = QVBoxLayout()
        header.setContentsMargins(Spacing.L, Spacing.S, Spacing.S, Spacing.S)
        header.setSpacing(Spacing.XS)
        header.addLayout(top)
        header.addLayout(names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._views, 1)


def _name(one: Member, other: Member, shown: Member) -> str:
    """Return a file's name, with its folder if both have the same name."""
    path = shown.path
    return one_line(path.name if one.path.name != other.path.name else f"{path.parent.name}{os.sep}{path.name}")


def _sign(member: Member) -> tuple[object, ...]:
    """Return a key that changes with the file's content."""
    return member.path, member.modified_ns, member.size
