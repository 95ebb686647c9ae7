"""Why files are not searchable: counted, ordered, listed."""

from __future__ import annotations

import pytest

from findling.domain.files import FileStatus, Reason
from findling.errors import UsageError
from findling.search.file_info import count_issues, list_issue_files
from workspace import Workspace


@pytest.fixture
def issue_files(workspace: Workspace) -> Workspace:
    workspace.write("well.txt", "words that can be read")
    workspace.write("torn.pdf", b"%PDF-1.7\nno page")
    for number in range(3):
        workspace.write(f"empty {number}.txt", "")
    workspace.index()
    return workspace


def test_failures_come_first_then_what_holds_for_most_files(issue_files):
    with issue_files.looking_inside() as database:
        told = [(each.reason, each.status, each.count) for each in count_issues(database)]
    assert told == [(Reason.DAMAGED, FileStatus.FAILED, 1), (Reason.EMPTY, FileStatus.SKIPPED, 3)]


def test_an_ailment_is_told_in_words_with_its_remedy(issue_files):
    with issue_files.looking_inside() as database:
        damaged = count_issues(database, issue_files.folder)[0]
    assert (damaged.reason, damaged.status) == (Reason.DAMAGED, FileStatus.FAILED)


def test_the_files_of_an_ailment_are_listed_by_path_in_parts(issue_files):
    with issue_files.looking_inside() as database:
        whole = list_issue_files(database, Reason.EMPTY, limit=10)
        parts = [list_issue_files(database, Reason.EMPTY, offset=offset, limit=2) for offset in (0, 2, 4)]
    assert [file.path.name for file in whole] == ["empty 0.txt", "empty 1.txt", "empty 2.txt"]
    assert parts == [whole[:2], whole[2:], ()]


def test_a_file_that_waits_to_be_read_again_ails_no_more(issue_files):
    with issue_files.writing() as indexer:
        torn = indexer.database.files.find(issue_files.folder / "torn.pdf")
        assert torn
        with indexer.database.transaction():
            indexer.database.files.set_pending(torn.id, torn.stat, 0)
    with issue_files.looking_inside() as database:
        assert [each.reason for each in count_issues(database)] == [Reason.EMPTY]
        assert list_issue_files(database, Reason.DAMAGED, limit=10) == ()


def test_a_folder_that_the_library_does_not_know_is_said_to_be_so(issue_files, tmp_path):
    with issue_files.looking_inside() as database, pytest.raises(UsageError, match="not in the library"):
        count_issues(database, tmp_path / "elsewhere")


def test_every_reason_of_a_searchable_file_is_told_as_one(workspace):
    cells = "".join(f"<p>line {number}</p>" for number in range(40))
    workspace.write("torn.xml", f"<?xml version='1.0'?><all>{cells}<p>the end is mi")
    workspace.write("well.txt", "words that can be read")
    workspace.index()
    with workspace.reading() as library:
        (ailment,) = library.issues()
        status = library.status()
    assert (ailment.reason, ailment.status, ailment.count) == (Reason.PARTLY_READ, FileStatus.INDEXED, 1)
    assert (status.files, status.indexed) == (2, 2)
