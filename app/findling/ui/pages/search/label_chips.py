"""Chips of the labels that a document bears, at the trailing end of its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from findling.ui.i18n.formatting import one_line
from findling.ui.theme.tokens import Spacing, TextSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from findling.ui.theme.theme import Theme

_MOST_SHARE = 0.4
"""Share of a title's line that its labels may take."""
_LONGEST = 120
"""Width of a chip's text at most, in pixels."""


def paint_chips(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, line: QRect, labels: tuple[str, ...]
) -> QRect:
    """Paint chips into a line and return the rest of it.

    Where they do not all fit, the last one counts the others.
    """
    font = theme.font(TextSize.META)
    metrics = QFontMetrics(font)
    chips = _choose(labels, metrics, round(line.width() * _MOST_SHARE))
    is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
    height = metrics.height() + 2
    left, right = line.left(), line.right() + 1
    painter.setFont(font)
    for words in reversed(chips):
        width = metrics.horizontalAdvance(words) + 2 * Spacing.S
        place = QRectF(left if is_rtl else right - width, line.center().y() - height / 2 + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(theme.colour("soft"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        left, right = (left + width + Spacing.XS, right) if is_rtl else (left, right - width - Spacing.XS)
    return QRect(left, line.top(), right - left, line.height())


def _choose(labels: tuple[str, ...], metrics: QFontMetrics, room: int) -> list[str]:
    chips: list[str] = []
    for at, label in enumerate(labels):
        words = metrics.elidedText(one_line(label), Qt.TextElideMode.ElideMiddle, _LONGEST)
        room -= metrics.horizontalAdvance(words) + 2 * Spacing.S + Spacing.XS
        if room < 0:
            return [*chips, f"+{len(labels) - at}"]
        chips.append(words)
    return chips
