"""Typing, answers in any order, and the pages in place of results."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from searchstubs import answer, result, titles

from findling.domain.search import ExampleQuestions, Mode, Relevance, Result, TypingStage
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage, SearchMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.example_messages import AskExamples
from findling.processes.reader.label_messages import AskLabels
from findling.processes.reader.library_messages import AskFolders, FolderReports
from findling.processes.reader.search_messages import FindSimilar, SearchRequest, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from findling.processes.reader.topic_messages import AskTopics
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.widgets.spinner import Spinner

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier

TYPING = TypingStage.TYPING


def words(page) -> str:
    """All that can be read."""
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def button(page, said: str):
    kinds = (*page.findChildren(QPushButton), *page.findChildren(QToolButton))
    return next(each for each in kinds if each.isVisible() and said in each.text())


class ShowWatch(QObject):
    """Notes the widgets that are shown, however briefly."""

    def __init__(self, seen: list[QObject]) -> None:
        super().__init__()
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._seen.append(watched)
        return False


def ask(qtbot, link, box, text: str) -> None:
    """Type, until it has been asked."""
    before = len(link.searches)
    qtbot.keyClicks(box, text)
    qtbot.waitUntil(lambda: len(link.searches) > before and link.searches[-1].query == box.text())


def test_every_edit_is_asked_and_only_the_latest_is_answered(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boi")
    first = max(link.asked)
    receive = link.waiting[first]
    ask(qtbot, link, box, "ler")
    assert first not in link.waiting
    link.give(result("b.pdf"))
    receive(SearchResponse(answer("boi", result("old.pdf"))), True)
    assert titles(results) == ["b.pdf"]
    assert link.searches[-1] == SearchRequest("boiler", stage=TYPING)


def test_rows_found_by_words_are_shown_at_once_and_the_last_answer_keeps_what_was_chosen(
    qtbot, page, box, link, results
):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"), result("b"), final=False)
    assert titles(results) == ["a", "b"]
    qtbot.keyClick(box, Key.Key_Down)
    link.give(result("x"), result("b"), result("a"))
    assert titles(results) == ["x", "b", "a"]
    assert page.current().path.name == "b"


def test_the_best_result_is_the_chosen_one_until_another_is_chosen_by_hand(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"), result("b"), final=False)
    link.give(result("b"), result("a"))
    assert page.current().path.name == "b"
    assert page.current().query == "boiler"


def test_what_is_chosen_is_told_once_it_settles(qtbot, page, box, link):
    told = []
    page.selected.connect(told.append)
    ask(qtbot, link, box, "boiler")
    link.give(result("a"), result("b"), final=False)
    link.give(result("b"), result("a"))
    qtbot.waitUntil(lambda: bool(told))
    qtbot.settle(page)
    assert [selection.path.name for selection in told] == ["b"]
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: told[-1] is None)


def test_a_quick_search_is_not_seen(qtbot, page, box, link):
    seen = []
    watch = ShowWatch(seen)
    page.findChild(Spinner).installEventFilter(watch)
    link.at_once = (result("a"),)
    ask(qtbot, link, box, "boiler")
    qtbot.settle(page)
    assert seen == []


def test_a_search_that_takes_long_is_seen(qtbot, page, box, link):
    spinner = page.findChild(Spinner)
    ask(qtbot, link, box, "boiler")
    qtbot.waitUntil(spinner.isVisible)
    link.give(result("a"), final=False)
    assert spinner.isVisible()
    link.give(result("a"))
    assert not spinner.isVisible()


def test_a_question_that_another_window_displaced_is_asked_again(qtbot, page, box, link):
    ask(qtbot, link, box, "boiler")
    link.say(Superseded())
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    assert link.searches[0] == link.searches[1]


def test_half_a_word_of_an_input_method_is_not_asked(qtbot, page, box, link):
    bare = box.grab().toImage()
    QApplication.sendEvent(box, QInputMethodEvent("にほ", []))
    qtbot.settle(page)
    assert link.searches == []
    assert box.grab().toImage() != bare, "what is being composed is seen in the box"
    committed = QInputMethodEvent("", [])
    committed.setCommitString("日本")
    QApplication.sendEvent(box, committed)
    qtbot.waitUntil(lambda: bool(link.searches))
    assert link.searches[-1].query == "日本"


def test_the_mode_of_the_menu_is_asked_for(qtbot, page, box, link):
    ask(qtbot, link, box, "boiler")
    menu = next(each.menu() for each in box.findChildren(QToolButton) if each.menu())
    next(action for action in menu.actions() if action.text() == "By words alone").trigger()
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    assert link.searches[-1] == SearchRequest("boiler", Mode.WORDS, stage=TYPING)


def test_a_first_answer_that_is_full_is_not_said_to_be_all(qtbot, page, box, link):
    ask(qtbot, link, box, "boiler")
    link.give(*(result(f"{at}.pdf") for at in range(20)), final=False)
    assert "20+ file(s)" in words(page)
    link.give(*(result(f"{at}.pdf") for at in range(25)))
    assert "25 file(s)" in words(page)


def scroll_to_end(results: ResultsList) -> None:
    results.verticalScrollBar().setValue(results.verticalScrollBar().maximum())


def named(*numbers: int, relevance: Relevance = Relevance.STRONG) -> list[Result]:
    return [result(f"{at}.pdf", relevance) for at in numbers]


def test_near_the_end_of_a_full_list_those_that_follow_are_asked_for_once(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(30)))
    assert "30+ file(s)" in words(page)
    scroll_to_end(results)
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    assert link.searches[-1] == SearchRequest("boiler", limit=50, first=0, offset=30, stage=TYPING)
    value = results.verticalScrollBar().value()
    link.give(*named(*range(30, 50)))
    assert results.verticalScrollBar().value() == value
    assert titles(results) == [f"{at}.pdf" for at in range(50)]
    assert "50 file(s)" in words(page)
    scroll_to_end(results)
    qtbot.settle()
    assert len(link.searches) == 2


def test_a_list_that_is_not_full_has_no_more(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(29)))
    scroll_to_end(results)
    qtbot.settle()
    assert len(link.searches) == 1


def test_what_follows_leaves_the_choice_where_it_is_and_is_reached_by_keys(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(30)))
    qtbot.keyClick(box, Key.Key_PageDown)
    for _ in range(10):
        qtbot.keyClick(box, Key.Key_PageDown)
    assert page.current().path.name == "29.pdf"
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    link.give(*named(*range(30, 80)))
    assert page.current().path.name == "29.pdf"
    qtbot.keyClick(box, Key.Key_Down)
    assert page.current().path.name == "30.pdf"


def test_what_the_list_has_already_does_not_follow_again(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(30)))
    scroll_to_end(results)
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    # A file that was added meanwhile has moved the others down.
    link.give(*named(29, *range(30, 79)))
    assert titles(results) == [f"{at}.pdf" for at in range(79)]


def test_a_question_that_is_typed_meanwhile_wins_over_what_follows(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(30)))
    scroll_to_end(results)
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    receive = link.waiting[max(link.asked)]
    ask(qtbot, link, box, "s")
    link.give(result("a"))
    receive(SearchResponse(answer("boiler", *named(*range(30, 80)))), True)
    assert titles(results) == ["a"]


def test_a_window_that_is_not_filled_asks_for_what_follows_by_itself(qtbot, page, box, link, results):
    page.resize(640, 30 * 200)
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(30)))
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    assert link.searches[-1].offset == 30


def test_a_line_before_weaker_matches_stays_where_it_was_seen(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(29)), *named(29, relevance=Relevance.WEAK))
    scroll_to_end(results)
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    shown = titles(results)
    link.give(*named(*range(30, 80)))
    assert titles(results)[:31] == shown
    page.refresh()
    link.give(*named(*range(29)), *named(29, relevance=Relevance.WEAK), *named(*range(30, 80)))
    assert titles(results)[:31] == shown


def test_a_line_that_was_not_seen_moves_down_with_what_follows(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(28)), *named(28, 29, relevance=Relevance.WEAK))
    assert titles(results)[28] == "Weaker matches"
    results.end_neared.emit()
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    link.give(*named(*range(30, 60)), *named(60, relevance=Relevance.WEAK))
    assert titles(results)[28:30] == ["28.pdf", "29.pdf"]
    assert titles(results)[-2:] == ["Weaker matches", "60.pdf"]


def test_a_refresh_asks_for_all_that_is_there(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*named(*range(30)))
    scroll_to_end(results)
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    link.give(*named(*range(30, 50)))
    page.refresh()
    assert link.searches[-1] == SearchRequest("boiler", limit=80, first=0, stage=TYPING)


def test_while_files_are_indexed_nothing_in_view_moves_until_it_is_asked_for(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*(result(f"{at}") for at in range(30)))
    qtbot.mouseMove(results.viewport(), QPoint(40, 40))
    page.refresh()
    link.give(result("new 1"), result("new 2"), *(result(f"{at}") for at in range(30)), result("late"))
    assert titles(results)[:5] == ["0", "1", "2", "3", "4"]
    assert titles(results)[-1] == "late"
    qtbot.mouseClick(button(page, "Show 2 new result"), Qt.MouseButton.LeftButton)
    assert titles(results)[:3] == ["new 1", "new 2", "0"]
    assert page.current().path.name == "new 1"


def test_results_that_nobody_has_touched_give_way_to_better_ones(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(*map(result, "abc"))
    page.refresh()
    link.give(result("best"), *map(result, "bac"))
    assert titles(results) == ["best", "b", "a", "c"]
    assert page.current().path.name == "best"
    assert not any(each.isVisible() and "new result" in each.text() for each in page.findChildren(QPushButton))


@pytest.mark.parametrize("touched", [False, True])
def test_no_good_match_is_not_the_last_word_while_there_is_one(qtbot, page, box, link, results, touched):
    ask(qtbot, link, box, "boiler")
    link.give(*named(0, 1, 2, relevance=Relevance.WEAK))
    assert titles(results)[0].startswith("No good match")
    if touched:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    chosen = page.current().path.name
    page.refresh()
    link.give(*named(3), *named(0, 1, 2, relevance=Relevance.WEAK))
    assert titles(results) == ["3.pdf", "Weaker matches", "0.pdf", "1.pdf", "2.pdf"]
    assert page.current().path.name == (chosen if touched else "3.pdf")


def test_a_refresh_that_fails_leaves_the_results_alone(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"))
    page.refresh()
    link.say(Failed(LibraryMessage.BUSY(holder=LibraryMessage.OTHER_PROCESS())))
    assert results.isVisible()
    assert titles(results) == ["a"]


def test_with_no_folder_in_the_library_one_is_asked_for(qtbot, page):
    page.set_counts(0, 0, 0)
    with qtbot.waitSignal(page.library_wanted):
        qtbot.mouseClick(button(page, "Add a folder"), Qt.MouseButton.LeftButton)


def test_while_files_wait_it_says_how_many_can_be_searched_already(qtbot, page):
    page.set_counts(360, 213, 140)
    assert "140 file(s) to search in · 213 file(s) not fully indexed yet" in words(page)
    page.set_counts(360, 360, 0)
    assert "to search in" not in words(page)


def test_an_example_is_searched_when_it_is_clicked(qtbot, page, link):
    qtbot.mouseClick(button(page, "how much notice"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(link.searches))
    assert page.text() == "how much notice before moving out"


def test_nothing_found_says_so_and_offers_to_drop_the_filters(qtbot, page, box, link):
    ask(qtbot, link, box, "zebra type:pdf")
    link.give(final=False)
    assert "No document matches" not in words(page)
    link.give()
    assert f"No document matches “{isolate('zebra type:pdf')}”." in words(page)
    qtbot.mouseClick(button(page, "Search without filters"), Qt.MouseButton.LeftButton)
    assert page.text() == "zebra"


def test_nothing_found_word_for_word_offers_to_look_for_the_words_anywhere(qtbot, page, box, link):
    ask(qtbot, link, box, '"green zebra" stripes')
    link.give()
    assert "must stand there exactly" in words(page)
    qtbot.mouseClick(button(page, "Search without quotation marks"), Qt.MouseButton.LeftButton)
    assert page.text() == "green zebra stripes"


@pytest.mark.parametrize(("typed", "left"), [("zebra type:pdf", "zebra"), ('"green zebra"', "green zebra")])
def test_where_nothing_is_found_enter_takes_the_way_out(qtbot, page, box, link, typed, left):
    ask(qtbot, link, box, typed)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.text() == typed, "not before the answer is there"
    link.give()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.text() == left


def test_enter_tries_again_what_could_not_be_answered(qtbot, page, box, link):
    ask(qtbot, link, box, "boiler")
    link.say(Failed(ModelMessage.NOT_INSTALLED(model="m").advising(ModelRemedy.CHOOSE_ANOTHER())))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(link.searches) == 2)


def test_nothing_found_while_files_wait_says_that_more_may_come(qtbot, page, box, link):
    page.set_counts(20, 7, 13)
    ask(qtbot, link, box, "zebra")
    link.give()
    assert "7 file(s) are not fully indexed yet" in words(page)


def test_a_refusal_is_shown_with_its_remedy_and_can_be_tried_again(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.say(Failed(ModelMessage.NOT_INSTALLED(model="m").advising(ModelRemedy.CHOOSE_ANOTHER())))
    assert "The model m is not installed. Choose another model under Models." in words(page)
    assert page.current() is None
    qtbot.mouseClick(button(page, "Try again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(link.searches) == 2)
    link.give(result("a"))
    assert titles(results) == ["a"]


def test_notes_of_an_answer_and_the_number_of_files_are_shown(qtbot, page, box, link):
    ask(qtbot, link, box, "after:soon")
    note = SearchMessage.SEARCHED_AS_WORDS(filter="after:soon", why=SearchMessage.NO_DATE())
    link.say(SearchResponse(replace(answer("after:soon", result("a"), result("b")), notes=(note,))))
    assert "after:soon is no date such as" in words(page)
    assert "2 file(s) · 12 ms" in words(page)


def test_documents_like_one_are_asked_for_and_left_again(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"))
    qtbot.keyClick(box, Key.Key_L, Control)
    qtbot.waitUntil(lambda: link.searches[-1] == FindSimilar(Path("/home/ada/a")))
    link.give(result("b", Relevance.FAIR))
    assert titles(results) == ["b"]
    assert button(page, f"Like {isolate('a')}")
    assert page.text() == ""
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: link.searches[-1] == SearchRequest("boiler"))
    assert page.text() == "boiler"


def test_nothing_is_done_with_what_answers_another_question(qtbot, page, box, link, desktop):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"))
    qtbot.keyClicks(box, "s")
    qtbot.keyClick(box, Key.Key_Return, Control)
    assert page.current() is None
    assert desktop.did == []


def test_clearing_goes_back_to_the_beginning(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"))
    qtbot.keyClick(box, Key.Key_Escape)
    assert not results.isVisible()
    assert "Ways to ask" in words(page)
    qtbot.keyClick(box, Key.Key_Z, Control)
    assert page.text() == "boiler"


def test_the_count_of_another_question_does_not_stand_beside_a_search_that_takes_long(qtbot, page, box, link):
    ask(qtbot, link, box, "boiler")
    link.give(result("a"), result("b"))
    assert "2 file" in words(page)
    ask(qtbot, link, box, "s")
    qtbot.waitUntil(lambda: "2 file" not in words(page))
    qtbot.waitUntil(lambda: "Search is taking long…" in words(page))
    link.give(result("c"))
    assert "taking long" not in words(page)
    assert "1 file" in words(page)


def test_a_result_whose_file_is_gone_stays_in_its_place_and_says_so(qtbot, page, box, link, results, tmp_path):
    there = [replace(result(name), path=tmp_path / name) for name in ("a", "b", "c")]
    for each in there:
        each.path.touch()
    ask(qtbot, link, box, "boiler")
    link.give(*there)
    there[1].path.unlink()
    page.refresh()
    link.give(there[0], there[2])
    assert titles(results) == ["a", "b", "c"]
    spoken = [results.model().index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert ["no longer there" in each for each in spoken] == [False, True, False]
    ask(qtbot, link, box, "s")
    link.give(there[0], there[2])
    assert titles(results) == ["a", "c"]


def test_while_a_first_folder_is_being_covered_none_is_asked_for(page):
    page.set_counts(0, 0, 0)
    page.expect_files()
    page.set_counts(0, 0, 0)
    assert not any(each.isVisible() and each.text() == "Add a folder" for each in page.findChildren(QPushButton))


def hasty(query: str, *results: Result) -> SearchResponse:
    return SearchResponse(replace(answer(query, *results), is_hasty=True))


def test_the_meaning_of_a_fragment_is_asked_when_the_keys_rest(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boi")
    link.give(result("a.pdf"))
    ask(qtbot, link, box, "q")
    link.say(hasty("boiq"))
    assert titles(results) == ["a.pdf"]
    qtbot.waitUntil(lambda: link.searches[-1] == SearchRequest("boiq", stage=TypingStage.RESTING))
    link.give(result("b.pdf"))
    assert titles(results) == ["b.pdf"]


def test_beside_other_words_the_meaning_of_a_fragment_is_asked_when_the_keys_rest(qtbot, page, box, link, results):
    ask(qtbot, link, box, "stolen bik")
    link.say(SearchResponse(replace(answer("stolen bik", result("theft.txt")), is_partial=True)))
    assert titles(results) == ["theft.txt"]
    qtbot.waitUntil(lambda: link.searches[-1] == SearchRequest("stolen bik", stage=TypingStage.RESTING))
    asked = len(link.searches)
    link.give(result("bicycle.txt"))
    qtbot.settle(page)
    assert (titles(results), len(link.searches)) == (["bicycle.txt"], asked)


def test_a_key_during_the_rest_puts_another_question_in_its_place(qtbot, page, box, link):
    ask(qtbot, link, box, "boiq")
    link.say(hasty("boiq"))
    ask(qtbot, link, box, "z")
    link.say(hasty("boiqz"))
    box.clear_text()
    qtbot.settle(page)
    assert all(search.stage is TYPING for search in link.searches)


def test_a_space_asks_again_where_the_word_was_taken_for_an_unfinished_one(qtbot, page, box, link, results):
    ask(qtbot, link, box, "boil")
    link.say(SearchResponse(replace(answer("boil", result("a"), result("b")), beginning="boil")))
    ask(qtbot, link, box, " ")
    link.say(SearchResponse(answer("boil ", result("a"))))
    assert titles(results) == ["a"]
    before = len(link.searches)
    qtbot.keyClicks(box, "  ")
    qtbot.settle(page)
    assert len(link.searches) == before


def test_what_was_not_typed_at_its_end_is_no_unfinished_word(qtbot, page, box, link):
    page.search("boiler")
    qtbot.waitUntil(lambda: link.searches[-1:] == [SearchRequest("boiler")])
    box.setCursorPosition(0)
    ask(qtbot, link, box, "x")
    assert link.searches[-1] == SearchRequest("xboiler")


def test_what_was_mended_is_said_and_can_be_searched_for_as_it_was_typed(qtbot, page, box, link):
    ask(qtbot, link, box, "Bioler type:pdf contrct")
    note = SearchMessage.MENDED(typed=("Bioler", "contrct"), meant=("Boiler", "contract"))
    notes = (note.advising(Remedy.QUOTE_AS_TYPED()),)
    link.say(SearchResponse(replace(answer("Bioler contrct", result("a")), notes=notes)))
    assert "Searched for Boiler, contract in place of Bioler, contrct" in words(page)
    button(page, "Search for it as typed").click()
    assert page.text() == '"Bioler" type:pdf "contrct"'


def proposed(page) -> list[str]:
    return [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]


def test_an_empty_box_proposes_questions_that_the_users_own_library_answers(qtbot, page, link):
    number = next(number for number, asked in link.asked.items() if isinstance(asked, AskExamples))
    link.say(ExampleQuestions(about="Repair of the old boiler", phrase='"every autumn"'), number=number)
    qtbot.waitUntil(lambda: "Repair of the old boiler" in proposed(page))
    assert "how much notice before moving out" not in proposed(page)
    assert "invoice type:pdf after:2024" in proposed(page), "what cannot be made of it stays as it was"
    qtbot.mouseClick(button(page, "Repair of the old boiler"), Qt.MouseButton.LeftButton)
    assert page.text() == "Repair of the old boiler"


def test_other_questions_are_asked_for_only_when_the_library_has_grown_a_lot(page, link):
    for searchable in (21, 30, 39):
        page.set_counts(50, 0, searchable)
    assert sum(isinstance(asked, AskExamples) for asked in link.asked.values()) == 1


def test_a_tip_stands_below_the_empty_box_and_no_more_are_wanted_with_one_click(qtbot, page):
    unwanted = []
    page.show_tip("A minus before a word leaves out documents.", lambda: unwanted.append(True))
    assert "A minus before a word" in words(page)
    qtbot.mouseClick(button(page, "No more tips"), Qt.MouseButton.LeftButton)
    assert unwanted == [True]
    assert "A minus before a word" not in words(page)


def test_a_burst_of_changes_of_the_library_asks_once_for_what_the_filters_offer(page, link):
    def asked() -> list[int]:
        return [
            sum(isinstance(each, kind) for each in link.asked.values()) for kind in (AskFolders, AskLabels, AskTopics)
        ]

    assert asked() == [1, 1, 1]
    for _ in range(20):
        page.refresh()
    assert asked() == [1, 1, 1]


def test_what_changed_while_the_filters_were_asked_for_is_asked_for_again(qtbot, page, link):
    first = next(number for number, each in link.asked.items() if isinstance(each, AskFolders))
    page.refresh()
    link.say(FolderReports(()), number=first)
    qtbot.waitUntil(lambda: sum(isinstance(each, AskFolders) for each in link.asked.values()) == 2)
