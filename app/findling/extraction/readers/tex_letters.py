r"""Letters of TeX: accents and letters by commands ("\"u", "\ss"), so that words are found."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

_SUFFIXES = (".tex", ".bib", ".bbl", ".ltx")
# Commands of accents (LaTeX2e reference manual, 23.5), by the marks of Unicode that combine with the letter before.
_SIGNS = MappingProxyType(
    {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", '"': "\u0308"}
)
_NAMED = MappingProxyType(
    {
        "u": "\u0306",
        "r": "\u030a",
        "H": "\u030b",
        "v": "\u030c",
        "d": "\u0323",
        "c": "\u0327",
        "k": "\u0328",
        "b": "\u0331",
    }
)
_LETTERS = MappingProxyType(
    {"ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø"}
    | {"l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ"}
    | {"dj": "đ", "DJ": "Đ"}
)
_ONE = r"\\[ij](?![A-Za-z])\s?|[A-Za-z]"
_ACCENT = re.compile(
    rf"""\\(?:([`'^~=."])\s*(?:\{{\s*({_ONE})\s*\}}|({_ONE}))|([urHvdckb])(?:\{{\s*({_ONE})\s*\}}|\s+({_ONE})))"""
)
_LETTER = re.compile(
    rf"\\({'|'.join(sorted(_LETTERS, key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|[ \t]|\n(?!\s*\n))?"
)
# One letter in braces of its own, which keep commands apart from what follows.
_BRACES = re.compile(r"\{([^\W\d_])\}")
_GERMAN = re.compile(r"\\usepackage\s*(?:\[[^\]]*german[^\]]*\]\s*\{\s*babel\s*\}|\{\s*n?german\s*\})")
_SHORTHAND = re.compile(r'"([aouAOUsz])')
_SHARP = MappingProxyType({"s": "ß", "z": "ß"})


def read_letters(text: str, name: str) -> str:
    """Return a text with its letters as printed, if the file's name says that it is TeX."""
    if not name.lower().endswith(_SUFFIXES) or ("\\" not in text and '"' not in text):
        return text
    if _GERMAN.search(text):
        text = _SHORTHAND.sub(lambda found: _SHARP.get(found[1]) or _combine(found[1], _SIGNS['"']), text)
    text = _ACCENT.sub(_put_accent, text)
    text = _LETTER.sub(lambda found: _LETTERS[found[1]], text)
    return _BRACES.sub(lambda found: found[1] if not found[1].isascii() else found[0], text)


def _put_accent(found: re.Match[str]) -> str:
    sign, braced, plain, named, named_braced, named_plain = found.groups()
    letter = (braced or plain or named_braced or named_plain).strip().lstrip("\\")
    return _combine(letter, _SIGNS[sign] if sign else _NAMED[named])


def _combine(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter + mark)
