"""A file gets another name: how it is asked for, what is refused, and what is said afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from duplicatestubs import HOME, WorkerStub, group, member, rename_plan
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from findling.domain.plans import PlanReport, StepOutcome, StepReport
from findling.ipc.failures import Failed
from findling.messages.library_templates import ClearingMessage, LibraryMessage
from findling.messages.notice import Notice
from findling.messages.remedy_templates import Remedy
from findling.paths import LibraryPaths
from findling.processes.reader.duplicate_messages import AskGroups, PlanRename
from findling.processes.writer.messages import Clear, Undo
from findling.ui.pages.duplicates.plan_dialogs import ReportDialog
from findling.ui.pages.duplicates.rename_task import RenameDialog

OLD, NEW = "report (2).txt", "boiler.txt"


@pytest.fixture
def worker(qapp, tmp_path):
    return WorkerStub(LibraryPaths.inside(tmp_path / "library"))


@pytest.fixture
def told(worker):
    return worker.told


@pytest.fixture
def sheet(place, qtbot, told):
    place.members.setFocus()
    qtbot.keyClick(place.members, Qt.Key.Key_F2)
    return next(each for each in place.findChildren(RenameDialog) if each.isVisible())


def plain(words: str) -> str:
    return "".join(each for each in words if each.isprintable())


def done(place, worker, outcome: StepOutcome = StepOutcome.DONE, why: Notice | None = None) -> None:
    plan = rename_plan(OLD, NEW)
    worker.cleared.emit(Clear(plan), PlanReport(5, (StepReport(plan.steps[0], outcome, why),)))


def test_f2_asks_for_the_name_without_its_ending(sheet):
    assert sheet.field.text() == "report (2)"
    assert sheet.field.selectedText() == "report (2)"
    assert not sheet.rename.isEnabled()


def test_the_file_is_renamed_with_the_ending_that_it_has(sheet, link, told, qtbot):
    qtbot.keyClicks(sheet.field, " boiler ")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert link.latest(PlanRename) == PlanRename(HOME / OLD, NEW)
    assert told == [rename_plan(OLD, NEW)]
    assert not sheet.isVisible()


@pytest.mark.parametrize("name", ["", "  ", "report (2)", "a/b", "a\0b"])
def test_what_is_no_new_name_cannot_be_agreed_to(sheet, link, told, qtbot, name):
    sheet.field.setText(name)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert link.count(PlanRename) == 0


def test_a_slash_is_refused_in_words_until_it_is_gone(sheet, qtbot):
    qtbot.keyClicks(sheet.field, "a/")
    assert plain(sheet.words.text()) == "A name cannot have / in it."
    qtbot.keyClick(sheet.field, Qt.Key.Key_Backspace)
    assert sheet.words.text() == ""
    assert sheet.rename.isEnabled()


def test_a_name_that_is_taken_is_refused_in_words_and_another_may_be_given(sheet, link, told, qtbot):
    link.taken_names = ("letter.txt",)
    qtbot.keyClicks(sheet.field, "letter")
    sheet.rename.click()
    assert plain(sheet.words.text()) == "There is something else called letter.txt already."
    assert told == []
    qtbot.keyClicks(sheet.field, "s")
    sheet.rename.click()
    assert told == [rename_plan(OLD, "letters.txt")]


def test_what_the_searching_process_refuses_is_said_beside_the_name(sheet, link, qtbot):
    link.refusal = Failed(LibraryMessage.NOTHING_INDEXED().advising(Remedy.TRY_ONCE_MORE()))
    qtbot.keyClicks(sheet.field, "boiler")
    sheet.rename.click()
    assert sheet.words.text() == "Nothing in this library is indexed yet. Try again."


def test_an_answer_that_comes_after_the_sheet_was_closed_renames_nothing(sheet, link, told, qtbot):
    link.waits = True
    qtbot.keyClicks(sheet.field, "boiler")
    sheet.rename.click()
    sheet.reject()
    link.tell()
    assert told == []


def test_after_a_name_is_given_the_keys_are_where_they_were(sheet, place, worker, qtbot):
    qtbot.keyClicks(sheet.field, "boiler")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    done(place, worker)
    assert place.window().focusWidget() is place.members


def test_what_was_renamed_is_said_and_can_be_undone(place, worker, link, told, qtbot):
    before = link.count(AskGroups)
    done(place, worker)
    assert plain(place.notice.words) == "report (2).txt is called boiler.txt from now on."
    assert not place.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: link.count(AskGroups) > before)
    next(each for each in place.notice.findChildren(QPushButton) if each.text() == "Undo").click()
    assert told == [5]


def test_why_a_file_kept_its_name_is_said(place, worker):
    done(place, worker, StepOutcome.SKIPPED, ClearingMessage.OPEN_ELSEWHERE())
    assert plain(place.notice.words) == "report (2).txt was not renamed: another program has it open"


def test_a_name_that_was_taken_back_is_reported_as_all_that_is_put_back(place, worker):
    plan = rename_plan(OLD, NEW)
    worker.cleared.emit(Undo(5), PlanReport(5, (StepReport(plan.steps[0], StepOutcome.UNDONE),)))
    report = next(each for each in place.findChildren(ReportDialog) if each.isVisible())
    assert report.title.text() == "1 file(s) put back"


def test_what_was_chosen_of_a_file_stays_chosen_when_it_is_renamed(place, worker, qtbot):
    place.members.members.toggled.emit(place.members.current, False)
    assert place.review.choices.spared == (HOME / OLD,)
    done(place, worker)
    assert place.review.choices.spared == (HOME / NEW,)


def test_a_file_in_a_protected_folder_is_not_renamed(show, link, told, qtbot):
    one = group("report")
    kept, _ = one.members
    link.groups = [replace(one, members=(kept, member(OLD, protected=True)))]
    place = show()
    qtbot.keyClick(place, Qt.Key.Key_F2)
    assert not place.findChildren(RenameDialog)
    assert "protected folder" in place.notice.words
