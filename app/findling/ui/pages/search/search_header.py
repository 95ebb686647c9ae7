"""Header of the Search page: the box, the filter chips, the count and the notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from findling.domain.search import SortOrder, TypingStage
from findling.processes.reader.search_messages import SearchRequest, SearchShared
from findling.ui.i18n.formatting import count, one_line
from findling.ui.i18n.notices import describe
from findling.ui.pages.search.filter_chips import ChipBar
from findling.ui.pages.search.search_box import SearchBox
from findling.ui.pages.search.sort_button import SortButton
from findling.ui.pages.search.source_button import SourceButton
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel
from findling.ui.widgets.offered_action import OfferedAction
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from findling.domain.search import Answer
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.search.box_proposals import BoxProposals
    from findling.ui.pages.search.filter_menu import FilterMenus
    from findling.ui.theme.theme import Theme

_BLANK_MS = 300
"""Time for which the last count stays while the next is on its way: most come sooner, and a flicker says nothing."""
_SLOW_MS = 3_000


class CountLine(ElidedLabel):
    """Number of results and duration of the search, or a note that it takes long."""

    def __init__(self) -> None:
        super().__init__(role="meta", elide=Qt.TextElideMode.ElideRight)
        self.hide()
        self._is_waiting = False
        self._words = ""
        self._blank = QTimer(self, singleShot=True, interval=_BLANK_MS)
        self._blank.timeout.connect(self.hide)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(lambda: self._show_text(self.tr("Search is taking long…")))

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that an answer is awaited, or no longer."""
        if waiting == self._is_waiting:
            return
        self._is_waiting = waiting
        for timer in (self._blank, self._slow):
            timer.start() if waiting else timer.stop()

    def show_count(self, number: int, took_ms: float, *, more: bool) -> None:
        """Show the number of files, of which there may be more, and the duration in milliseconds."""
        self._blank.stop()
        words = self.tr("%Ln+ file(s)", "", number) if more else self.tr("%Ln file(s)", "", number)
        self._words = self.tr("{files} · {time} ms").format(files=words, time=count(round(took_ms)))
        self._show_text(self._words)
        self.setVisible(number > 0)

    def show_remark(self, remark: str = "", reason: str = "") -> None:
        """Show a few words beside the count, with the reason as tooltip and accessible description."""
        self._say(self._with(remark), reason)

    def extra_width(self, remark: str) -> int:
        """Return the additional width with a remark, in pixels."""
        return self.fontMetrics().horizontalAdvance(self._with(remark)) - self.width()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the count alone: a remark must not make the window wider."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words), super().minimumSizeHint().height())

    def _with(self, remark: str) -> str:
        return self.tr("{count} · {remark}").format(count=self._words, remark=remark) if remark else self._words

    def _show_text(self, words: str) -> None:
        self._say(words, "")
        self.show()

    def _say(self, words: str, reason: str) -> None:
        self.show_name(words, reason)
        self.setAccessibleDescription(reason)


class SearchHeader(QWidget):
    """Search box, filter chips, count, notes and their remedies."""

    def __init__(
        self,
        link: ReaderClient,
        theme: Theme,
        proposals: BoxProposals,
        menus: FilterMenus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.box = SearchBox(theme, proposals)
        self.chips = ChipBar(theme, menus)
        self._count = CountLine()
        self._notes = QLabel(wordWrap=True)
        set_role(self._notes, "soft")
        self._notes.hide()
        self.remedies = RemedyButtons()
        self.sort = SortButton(theme)
        self.sort.hide()
        self.source = SourceButton(link, theme)
        count_and_order = fill(QHBoxLayout(), self._count, self.sort, self.source, spacing=Spacing.XS)
        line = fill(QHBoxLayout(), (self.chips, 1), count_and_order, spacing=Spacing.M)
        fill(
            QVBoxLayout(self),
            self.box,
            line,
            self._notes,
            self.remedies,
            margins=(Spacing.L, Spacing.L, Spacing.L, Spacing.S),
            spacing=Spacing.S,
        )
        self.setFocusProxy(self.box)

    def make_question(self, text: str) -> SearchRequest | SearchShared:
        """Return the question for a text, in the chosen library, mode and order."""
        if self.source.is_shared:
            return SearchShared(text, self.box.mode, order=self.sort.order)
        stage = TypingStage.TYPING if self.box.is_typing else TypingStage.DONE
        return SearchRequest(text, self.box.mode, stage=stage, order=self.sort.order)

    def showEvent(self, event: QShowEvent) -> None:
        """Look whether there is a choice of what to search."""
        super().showEvent(event)
        self.source.refresh()

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that an answer is awaited, or no longer."""
        self.box.set_waiting(waiting=waiting)
        self._count.set_waiting(waiting=waiting)

    def show_answer(self, answer: Answer, number: int, *, more: bool) -> None:
        """Show the notes of an answer and the number of shown results, of which there may be more."""
        self._notes.setText(one_line(" · ".join(map(describe, answer.notes))))
        self._notes.setVisible(bool(answer.notes))
        self.remedies.show_offers([offer for each in answer.notes for offer in find_offers(each)])
        self._count.show_count(number, answer.took_ms, more=more)
        # What is like a file has but one order.
        self.sort.setVisible(number > 0 and self.chips.likeness == "")

    def offered(self) -> list[OfferedAction]:
        """Return what can be searched, and the orders of the results where any are to be sorted."""
        if self.sort.isHidden():
            return self.source.offered()
        return self.source.offered() + [
            OfferedAction(words=self.sort.describe(order), icon="list-ordered", do=partial(self.sort.choose, order))
            for order in SortOrder
        ]

    def clear(self) -> None:
        """Hide everything about results."""
        self._count.hide()
        self.sort.hide()
        self._notes.hide()
        self.remedies.show_offers(())

    def show_remark(self, words: str = "", reason: str = "") -> None:
        """Show words beside the count, or as its tooltip where rows would move.

        A reason is the tooltip in any case.
        """
        if not words:
            self._count.show_remark()
            return
        room = self.chips.width() - self._count.extra_width(words)
        fits = self.chips.heightForWidth(room) <= self.chips.height()
        self._count.show_remark(words if fits else "", reason or words)
