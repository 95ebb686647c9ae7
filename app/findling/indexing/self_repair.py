"""Repair of a damaged library, from the user's files and the store of the user's choices."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from findling.errors import LibraryDamagedError, LibraryError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.storage.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from findling.messages.notice import Notice

_CHECKED = "checked"
_CHECKED_ALWAYS = 200_000_000
"""Bytes of a database that each run looks at as a whole; half a second."""

_DAY_SECONDS = 86_400
_KEPT_SECONDS = 7 * _DAY_SECONDS
"""Time for which a damaged database is kept aside: it holds the texts of files that may be deleted by now."""

_PARTS = ("", "-wal", "-shm")


def open_or_renew(path: Path, key: bytes | None = None) -> tuple[Database, Notice | None]:
    """Open a database for writing, a new one if it is damaged; return what to say of that.

    Raises:
        LibraryError: it cannot be written, or comes from a newer Findling.
    """
    try:
        return Database.open_for_writing(path, key), None
    except LibraryDamagedError as damage:
        return renew(path, key), describe_renewal(path, damage)


def renew(path: Path, key: bytes | None = None) -> Database:
    """Set a damaged database aside, and open a new one with all that only the user can know.

    Raises:
        LibraryError: it cannot be set aside, or no new one be made.
    """
    try:
        for part in _PARTS:
            aside = _aside(path, part)
            aside.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                path.with_name(path.name + part).replace(aside)
                os.utime(aside)
    except OSError as error:
        reason = explain_os_error(error)
        raise LibraryError(
            LibraryMessage.DATABASE_UNUSABLE(file=path, reason=reason), Remedy.MOVE_FILE_ASIDE(file=path)
        ) from error
    database = Database.open_for_writing(path, key)
    assert database.user is not None
    database.user.recover(_aside(path))
    return database


def mend_rows(database: Database) -> bool:
    """Have files read again whose text or vectors are damaged; return False if more is."""
    if database.find_damage():
        return False
    damaged = sorted({*database.documents.find_damage(None), *database.vectors.find_damage(None)})
    with database.transaction():
        database.files.read_again(damaged)
        database.documents.remove(damaged)
    return True


def check_whole(database: Database, cache: Path) -> None:
    """Meet damage that a search would meet; a large database is looked at once a day.

    Raises:
        LibraryDamagedError: there is some.
    """
    stamp = cache / _CHECKED
    with suppress(OSError):
        # A clock that was put back makes it due as well.
        if _age(stamp) < _DAY_SECONDS and database.size() > _CHECKED_ALWAYS:
            return
    database.require_whole()
    with suppress(OSError):
        stamp.touch(mode=0o600)
    for part in _PARTS:
        with suppress(OSError):
            if _age(_aside(database.path, part)) > _KEPT_SECONDS:
                _aside(database.path, part).unlink()


def describe_renewal(path: Path, damage: LibraryDamagedError) -> Notice:
    """Return what is to be said of a database that was set aside."""
    return LibraryMessage.MADE_AGAIN(reason=damage.notice.advising(), file=_aside(path))


def _aside(path: Path, part: str = "") -> Path:
    return path.with_name(f"{path.name}.damaged{part}")


def _age(path: Path) -> float:
    """Return seconds since a file was written, to either side."""
    return abs(time.time() - path.stat().st_mtime)
