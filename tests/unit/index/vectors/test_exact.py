"""Exact search, and its check of vectors."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from findling.index.vectors.exact import Neighbours, check_query, merge, search_rows, take_best, widen_unit_rows
from vectorsets import make_unit_vectors

SCORES = npst.arrays(
    np.float32, st.integers(0, 60), elements=st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0, np.nan, np.inf])
)


@given(SCORES, st.integers(0, 70))
def test_the_best_come_first_and_ties_by_label(scores, k):
    labels = np.arange(100, 100 + len(scores), dtype=np.int64)[::-1].copy()
    found = take_best(labels, scores, k)
    numbers = [(-score, label) for score, label in zip(scores.tolist(), labels.tolist(), strict=True)]
    expected = sorted(pair for pair in numbers if np.isfinite(pair[0]))[:k]
    assert list(zip((-found.scores).tolist(), found.labels.tolist(), strict=True)) == expected


@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_rows_are_scored_whatever_their_precision(dtype):
    vectors = make_unit_vectors(20_000)
    query = vectors[7].astype(np.float32)
    found = search_rows(query, np.arange(20_000, dtype=np.int64), vectors.astype(dtype), 5)
    scores = vectors.astype(np.float64) @ query
    assert found.labels.tolist() == np.argsort(-scores)[:5].tolist()
    assert found.scores == pytest.approx(np.sort(scores)[::-1][:5], abs=1e-5)
    assert (found.labels.dtype, found.scores.dtype) == (np.int64, np.float32)


def test_no_rows_have_no_neighbours():
    assert len(search_rows(np.ones(4, np.float32), np.empty(0, np.int64), np.empty((0, 4), np.float16), 3)) == 0


@given(SCORES, st.integers(1, 5), st.integers(1, 70))
def test_merging_parts_is_searching_the_whole(scores, parts, k):
    labels = np.arange(len(scores), dtype=np.int64)
    found = merge([take_best(labels[part::parts], scores[part::parts], k) for part in range(parts)], k)
    whole = take_best(labels, scores, k)
    assert found.labels.tolist() == whole.labels.tolist()
    assert found.scores.tolist() == whole.scores.tolist()


def test_merging_nothing_gives_nothing():
    assert len(merge([], 3)) == 0
    assert len(merge([Neighbours(np.empty(0, np.int64), np.empty(0, np.float32))], 3)) == 0


@pytest.mark.parametrize("query", [np.ones(3), np.ones((1, 4)), [1, 2, 3, np.nan], [1, 2, 3, np.inf]])
def test_what_no_encoder_gives_is_refused(query):
    with pytest.raises(ValueError, match="a query"):
        check_query(np.asarray(query, np.float32), 4)


def test_vectors_that_are_not_unit_vectors_are_left_out():
    vectors = make_unit_vectors(6)
    vectors[1] = np.nan
    vectors[2, 0] = np.inf
    vectors[3] = 0
    vectors[4, 5] = 40.0
    labels, rows = widen_unit_rows(np.arange(6, dtype=np.int64), vectors)
    assert labels.tolist() == [0, 5]
    assert rows.tolist() == vectors[[0, 5]].astype(np.float32).tolist()
