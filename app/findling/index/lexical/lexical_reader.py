"""Reader of the lexical index: best documents, scores of given ones, names, frequencies."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.lexical_writer import DOCUMENTS, NAMES
from findling.index.lexical.schema import EXACT, FOLDER, ID, LANGUAGE, MARKER, NAME, STEMS, document_schema, name_schema
from findling.index.lexical.tantivy_index import TantivyReader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from tantivy import Occur, Query, Schema

    from findling.index.lexical.schema import LexicalQuery

    Clause = tuple[Occur, Query]

NAME_WEIGHT = 2.0
"""Weight of a word in a file's name against one in the names of its folders."""

COMPLETIONS = 50
"""Words that an unfinished word may stand for."""

EXACT_WEIGHT = 0.1
"""Weight of a word's exact form beside its stem, which decides between even documents."""

MOST_WORDS = 100
"""Words used of a longer query: the most distinctive, by frequency in it and rarity elsewhere."""

RUN_WEIGHT = 0.25
"""Weight of the parts of one word side by side, beside that of each alone."""

OTHERS_WEIGHT = 0.5
"""Weight of the other words that an unfinished one may stand for, beside the one that was most likely meant."""

PAIRED = 3
"""Parts; of a longer run, such as a sentence without spaces, pairs of neighbours count as well."""

_CONTRACTION = re.compile(r"['’](?:s|t|d|ll|m|re|ve)$", re.IGNORECASE)

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


def documents_query(index: TantivyReader, languages: Collection[str], terms: LexicalQuery) -> Query | None:
    """Return the query that ranks documents by any of the words and all of the phrases; None if it is empty."""
    from tantivy import Query

    ranked = [*_word_queries(index, languages, terms.words), *_any_of(index, EXACT, terms.others, OTHERS_WEIGHT)]
    wanted = _should(ranked) + _required(index.schema, terms)
    return Query.boolean_query(wanted + _forbidden(index.schema, terms)) if wanted else None


def count_stems(text: str, languages: Collection[str]) -> Counter[str]:
    """Count the stems of a query in any of the languages."""
    stems: Counter[str] = Counter()
    for language in languages:
        # The stop words of English are words to the other stemmers.
        stems |= Counter(stem for stem in analysis.stem_words(text, language) if stem not in analysis.STOP_WORDS)
    return stems


def filter_query(schema: Schema, terms: LexicalQuery) -> Query:
    """Return the query for documents with all phrases and nothing excluded."""
    from tantivy import Occur, Query

    every = [(Occur.Must, Query.all_query()), (Occur.MustNot, Query.term_query(schema, MARKER, 1))]
    return Query.boolean_query(every + _required(schema, terms) + _forbidden(schema, terms))


def restrict(schema: Schema, query: Query, labels: Collection[int] | None) -> Query:
    """Restrict a query to entries with these ids, unless None, without a change of score."""
    from tantivy import Occur, Query

    if labels is None:
        return query
    given = Query.boost_query(Query.term_set_query(schema, ID, list(labels)), 0.0)
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, given)])


def names_query(index: TantivyReader, terms: LexicalQuery) -> Query | None:
    """Return the query that ranks files by any of the words in name or folders, the last perhaps unfinished.

    Phrases must be in the name, and excluded words not.
    """
    from tantivy import Query

    typed = list(dict.fromkeys(analysis.exact_words(" ".join(terms.words))))[-MOST_WORDS:]
    words = [word for word in typed if word not in analysis.STOP_WORDS] or typed
    queries: list[Query] = []
    for field, weight in ((NAME, NAME_WEIGHT), (FOLDER, 1.0)):
        queries += [_term(index.schema, field, word, weight) for word in words]
        queries += _completions(index, field, terms.beginning or typed[-1], weight) if typed else []
    wanted = _should(queries) + _required(index.schema, terms, NAME)
    return Query.boolean_query(wanted + _forbidden(index.schema, terms, NAME)) if wanted else None


def _word_queries(index: TantivyReader, languages: Collection[str], words: tuple[str, ...]) -> list[Query]:
    """Return queries for stems in each language, for exact words, and for words of several parts.

    A query of nothing but stop words looks these up unstemmed.
    """
    text = " ".join(words)
    exact = analysis.exact_words(text)
    stems = count_stems(text, languages)
    if not stems:
        return [_term(index.schema, EXACT, word) for word in dict.fromkeys(exact)]
    queries = [_term(index.schema, STEMS, stem, count) for stem, count in _distinctive(index, STEMS, stems)]
    topical = Counter(word for word in exact if word not in analysis.STOP_WORDS)
    queries += [_term(index.schema, EXACT, word, EXACT_WEIGHT) for word, _ in _distinctive(index, EXACT, topical)]
    return queries + [query for word in words[:MOST_WORDS] for query in _part_queries(index.schema, word)]


def _distinctive(index: TantivyReader, field: str, terms: Counter[str]) -> list[tuple[str, int]]:
    """Return the terms of a query with their counts; of many, those with the highest count times rarity."""
    if len(terms) <= MOST_WORDS:
        return list(terms.items())
    frequencies = {term: index.frequency(field, term) for term in terms}
    weights = {term: terms[term] * _rarity(index, frequency) for term, frequency in frequencies.items() if frequency}
    return [(term, terms[term]) for term in nlargest(MOST_WORDS, weights, key=weights.__getitem__)]


def _rarity(index: TantivyReader, frequency: int) -> float:
    """Return the inverse document frequency of BM25: log(1 + (N - n + 0.5) / (n + 0.5))."""
    frequency = min(frequency, index.count)
    return log1p((index.count - frequency + 0.5) / (frequency + 0.5))


def _part_queries(schema: Schema, word: str) -> list[Query]:
    """Return queries for the parts of an identifier, or of a script without spaces, side by side."""
    from tantivy import Query

    parts = analysis.exact_words(_CONTRACTION.sub("", word))[:MOST_WORDS]
    runs = [parts] if len(parts) > 1 else []
    if len(parts) > PAIRED:
        runs += [list(pair) for pair in pairwise(parts)]
    return [Query.boost_query(_side_by_side(schema, EXACT, run), RUN_WEIGHT) for run in runs]


def _required(schema: Schema, terms: LexicalQuery, field: str = EXACT) -> list[Clause]:
    from tantivy import Occur

    runs = map(analysis.exact_words, terms.phrases)
    return [(Occur.Must, _side_by_side(schema, field, words)) for words in runs if words]


def _forbidden(schema: Schema, terms: LexicalQuery, field: str = EXACT) -> list[Clause]:
    from tantivy import Occur

    runs = map(analysis.exact_words, terms.excluded)
    return [(Occur.MustNot, _side_by_side(schema, field, words)) for words in runs if words]


def _should(queries: Iterable[Query]) -> list[Clause]:
    from tantivy import Occur

    return [(Occur.Should, query) for query in queries]


def _side_by_side(schema: Schema, field: str, words: list[str]) -> Query:
    from tantivy import Query

    return Query.phrase_query(schema, field, list(words)) if len(words) > 1 else _term(schema, field, words[0])


def _completions(index: TantivyReader, field: str, start: str, weight: float) -> list[Query]:
    """Return a query for any word that begins so."""
    words = [word for word, _ in index.terms_with_prefix(field, start, COMPLETIONS) if word != start]
    return _any_of(index, field, words, weight)


def _any_of(index: TantivyReader, field: str, words: Collection[str], weight: float) -> list[Query]:
    """Return a query for any of the words, scored as one word with the frequency of all together.

    Scored each by itself, the rarest would always come first.
    """
    from tantivy import Query

    if not words:
        return []
    runs = [word.split() for word in words]
    rarity = _rarity(index, sum(min(index.frequency(field, part) for part in run) for run in runs))
    any_word = Query.boolean_query(_should(_side_by_side(index.schema, field, run) for run in runs))
    return [Query.const_score_query(any_word, weight * rarity)]


def _term(schema: Schema, field: str, term: str, weight: float = 1.0) -> Query:
    from tantivy import Query

    return Query.boost_query(Query.term_query(schema, field, term, index_option="freq"), weight)


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
        """Sequence number of the journal up to which all is in this view; names that changed come before documents."""
        return self._documents.sequence if self._names.sequence else 0

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

    def weigh_words(self, terms: LexicalQuery) -> tuple[WeighedWord, ...]:
        """Return the content words of a query and its phrases with their rarity; of a long one the first hundred."""
        words = dict.fromkeys(word for part in (*terms.words, *terms.phrases) for word in part.split())
        weighed = []
        for word in list(words)[:MOST_WORDS]:
            meant = (word, *terms.others) if terms.words[-1:] == (word,) else (word,)
            stems = (frozenset(count_stems(each, [code])) for code in self._languages for each in meant)
            if forms := tuple(dict.fromkeys(form for form in stems if form)):
                weighed.append(WeighedWord(forms, _rarity(self._documents, max(map(self._frequency_of, forms)))))
        return tuple(weighed)

    def _frequency_of(self, stems: Collection[str]) -> int:
        return min(self._documents.frequency(STEMS, stem) for stem in stems)

    def frequency(self, word: str) -> int:
        """Return how many documents hold a word unstemmed, or the rarest of its parts.

        An upper bound: documents that were dropped count until tantivy merges their segment.
        """
        parts = analysis.exact_words(word)
        return min((self._documents.frequency(EXACT, part) for part in parts), default=0)

    def may_hold(self, language: str) -> bool:
        """Return whether there may be documents in a language: of those without a stemmer nothing is known."""
        return language in self._languages or language not in analysis.STEMMERS

    def holds(self, word: str) -> bool:
        """Return whether a document or the name of a file or folder has a word; but for English, in any of its forms.

        The English stemmer gives many a mistyped word the stem of the right one.
        """
        exact = analysis.exact_words(word)
        others = [code for code in self._languages if code != analysis.ENGLISH]
        return (
            bool(self._documents.frequencies(EXACT, exact))
            or any(self._names.frequencies(field, exact) for field in (NAME, FOLDER))
            or bool(self._documents.frequencies(STEMS, count_stems(word, others)))
        )

    def count(self, words: Collection[str], *, in_names: bool = False) -> dict[str, int]:
        """Return how many documents, or files by their names, have each folded word; 0 is left out."""
        return self._names.frequencies(NAME, words) if in_names else self._documents.frequencies(EXACT, words)

    def find_beginning(self, start: str, *, in_names: bool = False) -> dict[str, int]:
        """Return the words with a folded beginning, and how many documents, or files by their names, have each."""
        index, field = (self._names, NAME) if in_names else (self._documents, EXACT)
        return dict(index.terms_with_prefix(field, start))

    def count_runs(self, runs: Iterable[Sequence[str]], *, in_names: bool = False) -> list[int]:
        """Return how many documents, or files by their names, have each run of folded words side by side."""
        index, field = (self._names, NAME) if in_names else (self._documents, EXACT)
        return [index.count_matches(_side_by_side(index.schema, field, [*run])) for run in runs]

    def count_together(self, words: Collection[str]) -> int:
        """Return how many documents have all of the folded words."""
        from tantivy import Occur, Query

        schema = self._documents.schema
        every = [(Occur.Must, _term(schema, EXACT, word)) for word in words]
        return self._documents.count_matches(Query.boolean_query(every))

    def split(self, word: str) -> list[str]:
        """Return the folded parts of a word; an identifier has several."""
        return analysis.exact_words(word)

    def fold(self, word: str) -> str:
        """Return a word without accents and in lower case, as it is in the index; "" if it is none, or several."""
        words = analysis.exact_words(word)
        return words[0] if len(words) == 1 else ""

    def stem(self, word: str) -> str:
        """Return the English stem of a word, itself where it has none."""
        return next(iter(analysis.stem_words(word)), word)

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a word unstemmed."""
        return _rarity(self._documents, self.frequency(word))


def _languages(documents: TantivyReader) -> tuple[str, ...]:
    frequent = LEAST_SHARE * documents.count
    others = [code for code in analysis.STEMMERS if documents.frequency(LANGUAGE, code) > frequent]
    return tuple(dict.fromkeys((analysis.ENGLISH, *others)))
