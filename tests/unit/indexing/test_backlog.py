"""Files are found by words first and by meaning soon, and nothing waits for those that wait."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from findling.domain.files import FileStatus
from findling.domain.library import Progress
from findling.domain.search import Mode
from findling.indexing.change_intake import ChangeIntake
from findling.indexing.events import Batch
from findling.indexing.indexer import Indexer
from findling.indexing.run_clock import RunClock
from findling.indexing.session import IndexingSession
from findling.messages.library_templates import SearchMessage
from waiting import wait_until
from workspace import INDEXED, Workspace

FILES = 150
SAVED = "The ferry to Gotland leaves at seven from the old harbour."


def fill(workspace: Workspace, count: int) -> list[Path]:
    return [
        workspace.write(f"{number}.txt", f"Note {number}: the orchard of house {number * 7} was sold to a baker.")
        for number in range(count)
    ]


def read_all(workspace: Workspace) -> None:
    """Index until all files are read, and none is embedded."""
    with workspace.writing() as indexer:

        def is_read() -> bool:
            database = indexer.database
            return database.queue.exist() and not database.files.counts().pending

        indexer.index([workspace.folder], report=lambda _: None, should_stop=is_read)


def test_a_file_that_waits_for_its_meaning_is_found_by_words_described_filtered_and_counted(workspace: Workspace):
    workspace.write("harbour.md", f"# Departures\n\n{SAVED}")
    workspace.write("bread.txt", "Knead the dough and let it rest over night.")
    read_all(workspace)
    with workspace.reading() as library:
        status = library.status()
        assert (status.indexed, status.pending, status.unembedded, status.chunks) == (2, 0, 2, 0)
        answer = library.search("ferry harbour type:md", mode=Mode.HYBRID)
        (result,) = answer.results
        assert (result.path.name, result.hits[0].by, result.title) == ("harbour.md", ("words",), "Departures")
        assert SAVED in result.hits[0].text
        assert SearchMessage.ONLY_WORDS_YET in [note.message for note in answer.notes]
        assert answer.indexing
        assert library.search("ferry harbour type:txt", mode=Mode.HYBRID).results == ()
        assert library.file_info(result.path).passages == 1
    assert set(workspace.files().values()) == {INDEXED}

    assert workspace.index().chunks == 2
    with workspace.reading() as library:
        assert library.status().unembedded == 0
        assert not library.search("ferry").indexing
        assert library.search("boat trips to an island", mode=Mode.MEANING).results[0].path.name == "harbour.md"


@contextmanager
def working(workspace: Workspace) -> Iterator[tuple[Indexer, IndexingSession, ChangeIntake]]:
    """Scan a folder and open a session that has all of it to do."""
    with workspace.writing() as indexer:
        folder = indexer.add(workspace.folder)
        indexer._scanner.scan(folder)
        with (
            ChangeIntake(indexer.database.folders.all(), indexer._scanner, lambda _: (), lambda: False) as intake,
            IndexingSession(workspace.paths, workspace.settings, indexer.database) as session,
        ):
            yield indexer, session, intake


def work(session: IndexingSession, clock: RunClock) -> None:
    assert session.step(clock, lambda: False)


def test_no_file_is_embedded_before_all_are_found_by_words(workspace: Workspace):
    fill(workspace, 30)
    clock = RunClock(lambda _: None)
    with working(workspace) as (indexer, session, _):
        session.note_changes(clock)
        while indexer.database.files.counts().pending:
            assert session.stats.chunks == 0
            work(session, clock)
        assert indexer.database.totals.unembedded() == 30 - session.stats.chunks
        while session.step(clock, lambda: False):
            pass
        assert (session.stats.chunks, indexer.database.totals.unembedded()) == (30, 0)


@pytest.mark.parametrize("stage", ["reading", "embedding"])
def test_what_is_saved_while_many_wait_is_read_next_and_embedded_next_and_what_is_deleted_is_gone_at_once(
    workspace: Workspace, stage: str
):
    paths = fill(workspace, FILES)
    clock = RunClock(lambda _: None)
    with working(workspace) as (indexer, session, intake):
        database = indexer.database
        session.note_changes(clock)
        work(session, clock)
        while stage == "embedding" and (database.files.counts().pending or not session.stats.chunks):
            work(session, clock)

        saved = workspace.write("ferry.txt", SAVED)
        paths[0].unlink()
        intake.take(Batch((saved, paths[0])))
        session.note_changes(clock, urgent=True)
        assert database.files.find(paths[0]) is None
        waiting = database.files.counts().pending, database.queue.count_files()
        assert sum(waiting) > FILES // 3
        last = max(database.documents.all_ids(), default=0)

        while (row := database.files.find(saved)) is None or row.status is not FileStatus.INDEXED:
            work(session, clock)
        # What was being read already is stored before it.
        assert row.document_id is not None
        assert row.document_id - last <= 12
        space = database.spaces.active()
        assert space is not None
        assert database.queue.take(space, 1)[0].id == row.document_id

        embedded = database.vectors.count(space.id)
        while not database.vectors.has(row.document_id, space.id):
            work(session, clock)
        (passage,) = database.documents.passages(row.document_id, space.id)
        assert passage.id == embedded + 1


def test_what_is_saved_later_comes_before_what_was_saved_earlier(workspace: Workspace):
    with working(workspace) as (indexer, _, intake):
        for name in ("first.txt", "second.txt"):
            intake.take(Batch((workspace.write(name, SAVED),)))
        names = [row.path.name for row in indexer.database.files.next_pending(2)]
    assert names == ["second.txt", "first.txt"]


def test_a_file_that_changes_while_it_is_read_is_read_as_it_is_in_the_end(workspace: Workspace):
    paths = fill(workspace, FILES)
    clock = RunClock(lambda _: None)
    with working(workspace) as (indexer, session, intake):
        session.note_changes(clock)
        work(session, clock)
        waiting = [row.path for row in indexer.database.files.next_pending(FILES)]
        assert waiting
        for path in waiting:
            path.write_text(f"{path.name} now tells of the harvest.")
        intake.take(Batch(tuple(waiting)))
        while session.step(clock, lambda: False):
            pass
        session.commit()
    contents = workspace.contents()
    assert all(contents[path.name][0] == f"{path.name} now tells of the harvest." for path in waiting)
    assert len(contents) == len(paths)


def test_a_document_that_another_reader_reads_otherwise_is_found_by_meaning_all_the_time(workspace: Workspace):
    workspace.write("harbour.txt", SAVED)
    workspace.index()
    with workspace.writing() as indexer:
        connection = indexer.database._connection
        connection.execute("UPDATE files SET extractor = 'older'")
        connection.execute("UPDATE documents SET extractor = 'older', title = 'Another'")
    reported: list[Progress] = []
    with workspace.writing() as indexer:
        summary = indexer.index([workspace.folder], report=reported.append, should_stop=lambda: False)
    assert summary.chunks == 1
    assert {progress.unembedded for progress in reported} == {0}


def test_a_watch_is_heeded_while_other_work_goes_on(workspace: Workspace):
    workspace.write("bread.txt", "Knead the dough and let it rest over night.")
    with working(workspace) as (indexer, _, intake):
        wait_until(intake.poll)
        saved = workspace.write("ferry.txt", SAVED)
        wait_until(lambda: intake.poll() and indexer.database.files.find(saved) is not None)
        assert indexer.database.files.has_prioritised()
        saved.unlink()
        wait_until(lambda: intake.poll() and indexer.database.files.find(saved) is None)


def test_a_result_whose_file_was_deleted_since_says_so(workspace: Workspace):
    path = workspace.write("ferry.txt", SAVED)
    workspace.index()
    path.unlink()
    with workspace.reading() as library:
        assert [result.is_missing for result in library.search("ferry").results] == [True]
