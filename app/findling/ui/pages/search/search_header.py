"""The head of the search place: the box, the chips below it, how much was found, and what there is to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.pages.search.count_line import CountLine
from findling.ui.pages.search.filter_chips import ChipBar
from findling.ui.pages.search.search_box import SearchBox
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.ui.pages.search.filter_menu import FilterMenus
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.theme.theme import Theme


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
