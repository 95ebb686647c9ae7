"""Metadata of single files, and the issues of files that are not searchable."""

from __future__ import annotations

import os

import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.library import FileInfo
from findling.errors import UsageError
from findling.formats import FileKind
from findling.search.file_info import count_issues, find_file_info, list_issue_files
from workspace import Workspace


def look(workspace: Workspace, name: str) -> FileInfo:
    with workspace.looking_inside() as database:
        return find_file_info(database, workspace.folder / name)


def test_a_searchable_file_is_known_with_its_text(workspace):
    workspace.write("letter.txt", "Six words stand in this letter.")
    os.utime(workspace.folder / "letter.txt", ns=(0, 7))
    workspace.index()
    info = look(workspace, "letter.txt")
    assert (info.kind, info.status, info.reason) == (FileKind.TEXT, FileStatus.INDEXED, None)
    assert (info.size, info.modified_ns, info.words, info.passages) == (31, 7, 6, 1)
    assert (info.folder, info.copies, info.pages) == (workspace.folder, (), None)


def test_copies_are_the_other_places_of_one_content(workspace):
    for name in ("a.txt", "b/a.txt", "c.txt"):
        workspace.write(name, "the same words")
    workspace.index()
    assert set(look(workspace, "a.txt").copies) == {workspace.folder / "b" / "a.txt", workspace.folder / "c.txt"}


def test_a_file_that_could_not_be_read_says_why(workspace):
    workspace.write("torn.pdf", b"%PDF-1.7\nno page")
    workspace.index()
    info = look(workspace, "torn.pdf")
    assert (info.status, info.reason, info.kind, info.language) == (FileStatus.FAILED, Reason.DAMAGED, None, "")


def test_a_file_from_elsewhere_is_known_from_the_disk(workspace, tmp_path):
    workspace.index()
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("words")
    info = look(workspace, str(elsewhere))
    assert (info.path, info.size, info.folder, info.kind) == (elsewhere, 5, None, None)
    assert find_file_info(None, elsewhere) == info


def test_a_file_that_is_nowhere_is_said_to_be_so(workspace):
    with pytest.raises(UsageError, match="There is no file"):
        find_file_info(None, workspace.folder / "nothing.txt")


@pytest.fixture
def damaged(workspace: Workspace) -> Workspace:
    workspace.write("well.txt", "words that can be read")
    workspace.write("torn.pdf", b"%PDF-1.7\nno page")
    for number in range(3):
        workspace.write(f"empty {number}.txt", "")
    workspace.index()
    return workspace


def test_failures_come_first_then_what_holds_for_most_files(damaged):
    with damaged.looking_inside() as database:
        reported = [(each.reason, each.status, each.count) for each in count_issues(database)]
    assert reported == [(Reason.DAMAGED, FileStatus.FAILED, 1), (Reason.EMPTY, FileStatus.SKIPPED, 3)]


def test_issues_of_one_folder_are_counted(damaged):
    with damaged.looking_inside() as database:
        assert count_issues(database, damaged.folder) == count_issues(database)


def test_the_files_of_an_issue_are_listed_by_path_in_parts(damaged):
    with damaged.looking_inside() as database:
        whole = list_issue_files(database, Reason.EMPTY, limit=10)
        first, second, third = (file.path for file in whole)
        spans = [(None, None, 2), (second, None, 2), (third, None, 2), (first, second, 2), (None, second, 9)]
        parts = [
            list_issue_files(database, Reason.EMPTY, damaged.folder, after=after, until=until, limit=limit)
            for after, until, limit in spans
        ]
    assert [path.name for path in (first, second, third)] == ["empty 0.txt", "empty 1.txt", "empty 2.txt"]
    assert parts == [whole[:2], whole[2:], (), whole[1:2], whole[:2]]


def test_a_file_that_waits_to_be_read_again_has_no_issue_any_more(damaged):
    with damaged.writing() as indexer:
        torn = indexer.database.files.find(damaged.folder / "torn.pdf")
        assert torn
        with indexer.database.transaction():
            indexer.database.files.set_pending(torn.id, torn.stat, 0)
    with damaged.looking_inside() as database:
        assert [each.reason for each in count_issues(database)] == [Reason.EMPTY]
        assert list_issue_files(database, Reason.DAMAGED, limit=10) == ()


def test_a_folder_that_the_library_does_not_know_is_refused(damaged, tmp_path):
    with damaged.looking_inside() as database, pytest.raises(UsageError, match="not in the library"):
        count_issues(database, tmp_path / "elsewhere")


def test_every_reason_of_a_searchable_file_is_counted_as_an_issue(workspace):
    cells = "".join(f"<p>line {number}</p>" for number in range(40))
    workspace.write("torn.xml", f"<?xml version='1.0'?><all>{cells}<p>the end is mi")
    workspace.write("well.txt", "words that can be read")
    workspace.index()
    with workspace.reading() as library:
        (issue,) = library.issues()
        status = library.status()
    assert (issue.reason, issue.status, issue.count) == (Reason.PARTLY_READ, FileStatus.INDEXED, 1)
    assert (status.files, status.indexed) == (2, 2)
