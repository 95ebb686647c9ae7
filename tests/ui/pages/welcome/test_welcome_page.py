"""The first run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from findling.paths import resources
from findling.processes.reader.messages import AskStatus, MakeSurvey
from findling.processes.writer.messages import Add
from findling.ui.pages.welcome.page import WelcomePage
from findling.ui.widgets.controls import Label
from readerstub import folder_report, survey

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def welcome(qtbot, services, link, home):
    link.surveys = [survey(home / "Papers", 1204, 360.0), survey(home / "Letters", 60, 20.0)]
    welcome = WelcomePage(services)
    qtbot.addWidget(welcome)
    with qtbot.waitExposed(welcome):
        welcome.show()
    welcome.activateWindow()
    return welcome


@pytest.fixture
def added(writer):
    commands = []
    writer.finished.connect(lambda command, _: commands.append(command) if isinstance(command, Add) else None)
    writer.start()
    return commands


def press(welcome, words):
    next(each for each in welcome.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def words(welcome):
    return [each.text() for each in welcome.findChildren(Label) if each.isVisible()]


def test_the_first_screen_says_that_nothing_is_sent_anywhere(welcome):
    welcome.start()
    assert any("Nothing is sent anywhere." in each for each in words(welcome))


def test_suggestions_come_with_counts_and_times_and_their_sum(welcome, home):
    welcome.start()
    candidates = welcome.folders.candidates
    assert candidates.words(home / "Papers") == "1,204 document(s), about 6 minute(s)"
    assert welcome.folders.total == "Chosen: 1,264 document(s), about 6 minute(s), 25.3 MB on disk"
    candidates.tick(home / "Papers").click()
    assert welcome.folders.total == "Chosen: 60 document(s), less than a minute, 1.2 MB on disk"


def test_while_counting_goes_on_it_says_so(welcome, link, home):
    link.surveys = [survey(home / "Papers", 300, None, complete=False)]
    welcome.start()
    assert welcome.folders.candidates.words(home / "Papers") == "300 document(s) so far…"
    assert welcome.folders.total == "Chosen: 300 document(s)"


def test_a_folder_without_documents_is_not_chosen_unless_by_hand(welcome, link, home):
    link.surveys = [survey(home / "Letters", 0, 0.0)]
    welcome.start()
    assert welcome.folders.candidates.chosen == ()
    assert not welcome.folders.go_on.isEnabled()
    welcome.folders.candidates.tick(home / "Letters").click()
    welcome.folders.candidates.show_surveys(link.surveys)
    assert welcome.folders.candidates.chosen == (home / "Letters",)


def test_a_dropped_folder_is_listed_and_counted(welcome, link, home):
    (home / "Music").mkdir()
    welcome.start()
    welcome.dropped.emit([home / "Music"])
    assert link.asked[-1] == MakeSurvey((home / "Music",))
    assert welcome.folders.candidates.words(home / "Music") == "100 document(s), about 6 minute(s)"


def test_what_is_dropped_before_the_suggestions_are_there_does_not_cut_them_short(welcome, link, home):
    (home / "Music").mkdir()
    link.waits = True
    welcome.start()
    welcome.dropped.emit([home / "Music"])
    link.tell()
    assert set(welcome.folders.candidates.paths) == {home / "Music", home / "Papers", home / "Letters"}
    link.tell()
    assert welcome.folders.candidates.words(home / "Music") == "100 document(s), about 6 minute(s)"


def test_a_folder_within_a_chosen_one_is_neither_counted_nor_added_twice(welcome, home):
    welcome.start()
    welcome.dropped.emit([home])
    assert "very wide" in welcome.folders.notice.words
    assert welcome.folders.candidates.chosen == (home,)


def test_reading_begins_as_soon_as_the_folders_are_confirmed(qtbot, welcome, added, home):
    welcome.start()
    press(welcome, "Continue")
    qtbot.waitUntil(lambda: added == [Add(home / "Papers"), Add(home / "Letters")])
    assert welcome.step is welcome.model
    assert welcome.model.cost == "about 6 minute(s) to read, 25.3 MB on disk"


def test_the_last_step_counts_live_and_leads_to_the_search(qtbot, welcome, writer, link, home):
    link.folders = [folder_report(home / "Papers", 1204, indexed=312)]
    welcome.start()
    press(welcome, "Continue")
    press(welcome, "Continue")
    assert welcome.ready.counts == "312 of 1,204 file(s) searchable"
    link.folders = [folder_report(home / "Papers", 1204, indexed=900)]
    writer.library_changed.emit()
    qtbot.waitUntil(lambda: welcome.ready.counts == "900 of 1,204 file(s) searchable")
    qtbot.keyClicks(welcome.ready.box, "boiler")
    with qtbot.waitSignals([welcome.search_wanted, welcome.done], order="strict"):
        qtbot.keyClick(welcome.ready.box, Qt.Key.Key_Return)


def test_later_adds_nothing(qtbot, welcome, link, added):
    welcome.start()
    with qtbot.waitSignal(welcome.done):
        press(welcome, "Later")
    assert added == []
    assert link.count(AskStatus) == 0


def test_the_sample_library_can_be_tried(qtbot, welcome, added):
    welcome.start()
    press(welcome, "Try it with sample documents")
    qtbot.waitUntil(lambda: added == [Add(resources() / "sample")])
    assert welcome.step is welcome.ready


def test_a_refused_folder_leads_back_with_the_reason(qtbot, welcome, added, home):
    welcome.start()
    (home / "Letters").rmdir()
    press(welcome, "Continue")
    qtbot.waitUntil(lambda: welcome.step is welcome.folders)
    assert "does not exist" in welcome.folders.notice.words


def test_it_can_be_gone_through_with_the_keyboard_alone(qtbot, welcome):
    welcome.start()
    assert welcome.focusWidget() is welcome.folders.go_on
    for _ in range(2):
        qtbot.keyClick(welcome.focusWidget(), Qt.Key.Key_Space)
    assert welcome.step is welcome.ready
    assert welcome.focusWidget() is welcome.ready.box


def test_the_ticks_are_reached_with_tab_and_say_what_they_tick(welcome, home):
    welcome.start()
    seen = []
    while welcome.focusWidget() not in seen:
        seen.append(welcome.focusWidget())
        welcome.focusNextChild()
    assert welcome.folders.candidates.tick(home / "Papers") in seen
    names = {each.accessibleName() for each in seen}
    assert "~/Papers, 1,204 document(s), about 6 minute(s)" in names
