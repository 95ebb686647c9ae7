"""How a file of a group looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from findling.ui.i18n.formatting import day, folder, one_line, size
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import percent
from findling.ui.theme.tokens import ICON_SIZE, Spacing, TextSize
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from findling.ui.pages.duplicates.member_model import MemberRow, MembersModel
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index


class MemberDelegate(RowDelegate):
    """Paints files."""

    def __init__(self, theme: Theme, model: MembersModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """The height of a row; its width is the list's."""
        lines = 2 * self.line_height(TextSize.META) + self.line_height(TextSize.BODY)
        return QSize(0, lines + 2 * Spacing.M + 2 * Spacing.XS)

    def sign_rect(self, option: QStyleOptionViewItem) -> QRect:
        """Where the pin, the shield or the box to tick is."""
        top = option.rect.top() + Spacing.M + (self.line_height(TextSize.BODY) - ICON_SIZE) // 2
        return place(option, QRect(option.rect.left() + Spacing.L, top, ICON_SIZE, ICON_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a file."""
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option)
        self._paint_sign(painter, option, row)
        inner = option.rect.adjusted(Spacing.L + ICON_SIZE + Spacing.S, Spacing.M, -Spacing.L, -Spacing.M)
        meta, body = self.line_height(TextSize.META), self.line_height(TextSize.BODY)
        first = QRect(inner.left(), inner.top(), inner.width(), body)
        second = QRect(inner.left(), first.bottom() + 1 + Spacing.XS, inner.width(), meta)
        third = QRect(inner.left(), second.bottom() + 1 + Spacing.XS, inner.width(), meta)
        self._paint_name(painter, option, first, row)
        where = folder(row.member.path.parent)
        facts = " · ".join((isolate(size(row.member.size)), isolate(day(row.member.modified_ns)), ""))
        room = inner.width() - self.width_of(facts, TextSize.META)
        where = option.fontMetrics.elidedText(where, Qt.TextElideMode.ElideLeft, room)
        self.write(painter, option, place(option, second), facts + isolate(where), size=TextSize.META, colour="soft")
        words, colour = self._last_line(row)
        self.write(painter, option, place(option, third), words, size=TextSize.META, colour=colour)
        painter.restore()

    def _last_line(self, row: MemberRow) -> tuple[str, str]:
        if row.member.keep or row.member.protected:
            return self._model.standing(row), "soft"
        return self._model.difference(row), "warn" if row.member.changes.distinctive else "soft"

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: MemberRow) -> None:
        figure = "" if row.member.keep else isolate(percent(row.member.similarity))
        width = self.width_of(figure, TextSize.META)
        self.write(painter, option, place(option, rect), figure, size=TextSize.META, colour="soft", trailing=True)
        name = place(option, rect.adjusted(0, 0, -width - Spacing.S, 0))
        words = one_line(row.member.path.name)
        self.write(painter, option, name, words, medium=row.member.keep, elide=Qt.TextElideMode.ElideMiddle)

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, row: MemberRow) -> None:
        rect = self.sign_rect(option)
        if row.member.keep:
            self.draw(painter, rect, "pin-filled", "accent")
        elif row.member.protected:
            self.draw(painter, rect, "shield", "soft")
        else:
            box = QStyleOptionViewItem(option)
            box.rect = rect
            box.state = QStyle.StateFlag.State_Enabled
            box.state |= QStyle.StateFlag.State_On if row.member.selected else QStyle.StateFlag.State_Off
            element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
            option.widget.style().drawPrimitive(element, box, painter, option.widget)
