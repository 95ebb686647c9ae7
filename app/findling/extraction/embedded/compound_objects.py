"""Files embedded in Office documents before 2007, each in a storage of the compound file."""

from __future__ import annotations

import io
import struct
from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3
from olefile import OleFileIO
from olefile.olefile import OleFileError

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.embedded_entry import EmbeddedEntry
from findling.extraction.embedded.ole_objects import FILE_STREAMS, read_stream
from findling.extraction.kinds import is_compound
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.embedded.ole_objects import OleFile
    from findling.extraction.source import Source

_BROKEN = (OleFileError, OSError, ValueError, IndexError, struct.error)


def find_entries(source: Source) -> Iterator[EmbeddedEntry]:
    """Find the files embedded whole; an Office document open in its storage is none.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    if not is_compound(source.data):
        return  # a workbook in XML
    try:
        compound = OleFileIO(io.BytesIO(source.data))
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=str(error))) from error
    paths = [path for path in compound.listdir(streams=True) if len(path) > 1 and path[-1] in FILE_STREAMS]
    for number, path in enumerate(paths, start=1):
        source.beat()
        name = f"object{number}.bin"
        unpack = partial(_unpack, compound, path, name)
        try:
            found = _read(compound, path, name)
        except ExtractionError as error:
            yield EmbeddedEntry(name, 0, None, str(error.reason).encode(), unpack)
            continue
        if found is not None:
            yield EmbeddedEntry(found.name, len(found.content), None, blake3(found.content).digest(), unpack)


def _read(compound: OleFileIO[bytes], path: list[str], name: str) -> OleFile | None:
    try:
        return read_stream(compound, path, name)
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PART_DAMAGED(name=name, error=str(error))) from error


def _unpack(compound: OleFileIO[bytes], path: list[str], name: str) -> bytes:
    found = _read(compound, path, name)
    return found.content if found is not None else b""
