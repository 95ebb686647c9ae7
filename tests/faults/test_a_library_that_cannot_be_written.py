"""A library on a disk that is mounted for reading only can be searched; what needs to write says why it cannot."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.linked_folder import LinkedFolder
from findling.index.lexical.schema import LexicalQuery
from findling.messages.system_templates import explain_os_error
from waiting import PATIENCE_SECONDS
from workspace import Workspace

AS_MOUNTED = 'mount --bind $0 $0 && mount -o remount,ro,bind $0 && shift 0 && exec "$@"'


def can_mount(place: Path) -> bool:
    command = ["unshare", "-rm", "sh", "-c", AS_MOUNTED, str(place), "true"]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace.at(tmp_path)
    workspace.write("boat.txt", "The rowing boat is moored at the old jetty.")
    workspace.write("copy.txt", "The rowing boat is moored at the old jetty!")
    workspace.index()
    if not can_mount(workspace.paths.data):
        pytest.skip("needs a mount of one's own (unprivileged user namespaces, or root)")
    return workspace


def run(workspace: Workspace, *arguments: str) -> subprocess.CompletedProcess[str]:
    library = str(workspace.paths.data)
    findling = [sys.executable, "-m", "findling", "--library", library, "--no-progress", *arguments]
    command = ["unshare", "-rm", "sh", "-c", AS_MOUNTED, library, *findling]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "--mode", "words", "jetty"], "boat.txt"),
        (["search", "--mode", "meaning", "a vessel"], "boat.txt"),
        (["search", "boat"], "boat.txt"),
        (["files"], "boat.txt"),
        (["status"], "2 files"),
        (["folders"], "2 files"),
        (["doctor"], "ok  words"),
    ],
)
def test_what_only_reads_goes_on(workspace: Workspace, arguments: list[str], said: str):
    done = run(workspace, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert said in done.stdout


def test_what_a_writer_left_in_the_log_is_found_too(workspace: Workspace):
    with workspace.writing() as indexer:
        workspace.write("late.txt", "a windmill on the hill")
        indexer.index([], report=lambda _: None, should_stop=lambda: False)
        for name in ("library.db", "library.db-wal"):
            shutil.copy(workspace.paths.data / name, workspace.paths.data / f"{name}.kept")
    for name in ("library.db", "library.db-wal"):
        (workspace.paths.data / f"{name}.kept").replace(workspace.paths.data / name)
    done = run(workspace, "files")
    assert done.returncode == 0, done.stderr
    assert "late.txt" in done.stdout


@pytest.mark.parametrize("arguments", [["index"], ["remove", "/nowhere"]])
def test_what_has_to_write_says_why_it_cannot(workspace: Workspace, arguments: list[str]):
    done = run(workspace, *arguments)
    assert done.returncode != 0
    [line] = done.stderr.splitlines()
    assert "Read-only file system" in line
    assert "None" not in line


def test_links_follow_an_index_that_someone_else_writes(tmp_path: Path):
    workspace = Workspace.at(tmp_path)
    workspace.write("boat.txt", "a rowing boat")
    workspace.index()
    links = LinkedFolder(workspace.paths.words)
    for part in ("documents", "names"):
        (links.path / part).unlink()
    parts = [LinkedFolder(workspace.paths.words / part) for part in ("documents", "names")]
    for part, folder in zip(("documents", "names"), parts, strict=True):
        (links.path / part).symlink_to(folder.path)
    reader = LexicalReader.open(links.path)
    assert reader is not None
    assert reader.search(LexicalQuery(("boat",)), 5)
    workspace.write("mill.txt", "a windmill")
    workspace.index()
    for folder in parts:
        folder.update()
    reader.refresh()
    assert reader.search(LexicalQuery(("windmill",)), 5)


@pytest.mark.parametrize("error", [OSError(), OSError(None, None), OSError(5, None), OSError(99999, "")])
def test_no_error_is_explained_by_none(error: OSError):
    said = str(explain_os_error(error))
    assert said
    assert "None" not in said
