"""Old databases come up to date, wholly or not at all."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import sys
from pathlib import Path

import numpy as np
import pytest

from findling.domain.files import FileStatus, Stat, Unread
from findling.domain.judgements import JudgedAnswer
from findling.domain.plans import Action, Seen, Step
from findling.errors import LibraryError
from findling.storage import first_migrations, migrations
from findling.storage.database import Database
from findling.storage.duplicate_table import SketchRow
from findling.storage.file_filter import Filter
from findling.storage.history_table import StepState
from findling.storage.name_folding import fold_typed
from findling.storage.user_store import store_path

SAVED = Path(__file__).parent / "saved"
NOTES = Path("/home/ada/notes")
TRASH = Path("/home/ada/.local/share/Trash/files")


def restore(path: Path, name: str) -> None:
    """Make a database from a saved one."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript((SAVED / name).read_text("utf-8"))
    connection.close()


def schema(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return [(name, " ".join(sql.split())) for name, sql in rows]


def steps(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT * FROM steps ORDER BY id").fetchall()
    connection.close()
    return rows


@pytest.mark.parametrize("name", sorted(file.name for file in SAVED.glob("*.sql")))
def test_a_saved_library_comes_up_to_date_with_all_that_is_in_it(path, tmp_path, name):
    restore(path, name)
    Database.open_for_writing(tmp_path / "new.db").close()

    database = Database.open_for_writing(path)

    assert schema(path) == schema(tmp_path / "new.db")
    assert database.find_damage() == ""
    assert [folder.path for folder in database.folders.all()] == [Path("/home/ada/notes")]
    row = database.files.find(Path("/home/ada/notes/rent.txt"))
    assert (row.status, row.stat, row.document_id) == (FileStatus.INDEXED, Stat(41, 1_700_000_000_000_000_000, 77), 1)
    assert database.documents.text(1) == ("Rent", "The rent is due on the first.\n\nÜber alles.", "en")
    space = database.vectors.find_space("old-model:int8|old-rules")
    assert [placed.text for placed in database.documents.passages(1, space.id)] == [
        "The rent is due on the first.", "Über alles.",
    ]  # fmt: skip
    (vectors,) = database.vectors.of_documents([1], space)
    np.testing.assert_array_equal(vectors.matrix, np.array([[1, 0], [0, -1]], np.float16))
    assert database.journal.last() == 2
    database.close()


def seen(name: str) -> Seen:
    return Seen(path=NOTES / name, size=41, modified_ns=1_700_000_000_000_000_000, mode=0o100644, content=b"\1" * 32)


def binned(name: str) -> Step:
    return Step(Action.BIN, seen(name), seen("rent.txt"))


HASHES = bytes(range(32)), bytes(range(32, 64))
DECISIONS = (
    (2, "INSERT INTO distinctions VALUES (?, ?)", HASHES),
    (19, "INSERT INTO labels VALUES ('tax', 'Tax')", ()),
    (
        19,
        "INSERT INTO label_choices VALUES ('tax', CAST('/home/ada/notes/rent.txt' AS BLOB), ?, 'given', 7)",
        HASHES[:1],
    ),
    (21, "INSERT INTO judgements VALUES ('rent?', ?, CAST('/home/ada/notes/rent.txt' AS BLOB), 1, 7)", HASHES[:1]),
    (22, "INSERT INTO label_watches VALUES ('tax', 9)", ()),
    (23, "INSERT INTO former_labels VALUES ('money', 'tax')", ()),
)
"""Decisions of the user, each with the schema from which on it is stored."""


@pytest.mark.parametrize("number", range(2, len(migrations.MIGRATIONS) + 1))
def test_what_the_user_decided_and_did_is_there_in_every_later_schema(path, number):
    restore(path, f"schema_{number}.sql")
    connection = sqlite3.connect(path)
    with connection:
        for since, statement, values in DECISIONS:
            if since <= number:
                connection.execute(statement, values)
    connection.close()

    database = Database.open_for_writing(path)

    assert database.duplicates.ignored_pairs() == {HASHES}
    assert [(each.name, each.files) for each in database.labels.all()] == ([("Tax", 1)] if number >= 19 else [])
    assert database.labels.of_file(NOTES / "rent.txt") == (("Tax",) if number >= 19 else ())
    judged = {"rent?": {HASHES[0].hex(): JudgedAnswer(HASHES[0].hex(), NOTES / "rent.txt", True)}}
    assert database.judgements.all() == (judged if number >= 21 else {})
    assert database.labels.watched_since("Tax") == (9 if number >= 22 else None)
    assert database.labels.current_name("Money") == ("Tax" if number >= 23 else "Money")
    _check_history(database)
    database.close()


def _check_history(database: Database) -> None:
    """Check the eleven steps of the saved libraries: three that are damaged cost these steps only."""
    found = {row.id: (row.step, row.state, row.place) for run in (1, 2, 3) for row in database.history.steps(run)}
    aside, letter = Path("/home/ada/aside"), NOTES / "letter.txt"
    assert found == {
        1: (binned("binned.txt"), StepState.DONE, TRASH / "binned.txt"),
        2: (Step(Action.MOVE, seen("moved.txt"), seen("rent.txt"), aside), StepState.UNDONE, aside / "moved.txt"),
        3: (Step(Action.LINK, seen("linked.txt"), seen("rent.txt")), StepState.DONE, Path()),
        4: (binned("untargeted.txt"), StepState.DONE, TRASH / "untargeted.txt"),
        5: (binned("noted.txt"), StepState.DONE, TRASH / "noted.txt"),
        6: (Step(Action.RENAME, seen("draft.txt"), seen("draft.txt"), letter), StepState.BEGUN, letter),
        7: (binned("planned.txt"), StepState.PLANNED, Path()),
        8: (binned("returning.txt"), StepState.UNDOING, TRASH / "returning.txt"),
        9: (None, StepState.DONE, TRASH / "torn.txt"),
        10: (None, StepState.BEGUN, TRASH / "unsized.txt"),
        11: (None, StepState.DONE, TRASH / "burnt.txt"),
    }
    named = {row.id: row.path for row in database.history.steps(3) if row.step is None}
    assert named == {9: None, 10: NOTES / "unsized.txt", 11: NOTES / "burnt.txt"}
    assert [run[2:] for run in database.history.runs()] == [(4, 0, 0), (1, 0, 1), (4, 1, 0)]
    assert database.history.find_done(seen("untargeted.txt")) == 1
    assert database.history.find_done(seen("moved.txt")) is None


def test_what_cannot_be_read_of_a_step_is_kept_as_it_was(path):
    restore(path, "schema_3.sql")
    connection = sqlite3.connect(path)
    damaged = [row[0] for row in connection.execute("SELECT step FROM steps WHERE id IN (9, 10, 11) ORDER BY id")]
    connection.close()
    Database.open_for_writing(path).close()
    connection = sqlite3.connect(path)
    kept = connection.execute("SELECT id, unread FROM steps WHERE unread IS NOT NULL ORDER BY id").fetchall()
    connection.close()
    # An action that this Findling does not know is in its column: a later one may know it.
    assert kept == [(9, damaged[0].encode()), (10, damaged[1].encode())]


@pytest.mark.parametrize(
    "text",
    [b"", b"null", b"[]", b"\xff\xfe{", b"{" * 100_000,
     b'{"action": "\\ud800", "file": {"path": "\\ud800", "size": 1e400}}',
     b'{"action": 7, "file": {"size": 99999999999999999999, "content": "?"}, "survivor": "x", "target": 7}'],
    ids=range(7),
)  # fmt: skip
def test_no_damage_to_a_step_keeps_a_library_from_coming_up_to_date(path, text):
    restore(path, "schema_3.sql")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE steps SET step = CAST(? AS TEXT) WHERE id = 1", (text,))
    connection.close()
    database = Database.open_for_writing(path)
    assert [row.step is None for row in database.history.steps(1)] == [False] * 4 + [True]
    database.close()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", "forgotten"), ("place", 7), ("place", b"a\0b"), ("action", b"\xff"), ("action", None), ("path", None),
        ("size", "many"), ("modified_ns", 0.5), ("mode", -1), ("content", "text"), ("survivor_path", b"\0"),
        ("survivor_mode", 2**40), ("target", 7),
    ],
)  # fmt: skip
def test_a_column_that_has_rotted_costs_its_step_only(path, column, value):
    _rot(path, f"UPDATE steps SET {column} = ? WHERE id = 1", value)
    database = Database.open_for_writing(path)
    assert [row.step is None for row in database.history.steps(1)] == [False] * 4 + [True]
    database.close()


@pytest.mark.parametrize(
    "column", ["state", "place", "action", "path", "size", "content", "survivor_mode", "survivor_content", "target"]
)
def test_a_column_that_became_a_text_in_no_encoding_costs_its_step_only(path, column):
    _rot(path, f"UPDATE steps SET {column} = CAST(? AS TEXT) WHERE id = 1", b"\xff\xfe\x80")
    database = Database.open_for_writing(path)
    assert [row.step is None for row in database.history.steps(1)] == [False] * 4 + [True]
    database.close()


def test_a_run_without_a_time_is_listed_with_the_others(path):
    _rot(path, "UPDATE runs SET started_ns = CAST(? AS TEXT) WHERE id = 1", b"\xff")
    database = Database.open_for_writing(path)
    assert [run[:2] for run in database.history.runs()][-1:] == [(1, 0)]
    assert len(database.history.runs()) == 3
    database.close()


def _rot(path: Path, statement: str, value: object) -> None:
    """Make a library with steps, and change a value in it."""
    restore(path, "schema_4.sql")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement, (value,))
    connection.close()


@pytest.mark.parametrize(
    ("reason", "unread"),
    [
        (None, (Unread.UNKNOWN,)),
        ("partly-read", (Unread.UNKNOWN, Unread.REPAIRED)),
        ("text-cut", (Unread.UNKNOWN, Unread.CUT)),
    ],
)
def test_of_a_document_from_before_it_is_not_known_whether_it_was_read_wholly(path, reason, unread):
    restore(path, "schema_4.sql")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE documents SET reason = ?", (reason,))
    connection.close()
    database = Database.open_for_writing(path)
    database.duplicates.add_sketches([SketchRow(1, bytes(16), 9, np.empty(0, np.uint64))], "now")
    found = database.duplicates.reading(bytes(range(32)))
    assert (found.wholeness.unread, found.wholeness.is_impaired) == (unread, reason is not None)
    database.close()


def test_labels_of_before_get_colours_of_their_own_which_their_store_keeps(path):
    restore(path, "schema_22.sql")
    connection = sqlite3.connect(path)
    connection.executemany("INSERT INTO labels VALUES (?, ?)", [("tax", "Tax"), ("boats", "Boats"), ("attic", "Attic")])
    connection.commit()
    connection.close()
    database = Database.open_for_writing(path)
    colours = {each.name: each.colour for each in database.labels.all()}
    database.close()
    assert sorted(colours.values()) == [0, 1, 2]
    connection = sqlite3.connect(store_path(path))
    kept = connection.execute("SELECT label, colour FROM kept_label_colours").fetchall()
    connection.close()
    assert dict(kept) == {name.casefold(): colour for name, colour in colours.items()}


def test_every_migration_has_a_saved_library_from_before_the_next():
    assert len(list(SAVED.glob("*.sql"))) == len(migrations.MIGRATIONS)


def test_a_migrated_database_is_left_alone(path):
    Database.open_for_writing(path).close()
    before = schema(path)
    Database.open_for_writing(path).close()
    assert schema(path) == before


def test_an_older_schema_is_not_readable_before_it_is_brought_up_to_date(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(LibraryError, match="older Findling") as raised:
        Database.open_for_reading(path)
    assert "findling index" in str(raised.value)


def test_a_step_that_fails_leaves_the_schema_before_it(path, monkeypatch):
    Database.open_for_writing(path).close()
    before = schema(path)

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (id)")
        raise KeyboardInterrupt

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, fail))
    with pytest.raises(KeyboardInterrupt):
        Database.open_for_writing(path)
    monkeypatch.undo()
    assert schema(path) == before
    Database.open_for_reading(path).close()


def _move_steps_and_die(path: Path, at: int) -> None:
    """Migrate the saved third schema, killed after so many of its steps, or before the commit."""
    real, left = first_migrations.read_old_step, [at]

    def read(text: bytes):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(text)

    def move_and_die(connection: sqlite3.Connection) -> None:
        migrations.m004_keep_steps_in_columns(connection)
        os.kill(os.getpid(), signal.SIGKILL)

    first_migrations.read_old_step = read
    migrations.MIGRATIONS = (*migrations.MIGRATIONS[:3], move_and_die)
    Database.open_for_writing(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("at", [1, 6, 12])
def test_a_process_killed_while_it_moves_the_history_leaves_it_to_the_next(path, tmp_path, at):
    restore(path, "schema_3.sql")
    restore(tmp_path / "whole.db", "schema_4.sql")
    Database.open_for_writing(tmp_path / "whole.db").close()

    child = multiprocessing.get_context("spawn").Process(target=_move_steps_and_die, args=(path, at))
    child.start()
    child.join()

    assert child.exitcode == -signal.SIGKILL
    Database.open_for_writing(path).close()
    assert schema(path) == schema(tmp_path / "whole.db")
    assert steps(path) == steps(tmp_path / "whole.db")


def _migrate_and_die(path: Path) -> None:
    def die(connection: sqlite3.Connection) -> None:
        # With a small cache, what is not committed is in the log already.
        connection.execute("PRAGMA cache_size = 5")
        for number in range(200):
            connection.execute(f"CREATE TABLE half_{number} (id)")
        os.kill(os.getpid(), signal.SIGKILL)

    migrations.MIGRATIONS = (*migrations.MIGRATIONS, die)
    Database.open_for_writing(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_process_killed_in_a_migration_leaves_the_schema_before_it(path):
    Database.open_for_writing(path).close()
    before = schema(path)

    child = multiprocessing.get_context("spawn").Process(target=_migrate_and_die, args=(path,))
    child.start()
    child.join()

    assert child.exitcode == -signal.SIGKILL
    database = Database.open_for_writing(path)
    assert schema(path) == before
    assert database.find_damage() == ""
    database.close()


def test_names_with_letters_beyond_ascii_are_folded_as_they_are_typed_now(path):
    restore(path, "schema_17.sql")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE files SET path = ? WHERE id = 1", (os.fsencode(NOTES / "Łódź ۲۰۲۴.txt"),))
        connection.execute("UPDATE names SET name = ' łodz ۲۰۲۴ txt ' WHERE file_id = 1")
    connection.close()

    database = Database.open_for_writing(path)

    for typed in ("lodz", "2024", "łódź"):
        found = database.names.find([fold_typed(typed)], [], Filter(), 5)
        assert [file.path.name for file in (*found.read, *found.unread)] == ["Łódź ۲۰۲۴.txt"], typed
    database.close()
