"""The files with one issue, fetched page by page, and actions on the chosen one."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QRect, QSize, Qt, Signal
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

from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import AskIssueFiles, IssueFiles
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.controls import Button
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject, QPoint
    from PySide6.QtGui import QPainter

    from findling.domain.files import Reason
    from findling.domain.library import IssueFile
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

PAGE = 200


class IssueRole(IntEnum):
    """Data roles of a row."""

    NAME = Qt.ItemDataRole.DisplayRole
    PATH = Qt.ItemDataRole.UserRole + 1
    FOLDER = Qt.ItemDataRole.UserRole + 2


class IssueModel(QAbstractListModel):
    """Files in the order of their paths; those that stay keep their rows over a refetch."""

    def __init__(self, reason: Reason, folder: Path | None, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reason, self._folder = reason, folder
        self._files: list[IssueFile] = []
        self._total = 0
        self._offset = 0
        self._pages = Polling(link, self._handle_reply, rest_ms=0, parent=self)

    def expect(self, total: int) -> None:
        """Set the row count; refetch if it changed."""
        if total == self._total:
            return
        self._total = total
        if self._files:
            self._ask(0, max(PAGE, len(self._files)))

    def forget(self) -> None:
        """Cancel pending requests."""
        self._pages.forget()

    def path(self, index: Index) -> Path:
        """Return the file of a row."""
        return self._files[index.row()].path

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of fetched rows."""
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a row's data."""
        if not index.isValid():
            return None
        file = self._files[index.row()]
        match role:
            case IssueRole.NAME:
                return formatting.one_line(file.path.name)
            case IssueRole.PATH:
                return file.path
            case IssueRole.FOLDER:
                return formatting.folder(file.path.parent)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (formatting.one_line(str(file.path)), _describe_detail(file.detail))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(formatting.one_line(part) for part in (file.path.name, str(file.path.parent)))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _describe_detail(file.detail)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Return True if there are rows to fetch."""
        return not parent.isValid() and len(self._files) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page, if there is one."""
        if self.canFetchMore(parent):
            self._ask(len(self._files), PAGE)

    def _ask(self, offset: int, limit: int) -> None:
        self._offset = offset
        self._pages.ask_instead(AskIssueFiles(self._reason, self._folder, offset, limit))

    def _handle_reply(self, reply: Reply) -> None:
        if isinstance(reply, Failed):
            self._total = len(self._files)
        elif isinstance(reply, IssueFiles):
            self._take(list(reply.files))

    def _take(self, files: list[IssueFile]) -> None:
        if self._offset == 0 and self._files:
            self._merge(files)
        elif files:
            self.beginInsertRows(QModelIndex(), len(self._files), len(self._files) + len(files) - 1)
            self._files += files
            self.endInsertRows()
        else:
            self._total = len(self._files)

    def _merge(self, files: list[IssueFile]) -> None:
        """Replace the files row by row; both lists are in the order of paths."""
        wanted = {file.path for file in files}
        for row in reversed(range(len(self._files))):
            if self._files[row].path not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._files[row]
                self.endRemoveRows()
        for row, file in enumerate(files):
            if row >= len(self._files) or self._files[row].path != file.path:
                self.beginInsertRows(QModelIndex(), row, row)
                self._files.insert(row, file)
                self.endInsertRows()


def _describe_detail(detail: Notice | None) -> str:
    """Return the parser's own message for experts."""
    if detail is None:
        return ""
    return QCoreApplication.translate("IssueDetails", "Details: {detail}").format(
        detail=formatting.one_line(describe(detail))
    )


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
