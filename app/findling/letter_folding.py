"""Folding of letters: what a script writes in several ways and people type in one."""

from __future__ import annotations

import re
import unicodedata

# Combining marks (Mn) that stand on or under letters of alphabets, without which people type: accents, points of
# Hebrew, vowel signs of Arabic. Vowels of the Indic scripts, Thai and kana are Mn as well, and part of the word.
_MARKS = (
    "\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u2de0-\u2dff\ufe20-\ufe2f"
)
_LOOSE = re.compile(f"[{_MARKS}\u0306]")
# A breve makes letters of their own of two of Cyrillic: й and ў.
_ANY = re.compile(f"[{_MARKS}]|(?<![ИиУу])\u0306")

# Zeros of the digits of other scripts (category Nd), each followed by its nine: what is typed has whichever.
_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐"
_DIGITS = {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
# Persian keyboards write two letters of Arabic in another way, and yeh without dots is typed for that with.
_PAIRS = str.maketrans({"İ": "i", "ı": "i", "ς": "σ", "ё": "е", "Ё": "Е", "ی": "ي", "ى": "ي", "ک": "ك"} | _DIGITS)
# Letters of Latin that are no other letter with a mark by Unicode, but by those who type; as ASCII folding has them.
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "þ": "th", "æ": "ae", "œ": "oe"}
)


def unite_letters(text: str) -> str:
    """Drop marks that NFKC joined to no letter, and unite letters that no Unicode rule does.

    These are the dotted and the dotless i of Turkish, the final sigma, ё, which most write as е, the yeh and the kaf of
    Persian, and digits of other scripts.
    """
    return _LOOSE.sub("", text).translate(_PAIRS)


def drop_marks(text: str) -> str:
    """Drop all marks from letters, those in one character with them too; the result is NFC."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _ANY.sub("", unicodedata.normalize("NFD", text)))


def fold_letters(text: str) -> str:
    """Return a text in the form in which its spellings are equal: without case and marks."""
    if text.isascii():
        return text.lower()
    return drop_marks(unite_letters(unicodedata.normalize("NFKC", text)).casefold()).translate(_LATIN)
