"""Changes of files are noted as far as they matter to what is published, for this state of this database alone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.files import FileStatus, Reason
from findling.storage.change_table import ChangeMark
from findling.storage.database import Database
from smalllibrary import STAT, add_document, add_file, make_space

FOLDER = Path("/papers")


class Papers:
    """A library with two files that are read and embedded."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.database = Database.open_for_writing(place)
        with self.database.transaction():
            self.space = make_space(self.database)
            self.folder = self.database.folders.add(FOLDER).id
            self.document = add_document(self.database, b"a", space=self.space, passages=1)
            self.file = add_file(self.database, self.folder, FOLDER / "a.txt", self.document)
            self.other = add_file(self.database, self.folder, FOLDER / "b.txt", self.document)

    def mark(self) -> ChangeMark:
        return self.database.changes.mark(self.space)

    def since(self, mark: ChangeMark) -> list[int] | None:
        return self.database.changes.since(mark, self.space)

    def note(self, times: int = 1) -> None:
        """Have a file change so many times."""
        before = self.database.files.find(FOLDER / "a.txt").stat.mtime_ns
        with self.database.transaction():
            self.database.embedded.set_modified([(self.file, before + number + 1) for number in range(times)])

    def reopen(self) -> None:
        """Let another writer begin."""
        self.database.close()
        self.database = Database.open_for_writing(self.place)
        with self.database.transaction():
            self.database.lineage.renew()


@pytest.fixture
def papers(tmp_path: Path):
    papers = Papers(tmp_path / "library.db")
    yield papers
    papers.database.close()


CHANGES = {
    "a file is read": lambda p: p.database.files.set_indexed(p.file, p.document, replace(STAT, size=5), "tests"),
    "a file has no text any more": lambda p: p.database.files.set_unread(
        p.file, FileStatus.SKIPPED, Reason.EMPTY, None, STAT, ""
    ),
    "a file has another date": lambda p: p.database.embedded.set_modified([(p.file, 5)]),
    "a file is gone": lambda p: p.database.files.remove([p.file]),
}
OF_BOTH = {
    "a content is read anew": lambda p: p.database.documents.renew(
        p.document, "another reader", p.database.documents.extraction(p.document)
    ),
    "a content says something else": lambda p: add_document(p.database, b"a", "four five"),
    "a folder is gone": lambda p: p.database.folders.remove(p.folder),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_published_of_a_file_changes(papers: Papers, change):
    mark = papers.mark()
    with papers.database.transaction():
        change(papers)
    assert papers.since(mark) == [papers.file]
    assert papers.since(papers.mark()) == []


@pytest.mark.parametrize("change", OF_BOTH.values(), ids=OF_BOTH.keys())
def test_what_is_published_of_all_files_with_a_content_changes(papers: Papers, change):
    mark = papers.mark()
    with papers.database.transaction():
        change(papers)
    assert papers.since(mark) == [papers.file, papers.other]


def test_a_file_that_begins_to_wait_for_being_read_stays_as_it_was_published(papers: Papers):
    mark = papers.mark()
    with papers.database.transaction():
        papers.database.files.set_pending(papers.file, replace(STAT, size=7), 0)
        papers.database.files.add_pending(papers.folder, FOLDER / "new.txt", STAT, 0)
    assert papers.since(mark) == []


def test_a_mark_is_read_as_it_was_written(papers: Papers):
    assert ChangeMark.parse(str(papers.mark())) == papers.mark()
    assert [ChangeMark.parse(text) for text in (None, "", "ab:1", "xy:1:2", "ab:c:2")] == [None] * 5


def test_a_mark_holds_for_later_writers(papers: Papers):
    mark = papers.mark()
    papers.reopen()
    papers.reopen()
    papers.note()
    assert papers.since(mark) == [papers.file]


def test_a_mark_of_what_was_lost_with_a_database_that_was_put_back_does_not_hold(papers: Papers):
    early = papers.mark()
    papers.database.checkpoint()
    shutil.copy(papers.place, papers.place.with_suffix(".backup"))
    papers.note()
    late = papers.mark()
    papers.database.close()
    for rest in ("-wal", "-shm"):
        papers.place.with_name(f"{papers.place.name}{rest}").unlink(missing_ok=True)
    shutil.copy(papers.place.with_suffix(".backup"), papers.place)
    papers.reopen()
    assert papers.since(late) is None
    papers.note(5)
    assert papers.since(late) is None
    assert papers.since(early) == [papers.file]


def test_a_mark_of_another_database_or_of_other_vectors_does_not_hold(papers: Papers, tmp_path):
    other = Papers(tmp_path / "other.db")
    other.database.close()
    assert papers.since(replace(papers.mark(), stamp=b"another")) is None
    assert papers.since(replace(papers.mark(), space_id=papers.space.id + 1)) is None


def test_a_mark_before_the_latest_twenty_thousand_changes_does_not_hold(papers: Papers):
    mark = papers.mark()
    papers.note(20_000)
    assert papers.since(mark) == [papers.file]
    papers.note(1)
    assert papers.since(mark) is None
