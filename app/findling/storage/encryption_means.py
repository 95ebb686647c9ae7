"""Means to keep a library encrypted: the databases' library, and memory for the index."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
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
    if not _has_cipher():
        return _explain_missing_cipher()
    return None


def require_cipher() -> None:
    """Refuse encrypted libraries where the library for their databases is missing.

    Raises:
        LibraryError: it is missing.
    """
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
    # Nothing can be installed into the frozen program, which comes without it.
    is_frozen = getattr(sys, "frozen", False)
    remedy = Remedy.SET_UP_WITH_CIPHER() if is_frozen else Remedy.INSTALL_CIPHER(python=Path(sys.executable))
    return EncryptionMessage.NO_CIPHER().advising(remedy)
