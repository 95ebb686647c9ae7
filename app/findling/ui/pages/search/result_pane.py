"""The answer as it is shown: the list, what stands in its place, and what waits to be let in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from findling.ui.pages.search.empty_pages import ResultStack
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.pages.search.stable_merge import merge
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.theme.theme import Theme


class ResultsPane(QWidget):
    """Results, or why there are none."""

    let_in = Signal()
    """What waited is shown, because the person asked for it."""

    def __init__(self, theme: Theme, memory: SearchHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ResultsModel(self)
        self._waiting: tuple[Answer, str] | None = None
        self.list = ResultsList(theme, self._model)
        self.pages = ResultStack(theme, memory, self.list)
        self._held = QPushButton()
        set_role(self._held, "primary")
        self._held.clicked.connect(self._show_held)
        # It lies over the last rows, so that it moves none when it comes.
        self._held_row = QWidget()
        row = QHBoxLayout(self._held_row)
        row.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, Spacing.M)
        row.addWidget(self._held)
        self._held_row.hide()
        layers = QGridLayout(self)
        layers.setContentsMargins(0, 0, 0, 0)
        layers.addWidget(self.pages, 0, 0)
        layers.addWidget(self._held_row, 0, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
        self._held_row.raise_()

    @property
    def number(self) -> int:
        """How many results there are."""
        return len(self._model.results)

    def current_row(self) -> ResultRow | None:
        """The chosen row; None where no results are shown."""
        return self.list.current_row() if self.pages.currentWidget() is self.list else None

    def put(self, answer: Answer, words: str, *, anew: bool) -> None:
        """Show an answer.

        Args:
            answer: to be shown.
            words: those of its query, which are set off in passages.
            anew: it answers another question than what is shown.
        """
        self.hide_held()
        self.list.show_results(answer.results, words, anew=anew)

    def refresh(self, answer: Answer, words: str) -> None:
        """Show of a fresh answer to the same question what moves no row in view; the rest when the person asks."""
        merged = merge(self._model.results, answer.results, self.list.count_in_view())
        gone = frozenset(path for path in merged.missed if not os.path.lexists(path))
        self.list.show_results(merged.results, words, anew=False, gone=gone)
        self._waiting = (answer, words)
        self._held.setText(self.tr("Show %Ln new result(s)", "", merged.held))
        self._held_row.setVisible(merged.held > 0)

    def offer_order(self, answer: Answer, words: str) -> None:
        """Keep the same answer in a better order until the person asks for it."""
        self._waiting = (answer, words)
        self._held.setText(self.tr("Show better order"))
        self._held_row.show()

    def clear(self) -> None:
        """Show no results."""
        self.hide_held()
        self.list.show_results((), "", anew=True)

    def hide_held(self) -> None:
        """Offer nothing that waits."""
        self._waiting = None
        self._held_row.hide()

    def _show_held(self) -> None:
        if self._waiting:
            self.put(*self._waiting, anew=False)
            self.list.scrollToTop()
            self.let_in.emit()
