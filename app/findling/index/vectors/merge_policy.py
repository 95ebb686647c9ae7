"""Merge policy: a pure decision over published segments, the tail and deleted vectors.

The newest segment is open: it grows by the tail, whose vectors are placed in a private copy of its graph, until it is
full. So every vector is placed once, which is most of the work, and written about three times, because the tail may
be as long as half of the open segment. Tiers merged four to one write a little less and place each vector twice; one
graph for all needs a tail, or a rewrite, as large as the library. docs/benchmarks.md has the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.index.vectors.index_manifest import Manifest, SegmentRecord

LARGEST_LABEL = 2**63 - 1
"""SQLite's largest row id."""


@dataclass(frozen=True, slots=True)
class MergePolicy:
    """Sizes by which an index grows; counts are of vectors.

    Attributes:
        shortest_tail: a shorter one is not worth a segment; scoring it takes about 1 ms.
        tail_share: the tail is published when it has this share of the open segment, ...
        longest_tail: ... or this length, at which scoring it takes about 4 ms. No step publishes more.
        largest_segment: a segment that the tail would push beyond is closed, and the next one begun.
        deleted_share: a segment with more deleted vectors is rebuilt without them. They cost no recall, but time: it
            doubles at one half.
        deleted_share_growing: the same for the open segment when it is about to be rewritten anyway.
    """

    shortest_tail: int = 16_384
    tail_share: float = 0.5
    longest_tail: int = 65_536
    largest_segment: int = 262_144
    deleted_share: float = 0.3
    deleted_share_growing: float = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeStep:
    """One segment to publish in the place of none, one or several.

    Attributes:
        start, stop: `segments[start:stop]` of the manifest are replaced.
        base: the segment whose graph is kept and added to, or None.
        first_label, last_label: the range whose live vectors are to be placed, both inclusive.
        covers: the last label that is covered, live or not, before those of the tail.
        limit: of vectors of the tail to place.
        capacity: vectors to have room for, those in the base among them.
    """

    start: int
    stop: int
    base: SegmentRecord | None
    first_label: int
    last_label: int
    covers: int
    limit: int
    capacity: int


def plan_step(
    manifest: Manifest, tail_count: int, deleted: Sequence[int], *, policy: MergePolicy, idle: bool = False
) -> MergeStep | None:
    """Decide what to publish now.

    Args:
        manifest: what is published.
        tail_count: live vectors after the manifest's last label.
        deleted: for each segment, how many of its vectors are deleted.
        policy: sizes.
        idle: publish a tail as soon as it is worth a segment.

    Returns:
        The next step, or None if there is none.
    """
    if _is_due(manifest, tail_count, policy, idle=idle):
        return _grow(manifest, min(tail_count, policy.longest_tail), deleted, policy)
    return _rebuild(manifest.segments, deleted, policy)


def _is_due(manifest: Manifest, tail_count: int, policy: MergePolicy, *, idle: bool) -> bool:
    if tail_count < policy.shortest_tail:
        return False
    opened = manifest.segments[-1].count if manifest.segments else 0
    fits = opened + tail_count <= policy.largest_segment
    wanted = policy.tail_share * opened if fits and not idle else policy.shortest_tail
    return tail_count >= min(wanted, policy.longest_tail)


def _grow(manifest: Manifest, added: int, deleted: Sequence[int], policy: MergePolicy) -> MergeStep:
    end, covers = len(manifest.segments), manifest.last_label
    step = MergeStep(
        start=end,
        stop=end,
        base=None,
        first_label=covers + 1,
        last_label=LARGEST_LABEL,
        covers=covers,
        limit=added,
        capacity=added,
    )
    if not manifest.segments:
        return step
    opened = manifest.segments[-1]
    rebuilt = deleted[-1] > policy.deleted_share_growing * opened.count
    kept = opened.count - deleted[-1] if rebuilt else opened.count
    if kept + added > policy.largest_segment:
        return step
    step = replace(step, start=end - 1, capacity=opened.count + added)
    return replace(step, first_label=opened.first_label) if rebuilt else replace(step, base=opened)


def _rebuild(segments: Sequence[SegmentRecord], deleted: Sequence[int], policy: MergePolicy) -> MergeStep | None:
    """Rebuild the segment with most deleted, with neighbours up to half a segment in all."""
    shares = [gone / segment.count for gone, segment in zip(deleted, segments, strict=True)]
    if not shares or max(shares) <= policy.deleted_share:
        return None
    live = [segment.count - gone for gone, segment in zip(deleted, segments, strict=True)]
    start = shares.index(max(shares))
    stop = start + 1
    while start > 0 and sum(live[start - 1 : stop]) <= policy.largest_segment // 2:
        start -= 1
    while stop < len(segments) and sum(live[start : stop + 1]) <= policy.largest_segment // 2:
        stop += 1
    first, last = segments[start].first_label, segments[stop - 1].last_label
    return MergeStep(
        start=start,
        stop=stop,
        base=None,
        first_label=first,
        last_label=last,
        covers=last,
        limit=0,
        capacity=sum(segment.count for segment in segments[start:stop]),
    )
