"""Nothing moves before the plan was read and agreed to; what the plan and the report say; rules and lists."""

from __future__ import annotations

import pytest
from duplicatestubs import HOME, WriterStub, choose_from_menu, step
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from findling.domain.duplicates import KeepRule, ListForm
from findling.domain.plans import (
    Action,
    CutShort,
    LeftOut,
    Obstacle,
    PlanReport,
    RunReport,
    StepOutcome,
    StepReport,
    TextLoss,
    Trouble,
    UnsettledStep,
)
from findling.errors import DiskFullError
from findling.messages.library_templates import ClearingMessage
from findling.messages.notice import Notice
from findling.paths import LibraryPaths
from findling.processes.reader.duplicate_messages import AskGroups, MakePlan, WriteList
from findling.processes.writer.messages import Clear, KeepApart, Undo
from findling.ui.pages.duplicates.plan_dialogs import HistoryDialog, PlanDialog, ReportDialog
from findling.ui.pages.duplicates.rules_dialog import RulesDialog


@pytest.fixture
def writer(qapp, tmp_path):
    return WriterStub(LibraryPaths.inside(tmp_path / "library"))


@pytest.fixture
def sent(writer):
    return writer.sent


def dialog(page, kind: type[QDialog] = PlanDialog):
    return next(each for each in page.findChildren(kind) if each.isVisible())


def button(dialog: QDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def lines(dialog: QDialog) -> list[str]:
    model = dialog.list.model()
    said = (model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount()))
    return ["".join(each for each in line if each.isprintable()) for line in said]


def report(*outcomes: tuple[StepOutcome, Notice | None], run: int = 5) -> PlanReport:
    steps = (StepReport(step(f"{number}.txt", "kept.txt"), *each) for number, each in enumerate(outcomes))
    return PlanReport(run, tuple(steps))


def test_the_plan_names_each_file_and_the_copy_that_stays(page, sent, qtbot):
    qtbot.mouseClick(page.bar.button, Qt.MouseButton.LeftButton)
    plan = dialog(page)
    assert plan.title.text() == "Move 4 file(s) to the bin?"
    assert lines(plan)[0] == "report (2).txt · from /home/ada. report.txt stays, in /home/ada"
    assert len(lines(plan)) == 4
    assert sent == []


def test_enter_and_escape_move_nothing(page, sent, qtbot):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        page.bar.button.click()
        plan = dialog(page)
        qtbot.keyClick(plan.focusWidget(), key)
        qtbot.waitUntil(lambda plan=plan: not plan.isVisible())
    assert sent == []


def test_what_was_agreed_to_is_done_to_the_letter(page, sent):
    page.bar.button.click()
    plan = dialog(page)
    button(plan, "Move 4 file(s) to the bin").click()
    (done,) = sent
    assert [each.file.path.name for each in done.steps] == [
        "report (2).txt", "report (3).txt", "report (4).txt", "letter (2).txt",
    ]  # fmt: skip
    assert page.bar.words.text() == "Clearing up 4 file(s)…"
    assert not page.bar.button.isVisible()


def test_what_cannot_be_taken_stands_first_with_the_reason(page, link, sent):
    link.left_out = (LeftOut(HOME / "web.html", Obstacle.NOT_THE_SAME_BYTES),)
    page.bar.wanted.emit(Action.LINK)
    plan = dialog(page)
    assert "the same to the byte" in lines(plan)[0]
    assert "1 file(s) cannot be part of it" in plan.words.text()
    assert link.latest(MakePlan).action is Action.LINK


def test_what_says_something_that_no_file_that_stays_says_stands_before_the_others(page, link, sent):
    link.losing = (TextLoss(HOME / "report (3).txt", 0.5699),)
    page.bar.wanted.emit(Action.BIN)
    plan = dialog(page)
    assert plan.words.text().startswith("1 file(s) say something that no file that stays says.")
    assert lines(plan)[0] == (
        "report (3).txt · from /home/ada. Only 56 % of it is in what stays · report.txt stays, in /home/ada"
    )
    assert sum("is in what stays" in line for line in lines(plan)) == 1


def test_what_was_chosen_though_it_is_not_known_to_be_the_same_stands_first(page, link, sent):
    link.doubted = ("report (3).txt",)
    page.bar.wanted.emit(Action.BIN)
    plan = dialog(page)
    assert plan.words.text().startswith("1 file(s) were chosen by you, and are not known to be the same as what stays.")
    assert lines(plan)[0] == (
        "report (3).txt · from /home/ada. Not known to be the same · report.txt stays, in /home/ada"
    )
    assert sum("Not known" in line for line in lines(plan)) == 1


def test_a_plan_of_nothing_can_only_be_closed(page, link, sent):
    link.groups = []
    page.bar.wanted.emit(Action.BIN)
    plan = dialog(page)
    assert plan.title.text() == "Nothing can be done"
    assert [each.text() for each in plan.findChildren(QPushButton)] == ["Cancel"]


def test_files_move_to_the_folder_that_was_chosen_and_nowhere_if_none_was(page, link, sent, monkeypatch, tmp_path):
    answers = iter(["", str(tmp_path)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    page.bar.wanted.emit(Action.MOVE)
    assert link.count(MakePlan) == 0
    page.bar.wanted.emit(Action.MOVE)
    assert link.latest(MakePlan).target == tmp_path


def test_the_report_says_what_was_left_and_why_before_what_was_done(page, writer, sent):
    skipped = (StepOutcome.SKIPPED, ClearingMessage.OPEN_ELSEWHERE())
    writer.cleared.emit(Clear(None), report((StepOutcome.DONE, None), skipped, (StepOutcome.DONE, None)))
    said = dialog(page, ReportDialog)
    assert said.title.text() == "2 file(s) moved to the bin."
    assert lines(said)[0] == "1.txt. Left alone: another program has it open"
    button(said, "Undo").click()
    assert sent == [5]


def test_the_report_of_putting_back_has_no_undo(page, writer, sent):
    writer.cleared.emit(Clear(None), report((StepOutcome.UNDONE, None), (StepOutcome.FAILED, ClearingMessage.GONE())))
    said = dialog(page, ReportDialog)
    assert said.title.text() == "1 file(s) put back"
    assert [each.text() for each in said.findChildren(QPushButton)] == ["Close"]


def test_after_clearing_the_library_is_looked_at_anew_and_choices_begin_again(page, writer, link, qtbot, sent):
    page.bar.proposed.emit(False)
    assert page.review.choices.propose is False
    before = link.count(AskGroups)
    writer.cleared.emit(Clear(None), report((StepOutcome.DONE, "")))
    qtbot.waitUntil(lambda: link.count(AskGroups) > before)
    assert link.latest(AskGroups).reload
    assert page.review.choices.selected == ()


def test_what_the_writer_refuses_is_said_where_the_thing_is(page, writer, sent):
    page.bar.button.click()
    button(dialog(page), "Move 4 file(s) to the bin").click()
    writer.refused.emit(Clear(sent[0]), DiskFullError.needing(4_000_000_000).notice)
    assert page.notice.words.startswith("The disk is full: Findling needs about 4.0 GB to go on. Free some space")
    assert page.bar.button.isVisible()


def test_what_was_said_of_the_last_time_goes_when_the_next_begins(page, writer, sent):
    writer.refused.emit(Clear(None), DiskFullError.needing().notice)
    assert page.notice.words
    page.bar.button.click()
    button(dialog(page), "Move 4 file(s) to the bin").click()
    assert page.notice.words == ""


def test_how_far_it_is_stands_beside_the_button_that_stops_it(page, writer, sent):
    page.bar.button.click()
    button(dialog(page), "Move 4 file(s) to the bin").click()
    writer.advanced.emit(3, 4)
    assert page.bar.words.text() == "Clearing up 4 file(s)… 3 of 4"
    writer.is_clearing = True
    button(page.bar, "Stop").click()
    assert page.bar.words.text() == "Stopping after the file at hand…"
    writer.cleared.emit(Clear(sent[0]), report((StepOutcome.DONE, ""), (StepOutcome.DONE, "")))
    said = dialog(page, ReportDialog)
    assert "2 file(s) were left as they are, since you stopped." in said.words.text()
    button(said, "Undo").click()
    assert sent[-1] == 5


def test_the_keys_stay_at_the_bar_while_something_is_done(page, writer, sent, qtbot):
    page.bar.button.setFocus()
    qtbot.keyClick(page.bar.button, Qt.Key.Key_Space)
    button(dialog(page), "Cancel").click()
    assert page.bar.button.hasFocus()
    page.plan_task.undo(5)
    assert button(page.bar, "Stop").hasFocus()
    writer.cleared.emit(Undo(5), report((StepOutcome.UNDONE, "")))
    assert page.bar.button.hasFocus() or not page.isActiveWindow()


def test_putting_back_can_be_stopped(page, sent):
    page.plan_task.undo(5)
    assert button(page.bar, "Stop").isVisible()


def test_what_a_crash_cut_short_is_told_with_the_way_back(page, writer, sent):
    page.bar.button.click()
    button(dialog(page), "Move 4 file(s) to the bin").click()
    writer.cut_short.emit(CutShort(run=7, done=3, planned=4))
    assert "3 of 4" in page.notice.words
    assert page.bar.button.isVisible()
    button(page.notice, "Put them back").click()
    assert sent[-1] == 7


UNSETTLED = (
    UnsettledStep(Trouble.REFUSAL, HOME / "a.txt", (HOME / "a.txt",), ClearingMessage.PLACE_TAKEN()),
    UnsettledStep(Trouble.RECORD, None, (HOME / "bin/b.txt",)),
    UnsettledStep(Trouble.BUG, HOME / "c.txt"),
    UnsettledStep(Trouble.RECORD, HOME / "d.txt"),
)


def printable(text: str) -> str:
    return "".join(each for each in text if each.isprintable())


def test_what_a_crash_left_half_way_is_named_with_the_reason_and_where_it_may_lie(page, writer):
    writer.cut_short.emit(CutShort(run=7, done=0, planned=4, unsettled=UNSETTLED))
    words = printable(page.notice.words)
    assert "0 of 4 files are done" in words
    assert (
        "a.txt: it could be neither cleared up nor put back (another file is in its place now). "
        "Look for the file at /home/ada/a.txt. "
        "b.txt: its entry in the history is damaged. Look for the file at /home/ada/bin/b.txt. "
        "c.txt: Findling made a mistake, which its log describes. The file may be gone. "
        "1 more file(s) are left half-way."
    ) in words


def test_the_report_of_putting_back_names_what_the_history_cannot_read_any_more(page, writer, sent):
    writer.cleared.emit(Undo(5), PlanReport(5, (), UNSETTLED[1:2]))
    said = dialog(page, ReportDialog)
    assert lines(said) == ["b.txt. its entry in the history is damaged. Look for the file at /home/ada/bin/b.txt."]
    assert "1 file(s) left alone:" in said.words.text()


def test_what_a_crash_kept_from_beginning_says_that_nothing_moved(page, writer):
    writer.cut_short.emit(CutShort(run=0, done=0, planned=4))
    assert "before anything was moved" in page.notice.words
    assert not button(page.notice, "").isVisible()


def test_two_files_are_kept_apart_and_that_can_be_undone(page, writer, sent):
    choose_from_menu(page, "Not a duplicate of the one that stays")
    pair = HOME / "report.txt", HOME / "report (2).txt"
    assert sent == [(*pair, True)]
    writer.finished.emit(KeepApart(*pair), None)
    assert "no duplicates from now on" in page.notice.words
    button_of_notice = next(each for each in page.notice.findChildren(QPushButton) if each.text() == "Undo")
    button_of_notice.click()
    assert sent[-1] == (*pair, False)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Prefer its folder", "preferred"),
        ("Take nothing from its folder", "protected"),
        ("Leave its folder out", "not_compared"),
    ],
)
def test_the_folder_of_a_file_is_ruled_from_its_menu(page, preferences, link, words, rule):
    for _ in range(2):
        choose_from_menu(page, words)
    settings, asked = preferences.settings, link.latest(AskGroups).review.preferences
    ruled = {
        "preferred": (settings.preferred, asked.preferred),
        "protected": (settings.protected, asked.protected),
        "not_compared": (settings.not_compared, asked.excluded),
    }
    assert ruled.pop(rule) == ((str(HOME),), (HOME,))
    assert set(ruled.values()) == {((), ())}


def test_rules_are_reordered_by_keys_and_asked_in_that_order(page, preferences, link, qtbot):
    page.header.rules_wanted.emit()
    rules = dialog(page, RulesDialog).rules
    qtbot.keyClick(rules, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rules.rules[:2] == (KeepRule.NOT_A_COPY, KeepRule.PREFERRED_FOLDER)
    qtbot.keyClick(rules, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(rules, Qt.Key.Key_Space)
    assert rules.rules[0] is KeepRule.NOT_A_COPY
    assert preferences.settings.keep_rules[0] == "not-a-copy"
    assert link.latest(AskGroups).review.preferences.rules == rules.rules


def test_folders_are_added_to_the_rules_and_taken_away(page, preferences, monkeypatch, qtbot):
    page.header.rules_wanted.emit()
    protected = dialog(page, RulesDialog).protected
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/home/ada/safe")
    button(protected, "Add a folder…").click()
    button(protected, "Add a folder…").click()
    assert preferences.settings.protected == ("/home/ada/safe",)
    protected._list.setCurrentRow(0)
    button(protected, "Take away").click()
    assert preferences.settings.protected == ()


def test_the_list_is_saved_where_the_person_says(page, link, monkeypatch, tmp_path):
    file = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page.header.list_wanted.emit(ListForm.CSV)
    assert link.latest(WriteList).file == file
    assert "list.csv" in page.notice.words


def test_settings_with_rules_that_are_not_known_fall_back_to_the_usual_ones(preferences, show, link):
    preferences.change(keep_rules=("by-moonlight",))
    show()
    assert link.latest(AskGroups).review.preferences.rules[0] is KeepRule.PREFERRED_FOLDER


def test_the_history_lists_what_was_cleared_and_can_undo_what_was_not_yet(page, link, sent):
    started = 1_700_000_000 * 10**9
    link.runs = (
        RunReport(run=3, started_ns=started, done=5, undone=0),
        RunReport(run=2, started_ns=started, done=0, undone=4),
        RunReport(run=1, started_ns=started, done=0, undone=0),
        RunReport(run=0, started_ns=started, done=0, undone=1, renamed=1),
    )
    page.header.history_wanted.emit()
    history = dialog(page, HistoryDialog)
    assert [line.rpartition(". ")[2] for line in lines(history)] == [
        "5 file(s) cleared up", "4 file(s) cleared up; 4 file(s) put back",
        "1 file(s) renamed; 1 file(s) named as before",
    ]  # fmt: skip
    history.list.setCurrentIndex(history.list.model().index(1))
    assert not button(history, "Undo").isEnabled()
    history.list.setCurrentIndex(history.list.model().index(0))
    button(history, "Undo").click()
    assert sent == [3]
    assert not history.isVisible()


def test_a_history_without_anything_says_so(page):
    page.header.history_wanted.emit()
    history = dialog(page, HistoryDialog)
    assert history.words.text() == "Nothing was cleared away yet."
    assert not button(history, "Undo").isEnabled()
