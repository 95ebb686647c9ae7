"""Thumbnails on the disk: for their owner alone, bounded, and gone with their files."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from findling.domain.files import Stat
from findling.extraction.previews.thumbnail_cache import ThumbnailCache, ThumbnailKey


def key(number: int, page: int = 1, *, size: int = 10) -> ThumbnailKey:
    return ThumbnailKey(number, Stat(size, 1_000, 1), page)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "thumbnails"


def test_a_thumbnail_is_kept_for_its_page_and_its_state_of_the_file(folder):
    cache = ThumbnailCache(folder)
    cache.put(key(1), b"one")
    cache.put(key(1, 2), b"two")
    assert [ThumbnailCache(folder).get(each) for each in (key(1), key(1, 2), key(1, 3), key(1, size=11), key(2))] == [
        b"one", b"two", None, None, None,
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_nobody_but_the_owner_may_look(folder):
    ThumbnailCache(folder).put(key(1), b"one")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(place.stat().st_mode) for place in folder.iterdir()] == [0o600]


def test_what_nobody_looked_at_for_longest_makes_room(folder):
    cache = ThumbnailCache(folder, limit=40)
    for number in range(1, 5):
        cache.put(key(number), b"0123456789")
        place = folder / key(number).name
        os.utime(place, ns=(number, number))
    assert cache.get(key(1)) is not None
    cache.put(key(5), b"0123456789")
    assert [number for number in range(1, 6) if cache.get(key(number))] == [1, 4, 5]


def test_the_thumbnails_of_files_that_are_gone_are_removed_and_so_is_what_was_left_half_done(folder):
    cache = ThumbnailCache(folder)
    for number in (1, 2, 3):
        cache.put(key(number), b"x")
    (folder / ".4-a-b-1.png").write_bytes(b"half")
    cache.drop_unknown(lambda numbers: {2} & set(numbers))
    assert [place.name for place in folder.iterdir()] == [key(2).name]


def test_nothing_is_asked_of_the_library_where_there_is_none(folder):
    cache = ThumbnailCache(folder)
    asked = []
    cache.drop_unknown(lambda numbers: asked.append(numbers) or ())
    assert (asked, folder.exists()) == ([], False)


def test_a_disk_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "thumbnails").write_text("a file in its way")
    cache = ThumbnailCache(tmp_path / "thumbnails")
    cache.put(key(1), b"x")
    assert cache.get(key(1)) is None
    cache.drop_unknown(lambda numbers: numbers)


def test_all_are_removed_at_once(folder):
    cache = ThumbnailCache(folder)
    cache.put(key(1), b"x")
    cache.clear()
    assert not folder.exists()
    cache.put(key(1), b"y")
    assert cache.get(key(1)) == b"y"
