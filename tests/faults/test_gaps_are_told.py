"""Files that cannot be looked into are counted and listed, until they can be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.diagnostics.doctor import Diagnosis, examine
from findling.domain.files import FileStatus, Reason
from workspace import INDEXED, Workspace

AS_ORDINARY_USER = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not read everything (do not run it as root)"
)
LONG = "x" * 200
LINUX_PATH = 4_096
INSIDE = str(Path("shut", "inside.txt"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace.at(tmp_path)
    workspace.write("open.txt", "The rowing boat is moored at the old jetty.")
    workspace.write("shut/inside.txt", "A windmill on the hill.")
    yield workspace
    (workspace.folder / "shut").chmod(0o755)
    remove_deep(workspace.folder)


def folders_check(workspace: Workspace) -> Diagnosis:
    checks = examine(workspace.paths, workspace.settings, thorough=False)
    return next(each for each in checks if each.name == "folders")


def make_deep(folder: Path) -> None:
    """Make folders in each other beyond what the system takes for a path, with a file in the last."""
    at = os.open(folder, os.O_RDONLY)
    for _ in range(LINUX_PATH // len(LONG) + 1):
        os.mkdir(LONG, dir_fd=at)
        at, above = os.open(LONG, os.O_RDONLY, dir_fd=at), at
        os.close(above)
    os.close(os.open("deep.txt", os.O_CREAT | os.O_WRONLY, dir_fd=at))
    os.close(at)


def remove_deep(folder: Path) -> None:
    """Remove them again; pytest could not."""
    if (folder / LONG).exists():
        shutil.rmtree(LONG, dir_fd=os.open(folder, os.O_RDONLY))


@pytest.mark.skipif(os.name == "nt", reason="Windows takes longer paths")
def test_folders_whose_path_is_too_long_are_told(workspace: Workspace):
    make_deep(workspace.folder)
    summary = workspace.index()
    assert [str(note).startswith("1 folder cannot be looked into") for note in summary.notes] == [True]
    [(name, state)] = [(name, state) for name, state in workspace.files().items() if state[0] is FileStatus.FAILED]
    assert state == (FileStatus.FAILED, Reason.NAME)
    assert set(Path(name).parts) == {LONG}
    assert not folders_check(workspace).ok
    assert workspace.search("jetty")[0] == "open.txt"


@pytest.mark.skipif(os.name == "nt", reason="Windows takes longer paths")
def test_they_are_no_more_once_they_are_gone(workspace: Workspace):
    make_deep(workspace.folder)
    workspace.index()
    assert workspace.index().removed == 0
    remove_deep(workspace.folder)
    assert workspace.index().notes == ()
    assert workspace.files() == {"open.txt": INDEXED, INSIDE: INDEXED}
    assert folders_check(workspace).ok


@AS_ORDINARY_USER
@pytest.mark.parametrize("mode", [0o000, 0o300])
def test_folders_that_may_not_be_read_are_told_until_they_may(workspace: Workspace, mode: int):
    shut = workspace.folder / "shut"
    shut.chmod(mode)
    summary = workspace.index()
    assert len(summary.notes) == 1
    assert workspace.files()["shut"] == (FileStatus.FAILED, Reason.NO_PERMISSION)
    shut.chmod(0o755)
    assert workspace.index().notes == ()
    assert workspace.files() == {"open.txt": INDEXED, INSIDE: INDEXED}


@AS_ORDINARY_USER
def test_files_of_which_only_the_name_may_be_read_are_told(workspace: Workspace):
    (workspace.folder / "shut").chmod(0o400)
    workspace.index()
    assert workspace.files()[INSIDE] == (FileStatus.FAILED, Reason.NO_PERMISSION)
    (workspace.folder / "shut").chmod(0o755)
    workspace.index()
    assert workspace.files()[INSIDE] == INDEXED


@AS_ORDINARY_USER
def test_what_was_searchable_in_a_folder_stays_so_while_it_cannot_be_looked_into(workspace: Workspace):
    workspace.index()
    (workspace.folder / "shut").chmod(0o000)
    workspace.index()
    assert workspace.search("windmill")[0] == "inside.txt"
    assert "shut" in workspace.files()


def test_a_library_without_gaps_says_so(workspace: Workspace):
    assert workspace.index().notes == ()
    assert folders_check(workspace).ok
