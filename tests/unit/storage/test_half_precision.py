"""Every number in half precision is widened to what it is."""

from __future__ import annotations

import numpy as np

from findling.storage.half_precision import widen

EVERY = np.arange(65_536, dtype="<u2").view("<f2")


def test_every_finite_number_comes_out_as_itself():
    finite = EVERY[np.isfinite(EVERY)]
    widened = widen(finite.tobytes(), 1)
    assert widened.dtype == np.float32
    assert np.array_equal(widened[:, 0].view(np.uint32), finite.astype(np.float32).view(np.uint32))


def test_infinity_and_what_is_no_number_stay_what_they_are():
    assert np.array_equal(widen(EVERY.tobytes(), 1)[:, 0], EVERY.astype(np.float32), equal_nan=True)


def test_rows_have_as_many_columns_as_there_are_dimensions():
    assert widen(np.arange(12, dtype="<f2").tobytes(), 4).tolist() == np.arange(12.0).reshape(3, 4).tolist()
    assert widen(b"", 4).shape == (0, 4)
