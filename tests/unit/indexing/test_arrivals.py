"""Files that come into a watched folder are told at once if the library has their like, and nothing is moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from findling.domain.duplicate_check import CheckedFile, Verdict
from waiting import wait_until
from workspace import Workspace

LETTER = """Dear neighbours, the lift is out of order until Friday because a cable has to be replaced. Please do not
put heavy things into it when it runs again, and hold the door for those who carry shopping. The firm
that looks after it has left a number for emergencies, which hangs beside the letter boxes, and comes
within the hour if someone is stuck."""

BILL = """Bill No. {number} of {day} for {name}. For your flat we charge {sum} euros for heating and water in this
quarter. Please pay within fourteen days to the account of the house, and give the number of the bill
with your payment. Meters are read in the last week of the quarter by the caretaker, who rings first;
whoever is away leaves the key with him."""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace.at(tmp_path)
    workspace.write("letter.txt", LETTER)
    workspace.write("plan.bin", bytes(range(256)) * 20)
    for number, (day, name) in enumerate([("3 May", "Quist"), ("9 June", "Orr"), ("2 July", "Fenn")]):
        workspace.write(
            f"bill {number}.txt", BILL.format(number=4711 + number, day=day, name=name, sum=80 + 9 * number)
        )
    workspace.index()
    return workspace


@contextmanager
def following(workspace: Workspace) -> Iterator[list[CheckedFile]]:
    """Follow changes; gives what is told of files that came."""
    told: list[CheckedFile] = []
    is_over, is_followed = Event(), Event()

    def follow() -> None:
        with workspace.writing() as indexer:
            indexer.follow(lambda _: is_followed.set(), is_over.is_set, arrived=told.extend)

    thread = Thread(target=follow)
    thread.start()
    try:
        wait_until(is_followed.is_set)
        yield told
    finally:
        is_over.set()
        thread.join()


def wait_for(workspace: Workspace, *names: str) -> None:
    """Wait until files are read; what is told of those before them is told by then."""
    wait_until(lambda: all(workspace.files().get(name, (None,))[0] == "indexed" for name in names))


def describe(told: list[CheckedFile]) -> dict[str, tuple[Verdict, list[str]]]:
    return {each.path.name: (each.verdict, [match.path.name for match in each.of]) for each in told}


def test_what_comes_is_told_if_it_is_known_and_papers_of_one_form_never_are(workspace):
    with following(workspace) as told:
        workspace.write("again.txt", LETTER)
        wait_until(lambda: "again.txt" in describe(told))
        workspace.write("bill 3.txt", BILL.format(number=5012, day="1 August", name="Gray", sum=123))
        workspace.write("letter-2.html", f"<p>{LETTER.replace('until Friday', 'for a week')}</p>")
        wait_until(lambda: "letter-2.html" in describe(told))
        workspace.write("part.txt", LETTER.partition("The firm")[0])
        wait_until(lambda: "part.txt" in describe(told))
        workspace.write("copied.bin", bytes(range(256)) * 20)
        wait_until(lambda: "copied.bin" in describe(told))
        wait_for(workspace, "bill 3.txt")
    assert describe(told)["again.txt"] == (Verdict.IDENTICAL, ["letter.txt"])
    assert describe(told)["letter-2.html"] == (Verdict.NEWER_VERSION, ["again.txt", "letter.txt"])
    assert describe(told)["part.txt"][0] is Verdict.CONTAINED
    assert describe(told)["copied.bin"] == (Verdict.IDENTICAL, ["plan.bin"])
    assert "bill 3.txt" not in describe(told)
    assert (workspace.folder / "again.txt").exists()


def test_what_was_there_before_or_is_only_moved_or_saved_again_has_not_come(workspace):
    workspace.write("twin.txt", LETTER)
    workspace.index()
    with following(workspace) as told:
        (workspace.folder / "twin.txt").rename(workspace.folder / "moved.txt")
        workspace.write("letter.txt", LETTER + " Thank you.")
        workspace.write("later.txt", LETTER)
        wait_until(lambda: told)
        wait_for(workspace, "moved.txt", "letter.txt")
    assert list(describe(told)) == ["later.txt"]


def test_a_file_that_is_still_being_written_is_told_once_it_is_like_another(workspace):
    with following(workspace) as told:
        workspace.write("slow.txt", "Good morning to all of you in this house.")
        wait_for(workspace, "slow.txt")
        workspace.write("slow.txt", LETTER)
        wait_until(lambda: told)
    assert describe(told)["slow.txt"][0] is Verdict.IDENTICAL


def test_a_folder_that_comes_is_looked_through(workspace, tmp_path):
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    (unpacked / "copy.txt").write_text(LETTER)
    with following(workspace) as told:
        unpacked.rename(workspace.folder / "unpacked")
        wait_until(lambda: told)
    assert describe(told)["copy.txt"][0] is Verdict.IDENTICAL


def test_the_files_of_a_folder_that_is_new_to_the_library_have_not_come(workspace, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "copy.txt").write_text(LETTER)
    with workspace.writing() as indexer:
        indexer.add(other)
    with following(workspace) as told:
        workspace.write("later.txt", LETTER)
        wait_until(lambda: told)
        wait_until(lambda: len(workspace.files()) == 7)
    assert list(describe(told)) == ["later.txt"]
