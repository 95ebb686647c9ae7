"""When to publish, and what: a pure decision over the published segments, the tail and what was deleted since.

The newest segment is open: it grows by the tail, whose vectors are placed in a private copy of its graph, until it is
full. So every vector is placed once, which is most of the work, and written about three times, because the tail may
be as long as half of the open segment. Tiers merged four to one write a little less and place each vector twice; one
graph for all needs a tail, or a rewrite, as large as the library. docs/benchmarks.md has the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.index.vectors.index_manifest import Manifest, SegmentRecord

LARGEST_LABEL = 2**63 - 1
"""SQLite's largest row id."""


@dataclass(frozen=True, slots=True)
class MergePolicy:
    """The sizes by which an index grows; counts are of vectors.

    Attributes:
        shortest_tail: a shorter one is not worth a segment; scoring it takes about 1 ms.
        tail_share: the tail is published when it has this share of the open segment, ...
        longest_tail: ... or this length, at which scoring it takes about 4 ms. No step publishes more.
        largest_segment: a segment that the tail would push beyond is closed, and the next one begun.
        dead_share: a segment with more deleted vectors is built anew without them. Recall does not suffer from dead
            vectors, but time does: it doubles at one half.
        dead_share_growing: the same for the open segment when it is about to be rewritten anyway.
    """

    shortest_tail: int = 16_384
    tail_share: float = 0.5
    longest_tail: int = 65_536
    largest_segment: int = 262_144
    dead_share: float = 0.3
    dead_share_growing: float = 0.15


@dataclass(frozen=True, slots=True)
class MergeStep:
    """One segment to publish in the place of none, one or several.

    Attributes:
        start, stop: `segments[start:stop]` of the manifest are replaced.
        base: the segment whose graph is kept and added to, or None.
        first_label, last_label: the range whose live vectors are to be placed, both inclusive.
        covers: the segment covers all labels up to this one, be they live or not; those of the tail come after it.
        limit: at most so many vectors of the tail are placed.
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
    manifest: Manifest, tail_count: int, dead: Sequence[int], *, growth: MergePolicy, calm: bool = False
) -> MergeStep | None:
    """Decide what to publish now.

    Args:
        manifest: what is published.
        tail_count: live vectors after the manifest's last label.
        dead: for each segment, how many of its vectors belong to passages that are gone.
        growth: the sizes to go by.
        calm: nothing else is to be done, so a tail is published as soon as it is worth a segment.

    Returns:
        The next step, or None if all is well; ask again after each.
    """
    if _is_due(manifest, tail_count, growth, calm=calm):
        return _grow(manifest, min(tail_count, growth.longest_tail), dead, growth)
    return _rebuild(manifest.segments, dead, growth)


def _is_due(manifest: Manifest, tail_count: int, growth: MergePolicy, *, calm: bool) -> bool:
    if tail_count < growth.shortest_tail:
        return False
    opened = manifest.segments[-1].count if manifest.segments else 0
    fits = opened + tail_count <= growth.largest_segment
    wanted = growth.tail_share * opened if fits and not calm else growth.shortest_tail
    return tail_count >= min(wanted, growth.longest_tail)


def _grow(manifest: Manifest, added: int, dead: Sequence[int], growth: MergePolicy) -> MergeStep:
    end, covers = len(manifest.segments), manifest.last_label
    if manifest.segments:
        opened = manifest.segments[-1]
        anew = dead[-1] > growth.dead_share_growing * opened.count
        kept = opened.count - dead[-1] if anew else opened.count
        if kept + added <= growth.largest_segment:
            base, first = (None, opened.first_label) if anew else (opened, covers + 1)
            return MergeStep(end - 1, end, base, first, LARGEST_LABEL, covers, added, opened.count + added)
    return MergeStep(end, end, None, covers + 1, LARGEST_LABEL, covers, added, added)


def _rebuild(segments: Sequence[SegmentRecord], dead: Sequence[int], growth: MergePolicy) -> MergeStep | None:
    """Build the deadest segment anew, together with its neighbours while all of them make half a segment at most."""
    shares = [gone / segment.count for gone, segment in zip(dead, segments, strict=True)]
    if not shares or max(shares) <= growth.dead_share:
        return None
    live = [segment.count - gone for gone, segment in zip(dead, segments, strict=True)]
    start = shares.index(max(shares))
    stop = start + 1
    while start > 0 and sum(live[start - 1 : stop]) <= growth.largest_segment // 2:
        start -= 1
    while stop < len(segments) and sum(live[start : stop + 1]) <= growth.largest_segment // 2:
        stop += 1
    first, last = segments[start].first_label, segments[stop - 1].last_label
    return MergeStep(start, stop, None, first, last, last, 0, sum(segment.count for segment in segments[start:stop]))
