"""Migrations of the database that came first, in order: see `migrations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.storage.old_steps import read_old_step

if TYPE_CHECKING:
    import sqlite3


def m001_create_tables(connection: sqlite3.Connection) -> None:
    """Create folders, files, documents, passages, vectors by space, and the journal."""
    for statement in (
        """CREATE TABLE folders (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path BLOB NOT NULL UNIQUE,
            exclude TEXT NOT NULL DEFAULT '[]'
        )""",
        # A document is a content, not a place: copies and moved files share it.
        """CREATE TABLE documents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            content_hash BLOB NOT NULL UNIQUE,
            extractor TEXT NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            language TEXT NOT NULL,
            pages INTEGER,
            text TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            reason TEXT,
            detail TEXT NOT NULL DEFAULT ''
        )""",
        # path is the system's name of the file, byte for byte; shown is what users read.
        """CREATE TABLE files (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
            path BLOB NOT NULL UNIQUE,
            parent BLOB NOT NULL,
            shown TEXT NOT NULL,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            inode BLOB NOT NULL,
            status TEXT NOT NULL,
            priority INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            detail TEXT NOT NULL DEFAULT '',
            extractor TEXT NOT NULL DEFAULT '',
            document_id INTEGER REFERENCES documents
        )""",
        "CREATE INDEX files_by_parent ON files (parent)",
        "CREATE INDEX files_by_folder ON files (folder_id)",
        "CREATE INDEX files_by_document ON files (document_id)",
        "CREATE INDEX files_by_turn ON files (status, priority, id)",
        # A space is a model, with its tokenizer and precision, and the rules by which passages are cut for it.
        """CREATE TABLE spaces (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            fingerprint TEXT NOT NULL UNIQUE,
            model TEXT NOT NULL,
            dimensions INTEGER NOT NULL
        )""",
        """CREATE TABLE passages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            page INTEGER,
            heading TEXT NOT NULL DEFAULT ''
        )""",
        "CREATE INDEX passages_by_document ON passages (document_id, space_id)",
        # The passages of one document in one space have consecutive ids, and their vectors lie in one row:
        # count x dimensions little-endian float16, in the order of the passages.
        """CREATE TABLE vectors (
            first_passage INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces,
            count INTEGER NOT NULL,
            matrix BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            UNIQUE (document_id, space_id)
        )""",
        """CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            entry TEXT NOT NULL,
            subject INTEGER NOT NULL
        )""",
        """CREATE TRIGGER document_added AFTER INSERT ON documents
           BEGIN INSERT INTO journal (entry, subject) VALUES ('document', new.id); END""",
        """CREATE TRIGGER document_gone AFTER DELETE ON documents
           BEGIN INSERT INTO journal (entry, subject) VALUES ('document', old.id); END""",
        """CREATE TRIGGER name_added AFTER INSERT ON files
           BEGIN INSERT INTO journal (entry, subject) VALUES ('name', new.id); END""",
        """CREATE TRIGGER name_gone AFTER DELETE ON files
           BEGIN INSERT INTO journal (entry, subject) VALUES ('name', old.id); END""",
        """CREATE TRIGGER name_changed AFTER UPDATE OF path ON files
           BEGIN INSERT INTO journal (entry, subject) VALUES ('name', new.id); END""",
    ):
        connection.execute(statement)


def m002_compare_documents(connection: sqlite3.Connection) -> None:
    """Create sketches and pairs of documents, ignored pairs, and the history of clearing up."""
    for statement in (
        # Documents of one wording are represented by the first of them, which alone is compared with others.
        """CREATE TABLE sketches (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            stamp TEXT NOT NULL,
            wording BLOB NOT NULL,
            words INTEGER NOT NULL,
            hashes BLOB NOT NULL,
            compared INTEGER NOT NULL DEFAULT 0
        )""",
        "CREATE INDEX sketches_by_wording ON sketches (wording)",
        "CREATE INDEX sketches_to_compare ON sketches (document_id) WHERE compared = 0",
        """CREATE TRIGGER representative_gone AFTER DELETE ON sketches
           BEGIN UPDATE sketches SET compared = 0 WHERE wording = old.wording; END""",
        """CREATE TABLE pairs (
            first INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            second INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            likeness TEXT NOT NULL,
            similarity REAL NOT NULL,
            first_within REAL NOT NULL,
            second_within REAL NOT NULL,
            numbers INTEGER NOT NULL,
            dates INTEGER NOT NULL,
            names INTEGER NOT NULL,
            negations INTEGER NOT NULL,
            words INTEGER NOT NULL,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID""",
        "CREATE INDEX pairs_by_second ON pairs (second)",
        # Of files that hold no text but are as large as another such file, so that identical ones are found.
        """CREATE TABLE contents (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            content_hash BLOB NOT NULL
        )""",
        # By content, so that they outlast a new reading of the files; the smaller hash first.
        """CREATE TABLE distinctions (
            first BLOB NOT NULL,
            second BLOB NOT NULL,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID""",
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            started_ns INTEGER NOT NULL
        )""",
        # Written before anything is done, so that what a crash interrupted can be reported and undone.
        """CREATE TABLE steps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            step TEXT NOT NULL,
            state TEXT NOT NULL,
            place BLOB NOT NULL
        )""",
        "CREATE INDEX steps_by_run ON steps (run_id)",
    ):
        connection.execute(statement)


def m003_change_models(connection: sqlite3.Connection) -> None:
    """Add the active space, and the blocks of documents, to cut them for another model."""
    for statement in (
        "ALTER TABLE spaces ADD COLUMN answering INTEGER NOT NULL DEFAULT 0",
        "CREATE UNIQUE INDEX spaces_answering ON spaces (answering) WHERE answering = 1",
        "UPDATE spaces SET answering = 1 WHERE id = (SELECT max(space_id) FROM vectors)",
        # So that one space costs nothing more to read for another one that lies between its rows.
        "CREATE INDEX vectors_by_space ON vectors (space_id, first_passage, count, document_id)",
        # None for documents from before: they are cut by their blank lines.
        "ALTER TABLE documents ADD COLUMN blocks BLOB",
    ):
        connection.execute(statement)


def m004_keep_steps_in_columns(connection: sqlite3.Connection) -> None:
    """Replace JSON by columns for the history's steps, so that later releases can add to them."""
    for statement in (
        "ALTER TABLE steps RENAME TO old_steps",
        "DROP INDEX steps_by_run",
        # Empty columns are those of damaged rows, and target. unread is the JSON of an older Findling of which not all
        # could be read.
        """CREATE TABLE steps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            state TEXT NOT NULL,
            place BLOB NOT NULL,
            action TEXT,
            path BLOB,
            size INTEGER,
            modified_ns INTEGER,
            mode INTEGER,
            content BLOB,
            survivor_path BLOB,
            survivor_size INTEGER,
            survivor_modified_ns INTEGER,
            survivor_mode INTEGER,
            survivor_content BLOB,
            target BLOB,
            unread BLOB
        )""",
        "INSERT INTO steps (id, run_id, state, place) SELECT id, run_id, state, place FROM old_steps",
    ):
        connection.execute(statement)
    for number, text in connection.execute("SELECT id, CAST(step AS BLOB) FROM old_steps"):
        columns = read_old_step(text)
        assignments = ", ".join(f"{name} = ?" for name in columns)
        connection.execute(f"UPDATE steps SET {assignments} WHERE id = ?", (*columns.values(), number))
    for statement in (
        "DROP TABLE old_steps",
        "CREATE INDEX steps_by_run ON steps (run_id)",
        "CREATE INDEX steps_done ON steps (path, content) WHERE state = 'done'",
    ):
        connection.execute(statement)


def m005_compare_again_what_lost_its_template(connection: sqlite3.Connection) -> None:
    """Let a document be compared again when the one goes that said of which template it is.

    What is stored stays: pairs of one template are as true as before, only more of them than are needed.
    """
    connection.execute(
        """CREATE TRIGGER template_gone AFTER DELETE ON pairs WHEN old.likeness = 'template'
           BEGIN UPDATE sketches SET compared = 0 WHERE document_id IN (old.first, old.second); END"""
    )


def m006_keep_mean_vectors(connection: sqlite3.Connection) -> None:
    """Add the mean vector of each document, so that no search has to read all its passages'.

    Those of before are computed from the passages' vectors when asked for, and stored by the next run.
    """
    for statement in (
        # dimensions little-endian float16, of length 1
        """CREATE TABLE mean_vectors (
            space_id INTEGER NOT NULL,
            document_id INTEGER NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (space_id, document_id)
        ) WITHOUT ROWID""",
        """CREATE TRIGGER vectors_gone AFTER DELETE ON vectors
           BEGIN DELETE FROM mean_vectors WHERE space_id = old.space_id AND document_id = old.document_id; END""",
    ):
        connection.execute(statement)


def m007_note_wholeness(connection: sqlite3.Connection) -> None:
    """Add what is known of how wholly documents were read: nothing, until they are read again."""
    for statement in (
        "ALTER TABLE documents ADD COLUMN unread TEXT NOT NULL DEFAULT 'unknown'",
        "ALTER TABLE documents ADD COLUMN characters BLOB NOT NULL DEFAULT x''",
        "ALTER TABLE documents ADD COLUMN objects BLOB NOT NULL DEFAULT x''",
        "UPDATE documents SET unread = 'unknown,repaired' WHERE reason = 'partly-read'",
        "UPDATE documents SET unread = 'unknown,cut' WHERE reason = 'text-cut'",
    ):
        connection.execute(statement)


def m008_note_backgrounds(connection: sqlite3.Connection) -> None:
    """Add to spaces how the cosines of unrelated texts lie; unknown until the next run."""
    for statement in (
        "ALTER TABLE spaces ADD COLUMN background_mean REAL",
        "ALTER TABLE spaces ADD COLUMN background_deviation REAL",
        "ALTER TABLE spaces ADD COLUMN background_documents INTEGER",
    ):
        connection.execute(statement)
