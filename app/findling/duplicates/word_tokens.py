"""Splits a text into words to be compared, without case, wrapping, ligatures and punctuation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from blake3 import blake3

from findling.duplicates.word_categories import categorise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.domain.comparisons import DiffCategory

# Scripts without spaces between words are compared sign by sign. A figure keeps its point, its sign and its unit:
# 1.5 and 15, -5 and 5, € and $ are different things. A list's dash is followed by a space and so is no sign.
# Marks belong to the letter before them: accents written apart, vowel signs of Arabic, Hebrew and the Indic scripts.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
)
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(
    rf"[^\W\d_{_UNSPACED}][\w{_MARKS}]*(?:['’][\w{_MARKS}]+)*"
    rf"|[{_UNSPACED}]"
    r"|(?<!\S)[-−+](?=\d)\d\w*(?:[.,:/\-–]\d\w*)*"
    r"|\d\w*(?:[.,:/\-–]\d\w*)*"
    r"|[%‰€$£¥<>=≤≥≠±]"
)
_FEWEST = 5
_LONG_FIGURE = 4
_ALIKE = str.maketrans({"’": "'", "−": "-", "–": "-"})


@dataclass(frozen=True)  # without slots, for what is counted but once has to be kept somewhere
class WordTokens:
    """Words of a text, with counts that comparisons need again and again.

    Attributes:
        written: as they stand.
        folded: as they are compared.
    """

    written: tuple[str, ...]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.folded)

    @cached_property
    def hashes(self) -> NDArray[np.int64]:
        """Hashes of the folded words, (words,) int64, equal in this process where the words are."""
        return np.fromiter(map(hash, self.folded), np.int64, len(self.folded))

    @cached_property
    def categories(self) -> tuple[DiffCategory, ...]:
        """Category of each word by itself."""
        return tuple(map(categorise, self.written, self.folded))

    @cached_property
    def figures(self) -> int:
        """Number of words that are figures and signs."""
        return sum(not word[0].isalpha() for word in self.folded)

    @cached_property
    def capitalised(self) -> int:
        """Number of words written with a capital."""
        return sum(word[0].isupper() for word in self.written)

    @cached_property
    def lowercase(self) -> frozenset[str]:
        """Words written without a capital."""
        return frozenset(word for word in self.written if word[0].islower())


def split_words(text: str) -> WordTokens:
    """Split a text into words, in order."""
    written = tuple(_TOKEN.findall(text))
    # All at once, for most words need no more than that.
    folded = "\n".join(written).lower().split("\n") if written else []
    if not text.isascii():
        folded = [low if low.isascii() else _fold(word) for word, low in zip(written, folded, strict=True)]
    return WordTokens(written, tuple(folded))


def is_distinctive(tokens: WordTokens) -> bool:
    """Tell whether a text has enough words to be compared by them: five different ones at least.

    What is left of a scan, page numbers and a stamp, is that of many papers. Figures count from four signs on.
    """
    distinct: set[str] = set()
    for word in tokens.folded:
        if word[0].isalpha() or len(word) >= _LONG_FIGURE:
            distinct.add(word)
            if len(distinct) >= _FEWEST:
                return True
    return False


def find_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end of each word of `split_words`, in code points."""
    return [match.span() for match in _TOKEN.finditer(text)]


def hash_wording(tokens: WordTokens) -> bytes:
    """Hash words so that texts which differ only in wrapping, spaces and hyphens are equal.

    Words are run together, for a PDF may have lost spaces and kept hyphens; figures are set apart from what is beside.
    """
    joined = "".join(f"\x1f{word}\x1f" if not word[0].isalpha() else word for word in tokens.folded)
    return blake3(joined.encode()).digest(16)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_ALIKE).casefold()
