"""Equal vectors: placed once, found under all their labels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.index.vectors.exact import Neighbours
from findling.index.vectors.hnsw_graph import HnswGraph
from findling.index.vectors.segment import NO_COPIES, Copies, Segment, SegmentBuilder
from vectorsets import DIMENSIONS, make_unit_vectors

PAIRS = st.lists(st.tuples(st.integers(1, 9), st.integers(10, 99)), unique_by=lambda pair: pair[1], max_size=30)


def _as_arrays(pairs):
    return np.array([first for first, _ in pairs], np.int64), np.array([second for _, second in pairs], np.int64)


@given(PAIRS, st.lists(st.integers(1, 9), unique=True), st.integers(1, 40))
def test_copies_are_found_where_their_vector_is(pairs, found, k):
    scores = {label: np.float32(1 - position / 16) for position, label in enumerate(found)}
    copies = Copies.of(*_as_arrays(pairs))
    result = copies.add_to(Neighbours(np.array(found, np.int64), np.array(list(scores.values()), np.float32)), k)
    everything = [*scores.items(), *((label, scores[placed]) for placed, label in pairs if placed in scores)]
    expected = sorted(everything, key=lambda item: (-item[1], item[0]))
    if len(everything) == len(found):
        k = max(k, len(found))
    assert list(zip(result.labels.tolist(), result.scores.tolist(), strict=False)) == expected[:k]


@given(PAIRS)
def test_copies_are_read_as_they_were_written(pairs):
    copies = Copies.of(*_as_arrays(pairs))
    read = Copies.from_bytes(copies.to_bytes())
    assert (read.placed.tolist(), read.labels.tolist()) == (copies.placed.tolist(), copies.labels.tolist())


def test_a_torn_list_of_copies_is_refused():
    with pytest.raises(ValueError, match="reshape"):
        Copies.from_bytes(b"\0" * 24)


def test_boilerplate_does_not_tear_the_graph_apart():
    """Without copies set apart, most of these queries find not even one of their ten nearest."""
    distinct = make_unit_vectors(2_000, dimensions=64)
    vectors = np.concatenate([distinct, np.repeat(distinct[:4], 500, axis=0)])
    vectors = vectors[np.random.default_rng(1).permutation(len(vectors))]
    labels = np.arange(1, len(vectors) + 1, dtype=np.int64)
    builder = SegmentBuilder(Segment(HnswGraph.create(64, len(vectors))))
    for start in range(0, len(vectors), 256):
        builder.add(labels[start : start + 256], vectors[start : start + 256])
    segment = builder.finish()
    assert (len(segment), len(segment.graph)) == (4_000, 2_000)
    wide = vectors.astype(np.float32)
    reached = []
    for query in make_unit_vectors(200, seed=2, dimensions=64).astype(np.float32):
        tenth = np.sort(wide @ query)[-10]
        reached.append(np.mean(segment.search(query, 10).scores >= tenth - 1e-5))
    assert np.mean(reached) >= 0.99


def test_a_builder_goes_on_where_a_segment_ended():
    vectors = make_unit_vectors(600)
    labels = np.arange(1, 1_201, dtype=np.int64)
    builder = SegmentBuilder(Segment(HnswGraph.create(DIMENSIONS, 1_200)))
    builder.add(labels[:600], vectors)
    again = SegmentBuilder(builder.finish())
    again.add(labels[600:], vectors)
    segment = again.finish()
    assert (len(segment.graph), len(segment.copies)) == (600, 600)
    found = segment.search(vectors[9].astype(np.float32), 2)
    assert found.labels.tolist() == [10, 610]


def test_a_segment_without_copies_passes_on_what_the_graph_found():
    found = Neighbours(np.array([3], np.int64), np.array([0.5], np.float32))
    assert NO_COPIES.add_to(found, 5) is found
