"""Folding of names of files, and of what is typed to find them."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from findling.letter_folding import fold_letters

# What parts words in names, and what people type in its place: white space and signs of ASCII, of Latin-1, of general
# punctuation and of the Far East. Symbols and emoji are part of a name.
_SIGNS = re.compile("[\\s!-/:-@\\[-`{-~\u00a0-\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u301f\u30fb]+")
_REMEMBERED = 1_000


def fold_name(name: str) -> str:
    """Return a name as searched: folded, a space at each end and for the signs between words."""
    # Bytes of a name that are no text come as lone surrogates, which no column holds.
    readable = os.fsencode(name).decode("utf-8", "replace")
    return f" {_SIGNS.sub(' ', fold_letters(readable)).strip()} "


def fold_typed(text: str) -> str:
    """Return typed text as sought in names, "" for signs alone.

    A sign at an end stands for the end of a word.
    """
    folded = _SIGNS.sub(" ", fold_letters(text.encode("utf-8", "replace").decode()))
    return folded if folded.strip() else ""


@lru_cache(maxsize=_REMEMBERED)
def fold_folders(parent: bytes) -> str:
    """Return the names of all folders of a path as they are searched."""
    return fold_name(os.fsdecode(parent))
