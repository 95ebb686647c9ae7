"""Migrations 9 to 18 of the database, in order: see `migrations`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.storage.name_folding import fold_folders, fold_name

if TYPE_CHECKING:
    import sqlite3

_SEPARATOR = os.fsencode(os.sep)


def m009_tell_crashes_from_kills(connection: sqlite3.Connection) -> None:
    """Add what was begun, its crashes and last try, and the vectors of unfinished documents.

    What was set aside before is tried once more: how it came to that is not known.
    """
    for statement in (
        "ALTER TABLE files ADD COLUMN begun INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE files ADD COLUMN crashes INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE files ADD COLUMN tried_ns INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX files_begun ON files (id) WHERE begun = 1",
        # rows x dimensions little-endian float32, from passage `first` of a document that is embedded in parts
        """CREATE TABLE unfinished_vectors (
            content_hash BLOB NOT NULL,
            space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            texts_hash BLOB NOT NULL,
            first INTEGER NOT NULL,
            matrix BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (content_hash, space_id, texts_hash, first)
        ) WITHOUT ROWID""",
    ):
        connection.execute(statement)


def m010_embed_after_reading(connection: sqlite3.Connection) -> None:
    """Add what is stored and still to be embedded: documents are found by words before meaning."""
    for statement in (
        # passages as they are cut for the space, packed; they get their ids with their vectors. set_aside_ns is 0 for
        # those that wait, else when embedding them was given up.
        """CREATE TABLE embedding_queue (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            passages BLOB NOT NULL,
            count INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            begun INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            crashes INTEGER NOT NULL DEFAULT 0,
            set_aside_ns INTEGER NOT NULL DEFAULT 0
        )""",
        # With count, so that the passages that wait are added up without their rows.
        """CREATE INDEX embedding_queue_by_turn
           ON embedding_queue (space_id, set_aside_ns, priority, document_id, count)""",
        """CREATE TRIGGER embedded AFTER INSERT ON vectors
           BEGIN DELETE FROM embedding_queue WHERE document_id = new.document_id AND space_id = new.space_id; END""",
        # What waits to be embedded in another space, and has its vectors in the one that answers, waits no longer.
        """CREATE TRIGGER space_answers AFTER UPDATE OF answering ON spaces WHEN new.answering = 1
           BEGIN DELETE FROM embedding_queue WHERE space_id <> new.id
           AND document_id IN (SELECT document_id FROM vectors WHERE space_id = new.id); END""",
    ):
        connection.execute(statement)


def m011_recognise_text(connection: sqlite3.Connection) -> None:
    """Add files that may show text which they do not hold, and what was recognised in them."""
    for statement in (
        # pictured: the pages, packed; pages: their number.
        """CREATE TABLE scanned_files (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            content_hash BLOB NOT NULL,
            pictured BLOB NOT NULL,
            pages INTEGER NOT NULL,
            finished INTEGER NOT NULL DEFAULT 0
        )""",
        "CREATE INDEX scanned_files_by_content ON scanned_files (content_hash)",
        "CREATE INDEX scanned_files_waiting ON scanned_files (file_id) WHERE finished = 0",
        # found: lines with their places, and paragraphs, packed; reason: why nothing could be recognised.
        """CREATE TABLE recognised_pages (
            content_hash BLOB NOT NULL,
            page INTEGER NOT NULL,
            stamp TEXT NOT NULL,
            found BLOB NOT NULL,
            reason TEXT,
            PRIMARY KEY (content_hash, page)
        ) WITHOUT ROWID""",
    ):
        connection.execute(statement)


def m012_stamp_states(connection: sqlite3.Connection) -> None:
    """Add stamps that tell indexes and the user's store from those of another state."""
    for statement in (
        """CREATE TABLE lineage (
            stamp BLOB NOT NULL,
            before BLOB,
            touched INTEGER NOT NULL DEFAULT 0,
            user_revision INTEGER NOT NULL DEFAULT 0
        )""",
        "INSERT INTO lineage (stamp) VALUES (randomblob(16))",
    ):
        connection.execute(statement)


def m013_note_names_and_absences(connection: sqlite3.Connection) -> None:
    """Add names as searched, when files changed last, and which are kept though absent.

    Of the files of before it is not known when they were changed: the next scan notes it and reads none for that.
    """
    for statement in (
        # Apart from the files, so that a search through all names passes over nothing else.
        """CREATE TABLE names (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            name TEXT NOT NULL,
            folders TEXT NOT NULL
        )""",
        "ALTER TABLE files ADD COLUMN changed_ns INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE files ADD COLUMN absence TEXT",
        "ALTER TABLE files ADD COLUMN missed_ns INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX files_absent ON files (folder_id) WHERE absence IS NOT NULL",
        # Of the folders of the library, and of those below them that lie on another device than the one above.
        """CREATE TABLE devices (
            path BLOB PRIMARY KEY,
            device BLOB NOT NULL
        ) WITHOUT ROWID""",
    ):
        connection.execute(statement)
    rows = connection.execute("SELECT id, path, parent FROM files")
    connection.executemany(
        "INSERT INTO names VALUES (?, ?, ?)",
        (
            (file_id, fold_name(os.fsdecode(path[len(parent) :].lstrip(_SEPARATOR))), fold_folders(parent))
            for file_id, path, parent in rows
        ),
    )


def m014_know_files_inside_files(connection: sqlite3.Connection) -> None:
    """Add to files the file that they are in, and to documents whether there are files in them.

    Nothing is known of those until the files are read again, which their reader's stamp asks for.
    """
    for statement in (
        # What is in a file goes with it. The outermost is the file on the disk; both are NULL for that itself.
        "ALTER TABLE files ADD COLUMN container_id INTEGER REFERENCES files ON DELETE CASCADE",
        "ALTER TABLE files ADD COLUMN outermost_id INTEGER REFERENCES files ON DELETE CASCADE",
        # Digest of the rules by which files inside this one were left out; NULL where there are none.
        "ALTER TABLE files ADD COLUMN listed_by BLOB",
        "CREATE INDEX files_by_container ON files (container_id) WHERE container_id IS NOT NULL",
        "CREATE INDEX files_by_outermost ON files (outermost_id) WHERE outermost_id IS NOT NULL",
        # It is away with that file as well, and back with it.
        """CREATE TRIGGER absent_inside AFTER UPDATE OF absence, missed_ns ON files
           WHEN new.container_id IS NULL AND (new.absence IS NOT old.absence OR new.missed_ns <> old.missed_ns)
           BEGIN UPDATE files SET absence = new.absence, missed_ns = new.missed_ns WHERE outermost_id = new.id; END""",
        "ALTER TABLE documents ADD COLUMN holds_files INTEGER NOT NULL DEFAULT 0",
    ):
        connection.execute(statement)


def m015_keep_vectors_of_edited_documents(connection: sqlite3.Connection) -> None:
    """Add vectors that an edited document takes from what its file held, until it is embedded."""
    for statement in (
        # places: little-endian uint32, numbers of passages; matrix: places x dimensions little-endian float16
        """CREATE TABLE kept_vectors (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            places BLOB NOT NULL,
            matrix BLOB NOT NULL,
            checksum INTEGER NOT NULL
        )""",
        """CREATE TRIGGER kept_until_embedded AFTER INSERT ON vectors
           BEGIN DELETE FROM kept_vectors WHERE document_id = new.document_id AND space_id = new.space_id; END""",
    ):
        connection.execute(statement)


def m016_know_origins(connection: sqlite3.Connection) -> None:
    """Add what documents say of themselves: their own dates, and who sent, got or wrote them.

    Nothing is known of those until the files are read again, which their reader's stamp asks for.
    """
    for statement in (
        # Of a document, or of a file that has none. dated_ns is NULL where it does not say; folded is the subject as it
        # is searched.
        """CREATE TABLE origins (
            id INTEGER PRIMARY KEY,
            document_id INTEGER REFERENCES documents ON DELETE CASCADE,
            file_id INTEGER REFERENCES files ON DELETE CASCADE,
            dated_ns INTEGER,
            subject TEXT NOT NULL,
            folded TEXT NOT NULL
        )""",
        "CREATE INDEX origins_by_document ON origins (document_id, dated_ns) WHERE document_id IS NOT NULL",
        "CREATE INDEX origins_by_file ON origins (file_id, dated_ns) WHERE file_id IS NOT NULL",
        """CREATE TABLE origin_people (
            origin_id INTEGER NOT NULL REFERENCES origins ON DELETE CASCADE,
            role TEXT NOT NULL,
            shown TEXT NOT NULL,
            folded TEXT NOT NULL
        )""",
        "CREATE INDEX origin_people_by_origin ON origin_people (origin_id, role)",
    ):
        connection.execute(statement)


def m017_note_arrivals(connection: sqlite3.Connection) -> None:
    """Add files that came into watched folders, of which it is told if the library had them."""
    for statement in (
        # state: 0 to be compared, 1 like another file, 2 like none.
        """CREATE TABLE arrivals (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            arrived_ns INTEGER NOT NULL,
            state INTEGER NOT NULL
        )""",
        "CREATE INDEX arrivals_waiting ON arrivals (arrived_ns, file_id) WHERE state = 0",
    ):
        connection.execute(statement)


def m018_fold_names_again(connection: sqlite3.Connection) -> None:
    """Fold names with letters beyond ASCII as they are folded now: "lodz" finds "Łódź"."""
    rows = connection.execute("SELECT id, path, parent FROM files").fetchall()
    connection.executemany(
        "UPDATE names SET name = ?, folders = ? WHERE file_id = ?",
        (
            (fold_name(os.fsdecode(path[len(parent) :].lstrip(_SEPARATOR))), fold_folders(parent), file_id)
            for file_id, path, parent in rows
            if not path.isascii()
        ),
    )
