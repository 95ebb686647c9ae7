"""Queries of the lexical index: documents and names of files that hold words, and weights."""

from __future__ import annotations

import re
from collections import Counter
from heapq import nlargest
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.compound_words import CompoundFinder
from findling.index.lexical.schema import EXACT, FOLDER, ID, MARKER, NAME, STEMS, TAILS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tantivy import Occur, Query, Schema

    from findling.index.lexical.schema import LexicalQuery
    from findling.index.lexical.tantivy_index import TantivyReader

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

COMPOUND_WEIGHT = 0.5
"""Weight of the compounds that end with a word, together, beside that of the word."""

PART_WEIGHT = 0.25
"""Weight of each part of a compound beside that of all of it."""

PAIRED = 3
"""Parts; of a longer run, such as a sentence without spaces, pairs of neighbours count as well."""

_CONTRACTION = re.compile(r"['’](?:s|t|d|ll|m|re|ve)$", re.IGNORECASE)


def documents_query(index: TantivyReader, languages: Collection[str], terms: LexicalQuery) -> Query | None:
    """Return the query that ranks documents by any word and all phrases; None if it is empty."""
    from tantivy import Query

    ranked = [*_word_queries(index, languages, terms.words), *_any_of(index, EXACT, terms.others, OTHERS_WEIGHT)]
    ranked += _compound_queries(index, languages, terms.words)
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
    """Return the query that ranks files by any of the words in their names or folders.

    The last word may be unfinished. Phrases must be in the name, and excluded words not.
    """
    from tantivy import Query

    typed = list(dict.fromkeys(analysis.exact_words(" ".join(terms.words))))[-MOST_WORDS:]
    words = [word for word in typed if word not in analysis.STOP_WORDS] or typed
    queries: list[Query] = []
    for field, weight in ((NAME, NAME_WEIGHT), (FOLDER, 1.0)):
        queries += [make_term(index.schema, field, word, weight) for word in words]
        queries += _completions(index, field, terms.beginning or typed[-1], weight) if typed else []
    wanted = _should(queries) + _required(index.schema, terms, NAME)
    return Query.boolean_query(wanted + _forbidden(index.schema, terms, NAME)) if wanted else None


def _word_queries(index: TantivyReader, languages: Collection[str], words: tuple[str, ...]) -> list[Query]:
    """Return queries for stems in each language, exact words, and words of several parts.

    A query of nothing but stop words looks these up unstemmed.
    """
    text = " ".join(words)
    exact = analysis.exact_words(text)
    stems = count_stems(text, languages)
    if not stems:
        return [make_term(index.schema, EXACT, word) for word in dict.fromkeys(exact)]
    queries = [make_term(index.schema, STEMS, stem, count) for stem, count in _distinctive(index, STEMS, stems)]
    topical = Counter(word for word in exact if word not in analysis.STOP_WORDS)
    queries += [make_term(index.schema, EXACT, word, EXACT_WEIGHT) for word, _ in _distinctive(index, EXACT, topical)]
    return queries + [query for word in words[:MOST_WORDS] for query in _part_queries(index.schema, word)]


def _compound_queries(index: TantivyReader, languages: Collection[str], words: tuple[str, ...]) -> list[Query]:
    """Return queries for compounds that end with a word, and for the parts of a compound."""
    finder = CompoundFinder(index, languages)
    queries: list[Query] = []
    for word in dict.fromkeys(words[:MOST_WORDS]):
        queries += _any_of(index, TAILS, [found.tail for found in finder.find_compounds(word)], COMPOUND_WEIGHT)
        stems = count_stems(" ".join(finder.split(word) or ()), languages)
        queries += [make_term(index.schema, STEMS, stem, PART_WEIGHT) for stem in stems]
    return queries


def _distinctive(index: TantivyReader, field: str, terms: Counter[str]) -> list[tuple[str, int]]:
    """Return the terms of a query with their counts; of many, those of most count times rarity."""
    if len(terms) <= MOST_WORDS:
        return list(terms.items())
    frequencies = {term: index.frequency(field, term) for term in terms}
    weights = {term: terms[term] * measure_rarity(index, count) for term, count in frequencies.items() if count}
    return [(term, terms[term]) for term in nlargest(MOST_WORDS, weights, key=weights.__getitem__)]


def measure_rarity(index: TantivyReader, frequency: int) -> float:
    """Return the inverse document frequency of BM25: log(1 + (N - n + 0.5) / (n + 0.5))."""
    frequency = min(frequency, index.count)
    return log1p((index.count - frequency + 0.5) / (frequency + 0.5))


def _part_queries(schema: Schema, word: str) -> list[Query]:
    """Return queries for the parts of an identifier or of an unspaced script, side by side."""
    from tantivy import Query

    parts = analysis.exact_words(_CONTRACTION.sub("", word))[:MOST_WORDS]
    runs = [parts] if len(parts) > 1 else []
    if len(parts) > PAIRED:
        runs += [list(pair) for pair in pairwise(parts)]
    return [Query.boost_query(side_by_side(schema, EXACT, run), RUN_WEIGHT) for run in runs]


def _required(schema: Schema, terms: LexicalQuery, field: str = EXACT) -> list[Clause]:
    from tantivy import Occur

    runs = map(analysis.exact_words, terms.phrases)
    return [(Occur.Must, side_by_side(schema, field, words)) for words in runs if words]


def _forbidden(schema: Schema, terms: LexicalQuery, field: str = EXACT) -> list[Clause]:
    from tantivy import Occur

    runs = map(analysis.exact_words, terms.excluded)
    return [(Occur.MustNot, side_by_side(schema, field, words)) for words in runs if words]


def _should(queries: Iterable[Query]) -> list[Clause]:
    from tantivy import Occur

    return [(Occur.Should, query) for query in queries]


def side_by_side(schema: Schema, field: str, words: list[str]) -> Query:
    """Return a query for words that stand side by side, or for a single one."""
    from tantivy import Query

    return Query.phrase_query(schema, field, list(words)) if len(words) > 1 else make_term(schema, field, words[0])


def _completions(index: TantivyReader, field: str, start: str, weight: float) -> list[Query]:
    """Return a query for any word that begins so."""
    words = [word for word, _ in index.terms_with_prefix(field, start, COMPLETIONS) if word != start]
    return _any_of(index, field, words, weight)


def _any_of(index: TantivyReader, field: str, words: Collection[str], weight: float) -> list[Query]:
    """Return a query for any of the words, scored as one with the frequency of all together.

    Scored each by itself, the rarest would always come first.
    """
    from tantivy import Query

    if not words:
        return []
    runs = [word.split() for word in words]
    rarity = measure_rarity(index, sum(min(index.frequency(field, part) for part in run) for run in runs))
    any_word = Query.boolean_query(_should(side_by_side(index.schema, field, run) for run in runs))
    return [Query.const_score_query(any_word, weight * rarity)]


def make_term(schema: Schema, field: str, term: str, weight: float = 1.0) -> Query:
    """Return a query for one term, scored by BM25 times a weight."""
    from tantivy import Query

    return Query.boost_query(Query.term_query(schema, field, term, index_option="freq"), weight)
