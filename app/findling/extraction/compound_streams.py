"""Streams of OLE compound files ([MS-CFB]), of which each fault becomes a reason."""

from __future__ import annotations

import io
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olefile import OleFileIO

_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error)
"""Errors that olefile raises on a damaged file."""

_STREAM = 2  # [MS-CFB] 2.6.1
# Of a file that broke off, streams are larger than what is left.
_TIMES, _SLACK = 4, 2**20


@contextmanager
def open_compound(data: bytes) -> Iterator[OleFileIO[bytes]]:
    """Open a compound file for the block.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    from olefile import OleFileIO

    try:
        compound = OleFileIO(io.BytesIO(data))
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=str(error))) from error
    with compound:
        refuse_false_sizes(compound, len(data))
        yield compound


def refuse_false_sizes(compound: OleFileIO[bytes], length: int) -> None:
    """Refuse a file with a stream far larger than all of it by its own account.

    olefile would read it in a circle.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    entries = (entry for entry in compound.direntries if entry is not None)
    if any(entry.size > _TIMES * length + _SLACK for entry in entries if entry.entry_type == _STREAM):
        raise ExtractionError(Reason.DAMAGED)


def list_stream_paths(compound: OleFileIO[bytes]) -> list[list[str]]:
    """Return the paths of all streams and storages.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    try:
        return list(compound.listdir(streams=True, storages=True))
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=str(error))) from error


def read_stream_of(compound: OleFileIO[bytes], name: str) -> bytes:
    """Return a stream; b"" where there is none.

    Raises:
        ExtractionError: `DAMAGED` where it cannot be read.
    """
    try:
        return compound.openstream(name).read() if compound.exists(name) else b""
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PART_DAMAGED(name=name, error=str(error))) from error
