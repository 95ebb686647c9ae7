"""Files inside files are opened under `OUTER/NAME`, and what is around them is read once for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from containers import mail
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.file_nest import FileNest, HandedFile
from findling.extraction.file_reading import FileBytes, open_plain
from findling.paths import find_outermost
from zips import pack


@pytest.fixture
def house(tmp_path: Path) -> Path:
    inner = pack({f"{number}/page.txt": f"page {number}" for number in range(9)})
    path = tmp_path / "Re: the house.eml"
    path.write_bytes(mail("House", {"Lease.txt": "The rent is due.", "papers.zip": inner}))
    return path


@pytest.fixture
def beats() -> list[None]:
    return []


@pytest.fixture
def nest(beats: list[None]) -> FileNest:
    return FileNest(lambda: beats.append(None))


@contextmanager
def handed(path: Path, inner: str = "") -> Iterator[HandedFile]:
    """Hand a file over as the parent does: opened, with the path of what is meant in it."""
    descriptor = open_plain(path)
    try:
        yield HandedFile(descriptor, path.name, tuple(inner.split("/")) if inner else ())
    finally:
        os.close(descriptor)


def read(nest: FileNest, path: Path, inner: str = "") -> FileBytes:
    with handed(path, inner) as file:
        return nest.open(file)


def test_a_path_is_split_where_a_file_of_the_disk_ends(house):
    assert find_outermost(house) == (house, ())
    assert find_outermost(house / "papers.zip/1/page.txt") == (house, ("papers.zip", "1", "page.txt"))
    for path in (house.parent, house.parent / "none.eml", house.parent / "none.eml/Lease.txt"):
        assert find_outermost(path) == (path, ())


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links (not on this system)")
def test_a_link_is_no_file_that_holds_others(house):
    link = house.with_name("link.eml")
    link.symlink_to(house)
    assert find_outermost(link / "Lease.txt") == (link / "Lease.txt", ())


def test_each_file_around_is_opened_once_for_all_that_is_in_it(nest, beats, house):
    assert read(nest, house, "papers.zip/0/page.txt").data == b"page 0"
    opened = len(beats)
    assert [read(nest, house, f"papers.zip/{number}/page.txt").data for number in range(9)] == [
        f"page {number}".encode() for number in range(9)
    ]
    assert read(nest, house, "Lease.txt").data == b"The rent is due."
    assert len(beats) == opened
    assert nest.count_kept() == house.stat().st_size
    read(nest, house, "papers.zip")
    nest.release()
    assert not nest.has_opened
    read(nest, house, "papers.zip/1/page.txt")
    assert nest.count_kept() == house.stat().st_size
    read(nest, house)
    assert nest.count_kept() == 0


def test_what_is_listed_is_what_is_opened(nest, house):
    read(nest, house)
    listed = nest.list_opened().files
    assert [file.name for file in listed] == ["Lease.txt", "papers.zip"]
    assert [read(nest, house, file.name).stat for file in listed] == [file.stat for file in listed]
    assert [file.name for file in nest.list_opened().files] == [f"{number}/page.txt" for number in range(9)]


def test_a_file_that_changed_is_read_again(nest, house):
    read(nest, house, "Lease.txt")
    house.write_bytes(mail("House", {"Lease.txt": "The rent was paid twice."}))
    assert read(nest, house, "Lease.txt").data == b"The rent was paid twice."
    with pytest.raises(ExtractionError) as refusal:
        read(nest, house, "papers.zip/1/page.txt")
    assert refusal.value.reason is Reason.VANISHED


def test_of_two_files_each_is_read_for_what_is_in_it(nest, house):
    other = house.with_name("other.eml")
    other.write_bytes(mail("Other", {"Lease.txt": "Another lease."}))
    texts = [read(nest, path, "Lease.txt").data for path in (house, other, house)]
    assert texts == [b"The rent is due.", b"Another lease.", b"The rent is due."]


@pytest.mark.parametrize("name", ["Other.txt", "Lease.txt/deeper", "papers.zip/1", "papers.zip/1/page.txt/x", "../x"])
def test_what_is_not_there_is_gone(nest, house, name):
    with pytest.raises(ExtractionError) as refusal:
        read(nest, house, name)
    assert refusal.value.reason is Reason.VANISHED
