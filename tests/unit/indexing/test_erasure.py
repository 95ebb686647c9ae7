"""Erasing what is left of deleted texts: all of it, at the end of a run or seldom enough to cost little."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.extraction.previews.thumbnail_cache import ThumbnailCache, ThumbnailKey
from findling.index.lexical.lexical_reader import LexicalReader
from findling.indexing.erasure import AT_ONCE, Erasure
from findling.indexing.index_sync import LexicalIndexSync
from findling.paths import LibraryPaths
from findling.storage.database import Database
from smalllibrary import add_document, add_file

HOURS = 3600
SECRET = "zzkanarienvogel"


class Words:
    """A database with its word index, followed after each action."""

    def __init__(self, place: Path) -> None:
        paths = LibraryPaths.inside(place)
        paths.create()
        self.folder = paths.words
        self.database = Database.open_for_writing(paths.database)
        with self.database.transaction():
            self.root = self.database.folders.add(place / "files", ()).id
        self.sync = LexicalIndexSync(self.database, self.folder)
        self.thumbnails = ThumbnailCache(paths.thumbnails)
        self.erasure = Erasure(self.database, self.sync, paths)

    def add(self, *texts: str) -> list[int]:
        with self.database.transaction():
            added = [add_document(self.database, os.urandom(8), text) for text in texts]
            for number in added:
                add_file(self.database, self.root, Path(f"/files/{number}-{SECRET}.txt"), number)
        self._follow()
        return added

    def remove(self, *documents: int) -> None:
        with self.database.transaction():
            rows = [row.id for row in self.database.files.below(Path("/files")) if row.document_id in documents]
            self.database.files.remove(rows)
            self.database.documents.remove(documents)
        self._follow()

    def _follow(self) -> None:
        self.sync.follow()
        self.sync.commit()

    def frequency(self, word: str) -> int:
        reader = LexicalReader.open(self.folder)
        assert reader is not None
        return reader.frequency(word)

    def erased(self, seconds_ago: float) -> None:
        """Pretend that the last time was so long ago."""
        stamp = self.folder / "erased"
        stamp.touch()
        os.utime(stamp, (time.time() - seconds_ago,) * 2)


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    words = Words(tmp_path)
    yield words
    words.sync.close()
    words.database.close()


def test_the_thumbnails_of_deleted_files_are_gone_and_the_others_stay(words: Words):
    gone, stays = words.add("some words", "other words")
    keys = {row.document_id: ThumbnailKey(row.id, row.stat, 1) for row in words.database.files.below(Path("/files"))}
    for key in keys.values():
        words.thumbnails.put(key, b"a page")
    words.remove(gone)
    words.erasure.erase()
    assert words.thumbnails.get(keys[gone]) is None
    assert words.thumbnails.get(keys[stays]) == b"a page"


def test_a_deleted_text_is_gone_wherever_it_stood_and_the_others_are_found(words: Words):
    documents = [words.add(f"common {SECRET}{number}", "common words", "common words") for number in range(12)]
    words.remove(*(first for first, *_ in documents))
    assert words.erasure.erase(AT_ONCE)
    assert [words.frequency(f"{SECRET}{number}") for number in range(12)] == [0] * 12
    assert words.frequency("common") == 24


def test_the_name_of_a_deleted_file_is_gone(words: Words):
    kept, gone = words.add("one", "two")
    words.remove(gone)
    words.erasure.erase(AT_ONCE)
    reader = LexicalReader.open(words.folder)
    assert reader is not None
    assert reader.count([str(kept), str(gone)], in_names=True) == {str(kept): 1}


def test_where_nothing_was_deleted_nothing_is_written(words: Words):
    for number in range(5):
        words.add(f"text {number}")
    before = sorted(path.name for path in words.folder.rglob("*"))
    assert words.erasure.erase(AT_ONCE)
    assert sorted(path.name for path in words.folder.rglob("*")) == before


@pytest.mark.parametrize(("seconds_ago", "is_erased"), [(0, False), (-1, False), (HOURS, True), (-HOURS, True)])
def test_at_rest_it_waits_until_the_last_time_is_long_enough_ago(words: Words, seconds_ago: float, is_erased: bool):
    first, _ = words.add(f"{SECRET} " + " ".join(f"word{number}" for number in range(100_000)), "more")
    words.remove(first)
    words.erased(seconds_ago)
    assert words.erasure.erase() is is_erased
    assert (words.frequency(SECRET) == 0) is is_erased


def test_what_is_stopped_is_done_the_next_time(words: Words):
    first, *_ = words.add(SECRET, "one", "two")
    words.remove(first)
    assert not words.erasure.erase(AT_ONCE, should_stop=lambda: True)
    assert words.frequency(SECRET) == 1
    assert words.erasure.erase(AT_ONCE)
    assert words.frequency(SECRET) == 0
    assert words.frequency("one") == 1


def test_rest_erases_once_and_then_costs_nothing_until_something_changes(words: Words):
    first, second, _ = words.add(f"{SECRET}1", f"{SECRET}2", "kept")
    words.remove(first)
    words.erasure.rest(lambda: False)
    assert words.frequency(f"{SECRET}1") == 0
    words.erased(HOURS)
    words.remove(second)
    words.erasure.rest(lambda: False)
    assert words.frequency(f"{SECRET}2") == 1, "nobody said that anything had changed"
