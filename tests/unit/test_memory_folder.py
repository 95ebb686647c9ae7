"""An encrypted library has a folder in memory of its own, and none stays whose library is not there any more."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.encryption.library_key import make_key, write_key
from findling.errors import LibraryError
from findling.memory_folder import NOTE, has_memory_place, name_memory_folder
from findling.paths import LibraryPaths

pytestmark = pytest.mark.skipif(not has_memory_place(), reason="this system keeps no files in memory for programs")


@pytest.fixture
def make(tmp_path: Path) -> Iterator:
    """Makes the key of a library, and returns where its folders lie."""
    named = []

    def make(name: str) -> LibraryPaths:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        named.append(folder)
        write_key(folder / "library.key", make_key(), "correct horse battery", cost=16)
        return LibraryPaths.inside(folder)

    yield make
    for folder in named:
        shutil.rmtree(name_memory_folder(folder), ignore_errors=True)


def test_a_library_that_was_renamed_leaves_no_folder_behind(make, tmp_path):
    before = make("letters")
    before.create()
    assert before.memory
    (before.cache / "words").write_text("what they say")
    before.data.rename(tmp_path / "old letters")
    after = make("old letters")
    after.create()
    assert after.memory
    assert after.memory != before.memory
    assert not before.memory.exists()
    assert after.memory.exists()


def test_a_library_that_was_deleted_leaves_none_once_another_comes(make):
    gone, other = make("gone"), make("other")
    gone.create()
    shutil.rmtree(gone.data)
    other.create()
    assert gone.memory
    assert not gone.memory.exists()


def test_those_of_other_libraries_and_of_unknown_ones_stay(make):
    first, unknown, last = make("first"), make("unknown"), make("last")
    for paths in (first, unknown):
        paths.create()
    assert first.memory
    assert unknown.memory
    # As a kill leaves it that comes before the note is written, and as an earlier release did.
    (unknown.memory / NOTE).write_bytes(b"")
    shutil.rmtree(unknown.data)
    last.create()
    assert first.cache.is_dir()
    assert unknown.memory.is_dir()


@pytest.mark.parametrize("make_foreign", [lambda at: at.mkdir(mode=0o755), lambda at: at.symlink_to("/")])
def test_one_that_others_can_look_into_is_refused_and_left_as_it_is(make, make_foreign):
    paths = make("letters")
    assert paths.memory
    make_foreign(paths.memory)
    before = os.lstat(paths.memory)
    with pytest.raises(LibraryError, match="cannot be made"):
        paths.create()
    assert os.lstat(paths.memory).st_mtime_ns == before.st_mtime_ns
    paths.memory.unlink() if paths.memory.is_symlink() else paths.memory.rmdir()
