"""Header of the Search page: the box, the filter chips, the count and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from findling.ui.i18n.formatting import count, one_line
from findling.ui.i18n.notices import describe
from findling.ui.pages.search.filter_chips import ChipBar
from findling.ui.pages.search.search_box import SearchBox
from findling.ui.theme.roles import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.ui.pages.search.filter_menu import FilterMenus
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.theme.theme import Theme

_BLANK_MS = 300
"""How long the last count stays while the next is on its way: most come sooner, and a flicker says nothing."""
_SLOW_MS = 3_000


class CountLine(QLabel):
    """The count at the trailing end of the chips, and a word where it is long in coming."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "meta")
        self.hide()
        self._waits = False
        self._words = ""
        self._blank = QTimer(self, singleShot=True, interval=_BLANK_MS)
        self._blank.timeout.connect(self.hide)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(lambda: self._say(self.tr("Search is taking long…")))

    def wait(self, *, waiting: bool) -> None:
        """An answer is awaited, or is no more."""
        if waiting == self._waits:
            return
        self._waits = waiting
        for timer in (self._blank, self._slow):
            timer.start() if waiting else timer.stop()

    def show_count(self, number: int, took_ms: float, *, more: bool) -> None:
        """Say what an answer holds.

        Args:
            number: of files.
            took_ms: how long it took, in milliseconds.
            more: there may be more files than that.
        """
        self._blank.stop()
        words = self.tr("%Ln+ file(s)", "", number) if more else self.tr("%Ln file(s)", "", number)
        self._words = self.tr("{files} · {time} ms").format(files=words, time=count(round(took_ms)))
        self._say(self._words)
        self.setVisible(number > 0)

    def add(self, remark: str = "", reason: str = "") -> None:
        """Say something beside the count.

        Args:
            remark: a few words; "" for nothing.
            reason: what is said to who points there, or hears the line.
        """
        self.setText(self._with(remark))
        self._explain(reason)

    def growth(self, remark: str) -> int:
        """How many pixels wider the line would be with a remark."""
        return self.fontMetrics().horizontalAdvance(self._with(remark)) - self.width()

    def minimumSizeHint(self) -> QSize:
        """Room for the count: what is said beside it must not make the window wider."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words), super().minimumSizeHint().height())

    def _with(self, remark: str) -> str:
        return self.tr("{count} · {remark}").format(count=self._words, remark=remark) if remark else self._words

    def _say(self, words: str) -> None:
        self.setText(words)
        self._explain("")
        self.show()

    def _explain(self, reason: str) -> None:
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)


class SearchHeader(QWidget):
    """What stands above the results."""

    def __init__(self, theme: Theme, memory: SearchHistory, menus: FilterMenus, parent: QWidget | None = None) -> None:
        """Lay it out.

        Args:
            theme: how it looks.
            memory: searches that are proposed in the box.
            menus: of filters, for the chips.
            parent: owns this widget.
        """
        super().__init__(parent)
        self.box = SearchBox(theme, memory)
        self.chips = ChipBar(theme, menus)
        self._count = CountLine()
        self._notes = QLabel(wordWrap=True)
        set_role(self._notes, "soft")
        self._notes.hide()
        self.remedies = RemedyButtons()
        line = QHBoxLayout()
        line.setSpacing(Spacing.M)
        line.addWidget(self.chips, 1)
        line.addWidget(self._count)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.L, Spacing.L, Spacing.S)
        rows.setSpacing(Spacing.S)
        rows.addWidget(self.box)
        rows.addLayout(line)
        rows.addWidget(self._notes)
        rows.addWidget(self.remedies)
        self.setFocusProxy(self.box)

    def wait(self, *, waiting: bool) -> None:
        """Show that an answer is awaited, or no longer."""
        self.box.wait(waiting=waiting)
        self._count.wait(waiting=waiting)

    def tell(self, answer: Answer, number: int, *, more: bool) -> None:
        """Say how much was found, and what there is to know of it.

        Args:
            answer: to what is typed.
            number: of the results that are shown.
            more: there may be more of them.
        """
        self._notes.setText(one_line(" · ".join(map(describe, answer.notes))))
        self._notes.setVisible(bool(answer.notes))
        self.remedies.show_offers([offer for each in answer.notes for offer in find_offers(each)])
        self._count.show_count(number, answer.took_ms, more=more)

    def clear(self) -> None:
        """Say nothing of results."""
        self._count.hide()
        self._notes.hide()
        self.remedies.show_offers(())

    def remark(self, words: str = "", reason: str = "") -> None:
        """Say something beside the count; where chips and rows would move for it, only to who points there.

        Args:
            words: what; "" for nothing any more.
            reason: what is told to who points there; the words by default.
        """
        if not words:
            self._count.add()
            return
        room = self.chips.width() - self._count.growth(words)
        fits = self.chips.heightForWidth(room) <= self.chips.height()
        self._count.add(words if fits else "", reason or words)
