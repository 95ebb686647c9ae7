"""The files with one issue, fetched page by page, and actions on the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from findling.ui.pages.library.issue_model import IssueRole
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.controls import Button
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QPainter, QShowEvent

    from findling.ui.pages.library.issue_model import IssueModel
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index


class IssueDelegate(QStyledItemDelegate):
    """Draws one line: name, then folder in soft ink."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(TextSize.BODY)
        self._letters = QFontMetrics(self._font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's form
        """Return the height of a line with padding."""
        return QSize(0, self._letters.height() + Spacing.M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        styled.text = ""
        style = styled.widget.style() if styled.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, styled.widget)
        painter.save()
        painter.setFont(self._font)
        # Names and paths run as they are written, whatever the language of the window.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        room = styled.rect.adjusted(Spacing.S, 0, -Spacing.S, 0)
        used = self._draw(painter, styled, room, index.data(IssueRole.NAME), "ink")
        room.setLeft(room.left() + used + Spacing.M)
        if room.width() > self._letters.averageCharWidth() * Spacing.S:
            self._draw(painter, styled, room, index.data(IssueRole.FOLDER), "soft")
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, text: str, token: str) -> int:
        """Draw a text at the leading end of the room; return its width."""
        shown = self._letters.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setPen(self._theme.colour(token))
        place = QStyle.visualRect(option.direction, option.rect, room)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        painter.drawText(place, int(leading | Qt.AlignmentFlag.AlignVCenter), shown)
        return self._letters.horizontalAdvance(shown)


_ROWS_SHOWN = 8


class IssueList(QWidget):
    """List of files with actions on the chosen one."""

    chosen = Signal()
    """Choice of another file, or of none."""

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
        self._file_actions: tuple[tuple[str, Callable[[Path], None]], ...] = (
            (self.tr("Open"), actions.open),
            (self.tr("Show in folder"), actions.reveal),
            (self.tr("Copy path"), actions.copy_path),
        )
        self._buttons = [self._make_button(words, do) for words, do in self._file_actions]
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.list.selectionModel().selectionChanged.connect(self.chosen)
        self._kept: list[QPersistentModelIndex] = []
        model.merge_began.connect(self._keep_place)
        model.merge_ended.connect(self._restore_place)
        self.list.verticalScrollBar().valueChanged.connect(self._tell_shown)
        self._enable()
        self.fit()

    @property
    def path(self) -> Path | None:
        """The chosen file; None for none."""
        chosen = self.list.selectionModel().selectedIndexes()
        return self._model.path(chosen[0]) if chosen else None

    def choose_first(self) -> None:
        """Choose the first file, unless one is chosen."""
        if self.path is None and self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0))

    def fit(self) -> None:
        """Fit the height to the rows, up to a maximum."""
        rows = min(max(self._model.rowCount(), 1), _ROWS_SHOWN)
        height = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + Spacing.M)
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth())

    def showEvent(self, event: QShowEvent) -> None:
        """Have the rows that come into view as the library has them."""
        super().showEvent(event)
        self._tell_shown()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the rows as they are."""
        super().hideEvent(event)
        self._model.set_shown(())

    def _tell_shown(self) -> None:
        if not self.isHidden():
            # The chosen file is what the preview below shows, in view or not.
            self._model.set_shown((*self._rows_in_view(), self.list.currentIndex().row()))

    def _rows_in_view(self) -> range:
        first = max(0, self.list.indexAt(QPoint(0, 0)).row())
        return range(first, min(first + _ROWS_SHOWN, self._model.rowCount()))

    def _keep_place(self) -> None:
        self._kept = [QPersistentModelIndex(self._model.index(row)) for row in self._rows_in_view()]

    def _restore_place(self) -> None:
        """Scroll so that the first row in view that is still there stands where it stood."""
        kept, self._kept = self._kept, []
        for place, index in enumerate(kept):
            if index.isValid():
                top = self._model.index(max(0, index.row() - place))
                self.list.scrollTo(top, QListView.ScrollHint.PositionAtTop)
                break
        self._tell_shown()

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
        for words, do in self._file_actions:
            menu.addAction(words).triggered.connect(lambda _=False, do=do: self._do(do))
        menu.exec(self.list.viewport().mapToGlobal(point))
        menu.deleteLater()

    def _enable(self) -> None:
        for button in self._buttons:
            button.setEnabled(self.list.selectionModel().hasSelection())
