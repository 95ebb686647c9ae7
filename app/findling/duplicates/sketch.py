"""Bottom-k sketches of documents, which estimate the text that two documents share.

This is MinHash in its bottom-k form (Broder 1997), with k growing with the document as in "scaled" MinHash (Irber et
al. 2022): below a common bound two sketches hold the same sample of both texts. So they estimate containment as well
as resemblance, where 128 minima of a book tell nothing of a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.duplicates.word_library import hash_runs

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHINGLE = 4
"""Words in a row: three are common phrases, and of five too few survive a bad scan."""

_SCALE = 8
_FEWEST, _MOST = 64, 65_536
SKETCH_STAMP = f"bottom-k {SHINGLE}/{_SCALE} 1"
"""Version of the sketches; those of two versions are never compared."""


def sketch(words: NDArray[np.void]) -> NDArray[np.uint64]:
    """Sketch a text of words, (words,) of `word_library.WORD`.

    Returns:
        (k,) uint64, ascending and distinct: all where there are fewer than 64, else an eighth of them, at most 65,536.
    """
    hashes = hash_shingles(words)
    hashes.sort()
    hashes = hashes[np.concatenate(([True], hashes[1:] != hashes[:-1]))] if len(hashes) else hashes
    return hashes[: min(max(len(hashes) // _SCALE, _FEWEST), _MOST)]


def hash_shingles(words: NDArray[np.void]) -> NDArray[np.uint64]:
    """Hash each run of four words, (words - 3,) uint64, equal in all processes.

    A shorter text is one run.
    """
    return hash_runs(words, min(SHINGLE, len(words))) if len(words) else np.empty(0, np.uint64)
