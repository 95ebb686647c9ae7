"""Binding of packaging/words/words.c, which splits texts into words and aligns them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from findling.native_library import find_library, open_library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_WORD = np.dtype(
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

SAMPLE = np.dtype([("length", np.int64), ("bound", np.uint64), ("shown", np.bool_)], align=True)
"""Sample of a document's shingles: how many, the hash up to which it is complete, whether the document is proposed."""

SHARE = np.dtype([("weight", np.float64), ("shared", np.int32), ("telling", np.int32), ("uncut", np.int32)], align=True)
"""Room for what a document shares with a sketch while that is counted; all 0 between."""

SHARING = np.dtype(
    [
        ("weight", np.float64),
        ("comparable", np.float64),
        ("shared", np.int64),
        ("uncut", np.int64),
        ("place", np.int32),
        ("telling", np.int32),
    ],
    align=True,
)
"""Document that may share enough with a sketch.

Its place among the samples; the shingles that it shares, as far as that is told, of those how many have few owners and
how many have no more than are told; their weight; and how many of the smaller sample are comparable.
"""

_COUNT = ctypes.c_int64
# By their addresses: numpy's own types of pointers take as long to check an array as the library to go through a text.
_LETTERS = _KINDS = _PAGES = _WORDS = _HASHES = _RUNS = _COUNTS = _BYTES = _OWNERS = _ROWS = ctypes.c_void_p

WORD_PROTOTYPES = {
    "words_hash": (ctypes.c_uint64, [_LETTERS, _COUNT]),
    "words_kinds": (_COUNT, [_LETTERS, _COUNT, _PAGES, _KINDS, _KINDS]),
    "words_split": (_COUNT, [_LETTERS, _COUNT, _KINDS, _WORDS]),
    "words_fold": (_COUNT, [_LETTERS, _COUNT, _KINDS, _HASHES, _COUNTS, _COUNTS]),
    "words_join": (_COUNT, [_LETTERS, _WORDS, _COUNT, _BYTES, _COUNTS, _BYTES]),
    "words_hash_runs": (None, [_WORDS, _COUNT, _COUNT, _HASHES]),
    "words_find_sharing": (
        _COUNT,
        [
            *(_HASHES, _COUNT, _HASHES, _COUNT, _COUNTS, _OWNERS, _COUNTS, _OWNERS),
            *(_COUNT, _COUNT, _COUNT, ctypes.c_double, _ROWS, _ROWS, _COUNTS, _OWNERS, _HASHES, _COUNTS, _ROWS),
        ],
    ),
    "words_align": (ctypes.c_int32, [_HASHES, _COUNT, _HASHES, _COUNT, _RUNS, _RUNS, _COUNTS]),
}
"""Function -> what it returns and takes; what each does stands in packaging/words/words.c."""


def hash_letters(letters: NDArray[np.uint32]) -> int:
    """Hash the code points of a word as `split_letters` hashes words."""
    letters = np.ascontiguousarray(letters, np.uint32)
    return int(load_words_library().words_hash(letters.ctypes.data, len(letters)))


def look_up_kinds(
    letters: NDArray[np.uint32], pages: NDArray[np.int32], tables: NDArray[np.uint16]
) -> NDArray[np.uint16] | int:
    """Look up the kinds of characters.

    Args:
        letters: (n,) code points.
        pages: (all pages of 256 code points,) where the table of each stands in `tables`; below 0 where it has none.
        tables: (tables, 256) the `LetterKind`s of the code points of a page.

    Returns:
        Those of each, (n,); or the first page that has no table.
    """
    letters, pages = np.ascontiguousarray(letters, np.uint32), np.ascontiguousarray(pages, np.int32)
    tables, kinds = np.ascontiguousarray(tables, np.uint16), np.empty(len(letters), np.uint16)
    missing = load_words_library().words_kinds(
        letters.ctypes.data, len(letters), pages.ctypes.data, tables.ctypes.data, kinds.ctypes.data
    )
    return kinds if missing < 0 else int(missing)


def split_letters(letters: NDArray[np.uint32], kinds: NDArray[np.uint16]) -> NDArray[np.void]:
    """Split a text into words.

    Args:
        letters: (n,) code points.
        kinds: (n,) the `LetterKind`s of each.

    Returns:
        (words,) of `_WORD`, in order. What is not all ASCII is not folded: `WordTrait.UNFOLDED`.
    """
    letters, kinds = np.ascontiguousarray(letters, np.uint32), np.ascontiguousarray(kinds, np.uint16)
    words = np.empty(len(letters), _WORD)
    count = load_words_library().words_split(letters.ctypes.data, len(letters), kinds.ctypes.data, words.ctypes.data)
    return words[:count].copy()


def hash_folded(letters: NDArray[np.uint32], kinds: NDArray[np.uint16]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Hash the words of a text as they are compared, as `split_letters` does besides all else.

    Returns:
        Hashes, (words,), in order; and of the words that are not all ASCII, which are not folded, place among the
        words, start and end, (such words, 3).
    """
    letters, kinds = np.ascontiguousarray(letters, np.uint32), np.ascontiguousarray(kinds, np.uint16)
    hashes, left = np.empty(len(letters), np.uint64), np.empty((len(letters), 3), np.int64)
    lefts = np.zeros(1, np.int64)
    count = load_words_library().words_fold(
        *(letters.ctypes.data, len(letters), kinds.ctypes.data),
        *(hashes.ctypes.data, left.ctypes.data, lefts.ctypes.data),
    )
    return hashes[:count].copy(), left[: lefts[0]].copy()


def join_words(letters: NDArray[np.uint32], words: NDArray[np.void], folded: Sequence[bytes]) -> bytes:
    """Run the words of a text together, figures set apart by a unit separator before and behind.

    Args:
        letters: (n,) code points of the text.
        words: (words,) of `_WORD`.
        folded: those with `WordTrait.UNFOLDED` as they are compared, in order, in UTF-8.

    Returns:
        The words as they are compared, in UTF-8.
    """
    ends = np.cumsum([len(word) for word in folded], dtype=np.int64)
    left = np.frombuffer(b"".join(folded), np.uint8)
    joined = np.empty(len(letters) + len(left) + 2 * len(words), np.uint8)
    letters, words = np.ascontiguousarray(letters, np.uint32), np.ascontiguousarray(words, _WORD)
    count = load_words_library().words_join(
        *(letters.ctypes.data, words.ctypes.data, len(words)),
        *(left.ctypes.data, ends.ctypes.data, joined.ctypes.data),
    )
    return joined[:count].tobytes()


def hash_runs(words: NDArray[np.void], width: int) -> NDArray[np.uint64]:
    """Hash each run of `width` words by their codes, (words - width + 1,), at least one."""
    hashes = np.empty(len(words) - width + 1, np.uint64)
    words = np.ascontiguousarray(words, _WORD)
    load_words_library().words_hash_runs(words.ctypes.data, len(words), width, hashes.ctypes.data)
    return hashes


@dataclass(frozen=True, slots=True)
class SharingBounds:
    """Bounds of the documents that are found to share shingles.

    Attributes:
        most: owners of a shingle that are told, the first ones; what more have, any document may share.
        telling: owners up to which a shingle counts as telling.
        least: shingles that have to be shared; part: of what is comparable, 0..1.
    """

    most: int
    telling: int
    least: int
    part: float


def find_sharing(
    values: NDArray[np.uint64],
    index: tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int32]],
    tail: tuple[NDArray[np.int64], NDArray[np.int32]],
    documents: tuple[NDArray[np.void], NDArray[np.void]],
    bounds: SharingBounds,
) -> tuple[NDArray[np.void], NDArray[np.uint64]]:
    """Find the documents that may share enough shingles with a sketch.

    Args:
        values: the sketch, ascending.
        index: distinct hashes, ascending; where the owners of each begin, and the end of all; the owners.
        tail: how many owners each of the values has besides; and the first `bounds.most` of each, one after the other.
        documents: (documents,) of `SAMPLE`, and as many of `SHARE` that are all 0, before and after.
        bounds: of what is found.

    Returns:
        Those found, of `SHARING`, by their places; and those of the values of which not all owners are told.
    """
    (hashes, starts, owners), (lengths, later), (samples, shares) = index, tail, documents
    count, room = len(values), len(samples)
    counts, cut, cuts = np.empty(count, np.int64), np.empty(count, np.uint64), np.zeros(1, np.int64)
    touched, found = np.empty(room, np.int32), np.empty(room, SHARING)
    kept = load_words_library().words_find_sharing(
        *(values.ctypes.data, count, hashes.ctypes.data, len(hashes), starts.ctypes.data, owners.ctypes.data),
        *(lengths.ctypes.data, later.ctypes.data, bounds.most, bounds.telling, bounds.least, bounds.part),
        *(samples.ctypes.data, shares.ctypes.data, counts.ctypes.data, touched.ctypes.data),
        *(cut.ctypes.data, cuts.ctypes.data, found.ctypes.data),
    )
    found = found[:kept]
    return found[np.argsort(found["place"])], cut[: cuts[0]].copy()


def align_hashes(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Align two texts by hashes of their words.

    Returns:
        Runs that keep their order, and runs that moved: (runs, 3) int64 each, place in `a`, place in `b`, length.

    Raises:
        MemoryError: there is too little memory.
    """
    a, b = np.ascontiguousarray(a, np.uint64), np.ascontiguousarray(b, np.uint64)
    room = min(len(a), len(b))
    kept, moved, counts = np.empty((room, 3), np.int64), np.empty((room, 3), np.int64), np.zeros(2, np.int64)
    is_done = load_words_library().words_align(
        *(a.ctypes.data, len(a), b.ctypes.data, len(b)), *(kept.ctypes.data, moved.ctypes.data, counts.ctypes.data)
    )
    if not is_done:
        raise MemoryError
    return kept[: counts[0]].copy(), moved[: counts[1]].copy()


@cache
def load_words_library() -> ctypes.CDLL:
    """Load the library that ships with Findling, once for a process.

    Raises:
        FindlingError: there is none for this system and processor, or it cannot be loaded.
    """
    return open_library(find_library("words"), WORD_PROTOTYPES)
