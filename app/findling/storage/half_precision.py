"""Half precision as it is stored, widened to single, and made unit vectors again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STORED = np.dtype("<f2")
"""Type of a component in the database."""

_EXPONENT_SHIFT = 13
_KEPT = np.array(0x8FFFE000, np.uint32).view(np.int32)
"""Sign, and the exponent and fraction of half precision moved to where single precision has them."""

_REBIASED = np.float32(2.0**112)
"""Exponents are biased by 15 in half precision and by 127 in single (IEEE 754)."""

_LARGEST = np.float32(65_504.0)


def widen(stored: bytes | bytearray, dimensions: int) -> NDArray[np.float32]:
    """Return stored vectors as float32 (n, dimensions), as `astype` does at four times the cost.

    NumPy's wheels convert number by number; shifting and scaling the bits of all is what processors have vectors for.
    """
    bits = np.frombuffer(stored, "<i2").astype(np.int32)
    bits <<= _EXPONENT_SHIFT
    bits &= _KEPT
    widened = bits.view(np.float32)
    widened *= _REBIASED
    # Infinity and NaN have come out as large numbers.
    if len(widened) and max(widened.max(), -widened.min()) > _LARGEST:
        widened = np.frombuffer(stored, STORED).astype(np.float32)
    return widened.reshape(-1, dimensions)


def to_unit_length(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return rows, (n, dimensions), at length 1, which half precision changed; zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: NDArray[np.float32] = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return unit
