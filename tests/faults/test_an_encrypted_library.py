"""No text, name or path of an encrypted library is on the disk, whatever is done with it and however it ends."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from findling.domain.search import Mode
from findling.encryption.library_key import make_key
from findling.paths import LibraryPaths
from findling.storage.library_encryption import encrypt_library
from waiting import PATIENCE_SECONDS, wait_until
from workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

CANARY = "zzkanarienvogel"
PASSPHRASE = "correct horse battery"
CHEAP = 16


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An encrypted library whose first files were read in plain."""
    plain = Workspace.at(tmp_path)
    plain.write(f"{CANARY}.txt", f"the settlement {CANARY} was agreed upon " * 60)
    plain.write("kept.txt", "ordinary words about gardens and rivers " * 20)
    plain.index()
    assert traces(plain.paths)
    workspace = replace(plain, paths=encrypt_library(plain.paths, make_key(), PASSPHRASE, cost=CHEAP))
    yield workspace
    assert workspace.paths.memory
    shutil.rmtree(workspace.paths.memory)


def traces(paths: LibraryPaths) -> set[str]:
    """Return the files of a library on the disk that hold words of the user's, or have the canary in their name."""
    words = (CANARY.encode(), b"settlement", b"gardens and rivers", b"kept.txt")
    return {
        str(path)
        for path in paths.data.rglob("*")
        if CANARY in path.name or (path.is_file() and any(word in path.read_bytes().lower() for word in words))
    }


def start(paths: LibraryPaths, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-m", "findling", "--library", str(paths.data), "--passphrase-stdin", *arguments]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdin
    process.stdin.write(f"{PASSPHRASE}\n")
    process.stdin.flush()
    return process


def test_what_was_there_and_what_comes_is_found_and_is_nowhere_on_the_disk(workspace: Workspace):
    assert traces(workspace.paths) == set()
    # What makes searching fast is made again; until then the database answers.
    assert workspace.search(CANARY)[0] == f"{CANARY}.txt"
    workspace.write("later.txt", f"a second {CANARY} settlement")
    with workspace.writing() as indexer:
        indexer.index([workspace.folder], report=lambda _: None, should_stop=lambda: False)
        assert set(workspace.search(CANARY)[:2]) == {f"{CANARY}.txt", "later.txt"}
        assert traces(workspace.paths) == set()
    assert traces(workspace.paths) == set()


def test_who_follows_the_library_makes_again_what_a_logout_took_out_of_memory(workspace: Workspace):
    memory, words = workspace.paths.memory, workspace.paths.words
    taken = []

    def take(_: object) -> None:
        if not taken and (words / "documents" / "meta.json").exists():
            assert memory
            shutil.rmtree(memory)
            taken.append(workspace.write("later.txt", f"a second {CANARY} settlement"))

    give_up = time.monotonic() + PATIENCE_SECONDS
    with workspace.writing() as indexer:
        indexer.follow(take, lambda: time.monotonic() > give_up)
    assert taken
    assert workspace.paths.requests.is_dir()
    assert set(workspace.search(CANARY, Mode.WORDS)) == {f"{CANARY}.txt", "later.txt"}
    assert traces(workspace.paths) == set()


def test_the_indexes_are_there_again_at_once_after_a_start_without_being_built(workspace: Workspace):
    workspace.index()
    assert workspace.paths.memory
    words = workspace.paths.words
    before = {each.name: each.read_bytes() for each in words.rglob("*.term")}
    assert before
    shutil.rmtree(workspace.paths.memory)
    with workspace.writing():
        assert {each.name: each.read_bytes() for each in words.rglob("*.term")} == before
        assert workspace.search(CANARY, Mode.WORDS) == [f"{CANARY}.txt"]
    workspace.index()
    assert {each.name: each.read_bytes() for each in words.rglob("*.term")} == before
    assert traces(workspace.paths) == set()
    # Copies from before a crash bring back nothing that was deleted since.
    copies = workspace.paths.index_copies
    shutil.copytree(copies, copies.with_name("older"))
    (workspace.folder / f"{CANARY}.txt").unlink()
    workspace.write("later.txt", "gardens and rivers")
    workspace.index()
    # As a loss of power leaves it before the last copies are made.
    shutil.rmtree(copies)
    copies.with_name("older").rename(copies)
    shutil.rmtree(workspace.paths.memory)
    workspace.index()
    assert workspace.search(CANARY, Mode.WORDS) == []
    assert set(workspace.search("gardens", Mode.WORDS)) == {"kept.txt", "later.txt"}


def test_its_processes_are_told_the_key_by_no_argument_and_no_variable_and_leave_nothing_when_they_are_killed(
    workspace: Workspace,
):
    for number in range(60):
        workspace.write(f"{CANARY} {number}.txt", f"{CANARY} settlement number {number} in gardens and rivers " * 5)
    log = workspace.paths.database.with_name("library.db-wal")
    command = start(workspace.paths, "index")
    wait_until(lambda: (log.exists() and log.stat().st_size > 20_000) or command.poll() is not None)
    family = [psutil.Process(command.pid), *psutil.Process(command.pid).children(recursive=True)]
    assert len(family) > 1
    assert workspace.paths.key
    for process in family:
        told = f"{process.cmdline()} {process.environ()}"
        assert PASSPHRASE not in told
        assert workspace.paths.key.hex() not in told
    for process in family:
        process.kill()
    psutil.wait_procs(family, PATIENCE_SECONDS)
    command.communicate()
    assert traces(workspace.paths) == set()
    workspace.index()
    assert f"{CANARY} 7.txt" in workspace.search(f"{CANARY} settlement number 7", limit=50)
    assert traces(workspace.paths) == set()
