"""Parsing of one file: identify its kind, run the reader for it, and detect its language."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, cast

from findling.domain.files import Extraction, Reason, Unread, Wholeness
from findling.errors import ExtractionError
from findling.extraction import package
from findling.extraction.document import NoTextError
from findling.extraction.embedded.file_holder import may_hold
from findling.extraction.inventory import Inventory, describe_reading
from findling.extraction.kinds import identify
from findling.extraction.origins.origin_finder import find_origins
from findling.extraction.origins.written_properties import add_written, find_news, without_written
from findling.extraction.source import Source
from findling.extraction.wrappings import unwrap
from findling.format_table import format_of

if TYPE_CHECKING:
    from findling.formats import FileKind

_Reader = Callable[[Source], Extraction]
_Audit = Callable[[Source, Extraction, Inventory], None]

READER_STAMP = "extractor 11"
"""Version of the readers, raised whenever the same file would give another text, or more is known of it.

What an older one read is then read again, and keeps its vectors where it says the same.
"""


STAMP_OF_LET_IN = f"{READER_STAMP}, let in"
"""Stamp of files that are read even if they hold secrets: as long as a rule lets them in, and read again after."""

READER_SECONDS = 5.0
"""Seconds of computing of a reader up to which its reading is checked; the sandbox allows 20 for a small file."""

AUDIT_SECONDS = 5.0
"""Seconds of computing that an audit may take, beside as many as the reader took."""


def parse(source: Source) -> Extraction:
    """Read one file's text with its places.

    Raises:
        ExtractionError: the file gives no text; `reason` says why.
    """
    from findling.extraction.language_detection import detect

    source = replace(source, data=unwrap(source.data, source.name))
    kind = identify(source.data, source.name)
    began = time.process_time()
    try:
        extraction = replace(reader_of(kind)(source), kind=kind)
    except NoTextError as error:
        raise NoTextError(error.pictured, error.detail, find_origins(source, kind)) from error
    took = time.process_time() - began
    holds_files = may_hold(kind, is_told=extraction.reason is not None)
    origins = find_origins(source, kind)
    written = find_news(extraction, origins)
    wholeness = check_wholeness(source, extraction, took, written)
    extraction = replace(extraction, language=detect(extraction.text), wholeness=wholeness, holds_files=holds_files)
    return add_written(replace(extraction, origins=without_written(origins)), written)


def check_wholeness(
    source: Source, extraction: Extraction, took: float = 0.0, written: Iterable[tuple[str, str]] = ()
) -> Wholeness:
    """Check beside the reader whether all of a file was read; where nobody can tell, it was not.

    A file for which the reader `took` many seconds is not checked, so that no file is lost for its audit. What was
    `written` of it in its properties is no part of the words that two documents are compared by, for who prints a
    document often leaves it out; but no file goes in favour of one of which something else was written.
    """
    module = format_of(extraction.kind).audit
    if not module or extraction.is_cut or took > READER_SECONDS:
        return describe_reading(extraction, {Unread.UNKNOWN})
    inventory = Inventory(AUDIT_SECONDS + took)
    for _, words in written:
        inventory.add("property", words)
    audit = cast("_Audit", import_module(f"findling.extraction.audits.{module}").audit)
    try:
        audit(source, extraction, inventory)
    except ExtractionError as error:
        # A part that no reader needs for the text, such as a picture, may be what is damaged.
        inventory.miss(Unread.REPAIRED if error.reason == Reason.DAMAGED else Unread.UNKNOWN)
    except (RecursionError, *package.BROKEN):
        inventory.miss(Unread.UNKNOWN)
    return inventory.judge(extraction)


def reader_of(kind: FileKind) -> _Reader:
    """Return the function that reads files of a kind, importing its module and its library."""
    return cast("_Reader", import_module(f"findling.extraction.readers.{format_of(kind).reader}").read)
