"""The errors that the user's machine causes; anything else that is raised is a bug of ours."""

from __future__ import annotations

_ROOM = 100_000_000
"""Bytes that indexing goes on with for a while: the word index merges its files, the database folds in its log."""


class FindlingError(Exception):
    """Something outside Findling went wrong, and the person can read what and what to do.

    Attributes:
        message: what happened, and to which file or folder; one sentence.
        remedy: what the person can do about it; may be empty.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


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
        """The error to raise; `missing` is in bytes, and a guess stands in where it is less."""
        megabytes = max(missing, _ROOM) / 1_000_000
        return cls(
            f"The disk is full: Findling needs about {megabytes:,.0f} MB to go on.",
            "Free some space; it goes on where it stopped, and what is indexed stays searchable.",
        )


class FolderOfflineError(FindlingError):
    """A folder of the library is not there, or suddenly empty: a disk that is not connected, most likely."""


class IndexDamagedError(FindlingError):
    """A cache (vector snapshot, word index) does not match its manifest; it is rebuilt from the database."""


class ModelError(FindlingError):
    """A model's files are missing, damaged, or do not give what the catalogue says of them."""


class RemoteError(ModelError):
    """A server that was to compute cannot be reached, refuses, or does not answer as it should."""


class ExtractionError(FindlingError):
    """A file gives no text, for a reason that the person can read.

    Attributes:
        reason: one of `types.Reason`, as its value; the room above turns it into words.
        detail: what is special about this file, e.g. the limit that it passed; may be empty.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail


class WorkerError(FindlingError):
    """The worker process could not be started, or ended before it was done."""
