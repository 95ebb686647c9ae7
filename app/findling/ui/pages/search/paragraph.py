"""Layout of snippets in at most two lines, cached for drawing."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from findling.extraction.snippet import make_snippet
from findling.ui.theme.tokens import LINE_HEIGHT, TextSize

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from findling.domain.search import Hit
    from findling.extraction.answer_spans import Span
    from findling.extraction.snippet import Snippet
    from findling.ui.theme.theme import Theme

LINES = 2
_KEPT = 512


class Paragraphs:
    """LRU cache of snippets laid out in the fonts of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[str, str, int, bool], QTextLayout] = OrderedDict()

    def line_height(self) -> int:
        """Return the height of a line, in pixels."""
        return round(self._theme.font(TextSize.BODY).pixelSize() * LINE_HEIGHT)

    def clear(self) -> None:
        """Discard all layouts after a change of the theme."""
        self._kept.clear()

    def draw(self, painter: QPainter, at: QPointF, width: int, hit: Hit, query: str, *, rtl: bool) -> None:
        """Draw the part of a passage that answers a query, `width` pixels wide."""
        key = (hit.text, query, width, rtl)
        layout = self._kept.pop(key, None)
        if layout is None:
            heading = hit.heading.rpartition(" › ")[2]
            layout = self._set(make_snippet(hit.text, query, heading), width, rtl=rtl)
        self._kept[key] = layout
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        layout.draw(painter, at)

    def _set(self, snippet: Snippet, width: int, *, rtl: bool) -> QTextLayout:
        layout = self._lay_out(snippet.text, snippet, width, rtl=rtl)
        if layout.lineCount() <= LINES:
            return layout
        last = layout.lineAt(LINES - 1)
        text = snippet.text[: last.textStart() + last.textLength()].rstrip()
        while layout.lineCount() > LINES:
            layout = self._lay_out(f"{text}…", snippet, width, rtl=rtl)
            text = text[:-1].rstrip()
        return layout

    def _lay_out(self, text: str, snippet: Snippet, width: int, *, rtl: bool) -> QTextLayout:
        layout = QTextLayout(text, self._theme.font(TextSize.BODY))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(snippet, len(text)))
        height = self.line_height()
        layout.beginLayout()
        for number in range(LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * height + (height - line.height()) / 2))
        layout.endLayout()
        return layout

    def _formats(self, snippet: Snippet, length: int) -> list[QTextLayout.FormatRange]:
        whole, answer, word = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        whole.setForeground(self._theme.colour("soft"))
        answer.setForeground(self._theme.colour("ink"))
        word.setFontWeight(QFont.Weight.DemiBold)
        formats = [_range((0, length), whole), _range(snippet.answer, answer)]
        return formats + [_range(span, word) for span in snippet.words]


def _range(span: Span, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = span[0], span[1] - span[0], form
    return found
