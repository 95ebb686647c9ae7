"""The doctor on a healthy library, and on libraries with one thing wrong each."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from findling.diagnostics.doctor import Diagnosis, examine
from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.settings import Settings

NAMES = [
    "sqlite",
    "permissions",
    "disk",
    "reader",
    "model",
    "provider",
    "database",
    "store",
    "words",
    "vectors",
    "languages",
    "folders",
    "watcher",
]


@pytest.fixture(scope="module")
def healthy(tmp_path_factory) -> Path:
    """A library of three files."""
    folder = tmp_path_factory.mktemp("healthy")
    (folder / "files").mkdir()
    for name in ("rent", "plumber", "recipe"):
        (folder / "files" / f"{name}.txt").write_text(f"A note on the {name}, for the morning. " * 20)
    paths = LibraryPaths.inside(folder / "library")
    paths.create()
    indexer = Indexer.open(paths, Settings())
    summary = indexer.index([folder / "files"], report=lambda _: None, should_stop=lambda: False)
    indexer.close()
    assert summary.indexed == 3
    return folder / "library"


@pytest.fixture
def paths(healthy: Path, tmp_path: Path) -> LibraryPaths:
    """A copy of the library that a test may damage."""
    shutil.copytree(healthy, tmp_path / "library")
    return LibraryPaths.inside(tmp_path / "library")


def bad(paths: LibraryPaths, settings: Settings | None = None, **more: Any) -> dict[str, Diagnosis]:
    """Return the failed checks by name; all must have run, and each fault has a remedy.

    Starting a parser child and measuring the model take a second each: a healthy library has them for all.
    """
    checks = list(examine(paths, settings or Settings(), thorough=False, **more))
    assert len({check.name for check in checks}) == len(checks)
    found = {check.name: check for check in checks if not check.ok}
    assert all(check.fix and check.detail for check in found.values())
    return found


def test_all_is_well_with_a_healthy_library(paths):
    checks = list(examine(paths, Settings()))
    assert [check.name for check in checks] == NAMES
    assert [check for check in checks if not check.ok or check.fix or not check.detail] == []


def test_a_missing_library_is_reported_and_the_rest_checked(tmp_path):
    found = bad(LibraryPaths.inside(tmp_path / "none"))
    assert list(found) == ["database"]
    assert "findling index" in str(found["database"].fix)


def test_a_database_that_is_none(paths):
    paths.database.write_bytes(b"not a database " * 1000)
    assert list(bad(paths)) == ["database"]


def test_a_rotten_text(paths):
    with sqlite3.connect(paths.database) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'morning', 'evening') WHERE id = 1")
    connection.close()
    assert "[1]" in str(bad(paths)["database"].detail)


def test_a_missing_word_index(paths):
    shutil.rmtree(paths.words)
    assert list(bad(paths)) == ["words"]


def test_a_cut_file_of_the_word_index(paths):
    victim = max((path for path in paths.words.rglob("*.*") if path.suffix != ".json"), key=lambda p: p.stat().st_size)
    victim.write_bytes(victim.read_bytes()[:-1])
    assert list(bad(paths)) == ["words"]


def test_a_word_index_of_another_library(paths):
    with sqlite3.connect(paths.database) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'journal'")
    connection.close()
    assert list(bad(paths)) == ["words"]


def test_a_word_index_that_is_far_behind(paths):
    with sqlite3.connect(paths.database) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 1000000 WHERE name = 'journal'")
    connection.close()
    assert "behind" in str(bad(paths)["words"].detail)


def test_a_damaged_manifest_of_the_vector_index(paths):
    paths.vectors_of(1).mkdir(parents=True, exist_ok=True)
    (paths.vectors_of(1) / "manifest.json").write_text("{}")
    assert list(bad(paths)) == ["vectors"]


def test_an_unknown_model(paths):
    found = bad(paths, Settings(model="no-such-model"))
    assert list(found) == ["model"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_library_that_others_can_read(paths):
    paths.database.chmod(0o644)
    found = bad(paths)
    assert list(found) == ["permissions"]
    assert str(paths.database) in str(found["permissions"].fix)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this limit")
def test_more_folders_than_the_system_watches(paths, tmp_path):
    (tmp_path / "limit").write_text("1\n")
    found = bad(paths, watches=tmp_path / "limit")
    assert list(found) == ["watcher"]
    assert str(found["watcher"].fix).startswith("sudo sysctl fs.inotify.max_user_watches=")


def test_too_little_room_on_the_disk(paths):
    assert list(bad(paths, least_free=2**62)) == ["disk"]
