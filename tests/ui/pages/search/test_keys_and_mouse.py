"""Keys, mouse and menus of the search page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QToolButton
from searchstubs import result

from findling.domain.duplicates import ListForm
from findling.domain.library import FolderReport
from findling.domain.search import Relevance, SortOrder
from findling.domain.topics import GroupingState, Topic, TopicTree
from findling.processes.reader.export_messages import ResultsWritten, WriteResults
from findling.processes.reader.library_messages import AskFolders, FolderReports
from findling.processes.reader.topic_messages import AskTopics
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.filter_chips import FilterChip
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.search_history import SavedSearch
from findling.ui.pages.search.sort_button import SortButton
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.popups import NamePopup, SpanPopup

Key = Qt.Key
Control, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
HOME = Path("/home/ada")


@pytest.fixture
def results(qtbot, page, box, link):
    """Twelve results, the third with passages to unfold, the last two weak."""
    page.search("boiler")
    qtbot.waitUntil(lambda: bool(link.searches))
    found = [result(f"{at}.pdf", passages=3 if at == 2 else 1) for at in range(10)]
    link.give(*found, result("10.pdf", Relevance.WEAK), result("11.pdf", Relevance.WEAK))
    results = page.findChild(ResultsList)
    qtbot.waitUntil(results.isVisible)
    return results


def chosen(page) -> str:
    return page.current().path.name


def open_menu() -> QMenu:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())


def test_arrows_move_the_choice_while_the_caret_stays_in_the_box(qtbot, page, box, results):
    qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Up)
    assert chosen(page) == "1.pdf"
    qtbot.keyClick(box, Key.Key_End, Control)
    assert chosen(page) == "11.pdf"
    qtbot.keyClick(box, Key.Key_PageUp)
    qtbot.keyClick(box, Key.Key_PageDown)
    assert chosen(page) == "11.pdf"
    qtbot.keyClick(box, Key.Key_Home, Control)
    assert chosen(page) == "0.pdf"
    assert box.hasFocus()


def test_the_line_between_results_is_stepped_over_both_ways(qtbot, page, box, results):
    for _ in range(10):
        qtbot.keyClick(box, Key.Key_Down)
    assert chosen(page) == "10.pdf"
    qtbot.keyClick(box, Key.Key_Up)
    assert chosen(page) == "9.pdf"


def test_keys_do_what_they_say_with_what_is_chosen(qtbot, page, box, results, desktop, tmp_path, link):
    file = tmp_path / "found.pdf"
    file.write_text("x")
    page.search("found")
    qtbot.waitUntil(lambda: link.searches[-1].query == "found")
    link.give(replace(result("found.pdf"), path=file))
    qtbot.keyClick(box, Key.Key_Return)
    qtbot.keyClick(box, Key.Key_Return, Control)
    assert desktop.did == [("open", file), ("reveal", file)]
    qtbot.keyClick(box, Key.Key_C, Control | Shift)
    assert QGuiApplication.clipboard().text() == str(file)
    qtbot.keyClick(box, Key.Key_Q, Control | Shift)
    assert "The boiler leaks again." in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(page.peeked) as peeked:
        qtbot.keyClick(box, Key.Key_Space, Control)
    assert peeked.args[0].path == file


def test_space_is_typed_in_the_box_and_peeks_in_the_list(qtbot, page, box, results):
    box.end(False)
    qtbot.keyClick(box, Key.Key_Space)
    assert page.text() == "boiler "
    results.setFocus()
    with qtbot.waitSignal(page.peeked):
        qtbot.keyClick(results, Key.Key_Space)


def test_what_is_typed_in_the_list_goes_into_the_box(qtbot, page, box, results):
    results.setFocus()
    qtbot.keyClicks(results, "s")
    assert page.text() == "boilers"
    assert box.hasFocus()


def test_escape_clears_and_then_asks_to_hide(qtbot, page, box, results):
    results.setFocus()
    qtbot.keyClick(results, Key.Key_Escape)
    assert box.hasFocus()
    qtbot.keyClick(box, Key.Key_Escape)
    assert page.text() == ""
    with qtbot.waitSignal(page.hide_wanted):
        qtbot.keyClick(box, Key.Key_Escape)


def test_further_passages_unfold_by_keys_and_by_a_click(qtbot, page, box, results):
    before = results.model().rowCount()
    for _ in range(2):
        qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Right, Alt)
    assert results.model().rowCount() == before + 2
    qtbot.keyClick(box, Key.Key_Down)
    assert (chosen(page), page.current().at) == ("2.pdf", 1)
    results.setFocus()
    qtbot.keyClick(results, Key.Key_Left)
    assert (results.model().rowCount(), page.current().at) == (before, 0)
    row = results.visualRect(results.currentIndex())
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, row.bottom() - 18))
    assert results.model().rowCount() == before + 2


def test_a_double_click_opens(qtbot, page, results, desktop):
    at = results.visualRect(results.model().index(1, 0)).center()
    told = []
    results.opened.connect(lambda: told.append(chosen(page)))
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == ["1.pdf"]


def read_menu() -> dict[str, str]:
    menu = open_menu()
    actions = {action.text(): action.shortcut().toString() for action in menu.actions() if action.isEnabled()}
    menu.close()
    return {words: keys for words, keys in actions.items() if words}


def test_the_menu_has_every_action_with_its_keys(qtbot, page, results):
    results.menu_wanted.emit(results.mapToGlobal(QPoint(10, 10)))
    assert read_menu() == {
        "Open the file": "Return",
        "Show the file in its folder": "Ctrl+Return",
        "Copy the file's path": "Ctrl+Shift+C",
        "Copy the file itself": "Ctrl+C",
        "Copy the passage with its source": "Ctrl+Shift+Q",
        "Peek at the file": "Space",
        "Documents like this one": "Ctrl+L",
        "Passages like this one": "",
        "Versions, and what changed…": "",
        "Labels…": "Ctrl+T",
        "Only this folder": "",
        "Leave this folder out": "",
        "Rename the file…": "F2",
        "Move the file to the bin…": "Del",
        "Save the results as a list…": "",
    }


def test_passages_like_the_chosen_one_are_searched_for_as_if_it_were_pasted(qtbot, page, box, results, link):
    passage = page.current().hit.text
    (like,) = (each for each in page.offered_actions() if each.words == "Passages like this one")
    like.do()
    assert box.text() == " ".join(passage.split())
    qtbot.waitUntil(lambda: link.searches[-1].query == box.text())


def test_of_several_files_the_menu_has_what_can_be_done_with_all(qtbot, page, box, results):
    for _ in range(2):
        qtbot.keyClick(box, Key.Key_Down, Shift)
    results.menu_wanted.emit(results.mapToGlobal(QPoint(10, 10)))
    assert list(read_menu()) == [
        "Open 3 files",
        "Copy 3 paths",
        "Copy 3 files",
        "Copy the passages of 3 files with their sources",
        "Labels of 3 files…",
        "Only this folder",
        "Leave this folder out",
        "Move 3 files to the bin…",
        "Save 3 results as a list…",
    ]


def test_several_are_selected_by_shift_and_control_and_copied_in_their_order(qtbot, page, box, results, link):
    results.setFocus()
    qtbot.keyClick(results, Key.Key_Down)
    qtbot.keyClick(results, Key.Key_Down, Shift)
    at = results.visualRect(results.model().index(0, 0)).center()
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, Control, at)
    qtbot.keyClick(results, Key.Key_C, Control | Shift)
    assert QGuiApplication.clipboard().text().splitlines() == [str(HOME / f"{at}.pdf") for at in range(3)]
    qtbot.keyClick(results, Key.Key_C, Control)
    copied = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()).name for url in copied] == ["0.pdf", "1.pdf", "2.pdf"]
    qtbot.keyClick(results, Key.Key_Q, Control | Shift)
    assert QGuiApplication.clipboard().text().count("The boiler leaks again.") == 3
    dragged = results.model().mimeData(results.selectionModel().selectedIndexes())
    assert len(dragged.urls()) == 3


def test_a_selection_is_extended_to_the_row_that_is_clicked_with_shift(qtbot, page, box, results):
    qtbot.keyClick(box, Key.Key_Down)
    at = results.visualRect(results.model().index(3, 0)).center()
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, Shift, at)
    assert [row.result.path.name for row in results.selected_rows()] == ["1.pdf", "2.pdf", "3.pdf"]
    qtbot.keyClick(results, Key.Key_Up, Shift)
    assert len(page.chosen()) == 2
    qtbot.keyClick(results, Key.Key_Up)
    assert [each.path.name for each in page.chosen()] == ["1.pdf"]


def test_another_question_selects_its_first_answer_alone(qtbot, page, box, results, link):
    qtbot.keyClick(box, Key.Key_Down, Shift)
    page.search("other")
    qtbot.waitUntil(lambda: link.searches[-1].query == "other")
    link.give(result("a.pdf"), result("0.pdf"), result("1.pdf"))
    assert [each.path.name for each in page.chosen()] == ["a.pdf"]


def test_a_folder_is_searched_alone_or_left_out_from_the_menu(qtbot, page, box, results):
    results.menu_wanted.emit(results.mapToGlobal(QPoint(10, 10)))
    next(action for action in open_menu().actions() if action.text() == "Only this folder").trigger()
    assert page.text() == f"boiler in:{HOME}"
    open_menu().close()
    page.search("leak")
    assert [chip.accessibleName() for chip in chips(page)] == []


def test_results_are_asked_for_in_the_order_that_was_chosen(qtbot, page, box, results, link):
    button = page.findChild(SortButton)
    button.choose(SortOrder.DATE)
    qtbot.waitUntil(lambda: link.searches[-1].order is SortOrder.DATE)
    assert button.text() == "Latest first"
    link.give(result("new.pdf"), result("old.pdf"))
    assert chosen(page) == "new.pdf"
    page.search("other")
    qtbot.waitUntil(lambda: link.searches[-1].query == "other")
    assert link.searches[-1].order is SortOrder.DATE


def test_the_results_are_written_into_a_file_all_or_those_that_are_selected(
    qtbot, page, box, results, link, tmp_path, monkeypatch
):
    file = tmp_path / "found.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    for wanted in ((), (HOME / "0.pdf", HOME / "1.pdf")):
        results.menu_wanted.emit(results.mapToGlobal(QPoint(10, 10)))
        next(action for action in open_menu().actions() if "as a list" in action.text()).trigger()
        open_menu().close()
        question = list(link.asked.values())[-1]
        assert question == WriteResults("boiler", file, ListForm.JSON, only=wanted)
        link.say(ResultsWritten(file, len(wanted) or 12), number=len(link.asked))
        qtbot.keyClick(box, Key.Key_Down, Shift)
    assert "found.json" in page.findChild(NoticeBar).words


def test_a_search_is_saved_under_a_name(qtbot, page, box, results, history):
    qtbot.keyClick(box, Key.Key_D, Control)
    popup = page.findChild(NamePopup)
    field = popup.findChild(QLineEdit)
    assert field.text() == "boiler"
    field.setText("Heating")
    qtbot.keyClick(field, Key.Key_Return)
    assert history.saved() == (SavedSearch("Heating", "boiler"),)


def test_what_led_to_an_opened_file_is_remembered_and_proposed(qtbot, page, box, results, history):
    qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Space, Control)
    assert history.history() == ()
    qtbot.keyClick(box, Key.Key_Return)
    assert history.history() == ("boiler",)
    box.clear_text()
    qtbot.keyClick(box, Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup.model().index(0, 0).data() == "boiler"
    qtbot.keyClick(popup, Key.Key_Escape)
    assert page.text() == ""
    qtbot.keyClicks(box, "boi")
    qtbot.keyClick(box, Key.Key_Right)
    assert page.text() == "boiler"


@pytest.fixture
def proposals(qtbot, box, results, history):
    """Earlier searches, shown below an empty box."""
    history.remember("boiler")
    box.clear_text()
    qtbot.keyClick(box, Key.Key_Down)
    return QApplication.activePopupWidget()


def test_esc_closes_the_proposals_alone(qtbot, box, proposals):
    with qtbot.assertNotEmitted(box.left):
        qtbot.keyClick(proposals, Key.Key_Escape)
    assert not proposals.isVisible()


def test_enter_takes_a_proposal(qtbot, box, proposals):
    with qtbot.assertNotEmitted(box.opened):
        qtbot.keyClick(proposals, Key.Key_Down)
        qtbot.keyClick(proposals, Key.Key_Return)
    assert box.text() == "boiler"


def test_nothing_is_remembered_where_it_is_not_wanted(qtbot, page, box, results, history, preferences):
    preferences.change(keep_history=False)
    qtbot.keyClick(box, Key.Key_Return)
    assert history.history() == ()


def chips(page) -> list[FilterChip]:
    return [chip for chip in page.findChildren(FilterChip) if chip.isVisible()]


def test_filters_that_are_typed_are_chips_and_wrong_ones_say_why(page):
    page.search('boiler type:pdf in:"~/house/energy" after:2024-03-14 lang:de name:x after:soon')
    assert [chip.text() for chip in chips(page)] == [
        "PDF", f"in {isolate('energy')}", "since 14 Mar 2024", "German", f"“{isolate('x')}” in the name", "after:soon",
    ]  # fmt: skip
    wrong = chips(page)[-1]
    assert wrong.property("state") == "bad"
    assert wrong.toolTip() == "after:soon is no date such as 2024, 2024-06, 2024-06-30, 7d or this-week."


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("after:7d", "the last 7 day(s)"), ("before:2w", "before the last 2 week(s)"),
        ("after:1y", "the last 1 year(s)"),
        ("after:this-week", "since this week"), ("before:last-month", "before last month"),
        ("date:7d", "dated the last 7 day(s)"), ("date:2024-03", "dated Mar 2024"),
        ("date:2023..today", "dated 2023 – today"), ("date:2023..", "dated since 2023"),
        ("date:..2023", "dated until 2023"), ("from:ann", f"from {isolate('ann')}"),
        ("to:ann", f"to {isolate('ann')}"), ("author:ann", f"by {isolate('ann')}"),
        ('topic:"rent, lease"', f"about {isolate('rent, lease')}"),
        ("subject:rent", f"“{isolate('rent')}” in the subject"),
    ],
)  # fmt: skip
def test_dates_and_people_are_named(page, typed, label):
    page.search(typed)
    assert [chip.accessibleName() for chip in chips(page)] == [label]


def test_a_chip_is_taken_away_by_its_cross_or_by_delete_and_that_can_be_undone(qtbot, page, box):
    page.search("boiler type:pdf lang:de leak")
    chip = chips(page)[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, chip.height() // 2))
    assert page.text() == "boiler lang:de leak"
    chips(page)[0].setFocus()
    qtbot.keyClick(chips(page)[0], Key.Key_Delete)
    assert page.text() == "boiler leak"
    assert chips(page) == []
    qtbot.keyClick(box, Key.Key_Z, Control)
    assert page.text() == "boiler lang:de leak"


def test_a_chip_is_changed_by_a_click(qtbot, page):
    page.search("boiler type:pdf leak")
    qtbot.mouseClick(chips(page)[0], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    menu = open_menu()
    next(action for action in menu.actions() if action.text() == "E-mail").trigger()
    menu.close()
    assert page.text() == "boiler type:mail leak"


def filter_menu(page) -> QMenu:
    button = next(each for each in page.findChildren(QToolButton) if each.text() == "Filter")
    menu = button.menu()
    menu.aboutToShow.emit()
    return menu


def choose(menu: QMenu, *path: str) -> None:
    for name in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == name)
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


def test_filters_are_chosen_from_the_menu_and_written_into_the_query(page, link):
    page.search("boiler")
    number = next(number for number, question in link.asked.items() if isinstance(question, AskFolders))
    folder = Path.home() / "my notes"
    link.say(FolderReports((FolderReport(path=folder, files=1, indexed=1),)), number=number)
    choose(filter_menu(page), "Type", "PDF")
    choose(filter_menu(page), "Folder", "~/my notes")
    choose(filter_menu(page), "Language", "German")
    choose(filter_menu(page), "Date", "Today")
    assert page.text() == 'boiler type:pdf in:"~/my notes" lang:de after:today'
    assert [chip.property("state") or "" for chip in chips(page)] == ["", "", "", ""]


def test_topics_and_their_parts_are_chosen_from_the_menu_where_there_are_any(page, link):
    page.search("boiler")
    assert "Topic" not in [action.text() for action in filter_menu(page).actions()]
    number = next(number for number, question in link.asked.items() if isinstance(question, AskTopics))
    topics = (Topic(1, ("rent", "lease"), 9, (Topic(2, ("deposit",), 4),)), Topic(3, ("baking",), 2))
    link.say(TopicTree(GroupingState.GROUPED, 11, topics), number=number)
    choose(filter_menu(page), "Topic", "rent, lease", "All of it")
    choose(filter_menu(page), "Topic", "rent, lease", "deposit")
    choose(filter_menu(page), "Topic", "baking")
    assert page.text() == 'boiler topic:"rent, lease" topic:deposit topic:baking'


def test_every_filter_that_the_menu_offers_is_one_that_is_understood(page):
    menu = filter_menu(page)
    for below in [action.menu() for action in menu.actions() if action.menu()]:
        for action in below.actions():
            if not action.text().endswith("…") and action.text():
                page.search("")
                action.trigger()
                assert page.text()
                assert not any(chip.property("state") for chip in chips(page)), page.text()


def test_a_part_of_a_name_and_a_span_of_days_are_asked_for_in_a_popup(qtbot, page):
    page.search("boiler")
    choose(filter_menu(page), "Name contains…")
    field = page.findChild(NamePopup).findChild(QLineEdit)
    field.setText("two words")
    qtbot.keyClick(field, Key.Key_Return)
    choose(filter_menu(page), "Mail and authors", "From…")
    field = next(each for each in page.findChildren(NamePopup) if each.isVisible()).findChild(QLineEdit)
    field.setText("ann")
    qtbot.keyClick(field, Key.Key_Return)
    choose(filter_menu(page), "Date", "Between…")
    popup = page.findChild(SpanPopup)
    qtbot.mouseClick(popup.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert page.text().startswith('boiler name:"two words" from:ann after:')
    assert " before:" in page.text()
