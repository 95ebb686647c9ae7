"""Intervals of means by the bootstrap."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.trial.paired_bootstrap import estimate_interval

VALUES = st.lists(st.floats(-1, 1), min_size=1, max_size=60)


@settings(max_examples=30)
@given(VALUES)
def test_an_interval_holds_the_mean_and_lies_among_the_values(values):
    interval = estimate_interval(values)
    assert min(values) - 1e-9 <= interval.low <= np.mean(values) + 1e-9
    assert np.mean(values) - 1e-9 <= interval.high <= max(values) + 1e-9


@settings(max_examples=10)
@given(VALUES)
def test_the_same_values_give_the_same_interval(values):
    assert estimate_interval(values) == estimate_interval(values)


def test_more_confidence_makes_it_wider_and_more_questions_narrower():
    values = np.random.default_rng(0).normal(0.1, 0.3, 400).tolist()
    usual, sure, few = estimate_interval(values), estimate_interval(values, 0.99), estimate_interval(values[:40])
    assert sure.low < usual.low < usual.high < sure.high
    assert few.high - few.low > usual.high - usual.low


def test_nineteen_intervals_of_twenty_hold_the_true_mean():
    rng = np.random.default_rng(3)
    held = [
        interval.low <= 0.05 <= interval.high
        for interval in (estimate_interval(rng.normal(0.05, 0.3, 60).tolist()) for _ in range(120))
    ]
    assert 0.88 <= np.mean(held) <= 0.99


def test_nothing_has_no_interval():
    with pytest.raises(ValueError, match="no values"):
        estimate_interval([])
