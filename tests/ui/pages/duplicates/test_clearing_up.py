"""The whole way with real processes and files: like files are found, cleared away, and put back."""

from __future__ import annotations

import pytest
from duplicatestubs import choose_from_menu
from PySide6.QtWidgets import QDialog, QPushButton

from findling.ui.ipc.reader_link import ReaderLink
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.duplicates.page import DuplicatesPage
from findling.ui.pages.duplicates.plan_dialogs import PlanDialog, ReportDialog
from findling.ui.widgets.rename_dialog import RenameDialog
from workspace import Workspace

TEXT = "The old boiler loses a third of the heat through the flue, and the engineer has said so twice in writing. " * 4


@pytest.fixture
def workspace(tmp_path, monkeypatch) -> Workspace:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    workspace = Workspace.at(tmp_path / "workspace")
    workspace.write("boiler.txt", TEXT)
    workspace.write("old/Copy of boiler.txt", TEXT)
    workspace.write(
        "garden.txt", "Beans are sown in May, and the shed wants paint before the autumn rain begins again. " * 4
    )
    workspace.index()
    return workspace


@pytest.fixture
def paths(workspace):
    return workspace.paths


@pytest.fixture
def link(paths):
    reader = ReaderLink(paths)
    reader.start()
    yield reader
    reader.stop()
    reader.wait()


@pytest.fixture
def writer(paths):
    writer = WriterLink(paths)
    yield writer
    writer.stop()
    writer.wait()


@pytest.fixture
def page(qtbot, services, in_english):
    page = DuplicatesPage(services)
    qtbot.addWidget(page)
    page.show()
    services.writer.start()
    return page


def wait_for(qtbot, page, kind: type[QDialog]):
    found = lambda: [each for each in page.findChildren(kind) if each.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def click(dialog: QDialog, words: str) -> None:
    next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()


def test_a_copy_goes_to_the_bin_and_comes_back(qtbot, page, workspace):
    copy = workspace.folder / "old/Copy of boiler.txt"
    qtbot.waitUntil(lambda: page.bar.button.isEnabled())
    assert [each.path.name for each in page.groups.groups[0].members] == ["boiler.txt", "Copy of boiler.txt"]
    page.bar.button.click()
    click(wait_for(qtbot, page, PlanDialog), "Move 1 file(s) to the bin")
    report = wait_for(qtbot, page, ReportDialog)
    assert not copy.exists()
    assert (workspace.folder / "boiler.txt").read_text() == TEXT
    qtbot.waitUntil(lambda: not page.groups.groups)
    click(report, "Undo")
    qtbot.waitUntil(copy.exists)
    assert copy.read_text() == TEXT
    qtbot.waitUntil(lambda: len(page.groups.groups) == 1)


def test_a_file_gets_another_name_and_its_own_again(qtbot, page, workspace):
    copy, renamed = workspace.folder / "old/Copy of boiler.txt", workspace.folder / "old/winter.txt"
    qtbot.waitUntil(lambda: page.members.current is not None)
    choose_from_menu(page, "Rename the file…")
    dialog = wait_for(qtbot, page, RenameDialog)
    dialog.field.setText("winter")
    dialog.rename.click()
    names = lambda: {each.path for group in page.groups.groups for each in group.members}  # noqa: E731
    qtbot.waitUntil(lambda: renamed in names())
    assert not copy.exists()
    assert renamed.read_text() == TEXT
    next(each for each in page.notice.findChildren(QPushButton) if each.text() == "Undo").click()
    wait_for(qtbot, page, ReportDialog)
    qtbot.waitUntil(lambda: copy in names())
    assert not renamed.exists()


def test_two_files_that_are_kept_apart_are_no_longer_a_group(qtbot, page):
    qtbot.waitUntil(lambda: page.members.current is not None)
    choose_from_menu(page, "Not a duplicate of the one that stays")
    qtbot.waitUntil(lambda: not page.groups.groups)
    click_undo = next(each for each in page.notice.findChildren(QPushButton) if each.text() == "Undo")
    click_undo.click()
    qtbot.waitUntil(lambda: len(page.groups.groups) == 1)


def test_what_changes_after_the_plan_is_left_alone_with_the_reason(qtbot, page, workspace):
    copy = workspace.folder / "old/Copy of boiler.txt"
    qtbot.waitUntil(lambda: page.bar.button.isEnabled())
    page.bar.button.click()
    plan = wait_for(qtbot, page, PlanDialog)
    copy.write_text("Something else by now.")
    click(plan, "Move 1 file(s) to the bin")
    report = wait_for(qtbot, page, ReportDialog)
    assert report.title.text() == "Nothing was moved."
    assert "changed in the meantime" in report.list.lines.rows[0].detail
    assert copy.read_text() == "Something else by now."
