"""Choice of Pygments' lexer by a file's name alone: a guess by its content is often wrong."""

from __future__ import annotations

from pathlib import PurePath
from types import MappingProxyType

from findling.formats import FORMATS, FileKind, format_of

PLAIN = "text"

_BY_ENDING = MappingProxyType(
    {suffix: known.lexer for known in FORMATS for suffix in known.suffixes if known.lexer}
    | {ending: lexer for known in FORMATS for ending, lexer in known.lexers}
)


def find_lexer(name: str, kind: FileKind = FileKind.CODE) -> str:
    """Return the lexer's name for a file's name, or else for its kind; `PLAIN` where that says nothing."""
    name = name.lower()
    by_name = _BY_ENDING.get(name) or _BY_ENDING.get(PurePath(name).suffix)
    return by_name or format_of(kind).lexer or PLAIN
