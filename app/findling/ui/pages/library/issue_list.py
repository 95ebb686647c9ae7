"""The files with one ailment, as a list with what can be done with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from findling.ui.pages.library.issue_delegate import IssueDelegate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex, QPoint

    from findling.ui.pages.library.issue_files import IssueModel
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme

_ROWS_SHOWN = 8


class IssueList(QWidget):
    """The list of files, and what can be done with the chosen one."""

    def __init__(self, model: IssueModel, actions: FileActions, theme: Theme) -> None:
        super().__init__()
        self._model, self._actions = model, actions
        self.list = QListView(uniformItemSizes=True)
        self.list.setModel(model)
        self.list.setItemDelegate(IssueDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.activated.connect(self._open)
        self._deeds: tuple[tuple[str, Callable[[Path], None]], ...] = (
            (self.tr("Open"), actions.open),
            (self.tr("Show in folder"), actions.reveal),
            (self.tr("Copy path"), actions.copy_path),
        )
        self._buttons = [self._make_button(words, do) for words, do in self._deeds]
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self._enable()
        self.fit()

    def fit(self) -> None:
        """Be as high as the list is long, up to what can be taken in at a glance."""
        rows = min(max(self._model.rowCount(), 1), _ROWS_SHOWN)
        height = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + Spacing.M)
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth())

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Spacing.XS)
        for button in self._buttons:
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.XS)
        rows.addWidget(self.list)
        rows.addLayout(buttons)

    def _make_button(self, words: str, do: Callable[[Path], None]) -> Button:
        button = Button(words, "quiet")
        button.clicked.connect(lambda: self._do(do))
        return button

    def _do(self, do: Callable[[Path], None]) -> None:
        if self.list.currentIndex().isValid():
            do(self._model.path(self.list.currentIndex()))

    def _open(self, index: QModelIndex) -> None:
        self._actions.open(self._model.path(index))

    def _show_menu(self, point: QPoint) -> None:
        if not self.list.indexAt(point).isValid():
            return
        menu = QMenu(self.list)
        for words, do in self._deeds:
            menu.addAction(words).triggered.connect(lambda _=False, do=do: self._do(do))
        menu.exec(self.list.viewport().mapToGlobal(point))
        menu.deleteLater()

    def _enable(self) -> None:
        for button in self._buttons:
            button.setEnabled(self.list.selectionModel().hasSelection())
