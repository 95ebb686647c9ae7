"""Adoption of the indexes by the database opened for writing; those of others are remade."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from findling.index.index_stamp import read_stamp, write_stamp
from findling.index.lexical.lexical_writer import remove_indexes
from findling.index.vectors.publisher import discard

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.storage.database import Database

_LOG = logging.getLogger(__name__)


def adopt_indexes(database: Database, paths: LibraryPaths) -> None:
    """Discard indexes not of this state of this database, and mark the others as its own.

    A database that was put back from a backup gives the same numbers again to other passages; so does a new one.

    Raises:
        LibraryError: the disk is full, or refuses.
    """
    if not database.lineage.accepts(read_stamp(paths.cache)) or not database.journal.last():
        _LOG.info("the indexes are of another database")
        remove_indexes(paths.words)
        for folder in paths.vectors.glob("*"):
            if folder.is_dir():
                discard(folder)
    with database.transaction():
        stamp = database.lineage.renew()
    write_stamp(paths.cache, stamp)
