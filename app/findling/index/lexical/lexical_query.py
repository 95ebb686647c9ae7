"""Queries of tantivy for parsed queries of the user: terms scored, required and excluded."""

from __future__ import annotations

import re
from collections import Counter
from heapq import nlargest
from itertools import pairwise
from math import log1p
from typing import TYPE_CHECKING

from findling.index.lexical import analysis
from findling.index.lexical.schema import EXACT, FOLDER, ID, MARKER, NAME, STEMS

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

PAIRED = 3
"""Parts; of a longer run, such as a sentence without spaces, pairs of neighbours count as well."""

_CONTRACTION = re.compile(r"['’](?:s|t|d|ll|m|re|ve)$", re.IGNORECASE)


def documents_query(index: TantivyReader, languages: Collection[str], terms: LexicalQuery) -> Query | None:
    """Return the query that ranks documents by any of the words and all of the phrases; None if it is empty."""
    from tantivy import Query

    wanted = _should(_word_queries(index, languages, terms.words)) + _required(index.schema, terms)
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
        queries += _completions(index, field, typed[-1], weight) if typed else []
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
    """Return a query for any word that begins so, scored as one word with the frequency of all together.

    Scored each by itself, the rarest completion would always come first.
    """
    from tantivy import Query

    words = [(word, count) for word, count in index.terms_with_prefix(field, start, COMPLETIONS) if word != start]
    if not words:
        return []
    rarity = _rarity(index, sum(count for _, count in words))
    any_word = Query.boolean_query(_should(_term(index.schema, field, word) for word, _ in words))
    return [Query.const_score_query(any_word, weight * rarity)]


def _term(schema: Schema, field: str, term: str, weight: float = 1.0) -> Query:
    from tantivy import Query

    return Query.boost_query(Query.term_query(schema, field, term, index_option="freq"), weight)
