from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from findling.embedding.catalogue import Pooling
from findling.embedding.pooling import normalise_rows, pool

HIDDEN = np.array([[[3, 0], [0, 4], [3, 4]]], dtype=np.float32)


@pytest.mark.parametrize(
    ("pooling", "expected"),
    [
        (Pooling.MEAN, [6 / 10, 8 / 10]),  # the sum is (6, 8), of length 10
        (Pooling.CLS, [1, 0]),
    ],
)
def test_the_vector_is_the_mean_or_the_first_token_at_length_one(pooling, expected):
    np.testing.assert_allclose(pool(HIDDEN, pooling), [expected], atol=1e-7)


@given(arrays(np.float32, array_shapes(min_dims=2, max_dims=2), elements=st.floats(2**-7, 2**14, width=32)))
def test_rows_get_length_one_and_keep_their_direction(vectors):
    units = normalise_rows(vectors)
    assert units.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(units, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(units * np.linalg.norm(vectors, axis=1)[:, None], vectors, rtol=1e-4)


@pytest.mark.parametrize("poison", [0.0, np.nan, np.inf])
def test_a_vector_that_says_nothing_is_refused(poison):
    with pytest.raises(ArithmeticError, match="zero or not finite"):
        normalise_rows(np.array([[1, 2], [poison, 0]], dtype=np.float32))
