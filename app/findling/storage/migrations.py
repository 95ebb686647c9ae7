"""Schema of the database as numbered migrations, each in one transaction."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.errors import LibraryTooNewError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.storage.first_migrations import (
    m001_create_tables,
    m002_compare_documents,
    m003_change_models,
    m004_keep_steps_in_columns,
    m005_compare_again_what_lost_its_template,
    m006_keep_mean_vectors,
    m007_note_wholeness,
    m008_note_backgrounds,
)
from findling.storage.name_folding import fold_folders, fold_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

_SEPARATOR = os.fsencode(os.sep)


def m009_tell_crashes_from_kills(connection: sqlite3.Connection) -> None:
    """Add what was begun, how often it crashed and when it was tried, and the vectors of unfinished documents.

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
    """Add what is read and stored, and still to be embedded: a document is found by words before it is by meaning."""
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
    """Add the files that may show text which they do not hold, and what was recognised on their pages."""
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
    """Add the stamps by which indexes, and the store of what the user knows, are told from those of another state."""
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
    """Add names as they are searched, when files were changed last, and which are kept though they are not there.

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
    """Add the vectors that an edited document takes over from what its file held before, until it is embedded."""
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
    """Add the files that came into watched folders, of which it is told whether the library had them already."""
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
    """Fold the names of files that have letters beyond ASCII as those are folded now: "Łódź" is found by "lodz"."""
    rows = connection.execute("SELECT id, path, parent FROM files").fetchall()
    connection.executemany(
        "UPDATE names SET name = ?, folders = ? WHERE file_id = ?",
        (
            (fold_name(os.fsdecode(path[len(parent) :].lstrip(_SEPARATOR))), fold_folders(parent), file_id)
            for file_id, path, parent in rows
            if not path.isascii()
        ),
    )


def m019_keep_labels(connection: sqlite3.Connection) -> None:
    """Add the labels that the user gives to documents, which stay with an edited and with a moved file."""
    for statement in (
        # label: the folded name.
        """CREATE TABLE labels (
            label TEXT PRIMARY KEY,
            name TEXT NOT NULL
        ) WITHOUT ROWID""",
        # content: NULL where the file was not read.
        """CREATE TABLE label_choices (
            label TEXT NOT NULL,
            path BLOB NOT NULL,
            content BLOB,
            choice TEXT NOT NULL,
            chosen_ns INTEGER NOT NULL,
            PRIMARY KEY (label, path)
        ) WITHOUT ROWID""",
        "CREATE INDEX label_choices_by_path ON label_choices (path)",
        "CREATE INDEX label_choices_by_content ON label_choices (content)",
        """CREATE TRIGGER label_follows_file AFTER UPDATE OF path ON files WHEN new.path <> old.path
           BEGIN UPDATE OR REPLACE label_choices SET path = new.path WHERE path = old.path; END""",
        """CREATE TRIGGER label_follows_edit AFTER UPDATE OF document_id ON files
           WHEN new.document_id IS NOT NULL AND new.document_id IS NOT old.document_id
           BEGIN
           -- Copies of what it was bear the label by their own names from now on.
           INSERT OR IGNORE INTO label_choices
           SELECT c.label, f.path, c.content, c.choice, c.chosen_ns FROM label_choices c
           JOIN files f ON f.document_id = old.document_id AND f.id <> new.id WHERE c.path = new.path;
           UPDATE label_choices SET content = (SELECT content_hash FROM documents WHERE id = new.document_id)
           WHERE path = new.path;
           END""",
    ):
        connection.execute(statement)


def m020_group_by_topics(connection: sqlite3.Connection) -> None:
    """Add topics, with the documents in them and their places on the map; none until the next time of rest."""
    for statement in (
        # terms: the words that name it, one a line. An id is never used twice: what is noted of a topic stays its own.
        """CREATE TABLE topics (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            parent_id INTEGER REFERENCES topics ON DELETE CASCADE,
            terms TEXT NOT NULL
        )""",
        "CREATE INDEX topics_by_parent ON topics (parent_id)",
        # topic_id: the innermost topic. is_later: it came after the topics were made, and was put into the nearest.
        """CREATE TABLE topic_documents (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            topic_id INTEGER REFERENCES topics ON DELETE SET NULL,
            closeness REAL NOT NULL,
            x REAL NOT NULL,
            y REAL NOT NULL,
            is_later INTEGER NOT NULL
        )""",
        "CREATE INDEX topic_documents_by_topic ON topic_documents (topic_id, closeness)",
        # One row, or none before anything was grouped.
        """CREATE TABLE topic_grouping (
            state TEXT NOT NULL,
            space_id INTEGER NOT NULL,
            documents INTEGER NOT NULL
        )""",
    ):
        connection.execute(statement)


def m021_keep_judgements(connection: sqlite3.Connection) -> None:
    """Add judgements of the user whether documents answer questions; none so far."""
    connection.execute(
        """CREATE TABLE judgements (
            question TEXT NOT NULL,
            content BLOB NOT NULL,
            path BLOB NOT NULL,
            answers INTEGER NOT NULL,
            judged_ns INTEGER NOT NULL,
            PRIMARY KEY (question, content)
        ) WITHOUT ROWID"""
    )


def m022_watch_labels(connection: sqlite3.Connection) -> None:
    """Add the labels that are suggested for new files without being asked."""
    connection.execute(
        """CREATE TABLE label_watches (
            label TEXT PRIMARY KEY,
            since_ns INTEGER NOT NULL
        ) WITHOUT ROWID"""
    )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    m001_create_tables,
    m002_compare_documents,
    m003_change_models,
    m004_keep_steps_in_columns,
    m005_compare_again_what_lost_its_template,
    m006_keep_mean_vectors,
    m007_note_wholeness,
    m008_note_backgrounds,
    m009_tell_crashes_from_kills,
    m010_embed_after_reading,
    m011_recognise_text,
    m012_stamp_states,
    m013_note_names_and_absences,
    m014_know_files_inside_files,
    m015_keep_vectors_of_edited_documents,
    m016_know_origins,
    m017_note_arrivals,
    m018_fold_names_again,
    m019_keep_labels,
    m020_group_by_topics,
    m021_keep_judgements,
    m022_watch_labels,
)
"""In order; the database's `user_version` is the number of those that ran."""


def migrate(connection: sqlite3.Connection) -> None:
    """Run the migrations that are missing.

    Raises:
        LibraryTooNewError: the database was written by a newer Findling.
    """
    seen = read_version(connection)
    for number, step in enumerate(MIGRATIONS[seen:], start=seen + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            # A failed COMMIT has sometimes rolled back already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def read_version(connection: sqlite3.Connection) -> int:
    """Return the number of migrations that ran on this database.

    Raises:
        LibraryTooNewError: there are more than this Findling knows.
    """
    seen = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if seen > len(MIGRATIONS):
        raise LibraryTooNewError(
            LibraryMessage.WRITTEN_BY_NEWER(seen=seen, known=len(MIGRATIONS)), Remedy.INSTALL_NEWER()
        )
    return seen
