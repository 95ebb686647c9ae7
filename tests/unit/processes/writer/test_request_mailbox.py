from __future__ import annotations

import os
import time
from pathlib import Path

from findling.domain.library import Progress
from findling.processes.writer.messages import Add, Done, Remove
from findling.processes.writer.request_mailbox import Inbox, Outbox

_ADD = Add(Path("/books"))


def test_an_answered_request_leaves_nothing(tmp_path):
    inbox, outbox = Inbox(tmp_path), Outbox(tmp_path, _ADD)
    assert inbox.is_waiting()
    request, command = inbox.take()
    assert command == _ADD
    inbox.answer(request, Progress(found=3))
    answers = outbox.answers(lambda: True)
    assert next(answers) == Progress(found=3)
    inbox.answer(request, Done(forgotten=2))
    assert list(answers) == [Done(forgotten=2)]
    outbox.withdraw()
    assert not list(tmp_path.iterdir())


def test_the_oldest_comes_first(tmp_path):
    Outbox(tmp_path, _ADD)
    (first,) = tmp_path.iterdir()
    os.utime(first, (time.time() - 60,) * 2)
    Outbox(tmp_path, Remove(Path("/books")))
    assert Inbox(tmp_path).take() == (first, _ADD)


def test_without_a_holder_there_is_no_answer(tmp_path):
    assert list(Outbox(tmp_path, _ADD).answers(lambda: False)) == []


def test_what_is_no_request_is_thrown_away(tmp_path):
    (tmp_path / "a.request").write_bytes(b"half a li")
    assert Inbox(tmp_path).take() is None
    assert not list(tmp_path.iterdir())


def test_a_withdrawn_request_is_not_taken(tmp_path):
    Outbox(tmp_path, _ADD).withdraw()
    assert Inbox(tmp_path).take() is None


def test_what_nobody_fetched_for_a_day_is_cleaned(tmp_path):
    old, new = tmp_path / "a.reply", tmp_path / "b.reply"
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 25 * 3600,) * 2)
    Inbox(tmp_path).clean()
    assert list(tmp_path.iterdir()) == [new]
