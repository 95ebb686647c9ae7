"""Questions that are asked again and again."""

from __future__ import annotations

import pytest

from findling.domain.library import Status
from findling.processes.reader.library_messages import AskFolders, AskStatus
from findling.ui.widgets.polling import Polling


@pytest.fixture
def heard():
    return []


@pytest.fixture
def polling(qapp, link, heard):
    return Polling(link, heard.append, rest_ms=30)


def test_while_one_is_unanswered_no_other_is_asked(qtbot, link, polling, heard):
    link.waits = True
    for _ in range(5):
        polling.ask(AskStatus())
    assert len(link.asked) == 1
    link.tell()
    assert len(heard) == 1


def test_of_those_that_waited_the_latest_is_asked_after_a_rest(qtbot, link, polling):
    link.waits = True
    polling.ask(AskStatus())
    polling.ask(AskStatus())
    polling.ask(AskFolders())
    link.tell()
    assert link.asked == [AskStatus()]
    qtbot.waitUntil(lambda: link.asked == [AskStatus(), AskFolders()])


def test_answers_at_once_do_not_make_it_ask_without_rest(qtbot, link, polling, heard):
    for _ in range(5):
        polling.ask(AskStatus())
    assert len(heard) == 1
    qtbot.waitUntil(lambda: len(heard) == 2)
    qtbot.settle(polling)
    assert len(heard) == 2


def test_what_is_asked_instead_is_asked_at_once_and_the_earlier_answer_is_not_heard(link, polling, heard):
    link.waits = True
    polling.ask(AskFolders())
    polling.ask_instead(AskStatus())
    assert link.forgotten == {1}
    link.tell()
    assert [type(reply) for reply in heard] == [Status]


def test_what_is_forgotten_is_not_heard(link, polling, heard):
    link.waits = True
    polling.ask(AskStatus())
    polling.ask(AskStatus())
    polling.forget()
    link.tell()
    assert (heard, len(link.asked)) == ([], 1)
