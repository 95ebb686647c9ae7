"""Kinds of characters by which words are told from what is between them."""

from __future__ import annotations

import re
import sys
from enum import IntFlag
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from findling.duplicates.word_library import look_up_kinds

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Marks belong to the letter before them: accents written apart, vowel signs of Arabic, Hebrew and the Indic scripts.
MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
)
UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
"""Scripts without spaces between words, which are compared sign by sign."""

_PAGE = 256


class LetterKind(IntFlag):
    """Kinds of a character, one or several, numbered as in packaging/words/words.c."""

    LETTER = 1
    WORD = 2
    MARK = 4
    UNSPACED = 8
    DIGIT = 16
    SPACE = 32
    SIGN = 64
    JOINT = 128
    APOSTROPHE = 256
    SYMBOL = 512
    UPPER = 1024
    LOWER = 2048


_PATTERNS = {
    LetterKind.LETTER: re.compile(rf"[^\W\d_{UNSPACED}]"),
    LetterKind.WORD: re.compile(r"\w"),
    LetterKind.MARK: re.compile(rf"[{MARKS}]"),
    LetterKind.UNSPACED: re.compile(rf"[{UNSPACED}]"),
    LetterKind.DIGIT: re.compile(r"\d"),
    LetterKind.SPACE: re.compile(r"\s"),
    LetterKind.SIGN: re.compile(r"[-−+]"),
    LetterKind.JOINT: re.compile(r"[.,:/\-–]"),
    LetterKind.APOSTROPHE: re.compile(r"['’]"),
    LetterKind.SYMBOL: re.compile(r"[%‰€$£¥<>=≤≥≠±]"),
}


def find_kinds(letters: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return the kinds of each character of a text of code points, (n,)."""
    return _describe_pages().find(letters)


class _KindTables:
    """Kinds of the characters of all pages that were met, described when they are met first."""

    def __init__(self) -> None:
        self._known = np.full(sys.maxunicode // _PAGE + 1, -1, np.int32), np.empty((0, _PAGE), np.uint16)

    def find(self, letters: NDArray[np.uint32]) -> NDArray[np.uint16]:
        """Return the kinds of each of so many characters, (n,)."""
        while isinstance(kinds := look_up_kinds(letters, *self._known), int):
            pages, tables = self._known
            pages = pages.copy()
            pages[kinds] = len(tables)
            # Both at once, for other threads look characters up meanwhile.
            self._known = pages, np.concatenate([tables, [_describe_page(kinds)]])
        return kinds


@cache
def _describe_pages() -> _KindTables:
    return _KindTables()


def _describe_page(page: int) -> NDArray[np.uint16]:
    """Return the kinds of 256 code points in a row."""
    return np.array([_describe(chr(page * _PAGE + place)) for place in range(_PAGE)], np.uint16)


def _describe(character: str) -> int:
    kinds = sum(kind for kind, pattern in _PATTERNS.items() if pattern.match(character))
    return kinds | (LetterKind.UPPER if character.isupper() else 0) | (LetterKind.LOWER if character.islower() else 0)
