"""Causes why a workbook cannot be read: protected, unknown, damaged, or beyond the reader."""

from __future__ import annotations

import io
import zipfile
import zlib

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.compound_streams import open_compound, read_stream_of
from findling.extraction.kinds import is_compound, is_zip
from findling.extraction.readers.workbook_records import FILE_PASS, RECORD, STREAMS, iterate_records

_BEGIN_OF_FILE = 0x0809
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def find_cause(data: bytes) -> Reason:
    """Return why a workbook is unreadable: `ENCRYPTED`, `LEGACY`, `DAMAGED`, or `UNSUPPORTED`.

    It is the last if it is intact.
    """
    if is_compound(data):
        return _find_in_compound(data)
    return Reason.UNSUPPORTED if is_zip(data) and _is_intact(data) else Reason.DAMAGED


def _find_in_compound(data: bytes) -> Reason:
    try:
        with open_compound(data) as compound:
            records = next(filter(None, (read_stream_of(compound, name) for name in STREAMS)), b"")
    except ExtractionError:
        return Reason.DAMAGED
    end = 0
    for kind, content in iterate_records(records):
        if kind == FILE_PASS:
            return Reason.ENCRYPTED
        if not end and kind != _BEGIN_OF_FILE:
            # Before Excel 5 a workbook began with another record for each version.
            return Reason.LEGACY if kind & 0xFF == _BEGIN_OF_FILE & 0xFF else Reason.DAMAGED
        end += RECORD.size + len(content)
    return Reason.UNSUPPORTED if records and end == len(records) else Reason.DAMAGED


def _is_intact(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.testzip() is None
    except _BROKEN:
        return False
