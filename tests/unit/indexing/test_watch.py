"""Real folders under a real watch: all changes are reported."""

from __future__ import annotations

import errno
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.search import Mode
from findling.indexing import session, watch
from findling.indexing.watch import Watcher, WatchIntervals, count_watches, follow, is_remote
from findling.messages.library_templates import LibraryMessage
from waiting import wait_until
from workspace import Workspace

_INTERVALS = WatchIntervals(quiet=0.1, check=0.2, poll=0.3)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "documents"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "a.txt").write_text("a")
    return folder


def _is_excluded(path, _is_folder):
    return "own" in path.parts


@pytest.fixture
def watcher(folder):
    watcher = Watcher([folder], is_excluded=_is_excluded, intervals=_INTERVALS)
    assert watcher.changes(0).folders == (folder,)
    yield watcher
    watcher.close()


def _collect(watcher, wanted):
    """Collect reported paths until all that are wanted are among them."""
    collected = set()

    def has_come() -> bool:
        batch = watcher.changes(0.1)
        collected.update(batch.paths, batch.folders)
        return wanted <= collected

    wait_until(has_come, lambda: f"only {collected} was reported")
    return collected


def test_a_watch_is_live(watcher):
    assert watcher.live


@pytest.mark.parametrize(
    "action",
    [
        lambda file: file.write_text("new words"),
        lambda file: file.unlink(),
        lambda file: file.rename(file.with_name("b.txt")),
        lambda file: (file.with_name("a.tmp").write_text("saved"), file.with_name("a.tmp").replace(file)),
        lambda file: file.rename(file.parents[2] / "elsewhere.txt"),
    ],
    ids=["modified", "deleted", "renamed", "saved atomically", "moved out"],
)
def test_what_happens_to_a_file_is_reported(watcher, folder, action):
    file = folder / "old" / "a.txt"
    action(file)
    _collect(watcher, {file})


def test_a_new_file_is_reported_where_it_is(watcher, folder):
    (folder / "old" / "b.txt").write_text("b")
    assert _collect(watcher, {folder / "old" / "b.txt"}) == {folder / "old" / "b.txt"}


def test_a_renamed_folder_is_scanned_and_stays_under_watch(watcher, folder):
    (folder / "old").rename(folder / "new")
    assert folder not in _collect(watcher, {folder / "old", folder / "new"})
    (folder / "new" / "c.txt").write_text("c")
    _collect(watcher, {folder / "new" / "c.txt"})


def test_of_a_burst_only_what_changed_is_looked_at(watcher, folder):
    files = {folder / "old" / f"{number}.txt" for number in range(2_000)}
    for file in files:
        file.write_text("x")
    assert _collect(watcher, files) == files


def test_what_is_excluded_is_not_reported(watcher, folder):
    (folder / "own").mkdir()
    (folder / "own" / "library.db").write_text("x")
    (folder / "z.txt").write_text("z")
    assert _collect(watcher, {folder / "z.txt"}) == {folder / "z.txt"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets a watch for each folder")
def test_what_is_excluded_takes_no_watch_be_it_there_before_or_made_later(folder):
    for name in ("own/deep/deeper", "mine/deep"):
        (folder / name).mkdir(parents=True)
    # Other watches of this process may stand.
    before = count_watches()
    watcher = Watcher([folder], is_excluded=_is_excluded, intervals=_INTERVALS)
    watcher.changes(0)
    assert count_watches() - before == len({folder, folder / "old", folder / "mine", folder / "mine" / "deep"})
    assert watcher.live
    for name in ("new/own/deep", "own/late", "last"):
        (folder / name).mkdir(parents=True)
    _collect(watcher, {folder / "last"})
    wait_until(lambda: count_watches() - before == 6, lambda: f"{count_watches()} watches, {before} before")
    (folder / "own").rename(folder / "let in")
    _collect(watcher, {folder / "let in"})
    (folder / "let in" / "deep" / "b.txt").write_text("b")
    _collect(watcher, {folder / "let in" / "deep" / "b.txt"})
    watcher.close()


def test_a_folder_that_is_replaced_is_scanned_and_watched_again(watcher, folder):
    folder.rename(folder.with_name("gone"))
    shutil.copytree(folder.with_name("gone"), folder)
    _collect(watcher, {folder})
    written: set[Path] = set()

    def is_scanned() -> bool:
        new = folder / "old" / f"{len(written)}.txt"
        new.write_text("d")
        written.add(new)
        return not written.isdisjoint(watcher.changes(0.3).paths)

    wait_until(is_scanned)


def test_a_folder_that_is_not_there_is_waited_for(tmp_path):
    watcher = Watcher([tmp_path / "later"], intervals=_INTERVALS)
    assert watcher.changes(0).folders == (tmp_path / "later",)
    (tmp_path / "later").mkdir()
    _collect(watcher, {tmp_path / "later"})
    watcher.close()


def test_a_folder_that_goes_away_is_reported_once(folder, tmp_path):
    others = [tmp_path / name for name in ("second", "third")]
    for other in others:
        other.mkdir()
    watcher = Watcher([folder, *others], intervals=_INTERVALS)
    watcher.changes(0)
    for gone in (folder, *others):
        gone.rename(gone.with_name(f"no {gone.name}"))
        # The looks that find the next one gone find the first one gone as well.
        assert _collect(watcher, {gone}) == {gone}
    folder.with_name(f"no {folder.name}").rename(folder)
    _collect(watcher, {folder})
    watcher.close()


def test_too_few_watches_are_noticed_and_made_up_for_by_scans(folder, monkeypatch):
    monkeypatch.setattr(watch, "count_watches", lambda: 1)
    watcher = Watcher([folder], intervals=_INTERVALS)
    assert not watcher.live
    for _ in range(2):
        _collect(watcher, {folder})
    watcher.close()


def test_a_system_that_lets_nothing_be_watched_is_made_up_for_by_scans_until_it_does(folder, monkeypatch):
    def refuse(_):
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    with monkeypatch.context() as patch:
        patch.setattr(watch, "make_observer", refuse)
        watcher = Watcher([folder], intervals=replace(_INTERVALS, poll=1.5))
        begun, scans = time.monotonic(), 0
        assert watcher.refused == {folder}
        while scans < 3:
            scans += len(watcher.changes(0.1).folders)
        # The first is due at once; none comes sooner than its time.
        assert time.monotonic() - begun > 2 * 1.4
    _collect(watcher, {folder})
    assert (watcher.live, watcher.refused) == (True, frozenset())
    (folder / "new.txt").write_text("new")
    _collect(watcher, {folder / "new.txt"})
    watcher.close()


def test_who_follows_what_cannot_be_watched_indexes_it_and_says_so(tmp_path, monkeypatch):
    def refuse(_):
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr(watch, "make_observer", refuse)
    workspace = Workspace.at(tmp_path / "workspace")
    workspace.write("a.txt", "the rent is due")
    workspace.index()
    workspace.write("b.txt", "the rent is paid")
    reported = []
    with workspace.writing() as indexer:
        indexer.follow(lambda _: None, lambda: bool(reported) and len(workspace.files()) == 2, reported.append)
    assert [[note.message for note in notes] for notes in reported] == [[LibraryMessage.UNWATCHED]]


def test_following_hands_files_and_directories_on(watcher, folder):
    looked = set()
    (folder / "old" / "e.txt").write_text("e")
    (folder / "made").mkdir()
    follow(watcher, lambda batch: looked.update(batch.paths), lambda: len(looked) == 2)
    assert looked == {folder / "old" / "e.txt", folder / "made"}


def test_what_changed_under_watch_is_found_by_its_words(tmp_path):
    workspace = Workspace.at(tmp_path / "workspace")
    kept, changed, gone = (workspace.write(f"{name}.txt", f"the {name} rent") for name in ("old", "other", "last"))
    workspace.index()
    reported = []

    def is_done() -> bool:
        if len(reported) == 1:
            changed.write_text("the harvest is late")
            gone.unlink()
            workspace.write("deep/new.txt", "the orchard was sold")
            reported.append("changed")
        found = [set(workspace.search(words, Mode.WORDS)) for words in ("harvest orchard", "rent")]
        return found == [{changed.name, "new.txt"}, {kept.name}]

    with workspace.writing() as indexer:
        indexer.follow(lambda _: None, is_done, reported.append)
    assert set(workspace.files()) == {"old.txt", "other.txt", "deep/new.txt"}


def test_what_changes_after_a_rest_is_found_as_before(tmp_path, monkeypatch):
    monkeypatch.setattr(session, "_REST_SECONDS", 0.0)
    workspace = Workspace.at(tmp_path / "workspace")
    workspace.write("old.txt", "the rent is due")
    workspace.index()
    written = []

    def is_done() -> bool:
        if len(written) < 3 and len(workspace.files()) == 1 + len(written):
            written.append(workspace.write(f"{len(written)}.txt", f"the orchard number {len(written)} was sold"))
        return len(workspace.search("orchard", Mode.WORDS)) == 3

    with workspace.writing() as indexer:
        indexer.follow(lambda _: None, is_done)
    assert len(workspace.files()) == 4


def test_a_folder_that_was_emptied_under_watch_is_taken_for_a_disk_that_is_away(tmp_path):
    workspace = Workspace.at(tmp_path / "workspace")
    paths = [workspace.write(f"{number}.txt", f"the rent number {number} is due") for number in range(3)]
    workspace.index()
    reported = []

    def is_done() -> bool:
        if reported:
            for path in paths:
                path.unlink(missing_ok=True)
        return bool(reported and reported[-1])

    with workspace.writing() as indexer:
        indexer.follow(lambda _: None, is_done, reported.append)
    assert [note.message for note in reported[-1]] == [LibraryMessage.FOLDER_EMPTY]
    assert len(workspace.files()) == 3


def test_a_local_folder_is_not_remote(tmp_path):
    assert not is_remote(tmp_path)
    assert not is_remote(Path("/"))


def test_a_disk_that_comes_or_goes_below_a_folder_is_noticed(folder, tmp_path):
    stick = folder / "old"
    watcher = Watcher([folder], mounts_of=lambda _: [stick], intervals=_INTERVALS)
    try:
        watcher.changes(0)
        # A folder in the place of another is told from it as a disk is, and the events of both say nothing of the rest.
        stick.rename(tmp_path / "aside")
        _collect(watcher, {folder})
        (tmp_path / "aside").rename(stick)
        _collect(watcher, {folder})
    finally:
        watcher.close()
