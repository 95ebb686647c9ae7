"""Forgetting what the user wants forgotten, at once and everywhere in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Absence
from findling.indexing.erasure import AT_ONCE, Erasure
from findling.indexing.folder_problems import has_entries
from findling.indexing.index_sync import LexicalIndexSync
from findling.indexing.pipeline import purge
from findling.messages.library_templates import LibraryMessage, describe_away
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.storage.database import Database
    from findling.storage.folder_table import Folder


def forget_folder(database: Database, paths: LibraryPaths, folder: Folder) -> int:
    """Forget a folder of the library and all that is known of its files; return their number."""
    count = database.files.counts(folder.id).found
    with database.transaction():
        database.folders.remove(folder.id)
        for directory in database.devices.below(folder.path):
            database.devices.remove(directory)
    _erase(database, paths)
    return count


def forget_absent(database: Database, paths: LibraryPaths, directory: Path) -> int:
    """Forget files kept though absent at or below a path, and return how many these were."""
    with database.transaction():
        absent = database.files.absent_below(directory)
        database.files.remove(row.id for row in absent)
    _erase(database, paths)
    return len(absent)


def _erase(database: Database, paths: LibraryPaths) -> None:
    """Delete contents without files, let the word index follow, and erase what they left."""
    purge(database)
    words = LexicalIndexSync(database, paths.words)
    try:
        words.follow()
        words.commit()
        Erasure(database, words, paths).erase(AT_ONCE)
    finally:
        words.close()


def describe_absent(database: Database, folders: Iterable[Folder]) -> Iterator[Notice]:
    """Yield what is kept of folders that are there, though the files are not."""
    for folder in folders:
        absent = database.files.count_absent(folder.id) if has_entries(folder.path) else {}
        if away := absent.get(Absence.DISK):
            yield describe_away(away, folder.path)
        if went := absent.get(Absence.MANY):
            gone = LibraryMessage.FILES_WENT(count=went, folder=folder.path)
            yield gone.advising(Remedy.FORGET_NOW(folder=folder.path))
