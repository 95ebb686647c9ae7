"""Opening, transactions, and readers beside a writer."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from findling.errors import DiskFullError, LibraryDamagedError, LibraryError, LibraryTooNewError
from findling.storage.database import Database
from smalllibrary import STAT, add_document, add_file, make_space


def test_reading_needs_a_library(path):
    with pytest.raises(LibraryError, match="There is no library") as raised:
        Database.open_for_reading(path)
    assert "findling index" in str(raised.value)


def test_what_was_written_is_there_after_closing(path):
    writer = Database.open_for_writing(path)
    with writer.transaction():
        add_document(writer, b"x", "some text")
    writer.close()

    reader = Database.open_for_reading(path)
    assert reader.documents.text(1) == ("Title", "some text", "en")
    reader.close()


def test_a_reader_cannot_write(database, path):
    reader = Database.open_for_reading(path)
    with pytest.raises(LibraryError), reader.transaction():
        add_document(reader)
    reader.close()
    assert list(database.documents.all_ids()) == []


def test_a_transaction_that_fails_leaves_nothing(database):
    def fail() -> None:
        with database.transaction():
            add_document(database)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(database.documents.all_ids()) == []
    assert database.journal.last() == 0
    with database.transaction():
        add_document(database)
    assert list(database.documents.all_ids()) == [1]


def test_an_error_of_a_users_file_inside_a_transaction_is_not_blamed_on_the_library(database):
    with pytest.raises(FileNotFoundError), database.transaction():
        Path("/no/such/file").read_bytes()


def test_mistakes_in_our_own_sql_are_not_the_environments(database):
    file = add_file(database, database.folders.add(Path("/d")).id, Path("/d/a"))
    with pytest.raises(sqlite3.IntegrityError), database.transaction():
        database.files.set_indexed(file, 99, STAT, "")


def test_a_reader_sees_the_state_before_a_running_transaction(database, path):
    with database.transaction():
        add_document(database, b"1")
    reader = Database.open_for_reading(path)
    with database.transaction():
        add_document(database, b"2")
        assert list(reader.documents.all_ids()) == [1]
    assert list(reader.documents.all_ids()) == [1, 2]
    reader.close()


def test_reading_is_of_one_moment_whatever_the_writer_commits(database, path):
    reader = Database.open_for_reading(path)
    with reader.reading():
        assert reader.files.counts().found == 0
        with database.transaction():
            add_document(database)
        assert list(reader.documents.all_ids()) == []
    assert list(reader.documents.all_ids()) == [1]
    reader.close()


def test_memory_may_be_given_back_between_and_within_transactions(database, path):
    reader = Database.open_for_reading(path)
    with reader.reading(), database.transaction():
        add_document(database)
        database.shrink()
        reader.shrink()
        assert list(reader.documents.all_ids()) == []
        assert list(database.documents.all_ids()) == [1]
    assert list(reader.documents.all_ids()) == [1]
    reader.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_all_files_of_the_database_are_their_owners_alone(database, path):
    with database.transaction():
        add_document(database)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    names = [f"{name}{part}" for name in ("library.db", "library-user.db") for part in ("", "-wal", "-shm")]
    assert modes == dict.fromkeys(names, 0o600)


def test_deleted_text_is_gone_from_every_file(database, path):
    secret = "the-password-is-swordfish"
    space = None
    with database.transaction():
        space = make_space(database)
        kept = add_document(database, b"1", "something to keep " * 500, space=space, passages=2)
        gone = add_document(database, b"2", f"{secret} " * 2000, title=secret, space=space, passages=3)
    database.checkpoint()
    assert secret.encode() in _bytes_of(path)

    with database.transaction():
        database.documents.remove([gone])
    database.checkpoint()

    assert secret.encode() not in _bytes_of(path)
    assert database.documents.text(kept) is not None


def _bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_a_healthy_database_has_no_damage(database):
    with database.transaction():
        add_document(database, space=make_space(database), passages=2)
    assert database.find_damage() == ""
    assert database.documents.find_damage() == []
    assert database.vectors.find_damage() == []
    database.checkpoint()
    assert database.size() > 4096


def test_a_file_that_is_no_database_is_damaged(path):
    path.write_bytes(b"this is a shopping list\n" * 500)
    for opening in (Database.open_for_reading, Database.open_for_writing):
        with pytest.raises(LibraryDamagedError) as raised:
            opening(path)
        assert str(path) in str(raised.value)
        assert raised.value.notice.remedies


def test_a_newer_schema_is_refused_in_plain_words(database, path):
    database.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for opening in (Database.open_for_reading, Database.open_for_writing):
        with pytest.raises(LibraryTooNewError, match="newer Findling"):
            opening(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be used"):
        Database.open_for_writing(tmp_path / "file" / "library.db")
    with pytest.raises(LibraryError, match="cannot be used"):
        Database.open_for_writing(tmp_path / "missing" / "library.db")


def test_a_path_with_signs_of_a_uri_is_a_path(tmp_path):
    folder = tmp_path / "a?b#c%20 ä"
    folder.mkdir()
    database = Database.open_for_writing(folder / "library.db")
    database.close()
    assert (folder / "library.db").stat().st_size > 0


def test_a_full_disk_is_told_in_words(path):
    writer = Database.open_for_writing(path)
    # SQLite takes no notice of a limit below its size, and fails at it as on a full disk.
    writer._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(DiskFullError, match=r"The disk is full.*MB"), writer.transaction():
        add_document(writer, b"long", "some text " * 100_000)
    writer.close()
