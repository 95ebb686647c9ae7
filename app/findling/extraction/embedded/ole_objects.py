"""Files in OLE objects, as office programs embed them ([MS-OLEDS], [MS-CFB])."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import encoding
from findling.extraction.kinds import identify, is_compound
from findling.formats import format_of
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olefile import OleFileIO

# What a packager of files writes, and what Office, Acrobat and LibreOffice do.
_NATIVE = "\x01Ole10Native"
FILE_STREAMS = (_NATIVE, "Package", "CONTENTS", "EmbeddedOdf")
# A document that is an OLE file itself, by one of its streams.
_SUFFIXES = MappingProxyType(
    {
        "worddocument": ".doc",
        "workbook": ".xls",
        "book": ".xls",
        "powerpoint document": ".ppt",
        "visiodocument": ".vsd",
        "__properties_version1.0": ".msg",
    }
)
_LENGTH = struct.Struct("<L")
_LONGEST_NAME = 1_024


@dataclass(frozen=True, slots=True)
class OleFile:
    """File that was found in an object."""

    name: str
    content: bytes


def unwrap_object(data: bytes, name: str) -> OleFile | None:
    """Return the file in an embedded part, under its own name where that is known.

    None for a part that holds no file: a formula, a picture of another program.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    if not is_compound(data):
        return OleFile(_with_suffix(name, data), data)
    from olefile import OleFileIO
    from olefile.olefile import OleFileError

    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            return _unwrap(compound, data, name)
    except (OleFileError, OSError, ValueError, IndexError, struct.error) as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=str(error))) from error


def _unwrap(compound: OleFileIO[bytes], data: bytes, name: str) -> OleFile | None:
    top = {entry[0].lower() for entry in compound.listdir(streams=True, storages=True)}
    for stream, suffix in _SUFFIXES.items():
        if stream in top:
            return OleFile(name.rpartition(".")[0] + suffix if "." in name else name + suffix, data)
    found = (read_stream(compound, [stream], name) for stream in FILE_STREAMS if compound.exists(stream))
    return next(found, None)


def read_stream(compound: OleFileIO[bytes], path: list[str], name: str) -> OleFile | None:
    """Return the file in one of the `FILE_STREAMS`; None if there is none in it.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    content = compound.openstream(path).read()
    if path[-1] == _NATIVE:
        return read_native(content[_LENGTH.size :])
    return OleFile(_with_suffix(name, content), content)


def read_native(data: bytes) -> OleFile | None:
    """Read what Windows' packager wrote: a file's label, path, temporary path and bytes.

    None where it is another object of OLE 1.0, which holds no file.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    if data[:2] != b"\2\0":
        return None
    try:
        label, path, _, content = _split_native(data)
    except (ValueError, struct.error) as error:
        raise ExtractionError(Reason.DAMAGED) from error
    name = encoding.decode(label or path).text
    return OleFile(name.replace("\\", "/").rpartition("/")[2], content)


def _split_native(data: bytes) -> Iterator[bytes]:
    at = 2
    for _ in range(2):
        end = data.index(b"\0", at, at + _LONGEST_NAME)
        yield data[at:end]
        at = end + 1
    at += 4
    for _ in range(2):
        (length,) = _LENGTH.unpack_from(data, at)
        at += _LENGTH.size
        yield data[at : at + length]
        at += length


def _with_suffix(name: str, content: bytes) -> str:
    """Return a name that says what a part is, if its own does not, such as `oleObject1.bin`."""
    if "." in name and not name.lower().endswith(".bin"):
        return name
    try:
        suffixes = format_of(identify(content, "")).suffixes
    except ExtractionError:
        return name
    return name.removesuffix(".bin") + (suffixes[0] if suffixes else "")
