"""Actions on files, of which none runs anything unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from findling.domain.search import Hit
from findling.ipc.failures import Failed
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.copy_messages import ExtractCopy, ExtractedCopy
from findling.ui.services.file_actions import FileActions, is_executable, quote


class Noted:
    """A desktop that only notes what is asked of it."""

    def __init__(self):
        self.opened, self.revealed, self.browsed = [], [], []

    def open(self, path):
        self.opened.append(path)
        return True

    def reveal(self, path):
        self.revealed.append(path)
        return path.name != "nowhere.txt"

    def browse(self, address):
        self.browsed.append(address)
        return True


@pytest.fixture
def desktop():
    return Noted()


@pytest.fixture
def actions(qapp, desktop):
    return FileActions(desktop)


def answer(which: QMessageBox.ButtonRole) -> None:
    """Press a button of the question that is about to be asked."""

    def press():
        box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
        next(button for button in box.buttons() if box.buttonRole(button) is which).click()

    QTimer.singleShot(50, press)


def test_a_document_is_opened(actions, desktop, tmp_path):
    file = tmp_path / "letter.pdf"
    file.touch()
    actions.open(file)
    assert desktop.opened == [file]


def test_a_file_that_no_program_opens_is_not_said_to_open(qapp, desktop, tmp_path):
    class Bare(Noted):
        def open(self, path):
            super().open(path)
            return False

    file = tmp_path / "drawing.xyz"
    file.touch()
    actions = FileActions(Bare())
    told = []
    actions.failed.connect(told.append)
    actions.open(file)
    assert told == ["No program opens drawing.xyz here"]


class Unpacking:
    """A reader that takes files out of others, or refuses."""

    def __init__(self, reply):
        self.asked, self._reply = [], reply

    def ask(self, question, receive):
        self.asked.append(question)
        receive(self._reply, True)
        return 1


def test_of_a_file_inside_another_a_copy_is_opened_and_the_outer_one_revealed(qapp, desktop, tmp_path):
    mail = tmp_path / "Re the house.eml"
    mail.touch()
    reader = Unpacking(ExtractedCopy(tmp_path / "copy" / "Contract.pdf"))
    actions = FileActions(desktop, reader=reader)
    actions.open(mail / "Contract.pdf")
    actions.reveal(mail / "Contract.pdf")
    assert reader.asked == [ExtractCopy(mail / "Contract.pdf")]
    assert desktop.opened == [tmp_path / "copy" / "Contract.pdf"]
    assert desktop.revealed == [mail]


def test_why_a_file_inside_another_cannot_be_opened_is_said(qapp, desktop, tmp_path):
    mail = tmp_path / "a.zip"
    mail.touch()
    refused = Failed(SearchMessage.NOT_TAKEN_OUT(name="a.pdf", reason=FileMessage.ENCRYPTED()))
    actions = FileActions(desktop, reader=Unpacking(refused))
    told = []
    actions.failed.connect(told.append)
    actions.open(mail / "a.pdf")
    assert (desktop.opened, told) == ([], ["a.pdf cannot be opened: protected by a password."])
    mail.unlink()
    actions.open(mail / "a.pdf")
    assert told[1:] == ["a.pdf is no longer there"]


@pytest.mark.parametrize(("role", "opened"), [("AcceptRole", True), ("RejectRole", False)])
def test_what_would_run_is_opened_only_if_the_user_says_so(actions, desktop, tmp_path, role, opened):
    file = tmp_path / "setup.exe"
    file.touch()
    answer(QMessageBox.ButtonRole[role])
    actions.open(file)
    assert bool(desktop.opened) is opened


@pytest.mark.parametrize(("role", "asked"), [("AcceptRole", True), ("RejectRole", False)])
def test_an_address_in_a_document_is_opened_only_if_the_user_says_so(actions, desktop, role, asked):
    answer(QMessageBox.ButtonRole[role])
    actions.browse("https://example.org/")
    assert bool(desktop.browsed) is asked


@pytest.mark.parametrize("name", ["a.sh", "a.EXE", "b.desktop", "c.py", "d.lnk", "e.AppImage"])
def test_programs_are_known_by_their_ending(tmp_path, name):
    assert is_executable(tmp_path / name)


@pytest.mark.parametrize("name", ["a.pdf", "b.docx", "c.txt", "d"])
def test_documents_are_no_programs(tmp_path, name):
    (tmp_path / name).touch()
    assert not is_executable(tmp_path / name)


def test_a_file_without_an_ending_that_may_be_executed_is_a_program(tmp_path):
    file = tmp_path / "tool"
    file.touch(mode=0o755)
    assert is_executable(file)


def test_a_file_that_is_gone_is_said_to_be_gone(qtbot, actions, desktop, tmp_path):
    with qtbot.waitSignal(actions.failed) as told:
        actions.open(tmp_path / "gone.pdf")
    assert "gone.pdf" in told.args[0]
    assert not desktop.opened


def test_the_path_is_copied(actions):
    actions.copy_path(Path("/somewhere/a letter.pdf"))
    assert QApplication.clipboard().text() == "/somewhere/a letter.pdf"


@pytest.mark.parametrize(
    ("page", "heading", "place"), [(3, "Terms", "page 3"), (None, "Terms", "Terms"), (None, "", "lease.pdf\n")]
)
def test_a_passage_is_copied_with_its_source(page, heading, place):
    words = quote(
        Path("/home/lease.pdf"), Hit(" The rent is due. ", 1.0, page, heading, 0, 5, ("words",)), "page {number}"
    )
    assert words.startswith("“The rent is due.”\n")
    assert place in words
    assert words.endswith("/home/lease.pdf\n")


def test_the_paths_of_several_files_are_copied_one_a_line_and_the_files_themselves(actions):
    paths = [Path("/somewhere/a letter.pdf"), Path("/somewhere/b.pdf")]
    actions.copy_paths(paths)
    assert QApplication.clipboard().text() == "/somewhere/a letter.pdf\n/somewhere/b.pdf"
    actions.copy_files(paths)
    assert [url.toLocalFile() for url in QApplication.clipboard().mimeData().urls()] == list(map(str, paths))


@pytest.mark.parametrize(("number", "agreed", "opened"), [(3, False, 3), (9, False, 0), (9, True, 9)])
def test_a_screen_full_of_files_is_opened_only_after_asking(actions, desktop, tmp_path, number, agreed, opened):
    files = [tmp_path / f"{at}.pdf" for at in range(number)]
    for file in files:
        file.touch()
    if number > 3:
        answer(QMessageBox.ButtonRole.AcceptRole if agreed else QMessageBox.ButtonRole.RejectRole)
    actions.open_all(files)
    assert len(desktop.opened) == opened


def test_where_nothing_shows_a_folder_that_is_said(qtbot, actions, tmp_path):
    file = tmp_path / "nowhere.txt"
    file.touch()
    with qtbot.waitSignal(actions.failed) as told:
        actions.reveal(file)
    assert told.args[0].startswith("No file manager opens")
