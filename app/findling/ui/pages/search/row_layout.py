"""Where the parts of a row stand; a row's height depends on its form alone, so that long lists scroll lightly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyle

from findling.ui.pages.search.paragraph import LINES
from findling.ui.pages.search.result_rows import RowForm
from findling.ui.theme.tokens import ICON_SIZE, LARGE_ICON_SIZE, LINE_HEIGHT, Spacing, TextSize

if TYPE_CHECKING:
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.theme.theme import Theme

BARS = QSize(18, 14)
SIGN = 14
_SIGN_GAP = 6
_INDENT = Spacing.M + LARGE_ICON_SIZE + Spacing.M


@dataclass(frozen=True, slots=True)
class RowFrame:
    """The parts of one row, in the view's coordinates; a part that the row lacks is an empty rectangle."""

    icon: QRect
    title: QRect
    bars: QRect
    meta: QRect
    signs: tuple[QRect, ...]
    passage: QRect
    fold: QRect


class RowLayout:
    """The measures of rows in the theme's type."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.measure()

    def measure(self) -> None:
        """Take the measures anew: the theme has changed."""
        self._title, self._meta, self._line = (
            round(self._theme.font(size).pixelSize() * LINE_HEIGHT)
            for size in (TextSize.TITLE, TextSize.META, TextSize.BODY)
        )
        self._fold_font = QFontMetrics(self._theme.font(TextSize.META))

    def height(self, row: ResultRow) -> int:
        """The height of a row, in pixels."""
        passage = LINES * self._line if row.hit else 0
        match row.form:
            case RowForm.RESULT:
                fold = Spacing.XS + self._meta if row.more else 0
                gap = Spacing.XS if passage else 0
                return Spacing.M + self._title + 2 + self._meta + gap + passage + fold + Spacing.M
            case RowForm.PASSAGE:
                return Spacing.S + self._meta + 2 + passage + Spacing.S
        return Spacing.M + self._title + Spacing.M

    def frame(
        self, row: ResultRow, rect: QRect, direction: Qt.LayoutDirection, signs: int, fold_words: str
    ) -> RowFrame:
        """The parts of a row.

        Args:
            row: the row.
            rect: what it covers.
            direction: of the window; parts are mirrored where people read from the right.
            signs: how many signs say why it was found.
            fold_words: what its fold is called.
        """
        left, right, top = rect.left() + _INDENT, rect.right() + 1 - Spacing.L, rect.top()
        is_passage = row.form is RowForm.PASSAGE
        top += Spacing.S if is_passage else Spacing.M
        title = QRect() if is_passage else QRect(left, top, right - left - BARS.width() - Spacing.M, self._title)
        bars = QRect() if is_passage else QRect(right - BARS.width(), top + 2, BARS.width(), BARS.height())
        top += 0 if is_passage else self._title + 2
        places = tuple(
            QRect(right - (signs - at) * (SIGN + _SIGN_GAP) + _SIGN_GAP, top, SIGN, SIGN) for at in range(signs)
        )
        meta = QRect(left, top, (places[0].left() if places else right) - left - Spacing.S, self._meta)
        top += self._meta + (2 if is_passage else Spacing.XS)
        passage = QRect(left, top, right - left, LINES * self._line) if row.hit else QRect()
        top += passage.height() + Spacing.XS
        fold_width = self._fold_font.horizontalAdvance(fold_words) + ICON_SIZE + Spacing.XS
        fold = QRect(left - Spacing.XS, top - 2, fold_width + Spacing.S, self._meta + 4) if row.more else QRect()
        icon = QRect() if is_passage else QRect(rect.left() + Spacing.M, title.top(), LARGE_ICON_SIZE, LARGE_ICON_SIZE)

        def mirror(part: QRect) -> QRect:
            return QStyle.visualRect(direction, rect, part) if part.isValid() else part

        return RowFrame(
            mirror(icon), mirror(title), mirror(bars), mirror(meta), tuple(map(mirror, places)), mirror(passage),
            mirror(fold),
        )  # fmt: skip
