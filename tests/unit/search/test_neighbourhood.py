"""Scores of documents that are near each other in meaning come nearer to each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.search.neighbourhood import NEIGHBOUR_SHARE, smooth


def unit(*rows: tuple[float, ...]) -> np.ndarray:
    matrix = np.array(rows, np.float32)
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)


def test_of_two_equal_scores_the_one_in_better_company_is_higher():
    vectors = unit((1, 0), (0.99, 0.1), (0, 1), (0.1, 0.99))
    scores = smooth(np.array([0.5, 0.9, 0.5, 0.1]), vectors)
    assert scores[0] > 0.5 > scores[2]


def test_two_documents_are_moved_a_share_of_the_way_to_each_other():
    scores = smooth(np.array([1.0, 0.0]), unit((1, 0), (0, 1)))
    assert scores.tolist() == pytest.approx([1 - NEIGHBOUR_SHARE, NEIGHBOUR_SHARE])


@pytest.mark.parametrize("scores", [[], [0.7]])
def test_who_has_no_neighbour_keeps_its_score(scores):
    assert smooth(np.array(scores), np.ones((len(scores), 2), np.float32)).tolist() == scores


@given(
    st.lists(st.floats(0, 1), min_size=2, max_size=40),
    st.integers(0, 2**32 - 1),
)
def test_no_score_leaves_the_range_of_all(scores, seed):
    vectors = np.random.default_rng(seed).normal(size=(len(scores), 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    smoothed = smooth(np.array(scores), vectors)
    assert min(scores) - 1e-6 <= smoothed.min()
    assert smoothed.max() <= max(scores) + 1e-6


def test_equal_documents_keep_equal_scores():
    smoothed = smooth(np.full(10, 0.4), np.ones((10, 4), np.float32) / 2)
    np.testing.assert_allclose(smoothed, 0.4)
