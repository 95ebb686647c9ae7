"""Choice of the passages to show of a result: nearest in meaning, or with the words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from findling.domain.search import Hit
from findling.index.lexical.analysis import stem_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.index.lexical.lexical_reader import WeighedWord
    from findling.storage.stored_passages import PlacedPassage, StoredPassages

_EXAMINED = 24
_MEANING_SHARE = 0.6
_NEAR = 0.85

_OWN = 0.5
"""Weight of what a passage says itself, and can be marked, beside what its title and headings say as well."""

WORTH = 0.6
"""Share of the best passage's score that a further one needs to be shown; set by hand on the sample library."""


@dataclass(frozen=True)
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

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of all words."""
        return frozenset(stem for word in self.words for form in word.forms for stem in form)

    @cached_property
    def total(self) -> float:
        """Sum of the weights of the words."""
        return sum(word.weight for word in self.words)


@dataclass(frozen=True, slots=True)
class ChosenPassages:
    """Passages to show.

    Attributes:
        hits: best first.
        coverage: the most of the query, weighed by rarity, that one passage with its heading and the title holds, 0..1.
    """

    hits: tuple[Hit, ...]
    coverage: float


def choose_passages(
    passages: StoredPassages,
    cosines: Mapping[int, float],
    wanted: SnippetQuery,
    language: str,
    limit: int,
    title: str = "",
) -> ChosenPassages:
    """Choose up to `limit` passages, best first; drop those far behind the best."""
    examined = [passages.cut(at) for at in _preselect(passages, cosines, wanted)]
    told = wanted.stems.intersection(stem_words(title, language)) if wanted.words else frozenset[str]()
    shares, owned = [], []
    for placed in examined:
        share, own = _share(placed, wanted, language, told)
        shares.append(share)
        owned.append((1 - _OWN) * share + _OWN * own)
    scores = [
        _score(max(cosines.get(placed.id, 0.0), 0.0), share, wanted)
        for placed, share in zip(examined, owned, strict=True)
    ]
    best = sorted(range(len(examined)), key=lambda at: (-scores[at], examined[at].passage.start))[:limit]
    nearest = max(cosines.values(), default=0.0)
    shown = tuple(
        _to_hit(examined[at], scores[at], _name_ways(cosines, cosines.get(examined[at].id, 0.0), nearest, shares[at]))
        for at in best
        if scores[at] >= WORTH * scores[best[0]]
    )
    return ChosenPassages(shown, max(shares, default=0.0))


def _score(cosine: float, share: float, wanted: SnippetQuery) -> float:
    return round(min(wanted.weight * cosine + (1 - wanted.weight) * min(share, 1.0), 1.0), 4)


def _name_ways(cosines: Mapping[int, float], cosine: float, nearest: float, share: float) -> tuple[str, ...]:
    """Return what found a passage: meaning, words or both."""
    by_meaning = cosine > 0 and cosine >= _NEAR * nearest
    by = tuple(way for way, holds in (("meaning", by_meaning), ("words", share > 0)) if holds)
    return by or ("meaning",) if cosines else by


def _to_hit(placed: PlacedPassage, score: float, by: tuple[str, ...]) -> Hit:
    passage = placed.passage
    return Hit(placed.text.strip(), score, passage.page, passage.heading, passage.start, passage.end, by)


def _preselect(passages: StoredPassages, cosines: Mapping[int, float], wanted: SnippetQuery) -> Sequence[int]:
    """Preselect a long document's passages by place, since stemming all takes too long."""
    if len(passages) <= 2 * _EXAMINED:
        return range(len(passages))
    places = range(len(passages))
    near = sorted(places, key=lambda at: -cosines.get(passages.id_at(at), 0.0))[:_EXAMINED]
    # A stem is nearly always how its word begins; what is missed here is found by meaning.
    beginnings = [stem[: max(len(stem) - 1, 3)] for stem in wanted.stems] + list(wanted.phrases)
    texts = [passages.text_at(at).lower() for at in places]
    holding = sorted(places, key=lambda at: -sum(start in texts[at] for start in beginnings))[:_EXAMINED]
    return sorted({*near, *holding}, key=lambda at: passages.id_at(at))


def _share(placed: PlacedPassage, wanted: SnippetQuery, language: str, told: frozenset[str]) -> tuple[float, float]:
    """Return the share of the query in a passage, weighed by rarity, and in its own text alone.

    A phrase in it counts as all. What title and heading tell, `told` and the passage's own, every passage below them is
    about.
    """
    if wanted.phrases:
        lower = placed.text.lower()
        if any(phrase in lower for phrase in wanted.phrases):
            return 1.0, 1.0
    if wanted.total <= 0:
        return 0.0, 0.0
    own = wanted.stems.intersection(stem_words(placed.text, language))
    stems = own | told | wanted.stems.intersection(stem_words(placed.passage.heading, language))
    return _weigh(stems, wanted), _weigh(own, wanted)


def _weigh(stems: frozenset[str], wanted: SnippetQuery) -> float:
    return sum(word.weight * word.share(stems) for word in wanted.words) / wanted.total if stems else 0.0
