"""References by which programs name files: a path, or an address where that is no text."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

SCHEME = "findling"


def name_file(path: Path) -> str:
    """Return the path of a file, or its address if the path has bytes that are no text."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return make_address(path)
    return text


def make_address(path: Path) -> str:
    """Return the address of a file, as of a resource: findling:///home/me/letter.pdf."""
    return SCHEME + path.as_uri().removeprefix("file")


def parse_reference(reference: str) -> Path:
    """Return the path that a path or an address names, without "." and ".."; asks no disk.

    Addresses are those of `make_address`, and such as begin with file://.
    """
    scheme, found, _ = reference.partition("://")
    if not found or scheme.lower() not in (SCHEME, "file"):
        return Path(os.path.normpath(reference))
    named = os.fsdecode(unquote_to_bytes(urlsplit(reference)._replace(query="", fragment="").path))
    # Of a drive of Windows, /C:/letter.pdf stands for C:/letter.pdf.
    if os.name == "nt" and named[2:3] == ":":
        named = named[1:]
    return Path(os.path.normpath(named))
