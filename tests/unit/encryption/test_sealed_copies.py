"""Copies of what lies in memory are encrypted, only of what changed, and come back as a whole or not at all."""

from __future__ import annotations

import re
import secrets
import shutil
from pathlib import Path

import pytest

from findling.encryption.sealed_copies import SealedCopies, delete_copies

KEY = bytes(range(32))
PASSING = re.compile(r".*\.part")
CONTENT = {
    "words/documents/one.term": b"boiler",
    "words/meta.json": b"{}",
    "vectors/1/a.hnsw": bytes(3_000_000),
    "stamp": b"s",
}


@pytest.fixture
def source(tmp_path) -> Path:
    source = tmp_path / "memory"
    fill(source, CONTENT)
    return source


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "copies"


def fill(source: Path, content: dict[str, bytes]) -> None:
    for name, data in content.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)


def make(source: Path, folder: Path, key: bytes = KEY) -> SealedCopies:
    return SealedCopies(source, folder, key, ("words", "vectors", "stamp"), PASSING)


def read(source: Path) -> dict[str, bytes]:
    return {each.relative_to(source).as_posix(): each.read_bytes() for each in source.rglob("*") if each.is_file()}


def lose(source: Path) -> None:
    shutil.rmtree(source)
    source.mkdir()


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {"list"}


def test_all_of_it_comes_back_and_none_of_it_is_on_the_disk(source, folder):
    fill(source, {"thumbnails/1.png": b"not chosen", "words/half.part": b"in passing"})
    assert make(source, folder).store()
    assert all(b"boiler" not in each.read_bytes() and b"words" not in each.read_bytes() for each in folder.iterdir())
    assert all(each.stat().st_mode & 0o077 == 0 for each in (folder, *folder.iterdir()))
    lose(source)
    assert make(source, folder).restore()
    assert read(source) == CONTENT
    assert all(each.stat().st_mode & 0o077 == 0 for each in source.rglob("*") if each.is_file())


def test_only_what_changed_is_copied_again_also_after_it_came_back(source, folder):
    copies = make(source, folder)
    copies.store()
    before = names(folder)
    fill(source, {"words/meta.json": b'{"later": 1}', "words/two.term": b"fence"})
    (source / "words/documents/one.term").unlink()
    assert copies.store()
    assert len(names(folder) & before) == 2
    assert len(names(folder)) == 4
    lose(source)
    copies.restore()
    before = names(folder)
    assert copies.store()
    assert names(folder) == before


def test_where_nothing_was_copied_nothing_comes_back(source, folder):
    lose(source)
    assert not make(source, folder).restore()
    assert make(source, folder).store()
    assert not folder.exists()


def damage(folder: Path) -> None:
    copy = max((each for each in folder.iterdir() if each.name != "list"), key=lambda each: each.stat().st_size)
    written = bytearray(copy.read_bytes())
    written[len(written) // 2] ^= 1
    copy.write_bytes(written)


def swap(folder: Path) -> None:
    first, second, *_ = sorted(each for each in folder.iterdir() if each.name != "list")
    content = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(content)


def cut(folder: Path) -> None:
    for each in folder.iterdir():
        if each.name != "list":
            each.write_bytes(each.read_bytes()[:-1])


def take_one(folder: Path) -> None:
    next(each for each in folder.iterdir() if each.name != "list").unlink()


@pytest.mark.parametrize("harm", [damage, swap, cut, take_one])
def test_copies_that_were_changed_bring_nothing_back_and_are_deleted(source, folder, harm):
    copies = make(source, folder)
    copies.store()
    harm(folder)
    lose(source)
    assert not copies.restore()
    assert read(source) == {}
    assert not folder.exists()


def test_those_of_another_key_bring_nothing_back_and_are_replaced(source, folder):
    make(source, folder, secrets.token_bytes(32)).store()
    foreign = names(folder)
    assert not make(source, folder).restore()
    assert make(source, folder).store()
    assert not names(folder) & foreign


@pytest.mark.parametrize("interrupt", ["stop", "change"])
def test_cut_short_the_copies_stay_as_they_were(source, folder, interrupt):
    copies = make(source, folder)
    copies.store()
    before = names(folder)
    fill(source, {"words/a.term": b"one", "words/b.term": b"two"})
    asked = []

    def should_stop() -> bool:
        asked.append(None)
        if interrupt == "change":
            (source / f"words/c{len(asked)}.term").write_bytes(b"merged")
        return interrupt == "stop" and len(asked) > 1

    assert not copies.store(should_stop)
    assert names(folder) == before
    lose(source)
    assert copies.restore()
    assert read(source) == CONTENT


def test_what_lies_beside_the_copies_stays(source, folder):
    make(source, folder).store()
    (folder / "my notes.txt").write_text("mine")
    delete_copies(folder)
    assert [each.name for each in folder.iterdir()] == ["my notes.txt"]
