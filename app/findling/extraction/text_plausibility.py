"""Tells a text that nobody wrote: codes of glyphs, or letters in a wrong encoding."""

from __future__ import annotations

import unicodedata
from collections import Counter

_LEAST_SIGNS = 40
_STRANGE = frozenset({"Co", "Cn", "Cc"})
_STRANGE_SHARE = 0.15
_LEAST_LETTERS = 120
_LATIN_SHARE = 0.8
_VOWELS = frozenset("aeiouyæøœıəα")
_VOWEL_SHARE = (0.22, 0.7)
"""Least and largest share of vowels in a text in Latin letters.

Of the articles of XQuAD and of texts of the sample library in eleven languages it is between .30 and .53; of English
whose codes are shifted by 29, as in subsets of fonts without a table of characters, .15.
"""


def is_garbled(text: str, unmapped: float = 0.0) -> bool:
    """Return whether a page's text is most likely not what the page shows.

    Args:
        text: of the page.
        unmapped: share of its characters of which the font does not say what they mean.
    """
    signs = [sign for sign in text if not sign.isspace()]
    if len(signs) < _LEAST_SIGNS:
        return False
    strange = sum(sign == "\ufffd" or unicodedata.category(sign) in _STRANGE for sign in signs)
    return unmapped > _STRANGE_SHARE or strange > _STRANGE_SHARE * len(signs) or _lacks_vowels(text)


def _lacks_vowels(text: str) -> bool:
    """Return whether a text in Latin letters has too few or too many vowels for any language."""
    letters = Counter(sign for sign in unicodedata.normalize("NFKD", text.lower()) if sign.isalpha())
    total = letters.total()
    latin = sum(count for sign, count in letters.items() if sign <= "\u024f")
    if total < _LEAST_LETTERS or latin < _LATIN_SHARE * total:
        return False
    vowels = sum(count for sign, count in letters.items() if sign in _VOWELS) / total
    return not _VOWEL_SHARE[0] <= vowels <= _VOWEL_SHARE[1]
