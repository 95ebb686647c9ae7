"""Merge policy: invariants over any history of arrivals and deletions, and single cases."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.index.vectors.index_manifest import Manifest, SegmentRecord
from findling.index.vectors.merge_policy import LARGEST_LABEL, MergePolicy, MergeStep, plan_step
from vectorsets import SMALL


def _record(first: int, last: int, count: int | None = None) -> SegmentRecord:
    count = last - first + 1 if count is None else count
    return SegmentRecord(
        name=f"{first}-{last}",
        count=count,
        copies=0,
        first_label=first,
        last_label=last,
        size=count * 100,
        graph_digest="",
        copies_digest="",
        links=16,
        effort=200,
    )


def _manifest(*segments: SegmentRecord) -> Manifest:
    return Manifest("model", 8, len(segments), segments)


ONE = _manifest(_record(1, 1_000))
TWO = _manifest(_record(1, 1_500), _record(1_501, 2_500))


@pytest.mark.parametrize(
    ("manifest", "tail", "deleted", "idle", "expected"),
    [
        pytest.param(_manifest(), 199, [], True, None, id="a short tail waits, however idle it is"),
        pytest.param(_manifest(), 200, [], False, (0, 0, None, 1, 200, 200), id="the first segment"),
        pytest.param(
            _manifest(), 9_999, [], False, (0, 0, None, 1, 800, 800), id="no step is longer than the longest tail"
        ),
        pytest.param(ONE, 499, [0], False, None, id="a tail below half of the open segment waits"),
        pytest.param(ONE, 499, [0], True, (0, 1, 0, 1_001, 499, 1_499), id="when idle it does not"),
        pytest.param(ONE, 500, [0], False, (0, 1, 0, 1_001, 500, 1_500), id="the open segment grows"),
        pytest.param(ONE, 700, [0], False, (1, 1, None, 1_001, 700, 700), id="a full one is closed"),
        pytest.param(
            ONE, 500, [160], False, (0, 1, None, 1, 500, 1_500), id="one with deleted vectors grows without them"
        ),
        pytest.param(TWO, 0, [450, 0], False, None, id="some deleted vectors are kept"),
        pytest.param(TWO, 0, [451, 0], False, (0, 1, None, 1, 0, 1_500), id="many are not"),
        pytest.param(TWO, 0, [0, 1_000], False, (1, 2, None, 1_501, 0, 1_000), id="nor is a segment of nothing else"),
        pytest.param(TWO, 0, [1_450, 300], False, (0, 2, None, 1, 0, 2_500), id="small neighbours are built as one"),
        pytest.param(TWO, 500, [1_450, 0], False, (1, 2, 1, 2_501, 500, 1_500), id="the tail comes first"),
    ],
)
def test_what_is_next(manifest, tail, deleted, idle, expected):
    step = plan_step(manifest, tail, deleted, policy=SMALL, idle=idle)
    if expected is None:
        assert step is None
    else:
        start, stop, base, first, limit, capacity = expected
        base = None if base is None else manifest.segments[base]
        assert step is not None
        assert (step.start, step.stop, step.base, step.first_label) == (start, stop, base, first)
        assert (step.limit, step.capacity) == (limit, capacity)


def _carry_out(manifest: Manifest, step: MergeStep, live: list[int]) -> Manifest:
    streamed = [label for label in live if step.first_label <= label <= step.last_label]
    covered = sum(label <= step.covers for label in streamed)
    placed = streamed[: covered + step.limit]
    replaced = manifest.segments[step.start : step.stop]
    count = len(placed) + (step.base.count if step.base else 0)
    assert count <= step.capacity
    first = replaced[0].first_label if replaced else step.first_label
    last = max([*placed[-1:], step.covers])
    made = (_record(first, last, count),) if count else ()
    segments = (*manifest.segments[: step.start], *made, *manifest.segments[step.stop :])
    return Manifest("model", 8, manifest.generation + 1, segments)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3_000), st.floats(0, 1), st.booleans()), max_size=6), st.integers(0, 2**32))
def test_any_history_ends_in_order(history, seed):
    random = Random(seed)
    manifest, live, next_label = _manifest(), [], 1
    for arrived, removed, idle in history:
        live += range(next_label, next_label + arrived)
        next_label += arrived
        live = [label for label in live if random.random() > removed * 0.5]
        for _ in range(100):
            held = [sum(part.first_label <= label <= part.last_label for label in live) for part in manifest.segments]
            tail = [label for label in live if label > manifest.last_label]
            deleted = [part.count - alive for part, alive in zip(manifest.segments, held, strict=True)]
            assert all(gone >= 0 for gone in deleted)
            step = plan_step(manifest, len(tail), deleted, policy=SMALL, idle=idle)
            if step is None:
                break
            before = manifest
            manifest = _carry_out(manifest, step, live)
            # A reader trims its tail by the last label, so nothing alive may fall back behind it.
            assert not [label for label in live if manifest.last_label < label <= before.last_label]
        else:
            pytest.fail("it publishes for ever")
        assert len(tail) < SMALL.longest_tail
        counts = [part.count for part in manifest.segments]
        assert all(gone <= SMALL.deleted_share * count for gone, count in zip(deleted, counts, strict=True))
        assert all(count <= SMALL.largest_segment for count in counts)
        ends = [label for part in manifest.segments for label in (part.first_label, part.last_label)]
        assert ends == sorted(ends)


def test_a_million_vectors_are_few_segments_each_placed_once():
    growth, manifest, placed, written, tail, longest = MergePolicy(), _manifest(), 0, 0, 0, 0
    for _ in range(1_000_000 // 2_000):
        tail += 2_000
        longest = max(longest, tail)
        step = plan_step(manifest, tail, [0] * len(manifest.segments), policy=growth)
        if step:
            first = manifest.last_label + 1
            placed, tail = placed + step.limit, tail - step.limit
            start = step.base.first_label if step.base else first
            record = _record(start, first + step.limit - 1)
            written += record.count
            manifest = Manifest("model", 8, 0, (*manifest.segments[: step.start], record))
    assert placed + tail == 1_000_000
    assert len(manifest.segments) <= 6
    assert longest < growth.longest_tail + 2_000
    assert written <= 4 * 1_000_000


def test_the_range_after_the_last_label_is_open():
    step = plan_step(ONE, 500, [0], policy=SMALL)
    assert step is not None
    assert step.last_label == LARGEST_LABEL
