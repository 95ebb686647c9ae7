"""Response of a process to a request that failed."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import (
    DiskFullError,
    FindlingError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    UsageError,
    WorkerError,
)
from findling.messages.library_templates import LibraryMessage
from findling.messages.notice import Notice
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from findling.messages.notice import Message

_CLASSES: Mapping[Message, type[FindlingError]] = MappingProxyType(
    {
        LibraryMessage.BUSY: LibraryBusyError,
        LibraryMessage.WRITTEN_BY_NEWER: LibraryTooNewError,
        LibraryMessage.DATABASE_DAMAGED: LibraryDamagedError,
        SystemMessage.DISK_FULL: DiskFullError,
        SystemMessage.BUG: WorkerError,
        SystemMessage.WORKER_ENDED: WorkerError,
    }
)
"""Errors that callers tell apart, by their messages."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Response to a request that failed.

    Attributes:
        usage: the user asked for something that cannot be meant.
        reason: why a file cannot be shown; None where it is not about one.
    """

    notice: Notice
    usage: bool = False
    reason: Reason | None = None

    @classmethod
    def of(cls, error: FindlingError) -> Self:
        """Return the response for an error that the environment caused."""
        return cls(error.notice, isinstance(error, UsageError))

    @classmethod
    def of_bug(cls, error: Exception, *remedies: Notice) -> Self:
        """Return the response for any other exception, which the caller logs."""
        return cls(SystemMessage.BUG(error=f"{type(error).__name__}: {error}").advising(*remedies))

    def to_error(self) -> FindlingError:
        """Return the error raised in the other process; a bug there is a `WorkerError` here."""
        if self.usage:
            return UsageError(self.notice)
        return _CLASSES.get(self.notice.message, FindlingError)(self.notice)
