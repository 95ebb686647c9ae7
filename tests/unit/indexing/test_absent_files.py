"""Files that vanish with their disk, or with most of their folder, are kept; deleted ones are not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.domain.files import Absence, FileStatus, Reason, Stat
from findling.errors import FolderOfflineError
from findling.extraction.parsing import READER_STAMP
from findling.indexing.absent_files import MANY
from findling.indexing.scan import Scanner
from findling.storage.database import Database
from findling.storage.file_filter import Filter
from smalllibrary import add_document

SYSTEM, STICK, OTHER = 1, 2, 3


class Disks:
    """A folder of the library, and the disks on which it and the folders in it seem to lie."""

    def __init__(self, place: Path) -> None:
        self.root = place / "files"
        self.root.mkdir()
        self.aside = place / "aside"
        self.aside.mkdir()
        self.database = Database.open_for_writing(place / "library.db")
        with self.database.transaction():
            self.folder = self.database.folders.add(self.root)
        self.mounted = {self.root: SYSTEM}

    def device_of(self, path: Path) -> int | None:
        if not path.is_dir():
            return None
        return next(self.mounted[each] for each in (path, *path.parents) if each in self.mounted)

    def write(self, *names: str) -> None:
        for name in names:
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)

    def unmount(self, directory: Path) -> None:
        """Take a disk away, whose place stays as an empty folder."""
        directory.rename(self.aside / directory.name)
        directory.mkdir()
        if directory != self.root:
            del self.mounted[directory]
        else:
            self.mounted[directory] = OTHER

    def mount(self, directory: Path, device: int) -> None:
        """Bring a disk back, in the place of whatever lies there."""
        shutil.rmtree(directory)
        (self.aside / directory.name).rename(directory)
        self.mounted[directory] = device

    def scan(self) -> int:
        """Scan, and make every pending file searchable; return how many files were removed."""
        removed = Scanner(self.database, (), device_of=self.device_of).scan(self.folder).removed
        self.read()
        return removed

    def scan_paths(self, *paths: Path) -> int:
        return Scanner(self.database, (), device_of=self.device_of).scan_paths(self.folder, paths).removed

    def read(self) -> list[str]:
        with self.database.transaction():
            waiting = self.database.files.next_pending(1000)
            for row in waiting:
                document = add_document(self.database, os.fsencode(row.path))
                self.database.files.set_indexed(row.id, document, row.stat, READER_STAMP)
        return [row.path.name for row in waiting]

    def known(self) -> dict[str, Absence | None]:
        """Return what is known, and why it is kept though it is not there."""
        reports = self.database.files.report(None, None)
        return {os.path.relpath(report.path, self.root): report.absence for report in reports}

    def let_pass(self, hours: int) -> None:
        """Set back when files were missed, as if so many hours had passed."""
        with self.database.transaction():
            for row in self.database.files.absent_below(self.root):
                self.database.files.set_absent([row.id], row.absence, row.missed_ns - hours * 3600 * 10**9)


@pytest.fixture
def disks(tmp_path: Path) -> Iterator[Disks]:
    made = Disks(tmp_path)
    yield made
    made.database.close()


def papers(count: int, folder: str = "") -> list[str]:
    return [f"{folder}paper {number:02}.txt" for number in range(count)]


@pytest.mark.parametrize("count", [1, 15])
@pytest.mark.parametrize("stray", [(), ("stick/stray.txt",)])
@pytest.mark.parametrize("device", [STICK, OTHER])
def test_what_lay_on_a_disk_below_the_folder_is_kept_and_comes_back_unread(disks: Disks, count, stray, device):
    stick = disks.root / "stick"
    disks.write("note.txt", *papers(count, "stick/"))
    disks.mounted[stick] = STICK
    disks.scan()
    disks.unmount(stick)
    disks.write(*stray)

    assert disks.scan() == 0
    away = dict.fromkeys(papers(count, "stick/"), Absence.DISK)
    assert disks.known() == away | dict.fromkeys(("note.txt", *stray))
    disks.let_pass(24 * 365)
    assert disks.scan() == 0

    disks.mount(stick, device)
    assert Scanner(disks.database, (), device_of=disks.device_of).scan(disks.folder).removed == len(stray)
    assert disks.read() == []
    assert disks.known() == dict.fromkeys(("note.txt", *papers(count, "stick/")))


def test_what_was_deleted_while_its_disk_was_away_goes_once_it_is_back(disks: Disks):
    stick = disks.root / "stick"
    disks.write("note.txt", *papers(15, "stick/"))
    disks.mounted[stick] = STICK
    disks.scan()
    disks.unmount(stick)
    disks.scan()
    (disks.aside / "stick" / "paper 00.txt").unlink()
    # The system numbers it anew.
    disks.mount(stick, OTHER)
    assert disks.scan() == 1
    assert disks.known() == dict.fromkeys(("note.txt", *papers(15, "stick/")[1:]))


def test_a_few_files_deleted_from_a_disk_that_is_numbered_anew_are_gone(disks: Disks):
    disks.write(*papers(15))
    disks.scan()
    disks.mounted[disks.root] = OTHER
    (disks.root / "paper 00.txt").unlink()
    assert disks.scan() == 1
    (disks.root / "paper 01.txt").unlink()
    assert disks.scan() == 1
    assert disks.known() == dict.fromkeys(papers(15)[2:])


@pytest.mark.parametrize("stray", ["stray.txt", "paper 00.txt", ".Trash-1000/x"])
def test_the_folders_own_disk_may_be_away_and_something_lie_in_its_place(disks: Disks, stray):
    disks.write(*papers(15))
    disks.scan()
    disks.unmount(disks.root)
    disks.write(stray)
    assert disks.scan() == 0
    assert sum(absence is Absence.DISK for absence in disks.known().values()) >= 14
    disks.mount(disks.root, SYSTEM)
    disks.scan()
    assert disks.known() == dict.fromkeys(papers(15))


def test_another_disk_over_a_folder_hides_its_files_and_they_come_back(disks: Disks):
    disks.write(*papers(40), *papers(3, "pictures/"))
    disks.scan()
    (disks.root / "pictures").rename(disks.aside / "pictures")
    disks.write("pictures/film.txt")
    disks.mounted[disks.root / "pictures"] = STICK
    assert disks.scan() == 0
    assert [name for name, absence in disks.known().items() if absence] == papers(3, "pictures/")
    del disks.mounted[disks.root / "pictures"]
    shutil.rmtree(disks.root / "pictures")
    (disks.aside / "pictures").rename(disks.root / "pictures")
    disks.scan()
    assert {name for name, absence in disks.known().items() if not absence} >= {*papers(40), *papers(3, "pictures/")}


def test_half_of_a_folder_that_goes_at_once_is_kept_for_a_day(disks: Disks):
    disks.write(*papers(30))
    disks.scan()
    for name in papers(20):
        (disks.root / name).unlink()
    assert disks.scan() == 0
    assert sum(absence is Absence.MANY for absence in disks.known().values()) == 20
    disks.let_pass(23)
    assert disks.scan() == 0
    disks.let_pass(2)
    assert disks.scan() == 20
    assert disks.known() == dict.fromkeys(papers(30)[20:])


def test_what_comes_back_within_the_day_is_not_read_again(disks: Disks):
    disks.write(*papers(20, "sub/"), "note.txt")
    disks.scan()
    (disks.root / "sub").rename(disks.aside / "sub")
    disks.write(".Trash-1000/x")
    assert disks.scan() == 0
    assert disks.known() == dict.fromkeys(papers(20, "sub/"), Absence.MANY) | {"note.txt": None}
    (disks.aside / "sub").rename(disks.root / "sub")
    Scanner(disks.database, (), device_of=disks.device_of).scan(disks.folder)
    assert disks.read() == []
    assert disks.known() == dict.fromkeys((*papers(20, "sub/"), "note.txt"))


@pytest.mark.parametrize(("before", "after"), [(30, 15), (2 * MANY - 1, MANY), (MANY + 1, 2), (3, 1)])
def test_the_half_or_less_or_a_few_are_deleted(disks: Disks, before, after):
    disks.write(*papers(before))
    disks.scan()
    for name in papers(before)[after:]:
        (disks.root / name).unlink()
    assert disks.scan() == before - after
    assert disks.known() == dict.fromkeys(papers(after))


def test_what_the_system_tells_is_deleted_however_much_it_is(disks: Disks):
    disks.write(*papers(30, "sub/"), "note.txt")
    disks.scan()
    shutil.rmtree(disks.root / "sub")
    assert disks.scan_paths(disks.root / "sub") == 30
    assert disks.known() == {"note.txt": None}


def test_what_is_left_out_by_a_rule_goes_however_much_it_is(disks: Disks):
    disks.write(*papers(30, "drafts/"), "note.txt")
    disks.scan()
    assert Scanner(disks.database, (), ("drafts/",), disks.device_of).scan(disks.folder).removed == 30
    assert disks.known() == {"note.txt": None}


def test_of_a_folder_that_is_not_there_all_is_offline_and_what_waited_says_so(disks: Disks):
    disks.write("read.txt", "changed.txt")
    disks.scan()
    disks.write("waiting film.txt")
    (disks.root / "changed.txt").write_text("another text")
    Scanner(disks.database, (), device_of=disks.device_of).scan(disks.folder)
    disks.root.rename(disks.aside / "files")
    with pytest.raises(FolderOfflineError):
        disks.scan()
    assert set(disks.known().values()) == {Absence.DISK}
    assert disks.database.files.next_pending(9) == []
    assert disks.database.files.counts().pending == 0
    (found,) = disks.database.names.find([" waiting"], (), Filter(), 9).unread
    assert (found.status, found.reason, found.absence) == (FileStatus.FAILED, Reason.OFFLINE, Absence.DISK)

    (disks.aside / "files").rename(disks.root)
    Scanner(disks.database, (), device_of=disks.device_of).scan(disks.folder)
    assert sorted(disks.read()) == ["changed.txt", "waiting film.txt"]
    assert set(disks.known().values()) == {None}


def test_what_moved_to_another_disk_is_moved(disks: Disks):
    disks.write(*papers(15, "stick/"), "note.txt")
    disks.mounted[disks.root / "stick"] = STICK
    disks.scan()
    for name in papers(15):
        (disks.root / "stick" / name).rename(disks.root / name)
    disks.scan()
    assert disks.known() == dict.fromkeys((*papers(15), "note.txt"))


def test_what_is_in_a_file_is_away_with_it_and_back_with_it_and_counts_for_nothing(disks: Disks):
    stick = disks.root / "stick"
    disks.write("note.txt", "stick/mail.eml")
    disks.mounted[stick] = STICK
    disks.scan()
    mail = stick / "mail.eml"
    row = disks.database.files.find(mail)
    assert row is not None
    with disks.database.transaction():
        disks.database.embedded.add_pending(row, [(mail / f"{n}.txt", Stat(1, 1, n)) for n in range(3)])
    disks.read()
    inside = [f"stick/mail.eml/{n}.txt" for n in range(3)]

    disks.unmount(stick)
    assert disks.scan() == 0
    assert disks.known() == {"note.txt": None, **dict.fromkeys(["stick/mail.eml", *inside], Absence.DISK)}

    disks.mount(stick, STICK)
    assert disks.scan() == 0
    assert disks.known() == dict.fromkeys(["note.txt", "stick/mail.eml", *inside])
