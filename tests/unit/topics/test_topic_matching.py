"""Topics that keep half of their documents are the same ones."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.topics.topic_matching import match_topics


@pytest.mark.parametrize(
    ("before", "after", "matched"),
    [
        ([7, 7, 9, 9], [1, 1, 0, 0], {1: 7, 0: 9}),
        # One document of three went over.
        ([7, 7, 7, 9, 9], [0, 0, 1, 1, 1], {0: 7, 1: 9}),
        # Two halves of one: the first carries it on, and the other is new.
        ([7, 7, 7, 7], [0, 0, 1, 1], {0: 7}),
        # A third is not enough.
        ([7, 7, 7, 9, 9, 9], [0, 1, 2, 0, 1, 2], {}),
        # What came since counts against both.
        ([7, 7, -1, -1, -1], [0, 0, 0, 0, 0], {}),
        ([7, 7, -1], [0, 0, 0], {0: 7}),
        ([-1, -1], [0, 0], {}),
        ([], [], {}),
    ],
)
def test_a_topic_goes_on_while_it_keeps_half(before, after, matched):
    assert match_topics(np.array(before, np.int64), np.array(after, np.int64)) == matched


@given(st.lists(st.tuples(st.integers(-1, 4), st.integers(-1, 4)), max_size=40))
def test_no_two_topics_carry_on_the_same_one(pairs):
    before, after = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    matched = match_topics(before, after)
    assert len(set(matched.values())) == len(matched)
    for new, old in matched.items():
        union = ((before == old) | (after == new)).sum()
        assert 2 * ((before == old) & (after == new)).sum() >= union
