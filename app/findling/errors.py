"""Errors that the user's machine causes; anything else that is raised is a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from findling.messages.notice import Notice

_ROOM = 100_000_000
"""Bytes that indexing needs for a while, as the word index merges its files, the database its log."""


class FindlingError(Exception):
    """Failure outside Findling, of which the user reads what happened and what to do.

    Attributes:
        notice: message with its remedies.
    """

    def __init__(self, message: Notice, *remedies: Notice) -> None:
        self.notice = message.advising(*remedies) if remedies else message
        super().__init__(self.notice)

    def __str__(self) -> str:
        return str(self.notice)


class UsageError(FindlingError):
    """Request of the user that cannot be meant; the command line exits with 2."""


class LibraryError(FindlingError):
    """Failure to open, read or write a library folder."""


class LibraryBusyError(LibraryError):
    """Lock of the library's writer that another process holds."""


class LibraryTooNewError(LibraryError):
    """Library that a newer Findling has written."""


class LibraryDamagedError(LibraryError):
    """Database that is not readable as one any more."""


class LibraryLockedError(LibraryError):
    """Encrypted library for which there is no key, or not the right one."""


class DiskFullError(LibraryError):
    """Lack of space on the disk of the library."""

    @classmethod
    def needing(cls, missing: int = 0) -> DiskFullError:
        """Return the error to raise; `missing` bytes count where they are more than a guess."""
        return cls(SystemMessage.DISK_FULL(needed=max(missing, _ROOM)), Remedy.FREE_SPACE_AND_GO_ON())


class FolderOfflineError(FindlingError):
    """Folder of the library that is missing or suddenly empty, likely on a disconnected disk."""


class IndexDamagedError(FindlingError):
    """Index that does not match its manifest; it is rebuilt from the database."""


class ModelError(FindlingError):
    """Model with files that are missing, damaged, or do not compute what the catalogue says."""


class RemoteError(ModelError):
    """Server that cannot be reached, refuses, or does not answer as it should."""


class ExtractionError(FindlingError):
    """File that gives no text.

    Attributes:
        reason: value of a `domain.files.Reason`.
        detail: what is special about this file, e.g. the limit that it passed.
    """

    def __init__(self, reason: str, detail: Notice | str | None = None) -> None:
        """Make an error of a reason, and of a message or a text of a library."""
        self.reason = reason
        self.detail = (SystemMessage.PLAIN(text=detail) if detail else None) if isinstance(detail, str) else detail
        super().__init__(self.detail or SystemMessage.PLAIN(text=reason))


def is_panic(error: BaseException) -> bool:
    """Return whether an error is a Rust panic, no `Exception`, which passes every handler.

    Each extension module has a class of its own, which can be imported from nowhere: only its name tells (PyO3).
    """
    return type(error).__name__ == "PanicException"


class WorkerError(FindlingError):
    """Writer process that could not be started, or ended before it was done."""
