"""Files inside files are opened under `OUTER/NAME`, and what is around them is read once for all of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from containers import mail
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.file_nest import FileNest
from findling.extraction.file_reading import allow
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
    return FileNest(allow, lambda: beats.append(None))


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
    papers = house / "papers.zip"
    assert nest.open(papers / "0/page.txt").data == b"page 0"
    opened = len(beats)
    assert [nest.open(papers / f"{number}/page.txt").data for number in range(9)] == [
        f"page {number}".encode() for number in range(9)
    ]
    assert nest.open(house / "Lease.txt").data == b"The rent is due."
    assert len(beats) == opened
    assert nest.count_kept(house / "Lease.txt") == house.stat().st_size
    nest.open(papers)
    nest.release()
    assert nest.count_kept(papers) == house.stat().st_size
    nest.open(house)
    nest.release()
    assert nest.count_kept(papers) == 0


def test_what_is_listed_is_what_is_opened(nest, house):
    nest.open(house)
    listed = nest.list_opened(house).files
    assert [file.name for file in listed] == ["Lease.txt", "papers.zip"]
    assert [nest.open(house / file.name).stat for file in listed] == [file.stat for file in listed]


def test_a_file_that_changed_is_read_again(nest, house):
    nest.open(house / "Lease.txt")
    house.write_bytes(mail("House", {"Lease.txt": "The rent was paid twice."}))
    assert nest.open(house / "Lease.txt").data == b"The rent was paid twice."
    with pytest.raises(ExtractionError) as refusal:
        nest.open(house / "papers.zip/1/page.txt")
    assert refusal.value.reason is Reason.VANISHED


@pytest.mark.parametrize("name", ["Other.txt", "Lease.txt/deeper", "papers.zip/1", "papers.zip/1/page.txt/x", "../x"])
def test_what_is_not_there_is_gone(nest, house, name):
    with pytest.raises(ExtractionError) as refusal:
        nest.open(house / name)
    assert refusal.value.reason is Reason.VANISHED
