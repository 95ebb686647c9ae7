"""Finder of what a file says of itself, beside the reader of its text."""

from __future__ import annotations

from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, cast

from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.formats import FileKind, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.domain.origin import Origin
    from findling.extraction.source import Source

    _Find = Callable[[Source], Iterator[Origin]]


def find_origins(source: Source, kind: FileKind) -> tuple[Origin, ...]:
    """Return what a file, or each message in it, says of itself; nothing if it is damaged there."""
    name = format_of(kind).origins
    if not name:
        return ()
    find = cast("_Find", import_module(f"findling.extraction.origins.{name}_origins").find)
    found: list[Origin] = []
    try:
        found.extend(islice(filter(None, find(source)), limits.ORIGINS))
    except (ExtractionError, RecursionError, *package.BROKEN):
        # What was found before is true; that the file is damaged, its reader says.
        pass
    return tuple(found)
