"""Slicing and searching of long texts in steps short enough for the event loop."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from findling.extraction.passage_locator import Span, place

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_EMPTY = frozenset({"br", "hr", "img", "wbr"})
_LONGEST_LINE = 4_000
_WINDOW = 100_000
"""Characters that are looked through in about ten milliseconds."""
MOST_FINDINGS = 1_000


def slice_markup(html: str, length: int) -> Iterator[str]:
    """Cut well-formed HTML between its outermost elements.

    Args:
        html: as `Preview.text` has it: every element that is opened is closed.
        length: a slice ends after the first element with which it is this long, in characters.
    """
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
    """Cut a text at line ends into slices of about this many characters; put together they are the text again."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + length)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def fold_long_lines(text: str) -> str:
    """The text with a line end in the place of a space wherever a line is so long that Qt would lay it out for ages."""
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
    """Look for a passage window by window, from where it should be outwards; one turn for each window.

    Args:
        needle: the passage.
        text: all that is shown.
        guess: where in the text it should be, in code points.

    Yields:
        Where it stands, which ends the search; nothing for a window without it.
    """
    overlap = min(2 * len(needle), _WINDOW)
    starts = range(0, max(len(text) - overlap, 1), _WINDOW)
    for start in sorted(starts, key=lambda start: abs(start + _WINDOW // 2 - guess)):
        spans = place(needle, text[start : start + _WINDOW + overlap])
        yield tuple(Span(start + span.start, start + span.end) for span in spans)
        if spans:
            return


def find_words(words: str, text: str) -> tuple[Span, ...]:
    """Where words stand as they are typed, whatever their case; the first thousand places and one more if there are."""
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
    """Positions of a text as Qt counts them: characters beyond the first plane are two."""

    def __init__(self, text: str) -> None:
        is_plain = text.isascii() or max(text) <= "\uffff"
        self._wide = [] if is_plain else [at for at, character in enumerate(text) if character > "\uffff"]

    def at(self, index: int) -> int:
        """Qt's position of a code point."""
        return index + bisect_left(self._wide, index)
