"""Output as JSON or as plain text that is safe for terminals."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from findling.messages.message_json import to_plain

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from findling.messages.notice import Notice

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Controls, format characters (overrides of the writing direction are some), lone surrogates, line separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SURROGATE = re.compile("[\ud800-\udfff]")


def print_json(document: dict[str, Any]) -> None:
    """Print one JSON document, in UTF-8 whatever the terminal speaks.

    Bytes of a path that are no text are escaped lone surrogates: read back, they name the very file.
    """
    text = _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(document, ensure_ascii=False, indent=2))
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")


def console() -> Console:
    """Return a console that is styled only where standard output is a terminal."""
    from rich.console import Console

    class PipedConsole(Console):
        """Console that raises on a closed pipe; rich would exit as failed."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return PipedConsole(highlight=False, soft_wrap=not sys.stdout.isatty(), emoji=False, markup=False)


def show_path(path: Path) -> str:
    """Return a path as printable text on one line."""
    return make_line(os.fsencode(path).decode("utf-8", "replace"))


def make_line(text: str) -> str:
    """Escape line ends and tabs as well, so that no name can imitate our output."""
    return make_printable(text).replace("\n", "\\n").replace("\t", "\\t")


def make_printable(text: str) -> str:
    """Escape what would move the cursor, change the direction of writing or hide itself."""
    return "".join(
        char if char in "\n\t" or unicodedata.category(char) not in _HIDDEN else _written_out(char) for char in text
    )


def _written_out(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def iso_time(ns: int) -> str:
    """Format nanoseconds since 1970 as local ISO time; at the calendar's ends, as UTC."""
    moment = _EPOCH + timedelta(microseconds=ns // 1000)
    with contextlib.suppress(OverflowError, OSError, ValueError):
        moment = moment.astimezone()
    return moment.isoformat(timespec="seconds")


def size_text(count: int) -> str:
    """Format bytes with decimal units, one decimal place below ten."""
    value = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" or value >= 10 else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def duration_text(seconds: float) -> str:
    """Format seconds as seconds, minutes or hours."""
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def plural(number: int, noun: str) -> str:
    """Format a number with its noun in the singular or plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def by_text(files: int, indexed: int) -> str:
    """Return how many files are found by their text, the others by their name alone."""
    return f"{plural(files, 'file')}, {indexed:,} searchable by their text, {files - indexed:,} by name only"


def as_document(notice: Notice | None) -> dict[str, object] | None:
    """Return a notice for programs: its code, its facts, and the message."""
    return to_plain(notice) | {"message": str(notice)} if notice else None
