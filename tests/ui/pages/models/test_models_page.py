"""The Models page: what it says of models, and what its buttons do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from findling.domain.job_progress import BuildStage, BuildStep, Transfer
from findling.domain.library import LanguageGap, ModelChange, Progress
from findling.domain.models import (
    BuildReport,
    CitedSource,
    Finding,
    FolderModel,
    ModelCost,
    ModelKind,
    ModelLimit,
    Parity,
    ProviderReport,
    Verification,
)
from findling.ipc.failures import Failed
from findling.messages.licence_templates import LicenceMessage
from findling.messages.limit_templates import LimitMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ChoiceMessage, FindingMessage, ModelMessage
from findling.processes.model_jobs.messages import (
    CheckFiles,
    Discard,
    Discarded,
    Examine,
    FilesChecked,
    Install,
    Installed,
    InstallOwn,
    Measure,
    Measured,
    SpeedUp,
    Verify,
)
from findling.processes.reader.model_messages import AskModels
from findling.ui.i18n.translation import isolate
from findling.ui.pages.models.card_actions import CardAction
from findling.ui.pages.models.model_card import LicenceBox
from findling.ui.pages.models.page import ModelsPage
from findling.ui.services.pause import Rest
from modelstubs import BUNDLED, FOREIGN, LARGE, RERANKER, card

SOUND = Verification(
    LARGE,
    (
        Finding("files", True, FindingMessage.FILES_PUBLISHED(count=5)),
        Finding("speed", None, FindingMessage.SPEED(tokens=900, milliseconds=4)),
    ),
)


def press(inside: QWidget, words: str) -> None:
    button = next(
        each for each in inside.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(inside)
    )
    button.click()


def shown_words(inside: QWidget) -> str:
    return "\n".join(label.text() for label in inside.findChildren(QLabel) if label.isVisibleTo(inside))


def actions(view) -> list[CardAction]:
    return [action for action in CardAction if view.button(action).isVisibleTo(view)]


def test_what_a_model_cannot_do_stands_among_its_details_with_who_states_it(show, library):
    limit = ModelLimit(LimitMessage.READS_AT_MOST(tokens=512), CitedSource("A paper", 2024, "arXiv:2402.05672"))
    library.cards = [replace(each, limits=(limit,)) if each.id == LARGE else each for each in library.cards]
    views = show().cards.views
    said = "".join(letter for letter in shown_words(views[LARGE]) if letter not in isolate(""))
    assert "• It reads at most 512 tokens at once. Findling cuts longer texts into passages." in said
    assert said.count("Limits, as A paper, 2024, arXiv:2402.05672 states them:") == 1
    assert "•" not in shown_words(views[FOREIGN])


def test_that_a_model_may_not_be_used_to_earn_money_stands_on_its_card(show, library):
    notes = (LicenceMessage.STATED_ONLY(stated="CC-BY-NC-4.0"), LicenceMessage.NON_COMMERCIAL(name="CC-BY-NC-4.0"))
    library.cards = [replace(each, license_notes=notes) if each.id == LARGE else each for each in library.cards]
    view = show().cards.views[LARGE]
    assert "the text of it is not there" in shown_words(view)
    press(view, "Fewer details")
    assert "It may not be used to earn money" in shown_words(view)
    assert "the text of it is not there" not in shown_words(view)


def install(library, model: str) -> None:
    library.cards = [replace(each, installed=True) if each.id == model else each for each in library.cards]


def test_a_card_says_what_the_model_is_and_what_it_costs_here(show):
    view = show().cards.views[LARGE]
    assert view.words == (
        "Not installed",
        "English · 436.0 MB",
        "about 2 hour(s) to go over, 82.0 MB on disk",
    )
    assert view.details == (
        "384 dimension(s) · reads 512 token(s) at once · fp32",
        "The hash of 1 of its file(s) was not published: a revision alone names them.",
    )


def test_what_is_recommended_for_the_files_stands_first_with_its_reason(show, library):
    library.reasons = {LARGE: ChoiceMessage.BETTER()}
    page = show()
    assert page.cards.recommended == LARGE
    tops = {model: view.mapTo(page, QPoint()).y() for model, view in page.cards.views.items()}
    assert min(tops, key=lambda model: tops[model]) == LARGE
    assert any("finds the right English document more often" in each for each in page.cards.views[LARGE].words)


@pytest.fixture
def folded(qtbot, services, preferences):
    """The page as it is shown, with nothing unfolded."""
    preferences.change(model=BUNDLED)
    page = ModelsPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_models_that_are_neither_here_nor_recommended_are_behind_a_button(folded, library):
    assert folded.cards.folded == (LARGE, FOREIGN, RERANKER)
    press(folded, "3 other model(s)")
    assert folded.cards.folded == ()
    press(folded, "Fewer models")
    assert folded.cards.folded == (LARGE, FOREIGN, RERANKER)


def test_a_model_that_someone_wants_to_see_is_unfolded(qtbot, folded):
    folded.show_model(FOREIGN)
    qtbot.waitUntil(lambda: folded.cards.views[FOREIGN].isVisible())


def test_technical_facts_and_what_needs_them_are_behind_a_button(folded):
    view = folded.cards.views[BUNDLED]
    assert view.details == ()
    assert not view.button(CardAction.VERIFY).isVisibleTo(view)
    press(view, "Details")
    assert view.details == ("384 dimension(s) · reads 512 token(s) at once · int8",)
    assert view.button(CardAction.VERIFY).isVisibleTo(view)


def test_what_was_published_is_compared_with_the_model_in_use(show):
    page = show()
    assert page.cards.views[BUNDLED].gauges.words == ("0.64", "0.82")
    assert page.cards.views[LARGE].gauges.words == ("0.73 better", "0.82 as now")
    assert page.cards.views[FOREIGN].gauges.isHidden(), "nothing was published of it"


@pytest.mark.parametrize(
    ("model", "is_installed", "expected"),
    [
        (BUNDLED, True, [CardAction.VERIFY]),
        (LARGE, False, [CardAction.INSTALL, CardAction.FROM_FOLDER]),
        (LARGE, True, [CardAction.USE, CardAction.VERIFY, CardAction.SPEED_UP, CardAction.REMOVE]),
        (RERANKER, False, [CardAction.INSTALL, CardAction.FROM_FOLDER]),
        (RERANKER, True, [CardAction.USE, CardAction.VERIFY, CardAction.REMOVE]),
    ],
)
def test_a_card_offers_what_can_be_done_with_the_model(show, library, model, is_installed, expected):
    if is_installed:
        install(library, model)
    assert actions(show().cards.views[model]) == expected


def test_nothing_is_downloaded_before_the_person_knows_from_where_and_how_much(show, work):
    view = show().cards.views[LARGE]
    view.button(CardAction.INSTALL).click()
    assert "This goes to the internet: 436.0 MB from huggingface.co (maker/large)" in view.proposal.words
    assert not work.jobs
    press(view.proposal, "Download 436.0 MB")
    assert work.jobs == [Install(LARGE)]


def test_a_mirror_is_named_where_one_is_chosen(show, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "https://hub.example:8080/mirror")
    view = show().cards.views[LARGE]
    view.button(CardAction.INSTALL).click()
    assert "436.0 MB from hub.example:8080 " in view.proposal.words


def test_escape_leaves_it_and_the_focus_is_where_it_was(show, work):
    view = show().cards.views[LARGE]
    view.button(CardAction.INSTALL).click()
    QTest.keyClick(view.proposal, Qt.Key.Key_Escape)
    assert view.proposal.words == ""
    assert view.button(CardAction.INSTALL).hasFocus()
    assert not work.jobs


def test_a_download_shows_how_far_it_is_and_can_be_left_off(show, work):
    page = show()
    view = page.cards.views[LARGE]
    view.button(CardAction.INSTALL).click()
    press(view.proposal, "Download 436.0 MB")
    assert not view.button(CardAction.INSTALL).isEnabled()
    work.progressed.emit(Install(LARGE), Transfer("onnx/model.onnx", 109_000_000, 436_000_000))
    assert (view.strip.words, view.strip.share) == ("Downloading: 109.0 MB of 436.0 MB", 0.25)
    press(view.strip, "Stop")
    assert work.ended == [LARGE]
    work.stopped.emit(work.jobs.pop())
    assert view.strip.words == ""
    assert view.notice.words == "Left off. What has arrived is kept for the next time."
    assert view.button(CardAction.INSTALL).isEnabled()


def test_a_download_that_fails_says_why_without_commands_and_can_be_tried_again(show, work):
    view = show().cards.views[LARGE]
    view.button(CardAction.INSTALL).click()
    press(view.proposal, "Download 436.0 MB")
    work.fail(ModelMessage.HUB_FORBIDDEN().advising(ModelRemedy.UNSET(), ModelRemedy.INSTALL_FROM_FOLDER(model=LARGE)))
    assert view.notice.words == (
        "The environment variable HF_HUB_OFFLINE forbids fetching models. Unset it. Or install it from a folder that"
        " holds its files."
    )
    press(view.notice, "Try again")
    assert work.jobs == [Install(LARGE)]


def test_a_model_that_is_installed_is_shown_as_such_with_what_was_found(show, library, work):
    page = show()
    view = page.cards.views[LARGE]
    view.button(CardAction.FROM_FOLDER).click()
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit("/disk/large")
    dialog.close()
    assert work.jobs == [Install(LARGE, Path("/disk/large"))]
    install(library, LARGE)
    work.finish(Installed(LARGE, SOUND))
    assert view.words[0] == "Installed"
    assert view.findings.words == (
        "all 5 files are those that were published",
        "900 tokens a second on one core, 4 ms a query",
    )
    press(view.notice, "Use it…")
    assert "large has to go through all texts of your library" in view.proposal.words


def test_using_a_model_says_what_happens_then_checks_its_files_then_changes_the_settings(
    qtbot, show, library, work, writer, preferences
):
    install(library, LARGE)
    view = show().cards.views[LARGE]
    view.button(CardAction.USE).click()
    assert "takes about 2 hour(s)" in view.proposal.words
    assert "mini goes on answering" in view.proposal.words
    press(view.proposal, "Use large")
    assert (work.jobs, preferences.settings.model) == ([CheckFiles(LARGE)], BUNDLED)
    work.finish(FilesChecked(LARGE))
    assert preferences.settings.model == LARGE
    assert view.words[0] == "Will answer when the change is done"
    library.model = LARGE
    writer.library_changed.emit()
    qtbot.waitUntil(lambda: view.words[0] == "In use")


def test_a_damaged_model_is_not_used(show, library, work, preferences):
    install(library, LARGE)
    view = show().cards.views[LARGE]
    view.button(CardAction.USE).click()
    press(view.proposal, "Use large")
    damaged = ModelMessage.MODEL_FILE_DAMAGED(file="model.onnx", model="large")
    work.fail(damaged.advising(ModelRemedy.INSTALL_AGAIN()))
    assert preferences.settings.model == BUNDLED
    assert view.notice.words == "The file model.onnx of the model large is damaged. Install the model again."


def test_a_change_shows_how_far_it_is_and_can_rest(show, library, pause):
    library.change = ModelChange(LARGE, 400, 100)
    page = show()
    assert page.change.words == (
        "Going over to large",
        "300 of 400 document(s) done. mini answers until all is done; then the new one does, at once.",
    )
    press(page.change, "Pause")
    assert pause.rest is Rest.RESUMED
    press(page.change, "Go on")
    assert pause.rest is Rest.NOT
    assert len(page.change.findChildren(QPushButton)) == 1, "it is called off on the card of the model that answers"


def test_progress_of_a_change_is_followed_to_its_end(qtbot, show, library, writer):
    library.change = ModelChange(LARGE, 400, 100)
    page = show()
    library.change = ModelChange(LARGE, 400, 50)
    writer.progressed.emit(Progress(doing="changing", seconds_left=180))
    qtbot.waitUntil(lambda: "350 of 400 document(s) done, about 3 minute(s) left" in page.change.words[1])
    library.change, library.model = None, LARGE
    writer.progressed.emit(Progress(doing="watching"))
    qtbot.waitUntil(lambda: page.change.words == ())


def test_findings_are_shown_and_what_is_wrong_is_said(show, work):
    view = show().cards.views[BUNDLED]
    view.button(CardAction.VERIFY).click()
    assert work.jobs == [Verify(BUNDLED)]
    assert view.strip.share is None, "nobody knows how long it takes"
    work.finish(Verification(BUNDLED, (Finding("answer", False, FindingMessage.NOTHING_TO_COMPARE()),)))
    assert view.findings.words == ("no vector of this model was published to compare with",)
    assert view.notice.words == "It is not as it should be. Install Findling again."


@pytest.mark.parametrize(
    ("files", "answer", "differs_from", "words", "tone"),
    [
        (True, True, "", "All is as it should be.", "good"),
        (True, None, "", "All is as it should be.", "good"),
        (None, None, "", "Nothing published was there to compare with.", "soft"),
        (None, None, "e5", "It differs from e5, which is as large: it is another model, or a damaged copy.", "warn"),
    ],
)
def test_what_could_not_be_compared_is_not_said_to_be_right(show, work, files, answer, differs_from, words, tone):
    view = show().cards.views[BUNDLED]
    view.button(CardAction.VERIFY).click()
    findings = (
        Finding("files", files, FindingMessage.FILES_PUBLISHED(count=4)),
        Finding("answer", answer, FindingMessage.NOTHING_TO_COMPARE()),
        Finding("graph", True, FindingMessage.LOADS(device=ModelMessage.PROCESSOR())),
    )
    work.finish(Verification(BUNDLED, findings, differs_from=differs_from))
    assert (view.notice.words, view.notice.tone) == (words, tone)


def test_a_question_is_seen_wholly_wherever_it_is_asked(qtbot, show):
    page = show()
    page.resize(900, 420)
    view = page.cards.views[FOREIGN]
    area = page.findChild(QScrollArea)
    button = view.button(CardAction.INSTALL)
    # At the very edge, so that what unfolds below it is out of sight.
    area.verticalScrollBar().setValue(button.mapTo(area.widget(), button.rect().bottomLeft()).y() - 400)
    button.click()

    def is_seen() -> bool:
        top = view.proposal.mapTo(area.viewport(), view.proposal.rect().topLeft()).y()
        return top >= 0 and top + view.proposal.height() <= area.viewport().height()

    qtbot.waitUntil(is_seen)


def test_a_refusal_is_taken_back_once_it_is_no_more(show, library):
    page = show()
    library.refusal = Failed(ModelMessage.NO_MODEL(model="large"))
    page.hide()
    page.show()
    assert page.notice.words == "There is no model named large."
    library.refusal = None
    page.hide()
    page.show()
    assert page.notice.words == ""


@pytest.mark.parametrize(
    ("is_used", "words"), [(True, "large-int8 is there."), (False, "The build does not agree closely enough")]
)
def test_a_faster_build_is_told_of_with_its_measured_agreement(show, library, work, is_used, words):
    install(library, LARGE)
    view = show().cards.views[LARGE]
    view.button(CardAction.SPEED_UP).click()
    press(view.proposal, "Make it")
    assert work.jobs == [SpeedUp(LARGE)]
    report = BuildReport(
        model="large-int8", original=LARGE, agreement=Parity(300, 0.994, 0.98, 0.91), used=is_used,
        speed=15.0, original_speed=5.0, bytes=110_000_000, original_bytes=436_000_000,
    )  # fmt: skip
    work.finish(report)
    assert words in view.notice.words
    assert "15.0 passages a second on one core instead of 5.0, 110.0 MB instead of 436.0 MB." in view.notice.words
    assert (
        "Compared on 300 passage(s): their vectors agree to 0.9940 in the mean, where 1 is the same, and 91% of the ten"
        " nearest are the same."
    ) in view.notice.words


def test_a_build_shows_its_steps_and_how_many_passages_are_compared_and_can_be_stopped(show, library, work):
    install(library, LARGE)
    view = show().cards.views[LARGE]
    view.button(CardAction.SPEED_UP).click()
    press(view.proposal, "Make it")
    job = SpeedUp(LARGE)
    work.progressed.emit(job, BuildStep(BuildStage.CONVERTING))
    assert (view.strip.words, view.strip.share) == ("Step 1 of 3: the build is made…", None)
    work.progressed.emit(job, BuildStep(BuildStage.ORIGINAL, 150, 300))
    assert view.strip.words == "Step 2 of 3: the original has embedded 150 of 300 passage(s)"
    assert view.strip.share == 0.25
    work.progressed.emit(job, BuildStep(BuildStage.BUILD, 150, 300))
    assert view.strip.share == 0.75
    press(view.strip, "Stop")
    assert work.ended == [LARGE]
    work.stopped.emit(work.jobs.pop())
    assert view.notice.words == "Left off. Nothing of the build is kept."


@pytest.mark.parametrize(("is_right", "offered"), [(True, True), (False, False)])
def test_a_build_for_graphics_cards_is_offered_where_one_computes_right(show, library, work, is_right, offered):
    install(library, LARGE)
    library.providers = (
        ProviderReport("CPUExecutionProvider", ModelMessage.PROCESSOR(), True, 0.0, 39.2, None),
        ProviderReport("CUDAExecutionProvider", ModelMessage.NVIDIA(), is_right, 0.0, 900.0, None),
    )
    view = show().cards.views[LARGE]
    assert (CardAction.SPEED_UP_GRAPHICS in actions(view)) is offered
    if offered:
        view.button(CardAction.SPEED_UP_GRAPHICS).click()
        press(view.proposal, "Make it")
        assert work.jobs == [SpeedUp(LARGE, "fp16")]


def test_a_reranker_is_used_once_it_is_known_what_it_costs_and_is_left_off_again(show, library, work, preferences):
    install(library, RERANKER)
    library.readings[RERANKER] = 3.42
    view = show().cards.views[RERANKER]
    assert "3.4 seconds more for each search\nYour files need not be gone through again for it." in view.words
    view.button(CardAction.USE).click()
    assert "Here that takes 3.4 seconds" in view.proposal.words
    press(view.proposal, f"Use {RERANKER}")
    assert (work.jobs, preferences.settings.reranker) == ([CheckFiles(RERANKER)], "")
    work.finish(FilesChecked(RERANKER, ModelKind.RERANKER))
    assert (preferences.settings.reranker, preferences.settings.model) == (RERANKER, BUNDLED)
    assert view.words[0] == "In use"
    assert actions(view) == [CardAction.STOP_USING, CardAction.VERIFY]
    view.button(CardAction.STOP_USING).click()
    assert preferences.settings.reranker == ""
    assert view.words[0] == "Installed"


def test_the_model_that_answers_while_a_change_goes_on_offers_to_call_it_off(show, library, work, preferences):
    install(library, LARGE)
    library.change = ModelChange(LARGE, 400, 100)
    page = show()
    preferences.change(model=LARGE)
    mini, large = page.cards.views[BUNDLED], page.cards.views[LARGE]
    assert mini.words[0] == "Answers until the change is done"
    assert large.words[0] == "Will answer when the change is done"
    assert CardAction.USE not in {*actions(mini), *actions(large)}
    mini.button(CardAction.CALL_OFF).click()
    assert preferences.settings.model == BUNDLED
    assert not work.jobs
    assert mini.words[0] == "In use"


def test_a_change_that_rests_says_so_and_no_time_that_is_not_true(qtbot, show, library, writer, pause):
    library.change = ModelChange(LARGE, 400, 100)
    page = show()
    writer.progressed.emit(Progress(doing="changing", seconds_left=180))
    qtbot.waitUntil(lambda: "about 3 minute(s) left" in page.change.words[1])
    pause.toggle()
    assert "300 of 400 document(s) done, and it rests." in page.change.words[1]
    pause.toggle()
    assert "300 of 400 document(s) done. " in page.change.words[1]


def test_a_library_without_text_has_nothing_to_embed(show, library):
    library.costs = {}
    assert "There is nothing to go through yet." in show().cards.views[LARGE].words


def test_files_that_a_model_does_not_understand_are_counted_on_its_card(show, library):
    library.costs[LARGE] = ModelCost(200.0, 82_000_000, 55)
    words = "about 3 minute(s) to go over, 82.0 MB on disk\n55 file(s) in languages that it does not know"
    assert words in show().cards.views[LARGE].words


def test_a_model_that_a_terminal_installs_appears_at_once(qtbot, show, library, tmp_path):
    page = show()
    install(library, LARGE)
    library.cards.append(card("mine", source="", installed=True))
    (tmp_path / "library" / "models" / "mine").mkdir(parents=True)
    qtbot.waitUntil(lambda: "mine" in page.cards.views)
    assert page.cards.views[LARGE].words[0] == "Installed"


def test_whatever_happened_while_it_was_not_seen_is_there_when_it_is_shown(qtbot, show, library):
    page = show()
    page.hide()
    install(library, LARGE)
    page.show()
    qtbot.waitUntil(lambda: page.cards.views[LARGE].words[0] == "Installed")


def test_a_build_stands_after_its_original_and_is_not_offered_again(qtbot, show, library):
    install(library, LARGE)
    library.cards.append(
        card(
            "large-int8",
            source="",
            original=LARGE,
            installed=True,
            precision="int8 build 1",
            number_format="int8",
            build="1",
        )
    )
    page = show()
    views = page.cards.views
    assert views["large-int8"].mapTo(page, QPoint()).y() < views[FOREIGN].mapTo(page, QPoint()).y()
    assert CardAction.SPEED_UP not in actions(views[LARGE])


def test_removing_says_what_it_frees_and_no_is_the_safe_answer(show, library, work):
    install(library, LARGE)
    page = show()
    view = page.cards.views[LARGE]
    view.button(CardAction.REMOVE).click()
    assert view.proposal.words == "Remove large? That frees 436.0 MB. It can be installed again."
    focused = page.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Not now"
    press(view.proposal, "Remove large")
    assert work.jobs == [Discard(LARGE)]
    library.cards = [replace(each, installed=each.bundled) for each in library.cards]
    work.finish(Discarded(LARGE, 436_000_000))
    assert view.words[0] == "Not installed"


def test_files_in_other_languages_are_counted_and_the_model_for_them_is_shown(qtbot, show, library):
    library.gap = LanguageGap(37, ("de", "fr"), ModelRemedy.INSTALL_FOR_THESE(model=FOREIGN), FOREIGN, 37)
    page = show()
    assert page.languages.words.startswith(
        "37 file(s) are in languages that the model in use does not know (German, French)"
    )
    assert page.languages.words.endswith("e5-world knows them.")
    press(page.languages, "Show it")
    qtbot.waitUntil(lambda: page.cards.views[FOREIGN].button(CardAction.INSTALL).hasFocus())


def test_a_model_that_knows_some_of_the_languages_is_not_said_to_know_them_all(show, library):
    library.gap = LanguageGap(37, ("de", "tlh"), None, FOREIGN, 30)
    assert show().languages.words.endswith("The model e5-world knows those of 30 of them.")


def test_what_was_put_away_stays_away(show, library, preferences):
    library.gap = LanguageGap(37, ("de",), None)
    page = show()
    page.languages.hide()
    asked = len(library.asked)
    preferences.change(model=LARGE)
    assert len(library.asked) > asked
    assert page.languages.words == ""


def test_a_server_that_embeds_is_visible(show, library):
    library.remote = "https://box.example"
    page = show()
    assert "sent to https://box.example" in page.remote.text()
    assert page.remote.isVisible()
    assert page.hardware.words == ("In use now: a server, https://box.example.",)


def test_hardware_says_what_runs_and_what_was_measured(show, library, work):
    library.notices = (ModelMessage.DEVICE_FAILED(device=ModelMessage.NVIDIA()),)
    page = show()
    assert page.hardware.words == (
        "In use now: CPU.",
        "The NVIDIA graphics card failed; the processor goes on in its place, and nothing is lost.",
    )
    assert page.hardware.table.isHidden()
    press(page.hardware, "Measure")
    assert work.jobs == [Measure(BUNDLED)]
    assert not page.hardware.measure.isEnabled()
    trials = (
        ProviderReport("CPUExecutionProvider", ModelMessage.PROCESSOR(), True, 0.0, 39.2, None),
        ProviderReport("CUDAExecutionProvider", ModelMessage.NVIDIA(), False, 0.0, 0.0, ModelMessage.ENDED_PROCESS()),
    )
    work.finish(Measured(BUNDLED, trials))
    assert page.hardware.table.rows == (
        ("processor (CPU)", "39", "–", "computes right"),
        ("NVIDIA graphics card (CUDA)", "–", "–", "it ended the process"),
    )
    assert page.hardware.measure.text() == "Measure again"


def pick(choice, words: str) -> None:
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def test_a_model_of_ones_own_is_asked_for_what_its_files_do_not_say(show, library, work):
    page = show()
    own = page.own
    page.examine(Path("/models/mine"))
    assert work.jobs == [Examine(Path("/models/mine"))]
    work.finish(FolderModel(("a.onnx", "b.onnx")))
    assert own.missing == (
        "Its files do not say all of it; its publisher does. Still to be chosen: which graph, how vectors are made,"
        " the longest input, what stands before a question, what stands before a passage."
    )
    pick(own.graph, "b.onnx")
    pick(own.pooling, "First token")
    pick(own.length, "512")
    pick(own.query.source, "These words:")
    own.query.words.setText("query: ")
    assert own.missing.endswith("Still to be chosen: what stands before a passage.")
    pick(own.passage.source, "Nothing")
    pick(own.language, "German")
    assert own.missing == ""
    press(own, "Install")
    told = InstallOwn(
        model="mine", folder=Path("/models/mine"), pooling="cls", query_prefix="query: ", max_tokens=512,
        passage_prefix="", languages=("de",), graph="b.onnx",
    )  # fmt: skip
    assert work.jobs == [told]
    work.fail(ModelMessage.BRINGS_DOWN(model="mine").advising(ModelRemedy.OTHER_BUILD_OF_IT()))
    assert "brings ONNX Runtime down" in own.notice.words
    press(own, "Install")
    library.cards.append(card("mine", source="", installed=True))
    work.finish(Installed("mine", SOUND))
    assert own.isHidden()
    assert "mine" in page.cards.views


def test_what_the_files_of_a_model_say_is_shown_and_need_not_be_chosen(show, work):
    page = show()
    page.examine(Path("/models/mine"))
    work.finish(FolderModel(("model.onnx",), "mean", "query: ", "", 300))
    own = page.own
    assert own.pooling.currentText() == "As its files say: Mean of all tokens"
    assert own.length.currentText() == "As its files say: 300"
    assert own.query.source.currentText() == f"As its files say: “{isolate('query: ')}”"
    assert own.passage.source.currentText() == "As its files say: nothing"
    assert own.language.currentText() == "I do not know"
    assert own.graph.isHidden()
    press(own, "Install")
    folder = Path("/models/mine")
    job = InstallOwn(model="mine", folder=folder, pooling="mean", max_tokens=300, graph="model.onnx")
    assert work.jobs == [job]


def test_it_is_said_that_a_graph_is_made_of_weights(show, work):
    page = show()
    page.examine(Path("/models/mine"))
    work.finish(
        FolderModel(
            ("model.safetensors",), "mean", "", "", 300, is_converted=True, license_notes=(LicenceMessage.NONE_KNOWN(),)
        )
    )
    assert "it is made of them on this computer" in shown_words(page.own)
    assert "It is not known under which licence it is." in shown_words(page.own)
    press(page.own, "Install")
    assert work.jobs[-1].graph == "model.safetensors"
    page.examine(Path("/models/other"))
    work.finish(FolderModel(("model.onnx",), "mean", "", "", 300))
    assert "it is made of them on this computer" not in shown_words(page.own)


def test_a_folder_without_a_model_is_told_of_and_another_can_be_chosen(show, work):
    page = show()
    page.examine(Path("/holiday"))
    work.fail(ModelMessage.NO_GRAPH(folder=Path("/holiday")).advising(ModelRemedy.EXPORT_TO_ONNX()))
    assert page.own.notice.words == (
        "The folder /holiday has no .onnx file and no model.safetensors. Export the model to ONNX first."
    )
    press(page.own, "Choose another folder…")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def test_all_that_is_asked_of_a_model_of_ones_own_has_a_name_and_is_reached_by_tab(show, work):
    page = show()
    page.examine(Path("/models/mine"))
    work.finish(FolderModel(("a.onnx", "b.onnx")))
    pick(page.own.query.source, "These words:")
    fields = [
        each
        for kind in (QComboBox, QLineEdit)
        for each in page.own.findChildren(kind)
        if each.isVisibleTo(page) and not isinstance(each.parent(), QComboBox)
    ]
    assert len(fields) == 8
    assert all(each.accessibleName() for each in fields)
    page.own.name.setFocus()
    seen = set()
    for _ in range(len(fields) + 4):
        seen.add(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert set(fields) <= seen


def test_what_is_found_in_a_folder_takes_no_focus_from_where_the_user_went_meanwhile(show, work):
    page = show()
    page.examine(Path("/models/mine"))
    page.cards.views[BUNDLED].focus()
    elsewhere = page.focusWidget()
    assert elsewhere is not None
    assert not page.own.isAncestorOf(elsewhere)
    work.finish(FolderModel(("a.onnx", "b.onnx")))
    assert page.focusWidget() is elsewhere


def test_looking_into_a_folder_can_be_left_off(show, work):
    page = show()
    page.examine(Path("/all/there/is"))
    press(page.own.strip, "Stop")
    assert work.ended == ["examining"]
    work.stopped.emit(work.jobs.pop())
    assert page.own.isHidden()


def test_while_it_is_not_seen_it_asks_nothing(qtbot, show, library, writer):
    page = show()
    page.hide()
    before = len(library.asked)
    writer.library_changed.emit()
    assert len(library.asked) == before
    page.show()
    qtbot.waitUntil(lambda: len(library.asked) > before)


def test_the_focus_stays_with_a_model_that_is_worked_on(show, work):
    view = show().cards.views[BUNDLED]
    view.button(CardAction.VERIFY).click()
    assert view.strip.cancel.hasFocus()
    work.finish(Verification(BUNDLED, (Finding("files", True, FindingMessage.FILES_PUBLISHED(count=4)),)))
    assert view.button(CardAction.VERIFY).hasFocus()


def test_the_licence_can_be_read_before_anything_is_installed(show):
    page = show()
    next(each for each in page.cards.views[LARGE].findChildren(QPushButton) if each.text() == "MIT").click()
    box = page.findChild(LicenceBox)
    assert "free of charge" in box.findChild(QPlainTextEdit).toPlainText()
    box.close()


def test_costs_that_are_counted_anew_do_not_vanish_meanwhile(show, library, work):
    page = show()
    before = page.cards.views[LARGE].words
    offers = [each.offer for each in page.cards.views.values()]
    page.cards.show_offers([replace(each, cost=None, counted=False) for each in offers])
    assert page.cards.views[LARGE].words == before


def test_all_buttons_are_reached_by_tab_and_have_names_of_their_own(show, library):
    install(library, LARGE)
    page = show()
    buttons = [each for each in page.findChildren(QPushButton) if each.isVisibleTo(page) and each.isEnabled()]
    seen = set()
    page.cards.views[BUNDLED].button(CardAction.VERIFY).setFocus()
    for _ in range(len(buttons) + 6):
        seen.add(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert set(buttons) <= seen
    names = [each.accessibleName() or each.text() for each in buttons]
    assert len(set(names)) == len(names)


def test_the_models_are_asked_for_again_after_the_settings_changed(show, library, preferences):
    show()
    before = sum(isinstance(each, AskModels) for each in library.asked)
    preferences.change(model=LARGE)
    assert sum(isinstance(each, AskModels) for each in library.asked) == before + 1
