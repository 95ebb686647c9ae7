"""Words of a query that were mended, and the way back to what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.messages.library_templates import SearchMessage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.messages.notice import Notice


def find_mended(notes: Iterable[Notice]) -> tuple[str, ...]:
    """Return the words that were replaced, as they were typed."""
    found: list[str] = []
    for note in notes:
        if note.message is SearchMessage.MENDED and isinstance(typed := note.fact("typed"), tuple):
            found += typed
    return tuple(found)


def quote_words(text: str, words: Iterable[str]) -> str:
    """Return a query with words in quotation marks, so that they are searched for as they are."""
    for word in words:
        text = re.sub(rf'(?<![\w"]){re.escape(word)}(?![\w"])', f'"{word}"', text)
    return text
