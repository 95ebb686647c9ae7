"""Nothing that was committed is lost silently after a kill, a full disk or bit rot."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from findling.errors import LibraryDamagedError, LibraryError
from findling.messages.remedy_templates import Remedy
from findling.storage.database import Database
from findling.storage.journal import Entry
from smalllibrary import DIMENSIONS, add_document, add_file, make_space
from waiting import PATIENCE_SECONDS

PROGRAM = Path(__file__).with_name("writing.py")
PASSAGES = 5

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither kill -9 nor such limits")


def start_writing(path: Path, limit: int = 0) -> subprocess.Popen[str]:
    """Start a process that adds documents, one transaction each, and prints each after its commit."""
    tests = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, PROGRAM, path, str(limit)],
        env={"PYTHONPATH": f"{tests}:{tests.parent / 'app'}"},
        stdout=subprocess.PIPE,
        text=True,
    )


@needs_posix
@pytest.mark.slow
def test_whenever_a_writer_is_killed_every_document_is_there_wholly_or_not_at_all(path):
    rng = random.Random(7)
    committed = 0
    for _ in range(20):
        writer = start_writing(path)
        for _ in range(3):
            writer.stdout.readline()
        time.sleep(rng.uniform(0, 0.15))
        writer.kill()
        committed += 3 + len([line for line in writer.stdout if line.endswith("\n")])
        writer.wait()
        writer.stdout.close()
        check_whole(path, committed)
    assert committed > 40


def check_whole(path: Path, committed: int) -> None:
    database = Database.open_for_writing(path)
    assert database.find_damage() == ""
    assert database.documents.find_damage() == database.vectors.find_damage() == []
    space = database.vectors.find_space("tests:1")
    documents = list(database.documents.all_ids())
    found = {vectors.document_id: vectors for vectors in database.vectors.between(0, 2**62, space)}
    assert sorted(found) == documents
    assert len(documents) >= committed
    for document in documents:
        passages = database.documents.passages(document, space.id)
        assert [passage.id for passage in passages] == found[document].labels.tolist()
        assert found[document].matrix.shape == (PASSAGES, DIMENSIONS)
    counts = database.files.counts()
    assert counts.indexed == counts.found == len(documents)
    noted = {change.subject for change in database.journal.since(0, 10**6) if change.entry is Entry.DOCUMENT}
    assert noted == set(documents)
    database.close()


@needs_posix
def test_a_full_disk_is_told_in_words_and_all_before_it_stays_readable(path):
    writer = start_writing(path, limit=3_000_000)
    lines = writer.communicate(timeout=PATIENCE_SECONDS)[0].splitlines()
    assert writer.returncode == 0
    *committed, message, after = lines
    assert len(committed) > 3
    assert message.startswith(f"The library's database {path} cannot be used")
    assert message.endswith(str(Remedy.CHECK_DISK_AND_ROOM()))
    assert after == f"still readable: {len(committed)}"
    check_whole(path, len(committed))


@needs_posix
def test_after_a_full_disk_the_next_writer_goes_on(path):
    start_writing(path, limit=3_000_000).communicate(timeout=PATIENCE_SECONDS)
    database = Database.open_for_writing(path)
    before = len(list(database.documents.all_ids()))
    with database.transaction():
        add_document(database, b"more", space=database.vectors.find_space("tests:1"), passages=1)
    assert len(list(database.documents.all_ids())) == before + 1
    database.close()


@pytest.fixture
def stored(path: Path) -> Path:
    """Make a library of some pages, closed in order."""
    database = Database.open_for_writing(path)
    with database.transaction():
        space = make_space(database)
        folder = database.folders.add(Path("/d"))
        for number in range(60):
            document = add_document(database, bytes([number]), f"text {number} " * 300, space=space, passages=PASSAGES)
            add_file(database, folder.id, Path(f"/d/{number}"), document)
    database.close()
    return path


def read_all(path: Path) -> None:
    database = Database.open_for_reading(path)
    try:
        with database.reading():
            for document in list(database.documents.all_ids()):
                database.documents.text(document)
            list(database.vectors.between(0, 2**62, database.vectors.find_space("tests:1")))
            list(database.files.report(None, None))
    finally:
        database.close()


def test_a_truncated_file_is_told_to_be_damaged(stored):
    with stored.open("r+b") as file:
        file.truncate(stored.stat().st_size // 2 // 4096 * 4096)
    with pytest.raises(LibraryDamagedError, match="damaged") as raised:
        read_all(stored)
    assert "Run findling index" in str(raised.value)


@pytest.mark.parametrize("table", ["sqlite_schema", "documents", "files", "vectors"])
def test_a_page_of_zeros_is_told_to_be_damaged(stored, table):
    with stored.open("r+b") as file:
        file.seek((root_page(stored, table) - 1) * 4096)
        file.write(bytes(4096))
    with pytest.raises(LibraryDamagedError, match="damaged"):
        read_all(stored)


def root_page(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    connection.close()
    return found[0] if found else 1


def test_no_page_of_zeros_is_a_bug(stored):
    """Check each page: an error, SQLite's check or Findling's finds the loss, or nothing was on it."""
    whole = stored.read_bytes()
    intact = contents(stored)
    for page in range(len(whole) // 4096):
        stored.write_bytes(whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :])
        try:
            read_all(stored)
            database = Database.open_for_reading(stored)
        except LibraryError:
            continue
        with database.reading():
            noticed = database.find_damage() or database.documents.find_damage() or database.vectors.find_damage()
        database.close()
        assert noticed or contents(stored) == intact, page


def contents(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    dump = list(connection.iterdump())
    connection.close()
    return dump


@pytest.mark.parametrize("bad", [b"\xff", b"T"])
def test_a_rotten_text_is_found_out(stored, bad):
    whole = stored.read_bytes()
    at = whole.index(b"text 7 text 7 ")
    stored.write_bytes(whole[:at] + bad + whole[at + 1 :])
    database = Database.open_for_reading(stored)
    assert database.documents.find_damage() == [8]
    assert database.find_damage() == ""
    if bad == b"\xff":
        with pytest.raises(LibraryDamagedError), database.reading():
            database.documents.text(8)
    database.close()
