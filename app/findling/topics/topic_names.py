"""Names of topics: words frequent in one and rare in others, that mean what it is about.

Words are ranked by class-based TF-IDF (Grootendorst 2022, arXiv 2203.05794), counting in how many documents each stands
and not how often, so that no long document names a topic alone. The best are ranked again by the cosine between their
own vectors and the topic's centre, which words of function never are near to.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.storage.half_precision import to_unit_length
from findling.topics.topic_words import find_spelling, find_stop_words, list_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

_MOST_SAMPLED = 200
"""Documents of a topic whose words are counted, the most typical ones, at most."""

_LEAST_SAMPLED, _SAMPLED_BESIDE = 30, 4_000
"""Documents of a topic that are counted where there are many, and of all that stand beside each other, about."""

_CANDIDATES = 25
_TERMS = 3
_LEAST_COSINE = 0.1
_LEAST_SHARE = 0.04
_SAME_BEGINNING = 5
_INFLECTION = 2
_COMMON_LANGUAGE = 0.05


@dataclass(frozen=True, slots=True)
class SampledText:
    """Text of a document of a topic."""

    title: str
    text: str
    language: str


@dataclass(frozen=True, slots=True, eq=False)
class TopicSample:
    """Documents by which a topic is named.

    Attributes:
        centre: float32 (dimensions,), of length 1, of centred vectors.
        avoided: terms of a topic around it, which tell nothing of this one.
    """

    texts: Sequence[SampledText]
    centre: NDArray[np.float32]
    avoided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermCounts:
    """Document frequencies: in how many of some documents each term stands.

    Attributes:
        languages: that are common among the documents.
    """

    shares: dict[str, float]
    languages: tuple[str, ...]


def count_sampled(topics: int) -> int:
    """Return how many documents of each topic are counted, of so many topics side by side."""
    return min(max(_SAMPLED_BESIDE // max(topics, 1), _LEAST_SAMPLED), _MOST_SAMPLED)


def count_terms(texts: Sequence[SampledText]) -> TermCounts:
    """Return the shares of documents in which terms stand, without those of few."""
    counts: Counter[str] = Counter()
    for each in texts:
        counts.update(list_terms(each.title, each.text))
    least = max(2, math.ceil(_LEAST_SHARE * len(texts)))
    spoken = Counter(each.language for each in texts)
    common = tuple(language for language, count in spoken.items() if count >= _COMMON_LANGUAGE * len(texts))
    shares = {term: count / len(texts) for term, count in counts.items() if count >= least}
    return TermCounts(shares, common)


def list_candidates(counts: TermCounts, everywhere: Mapping[str, float], classes: int) -> list[str]:
    """Return the terms that tell a topic from its like, the best first.

    Args:
        counts: of the topic.
        everywhere: sums of the shares over all topics.
        classes: how many topics there are.
    """
    scores = {
        term: share * math.log(1 + classes * share / everywhere[term] ** 2) for term, share in counts.shares.items()
    }
    ranked = sorted(scores, key=lambda term: (-scores[term], term))[: 4 * _CANDIDATES]
    stopped = find_stop_words(ranked, counts.languages)
    return [term for term in ranked if term not in stopped][:_CANDIDATES]


def name_topics(
    samples: Sequence[TopicSample], encode: Callable[[Sequence[str]], NDArray[np.float32]]
) -> Iterator[tuple[str, ...] | None]:
    """Name topics that stand beside each other; yields None between steps, terms in order.

    Args:
        samples: of all topics that are to be told apart.
        encode: gives the vectors of terms, float32 (terms, dimensions).
    """
    counted = []
    for sample in samples:
        counted.append(count_terms(sample.texts))
        yield None
    everywhere: defaultdict[str, float] = defaultdict(float)
    for counts in counted:
        for term, share in counts.shares.items():
            everywhere[term] += share
    candidates = [list_candidates(counts, everywhere, len(samples)) for counts in counted]
    vocabulary = sorted({term for terms in candidates for term in terms})
    vectors: dict[str, NDArray[np.float32]] = {}
    if vocabulary:
        matrix = encode(vocabulary)
        vectors = dict(zip(vocabulary, to_unit_length(matrix - matrix.mean(axis=0)), strict=True))
    yield None
    for sample, terms in zip(samples, candidates, strict=True):
        chosen = _choose([term for term in terms if term not in sample.avoided], vectors, sample)
        texts = [f"{each.title}\n{each.text}" for each in sample.texts]
        yield tuple(find_spelling(term, texts) for term in chosen)


def _choose(terms: Sequence[str], vectors: dict[str, NDArray[np.float32]], sample: TopicSample) -> list[str]:
    """Return the terms that rank well and lie near the centre, none alike in their beginnings."""
    cosines = {term: float(vectors[term] @ sample.centre) for term in terms}
    best = max(cosines.values(), default=1.0)
    scores = {
        term: (1 - rank / len(terms)) / 2 + cosines[term] / max(best, 1e-9) / 2 for rank, term in enumerate(terms)
    }
    near = [term for term in terms if cosines[term] > _LEAST_COSINE] or list(terms)
    chosen: list[str] = []
    for term in sorted(near, key=lambda term: -scores[term]):
        others = [word for other in (*chosen, *sample.avoided) for word in other.casefold().split()]
        if not any(_are_alike(word, other) for word in term.split() for other in others):
            chosen.append(term)
        if len(chosen) == _TERMS:
            break
    return chosen or list(terms[:1])


def _are_alike(word: str, other: str) -> bool:
    """Return whether two words are most likely forms of one, as "gun" and "guns"."""
    shorter, longer = sorted((word, other), key=len)
    is_inflected = longer.startswith(shorter) and len(longer) - len(shorter) <= _INFLECTION
    return is_inflected or word[:_SAME_BEGINNING] == other[:_SAME_BEGINNING]
