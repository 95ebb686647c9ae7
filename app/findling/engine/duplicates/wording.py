"""A text as the words that are compared: case, wrapping, ligatures and punctuation set aside, figures kept whole."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from blake3 import blake3

# Scripts without spaces between words are compared sign by sign. A figure keeps its point, its sign and its unit:
# 1.5 and 15, -5 and 5, € and $ are different things. A list's dash is followed by a space and so is no sign.
# Marks belong to the letter before them: accents written apart, vowel signs of Arabic, Hebrew and the Indic scripts.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
)
_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]"
    r"|(?<!\S)[-−+](?=\d)\d\w*(?:[.,:/\-–]\d\w*)*"
    r"|\d\w*(?:[.,:/\-–]\d\w*)*"
    rf"|[^\W\d_][\w{_MARKS}]*(?:['’][\w{_MARKS}]+)*"
    r"|[%‰€$£¥<>=≤≥≠±]"
)
_ALIKE = str.maketrans({"’": "'", "−": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text.

    Attributes:
        written: as they stand.
        folded: as they are compared.
    """

    written: tuple[str, ...]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.folded)


def split_words(text: str) -> Wording:
    """The words of a text, in order."""
    written = tuple(_TOKEN.findall(text))
    return Wording(written, tuple(map(_fold, written)))


def find_spans(text: str) -> list[tuple[int, int]]:
    """Where each word of `split_words` stands: start and end in code points."""
    return [match.span() for match in _TOKEN.finditer(text)]


def hash_wording(wording: Wording) -> bytes:
    """A hash that is equal where two texts say the same, however they are wrapped, spaced and hyphenated.

    Words are run together, for a PDF may have lost spaces and kept hyphens; figures are set apart from what is beside.
    """
    joined = "".join(f"\x1f{word}\x1f" if not word[0].isalpha() else word for word in wording.folded)
    return blake3(joined.encode()).digest(16)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).translate(_ALIKE).casefold()
