"""Bottom-k sketches of documents, which estimate the text that two documents share.

This is MinHash in its bottom-k form (Broder 1997), with k growing with the document as in "scaled" MinHash (Irber et
al. 2022): below a common bound two sketches hold the same sample of both texts. So they estimate containment as well
as resemblance, where 128 minima of a book tell nothing of a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHINGLE = 4
"""Words in a row: three are common phrases, and of five too few survive a bad scan."""

_SCALE = 8
_FEWEST, _MOST = 64, 65_536
_MIXERS = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_STEPS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)

STAMP = f"bottom-k {SHINGLE}/{_SCALE} 1"
"""Version of the sketches; those of two versions are never compared."""


def sketch(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Sketch a text of words, (words,) uint64 hashes of 32 bits that are equal in every process.

    Returns:
        (k,) uint64, ascending and distinct: all where there are fewer than 64, else an eighth of them, at most 65,536.
    """
    hashes = np.unique(hash_shingles(codes))
    return hashes[: min(max(len(hashes) // _SCALE, _FEWEST), _MOST)]


def hash_shingles(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hash each run of four words, (words - 3,) uint64; a shorter text is one run."""
    if not len(codes):
        return np.empty(0, np.uint64)
    width = min(SHINGLE, len(codes))
    count = len(codes) - width + 1
    total = np.zeros(count, np.uint64)
    for place in range(width):
        total += _mix(codes[place : place + count] + _STEPS[place])
        total *= _STEPS[0]
    return _mix(total)


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread every bit over all 64 (the finaliser of splitmix64, Steele et al. 2014)."""
    values = (values ^ (values >> np.uint64(30))) * _MIXERS[0]
    values = (values ^ (values >> np.uint64(27))) * _MIXERS[1]
    return values ^ (values >> np.uint64(31))
