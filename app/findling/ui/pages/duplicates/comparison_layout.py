"""Layout of a comparison's rows: formatted texts, and heights estimated, then measured."""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics, QTextCharFormat, QTextLayout, QTextOption

from findling.domain.comparisons import DiffCategory, Side
from findling.ui.theme.tokens import LINE_HEIGHT, Spacing, TextSize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from findling.domain.comparisons import Piece, SideRow
    from findling.ui.theme.theme import Theme

_FIGURE = re.compile(r"\S*\d\S*")
_TELLING = frozenset({DiffCategory.NUMBER, DiffCategory.DATE})
_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class LaidText:
    """A laid out text with its height in pixels."""

    layout: QTextLayout
    height: float


class ComparisonTexts:
    """Lays out texts and caches recent ones."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        # Of this object alone, so that it goes with it.
        self._lay_out = lru_cache(_KEPT)(self._make)

    def lay_out(self, pieces: Sequence[Piece], width: int) -> LaidText:
        """Lay out one side of a row at a maximum width."""
        return self._lay_out(tuple(pieces), max(width, 1))

    def forget(self) -> None:
        """Clear the cache after a change of colours or sizes."""
        self._lay_out.cache_clear()

    def _make(self, pieces: tuple[Piece, ...], width: int) -> LaidText:
        texts = [_show(piece.text) for piece in pieces]
        layout = QTextLayout(" ".join(texts), self._theme.font(TextSize.BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(pieces, texts)))
        layout.beginLayout()
        height, step = 0.0, round(self._theme.font(TextSize.BODY).pixelSize() * LINE_HEIGHT)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return LaidText(layout, height)

    def _formats(self, pieces: Sequence[Piece], texts: Sequence[str]) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for piece, text in zip(pieces, texts, strict=True):
            yield _range(start, _units(text), self._format(piece))
            if _TELLING & set(piece.about):
                for found in _FIGURE.finditer(text):
                    place = start + _units(text[: found.start()])
                    yield _range(place, _units(found[0]), self._format(piece, telling=True))
            start += _units(text) + 1

    def _format(self, piece: Piece, *, telling: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        if piece.side is Side.SAME:
            form.setForeground(self._theme.colour("soft"))
            return form
        form.setForeground(self._theme.colour("ink"))
        form.setBackground(self._theme.colour("accent_wash" if piece.side is Side.CHANGED else "raised"))
        if telling:
            form.setForeground(self._theme.colour("warn"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(self._theme.colour("warn"))
        return form


def _show(text: str) -> str:
    """Return a text without invisible characters, such as soft hyphens and direction marks."""
    return "".join(letter for letter in text if letter.isprintable())


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, form
    return found


class RowHeights:
    """The heights of all rows at one width, in pixels."""

    def __init__(self, texts: ComparisonTexts, theme: Theme) -> None:
        self._texts = texts
        self._theme = theme
        self._rows: Sequence[SideRow] = ()
        self._width = 1
        self._heights: list[int] = []
        self._unmeasured: set[int] = set()

    def begin(self, rows: Sequence[SideRow], width: int) -> None:
        """Estimate the heights of all rows for sides of a width in pixels."""
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

    @property
    def width(self) -> int:
        """Width of a side for which the heights are, in pixels."""
        return self._width

    def height(self, at: int) -> int:
        """Return the known height of a row."""
        return self._heights[at] if at < len(self._heights) else 0

    @property
    def is_done(self) -> bool:
        """True when all rows are measured."""
        return not self._unmeasured

    def measure(self, places: Iterable[int]) -> bool:
        """Measure those of some rows not yet measured; return True if an estimate was wrong."""
        before = [(at, self._heights[at]) for at in places if at in self._unmeasured]
        for at, _ in before:
            row = self._rows[at]
            sides = [self._texts.lay_out(pieces, self._width) for pieces in (row.first, row.second) if pieces]
            self._heights[at] = round(max(side.height for side in sides)) + Spacing.S
            self._unmeasured.discard(at)
        return any(self._heights[at] != height for at, height in before)

    def measure_some(self, seconds: float) -> None:
        """Measure rows for a number of seconds."""
        end = time.monotonic() + seconds
        while self._unmeasured and time.monotonic() < end:
            self.measure([next(iter(self._unmeasured))])


def _line_step(theme: Theme) -> int:
    return round(theme.font(TextSize.BODY).pixelSize() * LINE_HEIGHT)


def _lines(pieces: Sequence[Piece], letters: float) -> int:
    """Estimate the number of lines of a side."""
    return max(math.ceil((sum(len(piece.text) + 1 for piece in pieces) - 1) / letters), 1)
