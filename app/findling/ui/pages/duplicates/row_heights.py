"""How high the rows of a comparison are: guessed at first, since thousands are laid out in no moment, then measured."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from findling.ui.theme.tokens import LINE_HEIGHT, Spacing, TextSize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.domain.comparisons import Piece, SideRow
    from findling.ui.pages.duplicates.comparison_text import ComparisonTexts
    from findling.ui.theme.theme import Theme


class RowHeights:
    """The heights of all rows at one width, in pixels.

    Args:
        texts: lays the sides of a row out.
        theme: how letters look.
    """

    def __init__(self, texts: ComparisonTexts, theme: Theme) -> None:
        self._texts = texts
        self._theme = theme
        self._rows: Sequence[SideRow] = ()
        self._width = 1
        self._heights: list[int] = []
        self._unmeasured: set[int] = set()

    def begin(self, rows: Sequence[SideRow], width: int) -> None:
        """Guess the heights of rows.

        Args:
            rows: all of a comparison.
            width: of one side, in pixels.
        """
        self._rows, self._width = rows, max(width, 1)
        font = self._theme.font(TextSize.BODY)
        letters = max(self._width / QFontMetrics(font).averageCharWidth(), 1)
        step = _line_step(self._theme)
        line = QFontMetrics(self._theme.font(TextSize.META)).height() + 2 * Spacing.S
        self._heights = [
            line if row.skipped else step * max(_lines(side, letters) for side in (row.first, row.second)) + Spacing.S
            for row in rows
        ]
        self._unmeasured = {at for at, row in enumerate(rows) if not row.skipped}

    def height(self, at: int) -> int:
        """How high a row is, as far as it is known."""
        return self._heights[at] if at < len(self._heights) else 0

    @property
    def is_done(self) -> bool:
        """Whether all rows are measured."""
        return not self._unmeasured

    def measure(self, places: Iterable[int]) -> bool:
        """Measure some rows, unless they are; whether one is of another height than was guessed."""
        before = [(at, self._heights[at]) for at in places if at in self._unmeasured]
        for at, _ in before:
            row = self._rows[at]
            sides = [self._texts.lay_out(pieces, self._width) for pieces in (row.first, row.second) if pieces]
            self._heights[at] = round(max(side.height for side in sides)) + Spacing.S
            self._unmeasured.discard(at)
        return any(self._heights[at] != height for at, height in before)

    def measure_some(self, seconds: float) -> None:
        """Measure rows for as long as a moment lasts."""
        end = time.monotonic() + seconds
        while self._unmeasured and time.monotonic() < end:
            self.measure([next(iter(self._unmeasured))])


def _line_step(theme: Theme) -> int:
    return round(theme.font(TextSize.BODY).pixelSize() * LINE_HEIGHT)


def _lines(pieces: Sequence[Piece], letters: float) -> int:
    """About how many lines a side takes, at so many letters a line."""
    return max(math.ceil((sum(len(piece.text) + 1 for piece in pieces) - 1) / letters), 1)
