"""Why a file is not searchable, in words that a person understands, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from findling.types import FileStatus, Reason


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of a file that is not, or not wholly, searchable.

    Attributes:
        status: where such a file stands: passed over for what it is, failed though it ought to be readable, or indexed
            as far as it could be read.
        words: what is the matter.
        remedy: what the person can do; "" where nothing needs to be done.
    """

    status: FileStatus
    words: str
    remedy: str = ""


_SKIPPED, _FAILED, _INDEXED = FileStatus.SKIPPED, FileStatus.FAILED, FileStatus.INDEXED

_ADVICE = MappingProxyType(
    {
        Reason.EMPTY: Advice(_SKIPPED, "the file is empty"),
        Reason.ENCRYPTED: Advice(_SKIPPED, "protected by a password", "Save a copy without the password."),
        Reason.DRM: Advice(_SKIPPED, "protected against copying"),
        Reason.DAMAGED: Advice(_FAILED, "damaged or cut off", "Open it in its own program and save it again."),
        Reason.PARTLY_READ: Advice(
            _INDEXED, "damaged, only a part could be read", "Save it again from its own program."
        ),
        Reason.MISNAMED: Advice(_FAILED, "not what its name says", "Give it the right ending, or get it again."),
        Reason.NO_TEXT: Advice(_SKIPPED, "holds no text, as scans and pictures do", "Run text recognition on it."),
        Reason.LEGACY: Advice(_SKIPPED, "an old format", "Save it as .docx, .pptx or .pdf."),
        Reason.UNSUPPORTED: Advice(_SKIPPED, "a format that Findling does not read"),
        Reason.BINARY: Advice(_SKIPPED, "not a text document"),
        Reason.ARCHIVE: Advice(_SKIPPED, "an archive; what is in it is not searched", "Unpack it."),
        Reason.TOO_LARGE: Advice(_SKIPPED, "too large"),
        Reason.UNPACKS_TOO_LARGE: Advice(_FAILED, "unpacks to far too much, as traps do"),
        Reason.TEXT_CUT: Advice(_INDEXED, "very long; only its beginning is searched"),
        Reason.TOO_MANY_PARTS: Advice(_FAILED, "has too many parts"),
        Reason.TOOK_TOO_LONG: Advice(_FAILED, "took too long to read", "Save it again from its own program."),
        Reason.TOO_MUCH_MEMORY: Advice(_FAILED, "needs too much memory to read", "Split it into smaller files."),
        Reason.CRASHED: Advice(_FAILED, "brings its reader down", "Save it again from its own program."),
        Reason.NO_PERMISSION: Advice(_FAILED, "you may not read it", "Change its permissions."),
        Reason.IN_USE: Advice(_FAILED, "locked by another program", "Close it there; it is tried again."),
        Reason.VANISHED: Advice(_FAILED, "was gone before it could be read"),
        Reason.CHANGING: Advice(_FAILED, "keeps changing while it is read", "It is tried again when it rests."),
        Reason.NOT_DOWNLOADED: Advice(_SKIPPED, "only in the cloud, not on this computer", "Keep it on this device."),
        Reason.SPECIAL: Advice(_SKIPPED, "not an ordinary file"),
        Reason.LINK: Advice(_SKIPPED, "a link"),
        Reason.NAME: Advice(_FAILED, "its name is too long for the system", "Rename it."),
        Reason.OFFLINE: Advice(_FAILED, "its disk does not answer", "Connect the disk; it is tried again."),
        Reason.INTERRUPTED: Advice(_FAILED, "indexing ended twice on this file", "Try again: findling index --retry"),
    }
)

PASSING = frozenset(
    {Reason.IN_USE, Reason.VANISHED, Reason.CHANGING, Reason.NOT_DOWNLOADED, Reason.OFFLINE, Reason.NO_PERMISSION}
)
"""Reasons that lie around the file rather than in it, and may be gone at the next run."""


def explain(reason: Reason) -> Advice:
    """What to say of a reason."""
    return _ADVICE[reason]
