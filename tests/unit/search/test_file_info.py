"""What is known of one file, in the library or on the disk."""

from __future__ import annotations

import os

import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.library import FileInfo
from findling.errors import UsageError
from findling.formats import FileKind
from findling.search.file_info import find_file_info
from workspace import Workspace


def look(workspace: Workspace, name: str) -> FileInfo:
    with workspace.looking_inside() as database:
        return find_file_info(database, workspace.folder / name)


def test_a_searchable_file_is_known_with_its_text(workspace):
    workspace.write("letter.txt", "Six words stand in this letter.")
    os.utime(workspace.folder / "letter.txt", ns=(0, 7))
    workspace.index()
    facts = look(workspace, "letter.txt")
    assert (facts.kind, facts.status, facts.reason) == (FileKind.TEXT, FileStatus.INDEXED, None)
    assert (facts.size, facts.modified_ns, facts.words, facts.passages) == (31, 7, 6, 1)
    assert (facts.folder, facts.copies, facts.pages) == (workspace.folder, (), None)


def test_copies_are_the_other_places_of_one_content(workspace):
    for name in ("a.txt", "b/a.txt", "c.txt"):
        workspace.write(name, "the same words")
    workspace.index()
    assert set(look(workspace, "a.txt").copies) == {workspace.folder / "b" / "a.txt", workspace.folder / "c.txt"}


def test_a_file_that_could_not_be_read_says_why(workspace):
    workspace.write("torn.pdf", b"%PDF-1.7\nno page")
    workspace.index()
    facts = look(workspace, "torn.pdf")
    assert (facts.status, facts.reason, facts.kind, facts.language) == (FileStatus.FAILED, Reason.DAMAGED, None, "")


def test_a_file_from_elsewhere_is_known_from_the_disk(workspace, tmp_path):
    workspace.index()
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("words")
    facts = look(workspace, str(elsewhere))
    assert (facts.path, facts.size, facts.folder, facts.kind) == (elsewhere, 5, None, None)
    assert find_file_info(None, elsewhere) == facts


def test_a_file_that_is_nowhere_is_said_to_be_so(workspace):
    with pytest.raises(UsageError, match="There is no file"):
        find_file_info(None, workspace.folder / "nothing.txt")
