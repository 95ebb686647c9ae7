"""What a larger model makes of an answer: shown where nothing was taken in hand, else offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from searchstubs import answer, result

from findling.ipc.failures import Failed
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.processes.reader.messages import Rerank, SearchResponse, Superseded
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.search_box import SearchBox
from findling.ui.pages.search.search_header import CountLine

Key = Qt.Key
READER = "small-reranker"


@pytest.fixture
def box(place, preferences):
    preferences.change(reranker=READER)
    return place.findChild(SearchBox)


@pytest.fixture
def results(place):
    return place.findChild(ResultsList)


@pytest.fixture
def search(qtbot, place, box, link):
    """Searches, and is answered with these files."""

    def searched(text: str, *names: str) -> None:
        before = len(link.searches)
        place.search(text)
        qtbot.waitUntil(lambda: len(link.searches) > before)
        link.give(*map(result, names))

    return searched


def titles(results: ResultsList) -> list[str]:
    model = results.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def readings(link) -> list[int]:
    return [number for number, question in link.asked.items() if isinstance(question, Rerank)]


def await_reading(qtbot, link, count: int = 1) -> int:
    qtbot.waitUntil(lambda: len(readings(link)) == count)
    return readings(link)[-1]


def order(link, number: int, *names: str) -> None:
    link.say(SearchResponse(answer(link.asked[number].query, *map(result, names))), number=number)


def count_line(place) -> str:
    return place.findChild(CountLine).text()


def better_order(place) -> QPushButton | None:
    buttons = place.findChildren(QPushButton)
    return next((each for each in buttons if each.isVisible() and each.text() == "Show better order"), None)


def test_an_answer_that_has_rested_is_read_again_and_its_order_shown(qtbot, place, link, results, search):
    search("boiler", "a", "b", "c")
    number = await_reading(qtbot, link)
    assert link.asked[number] == Rerank("boiler", READER)
    assert "being read again by" in count_line(place)
    order(link, number, "c", "a", "b")
    assert titles(results) == ["c", "a", "b"]
    assert place.current().path.name == "c"
    assert count_line(place).startswith("3 file")
    assert READER in count_line(place)
    assert "being" not in count_line(place)
    assert better_order(place) is None


def test_where_nothing_is_chosen_to_read_with_nothing_is_read_again(qtbot, place, link, search, preferences):
    preferences.change(reranker="")
    search("boiler", "a", "b")
    qtbot.settle(place)
    assert readings(link) == []


def test_a_text_that_is_still_typed_is_not_read_again(qtbot, place, link, search):
    search("boi", "a", "b")
    search("boiler", "c", "d")
    assert link.asked[await_reading(qtbot, link)].query == "boiler"
    qtbot.settle(place)
    assert len(readings(link)) == 1


def test_an_order_for_an_earlier_text_is_not_heard(qtbot, place, link, results, search):
    search("boiler", "a", "b")
    number = await_reading(qtbot, link)
    late = link.waiting[number]
    search("invoice", "c", "a", "b")
    assert number not in link.waiting
    late(SearchResponse(answer("boiler", result("b"), result("a"))), True)
    assert titles(results) == ["c", "a", "b"]
    assert better_order(place) is None


def test_after_the_choice_was_moved_the_order_waits_until_it_is_asked_for(qtbot, place, box, link, results, search):
    search("boiler", "a", "b", "c")
    number = await_reading(qtbot, link)
    qtbot.keyClick(box, Key.Key_Down)
    order(link, number, "c", "a", "b")
    assert titles(results) == ["a", "b", "c"]
    assert "again" not in count_line(place)
    better_order(place).click()
    assert titles(results) == ["c", "a", "b"]
    assert place.current().path.name == "b"
    assert READER in count_line(place)
    assert better_order(place) is None


def test_after_the_list_was_scrolled_the_order_waits(qtbot, place, link, results, search):
    names = [f"{at:02}" for at in range(30)]
    search("boiler", *names)
    number = await_reading(qtbot, link)
    results.verticalScrollBar().setValue(200)
    order(link, number, *reversed(names))
    assert titles(results) == names
    assert better_order(place) is not None


def test_an_order_that_is_the_same_is_not_offered(qtbot, place, box, link, search):
    search("boiler", "a", "b")
    number = await_reading(qtbot, link)
    qtbot.keyClick(box, Key.Key_Down)
    order(link, number, "a", "b")
    assert better_order(place) is None
    assert READER in count_line(place)


def test_a_changed_library_keeps_the_order_and_reads_nothing_again(qtbot, place, link, results, search):
    search("boiler", "a", "b", "c")
    order(link, await_reading(qtbot, link), "c", "a", "b")
    place.refresh()
    link.give(*map(result, "abc"))
    assert titles(results) == ["c", "a", "b"]
    assert READER in count_line(place)
    qtbot.settle(place)
    assert len(readings(link)) == 1


def test_a_changed_library_keeps_the_offer(qtbot, place, box, link, results, search):
    search("boiler", "a", "b", "c")
    number = await_reading(qtbot, link)
    qtbot.keyClick(box, Key.Key_Down)
    order(link, number, "c", "a", "b")
    place.refresh()
    link.give(*map(result, "abc"))
    assert titles(results) == ["a", "b", "c"]
    better_order(place).click()
    assert titles(results) == ["c", "a", "b"]


def test_a_refusal_is_said_once_and_the_results_stay(qtbot, place, link, results, search):
    search("boiler", "a", "b")
    refused = Failed(ModelMessage.NO_RERANKER().advising(ModelRemedy.INSTALL_ONE(model="m")))
    link.say(refused, number=await_reading(qtbot, link))
    assert "not read again" in count_line(place)
    assert "No reranking model" in place.findChild(CountLine).toolTip()
    assert titles(results) == ["a", "b"]
    search("invoice", "c", "d")
    link.say(refused, number=await_reading(qtbot, link, 2))
    assert "again" not in count_line(place)


def test_a_reading_that_another_displaced_is_let_go(qtbot, place, link, results, search):
    search("boiler", "a", "b")
    link.say(Superseded(), number=await_reading(qtbot, link))
    assert "again" not in count_line(place)
    assert titles(results) == ["a", "b"]


def test_rows_do_not_move_for_what_is_said_in_a_narrow_window(qtbot, place, link, results, search):
    place.resize(420, 700)
    search("boiler type:pdf", "a", "b")
    qtbot.settle()
    top = results.mapTo(place, results.rect().topLeft())
    order(link, await_reading(qtbot, link), "b", "a")
    qtbot.settle()
    assert results.mapTo(place, results.rect().topLeft()) == top
    assert READER in place.findChild(CountLine).toolTip()


def test_likeness_to_a_file_is_not_read_again(qtbot, place, box, link, tmp_path):
    place.find_similar(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: bool(link.searches))
    link.give(result("a"), result("b"))
    qtbot.settle(place)
    assert readings(link) == []
