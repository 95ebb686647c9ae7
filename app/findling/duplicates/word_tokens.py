"""Splits a text into words to compare, without case, wrapping, ligatures, punctuation."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntFlag
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from blake3 import blake3

from findling.duplicates.letter_kinds import find_kinds
from findling.duplicates.word_library import hash_folded, hash_letters, join_words, split_letters

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FEWEST = 5
_LONG_FIGURE = 4
_SHORTEST_IDENTIFIER = 3
_FOLDED_WORDS = 1 << 16
_ALIKE = str.maketrans({"’": "'", "−": "-", "–": "-"})


class WordTrait(IntFlag):
    """Traits of a word; it may have several. The numbers are those of packaging/words/words.c.

    UNFOLDED is not all ASCII, so that the library leaves its folding to us. TELLING says something of its text, where a
    figure of few signs says nothing; NUMBER is long enough to name a paper.
    """

    UNFOLDED = 1
    FIGURE = 2
    CAPITAL = 4
    SMALL = 8
    TELLING = 16
    NUMBER = 32


@dataclass(frozen=True, eq=False)  # without slots, for what is counted but once has to be kept somewhere
class WordTokens:
    """Words of a text.

    Scripts without spaces between words are split sign by sign. A figure keeps its point, its sign and its unit: 1.5
    and 15, -5 and 5, € and $ are different things. A list's dash is followed by a space and so is no sign.

    They are split when they are asked for. Most texts that are compared with another are told from it by hashes alone,
    which take a third of the time and a fifth of the memory.

    Attributes:
        text: the text.
        part: its words, where these are some of the text's only.
    """

    text: str
    part: NDArray[np.void] | None = None

    def __len__(self) -> int:
        return len(self.hashes)

    @cached_property
    def words(self) -> NDArray[np.void]:
        """Words, (words,) of `word_library.WORD`, in order."""
        return _split(self.text) if self.part is None else self.part

    @cached_property
    def hashes(self) -> NDArray[np.uint64]:
        """Hashes of the words as they are compared, (words,), equal where the words are."""
        if self.part is not None or "words" in self.__dict__:
            return np.ascontiguousarray(self.words["folded"])
        return _hash_words(self.text)

    @cached_property
    def figures(self) -> int:
        """Number of words that are figures and signs."""
        return int(np.count_nonzero(self.have(WordTrait.FIGURE)))

    @cached_property
    def capitalised(self) -> int:
        """Number of words written with a capital."""
        return int(np.count_nonzero(self.have(WordTrait.CAPITAL)))

    @cached_property
    def lowercase(self) -> NDArray[np.uint64]:
        """Hashes of the different words written without a capital, ascending."""
        return np.unique(self.words["written"][self.have(WordTrait.SMALL)])

    def have(self, trait: WordTrait) -> NDArray[np.bool_]:
        """Tell which words have a trait, (words,)."""
        return (self.words["traits"] & np.uint32(trait)).astype(np.bool_)

    def write(self, places: NDArray[np.int64] | slice) -> list[str]:
        """Return some of the words as they stand."""
        return _cut(self.text, self.words[places])

    def fold(self, places: NDArray[np.int64] | slice) -> list[str]:
        """Return some of the words as they are compared."""
        return [fold_word(word) for word in self.write(places)]


def split_words(text: str) -> WordTokens:
    """Return the words of a text, in order."""
    return WordTokens(text)


def _split(text: str) -> NDArray[np.void]:
    letters = _list_letters(text)
    words = split_letters(letters, find_kinds(letters))
    left = np.flatnonzero(words["traits"] & WordTrait.UNFOLDED)
    if len(left):
        written = _cut(text, words[left])
        folded, codes, traits = zip(*map(_describe_folded, written), strict=True)
        words["folded"][left] = folded
        words["code"][left] = codes
        kept = words["traits"][left] & np.uint32(WordTrait.UNFOLDED | WordTrait.CAPITAL | WordTrait.SMALL)
        words["traits"][left] = kept | np.array(traits, np.uint32)
    return words


def _hash_words(text: str) -> NDArray[np.uint64]:
    letters = _list_letters(text)
    hashes, left = hash_folded(letters, find_kinds(letters))
    for place, start, end in left.tolist():
        hashes[place] = _describe_folded(text[start:end])[0]
    return hashes


def _cut(text: str, words: NDArray[np.void]) -> list[str]:
    return [text[start:end] for start, end in zip(words["start"].tolist(), words["end"].tolist(), strict=True)]


def fold_word(word: str) -> str:
    """Return a word as it is compared."""
    low = word.lower()
    return low if low.isascii() else unicodedata.normalize("NFKC", word).translate(_ALIKE).casefold()


def is_distinctive(tokens: WordTokens) -> bool:
    """Tell whether a text has enough words to be compared by them: five different ones at least.

    What is left of a scan, page numbers and a stamp, is that of many papers. Figures count from four signs on.
    """
    telling = tokens.hashes[tokens.have(WordTrait.TELLING)]
    # The first few say it nearly always.
    return any(len(np.unique(some)) >= _FEWEST for some in (telling[: 2 * _FEWEST], telling))


def find_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each word of `split_words`, in code points."""
    words = split_words(text).words
    return list(zip(words["start"].tolist(), words["end"].tolist(), strict=True))


def hash_wording(tokens: WordTokens) -> bytes:
    """Hash words so that texts which differ only in wrapping, spaces and hyphens are equal.

    Words are run together, for a PDF may have lost spaces and kept hyphens; figures are set apart from what is beside.
    """
    left = np.flatnonzero(tokens.have(WordTrait.UNFOLDED))
    folded = [word.encode() for word in tokens.fold(left)]
    return blake3(join_words(_list_letters(tokens.text), tokens.words, folded)).digest(16)


def _list_letters(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


@lru_cache(_FOLDED_WORDS)
def _describe_folded(written: str) -> tuple[int, int, int]:
    """Return hash, CRC-32 and traits of a word, as the library does of what is all ASCII."""
    word = fold_word(written)
    is_word = word[0].isalpha()
    traits = WordTrait(0) if is_word else WordTrait.FIGURE
    if is_word or len(word) >= _LONG_FIGURE:
        traits |= WordTrait.TELLING
    if word[0].isdigit() and len(word) >= _SHORTEST_IDENTIFIER:
        traits |= WordTrait.NUMBER
    return hash_letters(_list_letters(word)), crc32(word.encode("utf-8", "surrogatepass")), int(traits)
