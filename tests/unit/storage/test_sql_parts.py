"""Conditions on paths say the same as the paths' own names, whatever number of folders they name."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.storage.sql_parts import is_listed_below, lies_below

# Beside letters what sorts just before and after the separator, and bytes that are no text.
NAMES = st.lists(st.sampled_from(["a", "b", "a!", "a-b", "a.txt", "a0", " ", "é", "\udcff"]), min_size=1, max_size=4)
PATHS = NAMES.map(lambda names: Path(os.sep, *names))


@pytest.mark.parametrize("condition", [lies_below, is_listed_below])
@given(paths=st.sets(PATHS, max_size=30), folders=st.lists(PATHS, max_size=40))
def test_the_files_are_those_in_the_folders_be_these_few_or_many_or_in_one_another(condition, paths, folders):
    assert find(condition, paths, folders) == {
        path for path in paths if any(folder == path or folder in path.parents for folder in folders)
    }


@pytest.mark.parametrize("condition", [lies_below, is_listed_below])
@pytest.mark.parametrize("number", [0, 1, 8, 9, 500])
def test_of_a_folder_with_all_folders_all_is_found_and_of_none_nothing(condition, number):
    paths = {Path(os.sep, "x"), Path(os.sep, "x", "y"), Path(os.sep, "\U0010ffff")}
    folders = [Path(os.sep), *(Path(os.sep, f"{each}") for each in range(number - 1))][:number]
    assert find(condition, paths, folders) == (paths if number else set())


def find(condition, paths: set[Path], folders: list[Path]) -> set[Path]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE files (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE)")
    connection.executemany("INSERT INTO files (path) VALUES (?)", [(os.fsencode(path),) for path in paths])
    inside, values = condition(tuple(map(os.fsencode, folders)))
    found = connection.execute(f"SELECT f.path FROM files f WHERE 1 AND ({inside})", values).fetchall()
    kept_back = connection.execute(f"SELECT f.path FROM files f WHERE 1 AND NOT ({inside})", values).fetchall()
    connection.close()
    assert len(found) + len(kept_back) == len(paths)
    return {Path(os.fsdecode(path)) for (path,) in found}
