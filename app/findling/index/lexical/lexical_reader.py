"""Reader of the lexical index: best documents, scores of given ones, names, frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.lexical_query import count_stems, documents_query, filter_query, names_query, restrict
from findling.index.lexical.lexical_writer import DOCUMENTS, NAMES
from findling.index.lexical.schema import EXACT, LANGUAGE, document_schema, name_schema
from findling.index.lexical.tantivy_index import TantivyReader

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from findling.index.lexical.schema import LexicalQuery


LEAST_SHARE = 0.02
"""Share of documents below which a language is not searched: its few stems would pass for rare words."""


class LexicalReader:
    """View of the lexical index at one commit, in any number of processes while another writes."""

    def __init__(self, documents: TantivyReader, names: TantivyReader) -> None:
        self._documents = documents
        self._names = names
        self._languages = _languages(documents)

    @classmethod
    def open(cls, folder: Path) -> LexicalReader | None:
        """Open the index for reading; None if there is none yet.

        Raises:
            IndexDamagedError: it is damaged; the next writer rebuilds it.
            LibraryError: it cannot be read.
        """
        documents = TantivyReader.open(folder / DOCUMENTS, document_schema())
        names = TantivyReader.open(folder / NAMES, name_schema())
        return cls(documents, names) if documents and names else None

    @property
    def sequence(self) -> int:
        """Sequence number of the journal up to which all is in this view."""
        return min(self._documents.sequence, self._names.sequence)

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which queries are stemmed: English, and those of a good part of the documents."""
        return self._languages

    @property
    def documents(self) -> int:
        """Number of documents."""
        return self._documents.count

    def refresh(self) -> None:
        """Move to the latest commit.

        Raises:
            IndexDamagedError: the index is gone or damaged; this view still works.
        """
        self._documents.refresh()
        self._names.refresh()
        self._languages = _languages(self._documents)

    def search(self, terms: LexicalQuery, limit: int, only: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Return the best documents: (document id, BM25), best first, at most `limit`.

        Words are alternatives, phrases required. BM25 is tantivy's, with k1 = 1.2 and b = 0.75. `only` restricts the
        search to documents, up to some 20,000 ids.
        """
        query = documents_query(self._documents, self._languages, terms)
        if query is None or limit <= 0:
            return []
        return self._documents.search(restrict(self._documents.schema, query, only), limit)

    def score(self, terms: LexicalQuery, document_ids: Collection[int]) -> dict[int, float]:
        """Return the BM25 of each given document, 0.0 for those that do not match."""
        found = self.search(terms, len(document_ids), document_ids)
        return dict.fromkeys(document_ids, 0.0) | dict(found)

    def matching(self, terms: LexicalQuery, document_ids: Collection[int] | None = None) -> set[int]:
        """Return the documents, given or all, that hold every phrase and nothing excluded."""
        limit = self._documents.count if document_ids is None else len(document_ids)
        query = restrict(self._documents.schema, filter_query(self._documents.schema, terms), document_ids)
        return {label for label, _ in self._documents.search(query, limit)} if limit else set()

    def search_names(self, terms: LexicalQuery, limit: int) -> list[tuple[int, float]]:
        """Return the best files by name and folder: (file id, score); the last word may be unfinished."""
        query = names_query(self._names, terms)
        return self._names.search(query, limit) if query and limit > 0 else []

    def stems(self, terms: LexicalQuery) -> frozenset[str]:
        """Return the stems of a query's words and phrases, comparable with `analysis.stems` of a passage."""
        return frozenset(count_stems(" ".join((*terms.words, *terms.phrases)), self._languages))

    def frequency(self, word: str) -> int:
        """Return how many documents hold a word unstemmed, or the rarest of its parts.

        An upper bound: documents that were dropped count until tantivy merges their segment.
        """
        parts = analysis.exact_words(word)
        return min((self._documents.frequency(EXACT, part) for part in parts), default=0)


def _languages(documents: TantivyReader) -> tuple[str, ...]:
    frequent = LEAST_SHARE * documents.count
    others = [code for code in analysis.STEMMERS if documents.frequency(LANGUAGE, code) > frequent]
    return tuple(dict.fromkeys((analysis.ENGLISH, *others)))
