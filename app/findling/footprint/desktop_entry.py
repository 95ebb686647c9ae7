"""Desktop entries of freedesktop.org, by which menus and logins start programs.

Needs nothing but Python.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE_NAME = "findling.desktop"
_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
_WORD = re.compile(r'"((?:\\.|[^"\\])*)"|([^ "]+)')
_ESCAPED = str.maketrans({char: f"\\{char}" for char in '"`$\\'})


def quote_exec(command: Sequence[str]) -> str:
    """Return a command as the key `Exec` takes it (Desktop Entry Specification 1.5).

    See "The Exec key" there.
    """
    return " ".join(map(_quote, command))


def _quote(word: str) -> str:
    # A percent sign would begin a field code.
    word = word.replace("%", "%%")
    if word and not _RESERVED & set(word):
        return word
    # What is escaped for the command is escaped once more as the value of a key.
    return f'"{word.translate(_ESCAPED)}"'.replace("\\", "\\\\").replace("\n", "\\n")


def unquote_exec(line: str) -> list[str]:
    """Read a command as `quote_exec` writes it; field codes stay as they are."""
    # The escapes of a key's value first, then those within quotation marks.
    value = re.sub(r"\\(.)", lambda match: {"n": "\n"}.get(match[1], match[1]), line)
    words = (re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL) or plain for quoted, plain in _WORD.findall(value))
    return [word.replace("%%", "%") for word in words]


def data_home() -> Path:
    """Return the folder below which a user's menu entries lie."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def config_home() -> Path:
    """Return the folder below which what starts at the login lies."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
