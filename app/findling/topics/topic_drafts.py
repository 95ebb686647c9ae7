"""Drafts of topics: their documents, the former topics that they carry on, and names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from findling.topics.topic_divisions import find_centres
from findling.topics.topic_matching import match_topics
from findling.topics.topic_names import TopicSample, count_sampled, name_topics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from findling.topics.topic_divisions import Division
    from findling.topics.topic_names import SampledText


@dataclass(frozen=True, slots=True, eq=False)
class TopicDraft:
    """Topic that is not stored yet.

    Attributes:
        rows: int64, its documents.
        parent: position, among all drafts, of the topic around it; None for an outer one.
        kept_id: id of the stored topic that it carries on; None for a new one.
        terms: its name, once it has one.
    """

    rows: NDArray[np.int64]
    parent: int | None = None
    kept_id: int | None = None
    terms: tuple[str, ...] = ()


def draft_topics(division: Division, before: Division, terms: Mapping[int, tuple[str, ...]]) -> list[TopicDraft]:
    """Return a draft of each topic and part; what carries on a stored topic has that one's name.

    Args:
        division: by numbers.
        before: by ids of stored topics.
        terms: names of those, by id.
    """
    drafts = _draft_level(division.outer, before.outer, terms)
    parents = len(drafts)
    for part in _draft_level(division.inner, before.inner, terms):
        parent = next(at for at in range(parents) if drafts[at].rows[0] <= part.rows[0] and _holds(drafts[at], part))
        drafts.append(replace(part, parent=parent))
    return drafts


def name_drafts(
    drafts: Sequence[TopicDraft],
    centred: NDArray[np.float32],
    read: Callable[[NDArray[np.int64]], list[SampledText]],
    encode: Callable[[Sequence[str]], NDArray[np.float32]],
) -> Iterator[list[TopicDraft] | None]:
    """Name the drafts that have no name; yields None between two steps, and all of them last.

    Args:
        drafts: as `draft_topics` gives them.
        centred: float32 (documents, dimensions), centred and of length 1.
        read: gives the texts of documents by their rows.
        encode: gives the vectors of terms.
    """
    named = list(drafts)
    families = [None, *(at for at, draft in enumerate(drafts) if draft.parent is None)]
    for family in families:
        members = [at for at, draft in enumerate(drafts) if draft.parent == family]
        if all(named[at].terms for at in members):
            continue
        avoided = () if family is None else named[family].terms
        samples = [_sample(named[at], centred, avoided, read, count_sampled(len(members))) for at in members]
        found = []
        for terms in name_topics(samples, encode):
            found += [] if terms is None else [terms]
            yield None
        for at, terms in zip(members, found, strict=True):
            named[at] = replace(named[at], terms=named[at].terms or terms)
    yield named


def _draft_level(
    numbers: NDArray[np.int64], before: NDArray[np.int64], terms: Mapping[int, tuple[str, ...]]
) -> list[TopicDraft]:
    kept = match_topics(before, numbers)
    return [
        TopicDraft(np.flatnonzero(numbers == number), None, kept.get(number), terms.get(kept.get(number, -1), ()))
        for number in range(int(numbers.max(initial=-1)) + 1)
    ]


def _holds(outer: TopicDraft, part: TopicDraft) -> bool:
    return bool(np.isin(part.rows[0], outer.rows))


def _sample(
    draft: TopicDraft,
    centred: NDArray[np.float32],
    avoided: tuple[str, ...],
    read: Callable[[NDArray[np.int64]], list[SampledText]],
    count: int,
) -> TopicSample:
    members = centred[draft.rows]
    centre = find_centres(members, np.zeros(len(members), np.int64), 1)[0]
    typical = np.argsort(-(members @ centre), kind="stable")[:count]
    return TopicSample(read(draft.rows[typical]), centre, avoided)
