"""What a scan makes of a folder: which files are pending, which are forgotten, and when nothing is."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.domain.files import FileStatus, Reason
from findling.errors import FindlingError
from findling.extraction.parsing import STAMP
from findling.indexing.scan import Scanner
from findling.storage.database import Database
from smalllibrary import add_document


class Shelf:
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

    def look(self, path: Path):
        return Scanner(self.database, (self.own,)).look(self.folder, path)

    def settle(self) -> None:
        """Do the pipeline's part: every pending file becomes searchable."""
        with self.database.transaction():
            for row in self.database.files.next_pending(1000):
                document = add_document(self.database, os.fsencode(row.path))
                self.database.files.set_indexed(row.id, document, row.stat, STAMP)

    def set_unread(self, path: Path, reason: Reason) -> None:
        row = self.database.files.find(path)
        assert row is not None
        with self.database.transaction():
            self.database.files.set_unread(row.id, FileStatus.FAILED, reason, None, row.stat, STAMP)

    def known(self) -> dict[str, str]:
        return {
            os.path.relpath(report.path, self.root): str(report.status)
            for report in self.database.files.report(None, None)
        }

    def pending(self) -> set[str]:
        return {name for name, status in self.known().items() if status == "pending"}


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.database.close()


def test_new_files_are_pending_wherever_they_lie(shelf: Shelf):
    for name in ("a.txt", "b/c/d.txt", "b/e.txt"):
        shelf.write(name)
    tally = shelf.scan()
    assert (tally.found, tally.unchanged, tally.removed) == (3, 0, 0)
    assert shelf.pending() == {"a.txt", "b/c/d.txt", "b/e.txt"}


def test_what_did_not_change_is_not_read_again(shelf: Shelf):
    shelf.write("a.txt")
    shelf.scan()
    shelf.settle()
    tally = shelf.scan()
    assert (tally.found, tally.unchanged, tally.removed) == (1, 1, 0)
    assert shelf.pending() == set()


def _grow(path: Path) -> None:
    path.write_text("another text, and longer")


def _touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def _replace(path: Path) -> None:
    """Another file of the same size and time in its place, as an editor saves."""
    before = path.stat()
    aside = path.with_suffix(".aside")
    aside.write_text("tixt")
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(path)


@pytest.mark.parametrize("change", [_grow, _touch, _replace])
def test_a_change_of_size_time_or_inode_makes_a_file_pending(shelf: Shelf, change):
    path = shelf.write("a.txt")
    shelf.write("b.txt")
    shelf.scan()
    shelf.settle()
    change(path)
    assert shelf.scan().unchanged == 1
    assert shelf.pending() == {"a.txt"}


def test_a_deleted_file_is_forgotten_and_its_neighbours_are_not(shelf: Shelf):
    gone = shelf.write("a.txt")
    shelf.write("b.txt")
    shelf.scan()
    gone.unlink()
    assert shelf.scan().removed == 1
    assert shelf.known() == {"b.txt": "pending"}


@pytest.mark.parametrize("target", ["new.txt", "else/where.txt"])
def test_a_moved_file_is_known_at_its_new_place_only(shelf: Shelf, target):
    path = shelf.write("a.txt")
    shelf.write("else/keep.txt")
    shelf.scan()
    path.rename(shelf.root / target)
    assert shelf.scan().removed == 1
    assert set(shelf.known()) == {target, "else/keep.txt"}


def test_a_copy_is_a_file_of_its_own(shelf: Shelf):
    path = shelf.write("a.txt")
    shelf.scan()
    shelf.settle()
    shutil.copy2(path, shelf.root / "b.txt")
    shelf.scan()
    assert shelf.known() == {"a.txt": "indexed", "b.txt": "pending"}


def test_a_renamed_directory_takes_its_files_along(shelf: Shelf):
    for name in ("old/a.txt", "old/deep/b.txt", "older/c.txt"):
        shelf.write(name)
    shelf.scan()
    (shelf.root / "old").rename(shelf.root / "new")
    assert shelf.scan().removed == 2
    assert set(shelf.known()) == {"new/a.txt", "new/deep/b.txt", "older/c.txt"}


def test_a_deleted_directory_is_forgotten_with_all_below_it(shelf: Shelf):
    for name in ("a/b/c.txt", "a/d.txt", "a.txt", "ab/e.txt"):
        shelf.write(name)
    shelf.scan()
    shutil.rmtree(shelf.root / "a")
    assert shelf.scan().removed == 2
    assert set(shelf.known()) == {"a.txt", "ab/e.txt"}


def test_a_file_where_a_directory_was_and_the_other_way_round(shelf: Shelf):
    shelf.write("a/b.txt")
    shelf.write("c")
    shelf.scan()
    shutil.rmtree(shelf.root / "a")
    (shelf.root / "c").unlink()
    shelf.write("a")
    shelf.write("c/d.txt")
    shelf.scan()
    assert set(shelf.known()) == {"a", "c/d.txt"}


def test_what_is_left_out_is_never_noted_and_forgotten_once_it_is_left_out(shelf: Shelf):
    for name in ("a.txt", ".hidden/b.txt", "node_modules/c.js", "~$d.docx", "drafts/e.txt"):
        shelf.write(name)
    shelf.scan()
    assert set(shelf.known()) == {"a.txt", "drafts/e.txt"}
    assert shelf.scan(patterns=("drafts/",)).removed == 1
    assert set(shelf.known()) == {"a.txt"}


def test_a_part_is_scanned_without_forgetting_the_rest(shelf: Shelf):
    for name in ("a/b.txt", "c/d.txt"):
        shelf.write(name)
    shelf.scan()
    for part in ("a", "c"):
        shutil.rmtree(shelf.root / part)
    (shelf.root / "a").mkdir()
    assert shelf.scan(shelf.root / "a").removed == 1
    assert set(shelf.known()) == {"c/d.txt"}


def test_a_missing_folder_keeps_all_and_says_so(shelf: Shelf):
    shelf.write("a.txt")
    shelf.scan()
    shelf.root.rename(shelf.root.with_name("unplugged"))
    with pytest.raises(FindlingError, match=str(shelf.root)):
        shelf.scan()
    assert set(shelf.known()) == {"a.txt"}


def test_a_suddenly_empty_folder_keeps_all_and_says_so(shelf: Shelf):
    path = shelf.write("a.txt")
    shelf.scan()
    path.unlink()
    with pytest.raises(FindlingError, match="empty, but 1 files"):
        shelf.scan()
    assert set(shelf.known()) == {"a.txt"}


def test_an_empty_folder_of_which_nothing_is_known_is_just_empty(shelf: Shelf):
    assert shelf.scan().found == 0


def test_links_are_not_followed(shelf: Shelf, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    shelf.write("a.txt")
    (shelf.root / "to_file").symlink_to(outside / "secret.txt")
    (shelf.root / "to_folder").symlink_to(outside)
    (shelf.root / "to_itself").symlink_to(shelf.root)
    (shelf.root / "to_nothing").symlink_to("nowhere")
    shelf.scan()
    assert set(shelf.known()) == {"a.txt"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this system's folders")
def test_pipes_are_passed_over(shelf: Shelf):
    shelf.write("a.txt")
    os.mkfifo(shelf.root / "pipe.txt")
    assert shelf.scan().found == 1


def test_names_that_are_no_text_are_kept_byte_for_byte(shelf: Shelf):
    name = b"caf\xe9 \xff\xfe.txt"
    directory = os.fsencode(shelf.root) + b"/\xff\xfe"
    try:
        Path(os.fsdecode(directory)).mkdir()
        Path(os.fsdecode(directory + b"/" + name)).write_text("text")
    except OSError:
        pytest.skip("this file system takes names only that are text")
    shelf.scan()
    (row,) = shelf.database.files.next_pending(10)
    assert os.fsencode(row.path) == directory + b"/" + name
    assert row.path.read_text() == "text"
    shelf.settle()
    assert shelf.scan().unchanged == 1


def test_the_librarys_own_folder_is_passed_over(shelf: Shelf):
    shelf.write("a.txt")
    shelf.write("library/findling.log")
    shelf.write("other/library/kept.txt")
    shelf.scan()
    assert set(shelf.known()) == {"a.txt", "other/library/kept.txt"}


@pytest.mark.parametrize(
    ("reason", "retry", "again"),
    [
        (Reason.DAMAGED, False, False),
        (Reason.DAMAGED, True, True),
        (Reason.INTERRUPTED, False, False),
        (Reason.INTERRUPTED, True, True),
        (Reason.IN_USE, False, True),
        (Reason.OFFLINE, False, True),
    ],
)
def test_what_could_not_be_read_is_tried_again_if_its_reason_may_have_passed(shelf: Shelf, reason, retry, again):
    path = shelf.write("a.txt")
    shelf.scan()
    shelf.set_unread(path, reason)
    shelf.scan(retry=retry)
    assert (shelf.pending() == {"a.txt"}) is again


def test_a_stopped_scan_forgets_nothing(shelf: Shelf):
    for name in ("a/b.txt", "c/d.txt"):
        shelf.write(name)
    shelf.scan()
    shutil.rmtree(shelf.root / "a")
    asked = iter([False])
    Scanner(shelf.database, ()).scan(shelf.folder, should_stop=lambda: next(asked, True))
    assert set(shelf.known()) == {"a/b.txt", "c/d.txt"}


def test_one_path_is_looked_at_by_itself(shelf: Shelf):
    path, other = shelf.write("a.txt"), shelf.write("b/c.txt")
    shelf.look(path)
    assert set(shelf.known()) == {"a.txt"}
    shelf.look(other.parent)
    assert set(shelf.known()) == {"a.txt", "b/c.txt"}
    shutil.rmtree(other.parent)
    assert shelf.look(other.parent).removed == 1
    shelf.look(shelf.write(".hidden/d.txt"))
    assert set(shelf.known()) == {"a.txt"}


@pytest.fixture
def locked(shelf: Shelf) -> Iterator[Path]:
    """A directory with a known file, which this process may not look into, though it may be root."""
    inside = shelf.write("locked/deep/a.txt").parent.parent
    shelf.write("locked/d.txt")
    shelf.write("b.txt")
    shelf.scan()
    shelf.settle()
    allowed = inside.stat().st_mode
    yield inside
    inside.chmod(stat.S_IMODE(allowed))


@pytest.mark.parametrize("mode", [0o000, 0o400])
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="needs a user who may not read everything (do not run it as root)",
)
def test_an_unreadable_directory_keeps_its_files(shelf: Shelf, locked: Path, mode):
    for directory in (locked / "deep", locked):
        directory.chmod(mode)
    (shelf.root / "b.txt").unlink()
    shelf.write("c.txt")
    try:
        shelf.scan()
        assert shelf.known() == {"locked/deep/a.txt": "indexed", "locked/d.txt": "indexed", "c.txt": "pending"}
    finally:
        locked.chmod(0o700)
        (locked / "deep").chmod(0o700)
