"""Search for files by parts of their names, whether or not anything of them was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.index.lexical.analysis import STOP_WORDS
from findling.storage.name_folding import fold_typed
from findling.storage.name_table import NamedFiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.domain.search import SortOrder
    from findling.index.lexical.schema import LexicalQuery
    from findling.search.searched_library import SearchedNames
    from findling.storage.file_filter import Filter
    from findling.storage.name_table import NamedFile

_MOST_WORDS = 12
"""Words of a longer query are a sentence, and no name."""


class NameSearch:
    """Finds files by what of their names was typed."""

    def __init__(self, names: SearchedNames) -> None:
        self._names = names

    def find(self, typed: LexicalQuery, wanted: Filter, limit: int) -> NamedFiles:
        """Return the files whose names bear every word and phrase, best first.

        Function words count where they are alone.

        Args:
            typed: words as they stand in the query, the last perhaps unfinished; a word may be any part of a name.
            wanted: what the files have to pass as well.
            limit: how many with a text, and how many without.
        """
        words = [word for word in typed.words if word.lower() not in STOP_WORDS] or list(typed.words)
        sought = _fold([*words, *typed.phrases])
        if not sought or len(sought) > _MOST_WORDS:
            return NamedFiles()
        return self._names.find(sought, _fold(typed.excluded), wanted, limit)

    def list_unread(
        self, excluded: Sequence[str], wanted: Filter, order: SortOrder, limit: int
    ) -> tuple[NamedFile, ...]:
        """Return the files without a text that pass a filter, in an order."""
        return self._names.unread(_fold(excluded), wanted, order, limit)


def _fold(texts: Iterable[str]) -> list[str]:
    """Return the texts as sought.

    A lone letter of Latin has to begin a word, for it is in most names.
    """
    folded = list(dict.fromkeys(filter(None, map(fold_typed, texts))))
    return [f" {text}" if len(text) == 1 and text.isascii() else text for text in folded]
