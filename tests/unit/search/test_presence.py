"""A result whose file is not there any more is never shown as if it were."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.files import Absence
from findling.domain.search import Relevance, Result
from findling.formats import FileKind
from findling.search.presence import PresenceCheck
from waiting import PATIENCE_SECONDS


def found(path: Path, *copies: Path) -> Result:
    return Result(path, path.name, FileKind.TEXT, 1.0, Relevance.FAIR, 5, (), copies)


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "there.txt"
    path.write_text("there")
    os.utime(path, ns=(7, 7))
    return path


def test_a_file_that_is_there_is_left_as_it_is_and_looked_for_once(there: Path):
    looked: list[Path] = []

    def stat(path: Path) -> os.stat_result:
        looked.append(path)
        return os.lstat(path)

    result = found(there, there.with_name("copy.txt"))
    assert PresenceCheck(PATIENCE_SECONDS, stat).mark([result]) == [result]
    assert looked == [there]


@pytest.mark.parametrize("name", ["gone.txt", "there.txt/below.txt"])
def test_one_that_is_gone_is_marked_in_its_place(there: Path, name: str):
    gone = found(there.parent / name)
    marked = PresenceCheck(PATIENCE_SECONDS).mark([gone, found(there)])
    assert [(result.path, result.is_missing) for result in marked] == [(gone.path, True), (there, False)]


def test_a_copy_that_is_there_takes_the_place_of_one_that_is_gone(there: Path):
    gone, other = there.with_name("gone.txt"), there.with_name("other.txt")
    (result,) = PresenceCheck(PATIENCE_SECONDS).mark([found(gone, other, there)])
    assert (result.path, result.copies, result.modified_ns, result.is_missing) == (there, (other,), 7, False)


def test_of_a_file_that_is_known_to_be_away_the_reason_stays_unless_a_copy_is_there(there: Path):
    away = replace(found(there.with_name("stick.txt")), absence=Absence.DISK)
    copied = replace(away, copies=(there,))
    first, second = PresenceCheck(PATIENCE_SECONDS).mark([away, copied])
    assert first == away
    assert (second.path, second.absence, second.is_missing) == (there, None, False)


def test_of_a_file_inside_another_the_one_on_the_disk_is_looked_for(there: Path):
    inside = replace(found(there / "folder/below.txt"), outermost=there)
    lost = replace(found(there.parent / "gone.zip/below.txt"), outermost=there.parent / "gone.zip")
    assert PresenceCheck(PATIENCE_SECONDS).mark([inside, lost]) == [inside, replace(lost, is_missing=True)]


def test_a_copy_inside_another_file_takes_the_place_of_one_that_is_gone(there: Path):
    gone, within = there.with_name("gone.txt"), there / "folder/below.txt"
    (result,) = PresenceCheck(PATIENCE_SECONDS).mark([found(gone, within)])
    assert (result.path, result.outermost, result.is_missing) == (within, there, False)
    lost = replace(found(there.parent / "gone.zip/a.txt", there), outermost=there.parent / "gone.zip")
    (result,) = PresenceCheck(PATIENCE_SECONDS).mark([lost])
    assert (result.path, result.outermost) == (there, None)


def test_what_may_not_be_looked_at_is_taken_to_be_there(there: Path):
    def refuse(_: Path) -> os.stat_result:
        raise PermissionError

    assert PresenceCheck(PATIENCE_SECONDS, refuse).mark([found(there)]) == [found(there)]


def test_a_drive_that_hangs_holds_up_one_search_for_a_moment_and_no_further_one(there: Path):
    answers = threading.Event()
    looked: list[Path] = []

    def hang(path: Path) -> os.stat_result:
        looked.append(path)
        answers.wait()
        raise FileNotFoundError

    check = PresenceCheck(0.01, hang)
    assert check.mark([found(there)]) == [found(there)]
    assert check.mark([found(there)]) == [found(there)]
    assert looked == [there]
    answers.set()
