"""Reader of the lexical index: best documents, scores of given ones, names, frequencies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.compound_words import CompoundFinder
from findling.index.lexical.lexical_queries import (
    MOST_WORDS,
    count_stems,
    documents_query,
    filter_query,
    make_term,
    measure_rarity,
    names_query,
    restrict,
    side_by_side,
)
from findling.index.lexical.lexical_writer import DOCUMENTS, NAMES
from findling.index.lexical.schema import EXACT, FOLDER, LANGUAGE, NAME, STEMS, document_schema, name_schema
from findling.index.lexical.tantivy_index import TantivyReader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from findling.index.lexical.schema import LexicalQuery

LEAST_SHARE = 0.02
"""Share of documents below which a language is not searched: its few stems would pass for rare words."""


@dataclass(frozen=True, slots=True)
class WeighedWord:
    """A word of a query.

    Attributes:
        forms: its stems in each language of the library; several in one where the word has parts.
        weight: its rarity.
    """

    forms: tuple[frozenset[str], ...]
    weight: float

    def share(self, stems: Collection[str]) -> float:
        """Return how much of it is among the stems of a text, 0..1."""
        return max(len(form.intersection(stems)) / len(form) for form in self.forms)


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
        """Sequence number of the journal up to which all is in this view.

        Names that changed come before documents.
        """
        return self._documents.sequence if self._names.sequence else 0

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which queries are stemmed: English, and those of many of the documents."""
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
        """Return the best files by name and folder: (id, score); the last word may be unfinished."""
        query = names_query(self._names, terms)
        return self._names.search(query, limit) if query and limit > 0 else []

    def weigh_words(self, terms: LexicalQuery) -> tuple[WeighedWord, ...]:
        """Return the content words and phrases of a query with their rarity, the first hundred."""
        words = dict.fromkeys(word for part in (*terms.words, *terms.phrases) for word in part.split())
        weighed = []
        for word in list(words)[:MOST_WORDS]:
            meant = (word, *terms.others) if terms.words[-1:] == (word,) else (word,)
            stems = [frozenset(count_stems(each, [code])) for code in self._languages for each in meant]
            if forms := tuple(dict.fromkeys(form for form in (*stems, *self._compound_forms(word)) if form)):
                weighed.append(WeighedWord(forms, measure_rarity(self._documents, max(map(self._frequency_of, forms)))))
        return tuple(weighed)

    def _compound_forms(self, word: str) -> Iterator[frozenset[str]]:
        """Yield the stems of compounds that end with a word, and those of its parts."""
        finder = CompoundFinder(self._documents, self._languages)
        for found in finder.find_compounds(word):
            yield frozenset((found.stem,))
        for language in self._languages if (parts := finder.split(word)) else ():
            yield frozenset(analysis.stem_words(" ".join(parts or ()), language))

    def _frequency_of(self, stems: Collection[str]) -> int:
        return min(self._documents.frequency(STEMS, stem) for stem in stems)

    def frequency(self, word: str) -> int:
        """Return how many documents hold a word unstemmed, or the rarest of its parts.

        An upper bound: documents that were dropped count until tantivy merges their segment.
        """
        parts = analysis.exact_words(word)
        return min((self._documents.frequency(EXACT, part) for part in parts), default=0)

    def may_hold(self, language: str) -> bool:
        """Return whether documents may be in a language: without a stemmer, nothing is known of it."""
        return language in self._languages or language not in analysis.STEMMERS

    def holds(self, word: str) -> bool:
        """Return whether a document or the name of a file or folder has a word.

        But for English, any of its forms counts. So it has one with which a compound ends.

        The English stemmer gives many a mistyped word the stem of the right one.
        """
        exact = analysis.exact_words(word)
        others = [code for code in self._languages if code != analysis.ENGLISH]
        return (
            bool(self._documents.frequencies(EXACT, exact))
            or any(self._names.frequencies(field, exact) for field in (NAME, FOLDER))
            or bool(self._documents.frequencies(STEMS, count_stems(word, others)))
            or bool(CompoundFinder(self._documents, self._languages).find_compounds(word))
        )

    def count(self, words: Collection[str], *, in_names: bool = False) -> dict[str, int]:
        """Return how many documents, or files by their names, have each folded word; 0 is left out."""
        return self._names.frequencies(NAME, words) if in_names else self._documents.frequencies(EXACT, words)

    def find_beginning(self, start: str, *, in_names: bool = False) -> dict[str, int]:
        """Return the words with a folded beginning, each with its count of documents or names."""
        index, field = (self._names, NAME) if in_names else (self._documents, EXACT)
        return dict(index.terms_with_prefix(field, start))

    def count_runs(self, runs: Iterable[Sequence[str]], *, in_names: bool = False) -> list[int]:
        """Count the documents, or files by their names, with each run of folded words side by side."""
        index, field = (self._names, NAME) if in_names else (self._documents, EXACT)
        return [index.count_matches(side_by_side(index.schema, field, [*run])) for run in runs]

    def count_together(self, words: Collection[str]) -> int:
        """Return how many documents have all of the folded words."""
        from tantivy import Occur, Query

        schema = self._documents.schema
        every = [(Occur.Must, make_term(schema, EXACT, word)) for word in words]
        return self._documents.count_matches(Query.boolean_query(every))

    def split(self, word: str) -> list[str]:
        """Return the folded parts of a word; an identifier has several."""
        return analysis.exact_words(word)

    def fold(self, word: str) -> str:
        """Return a word as it is in the index, without accents and case; "" if none, or several."""
        words = analysis.exact_words(word)
        return words[0] if len(words) == 1 else ""

    def stem(self, word: str) -> str:
        """Return the English stem of a word, itself where it has none."""
        return next(iter(analysis.stem_words(word)), word)

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a word unstemmed."""
        return measure_rarity(self._documents, self.frequency(word))


def _languages(documents: TantivyReader) -> tuple[str, ...]:
    frequent = LEAST_SHARE * documents.count
    others = [code for code in analysis.STEMMERS if documents.frequency(LANGUAGE, code) > frequent]
    return tuple(dict.fromkeys((analysis.ENGLISH, *others)))
