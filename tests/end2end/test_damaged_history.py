"""A history of what was cleared up that is damaged costs its damaged steps, and never the library."""

from __future__ import annotations

import os

import pytest

from earlierlibrary import EarlierLibrary

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="a library of a Linux desktop")]

BEGUN = 4
"""The number of the step that was begun in run 3; step 3 before it is done."""


@pytest.fixture
def home(tmp_path) -> EarlierLibrary:
    return EarlierLibrary(tmp_path)


def left_half_way(errors: str) -> list[str]:
    return [line for line in errors.splitlines() if "Left half-way" in line]


@pytest.mark.parametrize(
    ("damaged", "named"),
    [
        ("substr(step, 1, 200)", False),
        ("json_remove(step, '$.file.content')", True),
        ("json_remove(step, '$.survivor')", True),
        ("json_set(step, '$.action', 'burn')", True),
        ("CAST(X'FF00FE' AS TEXT)", False),
    ],
    ids=["cut off", "missing key", "missing object", "unknown action", "no text"],
)
def test_a_damaged_step_that_was_begun_is_told_of_once_and_indexing_goes_on(home, damaged, named):
    with home.database() as connection:
        connection.execute(f"UPDATE steps SET step = {damaged} WHERE id = ?", (BEGUN,))
    file, place = home.root / "home/Documents/Copy of letter.eml", home.root / "aside/Copy of letter.eml"
    where = f"{file} and {place}" if named else place
    damage = f"the history's record of it is damaged; look for the file at {where}"

    status, _, errors = home.run("index")
    assert status == 0, errors
    assert left_half_way(errors) == [f"findling: Left half-way: {file if named else 'a file'}: {damage}."]
    assert "1 of 2 files are cleared up. To take it back: findling duplicates --undo 3" in errors

    status, _, errors = home.run("index")
    assert (status, left_half_way(errors)) == (0, [])
    status, said, errors = home.run("duplicates", "--undo", "3")
    assert (status, errors) == (1, "")
    lease = home.root / "home/Documents/lease (2).md"
    assert said.splitlines() == [f"undone {lease}", f"failed {file if named else 'a file'}: {damage}"]
    assert lease.exists()
    status, said, _ = home.run("duplicates", "--history")
    assert (status, len(said.splitlines())) == (0, 3)


def test_a_step_stuck_while_it_was_taken_back_as_a_missing_key_once_had_it_is_freed(home):
    with home.database() as connection:
        connection.execute("UPDATE steps SET state = 'undoing', step = json_remove(step, '$.target') WHERE run_id = 1")
    status, _, errors = home.run("index")
    assert status == 0
    assert "Putting back stopped half-way: 0 of 1 file are back. To go on: findling duplicates --undo 1" in errors
    assert left_half_way(errors) == []
    status, said, _ = home.run("duplicates", "--undo", "1")
    assert (status, said) == (0, f"undone {home.root / 'home/Documents/Copy of invoice.txt'}\n")


def test_a_damaged_step_stuck_while_it_was_taken_back_is_told_of_once(home):
    with home.database() as connection:
        connection.execute("UPDATE steps SET state = 'undoing', step = '{}' WHERE run_id = 1")
    place = home.root / "aside/Copy of invoice.txt"
    status, _, errors = home.run("index")
    told = f"a file: the history's record of it is damaged; look for the file at {place}."
    assert (status, left_half_way(errors)) == (0, [f"findling: Left half-way: {told}"])
    status, _, errors = home.run("index")
    assert (status, left_half_way(errors)) == (0, [])
    assert place.exists()


def test_whole_steps_of_a_run_are_taken_back_past_a_damaged_one_that_was_done(home):
    with home.database() as connection:
        connection.execute("UPDATE steps SET step = 'null' WHERE id = 3")
    assert home.run("index")[0] == 0
    status, said, _ = home.run("--json", "duplicates", "--undo", "3")
    assert status == 1
    assert "the history's record of it is damaged" in said
    assert (home.root / "aside/lease (2).md").exists()
