"""Syntax colouring by Pygments, a few milliseconds at a time."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from findling.ui.pages.preview.long_text import Units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.lexer import Lexer

    from findling.ui.theme.theme import Theme

MOST_CHARACTERS = 200_000
"""Longest text that is coloured; the rest stays plain."""
_TURN_SECONDS = 0.008
_LOADING_MS = 10

# The first name that a token's type begins with decides: colour, italic, bold.
_STYLES = (
    ("Token.Comment", "soft", True, False),
    ("Token.Keyword", "accent", False, False),
    ("Token.Literal.String.Doc", "soft", True, False),
    ("Token.Literal.String", "good", False, False),
    ("Token.Literal.Number", "warn", False, False),
    ("Token.Literal.Date", "warn", False, False),
    ("Token.Name.Tag", "accent", False, False),
    ("Token.Name.Attribute", "warn", False, False),
    ("Token.Name.Function", "ink", False, True),
    ("Token.Name.Class", "ink", False, True),
    ("Token.Name.Decorator", "soft", False, False),
    ("Token.Operator.Word", "accent", False, False),
    ("Token.Generic.Heading", "ink", False, True),
    ("Token.Generic.Deleted", "bad", False, False),
    ("Token.Generic.Inserted", "good", False, False),
)


class SyntaxColouring(QObject):
    """Colours a read-only document."""

    def __init__(self, document: QTextDocument, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._text = ""
        # A language's rules take a quarter of a second to load, the first time.
        self._loader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lexer")
        self._loading: Future[Lexer | None] | None = None
        self._formats: dict[str, QTextCharFormat | None] = {}
        self._work: Iterator[None] = iter(())
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._work_on)
        theme.changed.connect(self.start_over)

    def start(self, text: str, lexer: str) -> None:
        """Colour the document with this text by the lexer of this name."""
        self._text = text[:MOST_CHARACTERS]
        self._loading = self._loader.submit(_load_lexer, lexer)
        self._work = self._colour(self._loading)
        self._turn.start(_LOADING_MS)

    def start_over(self) -> None:
        """Colour the same text again after a change of the theme."""
        self._formats.clear()
        if self._loading is not None:
            self._work = self._colour(self._loading)
            self._turn.start(_LOADING_MS)

    def stop(self) -> None:
        """Stop colouring."""
        self._turn.stop()
        self._loading = None

    def _work_on(self) -> None:
        if self._loading is None or not self._loading.done():
            return
        self._turn.setInterval(0)
        end = perf_counter() + _TURN_SECONDS
        while perf_counter() < end:
            if next(self._work, _DONE) is _DONE:
                self._turn.stop()
                return

    def _colour(self, loading: Future[Lexer | None]) -> Iterator[None]:
        """Colour one line each turn."""
        lexer = loading.result()
        block = self._document.begin()
        while block.isValid():
            block.layout().clearFormats()
            block = block.next()
        if lexer is None:
            return
        yield
        units = Units(self._text)
        block = self._document.begin()
        line: list[QTextLayout.FormatRange] = []
        for start, kind, value in lexer.get_tokens_unprocessed(self._text):
            shape = self._format(str(kind))
            if shape is None:
                continue
            first, last = units.at(start), units.at(start + len(value.rstrip("\n")))
            while block.isValid() and first >= block.position() + block.length():
                _apply(self._document, block, line)
                line = []
                block = block.next()
                yield
            self._spread(block, first, last, shape, line)
        _apply(self._document, block, line)

    def _spread(
        self, block: QTextBlock, first: int, last: int, shape: QTextCharFormat, line: list[QTextLayout.FormatRange]
    ) -> None:
        """Add a span to its line, and colour the following lines that it covers."""
        line.append(_range(block, first, last, shape))
        while (block := block.next()).isValid() and block.position() < last:
            _apply(self._document, block, [_range(block, first, last, shape)])

    def _format(self, kind: str) -> QTextCharFormat | None:
        if kind not in self._formats:
            style = next((style for style in _STYLES if kind.startswith(style[0])), None)
            self._formats[kind] = self._make(*style[1:]) if style else None
        return self._formats[kind]

    def _make(self, token: str, italic: bool, bold: bool) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setForeground(self._theme.colour(token))
        shape.setFontItalic(italic)
        if bold:
            shape.setFontWeight(QFont.Weight.DemiBold)
        return shape


_DONE = object()


def _load_lexer(name: str) -> Lexer | None:
    """Return the Pygments lexer of a name; None if there is none."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer: Lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    return lexer


def _range(block: QTextBlock, first: int, last: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    stretch = QTextLayout.FormatRange()
    stretch.start = max(first - block.position(), 0)
    stretch.length = min(last, block.position() + block.length() - 1) - block.position() - stretch.start
    stretch.format = shape
    return stretch


def _apply(document: QTextDocument, block: QTextBlock, ranges: list[QTextLayout.FormatRange]) -> None:
    """Colour one line, keeping the end of a span from an earlier line."""
    if block.isValid() and ranges:
        block.layout().setFormats([*block.layout().formats(), *ranges])
        document.markContentsDirty(block.position(), block.length())
