"""Damage that a search would meet is met by every command; nothing damaged passes for an empty or a whole library."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from findling.diagnostics.doctor import examine
from findling.errors import LibraryDamagedError
from findling.paths import LibraryPaths
from workspace import Workspace

PAGE = 4096


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("indexed"))
    for number in range(20):
        words = " ".join(f"word{number}x{each}" for each in range(150))
        workspace.write(f"{number}.txt", f"number {number} {words}")
    workspace.index()
    return workspace


@pytest.fixture
def workspace(indexed: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the library that a test may damage."""
    workspace = Workspace(indexed.folder, LibraryPaths.inside(tmp_path / "library"))
    shutil.copytree(indexed.paths.data, workspace.paths.data)
    return workspace


def doctor(workspace: Workspace) -> bool:
    checks = {each.name: each.ok for each in examine(workspace.paths, workspace.settings, thorough=False)}
    return checks["database"]


def test_a_database_of_no_bytes_is_no_empty_library(workspace: Workspace):
    workspace.paths.database.write_bytes(b"")
    with pytest.raises(LibraryDamagedError, match="no bytes"):
        workspace.index()
    with pytest.raises(LibraryDamagedError, match="no bytes"):
        workspace.search("number")
    assert not doctor(workspace)
    assert workspace.paths.database.read_bytes() == b""


def test_a_library_whose_making_was_cut_short_is_made_again(tmp_path: Path):
    workspace = Workspace.at(tmp_path)
    workspace.write("a.txt", "one two three")
    workspace.paths.create()
    for name in ("library.db.new", "library.db.new-journal"):
        (workspace.paths.data / name).write_bytes(b"SQLite format 3\0 and no more")
    assert workspace.index().indexed == 1
    assert not list(workspace.paths.data.glob("*.new*"))


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8])
def test_a_page_of_zeros_is_met_by_index_and_doctor_wherever_it_lies(workspace: Workspace, share: float):
    pages = workspace.paths.database.stat().st_size // PAGE
    with workspace.paths.database.open("r+b") as file:
        file.seek(int(pages * share) * PAGE)
        file.write(bytes(PAGE))
    with pytest.raises(LibraryDamagedError):
        workspace.index()
    assert not doctor(workspace)


def test_a_bit_that_has_turned_in_a_text_is_met_by_index_and_doctor(workspace: Workspace):
    content = bytearray(workspace.paths.database.read_bytes())
    content[content.index(b"word7x111")] ^= 1
    workspace.paths.database.write_bytes(content)
    with pytest.raises(LibraryDamagedError, match="damaged rows"):
        workspace.index()
    assert not doctor(workspace)


def test_what_is_new_is_searchable_even_beside_damage(workspace: Workspace):
    with sqlite3.connect(workspace.paths.database) as connection:
        connection.execute("UPDATE documents SET checksum = checksum + 1 WHERE id = 3")
    connection.close()
    workspace.write("new.txt", "a windmill on the hill")
    with pytest.raises(LibraryDamagedError):
        workspace.index()
    assert workspace.search("windmill")[0] == "new.txt"
