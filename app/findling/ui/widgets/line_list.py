"""List of two-line entries, for plans, reports and the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from findling.ui.theme.tokens import ICON_SIZE, Spacing, TextSize
from findling.ui.widgets.keyed_model import KeyedModel
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index


@dataclass(frozen=True, slots=True)
class ListLine:
    """Frozen record of a two-line entry.

    Attributes:
        key: tells it from others.
        icon: of the theme's set; tone: its colour.
    """

    key: Hashable
    title: str
    detail: str
    icon: str
    tone: str = "soft"


class LineModel(KeyedModel[ListLine]):
    """Model of two-line entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda line: line.key, parent)

    def accessible_text(self, row: ListLine) -> str:
        """Return both lines."""
        return f"{row.title}. {row.detail}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of an entry, and both lines as its tooltip."""
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            line = self.row(index.row())
            return f"{line.title}\n{line.detail}"
        return super().data(index, role)


class LineDelegate(RowDelegate):
    """Paints two-line entries."""

    def __init__(self, theme: Theme, model: LineModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of an entry; the list decides the width."""
        lines = self.line_height(TextSize.BODY) + self.line_height(TextSize.META)
        return QSize(0, lines + Spacing.XS + 2 * Spacing.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint an entry."""
        line = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        body, meta = self.line_height(TextSize.BODY), self.line_height(TextSize.META)
        inner = option.rect.adjusted(Spacing.M, Spacing.S, -Spacing.M, -Spacing.S)
        sign = QRect(inner.left(), inner.top() + (body - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
        self.draw(painter, place(option, sign), line.icon, line.tone)
        words = inner.adjusted(ICON_SIZE + Spacing.S, 0, 0, 0)
        title = QRect(words.left(), words.top(), words.width(), body)
        detail = QRect(words.left(), title.bottom() + 1 + Spacing.XS, words.width(), meta)
        middle = Qt.TextElideMode.ElideMiddle
        self.write(painter, option, place(option, title), line.title, elide=middle)
        self.write(painter, option, place(option, detail), line.detail, size=TextSize.META, colour="soft", elide=middle)
        painter.restore()


class LineList(QListView):
    """Read-only list of two-line entries."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(theme, self.lines, self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Set the entries, and select the first if none is selected."""
        self.lines.change_to(lines)
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))
