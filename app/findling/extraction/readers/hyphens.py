"""Words cut at a line's end are joined again, and compounds keep their hyphen, as the same document spells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "\ufffe"
"""What PDFium writes for a hyphen that ends a line."""

HYPHENS = ("-", "‐", "\xad")
_CUT = re.compile(rf"([\w'’]+)(?:{MARK}|[-‐\xad]\n){MARK}*([\w'’]+)")
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_WHOLE_LENGTH = 3


class Hyphens:
    """Knows a document's words, and so what a hyphen at a line's end stands for.

    Args:
        texts: all lines of the document, in order.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        is_cut = False
        for text in texts:
            words = _WORD.findall(_CUT.sub(" ", text).lower())
            continued, is_cut = is_cut, text.endswith(HYPHENS)
            self._words.update(words[int(continued) : len(words) - int(is_cut)])

    def join(self, text: str) -> str:
        """Replace every mark, and every hyphen before a line break, by a hyphen or by nothing."""
        if MARK not in text and "\n" not in text:
            return text
        return _CUT.sub(lambda cut: self._spell(cut[1], cut[2]), text).replace(MARK, "")

    def _spell(self, left: str, right: str) -> str:
        joined, compound = left + right, f"{left}-{right}"
        if joined.lower() in self._words:
            return joined
        halves = left.lower() in self._words and right.lower() in self._words
        if compound.lower() in self._words or (halves and min(len(left), len(right)) >= _WHOLE_LENGTH):
            return compound
        return compound if right[0].isupper() or right[0].isdigit() else joined
