"""What can be wrong with an index on disk, found before it is used and told as an error of the environment."""

from __future__ import annotations

import json
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.errors import IndexDamagedError, LibraryBusyError, LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TAIL = struct.Struct("<II")
_MAGIC = 1337
_CHUNK = 1 << 20
_META = "meta.json"
# No space left, no permission, read-only file system, file too large, over quota: POSIX and Windows.
_REFUSALS = (28, 13, 30, 27, 122, 112, 5)


@contextmanager
def contained(folder: Path) -> Iterator[None]:
    """Turn what tantivy raises over a folder into errors of ours; its panics are no `Exception` and end here too.

    Raises:
        LibraryBusyError: another process writes this index.
        LibraryError: the system refused to read or write, as on a full disk.
        IndexDamagedError: the files are not what tantivy wrote.
    """
    try:
        yield
    except (ValueError, OSError) as error:
        raise _translate(error, folder) from error
    except BaseException as error:
        # The class of a Rust panic cannot be imported: every extension module has its own.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(folder, str(error)) from error


def _translate(error: Exception, folder: Path) -> LibraryError | IndexDamagedError:
    reason = str(error)
    if "LockBusy" in reason or "acquire" in reason:
        return LibraryBusyError(f"Another Findling writes the word index in {folder}.", "Wait until it is done.")
    if isinstance(error, PermissionError) or any(f"os error {code}" in reason for code in _REFUSALS):
        remedy = "Free some space, or check the folder's permissions."
        return LibraryError(f"The word index in {folder} cannot be used: {reason}", remedy)
    return _damaged(folder, reason)


def _damaged(folder: Path, reason: str) -> IndexDamagedError:
    return IndexDamagedError(f"The word index in {folder} is damaged ({reason}).", "It is rebuilt by itself.")


def verify(folder: Path) -> None:
    """Check every file of the index's segments against the CRC-32 that tantivy wrote at its end.

    tantivy itself checks only that the end is there, and a hole of zeros further up would make it panic or lie later.

    Raises:
        IndexDamagedError: a file is cut, overwritten or missing.
    """
    try:
        meta = json.loads((folder / _META).read_bytes())
        live = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, f"{_META}: {error}") from error
    for path in sorted(folder.iterdir()):
        if path.name.split(".")[0] in live and not _is_whole(path):
            raise _damaged(folder, f"{path.name} fails its checksum")


def _is_whole(path: Path) -> bool:
    """A file of tantivy is a body, a JSON footer with the body's CRC-32, the footer's length, and a magic number."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if size < _TAIL.size:
            return False
        file.seek(size - _TAIL.size)
        length, magic = _TAIL.unpack(file.read(_TAIL.size))
        body = size - _TAIL.size - length
        if magic != _MAGIC or body < 0:
            return False
        file.seek(body)
        try:
            expected = json.loads(file.read(length))["crc"]
        except (ValueError, KeyError, TypeError):
            return False
        file.seek(0)
        checksum = 0
        while body > 0:
            chunk = file.read(min(body, _CHUNK))
            checksum = zlib.crc32(chunk, checksum)
            body -= len(chunk)
        return bool(checksum == expected)
