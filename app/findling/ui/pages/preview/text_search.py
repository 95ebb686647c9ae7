"""Finding passages and words in a long text without ever holding the window up, and counting as Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from findling.extraction.passage_locator import Span, locate

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW = 100_000
"""Characters that are looked through in about ten milliseconds."""
MOST_FINDINGS = 1_000


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
        spans = locate(needle, text[start : start + _WINDOW + overlap])
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
