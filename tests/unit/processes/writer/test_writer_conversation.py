"""Events of a writer are read by the state of the conversation with it."""

from __future__ import annotations

import pytest

from findling.domain.library import Progress
from findling.ipc.failures import Failed
from findling.messages.notice import Notice
from findling.processes.writer.messages import Advance, Done, Follow, Hello, Index, Offline, Undo
from findling.processes.writer.writer_conversation import (
    CommandDone,
    CommandFailed,
    OpeningFailed,
    WriterConversation,
    WriterOpened,
)

FAILED = Failed("It is full.", "Free some.", "DiskFullError")
INDEX = Index()


def closed() -> WriterConversation:
    return WriterConversation()


def free() -> WriterConversation:
    return WriterConversation(is_open=True)


def at_work() -> WriterConversation:
    conversation = free()
    conversation.give(INDEX)
    return conversation


@pytest.mark.parametrize(
    ("conversation", "event", "meaning", "is_open", "current"),
    [
        (closed(), Hello(7), WriterOpened(), True, None),
        (closed(), FAILED, OpeningFailed(FAILED), False, None),
        (closed(), Notice("words"), Notice("words"), False, None),
        (free(), FAILED, CommandFailed(None, FAILED), True, None),
        (free(), Progress(found=3), Progress(found=3), True, None),
        (at_work(), Done(forgotten=3), CommandDone(INDEX, Done(forgotten=3)), True, None),
        (at_work(), FAILED, CommandFailed(INDEX, FAILED), True, None),
        (at_work(), Progress(found=3), Progress(found=3), True, INDEX),
        (at_work(), Advance(1, 2), Advance(1, 2), True, INDEX),
        (at_work(), Offline(("words",)), Offline(("words",)), True, INDEX),
    ],
)
def test_an_event_means_what_the_conversation_makes_of_it(conversation, event, meaning, is_open, current):
    assert conversation.receive(event) == meaning
    assert (conversation.is_open, conversation.current) == (is_open, current)


def test_a_writer_that_is_gone_leaves_its_command_undone():
    conversation = at_work()
    assert conversation.lose() == INDEX
    assert (conversation.is_open, conversation.current) == (False, None)
    assert conversation.lose() is None


@pytest.mark.parametrize("conversation", [closed(), at_work()])
def test_no_command_is_given_to_a_writer_that_cannot_take_it(conversation):
    assert not conversation.is_free
    with pytest.raises(ValueError, match="before"):
        conversation.give(Follow())


def test_commands_follow_one_another():
    conversation = free()
    for command in (INDEX, Undo(3), Follow()):
        conversation.give(command)
        assert conversation.receive(Done()) == CommandDone(command, Done())
