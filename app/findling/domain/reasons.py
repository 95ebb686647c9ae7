"""Status, message and remedy for each reason for which a file is not searchable."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import Absence, FileStatus, Reason
from findling.messages.file_templates import FileMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class Advice:
    """Status and messages of a file that is not, or not wholly, searchable.

    Attributes:
        status: skipped for what it is, failed though it ought to be readable, or indexed as far as it could be read.
        remedy: what the user can do; None where nothing needs to be done.
    """

    status: FileStatus
    message: FileMessage
    remedy: Remedy | None = None

    @property
    def notice(self) -> Notice:
        """Message with its remedy."""
        return self.message().advising(*([self.remedy()] if self.remedy else []))


_SKIPPED, _FAILED, _INDEXED = FileStatus.SKIPPED, FileStatus.FAILED, FileStatus.INDEXED

_ADVICE = MappingProxyType(
    {
        Reason.EMPTY: Advice(_SKIPPED, FileMessage.EMPTY),
        Reason.ENCRYPTED: Advice(_SKIPPED, FileMessage.ENCRYPTED, Remedy.REMOVE_PASSWORD),
        Reason.DRM: Advice(_SKIPPED, FileMessage.DRM),
        Reason.DAMAGED: Advice(_FAILED, FileMessage.DAMAGED, Remedy.OPEN_AND_SAVE),
        Reason.PARTLY_READ: Advice(_INDEXED, FileMessage.PARTLY_READ, Remedy.SAVE_AGAIN),
        Reason.MISNAMED: Advice(_FAILED, FileMessage.MISNAMED, Remedy.RIGHT_ENDING),
        Reason.NO_TEXT: Advice(_SKIPPED, FileMessage.NO_TEXT, Remedy.RECOGNISE_TEXT),
        Reason.NO_WORDS: Advice(_SKIPPED, FileMessage.NO_WORDS),
        Reason.LEGACY: Advice(_SKIPPED, FileMessage.LEGACY, Remedy.SAVE_AS_MODERN),
        Reason.UNSUPPORTED: Advice(_SKIPPED, FileMessage.UNSUPPORTED),
        Reason.BINARY: Advice(_SKIPPED, FileMessage.BINARY),
        Reason.ARCHIVE: Advice(_SKIPPED, FileMessage.ARCHIVE, Remedy.UNPACK),
        Reason.TOO_LARGE: Advice(_SKIPPED, FileMessage.TOO_LARGE),
        Reason.UNPACKS_TOO_LARGE: Advice(_FAILED, FileMessage.UNPACKS_TOO_LARGE),
        Reason.TEXT_CUT: Advice(_INDEXED, FileMessage.TEXT_CUT),
        Reason.ATTACHMENTS: Advice(_INDEXED, FileMessage.ATTACHMENTS, Remedy.SAVE_ATTACHMENTS),
        Reason.TOO_MANY_PARTS: Advice(_FAILED, FileMessage.TOO_MANY_PARTS),
        Reason.TOOK_TOO_LONG: Advice(_FAILED, FileMessage.TOOK_TOO_LONG, Remedy.SAVE_AGAIN),
        Reason.TOO_MUCH_MEMORY: Advice(_FAILED, FileMessage.TOO_MUCH_MEMORY, Remedy.SPLIT),
        Reason.CRASHED: Advice(_FAILED, FileMessage.CRASHED, Remedy.SAVE_AGAIN),
        Reason.NO_PERMISSION: Advice(_FAILED, FileMessage.NO_PERMISSION, Remedy.CHANGE_PERMISSIONS),
        Reason.IN_USE: Advice(_FAILED, FileMessage.IN_USE, Remedy.CLOSE_THERE),
        Reason.VANISHED: Advice(_FAILED, FileMessage.VANISHED),
        Reason.CHANGING: Advice(_FAILED, FileMessage.CHANGING, Remedy.TRIED_WHEN_AT_REST),
        Reason.NOT_DOWNLOADED: Advice(_SKIPPED, FileMessage.NOT_DOWNLOADED, Remedy.KEEP_ON_DEVICE),
        Reason.SECRET: Advice(_SKIPPED, FileMessage.SECRET, Remedy.LET_IN),
        Reason.SPECIAL: Advice(_SKIPPED, FileMessage.SPECIAL),
        Reason.LINK: Advice(_SKIPPED, FileMessage.LINK),
        Reason.NAME: Advice(_FAILED, FileMessage.NAME, Remedy.RENAME),
        Reason.OFFLINE: Advice(_FAILED, FileMessage.OFFLINE, Remedy.CONNECT_AND_RETRY),
        Reason.INTERRUPTED: Advice(_FAILED, FileMessage.INTERRUPTED, Remedy.RETRY),
        Reason.NOT_EMBEDDED: Advice(_INDEXED, FileMessage.NOT_EMBEDDED, Remedy.RETRY),
        Reason.STOPPED: Advice(_FAILED, FileMessage.STOPPED, Remedy.RETRY),
    }
)

PASSING = frozenset(
    {
        *(Reason.IN_USE, Reason.VANISHED, Reason.CHANGING, Reason.NOT_DOWNLOADED, Reason.OFFLINE),
        *(Reason.NO_PERMISSION, Reason.STOPPED),
    }
)
"""Reasons outside the file, which may be gone at the next run."""

SET_ASIDE = frozenset({Reason.CRASHED, Reason.INTERRUPTED, Reason.TOOK_TOO_LONG, Reason.TOO_MUCH_MEMORY})
"""Reasons for which a file is tried again once a day: what was short may have been the machine's."""


def explain(reason: Reason) -> Advice:
    """Return the advice for a reason."""
    return _ADVICE[reason]


def explain_unread(status: FileStatus, reason: Reason | None) -> Notice:
    """Return why a file has no text that could be searched: it waits, or could not be read."""
    return FileMessage.WAITING() if status is FileStatus.PENDING or reason is None else explain(reason).message()


def explain_absence(absence: Absence) -> Notice:
    """Return why a file is kept though it is not there."""
    return FileMessage.WITH_ITS_DISK() if absence is Absence.DISK else FileMessage.WITH_MANY()
