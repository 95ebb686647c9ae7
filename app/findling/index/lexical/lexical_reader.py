"""The word index as a search sees it: best documents for words, scores of given ones, names, frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.lexical_query import among, count_stems, documents_query, gate_query, names_query
from findling.index.lexical.lexical_writer import DOCUMENTS, NAMES
from findling.index.lexical.schema import EXACT, LANGUAGE, document_schema, name_schema
from findling.index.lexical.tantivy_index import TantivyReader

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from findling.index.lexical.schema import LexicalQuery


LEAST_SHARE = 0.02
"""A language of fewer documents is not asked for: its few stems would pass for rare words, and it may be a mistake."""


class LexicalReader:
    """A view of the word index at one commit; any number of processes may have one while another writes."""

    def __init__(self, documents: TantivyReader, names: TantivyReader) -> None:
        self._documents = documents
        self._names = names
        self._languages = _languages(documents)

    @classmethod
    def open(cls, folder: Path) -> LexicalReader | None:
        """Open the word index for reading; None where there is none yet.

        Raises:
            IndexDamagedError: it is not what was written; the next writer begins it anew.
            LibraryError: the system does not let it be read.
        """
        documents = TantivyReader.open(folder / DOCUMENTS, document_schema())
        names = TantivyReader.open(folder / NAMES, name_schema())
        return cls(documents, names) if documents and names else None

    @property
    def sequence(self) -> int:
        """The journal's sequence number up to which all is in this view."""
        return min(self._documents.sequence, self._names.sequence)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which a query's words are stemmed: English, and what a good part of the documents is in."""
        return self._languages

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return self._documents.count

    def refresh(self) -> None:
        """Go on to the latest commit.

        Raises:
            IndexDamagedError: the index has gone or is not readable any more; this view still is.
        """
        self._documents.refresh()
        self._names.refresh()
        self._languages = _languages(self._documents)

    def search(self, terms: LexicalQuery, limit: int, only: Collection[int] | None = None) -> list[tuple[int, float]]:
        """The best documents for a query: (document id, BM25), best first, no more than `limit`.

        Words are alternatives, and the more of them and the rarer, the higher a document stands; phrases must be in it.
        BM25 is tantivy's, with k1 = 1.2 and b = 0.75.

        Args:
            terms: what to look for; without words and phrases nothing is found.
            limit: how many at most.
            only: look among these documents alone; meant for up to some 20,000 ids.
        """
        query = documents_query(self._documents, self._languages, terms)
        if query is None or limit <= 0:
            return []
        return self._documents.search(among(self._documents.schema, query, only), limit)

    def score(self, terms: LexicalQuery, document_ids: Collection[int]) -> dict[int, float]:
        """BM25 of each of the given documents, 0.0 for those that do not match."""
        found = self.search(terms, len(document_ids), document_ids)
        return dict.fromkeys(document_ids, 0.0) | dict(found)

    def matching(self, terms: LexicalQuery, document_ids: Collection[int] | None = None) -> set[int]:
        """The documents, of the given ones or of all, that hold every phrase and nothing excluded."""
        limit = self._documents.count if document_ids is None else len(document_ids)
        query = among(self._documents.schema, gate_query(self._documents.schema, terms), document_ids)
        return {label for label, _ in self._documents.search(query, limit)} if limit else set()

    def search_names(self, terms: LexicalQuery, limit: int) -> list[tuple[int, float]]:
        """The best files by their names and folders: (file id, score), best first; the last word may be unfinished."""
        query = names_query(self._names, terms)
        return self._names.search(query, limit) if query and limit > 0 else []

    def stems(self, terms: LexicalQuery) -> frozenset[str]:
        """What a query's words and phrases are stemmed to, to compare with `analysis.stems` of a passage."""
        return frozenset(count_stems(" ".join((*terms.words, *terms.phrases)), self._languages))

    def frequency(self, word: str) -> int:
        """How many documents hold a word unstemmed; for a word of several parts, how many hold its rarest part.

        Documents that were dropped or replaced count until tantivy merges their segment, so this is an upper bound.
        """
        parts = analysis.exact_words(word)
        return min((self._documents.frequency(EXACT, part) for part in parts), default=0)


def _languages(documents: TantivyReader) -> tuple[str, ...]:
    frequent = LEAST_SHARE * documents.count
    others = [code for code in analysis.STEMMERS if documents.frequency(LANGUAGE, code) > frequent]
    return tuple(dict.fromkeys((analysis.ENGLISH, *others)))
