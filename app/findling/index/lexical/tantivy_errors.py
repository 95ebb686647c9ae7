"""Errors of tantivy and damage to its files, as errors that the user can read."""

from __future__ import annotations

import errno
import json
import re
import struct
import sys
import zlib
from contextlib import contextmanager
from os import SEEK_END
from typing import TYPE_CHECKING, BinaryIO

from findling.errors import DiskFullError, IndexDamagedError, LibraryBusyError, LibraryError, is_panic
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.messages.notice import Notice

_TAIL = struct.Struct("<II")
_MAGIC = 1337
_CHUNK = 1 << 20
_META = "meta.json"
_NOTHING_TO_ADD = re.compile(r"[.:\s]*\bNone\b[.\s]*$")
# Rust's Display and Debug forms of the system's error codes.
_SYSTEM_CODE = re.compile(r"(?:os error |Os \{ code: )(\d+)")
# Windows has two ways to say it: 39 and 112.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} | ({39, 112} if sys.platform == "win32" else set()))
# On Windows, 32 is a sharing violation.
_REFUSALS = frozenset({errno.EIO, errno.EACCES, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, 32})


@contextmanager
def translate_errors(folder: Path) -> Iterator[None]:
    """Translate what tantivy raises over a folder, its panics among it, into a `FindlingError`.

    Raises:
        LibraryBusyError: another process writes this index.
        LibraryError: reading or writing failed, as on a full disk.
        IndexDamagedError: the files are not what tantivy wrote.
    """
    try:
        yield
    except (ValueError, OSError) as error:
        raise _translate(error, folder) from error
    except BaseException as error:
        if not is_panic(error):
            raise
        raise _translate(error, folder) from error


def unusable(folder: Path, reason: str | Notice, remedy: Notice | None = None) -> LibraryError:
    """Return the error for an index that cannot be read or written."""
    return LibraryError(
        LibraryMessage.WORDS_UNUSABLE(folder=folder, reason=reason), remedy or Remedy.FREE_SPACE_OR_PERMISSIONS()
    )


def _translate(error: BaseException, folder: Path) -> LibraryError | IndexDamagedError:
    # Where tantivy has nothing to add it says so in the words of Rust.
    reason = _NOTHING_TO_ADD.sub("", str(error))
    if "LockBusy" in reason:
        return LibraryBusyError(LibraryMessage.WORDS_BUSY(folder=folder), Remedy.WAIT())
    code = _SYSTEM_CODE.search(reason)
    if code and int(code.group(1)) in _FULL:
        return DiskFullError.needing()
    if isinstance(error, PermissionError) or (code and int(code.group(1)) in _REFUSALS):
        return unusable(folder, reason)
    return _damaged(folder, reason)


def _damaged(folder: Path, reason: str | Notice) -> IndexDamagedError:
    return IndexDamagedError(LibraryMessage.WORDS_DAMAGED(folder=folder, reason=reason), Remedy.REBUILT_BY_ITSELF())


def verify_segments(folder: Path) -> None:
    """Check the files of the published segments by their CRC-32, which tantivy does not read.

    Raises:
        IndexDamagedError: a file is cut, overwritten or missing.
    """
    try:
        segments = json.loads((folder / _META).read_bytes())["segments"]
        live = {segment["segment_id"].replace("-", ""): segment["deletes"] for segment in segments}
        paths = [path for path in sorted(folder.iterdir()) if _is_published(path.name, live)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, f"{_META}: {error}") from error
    for path in paths:
        if not _is_whole(path):
            raise _damaged(folder, LibraryMessage.CHECKSUM_FAILED(file=path.name))


def _is_published(name: str, live: dict[str, dict[str, int] | None]) -> bool:
    """Return whether a file is of the last commit; a killed one may leave part of its deletes."""
    segment, *_, suffix = name.split(".")
    if segment not in live:
        return False
    deletes = live[segment]
    return suffix != "del" or (deletes is not None and name == f"{segment}.{deletes['opstamp']}.del")


def _is_whole(path: Path) -> bool:
    with path.open("rb") as file:
        footer = _read_footer(file)
        if footer is None:
            return False
        body, expected = footer
        file.seek(0)
        checksum = 0
        while chunk := file.read(min(body, _CHUNK)):
            checksum = zlib.crc32(chunk, checksum)
            body -= len(chunk)
        return checksum == expected


def _read_footer(file: BinaryIO) -> tuple[int, int] | None:
    """Return the length of a file's body and its CRC-32, or None without a valid footer.

    That is a JSON object, the object's length, and a magic number.
    """
    size = file.seek(0, SEEK_END)
    if size < _TAIL.size:
        return None
    file.seek(size - _TAIL.size)
    length, magic = _TAIL.unpack(file.read(_TAIL.size))
    body = size - _TAIL.size - length
    if magic != _MAGIC or body < 0:
        return None
    file.seek(body)
    try:
        return body, int(json.loads(file.read(length))["crc"])
    except (ValueError, KeyError, TypeError):
        return None
