"""Parsing of one file: identify its kind, run the reader for it, and detect its language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import cast

from findling.domain.files import Extraction, Unread, Wholeness
from findling.errors import ExtractionError
from findling.extraction import package
from findling.extraction.inventory import Inventory, describe_reading
from findling.extraction.kinds import identify
from findling.extraction.source import Source
from findling.formats import FileKind, format_of

_Reader = Callable[[Source], Extraction]
_Audit = Callable[[Source, Extraction, Inventory], None]

STAMP = "extractor 2"
"""Raised whenever the same file would give another text; what an older one read is then read again."""


def parse(source: Source) -> Extraction:
    """Read one file's text with its places.

    Raises:
        ExtractionError: the file gives no text; `reason` says why.
    """
    from findling.extraction.language_detection import detect

    kind = identify(source.data, source.name)
    extraction = replace(reader_of(kind)(source), kind=kind)
    extraction = replace(extraction, wholeness=check_wholeness(source, extraction))
    return replace(extraction, language=detect(extraction.text))


def check_wholeness(source: Source, extraction: Extraction) -> Wholeness:
    """Check beside the reader whether all of a file was read; where nobody can tell, it was not."""
    module = format_of(extraction.kind).audit
    if not module or extraction.reason is not None:
        return describe_reading(extraction, {Unread.UNKNOWN})
    inventory = Inventory()
    audit = cast("_Audit", import_module(f"findling.extraction.audits.{module}").audit)
    try:
        audit(source, extraction, inventory)
    except (ExtractionError, *package.BROKEN):
        inventory.miss(Unread.UNKNOWN)
    return inventory.judge(extraction)


def reader_of(kind: FileKind) -> _Reader:
    """Return the function that reads files of a kind, importing its module and the library under it."""
    return cast("_Reader", import_module(f"findling.extraction.readers.{format_of(kind).reader}").read)
