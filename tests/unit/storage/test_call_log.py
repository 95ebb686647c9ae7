"""The log of calls: complete, for its owner alone, filtered, and gone when it is cleared."""

from __future__ import annotations

import stat
import sys
import threading
from pathlib import Path

import pytest

from findling.domain.sharing import Call, CallOutcome, CallWay
from findling.errors import LibraryError
from findling.storage.call_log import CallLog


def make_call(
    caller: str = "a program", operation: str = "search", asked: str = "{}", files: tuple[str, ...] = ()
) -> Call:
    return Call(
        caller=caller, way=CallWay.MCP, operation=operation, asked=asked, outcome=CallOutcome.ANSWERED, files=files
    )


@pytest.fixture
def log(tmp_path: Path) -> CallLog:
    return CallLog(tmp_path / "calls.db")


def test_there_is_nothing_before_the_first_call_and_no_file_is_made_by_looking(log, tmp_path):
    assert (log.read(10), log.count(), log.clear()) == ([], 0, 0)
    assert list(tmp_path.iterdir()) == []


def test_calls_come_back_as_they_were_the_latest_first(log):
    calls = [make_call(asked=f"{number}", files=("/a", "/b")) for number in range(3)]
    for at, call in enumerate(calls):
        log.append(call, at)
    found = log.read(10)
    assert [each.call for each in found] == calls[::-1]
    assert [each.at_ns for each in found] == [2, 1, 0]
    assert [each.call.asked for each in log.read(10, before=found[0].number)] == ["1", "0"]
    assert len(log.read(1)) == 1


@pytest.mark.parametrize(
    ("words", "found"), [("", 3), ("claude", 1), ("CLAUDE read", 1), ("claude search", 0), ("lease", 2), ("%", 0)]
)
def test_calls_are_filtered_by_words_in_program_question_and_files(log, words, found):
    log.append(make_call("Claude 1.0", "read", files=("/home/Lease.pdf",)), 1)
    log.append(make_call("Cursor 2.0", "search", asked='{"query": "lease of the house"}'), 2)
    log.append(make_call("a script", "folders"), 3)
    assert len(log.read(10, words=words)) == found


def test_calls_of_many_threads_are_all_there(log):
    threads = [threading.Thread(target=lambda: [log.append(make_call(), at) for at in range(20)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert log.count() == 80


def test_what_is_cleared_is_gone_from_the_files_and_numbers_are_not_used_again(log, tmp_path):
    log.append(make_call(asked="the smuggler's cove"), 1)
    last = log.read(1)[0].number
    assert log.clear() == 1
    assert log.read(10) == []
    assert not any(b"smuggler" in path.read_bytes() for path in tmp_path.iterdir())
    log.append(make_call(), 2)
    assert log.read(1)[0].number > last


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_the_file_is_for_its_owner_alone(log, tmp_path):
    log.append(make_call(), 1)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_text_that_cannot_be_written_is_written_as_well_as_it_can(log):
    log.append(make_call(caller="half \ud83d a sign"), 1)
    assert log.read(1)[0].call.caller == "half \\ud83d a sign"


def test_a_damaged_log_takes_no_call(log, tmp_path):
    (tmp_path / "calls.db").write_bytes(b"no database at all " * 200)
    with pytest.raises(LibraryError, match="damaged"):
        log.append(make_call(), 1)
