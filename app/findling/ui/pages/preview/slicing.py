"""Cutting what is to be shown into slices, none of which keeps the window busy for long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_EMPTY = frozenset({"br", "hr", "img", "wbr"})
_LONGEST_LINE = 4_000


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
