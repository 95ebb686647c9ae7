"""How a file with an ailment is drawn: its name and its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from findling.ui.pages.library.issue_files import IssueRole
from findling.ui.theme.tokens import Spacing, TextSize

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from findling.ui.theme.theme import Theme


class IssueDelegate(QStyledItemDelegate):
    """Draws one line: name, then folder in soft ink."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = theme.font(TextSize.BODY)
        self._letters = QFontMetrics(self._font)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's form
        """A line with some air."""
        return QSize(0, self._letters.height() + Spacing.M)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
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
        """Draw a text at the leading end of the room; gives the width that it took."""
        shown = self._letters.elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setPen(self._theme.colour(token))
        place = QStyle.visualRect(option.direction, option.rect, room)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        painter.drawText(place, int(leading | Qt.AlignmentFlag.AlignVCenter), shown)
        return self._letters.horizontalAdvance(shown)
