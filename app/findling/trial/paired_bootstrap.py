"""Confidence intervals by bootstrap over questions (Efron, Tibshirani 1993; Sakai 2006).

Systems are compared on the same questions, so that what is drawn again are the questions' differences (paired):
Smucker, Allan and Carterette 2007, "A comparison of statistical significance tests for information retrieval
evaluation", find it to agree with the randomisation test and the t-test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.domain.trials import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

_DRAWS = 4_000
_SEED = 20_06
"""The same questions give the same interval at every look."""


def estimate_interval(values: Sequence[float], level: float = 0.95) -> Interval:
    """Return the interval of the mean of (questions,) values, or of paired differences.

    `level` is that of confidence. Percentiles of the means of as many values drawn with replacement.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    given = np.asarray(values, np.float64)
    places = np.random.default_rng(_SEED).integers(0, len(given), (_DRAWS, len(given)))
    outside = (1 - level) / 2
    low, high = np.quantile(given[places].mean(axis=1), [outside, 1 - outside])
    return Interval(float(low), float(high))
