"""Means to keep a library encrypted: the databases' library, and memory for the index."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from findling.errors import FindlingError, LibraryError
from findling.memory_folder import has_memory_place, measure_memory_room
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths


def find_lack() -> Notice | None:
    """Return why a library cannot be kept encrypted here, and what to do; None if it can."""
    if not has_memory_place():
        return EncryptionMessage.NO_MEMORY_FOLDER().advising(Remedy.ENCRYPT_DISK())
    return None if _has_cipher() else _explain_missing_cipher()


def require_opening() -> None:
    """Refuse encrypted libraries where none can be opened.

    Raises:
        LibraryError: this is not Linux, or a part of Findling is missing.
    """
    if not has_memory_place():
        raise LibraryError(EncryptionMessage.NO_MEMORY_FOLDER(), Remedy.DECRYPT_ON_LINUX())
    if not _has_cipher():
        raise LibraryError(_explain_missing_cipher())


def require_means(paths: LibraryPaths) -> None:
    """Raise `FindlingError` where this system or this set-up cannot keep a library encrypted."""
    if obstacle := find_lack():
        raise FindlingError(obstacle)
    needed = sum(file.stat().st_size for file in paths.cache.rglob("*") if file.is_file())
    if needed > (free := measure_memory_room()):
        raise FindlingError(EncryptionMessage.MEMORY_TOO_SMALL(needed=needed, free=free), Remedy.ENCRYPT_DISK())


def _has_cipher() -> bool:
    return find_spec("sqlcipher3") is not None


def _explain_missing_cipher() -> Notice:
    # Every set-up and package for Linux brings it: where it is missing, something was left out or deleted.
    return EncryptionMessage.NO_CIPHER().advising(Remedy.INSTALL_FINDLING_LIBRARY_STAYS())
