"""The box proposes values of a filter that is being typed, and the ends of what was begun."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter
from searchstubs import result

from findling.domain.facets import Facet, Facets
from findling.processes.reader.library_messages import AskFacets

Key = Qt.Key
FACETS = Facets(files=300, types=(Facet("pdf", 123), Facet("txt", 40)), languages=(Facet("de", 12),))


@pytest.fixture
def popup(box):
    return box.findChild(QCompleter).popup()


def shown(popup) -> list[str]:
    model = popup.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())] if popup.isVisible() else []


def answer_facets(link, facets: Facets = FACETS) -> None:
    link.say(facets, number=max(number for number, question in link.asked.items() if question == AskFacets()))


def count_asked(link) -> int:
    return sum(question == AskFacets() for question in link.asked.values())


def test_values_are_asked_for_once_and_shown_with_the_files_that_they_leave(qtbot, box, link, popup):
    qtbot.keyClicks(box, "lease")
    assert count_asked(link) == 0
    qtbot.keyClicks(box, " type:")
    assert shown(popup) == []
    answer_facets(link)
    assert shown(popup) == ["type:pdf  ·  PDF  ·  123", "type:txt  ·  TXT  ·  40"]
    qtbot.keyClicks(box, "t")
    assert shown(popup) == ["type:txt  ·  TXT  ·  40"]
    qtbot.keyClicks(box, "xt")
    assert shown(popup) == []
    assert count_asked(link) == 1


def test_enter_takes_the_chosen_value_and_opens_nothing(qtbot, box, link, popup):
    qtbot.keyClicks(box, "lease type:")
    answer_facets(link)
    qtbot.keyClick(popup, Key.Key_Down)
    with qtbot.assertNotEmitted(box.opened):
        qtbot.keyClick(popup, Key.Key_Return)
    assert box.text() == "lease type:pdf "
    assert shown(popup) == []


def test_values_are_asked_for_again_after_a_change_of_the_library(qtbot, page, box, link, popup):
    qtbot.keyClicks(box, "lang:")
    answer_facets(link)
    page.refresh()
    qtbot.keyClicks(box, "d")
    answer_facets(link, Facets(languages=(Facet("de", 13),)))
    assert shown(popup) == ["lang:de  ·  German  ·  13"]


def test_a_saved_search_is_proposed_by_its_name_and_taken_as_its_query(qtbot, page, box, history):
    history.save("Heating", "boiler type:pdf")
    qtbot.keyClicks(box, "heat")
    qtbot.keyClick(box, Key.Key_Right)
    assert box.text() == "boiler type:pdf"


def test_the_name_of_a_file_that_was_found_is_proposed(qtbot, page, box, link):
    link.at_once = (result("Lease.pdf"),)
    qtbot.keyClicks(box, "lea")
    qtbot.waitUntil(lambda: page.current() is not None)
    qtbot.keyClick(box, Key.Key_Right)
    assert box.text() == "lease.pdf"


def test_what_leads_on_from_an_earlier_search_comes_before_names(qtbot, page, box, link, history):
    history.remember("leak in the roof")
    link.at_once = (result("leaf.pdf"),)
    qtbot.keyClicks(box, "lea")
    qtbot.waitUntil(lambda: page.current() is not None)
    qtbot.keyClick(box, Key.Key_End)
    assert box.text() == "leak in the roof"
