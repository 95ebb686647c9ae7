"""Groups are looked through, sifted and compared: what is seen, what keys do, and what comes too late."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from duplicatestubs import HOME, group, member, sides
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QWidget

from findling.domain.duplicates import Group, MatchKind
from findling.ipc.failures import Failed
from findling.messages.library_templates import ClearingMessage, LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.duplicate_messages import AskGroups, Compare
from findling.ui.pages.duplicates.group_list import GroupsList, GroupsModel
from findling.ui.pages.duplicates.member_list import MembersModel
from findling.ui.services.shortcuts import Shortcuts

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def names(place) -> list[str]:
    return [each.members[0].path.stem for each in place.groups.groups]


def ticks(place) -> list[object]:
    model = place.members.members
    return [model.index(at).data(Qt.ItemDataRole.CheckStateRole) for at in range(model.rowCount())]


def choose(qtbot, place, name: str) -> None:
    place.groups.choose(names(place).index(name))


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


def test_what_there_is_stands_at_the_top_and_the_plan_at_the_bottom(place):
    assert place.head.words.text().endswith("could be freed")
    assert "8 file" in place.head.words.text()
    assert "3 group" in place.head.words.text()
    assert place.bar.words.text() == "Keep 2, bin 4, free 4.0 kB"
    assert place.bar.button.text() == "Move 4 file(s) to the bin"


def test_the_first_group_is_chosen_and_its_first_copy_compared(place, link, qtbot):
    assert place.groups.current.members[0].path.name == "report.txt"
    assert place.members.current.path.name == "report (2).txt"
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    question = link.latest(Compare)
    assert (question.first.name, question.second.name) == ("report.txt", "report (2).txt")


def test_the_first_group_is_chosen_wherever_the_keys_go(qtbot, theme, link):
    groups = GroupsList(theme)
    qtbot.addWidget(groups)
    groups.show_groups(link.groups)
    assert groups.current == link.groups[0]


def test_copies_are_ticked_and_templates_are_not(place, qtbot):
    assert ticks(place) == [None, CHECKED, CHECKED, CHECKED]
    choose(qtbot, place, "invoice")
    assert ticks(place) == [None, UNCHECKED, UNCHECKED]


def test_space_takes_a_file_out_of_the_plan_and_back_into_it(place, qtbot):
    place.members.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(place) == [None, UNCHECKED, CHECKED, CHECKED]
    assert place.bar.words.text() == "Keep 2, bin 3, free 3.0 kB"
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(place) == [None, CHECKED, CHECKED, CHECKED]


def test_the_box_is_ticked_with_the_mouse_too(place, qtbot):
    rect = place.members.visualRect(place.members.model().index(2))
    spot = rect.topLeft() + place.members.rect().topLeft()
    spot.setX(rect.left() + 24)
    spot.setY(rect.top() + 22)
    qtbot.mouseClick(place.members.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert ticks(place) == [None, CHECKED, UNCHECKED, CHECKED]


def test_the_file_that_stays_cannot_be_ticked(place, qtbot):
    place.members.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(place)[0] is None
    assert place.bar.words.text() == "Keep 2, bin 4, free 4.0 kB"


def test_a_protected_file_has_no_box_and_says_why(show, link):
    protected = member("safe/report.txt", protected=True)
    link.groups = [
        Group(
            likeness=MatchKind.IDENTICAL,
            similarity=1.0,
            reclaimable_bytes=1_000,
            reason=ClearingMessage.NEWEST(),
            members=(member("report.txt", keep=True), protected),
        )
    ]
    place = show()
    assert ticks(place) == [None, None]
    assert "protected folder" in place.members.model().index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not place.bar.button.isEnabled()


def test_what_another_group_takes_already_cannot_be_taken_twice_and_it_says_so(show, link, qtbot):
    invoice = member("invoice (2).txt", selected=True)
    alike = Group(
        likeness=MatchKind.IDENTICAL,
        similarity=1.0,
        reclaimable_bytes=1_000,
        reason=ClearingMessage.NEWEST(),
        members=(member("invoice.txt", keep=True), invoice),
    )
    april = member("april.txt", keep=True, size=2_000)
    template = Group(
        likeness=MatchKind.TEMPLATE,
        similarity=0.9,
        reclaimable_bytes=0,
        reason=ClearingMessage.NEWEST(),
        members=(april, member("invoice (2).txt")),
    )
    link.groups = [alike, template]
    place = show()
    place.groups.choose(1)
    place.members.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert ticks(place) == [None, UNCHECKED]
    assert "cannot be taken here" in place.notice.words


def test_k_keeps_another_file_and_says_that_it_was_chosen(place, qtbot):
    place.members.setFocus()
    press(qtbot, Qt.Key.Key_K)
    first = place.members.members.row(0)
    assert first.member.path.name == "report (2).txt"
    assert "chosen by you" in place.members.members.speak(first)
    assert place.groups.current.members[0].path.name == "report (2).txt"


def test_k_leaves_what_was_chosen_of_the_other_files(place, qtbot):
    place.members.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    spared = place.members.current.path
    before = {row.member.path: row.member.selected for row in map(place.members.members.row, range(4))}
    assert not before[spared]
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_K)
    rows = [place.members.members.row(at).member for at in range(4)]
    assert rows[0].path.name == "report (2).txt"
    assert not next(each for each in rows if each.path == spared).selected
    assert any(each.selected for each in rows)


def test_enter_goes_from_the_groups_to_the_files_and_escape_back(place, qtbot):
    qtbot.waitUntil(lambda: place.comparison.sides.model().rowCount() > 0)
    place.groups.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert place.members.hasFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert place.groups.hasFocus()
    place.comparison.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert place.members.hasFocus()


def test_files_are_opened_shown_and_their_path_copied_by_keys(place, qtbot, desktop, tmp_path, link, show):
    real = tmp_path / "report (2).txt"
    real.write_text("x")
    copy = member(str(real), selected=True)
    link.groups = [
        Group(
            likeness=MatchKind.IDENTICAL,
            similarity=1.0,
            reclaimable_bytes=1_000,
            reason=ClearingMessage.NEWEST(),
            members=(member("report.txt", keep=True), copy),
        )
    ]
    place.refresh()
    qtbot.waitUntil(lambda: place.members.current is not None and place.members.current.path == real)
    place.members.setFocus()
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
def test_keys_go_from_difference_to_difference_from_every_pane(place, qtbot, link, pane, key, modifiers, row):
    view = place.comparison.sides
    qtbot.waitUntil(lambda: view.currentIndex().row() == 2)
    getattr(place, pane).setFocus()
    press(qtbot, key, modifiers)
    assert view.currentIndex().row() == row


def test_the_windows_own_meaning_of_these_keys_waits_outside(show, qtbot, preferences):
    place = show()
    window, matches = QMainWindow(), []
    qtbot.addWidget(window)
    window.setCentralWidget(place)
    Shortcuts(preferences, window).bind("next-match", window, lambda: matches.append(1))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: place.comparison.sides.currentIndex().row() == 2)
    place.members.setFocus()
    qtbot.waitUntil(place.members.hasFocus)
    press(qtbot, Qt.Key.Key_F3)
    assert place.comparison.sides.currentIndex().row() == 4
    assert matches == []
    window.takeCentralWidget()


def test_identical_files_without_text_are_called_the_same(show, qtbot, link):
    place = show()
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    link.refusal = Failed(LibraryMessage.FILE_NOT_READ(file=Path("a.txt")))
    place.members.setCurrentIndex(place.members.model().index(2))
    qtbot.waitUntil(lambda: "no text to compare" in place.comparison._empty.accessibleName())


def test_after_the_last_difference_comes_the_first(place, qtbot):
    view = place.comparison.sides
    qtbot.waitUntil(lambda: view.currentIndex().row() == 2)
    place.comparison.step(1)
    place.comparison.step(1)
    assert view.currentIndex().row() == 2


def test_a_comparison_that_comes_too_late_is_not_shown(show, qtbot):
    place = show()
    link = place._link
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    link.waits = True
    choose(qtbot, place, "letter")
    qtbot.waitUntil(lambda: link.count(Compare) == 2)
    (late,) = link.waiting
    choose(qtbot, place, "draft")
    qtbot.waitUntil(lambda: link.count(Compare) == 3)
    link.rows = sides(1, rows=3)
    link.tell(max(link.waiting))
    link.rows = sides(rows=9)
    link.tell(late)
    assert place.comparison.sides.model().rowCount() == 3


def test_a_file_that_changed_is_compared_anew(show, qtbot, link):
    place = show()
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    place.refresh()
    qtbot.settle(place)
    assert link.count(Compare) == 1
    one = link.groups[0]
    newer = replace(one.members[1], modified_ns=one.members[1].modified_ns + 1)
    link.groups = [replace(one, members=(one.members[0], newer, *one.members[2:])), *link.groups[1:]]
    place.refresh()
    qtbot.waitUntil(lambda: link.count(Compare) == 2)


def test_a_comparison_can_be_tried_again_when_it_failed(show, qtbot, link):
    place = show()
    qtbot.waitUntil(lambda: link.count(Compare) == 1)
    link.refusal = Failed(LibraryMessage.FILE_NOT_READ(file=Path("a.txt")).advising(Remedy.CHECK_ITS_FOLDER()))
    choose(qtbot, place, "letter")
    qtbot.waitUntil(lambda: "has not read" in place.comparison._empty.accessibleName())
    link.refusal = None
    place.comparison._empty.acted.emit()
    assert place.comparison._views.currentWidget() is place.comparison.sides


def test_the_slider_regroups_what_was_read_and_rests_between(place, qtbot, link):
    before = link.count(AskGroups)
    for value in range(50, 96):
        place.head.slider.setValue(value)
    qtbot.waitUntil(lambda: "draft" not in names(place))
    assert link.count(AskGroups) - before < 5
    assert link.latest(AskGroups).anew is False
    assert names(place) == ["report", "letter"]


def test_an_answer_for_where_the_slider_was_before_is_dropped(place, qtbot, link):
    link.waits = True
    for value in (85, 95):
        place.head.slider.setValue(value)
        qtbot.waitUntil(lambda value=value: link.latest(AskGroups).review.threshold == value / 100)
    first, last = sorted(link.waiting)[-2:]
    link.tell(last)
    link.tell(first)
    assert names(place) == ["report", "letter"]


def test_the_chosen_group_stays_chosen_while_others_come_and_go(place, qtbot, link):
    choose(qtbot, place, "letter")
    link.groups = [group("new", 9), *link.groups[1:]]
    place.refresh()
    qtbot.waitUntil(lambda: "new" in names(place))
    assert place.groups.current.members[0].path.name == "letter.txt"


def test_a_kind_is_sifted_out_and_all_are_shown_again(place, qtbot, link):
    place.head.kinds.setCurrentIndex(place.head.kinds.findData(MatchKind.CONTAINED.value))
    assert place.empty.isVisible()
    assert "No group is like that" in place.empty.accessibleName()
    place.empty.acted.emit()
    qtbot.waitUntil(lambda: len(names(place)) == 4)
    assert place.groups.isVisible()


def test_a_folder_is_asked_for(place, link):
    boxes = [box for box in place.head.findChildren(QComboBox) if box.accessibleName() == "Folder"]
    boxes[0].setCurrentIndex(1)
    assert link.latest(AskGroups).review.folder == link.folders[0]


def test_it_says_so_when_nothing_is_alike(show, link):
    link.groups = []
    place = show()
    assert place.empty.accessibleName() == "No two files are alike"
    assert not place.bar.isVisible()


def test_it_says_so_while_files_are_still_compared(show, link):
    link.groups, link.uncompared = [], 7
    place = show()
    assert "7 document(s) still to be compared" in place.empty.accessibleName()


def test_a_library_that_cannot_be_read_can_be_tried_again(show, qtbot, link):
    link.refusal = Failed(LibraryMessage.NOTHING_INDEXED().advising(Remedy.TRY_ONCE_MORE()))
    place = show()
    assert "Nothing in this library is indexed yet" in place.empty.accessibleName()
    link.refusal = None
    place.empty.acted.emit()
    qtbot.waitUntil(lambda: len(names(place)) == 4)


def test_nothing_is_asked_while_the_place_is_hidden(place, link, qtbot):
    place.hide()
    before = link.count(AskGroups)
    place.refresh()
    assert link.count(AskGroups) == before
    place.show()
    qtbot.waitUntil(lambda: link.count(AskGroups) == before + 1)
    assert link.latest(AskGroups).anew


def test_more_groups_come_when_the_end_of_the_list_is_near(show, qtbot, link):
    link.groups = [group(f"group {number:03}") for number in range(450)]
    place = show()
    assert len(place.groups.groups) == 200
    place.groups.scrollToBottom()
    qtbot.waitUntil(lambda: len(place.groups.groups) == 400)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_every_control_is_reached_by_tab_and_has_a_name(place, qtbot, key):
    choose(qtbot, place, "report")
    qtbot.waitUntil(lambda: place.comparison.sides.isVisible())
    place.notice.say("warn", "Something was interrupted.", "Put them back", place.refresh)
    controls = {
        each
        for each in place.findChildren(QWidget)
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


def test_rows_say_what_they_show(place):
    words = place.groups.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Identical: report.txt, 4 file(s), 100 % alike, 3.0 kB to gain"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [300, 700, 1600])
def test_it_can_be_drawn_at_any_width_in_both_directions(show, qtbot, link, direction, width):
    link.groups = [group("a name that goes on and on " * 8, 3), group("b", 1, MatchKind.TEMPLATE, 0.5)]
    place = show()
    place.setLayoutDirection(direction)
    place.resize(width, 600)
    assert not place.grab().isNull()
    assert place.width() <= max(width, 420)


def test_when_the_chosen_group_is_gone_its_neighbour_is_chosen_and_seen(show, link, qtbot):
    link.groups = [group(f"letter {number}", 1) for number in range(60)]
    place = show()
    place.groups.choose(2)
    link.groups = link.groups[40:]
    place.refresh()
    qtbot.waitUntil(lambda: len(place.groups.groups) == 20)
    assert place.groups.current == place.groups.groups[2]
    seen = place.groups.visualRect(place.groups.currentIndex())
    assert place.groups.viewport().rect().contains(seen)


def test_files_of_one_name_are_told_apart_by_their_folders(place, qtbot):
    keep, other = (replace(member("report.txt"), path=HOME / folder / "report.txt") for folder in ("new", "old"))
    place.comparison.compare(keep, other)
    assert [label.accessibleName() for label in (place.comparison._first, place.comparison._second)] == [
        str(Path("new") / "report.txt"), str(Path("old") / "report.txt"),
    ]  # fmt: skip
