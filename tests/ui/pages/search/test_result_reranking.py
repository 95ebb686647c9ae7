"""Reranking of an answer: shown if the list is untouched, else offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from searchstubs import answer, result, titles

from findling.ipc.failures import Failed
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.processes.reader.search_messages import Rerank, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from findling.ui.pages.search.search_box import SearchBox
from findling.ui.pages.search.search_header import CountLine

Key = Qt.Key
READER = "small-reranker"


@pytest.fixture
def box(page, preferences):
    preferences.change(reranker=READER)
    return page.findChild(SearchBox)


@pytest.fixture
def search(qtbot, page, box, link):
    """Searches, and is answered with these files."""

    def searched(text: str, *names: str) -> None:
        before = len(link.searches)
        page.search(text)
        qtbot.waitUntil(lambda: len(link.searches) > before)
        link.give(*map(result, names))

    return searched


def readings(link) -> list[int]:
    return [number for number, question in link.asked.items() if isinstance(question, Rerank)]


def await_reading(qtbot, link, count: int = 1) -> int:
    qtbot.waitUntil(lambda: len(readings(link)) == count)
    return readings(link)[-1]


def order(link, number: int, *names: str) -> None:
    link.say(SearchResponse(answer(link.asked[number].query, *map(result, names))), number=number)


def count_line(page) -> str:
    return page.findChild(CountLine).text()


def better_order(page) -> QPushButton | None:
    buttons = page.findChildren(QPushButton)
    return next((each for each in buttons if each.isVisible() and each.text() == "Show better order"), None)


def test_an_answer_that_has_rested_is_read_again_and_its_order_shown(qtbot, page, link, results, search):
    search("boiler", "a", "b", "c")
    number = await_reading(qtbot, link)
    assert link.asked[number] == Rerank("boiler", READER)
    assert "being read again by" in count_line(page)
    order(link, number, "c", "a", "b")
    assert titles(results) == ["c", "a", "b"]
    assert page.current().path.name == "c"
    assert count_line(page).startswith("3 file")
    assert READER in count_line(page)
    assert "being" not in count_line(page)
    assert better_order(page) is None


def test_where_nothing_is_chosen_to_read_with_nothing_is_read_again(qtbot, page, link, search, preferences):
    preferences.change(reranker="")
    search("boiler", "a", "b")
    qtbot.settle(page)
    assert readings(link) == []


def test_a_text_that_is_still_typed_is_not_read_again(qtbot, page, link, search):
    search("boi", "a", "b")
    search("boiler", "c", "d")
    assert link.asked[await_reading(qtbot, link)].query == "boiler"
    qtbot.settle(page)
    assert len(readings(link)) == 1


def test_an_order_for_an_earlier_text_is_not_heard(qtbot, page, link, results, search):
    search("boiler", "a", "b")
    number = await_reading(qtbot, link)
    late = link.waiting[number]
    search("invoice", "c", "a", "b")
    assert number not in link.waiting
    late(SearchResponse(answer("boiler", result("b"), result("a"))), True)
    assert titles(results) == ["c", "a", "b"]
    assert better_order(page) is None


def test_after_the_choice_was_moved_the_order_waits_until_it_is_asked_for(qtbot, page, box, link, results, search):
    search("boiler", "a", "b", "c")
    number = await_reading(qtbot, link)
    qtbot.keyClick(box, Key.Key_Down)
    order(link, number, "c", "a", "b")
    assert titles(results) == ["a", "b", "c"]
    assert "again" not in count_line(page)
    better_order(page).click()
    assert titles(results) == ["c", "a", "b"]
    assert page.current().path.name == "b"
    assert READER in count_line(page)
    assert better_order(page) is None


def test_after_the_list_was_scrolled_the_order_waits(qtbot, page, link, results, search):
    names = [f"{at:02}" for at in range(30)]
    search("boiler", *names)
    number = await_reading(qtbot, link)
    results.verticalScrollBar().setValue(200)
    order(link, number, *reversed(names))
    assert titles(results) == names
    assert better_order(page) is not None


def test_an_order_that_is_the_same_is_not_offered(qtbot, page, box, link, search):
    search("boiler", "a", "b")
    number = await_reading(qtbot, link)
    qtbot.keyClick(box, Key.Key_Down)
    order(link, number, "a", "b")
    assert better_order(page) is None
    assert READER in count_line(page)


def test_a_changed_library_keeps_the_order_and_reads_nothing_again(qtbot, page, link, results, search):
    search("boiler", "a", "b", "c")
    order(link, await_reading(qtbot, link), "c", "a", "b")
    page.refresh()
    link.give(*map(result, "abc"))
    assert titles(results) == ["c", "a", "b"]
    assert READER in count_line(page)
    qtbot.settle(page)
    assert len(readings(link)) == 1


def test_a_changed_library_keeps_the_offer(qtbot, page, box, link, results, search):
    search("boiler", "a", "b", "c")
    number = await_reading(qtbot, link)
    qtbot.keyClick(box, Key.Key_Down)
    order(link, number, "c", "a", "b")
    page.refresh()
    link.give(*map(result, "abc"))
    assert titles(results) == ["a", "b", "c"]
    better_order(page).click()
    assert titles(results) == ["c", "a", "b"]


def test_a_refusal_is_said_once_and_the_results_stay(qtbot, page, link, results, search):
    search("boiler", "a", "b")
    refused = Failed(ModelMessage.NO_RERANKER().advising(ModelRemedy.INSTALL_ONE(model="m")))
    link.say(refused, number=await_reading(qtbot, link))
    assert "not read again" in count_line(page)
    assert "No reranking model" in page.findChild(CountLine).toolTip()
    assert titles(results) == ["a", "b"]
    search("invoice", "c", "d")
    link.say(refused, number=await_reading(qtbot, link, 2))
    assert "again" not in count_line(page)


def test_a_reading_that_another_displaced_is_let_go(qtbot, page, link, results, search):
    search("boiler", "a", "b")
    link.say(Superseded(), number=await_reading(qtbot, link))
    assert "again" not in count_line(page)
    assert titles(results) == ["a", "b"]


def test_rows_do_not_move_for_what_is_said_in_a_narrow_window(qtbot, page, link, results, search):
    page.resize(420, 700)
    search("boiler type:pdf", "a", "b")
    qtbot.settle()
    top = results.mapTo(page, results.rect().topLeft())
    order(link, await_reading(qtbot, link), "b", "a")
    qtbot.settle()
    assert results.mapTo(page, results.rect().topLeft()) == top
    assert READER in page.findChild(CountLine).toolTip()


def test_likeness_to_a_file_is_not_read_again(qtbot, page, box, link, tmp_path):
    page.find_similar(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: bool(link.searches))
    link.give(result("a"), result("b"))
    qtbot.settle(page)
    assert readings(link) == []
