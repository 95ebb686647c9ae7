"""A file gets another name: how it is asked for, what is refused, and what is said afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from duplicatestubs import HOME, WriterStub, group, member, rename_plan
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
from findling.ui.widgets.rename_dialog import RenameDialog

OLD, NEW = "report (2).txt", "boiler.txt"


@pytest.fixture
def writer(qapp, tmp_path):
    return WriterStub(LibraryPaths.inside(tmp_path / "library"))


@pytest.fixture
def sent(writer):
    return writer.sent


@pytest.fixture
def dialog(page, qtbot, sent):
    page.members.setFocus()
    qtbot.keyClick(page.members, Qt.Key.Key_F2)
    return next(each for each in page.findChildren(RenameDialog) if each.isVisible())


def plain(words: str) -> str:
    return "".join(each for each in words if each.isprintable())


def done(page, writer, outcome: StepOutcome = StepOutcome.DONE, why: Notice | None = None) -> None:
    plan = rename_plan(OLD, NEW)
    writer.cleared.emit(Clear(plan), PlanReport(5, (StepReport(plan.steps[0], outcome, why),)))


def test_f2_asks_for_the_name_without_its_ending(dialog):
    assert dialog.field.text() == "report (2)"
    assert dialog.field.selectedText() == "report (2)"
    assert not dialog.rename.isEnabled()


def test_the_file_is_renamed_with_the_ending_that_it_has(dialog, link, sent, qtbot):
    qtbot.keyClicks(dialog.field, " boiler ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert link.latest(PlanRename) == PlanRename(HOME / OLD, NEW)
    assert sent == [rename_plan(OLD, NEW)]
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["", "  ", "report (2)", "a/b", "a\0b"])
def test_what_is_no_new_name_cannot_be_agreed_to(dialog, link, sent, qtbot, name):
    dialog.field.setText(name)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert link.count(PlanRename) == 0


def test_a_slash_is_refused_in_words_until_it_is_gone(dialog, qtbot):
    qtbot.keyClicks(dialog.field, "a/")
    assert plain(dialog.words.text()) == "A name cannot have / in it."
    qtbot.keyClick(dialog.field, Qt.Key.Key_Backspace)
    assert dialog.words.text() == ""
    assert dialog.rename.isEnabled()


def test_a_name_that_is_taken_is_refused_in_words_and_another_may_be_given(dialog, link, sent, qtbot):
    link.taken_names = ("letter.txt",)
    qtbot.keyClicks(dialog.field, "letter")
    dialog.rename.click()
    assert plain(dialog.words.text()) == "There is something else called letter.txt already."
    assert sent == []
    qtbot.keyClicks(dialog.field, "s")
    dialog.rename.click()
    assert sent == [rename_plan(OLD, "letters.txt")]


def test_what_the_searching_process_refuses_is_said_beside_the_name(dialog, link, qtbot):
    link.refusal = Failed(LibraryMessage.NOTHING_INDEXED().advising(Remedy.TRY_ONCE_MORE()))
    qtbot.keyClicks(dialog.field, "boiler")
    dialog.rename.click()
    assert dialog.words.text() == "Nothing in this library is indexed yet. Try again."


def test_an_answer_that_comes_after_the_sheet_was_closed_renames_nothing(dialog, link, sent, qtbot):
    link.waits = True
    qtbot.keyClicks(dialog.field, "boiler")
    dialog.rename.click()
    dialog.reject()
    link.answer()
    assert sent == []


def test_after_a_name_is_given_the_keys_are_where_they_were(dialog, page, writer, qtbot):
    qtbot.keyClicks(dialog.field, "boiler")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    done(page, writer)
    assert page.window().focusWidget() is page.members


def test_what_was_renamed_is_said_and_can_be_undone(page, writer, link, sent, qtbot):
    before = link.count(AskGroups)
    done(page, writer)
    assert plain(page.notice.words) == "report (2).txt is called boiler.txt from now on."
    assert not page.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: link.count(AskGroups) > before)
    next(each for each in page.notice.findChildren(QPushButton) if each.text() == "Undo").click()
    assert sent == [5]


def test_why_a_file_kept_its_name_is_said(page, writer):
    done(page, writer, StepOutcome.SKIPPED, ClearingMessage.OPEN_ELSEWHERE())
    assert plain(page.notice.words) == "report (2).txt was not renamed: another program has it open"


def test_a_name_that_was_taken_back_is_reported_as_all_that_is_put_back(page, writer):
    plan = rename_plan(OLD, NEW)
    writer.cleared.emit(Undo(5), PlanReport(5, (StepReport(plan.steps[0], StepOutcome.UNDONE),)))
    report = next(each for each in page.findChildren(ReportDialog) if each.isVisible())
    assert report.title.text() == "1 file(s) put back"


def test_what_was_chosen_of_a_file_stays_chosen_when_it_is_renamed(page, writer, qtbot):
    page.members.members.toggled.emit(page.members.current, False)
    assert page.review.choices.deselected == (HOME / OLD,)
    done(page, writer)
    assert page.review.choices.deselected == (HOME / NEW,)


def test_a_file_in_a_protected_folder_is_not_renamed(show, link, sent, qtbot):
    one = group("report")
    kept, _ = one.members
    link.groups = [replace(one, members=(kept, member(OLD, protected=True)))]
    page = show()
    qtbot.keyClick(page, Qt.Key.Key_F2)
    assert not page.findChildren(RenameDialog)
    assert "protected folder" in page.notice.words
