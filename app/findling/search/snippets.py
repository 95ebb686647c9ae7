"""Choice of the passages to show of a result: nearest in meaning, or with the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.search import Hit
from findling.index.lexical.analysis import stem_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.index.lexical.lexical_reader import WeighedWord
    from findling.storage.document_table import PlacedPassage

_EXAMINED = 24
_MEANING_SHARE = 0.6
_NEAR = 0.85

WORTH = 0.6
"""Share of the best passage's score that a further one needs to be shown; set by hand on the sample library."""


@dataclass(frozen=True, slots=True)
class SnippetQuery:
    """Criteria for the choice of passages.

    Attributes:
        words: its content words; none where only meaning counts.
        phrases: in lower case; a passage that holds one is what the user means.
        weight: of meaning, 0..1.
    """

    words: tuple[WeighedWord, ...]
    phrases: tuple[str, ...]
    weight: float = _MEANING_SHARE


@dataclass(frozen=True, slots=True)
class ChosenPassages:
    """Passages to show.

    Attributes:
        hits: best first.
        coverage: the most of the query, weighed by rarity, that one passage with its heading and the title holds, 0..1.
    """

    hits: tuple[Hit, ...]
    coverage: float


def choose(
    passages: Sequence[PlacedPassage],
    cosines: Mapping[int, float],
    wanted: SnippetQuery,
    language: str,
    limit: int,
    title: str = "",
) -> ChosenPassages:
    """Choose up to `limit` passages, best first; drop those far behind the best."""
    examined = _preselect(passages, cosines, wanted)
    told = frozenset(stem_words(title, language)) if wanted.words else frozenset[str]()
    shares = {placed.id: _share(placed, wanted, language, told) for placed in examined}
    best_cosine = max(cosines.values(), default=0.0)
    hits = []
    for placed in examined:
        cosine, share = max(cosines.get(placed.id, 0.0), 0.0), shares[placed.id]
        by = tuple(
            way
            for way, holds in (("meaning", cosine > 0 and cosine >= _NEAR * best_cosine), ("words", share > 0))
            if holds
        )
        score = wanted.weight * cosine + (1 - wanted.weight) * min(share, 1.0)
        hits.append(
            Hit(
                placed.text.strip(),
                round(min(score, 1.0), 4),
                placed.passage.page,
                placed.passage.heading,
                placed.passage.start,
                placed.passage.end,
                by or ("meaning",) if cosines else by,
            )
        )
    hits.sort(key=lambda hit: (-hit.score, hit.start))
    shown = tuple(hit for hit in hits[:limit] if hit.score >= WORTH * hits[0].score)
    return ChosenPassages(shown, max(shares.values(), default=0.0))


def _preselect(
    passages: Sequence[PlacedPassage], cosines: Mapping[int, float], wanted: SnippetQuery
) -> list[PlacedPassage]:
    """Preselect passages of a long document, since stemming all would take too long."""
    if len(passages) <= 2 * _EXAMINED:
        return list(passages)
    near = sorted(passages, key=lambda placed: -cosines.get(placed.id, 0.0))[:_EXAMINED]
    # A stem is nearly always how its word begins; what is missed here is found by meaning.
    stems = {stem for word in wanted.words for form in word.forms for stem in form}
    beginnings = [stem[: max(len(stem) - 1, 3)] for stem in stems] + list(wanted.phrases)
    holding = sorted(passages, key=lambda placed: -sum(start in placed.text.lower() for start in beginnings))[
        :_EXAMINED
    ]
    return sorted({placed.id: placed for placed in (*near, *holding)}.values(), key=lambda placed: placed.id)


def _share(placed: PlacedPassage, wanted: SnippetQuery, language: str, told: frozenset[str]) -> float:
    """Return the share of the query in a passage, weighed by rarity; a phrase in it counts as all.

    What title and heading tell, `told` and the passage's own, every passage below them is about.
    """
    lower = placed.text.lower()
    if any(phrase in lower for phrase in wanted.phrases):
        return 1.0
    total = sum(word.weight for word in wanted.words)
    if total <= 0:
        return 0.0
    stems = told.union(stem_words(f"{placed.passage.heading}\n{placed.text}", language))
    return sum(word.weight * word.share(stems) for word in wanted.words) / total
