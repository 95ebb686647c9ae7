"""A run of the indexer from files to a library: what is embedded, what is counted, and what is forgotten."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desk import INDEXED, Desk
from findling.errors import FindlingError, UsageError
from findling.types import FileStatus, Mode, Reason

HARBOUR = "The harbour was quiet when the fishing boats came home with their nets full of herring."
BREAD = "Knead the dough for ten minutes, let it rise overnight and bake the bread in a hot oven."
NO_IMAGE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
UNREADABLE = b"%PDF-1.7\n" + b"this is no page at all\n" * 50


def _touch(desk: Desk) -> None:
    os.utime(desk.folder / "a.txt", ns=(1, 1))


def _move(desk: Desk) -> None:
    (desk.folder / "deep").mkdir()
    (desk.folder / "a.txt").rename(desk.folder / "deep" / "b.txt")


def _copy(desk: Desk) -> None:
    shutil.copy(desk.folder / "a.txt", desk.folder / "b.txt")


def _rewrite(desk: Desk) -> None:
    (desk.folder / "a.txt").unlink()
    desk.write("a.txt", HARBOUR)


def _nothing(desk: Desk) -> None:
    pass


@pytest.mark.parametrize("change", [_nothing, _touch, _move, _copy, _rewrite])
def test_content_that_is_known_is_never_embedded_again(desk: Desk, change):
    desk.write("a.txt", HARBOUR)
    assert desk.index().chunks == 1
    change(desk)
    assert desk.index().chunks == 0
    assert set(desk.files().values()) == {INDEXED}
    names = {path.name for path in desk.folder.rglob("*.txt")}
    assert {report.rsplit("/")[-1] for report in desk.files()} == names
    assert set(desk.search("boats with herring")) <= names
    assert len(desk.search("boats with herring")) == 1


def test_twins_of_one_run_are_embedded_once_and_both_found(desk: Desk):
    for name in ("a.txt", "b.txt", "c/d.txt"):
        desk.write(name, HARBOUR)
    summary = desk.index()
    assert (summary.indexed, summary.chunks) == (3, 1)
    with desk.reading() as library:
        (result,) = library.search("fishing boats").results
    assert len({result.path, *result.copies}) == 3


def test_unreadable_twins_each_get_the_reason_and_the_run_ends(desk: Desk):
    for number in range(12):
        desk.write(f"{number}.pdf", UNREADABLE)
    assert desk.index().failed == 12
    assert set(desk.files().values()) == {(FileStatus.FAILED, Reason.DAMAGED)}


def test_a_file_that_became_like_another_does_not_keep_its_old_text(desk: Desk):
    desk.write("a.txt", HARBOUR)
    desk.write("b.txt", BREAD)
    desk.index()
    desk.write("b.txt", HARBOUR)
    assert desk.index().chunks == 0
    assert "b.txt" not in desk.search("knead the dough", Mode.WORDS)


def test_the_summary_tells_every_file(desk: Desk):
    desk.write("good.txt", HARBOUR)
    desk.write("empty.txt", "")
    desk.write("picture.png", NO_IMAGE)
    desk.write("broken.pdf", UNREADABLE)
    first = desk.index()
    assert (first.found, first.indexed, first.skipped, first.failed) == (4, 1, 2, 1)
    second = desk.index()
    assert (second.found, second.unchanged, second.skipped, second.failed, second.chunks) == (4, 1, 2, 1, 0)
    (desk.folder / "good.txt").unlink()
    third = desk.index()
    assert (third.found, third.removed) == (3, 1)


def test_a_file_that_gets_better_is_indexed_and_one_that_gets_worse_is_not_found(desk: Desk):
    desk.write("a.txt", HARBOUR)
    desk.write("b.txt", "")
    desk.index()
    desk.write("a.txt", "")
    desk.write("b.txt", BREAD)
    desk.index()
    assert desk.files() == {"a.txt": (FileStatus.SKIPPED, Reason.EMPTY), "b.txt": INDEXED}
    assert desk.search("fishing boats herring", Mode.WORDS) == []
    assert desk.search("knead the dough")[0] == "b.txt"


def test_a_changed_file_is_found_by_what_it_says_now(desk: Desk):
    desk.write("a.txt", HARBOUR)
    desk.index()
    desk.write("a.txt", BREAD)
    assert desk.index().chunks == 1
    assert desk.search("herring", Mode.WORDS) == []
    assert desk.search("dough", Mode.WORDS) == ["a.txt"]


def test_a_folder_inside_one_of_the_library_is_covered_by_it(desk: Desk):
    desk.write("a.txt", HARBOUR)
    inside = desk.write("deep/b.txt", BREAD).parent
    desk.index()
    desk.write("deep/c.txt", "Another note about the oven and its temperature.")
    desk.write("d.txt", "Not looked at, since only the folder inside is.")
    summary = desk.index(inside)
    assert (summary.indexed, summary.unchanged) == (1, 2)
    with desk.reading() as library:
        assert [folder.path for folder in library.folders()] == [desk.folder]
    assert set(desk.files()) == {"a.txt", "deep/b.txt", "deep/c.txt"}


def test_a_folder_above_takes_over_files_and_rules(desk: Desk):
    desk.write("a.txt", HARBOUR)
    inside = desk.write("deep/b.txt", BREAD).parent
    desk.write("deep/draft.txt", "a draft")
    with desk.writing() as indexer:
        indexer.add(inside, ("draft*",))
    assert desk.index(inside).indexed == 1
    summary = desk.index(desk.folder)
    assert (summary.indexed, summary.unchanged, summary.chunks) == (1, 1, 1)
    with desk.reading() as library:
        assert [folder.path for folder in library.folders()] == [desk.folder]
    assert set(desk.files()) == {"a.txt", "deep/b.txt"}


def test_a_library_inside_an_indexed_folder_does_not_index_itself(tmp_path: Path):
    desk = Desk.at(tmp_path)
    desk.write("a.txt", HARBOUR)
    summary = desk.index(tmp_path)
    assert (summary.found, summary.indexed) == (1, 1)
    assert desk.index(tmp_path).found == 1


def test_a_library_inside_an_indexed_folder_does_not_index_itself_through_a_link(tmp_path: Path):
    desk = Desk.at(tmp_path / "real")
    desk.write("a.txt", HARBOUR)
    (desk.paths.data).mkdir()
    desk.paths.settings.write_text("threads = 1\n")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert desk.index(tmp_path / "link").found == 1


def test_a_file_that_may_not_be_is_no_folder(desk: Desk):
    path = desk.write("a.txt", HARBOUR)
    for wrong in (path, desk.folder / "missing"):
        with desk.writing() as indexer, pytest.raises(FindlingError, match=str(wrong)):
            indexer.add(wrong)


def test_a_missing_folder_loses_nothing_and_says_so(desk: Desk):
    desk.write("a.txt", HARBOUR)
    desk.index()
    desk.folder.rename(desk.folder.with_name("unplugged"))
    with desk.writing() as indexer, pytest.raises(FindlingError, match="cannot be read"):
        indexer.index([], report=lambda _: None, should_stop=lambda: False)
    assert desk.search("fishing boats") == ["a.txt"]


def test_a_missing_folder_does_not_keep_the_others_from_being_read(desk: Desk):
    for name in ("here", "away"):
        desk.write(f"{name}/a.txt", f"{HARBOUR} {name}")
    desk.index(desk.folder / "here", desk.folder / "away")
    (desk.folder / "away").rename(desk.folder / "unplugged")
    desk.write("here/b.txt", BREAD)
    with desk.writing() as indexer:
        summary = indexer.index([], report=lambda _: None, should_stop=lambda: False)
    assert summary.indexed == 1
    assert [str(desk.folder / "away") in str(note) for note in summary.notes] == [True]
    assert len(desk.search("fishing boats")) >= 2


def _stored_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_removed_folder_is_gone_from_every_answer_and_from_the_disk(desk: Desk):
    kept, gone = desk.folder / "kept", desk.folder / "gone"
    desk.write("kept/a.txt", BREAD)
    desk.write("gone/b.txt", f"{HARBOUR} Zymurgist was the password.")
    desk.index(kept, gone)
    with desk.reading() as library:
        assert library.search("zymurgist").results[0].path.name == "b.txt"
        with desk.writing() as indexer:
            assert indexer.remove(gone) == 1
        for mode in Mode:
            assert [result.path.name for result in library.search("zymurgist herring", mode=mode).results] in (
                ["a.txt"],
                [],
            )
        assert [report.path.name for report in library.files()] == ["a.txt"]
    stored = _stored_bytes(desk.paths.data)
    assert b"Zymurgist" not in stored
    assert b"zymurgist" not in stored


def test_a_deleted_file_is_gone_from_every_answer_and_from_the_disk(desk: Desk):
    desk.write("a.txt", BREAD)
    path = desk.write("b.txt", f"{HARBOUR} Zymurgist was the password.")
    desk.index()
    path.unlink()
    assert desk.index().removed == 1
    for mode in Mode:
        assert "b.txt" not in desk.search("zymurgist herring", mode)
    assert b"zymurgist" not in _stored_bytes(desk.paths.data).lower()


def test_a_folder_that_is_not_in_the_library_cannot_be_removed(desk: Desk):
    with desk.writing() as indexer, pytest.raises(UsageError, match="not in the library"):
        indexer.remove(desk.folder)


def test_names_that_are_no_text_are_searchable_all_the_same(desk: Desk):
    try:
        path = desk.write(os.fsdecode(b"caf\xe9 \xff\xfe.txt"), HARBOUR)
    except OSError:
        pytest.skip("this file system takes names only that are text")
    assert desk.index().indexed == 1
    assert desk.index().unchanged == 1
    with desk.reading() as library:
        (result,) = library.search("fishing boats").results
        assert result.path == path
        assert [found.path for found in library.search("caf").results] == [path]


def test_progress_adds_up_at_every_moment(desk: Desk):
    desk.write("a.txt", HARBOUR)
    desk.write("b.txt", "")
    told = []
    with desk.writing() as indexer:
        indexer.index([desk.folder], report=told.append, should_stop=lambda: False)
    assert told
    for progress in told:
        if progress.doing != "scanning":
            parts = progress.indexed + progress.unchanged + progress.skipped + progress.failed + progress.pending
            assert progress.found == parts
