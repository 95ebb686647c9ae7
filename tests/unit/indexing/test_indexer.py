"""Runs of the indexer from files to a library."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import psutil
import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Mode
from findling.errors import FindlingError, UsageError
from findling.indexing.indexer import Indexer
from workspace import INDEXED, Workspace

HARBOUR = "The harbour was quiet when the fishing boats came home with their nets full of herring."
BREAD = "Knead the dough for ten minutes, let it rise overnight and bake the bread in a hot oven."
NO_DOCUMENT = b"fLaC" + bytes(range(256)) * 8
UNREADABLE = b"%PDF-1.7\n" + b"this is no page at all\n" * 50


def _touch(workspace: Workspace) -> None:
    os.utime(workspace.folder / "a.txt", ns=(1, 1))


def _move(workspace: Workspace) -> None:
    (workspace.folder / "deep").mkdir()
    (workspace.folder / "a.txt").rename(workspace.folder / "deep" / "b.txt")


def _copy(workspace: Workspace) -> None:
    shutil.copy(workspace.folder / "a.txt", workspace.folder / "b.txt")


def _rewrite(workspace: Workspace) -> None:
    (workspace.folder / "a.txt").unlink()
    workspace.write("a.txt", HARBOUR)


def _nothing(workspace: Workspace) -> None:
    pass


@pytest.mark.parametrize("change", [_nothing, _touch, _move, _copy, _rewrite])
def test_content_that_is_known_is_never_embedded_again(workspace: Workspace, change):
    workspace.write("a.txt", HARBOUR)
    assert workspace.index().chunks == 1
    change(workspace)
    assert workspace.index().chunks == 0
    assert set(workspace.files().values()) == {INDEXED}
    names = {path.name for path in workspace.folder.rglob("*.txt")}
    assert {report.rsplit("/")[-1] for report in workspace.files()} == names
    assert set(workspace.search("boats with herring")) <= names
    assert len(workspace.search("boats with herring")) == 1


def _age(workspace: Workspace, change: str = "") -> list[tuple[object, ...]]:
    """Make a library as a reader before this one left it, and return its vectors."""
    connection = sqlite3.connect(workspace.paths.database, isolation_level=None)
    for table in ("documents", "files"):
        connection.execute(f"UPDATE {table} SET extractor = 'before'")
    connection.execute("UPDATE documents SET unread = 'unknown', characters = x'', objects = x''")
    if change:
        connection.execute(change)
    connection.close()
    return _vectors(workspace)


def _vectors(workspace: Workspace) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(workspace.paths.database)
    found = connection.execute("SELECT first_passage, document_id, matrix FROM vectors").fetchall()
    connection.close()
    return found


def test_what_an_earlier_reader_read_is_read_again_and_keeps_its_vectors_if_it_says_the_same(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.write("b.txt", BREAD)
    workspace.index()
    before = _age(workspace)
    assert workspace.index().chunks == 0
    assert _vectors(workspace) == before
    with workspace.reading() as library:
        copies = [copy for files in library.found_duplicates().copies.values() for copy in files]
    assert [copy.wholeness.unread for copy in copies] == [(), ()]
    assert workspace.index().unchanged == 2


def test_what_an_earlier_reader_read_otherwise_is_embedded_again(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.index()
    _age(workspace, "UPDATE documents SET title = 'Another'")
    assert workspace.index().chunks == 1
    assert workspace.search("boats with herring") == ["a.txt"]


def test_twins_of_one_run_are_embedded_once_and_both_found(workspace: Workspace):
    for name in ("a.txt", "b.txt", "c/d.txt"):
        workspace.write(name, HARBOUR)
    summary = workspace.index()
    assert (summary.indexed, summary.chunks) == (3, 1)
    with workspace.reading() as library:
        (result,) = library.search("fishing boats").results
    assert len({result.path, *result.copies}) == 3


def test_unreadable_twins_each_get_the_reason_and_the_run_ends(workspace: Workspace):
    for number in range(12):
        workspace.write(f"{number}.pdf", UNREADABLE)
    assert workspace.index().failed == 12
    assert set(workspace.files().values()) == {(FileStatus.FAILED, Reason.DAMAGED)}


def test_a_renamed_file_is_found_by_its_new_name_and_not_by_its_old_one(workspace: Workspace):
    path = workspace.write("orchard plan.txt", HARBOUR)
    workspace.index()
    path.rename(path.with_name("vineyard plan.txt"))
    summary = workspace.index()
    assert (summary.unchanged, summary.indexed, summary.removed) == (1, 0, 0)
    assert workspace.search("vineyard", Mode.WORDS) == ["vineyard plan.txt"]
    assert workspace.search("orchard", Mode.WORDS) == []


def test_a_file_that_became_like_another_does_not_keep_its_old_text(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.write("b.txt", BREAD)
    workspace.index()
    workspace.write("b.txt", HARBOUR)
    assert workspace.index().chunks == 0
    assert "b.txt" not in workspace.search("knead the dough", Mode.WORDS)


def test_the_summary_tells_every_file(workspace: Workspace):
    workspace.write("good.txt", HARBOUR)
    workspace.write("empty.txt", "")
    workspace.write("song.bin", NO_DOCUMENT)
    workspace.write("broken.pdf", UNREADABLE)
    first = workspace.index()
    assert (first.found, first.indexed, first.skipped, first.failed) == (4, 1, 2, 1)
    second = workspace.index()
    assert (second.found, second.unchanged, second.skipped, second.failed, second.chunks) == (4, 1, 2, 1, 0)
    (workspace.folder / "good.txt").unlink()
    third = workspace.index()
    assert (third.found, third.removed) == (3, 1)


def test_a_file_that_gets_better_is_indexed_and_one_that_gets_worse_is_not_found(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.write("b.txt", "")
    workspace.index()
    workspace.write("a.txt", "")
    workspace.write("b.txt", BREAD)
    workspace.index()
    assert workspace.files() == {"a.txt": (FileStatus.SKIPPED, Reason.EMPTY), "b.txt": INDEXED}
    assert workspace.search("fishing boats herring", Mode.WORDS) == []
    assert workspace.search("knead the dough")[0] == "b.txt"


def test_a_changed_file_is_found_by_what_it_says_now(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.index()
    workspace.write("a.txt", BREAD)
    assert workspace.index().chunks == 1
    assert workspace.search("herring", Mode.WORDS) == []
    assert workspace.search("dough", Mode.WORDS) == ["a.txt"]


def test_a_folder_inside_one_of_the_library_is_covered_by_it(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    inside = workspace.write("deep/b.txt", BREAD).parent
    workspace.index()
    workspace.write("deep/c.txt", "Another note about the oven and its temperature.")
    workspace.write("d.txt", "Not looked at, since only the folder inside is.")
    summary = workspace.index(inside)
    assert (summary.indexed, summary.unchanged) == (1, 2)
    with workspace.reading() as library:
        assert [folder.path for folder in library.folders()] == [workspace.folder]
    assert set(workspace.files()) == {"a.txt", "deep/b.txt", "deep/c.txt"}


def test_a_folder_above_takes_over_files_and_rules(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    inside = workspace.write("deep/b.txt", BREAD).parent
    workspace.write("deep/draft.txt", "a draft")
    with workspace.writing() as indexer:
        indexer.add(inside, ("draft*",))
    assert workspace.index(inside).indexed == 1
    summary = workspace.index(workspace.folder)
    assert (summary.indexed, summary.unchanged, summary.chunks) == (1, 1, 1)
    with workspace.reading() as library:
        assert [folder.path for folder in library.folders()] == [workspace.folder]
    assert set(workspace.files()) == {"a.txt", "deep/b.txt"}


def test_a_library_inside_an_indexed_folder_does_not_index_itself(tmp_path: Path):
    workspace = Workspace.at(tmp_path)
    workspace.write("a.txt", HARBOUR)
    summary = workspace.index(tmp_path)
    assert (summary.found, summary.indexed) == (1, 1)
    assert workspace.index(tmp_path).found == 1


def test_a_library_inside_an_indexed_folder_does_not_index_itself_through_a_link(tmp_path: Path):
    workspace = Workspace.at(tmp_path / "real")
    workspace.write("a.txt", HARBOUR)
    (workspace.paths.data).mkdir()
    workspace.paths.settings.write_text("threads = 1\n")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert workspace.index(tmp_path / "link").found == 1


def test_a_file_that_may_not_be_is_no_folder(workspace: Workspace):
    path = workspace.write("a.txt", HARBOUR)
    for wrong in (path, workspace.folder / "missing"):
        with workspace.writing() as indexer, pytest.raises(FindlingError, match=str(wrong)):
            indexer.add(wrong)


def test_a_missing_folder_loses_nothing_and_says_so(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.index()
    workspace.folder.rename(workspace.folder.with_name("unplugged"))
    with workspace.writing() as indexer, pytest.raises(FindlingError, match="cannot be read"):
        indexer.index([], report=lambda _: None, should_stop=lambda: False)
    assert workspace.search("fishing boats") == ["a.txt"]


def test_a_missing_folder_does_not_keep_the_others_from_being_read(workspace: Workspace):
    for name in ("here", "away"):
        workspace.write(f"{name}/a.txt", f"{HARBOUR} {name}")
    workspace.index(workspace.folder / "here", workspace.folder / "away")
    (workspace.folder / "away").rename(workspace.folder / "unplugged")
    workspace.write("here/b.txt", BREAD)
    with workspace.writing() as indexer:
        summary = indexer.index([], report=lambda _: None, should_stop=lambda: False)
    assert summary.indexed == 1
    assert [str(workspace.folder / "away") in str(note) for note in summary.notes] == [True]
    assert len(workspace.search("fishing boats")) >= 2


def _stored_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_removed_folder_is_gone_from_every_answer_and_from_the_disk(workspace: Workspace):
    kept, gone = workspace.folder / "kept", workspace.folder / "gone"
    workspace.write("kept/a.txt", BREAD)
    workspace.write("gone/b.txt", f"{HARBOUR} Zymurgist was the password.")
    workspace.index(kept, gone)
    with workspace.reading() as library:
        assert library.search("zymurgist").results[0].path.name == "b.txt"
        with workspace.writing() as indexer:
            assert indexer.remove(gone) == 1
        for mode in Mode:
            assert [result.path.name for result in library.search("zymurgist herring", mode=mode).results] in (
                ["a.txt"],
                [],
            )
        assert [report.path.name for report in library.files()] == ["a.txt"]
    stored = _stored_bytes(workspace.paths.data)
    assert b"Zymurgist" not in stored
    assert b"zymurgist" not in stored


def test_a_deleted_file_is_gone_from_every_answer_and_from_the_disk(workspace: Workspace):
    workspace.write("a.txt", BREAD)
    path = workspace.write("b.txt", f"{HARBOUR} Zymurgist was the password.")
    workspace.index()
    path.unlink()
    assert workspace.index().removed == 1
    for mode in Mode:
        assert "b.txt" not in workspace.search("zymurgist herring", mode)
    assert b"zymurgist" not in _stored_bytes(workspace.paths.data).lower()


def test_a_folder_that_is_not_in_the_library_cannot_be_removed(workspace: Workspace):
    with workspace.writing() as indexer, pytest.raises(UsageError, match="not in the library"):
        indexer.remove(workspace.folder)


def test_names_that_are_no_text_are_searchable_all_the_same(workspace: Workspace):
    try:
        path = workspace.write(os.fsdecode(b"caf\xe9 \xff\xfe.txt"), HARBOUR)
    except OSError:
        pytest.skip("this file system takes names only that are text")
    assert workspace.index().indexed == 1
    assert workspace.index().unchanged == 1
    with workspace.reading() as library:
        (result,) = library.search("fishing boats").results
        assert result.path == path
        assert [found.path for found in library.search("caf").results] == [path]


def test_progress_adds_up_at_every_moment(workspace: Workspace):
    workspace.write("a.txt", HARBOUR)
    workspace.write("b.txt", "")
    reported = []
    with workspace.writing() as indexer:
        indexer.index([workspace.folder], report=reported.append, should_stop=lambda: False)
    assert reported
    for progress in reported:
        if progress.doing != "scanning":
            parts = progress.indexed + progress.unchanged + progress.skipped + progress.failed + progress.pending
            assert progress.found == parts


def test_all_runs_of_one_writer_read_with_one_child_which_ends_with_the_writer(workspace: Workspace):
    def children() -> set[int]:
        return {child.pid for child in psutil.Process().children()}

    before, seen = children(), []
    indexer = Indexer.open(workspace.paths, workspace.settings)
    for name in ("a.txt", "b.txt"):
        workspace.write(name, f"{name}: {HARBOUR}")
        indexer.index([workspace.folder], report=lambda _: None, should_stop=lambda: False)
        seen.append(children() - before)
    indexer.close()
    assert len(seen[0]) == 1
    assert seen[0] == seen[1]
    assert seen[0].isdisjoint(children())
