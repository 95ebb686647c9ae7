"""Slicing and searching of long texts in steps short enough for the event loop."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from findling.extraction.passage_locator import Span, locate

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_EMPTY = frozenset({"br", "hr", "img", "wbr"})
_LONGEST_LINE = 4_000
_WINDOW = 100_000
"""Characters that are searched in about ten milliseconds."""
MOST_FINDINGS = 1_000


def slice_markup(html: str, length: int) -> Iterator[str]:
    """Split well-formed HTML at outermost elements into slices of `length` or more characters."""
    depth = start = 0
    for tag in _TAG.finditer(html):
        closes, name, is_empty = tag.groups()
        if not is_empty and name.lower() not in _EMPTY:
            depth += -1 if closes else 1
        if depth <= 0 and tag.end() - start >= length:
            yield html[start : tag.end()]
            start = tag.end()
            depth = 0
    if html[start:].strip():
        yield html[start:]


def slice_lines(text: str, length: int) -> Iterator[str]:
    """Split a text at line ends into slices of about `length` characters."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + length)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def fold_long_lines(text: str) -> str:
    """Return a text with lines broken at spaces where Qt could not lay them out in time."""
    if max(map(len, text.split("\n")), default=0) <= _LONGEST_LINE:
        return text
    return "\n".join(_fold(line) for line in text.split("\n"))


def _fold(line: str) -> str:
    pieces = []
    while len(line) > _LONGEST_LINE:
        at = line.rfind(" ", 1, _LONGEST_LINE)
        cut, rest = (at, at + 1) if at > 0 else (_LONGEST_LINE, _LONGEST_LINE)
        pieces.append(line[:cut])
        line = line[rest:]
    return "\n".join([*pieces, line])


def place_near(needle: str, text: str, guess: int) -> Iterator[tuple[Span, ...]]:
    """Locate a passage window by window, from its expected position outwards.

    Args:
        needle: the passage.
        text: the whole text.
        guess: expected position, in code points.

    Yields:
        An empty tuple for a window without it; its spans end the search.
    """
    overlap = min(2 * len(needle), _WINDOW)
    starts = range(0, max(len(text) - overlap, 1), _WINDOW)
    for start in sorted(starts, key=lambda start: abs(start + _WINDOW // 2 - guess)):
        spans = locate(needle, text[start : start + _WINDOW + overlap])
        yield tuple(Span(start + span.start, start + span.end) for span in spans)
        if spans:
            return


def find_words(words: str, text: str) -> tuple[Span, ...]:
    """Return the spans of a phrase in any case, at most one more than `MOST_FINDINGS`."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return ()
    spans = []
    for found in re.finditer(pattern, text, re.IGNORECASE):
        spans.append(Span(*found.span()))
        if len(spans) > MOST_FINDINGS:
            break
    return tuple(spans)


class Units:
    """Positions of a text in UTF-16 units, as Qt counts them."""

    def __init__(self, text: str) -> None:
        is_plain = text.isascii() or max(text) <= "\uffff"
        self._wide = [] if is_plain else [at for at, character in enumerate(text) if character > "\uffff"]

    def at(self, index: int) -> int:
        """Return the position of a code point in UTF-16 units."""
        return index + bisect_left(self._wide, index)
