"""The tail: appended vectors are found exactly, trimmed ones are not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.index.vectors.exact import search_rows
from findling.index.vectors.tail import Tail
from vectorsets import DIMENSIONS, make_unit_vectors

VECTORS = make_unit_vectors(20_000)
STEPS = st.lists(
    st.one_of(st.tuples(st.just("extend"), st.integers(0, 6_000)), st.tuples(st.just("trim"), st.floats(0, 1))),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(1, 3))
def test_it_holds_what_came_and_was_not_trimmed(steps, gap):
    tail, first, end = Tail(DIMENSIONS), 0, 0
    labels = np.arange(1, len(VECTORS) + 1, dtype=np.int64) * gap
    for step, amount in steps:
        if step == "extend":
            stop = min(end + int(amount), len(VECTORS))
            tail.extend(labels[end:stop], VECTORS[end:stop])
            end = stop
        else:
            first = max(first, first + int(amount * (end - first)))
            tail.trim(int(labels[first - 1]) if first else 0)
    held = labels[first:end]
    assert len(tail) == len(held)
    assert (tail.first_label, tail.last_label) == ((held[0], held[-1]) if len(held) else (None, None))
    query = VECTORS[3].astype(np.float32)
    found, expected = tail.search(query, 20), search_rows(query, held, VECTORS[first:end], 20)
    assert found.scores == pytest.approx(expected.scores, abs=1e-6)
    assert set(found.labels.tolist()) <= set(held.tolist())


def test_an_empty_tail_has_no_neighbours():
    assert len(Tail(DIMENSIONS).search(VECTORS[0].astype(np.float32), 10)) == 0


def test_more_than_there_are_gives_all():
    tail = Tail(DIMENSIONS)
    tail.extend(np.array([5, 6], np.int64), VECTORS[:2])
    assert sorted(tail.search(VECTORS[0].astype(np.float32), 10).labels.tolist()) == [5, 6]


def test_a_label_comes_once_even_after_it_was_trimmed():
    tail = Tail(DIMENSIONS)
    tail.extend(np.array([5, 6], np.int64), VECTORS[:2])
    tail.trim(6)
    with pytest.raises(ValueError, match="ascend"):
        tail.extend(np.array([6], np.int64), VECTORS[:1])


@pytest.mark.parametrize(("labels", "rows"), [([1, 1], 2), ([2, 1], 2), ([0], 1), ([1], 2)])
def test_rows_that_do_not_fit_are_refused(labels, rows):
    with pytest.raises(ValueError, match=r"ascend|shape"):
        Tail(DIMENSIONS).extend(np.array(labels, np.int64), VECTORS[:rows])


def test_a_damaged_vector_is_left_out_and_the_others_stay():
    vectors = VECTORS[:3].copy()
    vectors[1, 0] = np.nan
    tail = Tail(DIMENSIONS)
    tail.extend(np.array([1, 2, 3], np.int64), vectors)
    assert sorted(tail.search(VECTORS[0].astype(np.float32), 3).labels.tolist()) == [1, 3]
