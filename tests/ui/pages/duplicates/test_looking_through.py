"""Groups are looked through, sifted and compared: what is seen, what keys do, and what comes too late."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from duplicatestubs import HOME, group, group_of, member, sides
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMainWindow, QMenu, QToolButton, QVBoxLayout, QWidget

from findling.domain.comparisons import MatchKind
from findling.ipc.failures import Failed
from findling.messages.library_templates import ClearingMessage, LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.duplicate_messages import AskGroups, Compare
from findling.ui.pages.duplicates.duplicate_labels import explain_group, group_words
from findling.ui.pages.duplicates.group_list import GroupsList, GroupsModel
from findling.ui.pages.duplicates.member_list import MembersModel
from findling.ui.pages.duplicates.page import DuplicatesPage
from findling.ui.services.shortcuts import Shortcuts

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def names(page) -> list[str]:
    return [each.members[0].path.stem for each in page.groups.groups]


def ticks(page) -> list[object]:
    return ticks_of(page.members.members)


def ticks_of(model: MembersModel) -> list[object]:
    return [model.index(at).data(Qt.ItemDataRole.CheckStateRole) for at in range(model.rowCount())]


def choose(qtbot, page, name: str) -> None:
    page.groups.choose(names(page).index(name))


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_the_models_keep_qts_rules_while_they_change(qtmodeltester, qapp):
    groups, members = GroupsModel(), MembersModel()
    for model in (groups, members):
        qtmodeltester.check(model)
    a, b, c, d = (group(name, 2) for name in "abcd")
    for wanted in ([a, b], [b, a, c], [d, c], [c, d, a], [], [a]):
        groups.change_to(wanted)
        assert list(groups.rows) == wanted
    for each in (a, b, None):
        members.show_group(each)


def test_a_group_and_its_file_say_why_it_is_not_proposed(qapp):
    why = ClearingMessage.UNREAD_IN_BOTH(part=ClearingMessage.PART_TEXT_BOXES())
    kept = member("kept", keep=True)
    partly = member("partly", survivor=kept.path, likeness=MatchKind.SAME_TEXT, withheld=why)
    found = group_of(kept, partly, likeness=MatchKind.SAME_TEXT)
    groups, members = GroupsModel(), MembersModel()
    groups.change_to([found])
    members.show_group(found)
    row = members.row(1)
    said = "a part of both was not read: text boxes"
    assert members.difference(row) == f"not proposed: {said}"
    assert said in members.accessible_text(row)
    assert said in groups.accessible_text(found)
    for model, at in ((groups, 0), (members, 1)):
        assert said in model.index(at).data(Qt.ItemDataRole.ToolTipRole)
    assert ticks_of(members) == [None, UNCHECKED]
    assert group_words(found) == "Same words"
    assert explain_group(found) == f"The same words, as far as they were read. Not proposed: {said}."


def test_what_is_known_to_be_the_same_is_called_so(qapp):
    known = group("letter", 1, MatchKind.SAME_TEXT)
    assert group_words(known) == "Same text"
    assert "Not proposed" not in explain_group(known)


def test_what_there_is_stands_at_the_top_and_the_plan_at_the_bottom(page):
    assert page.header.words.text().endswith("could be freed")
    assert "8 file" in page.header.words.text()
    assert "3 group" in page.header.words.text()
    assert page.bar.words.text() == "Keep 2, bin 4, free 4.0 kB"
    assert page.bar.button.text() == "Move 4 file(s) to the bin"


def test_the_first_group_is_chosen_and_its_first_copy_compared(page, link, qtbot):
    assert page.groups.current.members[0].path.name == "report.txt"
    assert page.members.current.path.name == "report (2).txt"
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    question = link.latest(Compare)
    assert (question.first.name, question.second.name) == ("report.txt", "report (2).txt")


def test_the_first_group_is_chosen_wherever_the_keys_go(qtbot, theme, link):
    groups = GroupsList(theme)
    qtbot.addWidget(groups)
    groups.show_groups(link.groups)
    assert groups.current == link.groups[0]


def test_copies_are_ticked_and_templates_are_not(page, qtbot):
    assert ticks(page) == [None, CHECKED, CHECKED, CHECKED]
    choose(qtbot, page, "invoice")
    assert ticks(page) == [None, UNCHECKED, UNCHECKED]


def test_space_takes_a_file_out_of_the_plan_and_back_into_it(page, qtbot):
    page.members.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(page) == [None, UNCHECKED, CHECKED, CHECKED]
    assert page.bar.words.text() == "Keep 2, bin 3, free 3.0 kB"
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(page) == [None, CHECKED, CHECKED, CHECKED]


def test_the_box_is_ticked_with_the_mouse_too(page, qtbot):
    rect = page.members.visualRect(page.members.model().index(2))
    spot = rect.topLeft() + page.members.rect().topLeft()
    spot.setX(rect.left() + 24)
    spot.setY(rect.top() + 22)
    qtbot.mouseClick(page.members.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert ticks(page) == [None, CHECKED, UNCHECKED, CHECKED]


def test_the_file_that_stays_cannot_be_ticked(page, qtbot):
    page.members.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(page)[0] is None
    assert page.bar.words.text() == "Keep 2, bin 4, free 4.0 kB"


def test_a_protected_file_has_no_box_and_says_why(show, link):
    protected = member("safe/report.txt", protected=True)
    link.groups = [group_of(member("report.txt", keep=True), protected)]
    page = show()
    assert ticks(page) == [None, None]
    assert "protected folder" in page.members.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not page.bar.button.isEnabled()


def test_what_another_group_takes_already_cannot_be_taken_twice_and_it_says_so(show, link, qtbot):
    invoice = member("invoice (2).txt", selected=True)
    alike = group_of(member("invoice.txt", keep=True), invoice)
    april = member("april.txt", keep=True, size=2_000)
    template = group_of(
        april, member("invoice (2).txt"), likeness=MatchKind.TEMPLATE, similarity=0.9, reclaimable_bytes=0
    )
    link.groups = [alike, template]
    page = show()
    page.groups.choose(1)
    page.members.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(page) == [None, UNCHECKED]
    assert "cannot be taken here" in page.notice.words


def test_k_keeps_another_file_and_says_that_it_was_chosen(page, qtbot):
    page.members.setFocus()
    press(qtbot, Qt.Key.Key_K)
    first = page.members.members.row(0)
    assert first.member.path.name == "report (2).txt"
    assert "chosen by you" in page.members.members.accessible_text(first)
    assert page.groups.current.members[0].path.name == "report (2).txt"


def test_k_leaves_what_was_chosen_of_the_other_files(page, qtbot):
    page.members.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    spared = page.members.current.path
    before = {row.member.path: row.member.selected for row in map(page.members.members.row, range(4))}
    assert not before[spared]
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_K)
    rows = [page.members.members.row(at).member for at in range(4)]
    assert rows[0].path.name == "report (2).txt"
    assert not next(each for each in rows if each.path == spared).selected
    assert any(each.selected for each in rows)


def test_enter_goes_from_the_groups_to_the_files_and_escape_back(page, qtbot):
    qtbot.waitUntil(lambda: page.comparison.sides.model().rowCount() > 0)
    page.groups.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page.members.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.groups.hasFocus()
    page.comparison.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.members.hasFocus()


def test_files_are_opened_shown_and_their_path_copied_by_keys(page, qtbot, desktop, tmp_path, link, show):
    real = tmp_path / "report (2).txt"
    real.write_text("x")
    copy = member(str(real), selected=True)
    link.groups = [group_of(member("report.txt", keep=True), copy)]
    page.refresh()
    qtbot.waitUntil(lambda: page.members.current is not None and page.members.current.path == real)
    page.members.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert desktop.did == [("open", real), ("reveal", real)]
    assert QApplication.clipboard().text() == str(real)


@pytest.mark.parametrize(
    ("key", "modifiers", "row"),
    [
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, 4),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, 4),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, 4),
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, 4),
    ],
)
@pytest.mark.parametrize("pane", ["groups", "members", "comparison"])
def test_keys_go_from_difference_to_difference_from_every_pane(page, qtbot, link, pane, key, modifiers, row):
    view = page.comparison.sides
    qtbot.waitUntil(lambda: view.currentIndex().row() == 2)
    getattr(page, pane).setFocus()
    press(qtbot, key, modifiers)
    assert view.currentIndex().row() == row


def test_the_windows_own_meaning_of_these_keys_waits_outside(show, qtbot, preferences):
    page = show()
    window, matches = QMainWindow(), []
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    Shortcuts(preferences, window).bind("next-match", window, lambda: matches.append(1))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: page.comparison.sides.currentIndex().row() == 2)
    page.members.setFocus()
    qtbot.waitUntil(page.members.hasFocus)
    press(qtbot, Qt.Key.Key_F3)
    assert page.comparison.sides.currentIndex().row() == 4
    assert matches == []
    window.takeCentralWidget()


def test_identical_files_without_text_are_called_the_same(show, qtbot, link):
    page = show()
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    link.refusal = Failed(LibraryMessage.FILE_NOT_READ(file=Path("a.txt")))
    page.members.setCurrentIndex(page.members.model().index(2))
    qtbot.waitUntil(lambda: "no text to compare" in page.comparison._empty.accessibleName())


def test_after_the_last_difference_comes_the_first(page, qtbot):
    view = page.comparison.sides
    qtbot.waitUntil(lambda: view.currentIndex().row() == 2)
    page.comparison.step(1)
    page.comparison.step(1)
    assert view.currentIndex().row() == 2


def test_a_comparison_that_comes_too_late_is_not_shown(show, qtbot):
    page = show()
    link = page._link
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    link.waits = True
    choose(qtbot, page, "letter")
    qtbot.waitUntil(lambda: link.count(Compare) == 2)
    (late,) = link.waiting
    choose(qtbot, page, "draft")
    qtbot.waitUntil(lambda: link.count(Compare) == 3)
    link.rows = sides(1, rows=3)
    link.answer(max(link.waiting))
    link.rows = sides(rows=9)
    link.answer(late)
    assert page.comparison.sides.model().rowCount() == 3


def test_a_file_that_changed_is_compared_anew(show, qtbot, link):
    page = show()
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    page.refresh()
    qtbot.settle(page)
    assert link.count(Compare) == 1
    one = link.groups[0]
    newer = replace(one.members[1], modified_ns=one.members[1].modified_ns + 1)
    link.groups = [replace(one, members=(one.members[0], newer, *one.members[2:])), *link.groups[1:]]
    page.refresh()
    qtbot.waitUntil(lambda: link.count(Compare) == 2)


def test_a_comparison_can_be_tried_again_when_it_failed(show, qtbot, link):
    page = show()
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    link.refusal = Failed(LibraryMessage.FILE_NOT_READ(file=Path("a.txt")).advising(Remedy.CHECK_ITS_FOLDER()))
    choose(qtbot, page, "letter")
    qtbot.waitUntil(lambda: "has not read" in page.comparison._empty.accessibleName())
    link.refusal = None
    page.comparison._empty.acted.emit()
    assert page.comparison._views.currentWidget() is page.comparison.sides


def test_the_slider_regroups_what_was_read_and_rests_between(page, qtbot, link):
    before = link.count(AskGroups)
    for value in range(50, 96):
        page.header.slider.setValue(value)
    qtbot.waitUntil(lambda: "draft" not in names(page))
    assert link.count(AskGroups) - before < 5
    assert link.latest(AskGroups).reload is False
    assert names(page) == ["report", "letter"]


def test_an_answer_for_where_the_slider_was_before_is_dropped(page, qtbot, link):
    link.waits = True
    for value in (85, 95):
        page.header.slider.setValue(value)
        qtbot.waitUntil(lambda value=value: link.latest(AskGroups).review.threshold == value / 100)
    first, last = sorted(link.waiting)[-2:]
    link.answer(last)
    link.answer(first)
    assert names(page) == ["report", "letter"]


def test_the_chosen_group_stays_chosen_while_others_come_and_go(page, qtbot, link):
    choose(qtbot, page, "letter")
    link.groups = [group("new", 9), *link.groups[1:]]
    page.refresh()
    qtbot.waitUntil(lambda: "new" in names(page))
    assert page.groups.current.members[0].path.name == "letter.txt"


def test_a_kind_is_sifted_out_and_all_are_shown_again(page, qtbot, link):
    page.header.kinds.setCurrentIndex(page.header.kinds.findData(MatchKind.CONTAINED.value))
    assert page.empty.isVisible()
    assert "No group is like that" in page.empty.accessibleName()
    page.empty.acted.emit()
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    assert page.groups.isVisible()


def test_a_folder_is_asked_for(page, link):
    boxes = [box for box in page.header.findChildren(QComboBox) if box.accessibleName() == "Folder"]
    boxes[0].setCurrentIndex(1)
    assert link.latest(AskGroups).review.folder == link.folders[0]


def test_it_says_so_when_nothing_is_alike(show, link):
    link.groups = []
    page = show()
    assert page.empty.accessibleName() == "No two files are alike"
    assert not page.bar.isVisible()


def test_it_says_so_while_files_are_still_compared(show, link):
    link.groups, link.uncompared = [], 7
    page = show()
    assert "7 document(s) still to be compared" in page.empty.accessibleName()


def test_a_library_that_cannot_be_read_can_be_tried_again(show, qtbot, link):
    link.refusal = Failed(LibraryMessage.NOTHING_INDEXED().advising(Remedy.TRY_ONCE_MORE()))
    page = show()
    assert "Nothing in this library is indexed yet" in page.empty.accessibleName()
    link.refusal = None
    page.empty.acted.emit()
    qtbot.waitUntil(lambda: len(names(page)) == 4)


def test_nothing_is_asked_while_the_place_is_hidden(page, link, qtbot):
    page.hide()
    before = link.count(AskGroups)
    page.refresh()
    assert link.count(AskGroups) == before
    page.show()
    qtbot.waitUntil(lambda: link.count(AskGroups) == before + 1)
    assert link.latest(AskGroups).reload


def test_more_groups_come_when_the_end_of_the_list_is_near(show, qtbot, link):
    link.groups = [group(f"group {number:03}") for number in range(450)]
    page = show()
    assert len(page.groups.groups) == 200
    page.groups.scrollToBottom()
    qtbot.waitUntil(lambda: len(page.groups.groups) == 400)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_every_control_is_reached_by_tab_and_has_a_name(page, qtbot, key):
    choose(qtbot, page, "report")
    qtbot.waitUntil(lambda: page.comparison.sides.isVisible())
    page.notice.say("warn", "Something was interrupted.", "Put them back", page.refresh)
    controls = {
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and not each.focusProxy()
    }
    seen = set()
    for _ in range(2 * len(controls)):
        seen.add(QApplication.focusWidget())
        press(qtbot, key)
    assert len(controls) > 12
    assert {each.accessibleName() or each.text() for each in controls - seen} == set()
    assert all(each.accessibleName() or each.text() for each in controls)


def test_rows_say_what_they_show(page):
    words = page.groups.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Identical: report.txt, 4 file(s), 100 % alike, 3.0 kB to gain"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [300, 700, 1600])
def test_it_can_be_drawn_at_any_width_in_both_directions(show, qtbot, link, direction, width):
    link.groups = [group("a name that goes on and on " * 8, 3), group("b", 1, MatchKind.TEMPLATE, 0.5)]
    page = show()
    page.setLayoutDirection(direction)
    page.resize(width, 600)
    assert not page.grab().isNull()
    assert page.width() <= max(width, 420)


def seen(page) -> list[str]:
    panes = {"groups": page.groups, "files": page.members, "comparison": page.comparison}
    return [name for name, pane in panes.items() if pane.isVisible()]


def test_a_narrow_window_shows_one_pane_at_a_time_with_ways_to_the_others(show, qtbot):
    page = show()
    page.resize(420, 340)
    qtbot.waitUntil(lambda: seen(page) == ["groups"])
    rows = page.groups.viewport().height() / page.groups.visualRect(page.groups.model().index(0)).height()
    assert rows >= 2
    press(qtbot, Qt.Key.Key_Return)
    assert seen(page) == ["files"]
    assert page.members.hasFocus()
    assert page.bar.isVisible()
    on = next(each for each in page.findChildren(QToolButton) if each.text() == "Compare" and each.isVisible())
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert seen(page) == ["comparison"]
    assert page.comparison.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Escape)
    assert seen(page) == ["files"]
    press(qtbot, Qt.Key.Key_Escape)
    assert seen(page) == ["groups"]
    press(qtbot, Qt.Key.Key_F3)
    assert seen(page) == ["comparison"]
    page.resize(1080, 700)
    qtbot.waitUntil(lambda: seen(page) == ["groups", "files", "comparison"])
    assert page.header.isVisible()


@pytest.mark.parametrize("width", [420, 1080])
def test_a_look_that_takes_long_leaves_the_focus_where_the_user_writes(services, link, qtbot, width):
    link.waits = True
    window = QWidget()
    qtbot.addWidget(window)
    box, page = QLineEdit(window), DuplicatesPage(services)
    column = QVBoxLayout(window)
    column.addWidget(box)
    column.addWidget(page)
    window.resize(width, 500)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(lambda: "Looking through" in page.empty.accessibleName())
    assert window.focusWidget() is box
    link.answer()
    qtbot.waitUntil(page.groups.isVisible)
    assert window.focusWidget() is box


def test_the_filters_are_folded_away_in_a_narrow_window_unless_they_filter(show, qtbot):
    page = show()
    page.resize(420, 340)
    qtbot.waitUntil(lambda: not page.header.kinds.isVisible())
    fold = next(each for each in page.findChildren(QToolButton) if each.accessibleName() == "Filters")
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert page.header.kinds.isVisible()


def choose_from_group_menu(page, words: str) -> None:
    page.groups.menu_wanted.emit(page.groups.mapToGlobal(page.groups.rect().center()))
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_the_menu_of_a_group_selects_ignores_and_filters(page, qtbot, link):
    choose(qtbot, page, "draft")
    choose_from_group_menu(page, "Select all files but the one that stays")
    assert link.latest(AskGroups).review.choices.selected == (HOME / "draft (2).txt",)
    choose_from_group_menu(page, "Select none of its files")
    assert link.latest(AskGroups).review.choices.deselected == (HOME / "draft (2).txt",)
    choose_from_group_menu(page, "Only groups in this folder")
    assert link.latest(AskGroups).review.folder == HOME
    choose_from_group_menu(page, "Copy the paths of all files")
    assert QApplication.clipboard().text().splitlines() == [str(HOME / "draft.txt"), str(HOME / "draft (2).txt")]


def test_a_group_that_needs_a_decision_promises_no_bytes(page):
    words = [page.groups.model().index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(4)]
    assert [each.endswith("to gain") for each in words] == [True, True, False, False]


def test_when_the_chosen_group_is_gone_its_neighbour_is_chosen_and_seen(show, link, qtbot):
    link.groups = [group(f"letter {number}", 1) for number in range(60)]
    page = show()
    page.groups.choose(2)
    link.groups = link.groups[40:]
    page.refresh()
    qtbot.waitUntil(lambda: len(page.groups.groups) == 20)
    assert page.groups.current == page.groups.groups[2]
    seen = page.groups.visualRect(page.groups.currentIndex())
    assert page.groups.viewport().rect().contains(seen)


def test_files_of_one_name_are_told_apart_by_their_folders(page, qtbot):
    keep, other = (replace(member("report.txt"), path=HOME / folder / "report.txt") for folder in ("new", "old"))
    page.comparison.compare(keep, other)
    assert [label.text() for label in (page.comparison._first, page.comparison._second)] == [
        str(Path("new") / "report.txt"), str(Path("old") / "report.txt"),
    ]  # fmt: skip
