"""Open an untrusted file, only if it is a plain one, and read it once, hashing on the way."""

from __future__ import annotations

import errno
import os
import stat as modes
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Reason, Stat
from findling.errors import ExtractionError
from findling.extraction.kinds import SNIFFED_BYTES, identify, is_compound, is_zip
from findling.extraction.limits import MEGABYTE
from findling.extraction.wrappings import WRAPPED_LIMIT, is_wrapped
from findling.formats import FORMATS, Container, SizeLimit, format_of
from findling.messages.file_templates import FileMessage
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = SizeLimit(16 * MEGABYTE, 16 * MEGABYTE)
"""Allowance of every kind: a file that fits needs no look at its kind."""

_CHUNK = 2**20
_SPARSE_FROM = 300 * MEGABYTE
_SPARSE_SHARE = 100
_BLOCK = 512  # bytes that one unit of st_blocks stands for (POSIX stat)

# Attributes of files whose bytes lie in the cloud until someone opens them: FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN
# and _RECALL_ON_DATA_ACCESS of Windows' winnt.h; SF_DATALESS of macOS' sys/stat.h.
_WINDOWS_PLACEHOLDER = 0x1000 | 0x40000 | 0x400000
_MACOS_PLACEHOLDER = 0x40000000

# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows' winerror.h.
_WINDOWS_IN_USE = (32, 33)

_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe that took the file's place would be waited on for ever
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)

_REASONS = {
    errno.ENOENT: Reason.VANISHED,
    errno.ENOTDIR: Reason.VANISHED,
    errno.EACCES: Reason.NO_PERMISSION,
    errno.EPERM: Reason.NO_PERMISSION,
    errno.EBUSY: Reason.IN_USE,
    errno.ETXTBSY: Reason.IN_USE,
    errno.EAGAIN: Reason.IN_USE,
    errno.ELOOP: Reason.LINK,
    errno.ENAMETOOLONG: Reason.NAME,
    errno.EILSEQ: Reason.NAME,
    errno.EINVAL: Reason.NAME,
    errno.EISDIR: Reason.SPECIAL,
    errno.ENXIO: Reason.SPECIAL,
    errno.EOVERFLOW: Reason.TOO_LARGE,
}


@dataclass(frozen=True, slots=True)
class FileBytes:
    """Frozen record of a file that was read.

    Attributes:
        data: its bytes, or the first `SizeLimit.kept` of them.
        content_hash: BLAKE3 of all its bytes, 32 bytes.
    """

    data: bytes
    content_hash: bytes
    stat: Stat

    @property
    def cut(self) -> bool:
        """True if the file goes on after `data`."""
        return len(self.data) < self.stat.size


def to_stat(result: os.stat_result) -> Stat:
    """Return a file's state, by which a change is seen, with the lowest 63 bits of its inode.

    That of ReFS has 128.
    """
    # On Windows this field is the time when the file was made.
    changed_ns = 0 if os.name == "nt" else result.st_ctime_ns
    return Stat(result.st_size, result.st_mtime_ns, result.st_ino & (2**63 - 1), changed_ns)


def open_plain(path: str | bytes | os.PathLike[str]) -> int:
    """Open a plain file for reading, and return its descriptor.

    Args:
        path: absolute path; bytes are taken as they are.

    Raises:
        ExtractionError: it is not a plain file that is here (`SPECIAL`, `LINK`, `NOT_DOWNLOADED`, `TOO_LARGE`), or may
            not or cannot be opened (`NO_PERMISSION`, `IN_USE`, `VANISHED`, `NAME`, `OFFLINE`).
    """
    try:
        _require_plain(os.lstat(path))
        return os.open(path, _OPEN_FLAGS)
    except OSError as error:
        raise _translate(error) from error


def read_open(
    descriptor: int,
    allow: Callable[[bytes], SizeLimit],
    beat: Callable[[], None] = lambda: None,
) -> FileBytes:
    """Read a file once that `open_plain` opened.

    Args:
        descriptor: the open file, which stands at its beginning.
        allow: gives, for the file's first 64 kB, how much may be read; called only for files beyond `SMALL`.
        beat: called at every chunk, so that a slow drive is not taken for a hung one.

    Raises:
        ExtractionError: it is no plain file after all, cannot be read (as `open_plain`), is `TOO_LARGE`, or was written
            to while it was read (`CHANGING`).
    """
    try:
        return _read(descriptor, allow, beat)
    except OSError as error:
        raise _translate(error) from error


def _read(descriptor: int, allow: Callable[[bytes], SizeLimit], beat: Callable[[], None]) -> FileBytes:
    before = os.fstat(descriptor)
    _require_plain(before)
    head = os.read(descriptor, SNIFFED_BYTES)
    allowed = SMALL if before.st_size <= SMALL.hashed else allow(head)
    if before.st_size > allowed.hashed:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE_OVER(size=before.st_size, limit=allowed.hashed))
    digest = blake3(head)
    kept = bytearray(head)
    length = len(head)
    # One byte more than was promised is asked for: a file that grows is seen, and cannot be read for ever.
    while length <= before.st_size and (chunk := os.read(descriptor, min(_CHUNK, before.st_size - length + 1))):
        digest.update(chunk)
        kept += chunk[: max(allowed.kept - length, 0)]
        length += len(chunk)
        beat()
    if length != before.st_size or to_stat(os.fstat(descriptor)) != to_stat(before):
        raise ExtractionError(Reason.CHANGING)
    return FileBytes(bytes(kept), digest.digest(), to_stat(before))


def _require_plain(found: os.stat_result) -> None:
    """Refuse links, pipes, devices, cloud placeholders and sparse files, before a byte is read."""
    if modes.S_ISLNK(found.st_mode):
        raise ExtractionError(Reason.LINK)
    if not modes.S_ISREG(found.st_mode):
        raise ExtractionError(Reason.SPECIAL)
    attributes = getattr(found, "st_file_attributes", 0) & _WINDOWS_PLACEHOLDER
    if attributes or getattr(found, "st_flags", 0) & _MACOS_PLACEHOLDER:
        raise ExtractionError(Reason.NOT_DOWNLOADED)
    stored = getattr(found, "st_blocks", found.st_size) * _BLOCK
    if found.st_size > _SPARSE_FROM and stored * _SPARSE_SHARE < found.st_size:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE_OVER(size=found.st_size, limit=_SPARSE_FROM))


def _translate(error: OSError) -> ExtractionError:
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return ExtractionError(Reason.IN_USE)
    if error.errno in _REASONS:
        return ExtractionError(_REASONS[error.errno])
    # Whatever else a drive or a network share says (EIO, ESTALE, ENOTCONN, ...), its file is not to be had now.
    return ExtractionError(Reason.OFFLINE, explain_os_error(error) if error.strerror else None)


def allow(head: bytes, name: str) -> SizeLimit:
    """Return how much of a large file is read; of texts, tables and mailboxes, the beginning.

    `head` is the first 64 kB or more.

    Raises:
        ExtractionError: the beginning already shows that there is no text to be had.
    """
    # The directory of a package or a compound file is not at its beginning.
    if is_zip(head):
        return _limit_of(Container.ZIP)
    if is_compound(head):
        return _limit_of(Container.COMPOUND)
    return WRAPPED_LIMIT if is_wrapped(head, name) else format_of(identify(head, name)).size_limit


def _limit_of(container: Container) -> SizeLimit:
    """Return the most that any format in such a container may have."""
    return max((known.size_limit for known in FORMATS if known.container is container), key=lambda limit: limit.hashed)
