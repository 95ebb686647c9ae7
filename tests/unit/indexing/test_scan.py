"""Scans of a folder: which files become pending, and which are forgotten."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.domain.files import FileStatus, Reason
from findling.errors import FindlingError
from findling.extraction.parsing import READER_STAMP
from findling.indexing.scan import Scanner
from findling.storage.database import Database
from smalllibrary import add_document


class ScannedLibrary:
    """A folder, the database that knows it, and a scanner between them."""

    def __init__(self, place: Path, exclude: tuple[str, ...] = ()) -> None:
        self.root = place / "files"
        self.root.mkdir()
        self.own = place / "files" / "library"
        self.database = Database.open_for_writing(place / "library.db")
        with self.database.transaction():
            self.folder = self.database.folders.add(self.root, exclude)

    def write(self, name: str, text: str = "text") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def scan(self, below: Path | None = None, *, retry: bool = False, patterns: tuple[str, ...] = ()):
        return Scanner(self.database, (self.own,), patterns).scan(self.folder, below, retry=retry)

    def scan_paths(self, *paths: Path):
        return Scanner(self.database, (self.own,)).scan_paths(self.folder, paths)

    def settle(self) -> None:
        """Make every pending file searchable, in place of the pipeline."""
        with self.database.transaction():
            for row in self.database.files.next_pending(1000):
                document = add_document(self.database, os.fsencode(row.path))
                self.database.files.set_indexed(row.id, document, row.stat, READER_STAMP)

    def set_unread(self, path: Path, reason: Reason, hours: float = 0) -> None:
        row = self.database.files.find(path)
        assert row is not None
        tried = time.time_ns() - int(hours * 3600 * 10**9)
        with self.database.transaction():
            self.database.files.set_unread(row.id, FileStatus.FAILED, reason, None, row.stat, READER_STAMP, tried)

    def known(self) -> dict[str, str]:
        return {
            os.path.relpath(report.path, self.root): str(report.status)
            for report in self.database.files.report(None, None)
        }

    def pending(self) -> set[str]:
        return {name for name, status in self.known().items() if status == "pending"}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[ScannedLibrary]:
    made = ScannedLibrary(tmp_path)
    yield made
    made.database.close()


def test_new_files_are_pending_wherever_they_lie(library: ScannedLibrary):
    for name in ("a.txt", "b/c/d.txt", "b/e.txt"):
        library.write(name)
    stats = library.scan()
    assert (stats.found, stats.unchanged, stats.removed) == (3, 0, 0)
    assert library.pending() == {"a.txt", "b/c/d.txt", "b/e.txt"}


def test_what_did_not_change_is_not_read_again(library: ScannedLibrary):
    library.write("a.txt")
    library.scan()
    library.settle()
    stats = library.scan()
    assert (stats.found, stats.unchanged, stats.removed) == (1, 1, 0)
    assert library.pending() == set()


def _grow(path: Path) -> None:
    path.write_text("another text, and longer")


def _touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def _replace(path: Path) -> None:
    """Replace a file by another of the same size and time, as an editor saves."""
    before = path.stat()
    aside = path.with_suffix(".aside")
    aside.write_text("tixt")
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(path)


def _rewrite(path: Path) -> None:
    """Write other text of the same length into a file and set its time back, as some programs do."""
    before = path.stat()
    # The system's clock may not have gone on yet.
    while path.stat().st_ctime_ns == before.st_ctime_ns:
        path.write_text("tixt")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


@pytest.mark.parametrize("change", [_grow, _touch, _replace, _rewrite])
def test_a_change_of_size_time_inode_or_content_makes_a_file_pending(library: ScannedLibrary, change):
    path = library.write("a.txt")
    library.write("b.txt")
    library.scan()
    library.settle()
    change(path)
    assert library.scan().unchanged == 1
    assert library.pending() == {"a.txt"}


def test_of_a_file_from_before_the_time_of_its_change_is_noted_and_it_is_not_read_again(library: ScannedLibrary):
    path = library.write("a.txt")
    library.scan()
    library.settle()
    row = library.database.files.find(path)
    library.database.files.note_changed(row.id, 0)
    assert library.scan().unchanged == 1
    assert library.database.files.find(path).stat.changed_ns == path.stat().st_ctime_ns
    _rewrite(path)
    library.scan()
    assert library.pending() == {"a.txt"}


def test_a_deleted_file_is_forgotten_and_its_neighbours_are_not(library: ScannedLibrary):
    gone = library.write("a.txt")
    library.write("b.txt")
    library.scan()
    gone.unlink()
    assert library.scan().removed == 1
    assert library.known() == {"b.txt": "pending"}


@pytest.mark.parametrize("target", ["new.txt", "else/where.txt"])
def test_a_moved_file_is_known_at_its_new_place_only(library: ScannedLibrary, target):
    path = library.write("a.txt")
    library.write("else/keep.txt")
    library.scan()
    path.rename(library.root / target)
    assert library.scan().removed == 1
    assert set(library.known()) == {target, "else/keep.txt"}


def test_a_copy_is_a_file_of_its_own(library: ScannedLibrary):
    path = library.write("a.txt")
    library.scan()
    library.settle()
    shutil.copy2(path, library.root / "b.txt")
    library.scan()
    assert library.known() == {"a.txt": "indexed", "b.txt": "pending"}


def test_a_renamed_directory_takes_its_files_along(library: ScannedLibrary):
    for name in ("old/a.txt", "old/deep/b.txt", "older/c.txt"):
        library.write(name)
    library.scan()
    (library.root / "old").rename(library.root / "new")
    assert library.scan().removed == 2
    assert set(library.known()) == {"new/a.txt", "new/deep/b.txt", "older/c.txt"}


def test_a_deleted_directory_is_forgotten_with_all_below_it(library: ScannedLibrary):
    for name in ("a/b/c.txt", "a/d.txt", "a.txt", "ab/e.txt"):
        library.write(name)
    library.scan()
    shutil.rmtree(library.root / "a")
    assert library.scan().removed == 2
    assert set(library.known()) == {"a.txt", "ab/e.txt"}


def test_a_file_where_a_directory_was_and_the_other_way_round(library: ScannedLibrary):
    library.write("a/b.txt")
    library.write("c")
    library.scan()
    shutil.rmtree(library.root / "a")
    (library.root / "c").unlink()
    library.write("a")
    library.write("c/d.txt")
    library.scan()
    assert set(library.known()) == {"a", "c/d.txt"}


def test_what_is_left_out_is_never_noted_and_forgotten_once_it_is_left_out(library: ScannedLibrary):
    for name in ("a.txt", ".hidden/b.txt", "node_modules/c.js", "~$d.docx", "drafts/e.txt"):
        library.write(name)
    library.scan()
    assert set(library.known()) == {"a.txt", "drafts/e.txt"}
    assert library.scan(patterns=("drafts/",)).removed == 1
    assert set(library.known()) == {"a.txt"}


def test_a_part_is_scanned_without_forgetting_the_rest(library: ScannedLibrary):
    for name in ("a/b.txt", "c/d.txt"):
        library.write(name)
    library.scan()
    for part in ("a", "c"):
        shutil.rmtree(library.root / part)
    (library.root / "a").mkdir()
    assert library.scan(library.root / "a").removed == 1
    assert set(library.known()) == {"c/d.txt"}


def test_a_missing_folder_keeps_all_and_says_so(library: ScannedLibrary):
    library.write("a.txt")
    library.scan()
    library.root.rename(library.root.with_name("unplugged"))
    with pytest.raises(FindlingError, match=str(library.root)):
        library.scan()
    assert set(library.known()) == {"a.txt"}


def test_a_suddenly_empty_folder_keeps_all_and_says_so(library: ScannedLibrary):
    path = library.write("a.txt")
    library.scan()
    path.unlink()
    with pytest.raises(FindlingError, match="empty, but 1 files"):
        library.scan()
    assert set(library.known()) == {"a.txt"}


def test_an_empty_folder_of_which_nothing_is_known_is_just_empty(library: ScannedLibrary):
    assert library.scan().found == 0


def test_links_are_not_followed(library: ScannedLibrary, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    library.write("a.txt")
    (library.root / "to_file").symlink_to(outside / "secret.txt")
    (library.root / "to_folder").symlink_to(outside)
    (library.root / "to_itself").symlink_to(library.root)
    (library.root / "to_nothing").symlink_to("nowhere")
    library.scan()
    assert set(library.known()) == {"a.txt"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this system's folders")
def test_pipes_are_passed_over(library: ScannedLibrary):
    library.write("a.txt")
    os.mkfifo(library.root / "pipe.txt")
    assert library.scan().found == 1


def test_names_that_are_no_text_are_kept_byte_for_byte(library: ScannedLibrary):
    name = b"caf\xe9 \xff\xfe.txt"
    directory = os.fsencode(library.root) + b"/\xff\xfe"
    try:
        Path(os.fsdecode(directory)).mkdir()
        Path(os.fsdecode(directory + b"/" + name)).write_text("text")
    except OSError:
        pytest.skip("this file system takes names only that are text")
    library.scan()
    (row,) = library.database.files.next_pending(10)
    assert os.fsencode(row.path) == directory + b"/" + name
    assert row.path.read_text() == "text"
    library.settle()
    assert library.scan().unchanged == 1


def test_the_librarys_own_folder_is_passed_over(library: ScannedLibrary):
    library.write("a.txt")
    library.write("library/findling.log")
    library.write("other/library/kept.txt")
    library.scan()
    assert set(library.known()) == {"a.txt", "other/library/kept.txt"}


@pytest.mark.parametrize(
    ("reason", "hours", "retry", "again"),
    [
        (Reason.DAMAGED, 1, False, False),
        (Reason.DAMAGED, 1000, False, False),
        (Reason.DAMAGED, 1, True, True),
        (Reason.INTERRUPTED, 23, False, False),
        (Reason.INTERRUPTED, 23, True, True),
        (Reason.INTERRUPTED, 25, False, True),
        (Reason.CRASHED, 23, False, False),
        (Reason.CRASHED, 25, False, True),
        (Reason.TOOK_TOO_LONG, 25, False, True),
        (Reason.TOO_MUCH_MEMORY, 25, False, True),
        (Reason.CRASHED, -25, False, True),
        (Reason.IN_USE, 0, False, True),
        (Reason.OFFLINE, 0, False, True),
        (Reason.STOPPED, 0, False, True),
    ],
)
def test_an_unread_file_is_tried_again_if_its_reason_may_have_passed(
    library: ScannedLibrary, reason, hours, retry, again
):
    path = library.write("a.txt")
    library.scan()
    library.set_unread(path, reason, hours)
    library.scan(retry=retry)
    assert (library.pending() == {"a.txt"}) is again


def test_a_stopped_scan_forgets_nothing(library: ScannedLibrary):
    for name in ("a/b.txt", "c/d.txt"):
        library.write(name)
    library.scan()
    shutil.rmtree(library.root / "a")
    asked = iter([False])
    Scanner(library.database, ()).scan(library.folder, should_stop=lambda: next(asked, True))
    assert set(library.known()) == {"a/b.txt", "c/d.txt"}


def test_one_path_is_looked_at_by_itself(library: ScannedLibrary):
    path, other = library.write("a.txt"), library.write("b/c.txt")
    library.scan_paths(path)
    assert set(library.known()) == {"a.txt"}
    library.scan_paths(other.parent)
    assert set(library.known()) == {"a.txt", "b/c.txt"}
    shutil.rmtree(other.parent)
    assert library.scan_paths(other.parent).removed == 1
    library.scan_paths(library.write(".hidden/d.txt"))
    assert set(library.known()) == {"a.txt"}


def _move_file(library: ScannedLibrary, source: str, target: str) -> list[Path]:
    paths = [library.root / source, library.root / target]
    paths[1].parent.mkdir(exist_ok=True)
    paths[0].rename(paths[1])
    return paths


@pytest.mark.parametrize("is_watched", [False, True])
@pytest.mark.parametrize(
    ("source", "target", "moved"),
    [
        ("m/a.txt", "m/b.txt", {"m/b.txt", "m/c.txt"}),
        ("m/a.txt", "a/a.txt", {"a/a.txt", "m/c.txt"}),
        ("m/a.txt", "z/b.txt", {"z/b.txt", "m/c.txt"}),
        ("m", "a", {"a/a.txt", "a/c.txt"}),
        ("m", "z", {"z/a.txt", "z/c.txt"}),
    ],
)
def test_what_was_moved_is_known_where_it_is_now_and_not_read_again(
    library: ScannedLibrary, source, target, moved, is_watched
):
    for name in ("m/a.txt", "m/c.txt"):
        library.write(name, name)
    library.scan()
    library.settle()
    documents = set(library.database.documents.all_ids())
    paths = _move_file(library, source, target)
    stats = library.scan_paths(*paths) if is_watched else library.scan()
    assert library.known() == dict.fromkeys(moved, "indexed")
    assert stats.removed == 0
    with library.database.transaction():
        assert library.database.totals.left_over(10) == []
    assert set(library.database.documents.all_ids()) == documents
    assert library.scan().unchanged == 2


def test_what_was_moved_and_changed_is_read_again(library: ScannedLibrary):
    library.write("a.txt")
    library.scan()
    library.settle()
    for source, target in (("a.txt", "a.md"), ("a.md", "b.md")):
        library.scan_paths(*_move_file(library, source, target))
        assert library.known() == {target: "pending"}
    library.settle()
    paths = _move_file(library, "b.md", "c.md")
    paths[1].write_text("another text")
    library.scan_paths(*paths)
    assert library.known() == {"c.md": "pending"}


def test_what_was_not_read_is_tried_where_it_is_now(library: ScannedLibrary):
    path = library.write("a.txt")
    library.scan()
    library.set_unread(path, Reason.DAMAGED)
    library.scan_paths(*_move_file(library, "a.txt", "b.txt"))
    assert library.known() == {"b.txt": "pending"}


def test_another_name_of_a_file_that_stays_is_another_file(library: ScannedLibrary):
    path = library.write("a.txt")
    library.scan()
    library.settle()
    (library.root / "b.txt").hardlink_to(path)
    library.scan()
    # The system counts a file's names among what was changed of it last.
    assert library.known() == {"a.txt": "pending", "b.txt": "pending"}


def test_files_that_change_places_are_both_known(library: ScannedLibrary):
    for name in "ab":
        library.write(f"{name}.txt", name * 9)
    library.scan()
    library.settle()
    for source, target in (("a.txt", "c.txt"), ("b.txt", "a.txt"), ("c.txt", "b.txt")):
        _move_file(library, source, target)
    library.scan()
    assert set(library.known()) == {"a.txt", "b.txt"}


def test_a_thousand_paths_are_looked_at_whatever_became_of_them(library: ScannedLibrary):
    paths = [library.write(f"{number % 7}/{number}.txt") for number in range(1_200)]
    library.scan()
    library.settle()
    library.settle()
    for path in paths[:600]:
        path.unlink()
    for path in paths[600:700]:
        path.write_text("another text")
    new = [library.write(f"new/{number}.txt") for number in range(50)]
    stats = library.scan_paths(*paths, *new)
    assert (stats.found, stats.unchanged, stats.removed) == (650, 500, 600)
    assert len(library.pending()) == 150


@pytest.mark.parametrize("is_first_file", [False, True])
def test_a_file_in_the_place_of_a_directory_and_the_other_way_round(library: ScannedLibrary, is_first_file):
    path = library.root / "name"
    library.write("name" if is_first_file else "name/a.txt")
    library.scan()
    path.unlink() if is_first_file else shutil.rmtree(path)
    library.write("name/a.txt" if is_first_file else "name")
    library.scan_paths(path)
    assert set(library.known()) == {"name/a.txt" if is_first_file else "name"}


@pytest.fixture
def locked(library: ScannedLibrary) -> Iterator[Path]:
    """A directory with a known file, unreadable even for root."""
    inside = library.write("locked/deep/a.txt").parent.parent
    library.write("locked/d.txt")
    library.write("b.txt")
    library.scan()
    library.settle()
    allowed = inside.stat().st_mode
    yield inside
    inside.chmod(stat.S_IMODE(allowed))


@pytest.mark.parametrize("mode", [0o000, 0o400])
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="needs a user who may not read everything (do not run it as root)",
)
def test_an_unreadable_directory_keeps_its_files(library: ScannedLibrary, locked: Path, mode):
    for directory in (locked / "deep", locked):
        directory.chmod(mode)
    (library.root / "b.txt").unlink()
    library.write("c.txt")
    try:
        library.scan()
        shut = "locked/deep" if mode else "locked"
        kept = {"locked/deep/a.txt": "indexed", "locked/d.txt": "indexed", "c.txt": "pending"}
        assert library.known() == {**kept, shut: "failed"}
    finally:
        locked.chmod(0o700)
        (locked / "deep").chmod(0o700)
