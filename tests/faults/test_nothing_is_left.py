"""Deleted content is gone from every file, and all that is kept is its owner's alone."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from findling.index.lexical.lexical_reader import LexicalReader
from waiting import PATIENCE_SECONDS
from workspace import Workspace

SECRET = "zzkanarienvogel"
NAME = "zzlachmoewe"
WITH_MODES = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes; the folder's rights are inherited")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace.at(tmp_path)
    for number in range(30):
        workspace.write(f"kept{number}.txt", f"ordinary words number {number} about gardens and rivers " * 20)
    workspace.write("secret.txt", f"{SECRET} the settlement sum {SECRET} was agreed upon " * 60)
    workspace.write(f"{NAME}.txt", "a file with a telling name")
    return workspace


def traces(workspace: Workspace, *words: str) -> set[str]:
    """Return where words are found: in a file's bytes, or as terms of the word index, whose files pack them."""
    found = {
        f"{word} in {path.name}"
        for path in workspace.paths.data.rglob("*")
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes().lower()
    }
    reader = LexicalReader.open(workspace.paths.words)
    assert reader is not None
    return found | {f"{word} in the word index" for word in words if reader.frequency(word) or reader.holds(word)}


def delete(workspace: Workspace) -> None:
    for name in ("secret.txt", f"{NAME}.txt"):
        (workspace.folder / name).unlink()


def edit(workspace: Workspace) -> None:
    workspace.write("secret.txt", "the settlement sum is nobody's business")
    (workspace.folder / f"{NAME}.txt").rename(workspace.folder / "other.txt")


@pytest.mark.parametrize("action", [delete, edit])
def test_a_run_leaves_nothing_of_what_was_deleted(workspace: Workspace, action: Callable[[Workspace], None]):
    workspace.index()
    assert traces(workspace, SECRET, NAME)
    action(workspace)
    workspace.index()
    assert traces(workspace, SECRET, NAME) == set()
    assert set(workspace.search("gardens and rivers", limit=50)) >= {f"kept{number}.txt" for number in range(30)}


def test_a_folder_that_is_removed_leaves_nothing(workspace: Workspace, tmp_path: Path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "kept.txt").write_text("mountains and valleys")
    workspace.index(workspace.folder, tmp_path / "other")
    with workspace.writing() as indexer:
        indexer.remove(workspace.folder)
    assert traces(workspace, SECRET, NAME) == set()
    assert workspace.search("mountains") == ["kept.txt"]


def test_deletions_that_are_followed_leave_nothing_once_all_is_at_rest(workspace: Workspace):
    workspace.index()
    delete(workspace)
    with workspace.writing() as indexer:
        indexer.follow(lambda _: None, lambda: not traces(workspace, SECRET, NAME))
    assert traces(workspace, SECRET, NAME) == set()


def run(library: Path, *arguments: str, before: tuple[str, ...] = ()) -> None:
    command = [*before, sys.executable, "-m", "findling", "--library", str(library), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, umask=0o022)
    assert done.returncode == 0, done.stderr


def open_to_others(library: Path) -> dict[str, str]:
    """Return what in a library's folder someone else may read, write or enter."""
    return {
        str(path.relative_to(library)): oct(stat.S_IMODE(path.lstat().st_mode))
        for path in library.rglob("*")
        if path.lstat().st_mode & 0o077
    }


@WITH_MODES
def test_all_of_a_library_is_its_owners_alone(workspace: Workspace):
    library = workspace.paths.data
    run(library, "index", str(workspace.folder))
    run(library, "search", "gardens")
    run(library, "duplicates")
    run(library, "models", "use", "all-MiniLM-L6-v2")
    delete(workspace)
    run(library, "index")
    assert open_to_others(library) == {}


@WITH_MODES
def test_what_an_earlier_release_left_open_is_closed(workspace: Workspace):
    workspace.index()
    library = workspace.paths.data
    for path in library.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    workspace.paths.settings.write_text("")
    run(library, "index")
    assert open_to_others(library) == {}


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs every system call told (sudo apt-get install strace)")
def test_no_text_is_written_outside_the_library(workspace: Workspace, tmp_path: Path):
    trace = tmp_path / "trace"
    library = workspace.paths.data
    run(library, "index", str(workspace.folder))
    delete(workspace)
    run(library, "index", before=("strace", "-f", "-y", "-s", "100000", "-e", "trace=write,pwrite64", "-o", str(trace)))
    written = [line for line in trace.read_text("utf-8", "replace").splitlines() if SECRET in line]
    assert [line for line in written if f"<{library}" not in line and "<pipe:" not in line] == []
