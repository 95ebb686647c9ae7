"""Keys of the whole window: where Tab goes, what is typed anywhere, and a large look at a file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from windowparts import focused, preview_of

from findling.ui.app.page_stack import DUPLICATES, LIBRARY, SETTINGS
from findling.ui.pages.search.page import SearchPage
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.search_box import SearchBox

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
NARROW = 700


@pytest.fixture
def box(whole):
    return whole.findChild(SearchBox)


@pytest.fixture
def results(whole):
    return whole.findChild(ResultsList)


@pytest.fixture
def preview(whole):
    return preview_of(whole)


@pytest.fixture
def search(whole):
    return whole.findChild(SearchPage)


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focused(), key, modifier)


def label(widget: QWidget) -> str:
    return widget.accessibleName() or widget.property("text") or type(widget).__name__


def walk(qtbot, key: Qt.Key) -> list[QWidget]:
    """Press a key until the focus is back where it was."""
    start, passed = focused(), [focused()]
    press(qtbot, key)
    while focused() is not start:
        assert focused() not in passed, f"{label(focused())} comes twice"
        passed.append(focused())
        press(qtbot, key)
    return passed


def stops(window: QWidget) -> set[QWidget]:
    reachable = (each for each in window.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return {each for each in reachable if each.isVisible() and each.isEnabled() and not each.focusProxy()}


def test_tab_takes_search_results_preview_status_and_places_in_the_order_in_which_they_are_read(qtbot, whole, search):
    search.search("boiler type:txt lang:de")
    qtbot.waitUntil(lambda: search.current() is not None)
    names = [label(each) for each in walk(qtbot, Key.Key_Tab)]
    wanted = ["Search", "How to search", "Clear", "TXT", "German", "Add a filter", "Order: Best first"]
    assert names[: len(wanted)] == wanted
    rest = names[len(wanted) :]
    assert rest[0] == "Results"
    assert rest.index("Open the file") < rest.index("Document") < rest.index("Facts")
    assert rest.index("Facts") < rest.index("Pause indexing") < rest.index("Duplicates") < rest.index("Settings")


def test_every_control_of_a_place_is_reached_once_forwards_and_in_reverse_backwards(qtbot, whole):
    for page in range(SETTINGS + 1):
        whole.show_page(page)
        qtbot.settle(whole)
        next(each for each in stops(whole) if label(each) == "Library").setFocus()
        forwards = walk(qtbot, Key.Key_Tab)
        backwards = walk(qtbot, Key.Key_Backtab)
        assert {label(each) for each in stops(whole) - set(forwards)} == set()
        assert [label(each) for each in backwards] == [label(each) for each in [forwards[0], *forwards[:0:-1]]]


def test_what_is_typed_where_nothing_takes_it_goes_into_the_box(qtbot, whole, box, preview):
    for name in ("Document", "Facts", "Settings"):
        place = next(each for each in stops(whole) if label(each) == name)
        place.setFocus()
        before = box.text()
        qtbot.keyClicks(place, "x")
        assert box.text() == f"{before}x"
        assert box.hasFocus()


def test_from_another_place_it_leads_back_to_the_search(qtbot, whole, box):
    whole.show_page(LIBRARY)
    qtbot.keyClicks(focused(), "s")
    assert whole.page == 0
    assert box.text() == "boilers"


def test_letters_among_the_duplicates_are_their_keys(qtbot, whole, box):
    whole.show_page(DUPLICATES)
    qtbot.keyClicks(focused(), "x")
    assert whole.page == 1
    assert box.text() == "boiler"


def test_the_focus_goes_on_in_the_box_where_the_preview_is_hidden(qtbot, whole, box, preview):
    preview.setFocus()
    whole.toggle_preview()
    assert not preview.isVisible()
    assert box.hasFocus()


def test_space_in_the_list_opens_and_closes_a_large_look(qtbot, whole, results, preview, search):
    results.setFocus()
    press(qtbot, Key.Key_Space)
    assert preview.isVisible()
    assert not search.isVisible()
    assert preview.isAncestorOf(focused())
    press(qtbot, Key.Key_Space)
    assert search.isVisible()
    assert preview.isVisible()
    assert results.hasFocus()


def test_space_looks_from_the_box_once_the_selection_was_moved_there(qtbot, whole, box, search):
    box.setFocus()
    box.end(False)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Space)
    assert not search.isVisible()
    press(qtbot, Key.Key_Space)
    assert search.isVisible()
    assert box.hasFocus()
    assert box.text() == "boiler"


def test_who_goes_on_typing_after_that_space_loses_none_of_it(qtbot, whole, box, search):
    box.setFocus()
    box.end(False)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Space)
    for letter in "contract":
        qtbot.keyClicks(focused(), letter)
    assert search.isVisible()
    assert box.text() == "boiler contract"


def test_an_arrow_in_the_box_unfolds_and_folds_what_is_chosen(qtbot, whole, box, results):
    box.setFocus()
    box.end(False)
    press(qtbot, Key.Key_Right)
    assert results.model().rowCount() == 5
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Left)
    assert results.model().rowCount() == 3
    press(qtbot, Key.Key_Left)
    assert box.cursorPosition() == len("boiler") - 1


def test_enter_shows_a_file_first_where_the_preview_is_folded_and_opens_it_then(
    qtbot, whole, box, preview, search, whole_link, whole_desktop, tmp_path
):
    file = tmp_path / "contract.txt"
    file.write_text("The boiler leaks.")
    whole_link.results = (replace(whole_link.results[0], path=file),)
    search.search("contract")
    qtbot.waitUntil(lambda: search.current() is not None and search.current().path == file)
    whole.resize(NARROW, 600)
    qtbot.waitUntil(lambda: not preview.isVisible())
    press(qtbot, Key.Key_Return)
    assert preview.isVisible()
    assert not search.isVisible()
    assert whole_desktop.did == []
    press(qtbot, Key.Key_Return)
    assert whole_desktop.did == [("open", file)]
    press(qtbot, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert whole_desktop.did[1:] == [("reveal", file)]
    press(qtbot, Key.Key_Escape)
    assert box.hasFocus()


def test_a_narrow_window_shows_one_pane_at_a_time(qtbot, whole, preview, search):
    whole.resize(NARROW, 600)
    qtbot.waitUntil(lambda: not preview.isVisible())
    whole.toggle_preview()
    assert (preview.isVisible(), search.isVisible()) == (True, False)
    whole.toggle_preview()
    assert (preview.isVisible(), search.isVisible()) == (False, True)
    assert QApplication.focusWidget() is not None
