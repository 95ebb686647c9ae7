"""Makes text from strangers' files and names safe to print: nothing in it can steer the terminal or lie about its order."""

from __future__ import annotations

import json
import re

import click

# Controls of both sets, line separators, invisible marks and overrides of the writing direction, lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def escape(text: str) -> str:
    r"""The text with everything that a terminal would act on written out, as in `\x1b`; always on one line."""
    return _UNSAFE.sub(_written_out, text)


def print_json(document: object) -> None:
    """Print one document as UTF-8; bytes of a name that are no text stay readable, as escapes of lone surrogates."""
    written = _SURROGATE.sub(_as_json_escape, json.dumps(document, ensure_ascii=False, indent=2))
    click.echo(written.encode("utf-8"))


def count(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it has to be."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _as_json_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
