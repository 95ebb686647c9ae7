"""Totals that are kept while writing are those that counting gives, whatever was written or rolled back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findling.domain.files import FileStatus, Passage, Reason
from findling.storage.database import Database
from smalllibrary import STAT, add_document, add_file, make_space, unit_vectors

CUT = (Passage(0, 5), Passage(5, 9))
RANGES = ((1, 3), (4, 9), (10, 2**63 - 1))
ACTIONS = ("file", "copy", "pend", "read", "unread", "forget", "purge", "drop", "queue", "embed", "aside", "resume")


class Writer:
    """Writes at random into a database; each step may fail at its end."""

    def __init__(self, database) -> None:
        self.database = database
        with database.transaction():
            database.folders.add(Path("/d"))
            self.space = make_space(database)
        self.written = 0

    @property
    def folder(self) -> int:
        return self.database.folders.all()[0].id

    def write(self, action: str, number: int, *, fails: bool) -> None:
        try:
            with self.database.transaction():
                self._write(action, number)
                if fails:
                    raise InterruptedError
        except InterruptedError:
            pass

    def _write(self, action: str, number: int) -> None:
        self.written += 1
        files, documents = (list(table.all_ids()) for table in (self.database.files, self.database.documents))
        file = files[number % len(files)] if files else 0
        document = documents[number % len(documents)] if documents else 0
        place = Path(f"/d/{self.written}")
        match action:
            case "file":
                content = self.written.to_bytes(4, "big")
                new = add_document(self.database, content, "word " * 9, space=self.space, passages=number % 4)
                add_file(self.database, self.folder, place, new)
            case "copy" if document:
                add_file(self.database, self.folder, place, document)
            case "pend" if file:
                self.database.files.set_pending(file, STAT, 0)
            case "read" if file and document:
                self.database.files.set_indexed(file, document, STAT, "tests")
            case "unread" if file:
                self.database.files.set_unread(file, FileStatus.FAILED, Reason.DAMAGED, None, STAT, "tests")
            case "forget" if file:
                self.database.files.remove([file])
            case "purge":
                self.database.documents.remove(self.database.totals.left_over(2))
            case "drop":
                self.database.folders.remove(self.folder)
                self.database.folders.add(Path("/d"))
            case _ if file and document:
                self._write_queue(action, number, file, document)

    def _write_queue(self, action: str, number: int, file: int, document: int) -> None:
        queue, vectors = self.database.queue, self.database.vectors
        match action:
            case "queue" if not vectors.has(document, self.space.id):
                queue.put(document, self.space, CUT, file)
            case "embed":
                for waiting in queue.take(self.space, 1):
                    vectors.add(waiting.id, self.space, CUT, unit_vectors(len(CUT)))
            case "aside":
                queue.set_aside(document, number)
            case "resume":
                queue.resume_suspended(number, 0)

    def count(self) -> tuple[object, ...]:
        """Count everything anew."""
        counts = self.database.files.counts()
        held = {row.document_id for row in map(self.database.files.get, self.database.files.all_ids()) if row}
        left_over = [each for each in self.database.documents.all_ids() if each not in held]
        unembedded = self.database.queue.count_files()
        return counts, unembedded, left_over, [self.database.vectors.count(self.space.id, *each) for each in RANGES]

    def ask(self) -> tuple[object, ...]:
        totals = self.database.totals
        with self.database.transaction():
            left_over = totals.left_over(1000)
        return totals.files(), totals.unembedded(), left_over, totals.vectors(self.space.id, RANGES)


@pytest.fixture
def make_database(tmp_path_factory):
    opened = []

    def make() -> Database:
        opened.append(Database.open_for_writing(tmp_path_factory.mktemp("library") / "library.db"))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 50), st.booleans()), max_size=30), st.integers(0, 9))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_totals_are_what_counting_gives(make_database, steps, first):
    writer = Writer(make_database())
    for number, (action, which, fails) in enumerate(steps):
        if number == first:
            assert writer.ask() == writer.count()
        writer.write(action, which, fails=fails)
    assert writer.ask() == writer.count()


def test_totals_that_were_first_asked_for_in_what_was_rolled_back_are_right(database):
    writer = Writer(database)

    def fail() -> None:
        with database.transaction():
            add_file(database, writer.folder, Path("/d/a"))
            assert database.totals.files().pending == 1
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    writer.write("file", 3, fails=False)
    assert writer.ask() == writer.count()


def test_ranges_that_are_asked_for_anew_are_counted_anew(database):
    writer = Writer(database)
    for _ in range(5):
        writer.write("file", 3, fails=False)
    totals = database.totals
    assert totals.vectors(writer.space.id, [(1, 15)]) == [15]
    assert totals.vectors(writer.space.id, [(1, 7), (8, 2**63 - 1)]) == [7, 8]
    writer.write("file", 3, fails=False)
    assert totals.vectors(writer.space.id, [(1, 7), (8, 2**63 - 1)]) == [7, 11]
    assert totals.vectors(writer.space.id + 1, [(1, 100)]) == [0]


def test_changes_of_files_without_text_are_counted_and_no_others(database):
    writer = Writer(database)
    before = database.totals.unread_changes()
    for action in ("file", "copy", "pend", "purge"):
        writer.write(action, 1, fails=False)
    writer.write("unread", 1, fails=True)
    assert database.totals.unread_changes() == before
    writer.write("unread", 1, fails=False)
    assert database.totals.unread_changes() == before + 1


def test_asking_costs_the_same_in_a_large_library(database):
    writer = Writer(database)
    costs = []
    for files in (50, 2_000):
        with database.transaction():
            for _ in range(files):
                writer._write("file", 3)
        writer.ask()
        with database.transaction():
            database.files.remove([next(database.files.all_ids())])
        steps = []
        database._connection.set_progress_handler(lambda steps=steps: steps.append(1), 1)
        writer.ask()
        database._connection.set_progress_handler(None, 1)
        costs.append(len(steps))
    assert costs[1] < 1.5 * costs[0]
