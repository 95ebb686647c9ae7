"""The table of files holds every path that a system can have, with its status."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findling.domain.files import Extraction, FileStatus, Reason, Stat
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage
from findling.storage.file_counts import Counts
from findling.storage.sql_parts import batched, path_range
from smalllibrary import STAT, add_document, add_file, make_space

NAME = st.binary(min_size=1, max_size=12).filter(lambda b: b"/" not in b and b"\0" not in b and b not in (b".", b".."))


@pytest.fixture
def folder(database) -> int:
    return database.folders.add(Path("/d")).id


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of any bytes")
@given(st.lists(NAME, min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_a_path_of_any_bytes_comes_back_as_it_went(database, names):
    path = Path(os.fsdecode(b"/d/" + b"/".join(names)))
    file = add_file(database, (database.folders.all() or [database.folders.add(Path("/d"))])[0].id, path)
    try:
        assert database.files.get(file).path == path
        assert database.files.find(path).id == file
        assert database.files.names([file]) == {file: path}
        assert list(database.files.in_directory(path.parent)) == [os.fsencode(path)]
        assert [row.id for row in database.files.below(Path("/d"))] == [file]
        assert [row.path for row in database.files.report(None, None)] == [path]
    finally:
        database.files.remove([file])


@given(st.lists(NAME, max_size=3), st.lists(NAME, min_size=1, max_size=3))
def test_a_range_of_paths_is_what_lies_below(directory, other):
    base, path = (os.sep.encode() + os.sep.encode().join(parts) for parts in (directory, other))
    start, stop = path_range(base)
    assert (start <= path < stop) == (len(other) > len(directory) and other[: len(directory)] == directory)


def test_below_takes_the_file_itself_and_no_sibling_with_a_longer_name(database, folder):
    for name in ("/d/a", "/d/a/x", "/d/a/b/y", "/d/ab", "/d/a-b", "/d/a0"):
        add_file(database, folder, Path(name))
    assert {str(row.path) for row in database.files.below(Path("/d/a"))} == {"/d/a", "/d/a/x", "/d/a/b/y"}
    assert len(list(database.files.below(Path("/")))) == 6
    assert [str(row.path) for row in database.files.in_directory(Path("/d/a")).values()] == ["/d/a/x"]


@pytest.mark.parametrize(
    "stat",
    [
        Stat(0, 0, 0),
        Stat(2**62, 2**63 - 1, 2**128 - 1),
        Stat(1, -5_000_000_000, 2**64),
    ],
)
def test_numbers_of_every_file_system_come_back(database, folder, stat):
    file = add_file(database, folder, Path("/d/a"), stat=stat)
    assert database.files.get(file).stat == stat


def test_a_date_too_far_off_to_be_stored_is_the_last_one(database, folder):
    file = add_file(database, folder, Path("/d/a"), stat=Stat(1, 2**64, 1))
    assert database.files.get(file).stat == Stat(1, 2**63 - 1, 1)


def test_the_lowest_priority_number_has_its_turn_first(database, folder):
    for name, priority in (("slow", 9), ("first", 1), ("second", 1)):
        add_file(database, folder, Path("/d") / name, priority=priority)
    add_file(database, folder, Path("/d/done"), add_document(database))
    assert [row.path.name for row in database.files.next_pending(10)] == ["first", "second", "slow"]
    assert len(database.files.next_pending(2)) == 2
    assert [size for _, size in database.files.pending_sizes()] == 3 * [STAT.size]


def test_a_file_goes_from_pending_to_indexed_and_back(database, folder):
    document = add_document(database)
    file = add_file(database, folder, Path("/d/a"))
    database.files.begin([file])
    database.files.suspend_begun(crashed=True)
    assert (database.files.get(file).attempts, database.files.get(file).crashes) == (1, 1)
    database.files.set_indexed(file, document, Stat(5, 6, 7), "tests:2")
    row = database.files.get(file)
    assert (row.status, row.document_id, row.stat, row.extractor, row.attempts, row.crashes, row.reason) == (
        FileStatus.INDEXED, document, Stat(5, 6, 7), "tests:2", 0, 0, None,
    )  # fmt: skip

    database.files.set_pending(file, Stat(8, 9, 7), 3)
    row = database.files.get(file)
    assert (row.status, row.stat, row.document_id) == (FileStatus.PENDING, Stat(8, 9, 7), document)


_SOME_PAGES = FileMessage.PAGES_READ(read=12, all=40)


def test_a_document_read_in_part_gives_its_reason_to_its_files(database, folder):
    extraction = Extraction(FileKind.PDF, "", "text", (), reason=Reason.PARTLY_READ, detail=_SOME_PAGES)
    document = database.documents.add(b"part", "tests", extraction)
    row = database.files.get(add_file(database, folder, Path("/d/a"), document))
    assert (row.status, row.reason, row.detail) == (FileStatus.INDEXED, Reason.PARTLY_READ, _SOME_PAGES)


def test_a_file_that_cannot_be_read_lets_go_of_its_document(database, folder):
    file = add_file(database, folder, Path("/d/a"), add_document(database))
    database.files.set_unread(file, FileStatus.SKIPPED, Reason.ENCRYPTED, _SOME_PAGES, STAT, "tests:3")
    row = database.files.get(file)
    assert (row.status, row.reason, row.detail, row.extractor, row.document_id) == (
        FileStatus.SKIPPED, Reason.ENCRYPTED, _SOME_PAGES, "tests:3", None,
    )  # fmt: skip
    assert database.totals.left_over(10) == [1]


def _suspicion(database, file) -> tuple[int, int]:
    row = database.files.get(file)
    return row.attempts, row.crashes


@pytest.mark.parametrize("crashed", [False, True])
def test_what_was_begun_when_the_process_ended_comes_last_and_only_a_crash_counts_against_it(database, folder, crashed):
    begun, done, released, never = (add_file(database, folder, Path(f"/d/{name}")) for name in "abcd")
    database.files.begin([begun, done, released])
    database.files.set_indexed(done, add_document(database), STAT, "")
    database.files.release([released])
    database.files.suspend_begun(crashed=crashed)
    assert [_suspicion(database, file) for file in (begun, done, released, never)] == [(1, crashed)] + 3 * [(0, 0)]
    assert [row.id for row in database.files.next_pending(9)] == [released, never, begun]
    database.files.suspend_begun(crashed=True)
    assert _suspicion(database, begun) == (1, crashed)


def test_crashes_are_kept_while_a_file_stays_as_it_is_and_forgotten_when_it_changes(database, folder):
    file = add_file(database, folder, Path("/d/a"))
    for _ in range(2):
        database.files.begin([file])
        database.files.suspend_begun(crashed=True)
    assert _suspicion(database, file) == (2, 2)
    database.files.set_unread(file, FileStatus.FAILED, Reason.INTERRUPTED, None, STAT, "tests:3", tried_ns=7)
    assert database.files.get(file).tried_ns == 7
    database.files.set_pending(file, STAT, 0)
    # One more is enough to set it aside again.
    assert _suspicion(database, file) == (0, 1)
    database.files.set_pending(file, Stat(STAT.size + 1, STAT.mtime_ns, STAT.inode), 0)
    assert _suspicion(database, file) == (0, 0)


def test_counts_are_those_of_one_folder_or_of_all(database, folder):
    other = database.folders.add(Path("/e")).id
    document = add_document(database)
    add_file(database, folder, Path("/d/a"))
    add_file(database, folder, Path("/d/b"), document)
    add_file(database, other, Path("/e/b"), document)
    failed = add_file(database, other, Path("/e/c"))
    database.files.set_unread(failed, FileStatus.FAILED, Reason.DAMAGED, None, STAT, "")
    assert database.files.counts(folder) == Counts(pending=1, indexed=1)
    assert database.files.counts() == Counts(pending=1, indexed=2, failed=1)
    assert database.files.counts().found == 4


def test_the_report_counts_the_passages_of_one_space(database, folder):
    space = make_space(database)
    document = add_document(database, language="de", space=space, passages=3)
    add_file(database, folder, Path("/d/b"), document)
    add_file(database, folder, Path("/d/a"))
    rows = list(database.files.report(None, space.id))
    assert [(row.path.name, row.passages, row.language) for row in rows] == [("a", 0, "und"), ("b", 3, "de")]
    assert [row.path.name for row in database.files.report(FileStatus.INDEXED, None)] == ["b"]
    assert next(database.files.report(FileStatus.INDEXED, space.id + 1)).passages == 0


def test_forgotten_files_are_nowhere(database, folder):
    files = [add_file(database, folder, Path(f"/d/{number}")) for number in range(1200)]
    database.files.remove(files[1:])
    assert list(database.files.all_ids()) == files[:1]
    assert database.files.names(files) == {files[0]: Path("/d/0")}
    assert database.files.find(Path("/d/1")) is None
    assert database.files.get(files[1]) is None


@given(st.lists(st.integers(), max_size=1700))
@settings(max_examples=20)
def test_parts_of_a_list_make_the_list(ids):
    parts = list(batched(ids))
    assert [i for part in parts for i in part] == ids
    assert all(0 < len(part) <= 500 for part in parts)
