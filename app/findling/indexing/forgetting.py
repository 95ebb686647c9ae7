"""Forgetting what the user wants forgotten, at once and everywhere in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.indexing.erasure import AT_ONCE, Erasure
from findling.indexing.index_sync import LexicalIndexSync
from findling.indexing.pipeline import purge

if TYPE_CHECKING:
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.storage.database import Database
    from findling.storage.folder_table import Folder


def forget_folder(database: Database, paths: LibraryPaths, folder: Folder) -> int:
    """Forget a folder of the library with all that is known of its files, and return how many these were."""
    count = database.files.counts(folder.id).found
    with database.transaction():
        database.folders.remove(folder.id)
        for directory in database.devices.below(folder.path):
            database.devices.remove(directory)
    _erase(database, paths)
    return count


def forget_absent(database: Database, paths: LibraryPaths, directory: Path) -> int:
    """Forget the files at or below a path that are kept though they are not there, and return how many these were."""
    with database.transaction():
        absent = database.files.absent_below(directory)
        database.files.remove(row.id for row in absent)
    _erase(database, paths)
    return len(absent)


def _erase(database: Database, paths: LibraryPaths) -> None:
    """Delete contents without files, let the word index follow, and erase what it holds of what went."""
    purge(database)
    words = LexicalIndexSync(database, paths.words)
    try:
        words.follow()
        words.commit()
        Erasure(database, words, paths.words).erase(AT_ONCE)
    finally:
        words.close()
