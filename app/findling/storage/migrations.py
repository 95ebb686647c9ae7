"""Schema of the database as numbered migrations, each in one transaction."""

from __future__ import annotations

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
from findling.storage.later_migrations import (
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
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def m019_keep_labels(connection: sqlite3.Connection) -> None:
    """Add the labels that the user gives to documents, which stay with edited and moved files."""
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
    """Add topics, their documents and places on the map; none until the next time of rest."""
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


def m023_rename_labels(connection: sqlite3.Connection) -> None:
    """Add colours of labels, names that labels had before, and what was done last with labels."""
    for statement in (
        "CREATE TABLE label_colours (label TEXT PRIMARY KEY, colour INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO label_colours SELECT label, row_number() OVER (ORDER BY label) - 1 FROM labels",
        # Both are folded names.
        "CREATE TABLE former_labels (former TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID",
        # gone, came: rows of the tables of labels, as JSON (label_history).
        """CREATE TABLE label_acts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            made_ns INTEGER NOT NULL,
            gone TEXT NOT NULL,
            came TEXT NOT NULL
        )""",
    ):
        connection.execute(statement)


def m024_look_up_names(connection: sqlite3.Connection) -> None:
    """Add an index of names, which finds the other files of one name without any scan."""
    connection.execute("CREATE INDEX names_by_name ON names (name)")


def m025_note_changes_of_files(connection: sqlite3.Connection) -> None:
    """Add which files changed last in what is published, and since when each stamp holds."""
    for statement in (
        # No foreign key: what is gone is to be taken back.
        """CREATE TABLE file_changes (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            file_id INTEGER NOT NULL
        )""",
        """CREATE TRIGGER old_changes_forgotten AFTER INSERT ON file_changes
           BEGIN DELETE FROM file_changes WHERE sequence <= new.sequence - 20000; END""",
        # after: the number of the latest change when it was drawn.
        """CREATE TABLE change_stamps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            stamp BLOB NOT NULL UNIQUE,
            after INTEGER NOT NULL
        )""",
        "INSERT INTO change_stamps (stamp, after) SELECT stamp, 0 FROM lineage",
        """CREATE TRIGGER stamp_drawn AFTER UPDATE OF stamp ON lineage BEGIN
           INSERT INTO change_stamps (stamp, after)
           VALUES (new.stamp, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'file_changes'));
           DELETE FROM change_stamps WHERE id <= (SELECT max(id) FROM change_stamps) - 100;
           END""",
        # What waits to be read stays as it was published, so that to begin to wait is no change.
        """CREATE TRIGGER file_to_publish AFTER UPDATE OF path, size, mtime_ns, status, document_id ON files
           WHEN new.path <> old.path OR new.status <> 'pending'
           AND (new.size, new.mtime_ns, new.status, new.document_id)
           IS NOT (old.size, old.mtime_ns, old.status, old.document_id)
           BEGIN INSERT INTO file_changes (file_id) VALUES (new.id); END""",
        """CREATE TRIGGER file_to_take_back AFTER DELETE ON files
           BEGIN INSERT INTO file_changes (file_id) VALUES (old.id); END""",
        """CREATE TRIGGER vectors_to_publish AFTER INSERT ON vectors
           BEGIN INSERT INTO file_changes (file_id) SELECT id FROM files WHERE document_id = new.document_id; END""",
        """CREATE TRIGGER vectors_to_take_back AFTER DELETE ON vectors
           BEGIN INSERT INTO file_changes (file_id) SELECT id FROM files WHERE document_id = old.document_id; END""",
        """CREATE TRIGGER reading_to_publish AFTER UPDATE OF extractor ON documents
           WHEN new.extractor <> old.extractor
           BEGIN INSERT INTO file_changes (file_id) SELECT id FROM files WHERE document_id = new.id; END""",
    ):
        connection.execute(statement)


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
    m023_rename_labels,
    m024_look_up_names,
    m025_note_changes_of_files,
)
"""Migrations in order; the database's `user_version` is the number of those that ran."""


def migrate(connection: sqlite3.Connection) -> None:
    """Run the migrations that are missing.

    Raises:
        LibraryTooNewError: the database was written by a newer Findling.
    """
    seen = read_schema_version(connection)
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


def read_schema_version(connection: sqlite3.Connection) -> int:
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
