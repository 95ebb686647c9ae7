"""Documents that are not embedded yet stand in a queue, with their passages, until their vectors are stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import Passage
from findling.storage.block_codec import pack_passages, unpack_passages
from smalllibrary import add_document, add_file, make_space, unit_vectors

PASSAGES = (Passage(0, 4, None, ""), Passage(4, 13, 2, "Über › Rent"))


@pytest.fixture
def space(database):
    with database.transaction():
        database.folders.add(Path("/d"))
        space = make_space(database)
        database.spaces.make_active(space)
    return space


def queue(database, space, name: str, priority: int = 0) -> int:
    """Store a document with a file, and queue it."""
    document = add_document(database, name.encode())
    file = add_file(database, 1, Path("/d") / name, document, priority=priority)
    database.queue.put(document, space, PASSAGES, file)
    return document


def waiting(database, space) -> list[int]:
    return [each.id for each in database.queue.take(space, 10)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 900), st.none() | st.integers(0, 9), st.text())))
def test_passages_come_back_as_they_were_packed(rows):
    passages, at = [], 0
    for gap, length, page, heading in rows:
        passages.append(Passage(at + gap, at + gap + length, page, heading))
        at += gap + length - (length > 8) * 3
    assert unpack_passages(pack_passages(passages)) == tuple(passages)


def test_documents_come_in_the_order_of_their_files_and_a_copy_may_bring_forward_one(database, space):
    first, second, third = (queue(database, space, str(at), at) for at in (1, 2, 3))
    assert waiting(database, space) == [first, second, third]
    database.queue.raise_priority(third, add_file(database, 1, Path("/d/copy"), third, priority=-5))
    assert waiting(database, space) == [third, first, second]
    assert [each.passages for each in database.queue.take(space, 1)] == [PASSAGES]


def test_what_waits_has_its_passages_and_is_counted(database, space):
    document = queue(database, space, "a")
    add_file(database, 1, Path("/d/b"), document)
    assert [placed.passage for placed in database.documents.passages(document, space.id)] == list(PASSAGES)
    assert database.documents.count_passages(document, 0) == 2
    assert (database.queue.count_files(), database.queue.count_passages(space)) == (2, 2)
    assert database.queue.exist()


def test_who_gets_vectors_leaves_the_queue_in_the_same_transaction(database, space):
    document = queue(database, space, "a")

    def fail() -> None:
        with database.transaction():
            database.vectors.add(document, space, PASSAGES, unit_vectors(2))
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert database.queue.has(document, space)
    database.vectors.add(document, space, PASSAGES, unit_vectors(2))
    assert not database.queue.has(document, space)
    assert [placed.passage for placed in database.documents.passages(document, space.id)] == list(PASSAGES)


def test_a_document_that_goes_leaves_the_queue(database, space):
    document = queue(database, space, "a")
    database.files.remove(database.files.all_ids())
    database.documents.remove([document])
    assert not database.queue.exist()


def test_those_on_which_the_process_ended_come_last_and_crashes_alone_are_counted(database, space):
    hurried, other = queue(database, space, "a", -(10**15)), queue(database, space, "b", 900)
    for crashed in (False, True):
        database.queue.begin([hurried])
        database.queue.suspend_begun(crashed=crashed)
    assert [(each.id, each.attempts, each.crashes) for each in database.queue.take(space, 10)] == [
        (other, 0, 0), (hurried, 2, 1),
    ]  # fmt: skip
    database.queue.begin([other])
    database.queue.release([other])
    database.queue.suspend_begun(crashed=True)
    assert database.queue.take(space, 1)[0].attempts == 0


def test_what_is_set_aside_waits_again_after_its_time_for_one_more_try(database, space):
    document = queue(database, space, "a")
    for _ in range(3):
        database.queue.begin([document])
        database.queue.suspend_begun(crashed=True)
    database.queue.set_aside(document, now_ns=1_000)
    database.queue.resume_suspended(now_ns=1_500, after_ns=501)
    assert (waiting(database, space), database.queue.exist(), database.queue.count_files()) == ([], False, 0)
    assert database.queue.has(document, space)
    database.queue.resume_suspended(now_ns=1_500, after_ns=500)
    assert [each.crashes for each in database.queue.take(space, 1)] == [1]


def test_another_space_takes_only_what_was_cut_for_it_and_counts_the_rest_as_unembedded(database, space):
    document = queue(database, space, "a")
    with database.transaction():
        other = database.vectors.ensure_space("tests:2", "other", space.dimensions)
    assert waiting(database, other) == []
    assert database.spaces.documents_without(space, 0, 10) == []
    assert database.spaces.count_unembedded(space).documents == 0
    assert database.spaces.documents_without(other, 0, 10) == [document]
    assert database.spaces.count_unembedded(other).documents == 1
    database.vectors.add(document, other, PASSAGES, unit_vectors(2))
    assert database.queue.has(document, space)
    with database.transaction():
        database.spaces.make_active(other)
    assert not database.queue.exist()
