"""Writes documents until it is killed or the disk is full: run as `python writing.py DATABASE LIMIT`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from findling.domain.files import FileStatus, Reason
from findling.errors import LibraryError
from findling.storage.database import Database
from smalllibrary import STAT, add_document, make_space

PASSAGES = 5


def limit_file_sizes(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def write(database: Database) -> None:
    """Write documents, each with a file and another one that is deleted, in a transaction each."""
    with database.transaction():
        space = make_space(database)
        folder = (database.folders.all() or [database.folders.add(Path("/d"))])[0]
    while True:
        content = os.urandom(16)
        with database.transaction():
            path = Path("/d") / content.hex()
            file = database.files.add_pending(folder.id, path, STAT, 0)
            document = add_document(database, content, content.hex() * 2000, space=space, passages=PASSAGES)
            database.files.set_indexed(file, document, STAT, "tests")
            passing = database.files.add_pending(folder.id, path / "x", STAT, 0)
            database.files.set_unread(passing, FileStatus.SKIPPED, Reason.EMPTY, None, STAT, "")
            database.files.remove([passing])
        print(document, flush=True)


def main() -> None:
    database = Database.open_for_writing(Path(sys.argv[1]))
    if limit := int(sys.argv[2]):
        limit_file_sizes(limit)
    try:
        write(database)
    except LibraryError as error:
        print(error)
        print("still readable:", sum(database.documents.text(i) is not None for i in database.documents.all_ids()))
    sys.stdout.flush()
    # Closing in order would have to write.
    os._exit(0)


if __name__ == "__main__":
    main()
