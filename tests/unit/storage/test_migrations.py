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

from findling.errors import LibraryError
from findling.storage import migrations
from findling.storage.database import Database
from findling.types import FileStatus, Stat

SAVED = Path(__file__).parent / "saved"


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


def test_every_migration_has_a_saved_library_from_before_the_next():
    assert len(list(SAVED.glob("*.sql"))) == len(migrations.MIGRATIONS)


def test_a_migrated_database_is_left_alone(path):
    Database.open_for_writing(path).close()
    before = schema(path)
    Database.open_for_writing(path).close()
    assert schema(path) == before


def test_an_older_schema_is_not_readable_before_it_is_brought_up_to_date(path):
    sqlite3.connect(path).close()
    path.touch()
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
