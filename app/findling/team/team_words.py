"""Words of the shared library: BM25 over its postings, phrases by the places of words.

What a user may not see counts nowhere, neither among the documents nor in how rare a word is: an answer is what it
would be if nothing else were there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import log1p
from typing import TYPE_CHECKING, Any

from findling.index.lexical import analysis
from findling.index.lexical.lexical_queries import EXACT_WEIGHT, MOST_WORDS, count_stems
from findling.index.lexical.lexical_reader import LEAST_SHARE, WeighedWord
from findling.team.rights_lookup import looking_up_by_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import psycopg

    from findling.index.lexical.schema import LexicalQuery

EXACT_SIGN = "="
"""Sign before a word as it stands, among the terms; no stem begins with it."""

_SATURATION, _LENGTH_SHARE = 1.2, 0.75
"""k1 and b of BM25, as tantivy has them."""

_RANK = """
SELECT p.document_id, sum(t.weight * p.frequency::float8 / (p.frequency::float8 + t.least + t.each * p.length)) AS score
FROM unnest(%(terms)s::text[], %(weights)s::float8[], %(least)s::float8[], %(each)s::float8[])
    AS t (term, weight, least, each)
JOIN postings p ON p.term = t.term
WHERE %(only)s::bigint[] IS NULL OR p.document_id = ANY (%(only)s)
GROUP BY p.document_id ORDER BY score DESC, p.document_id LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class _Counts:
    """Documents that the user may see, and the mean numbers of stems and of words in one."""

    documents: int
    stems: float
    words: float
    languages: tuple[str, ...]


class TeamWords:
    """Words of what one user may see, in one transaction."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._frequencies: dict[str, int] = {}

    @property
    def documents(self) -> int:
        """Number of documents."""
        return self._counts.documents

    def search(self, terms: LexicalQuery, limit: int, only: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Return the best documents: (document id, BM25), best first; of `only` these, if given."""
        weights = self._weigh_terms(terms)
        if not weights or limit <= 0:
            return []
        if terms.phrases or terms.excluded:
            only = self._find_holding(terms, only)
        # Numbers alone are left for each row, as floats, which are added up faster than exact ones.
        means = [
            max(self._counts.words if term.startswith(EXACT_SIGN) else self._counts.stems, 1.0) for term in weights
        ]
        with looking_up_by_list(self._connection):
            rows = self._connection.execute(
                _RANK,
                {
                    "terms": list(weights),
                    "weights": [weight * (1 + _SATURATION) for weight in weights.values()],
                    "least": [_SATURATION * (1 - _LENGTH_SHARE)] * len(means),
                    "each": [_SATURATION * _LENGTH_SHARE / mean for mean in means],
                    "only": None if only is None else list(only),
                    "most": limit,
                },
            )
        return rows.fetchall()

    def score(self, terms: LexicalQuery, document_ids: Collection[int]) -> dict[int, float]:
        """Return the BM25 of each given document, 0.0 for those that do not match."""
        return dict.fromkeys(document_ids, 0.0) | dict(self.search(terms, len(document_ids), document_ids))

    def matching(self, terms: LexicalQuery, document_ids: Collection[int]) -> set[int]:
        """Return the given documents that hold every phrase and nothing excluded."""
        left = set(document_ids)
        for phrase in terms.phrases:
            if words := analysis.exact_words(phrase):
                left &= self._find_side_by_side(words, left)
        for phrase in terms.excluded:
            if words := analysis.exact_words(phrase):
                left -= self._find_side_by_side(words, left)
        return left

    def search_names(self, terms: LexicalQuery, limit: int) -> list[tuple[int, float]]:
        """Return the files whose names have most of the words: (file id, how many of them)."""
        typed = dict.fromkeys(analysis.exact_words(" ".join(terms.words)))
        words = [word for word in typed if word not in analysis.STOP_WORDS][-MOST_WORDS:]
        rows = self._connection.execute(
            "SELECT file_id, count(*)::float8 FROM name_words WHERE word = ANY (%s)"
            " GROUP BY file_id ORDER BY 2 DESC, 1 DESC LIMIT %s",
            (words, limit),
        )
        return rows.fetchall()

    def weigh_words(self, terms: LexicalQuery) -> tuple[WeighedWord, ...]:
        """Return the content words and phrases of a query with their rarity, the first hundred."""
        words = dict.fromkeys(word for part in (*terms.words, *terms.phrases) for word in part.split())
        weighed = []
        forms_of = {word: self._find_forms(word) for word in list(words)[:MOST_WORDS]}
        stems = [stem for forms in forms_of.values() for form in forms for stem in form]
        # Those as they stand too, which are weighed next: to ask twice costs more than to ask for more.
        exact = [EXACT_SIGN + word for word in analysis.exact_words(" ".join(forms_of))]
        self._look_up([*stems, *exact])
        for forms in filter(None, forms_of.values()):
            frequency = max(min(self._frequencies[stem] for stem in form) for form in forms)
            weighed.append(WeighedWord(forms, self._measure_rarity(frequency)))
        return tuple(weighed)

    def frequency(self, word: str) -> int:
        """Return how many documents hold a word unstemmed, or the rarest of its parts."""
        terms = [EXACT_SIGN + part for part in analysis.exact_words(word)]
        self._look_up(terms)
        return min((self._frequencies[term] for term in terms), default=0)

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of a word unstemmed."""
        return self._measure_rarity(self.frequency(word))

    @cached_property
    def _counts(self) -> _Counts:
        with looking_up_by_list(self._connection):
            rows = self._connection.execute(
                "SELECT language, count(*), sum(stems)::float8, sum(words)::float8 FROM lengths GROUP BY language"
            ).fetchall()
        documents = sum(row[1] for row in rows)
        share: Counter[str] = Counter()
        for language, count, _, _ in rows:
            share[analysis.stemming_language(language)] += count
        frequent = [code for code, count in share.items() if count > LEAST_SHARE * documents]
        languages = tuple(dict.fromkeys((analysis.ENGLISH, *sorted(frequent))))
        stems, words = (sum(row[at] for row in rows) / max(documents, 1) for at in (2, 3))
        return _Counts(documents, stems, words, languages)

    def _weigh_terms(self, query: LexicalQuery) -> dict[str, float]:
        """Return the terms of a query with weights: stems, and words as they stand at a tenth.

        A query of nothing but stop words looks these up unstemmed, as the index on this computer does.
        """
        text = " ".join((*query.words, *query.phrases))
        stems = count_stems(text, self._counts.languages)
        exact = [
            word for word in dict.fromkeys(analysis.exact_words(text)) if word not in analysis.STOP_WORDS or not stems
        ]
        counts = {stem: float(count) for stem, count in stems.items()}
        counts |= {EXACT_SIGN + word: EXACT_WEIGHT if stems else 1.0 for word in exact}
        self._look_up(counts)
        weights = {
            term: count * self._measure_rarity(self._frequencies[term])
            for term, count in counts.items()
            if self._frequencies[term]
        }
        best = sorted(weights, key=lambda term: -weights[term])[: 2 * MOST_WORDS]
        return {term: weights[term] for term in best}

    def _find_forms(self, word: str) -> tuple[frozenset[str], ...]:
        forms = (frozenset(count_stems(word, [language])) for language in self._counts.languages)
        return tuple(dict.fromkeys(form for form in forms if form))

    def _look_up(self, terms: Iterable[str]) -> None:
        """Find how many documents have each of these terms, unless that is known."""
        unknown = list({*terms} - self._frequencies.keys())
        if not unknown:
            return
        with looking_up_by_list(self._connection):
            rows = self._connection.execute(
                "SELECT term, count(*) FROM postings WHERE term = ANY (%s) GROUP BY term", (unknown,)
            )
        self._frequencies |= dict.fromkeys(unknown, 0) | dict(rows.fetchall())

    def _measure_rarity(self, frequency: int) -> float:
        """Return the inverse document frequency of BM25: log(1 + (N - n + 0.5) / (n + 0.5))."""
        frequency = min(frequency, self._counts.documents)
        return log1p((self._counts.documents - frequency + 0.5) / (frequency + 0.5))

    def _find_holding(self, terms: LexicalQuery, only: Collection[int] | None) -> set[int]:
        """Return the documents, of some or of all, that hold every phrase and nothing excluded."""
        if only is None:
            required = [EXACT_SIGN + word for phrase in terms.phrases for word in analysis.exact_words(phrase)]
            only = self._find_with_all(required, None)
        return self.matching(terms, only)

    def _find_with_all(self, terms: Collection[str], only: Collection[int] | None) -> set[int]:
        different = list(dict.fromkeys(terms))
        with looking_up_by_list(self._connection):
            if not different:
                rows = self._connection.execute("SELECT id FROM documents")
            else:
                rows = self._connection.execute(
                    "SELECT document_id FROM postings WHERE term = ANY (%(terms)s)"
                    " AND (%(only)s::bigint[] IS NULL OR document_id = ANY (%(only)s))"
                    " GROUP BY document_id HAVING count(*) = %(all)s",
                    {"terms": different, "only": None if only is None else list(only), "all": len(different)},
                )
        return {row[0] for row in rows}

    def _find_side_by_side(self, words: Sequence[str], only: Collection[int]) -> set[int]:
        """Return those of some documents in which words stand side by side."""
        found = self._find_with_all([EXACT_SIGN + word for word in words], only) if only else set()
        if len(words) == 1 or not found:
            return found
        run = " <-> ".join(map(quote_word, words[:MOST_WORDS]))
        rows = self._connection.execute(
            "SELECT DISTINCT document_id FROM word_runs WHERE document_id = ANY (%s) AND words @@ %s::tsquery",
            (list(found), run),
        )
        return {row[0] for row in rows}


def quote_word(word: str) -> str:
    """Return a word as it is written in a tsvector or a tsquery."""
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
