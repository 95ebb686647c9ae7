"""Errors that the user's machine causes; anything else that is raised is a bug of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from findling.messages.notice import Notice

_ROOM = 100_000_000
"""Bytes that indexing goes on with for a while: the word index merges its files, the database folds in its log."""


class FindlingError(Exception):
    """Something outside Findling went wrong, and the user can read what and what to do.

    Attributes:
        notice: what happened, to which file or folder, and what the user can do about it.
    """

    def __init__(self, message: Notice, *remedies: Notice) -> None:
        self.notice = message.advising(*remedies) if remedies else message
        super().__init__(self.notice)

    def __str__(self) -> str:
        return str(self.notice)


class UsageError(FindlingError):
    """The person asked for something that cannot be meant; the command line exits with 2."""


class LibraryError(FindlingError):
    """The library folder cannot be opened, read or written."""


class LibraryBusyError(LibraryError):
    """Another process holds the writer's lock of this library."""


class LibraryTooNewError(LibraryError):
    """A newer Findling has written this library."""


class LibraryDamagedError(LibraryError):
    """The database is not readable as a database any more."""


class DiskFullError(LibraryError):
    """The disk that the library lies on is full."""

    @classmethod
    def needing(cls, missing: int = 0) -> DiskFullError:
        """Return the error to raise; `missing` is in bytes, and a guess stands in where it is less."""
        return cls(SystemMessage.DISK_FULL(needed=max(missing, _ROOM)), Remedy.FREE_SPACE_AND_GO_ON())


class FolderOfflineError(FindlingError):
    """A folder of the library is not there, or suddenly empty: a disk that is not connected, most likely."""


class IndexDamagedError(FindlingError):
    """A cache (vector snapshot, word index) does not match its manifest; it is rebuilt from the database."""


class ModelError(FindlingError):
    """A model's files are missing, damaged, or do not give what the catalogue says of them."""


class RemoteError(ModelError):
    """A server that was to compute cannot be reached, refuses, or does not answer as it should."""


class ExtractionError(FindlingError):
    """A file gives no text, for a reason that the user can read.

    Attributes:
        reason: one of `types.Reason`, as its value.
        detail: what is special about this file, e.g. the limit that it passed; None where there is nothing.
    """

    def __init__(self, reason: str, detail: Notice | str | None = None) -> None:
        """Make the error.

        Args:
            reason: of `types.Reason`.
            detail: a message, the words of a library, or the name of a format.
        """
        self.reason = reason
        self.detail = (SystemMessage.PLAIN(text=detail) if detail else None) if isinstance(detail, str) else detail
        super().__init__(self.detail or SystemMessage.PLAIN(text=reason))


class WorkerError(FindlingError):
    """The worker process could not be started, or ended before it was done."""
