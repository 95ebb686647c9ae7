"""A person's words as tantivy queries: what is scored, what is required, what is forbidden."""

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
"""How much more a word in a file's name counts than one in the names of its folders."""

COMPLETIONS = 50
"""How many words an unfinished word may stand for."""

EXACT_WEIGHT = 0.1
"""What a word counts in the very form that was typed, beside its stem: it decides between documents that are even."""

MOST_WORDS = 100
"""Of a longer question the words that tell most, by frequency in it and rarity elsewhere."""

RUN_WEIGHT = 0.25
"""What the parts of one word count for standing side by side, beside what each counts alone."""

PAIRED = 3
"""A run of more parts than this, such as a sentence without spaces, also counts where only some neighbours match."""

_CONTRACTION = re.compile(r"['’](?:s|t|d|ll|m|re|ve)$", re.IGNORECASE)


def documents_query(shelf: TantivyReader, languages: Collection[str], terms: LexicalQuery) -> Query | None:
    """What ranks documents: any of the words, all of the phrases; None where nothing is asked for.

    Args:
        shelf: the documents, asked how rare words are.
        languages: those whose stemmers have made the documents' stems.
        terms: the person's words.
    """
    from tantivy import Query

    wanted = _should(_word_queries(shelf, languages, terms.words)) + _required(shelf.schema, terms)
    return Query.boolean_query(wanted + _forbidden(shelf.schema, terms)) if wanted else None


def count_stems(text: str, languages: Collection[str]) -> Counter[str]:
    """The stems of a question in any of the languages, with how often they come in it."""
    stems: Counter[str] = Counter()
    for language in languages:
        # The stop words of English are words to the other stemmers.
        stems |= Counter(stem for stem in analysis.stem_words(text, language) if stem not in analysis.STOP_WORDS)
    return stems


def gate_query(schema: Schema, terms: LexicalQuery) -> Query:
    """What lets documents pass, whatever their rank."""
    from tantivy import Occur, Query

    every = [(Occur.Must, Query.all_query()), (Occur.MustNot, Query.term_query(schema, MARKER, 1))]
    return Query.boolean_query(every + _required(schema, terms) + _forbidden(schema, terms))


def among(schema: Schema, query: Query, labels: Collection[int] | None) -> Query:
    """The query over the entries with these ids only, which add nothing to a score; None is all entries."""
    from tantivy import Occur, Query

    if labels is None:
        return query
    given = Query.boost_query(Query.term_set_query(schema, ID, list(labels)), 0.0)
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, given)])


def names_query(shelf: TantivyReader, terms: LexicalQuery) -> Query | None:
    """What ranks files: any of the words in the name or in the folders; the last of them may be unfinished.

    Phrases must be in the name, and excluded words not.
    """
    from tantivy import Query

    typed = list(dict.fromkeys(analysis.exact_words(" ".join(terms.words))))[-MOST_WORDS:]
    words = [word for word in typed if word not in analysis.STOP_WORDS] or typed
    queries: list[Query] = []
    for field, weight in ((NAME, NAME_WEIGHT), (FOLDER, 1.0)):
        queries += [_term(shelf.schema, field, word, weight) for word in words]
        queries += _completions(shelf, field, typed[-1], weight) if typed else []
    wanted = _should(queries) + _required(shelf.schema, terms, NAME)
    return Query.boolean_query(wanted + _forbidden(shelf.schema, terms, NAME)) if wanted else None


def _word_queries(shelf: TantivyReader, languages: Collection[str], words: tuple[str, ...]) -> list[Query]:
    """Stems in each language, the words as typed, and words of several parts side by side.

    A question of nothing but stop words is about them: they are looked up unstemmed.
    """
    text = " ".join(words)
    exact = analysis.exact_words(text)
    stems = count_stems(text, languages)
    if not stems:
        return [_term(shelf.schema, EXACT, word) for word in dict.fromkeys(exact)]
    queries = [_term(shelf.schema, STEMS, stem, count) for stem, count in _telling(shelf, STEMS, stems)]
    topical = Counter(word for word in exact if word not in analysis.STOP_WORDS)
    queries += [_term(shelf.schema, EXACT, word, EXACT_WEIGHT) for word, _ in _telling(shelf, EXACT, topical)]
    return queries + [query for word in words[:MOST_WORDS] for query in _part_queries(shelf.schema, word)]


def _telling(shelf: TantivyReader, field: str, terms: Counter[str]) -> list[tuple[str, int]]:
    """The terms of a question with their counts; of a long one those with the highest count times rarity."""
    if len(terms) <= MOST_WORDS:
        return list(terms.items())
    frequencies = {term: shelf.frequency(field, term) for term in terms}
    weights = {term: terms[term] * _rarity(shelf, frequency) for term, frequency in frequencies.items() if frequency}
    return [(term, terms[term]) for term in nlargest(MOST_WORDS, weights, key=weights.__getitem__)]


def _rarity(shelf: TantivyReader, frequency: int) -> float:
    """The inverse document frequency of BM25: log(1 + (N - n + 0.5) / (n + 0.5))."""
    frequency = min(frequency, shelf.count)
    return log1p((shelf.count - frequency + 0.5) / (frequency + 0.5))


def _part_queries(schema: Schema, word: str) -> list[Query]:
    """The parts of an identifier, or the characters of a script without spaces, side by side."""
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


def _completions(shelf: TantivyReader, field: str, start: str, weight: float) -> list[Query]:
    """Entries with any word that begins so, scored as one word that is as frequent as all of these together.

    Scored each by itself, the rarest completion would always come first.
    """
    from tantivy import Query

    words = [(word, count) for word, count in shelf.beginning_with(field, start, COMPLETIONS) if word != start]
    if not words:
        return []
    rarity = _rarity(shelf, sum(count for _, count in words))
    any_word = Query.boolean_query(_should(_term(shelf.schema, field, word) for word, _ in words))
    return [Query.const_score_query(any_word, weight * rarity)]


def _term(schema: Schema, field: str, term: str, weight: float = 1.0) -> Query:
    from tantivy import Query

    return Query.boost_query(Query.term_query(schema, field, term, index_option="freq"), weight)
