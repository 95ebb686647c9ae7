"""Binding of packaging/words/words.c, which splits texts into words and aligns them."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.ctypeslib import ndpointer

from findling.native_library import find_library, open_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WORD = np.dtype(
    [
        ("folded", np.uint64),
        ("written", np.uint64),
        ("code", np.uint32),
        ("start", np.int32),
        ("end", np.int32),
        ("traits", np.uint32),
    ],
    align=True,
)
"""A word of a text: hashes of it as it is compared and as it stands, CRC-32 of the former, its place, `WordTrait`s."""

_COUNT = ctypes.c_int64
_LETTERS = ndpointer(np.uint32, ndim=1, flags="C_CONTIGUOUS")
_KINDS = ndpointer(np.uint16, ndim=1, flags="C_CONTIGUOUS")
_WORDS = ndpointer(WORD, ndim=1, flags="C_CONTIGUOUS")
_HASHES = ndpointer(np.uint64, ndim=1, flags="C_CONTIGUOUS")
_RUNS = ndpointer(np.int64, ndim=2, flags="C_CONTIGUOUS")
_COUNTS = ndpointer(np.int64, ndim=1, flags="C_CONTIGUOUS")
_BYTES = ndpointer(np.uint8, ndim=1, flags="C_CONTIGUOUS")

PROTOTYPES = {
    "words_hash": (ctypes.c_uint64, [_LETTERS, _COUNT]),
    "words_split": (_COUNT, [_LETTERS, _COUNT, _KINDS, _WORDS]),
    "words_join": (_COUNT, [_LETTERS, _WORDS, _COUNT, _BYTES, _COUNTS, _BYTES]),
    "words_hash_runs": (None, [_WORDS, _COUNT, _COUNT, _HASHES]),
    "words_align": (ctypes.c_int32, [_HASHES, _COUNT, _HASHES, _COUNT, _RUNS, _RUNS, _COUNTS]),
}
"""Function -> what it returns and takes; what each does stands in packaging/words/words.c."""


def hash_letters(letters: NDArray[np.uint32]) -> int:
    """Hash the code points of a word as `split_letters` hashes words."""
    return int(load_words_library().words_hash(letters, len(letters)))


def split_letters(letters: NDArray[np.uint32], kinds: NDArray[np.uint16]) -> NDArray[np.void]:
    """Split a text into words.

    Args:
        letters: (n,) code points.
        kinds: (n,) the `LetterKind`s of each.

    Returns:
        (words,) of `WORD`, in order. What is not all ASCII is not folded: `WordTrait.UNFOLDED`.
    """
    words = np.empty(len(letters), WORD)
    count = load_words_library().words_split(letters, len(letters), kinds, words)
    return words[:count].copy()


def join_words(letters: NDArray[np.uint32], words: NDArray[np.void], folded: Sequence[bytes]) -> bytes:
    """Run the words of a text together, figures set apart by a unit separator before and behind.

    Args:
        letters: (n,) code points of the text.
        words: (words,) of `WORD`.
        folded: those with `WordTrait.UNFOLDED` as they are compared, in order, in UTF-8.

    Returns:
        The words as they are compared, in UTF-8.
    """
    ends = np.cumsum([len(word) for word in folded], dtype=np.int64)
    left = np.frombuffer(b"".join(folded), np.uint8)
    joined = np.empty(len(letters) + len(left) + 2 * len(words), np.uint8)
    count = load_words_library().words_join(letters, words, len(words), left, ends, joined)
    return joined[:count].tobytes()


def hash_runs(words: NDArray[np.void], width: int) -> NDArray[np.uint64]:
    """Hash each run of so many words by their codes, (words - width + 1,), of which there are as many at least."""
    hashes = np.empty(len(words) - width + 1, np.uint64)
    load_words_library().words_hash_runs(words, len(words), width, hashes)
    return hashes


def align_hashes(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Align two texts by hashes of their words.

    Returns:
        Runs that keep their order, and runs that moved: (runs, 3) int64 each, place in `a`, place in `b`, length.

    Raises:
        MemoryError: there is too little memory.
    """
    room = min(len(a), len(b))
    kept, moved, counts = np.empty((room, 3), np.int64), np.empty((room, 3), np.int64), np.zeros(2, np.int64)
    if not load_words_library().words_align(a, len(a), b, len(b), kept, moved, counts):
        raise MemoryError
    return kept[: counts[0]].copy(), moved[: counts[1]].copy()


@cache
def load_words_library() -> ctypes.CDLL:
    """Load the library that ships with Findling, once for a process.

    Raises:
        FindlingError: there is none for this system and processor, or it cannot be loaded.
    """
    return open_library(find_library("words"), PROTOTYPES)
