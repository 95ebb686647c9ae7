"""The first run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from findling.domain.job_progress import Transfer
from findling.domain.models import ModelCost, ModelOffer, Verification
from findling.messages.model_templates import ChoiceMessage, ModelMessage
from findling.paths import resources
from findling.processes.model_jobs.messages import Install, Installed
from findling.processes.reader.library_messages import AskStatus, MakeSurvey
from findling.processes.reader.model_messages import ModelChoices, WeighModels
from findling.processes.writer.messages import Add, Remove
from findling.ui.pages.welcome.page import WelcomePage
from findling.ui.widgets.controls import Label
from modelstubs import BUNDLED, FOREIGN, LARGE, Work, card
from readerstub import folder_report, survey

pytestmark = pytest.mark.usefixtures("in_english")


READY = ModelOffer(
    card(BUNDLED, bundled=True, installed=True), ModelCost(380.0, 25_000_000, 40), counted=True,
    reason=ChoiceMessage.READY(),
)  # fmt: skip
BETTER = ModelOffer(card(LARGE), ModelCost(7_400.0, 61_000_000, 40), counted=True, reason=ChoiceMessage.BETTER())
WIDER = ModelOffer(
    card(FOREIGN, bytes=135_000_000), ModelCost(1_900.0, 25_000_000, 0), counted=True,
    reason=ChoiceMessage.WIDER(languages=("de", "he"), share=0.25),
)  # fmt: skip


@pytest.fixture
def work(qapp):
    return Work()


@pytest.fixture
def welcome(qtbot, services, link, preferences, home):
    preferences.change(model=BUNDLED)
    link.choices = ModelChoices((READY, BETTER), LARGE)
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
    assert link.asked[-1] == MakeSurvey((home / "Music",), languages=True)
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


@pytest.fixture
def choosing(welcome):
    """The second step, with the folders confirmed."""
    welcome.start()
    press(welcome, "Continue")
    return welcome.model


def test_reading_begins_as_soon_as_the_folders_are_confirmed(qtbot, welcome, added, choosing, home):
    qtbot.waitUntil(lambda: added == [Add(home / "Papers"), Add(home / "Letters")])
    assert welcome.step is choosing


def test_the_models_are_cards_with_their_reasons_and_what_they_cost_for_these_folders(choosing, link):
    assert link.asked[-1] == WeighModels(tuple(link.surveys))
    ready, better = choosing.cards
    assert ready.words == (
        "Ready now",
        "It is part of Findling and understands English, and is fast on every computer.",
        "about 6 minute(s) for these folders · 25.0 MB on disk",
        "About 40 document(s) would be found by their words only.",
    )
    assert better.words[:2] == ("Better in English", "Recommended")
    assert "436.0 MB to download, once · about 2 hour(s) for these folders · 61.0 MB on disk" in better.words


def test_what_is_ready_is_ticked_and_nothing_is_downloaded_for_it(welcome, choosing, work, preferences):
    assert choosing.cards[0].radio.isChecked()
    assert choosing.consequence == ""
    press(welcome, "Continue")
    assert (welcome.step, work.jobs, preferences.settings.model) == (welcome.ready, [], BUNDLED)


def test_a_download_is_announced_before_it_begins_and_the_model_is_used_once_it_is_there(
    welcome, choosing, work, preferences
):
    choosing.cards[1].radio.click()
    assert "This goes to the internet: 436.0 MB from huggingface.co." in choosing.consequence
    assert work.jobs == []
    press(welcome, "Download 436.0 MB")
    assert (welcome.step, work.jobs) == (welcome.ready, [Install(LARGE)])
    work.progressed.emit(Install(LARGE), Transfer("model.onnx", 109_000_000, 436_000_000))
    assert welcome.ready.strip.words == "Downloading the model: 109.0 MB of 436.0 MB"
    work.finish(Installed(LARGE, Verification(LARGE, ())))
    assert (welcome.ready.strip.words, preferences.settings.model) == ("", LARGE)


def test_a_model_that_does_not_arrive_is_told_of_and_the_one_that_is_ready_answers(
    welcome, choosing, work, preferences
):
    choosing.cards[1].radio.click()
    press(welcome, "Download 436.0 MB")
    work.fail(ModelMessage.HUB_FORBIDDEN())
    assert welcome.ready.notice.words == "The environment variable HF_HUB_OFFLINE forbids fetching models."
    assert preferences.settings.model == BUNDLED
    press(welcome, "Try again")
    assert work.jobs == [Install(LARGE)]
    assert welcome.ready.notice.words == ""


def test_a_model_on_a_disk_needs_no_internet(welcome, choosing, work, home):
    choosing.cards[1].take_from(home / "models")
    assert choosing.consequence == ""
    press(welcome, "Continue")
    assert work.jobs == [Install(LARGE, home / "models")]


def test_a_third_card_comes_when_documents_in_other_languages_were_counted(welcome, choosing, link):
    choosing.cards[1].radio.click()
    link.choices = ModelChoices((READY, BETTER, WIDER), FOREIGN)
    welcome.folders.surveyed.emit()
    third = choosing.cards[2]
    assert third.words[:3] == (
        "For German and Hebrew",
        "Recommended",
        "It understands more languages: about 25% of these documents are in German, Hebrew.",
    )
    assert choosing.cards[1].radio.isChecked(), "what was chosen stays chosen"


def test_what_is_not_counted_yet_costs_nobody_knows_how_much(welcome, link, home):
    link.surveys = [survey(home / "Papers", 300, None, complete=False)]
    welcome.start()
    press(welcome, "Continue")
    assert "working out how long it takes for these folders…" in welcome.model.cards[0].words


def test_back_leads_to_the_folders_which_may_be_chosen_otherwise(qtbot, welcome, choosing, writer, added, home):
    taken_out = []
    writer.finished.connect(lambda command, _: taken_out.append(command) if isinstance(command, Remove) else None)
    press(welcome, "Back")
    assert welcome.step is welcome.folders
    welcome.folders.candidates.tick(home / "Letters").click()
    press(welcome, "Continue")
    qtbot.waitUntil(lambda: taken_out == [Remove(home / "Letters")])
    assert added.count(Add(home / "Papers")) <= 1


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
