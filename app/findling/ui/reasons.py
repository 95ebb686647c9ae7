"""Why a file is not searchable, and what to do about it, in the window's language.

The engine's own words for it (`engine.reasons`) are English, and some speak of the terminal.
"""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from findling.types import Reason

_CONTEXT = "Reasons"

_SAVE_AGAIN = QT_TRANSLATE_NOOP("Reasons", "Save it again from its own program.")

_WORDS = MappingProxyType(
    {
        Reason.EMPTY: QT_TRANSLATE_NOOP("Reasons", "the file is empty"),
        Reason.ENCRYPTED: QT_TRANSLATE_NOOP("Reasons", "protected by a password"),
        Reason.DRM: QT_TRANSLATE_NOOP("Reasons", "protected against copying"),
        Reason.DAMAGED: QT_TRANSLATE_NOOP("Reasons", "damaged or cut off"),
        Reason.PARTLY_READ: QT_TRANSLATE_NOOP("Reasons", "damaged, only a part could be read"),
        Reason.MISNAMED: QT_TRANSLATE_NOOP("Reasons", "not what its name says"),
        Reason.NO_TEXT: QT_TRANSLATE_NOOP("Reasons", "holds no text, as scans and pictures do"),
        Reason.LEGACY: QT_TRANSLATE_NOOP("Reasons", "an old format"),
        Reason.UNSUPPORTED: QT_TRANSLATE_NOOP("Reasons", "a format that Findling does not read"),
        Reason.BINARY: QT_TRANSLATE_NOOP("Reasons", "not a text document"),
        Reason.ARCHIVE: QT_TRANSLATE_NOOP("Reasons", "an archive; what is in it is not searched"),
        Reason.TOO_LARGE: QT_TRANSLATE_NOOP("Reasons", "too large"),
        Reason.UNPACKS_TOO_LARGE: QT_TRANSLATE_NOOP("Reasons", "unpacks to far too much, as traps do"),
        Reason.TEXT_CUT: QT_TRANSLATE_NOOP("Reasons", "very long; only its beginning is searched"),
        Reason.TOO_MANY_PARTS: QT_TRANSLATE_NOOP("Reasons", "has too many parts"),
        Reason.TOOK_TOO_LONG: QT_TRANSLATE_NOOP("Reasons", "took too long to read"),
        Reason.TOO_MUCH_MEMORY: QT_TRANSLATE_NOOP("Reasons", "needs too much memory to read"),
        Reason.CRASHED: QT_TRANSLATE_NOOP("Reasons", "brings its reader down"),
        Reason.NO_PERMISSION: QT_TRANSLATE_NOOP("Reasons", "you may not read it"),
        Reason.IN_USE: QT_TRANSLATE_NOOP("Reasons", "locked by another program"),
        Reason.VANISHED: QT_TRANSLATE_NOOP("Reasons", "was gone before it could be read"),
        Reason.CHANGING: QT_TRANSLATE_NOOP("Reasons", "keeps changing while it is read"),
        Reason.NOT_DOWNLOADED: QT_TRANSLATE_NOOP("Reasons", "only in the cloud, not on this computer"),
        Reason.SPECIAL: QT_TRANSLATE_NOOP("Reasons", "not an ordinary file"),
        Reason.LINK: QT_TRANSLATE_NOOP("Reasons", "a link"),
        Reason.NAME: QT_TRANSLATE_NOOP("Reasons", "its name is too long for the system"),
        Reason.OFFLINE: QT_TRANSLATE_NOOP("Reasons", "its disk does not answer"),
        Reason.INTERRUPTED: QT_TRANSLATE_NOOP("Reasons", "indexing ended twice on this file"),
    }
)

_REMEDIES = MappingProxyType(
    {
        Reason.ENCRYPTED: QT_TRANSLATE_NOOP("Reasons", "Save a copy without the password."),
        Reason.DAMAGED: QT_TRANSLATE_NOOP("Reasons", "Open it in its own program and save it again."),
        Reason.PARTLY_READ: _SAVE_AGAIN,
        Reason.MISNAMED: QT_TRANSLATE_NOOP("Reasons", "Give it the right ending, or get it again."),
        Reason.NO_TEXT: QT_TRANSLATE_NOOP("Reasons", "Run text recognition on it."),
        Reason.LEGACY: QT_TRANSLATE_NOOP("Reasons", "Save it as .docx, .pptx or .pdf."),
        Reason.ARCHIVE: QT_TRANSLATE_NOOP("Reasons", "Unpack it."),
        Reason.TOOK_TOO_LONG: _SAVE_AGAIN,
        Reason.TOO_MUCH_MEMORY: QT_TRANSLATE_NOOP("Reasons", "Split it into smaller files."),
        Reason.CRASHED: _SAVE_AGAIN,
        Reason.NO_PERMISSION: QT_TRANSLATE_NOOP("Reasons", "Change its permissions."),
        Reason.IN_USE: QT_TRANSLATE_NOOP("Reasons", "Close it there; it is tried again."),
        Reason.CHANGING: QT_TRANSLATE_NOOP("Reasons", "It is tried again when it rests."),
        Reason.NOT_DOWNLOADED: QT_TRANSLATE_NOOP("Reasons", "Keep it on this device."),
        Reason.NAME: QT_TRANSLATE_NOOP("Reasons", "Rename it."),
        Reason.OFFLINE: QT_TRANSLATE_NOOP("Reasons", "Connect the disk; it is tried again."),
        Reason.INTERRUPTED: QT_TRANSLATE_NOOP("Reasons", "Have it tried again in the library."),
    }
)


def words(reason: Reason, otherwise: str = "") -> str:
    """What is the matter, to stand within a sentence; `otherwise` for a reason that the window does not know."""
    return QCoreApplication.translate(_CONTEXT, str(_WORDS[reason])) if reason in _WORDS else otherwise


def remedy(reason: Reason, otherwise: str = "") -> str:
    """What the person can do, in the window; "" where nothing needs to be done."""
    if reason not in _WORDS:
        return otherwise
    return QCoreApplication.translate(_CONTEXT, str(_REMEDIES[reason])) if reason in _REMEDIES else ""


def in_our_language(engine_words: str) -> str:
    """The engine's words for a reason, where they stand within another sentence of it."""
    return QCoreApplication.translate(_CONTEXT, engine_words)
