"""Pane of the results, or of the page in their place, with updates held back on demand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from findling.paths import find_outermost
from findling.ui.pages.search.empty_pages import ResultStack
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.pages.search.row_thumbnails import RowThumbnails
from findling.ui.pages.search.stable_merge import Merged, merge_stably
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.services.services import Services


class ResultsPane(QWidget):
    """Results, or a page that says why there are none."""

    held_accepted = Signal()
    """The user accepted the held answer."""

    def __init__(self, services: Services, history: SearchHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = services.theme
        self._preferences = services.preferences
        self._model = ResultsModel(self)
        thumbnails = RowThumbnails(services.search, services.preferences, self)
        self._waiting: tuple[Answer, str] | None = None
        self.list = ResultsList(theme, self._model, thumbnails=thumbnails)
        thumbnails.arrived.connect(self._paint_again)
        thumbnails.switched.connect(self._lay_out_again)
        self.pages = ResultStack(theme, history, self.list)
        self._held = QPushButton()
        set_role(self._held, "primary")
        self._held.clicked.connect(self._show_held)
        # It lies over the last rows, so that it moves none when it comes.
        self._held_row = QWidget()
        fill(QHBoxLayout(self._held_row), self._held, margins=(Spacing.M,) * 4)
        self._held_row.hide()
        layers = QGridLayout(self)
        layers.setContentsMargins(0, 0, 0, 0)
        layers.addWidget(self.pages, 0, 0)
        layers.addWidget(self._held_row, 0, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
        self._held_row.raise_()
        services.preferences.changed.connect(self._fold_versions)
        self._fold_versions()

    def _lay_out_again(self) -> None:
        self.list.scheduleDelayedItemsLayout()

    def _paint_again(self) -> None:
        self.list.viewport().update()

    @property
    def number(self) -> int:
        """Number of results."""
        return len(self._model.results)

    @property
    def words(self) -> str:
        """Words that were searched for, without filters."""
        return self._model.query

    def _fold_versions(self) -> None:
        self._model.set_folding(folds_versions=self._preferences.settings.fold_versions)

    def current_row(self) -> ResultRow | None:
        """Return the selected row; None where no results are shown."""
        return self.list.current_row() if self.pages.currentWidget() is self.list else None

    def show_answer(self, answer: Answer, words: str, *, is_new: bool, goes_on: bool = False) -> None:
        """Show an answer to a new query or to the same one, with `words` highlighted in passages.

        Where it `goes_on`, it has further results after those that are shown.
        """
        self.hide_held()
        self.list.show_results(answer.results, words, is_new=is_new, keeps_view=goes_on)

    def refresh(self, answer: Answer, words: str) -> None:
        """Show a repeated answer: all of it, or what moves no row in view, the rest being held.

        Rows stay for the sake of who is about to use them. Those that nobody has touched, and those below
        "No good match", stand in nobody's way.
        """
        merged = merge_stably(self._model.results, answer.results, self.list.count_in_view())
        if _is_better(answer, merged) and (self.list.is_untouched or not self._model.has_good):
            self.show_answer(answer, words, is_new=False)
            return
        gone = frozenset(path for path in merged.missed if not os.path.lexists(find_outermost(path)[0]))
        self.list.show_results(merged.results, words, is_new=False, gone=gone, keeps_view=True)
        self._waiting = (answer, words)
        self._held.setText(self.tr("Show %Ln new result(s)", "", merged.held))
        self._held_row.setVisible(merged.held > 0)

    def offer_order(self, answer: Answer, words: str) -> None:
        """Hold the same answer in a better order until the user asks for it."""
        self._waiting = (answer, words)
        self._held.setText(self.tr("Show better order"))
        self._held_row.show()

    def clear(self) -> None:
        """Show no results."""
        self.hide_held()
        self.list.show_results((), "", is_new=True)

    def hide_held(self) -> None:
        """Discard the held answer."""
        self._waiting = None
        self._held_row.hide()

    def _show_held(self) -> None:
        if self._waiting:
            self.show_answer(*self._waiting, is_new=False)
            self.list.scrollToTop()
            self.held_accepted.emit()


def _is_better(answer: Answer, merged: Merged) -> bool:
    """Return whether an answer tells more than that files are gone, which their rows tell."""
    reordered = [result.path for result in merged.results] != [result.path for result in answer.results]
    return merged.held > 0 or (reordered and not merged.missed)
