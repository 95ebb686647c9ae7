"""Thumbnails of rows: room for them from the beginning, asked for when the list rests, shown when they come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from searchstubs import result

import illustrated
from findling.formats import FileKind
from findling.processes.reader.superseded_reply import Superseded
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.result_model import ResultsModel
from findling.ui.pages.search.row_thumbnails import RowThumbnails

NAVY = QColor("navy")


class AskedReader:
    """Keeps questions until the test answers them."""

    def __init__(self) -> None:
        self.questions = []
        self._receivers = []

    def ask(self, question, receive) -> int:
        self.questions.append(question)
        self._receivers.append(receive)
        return len(self.questions)

    def forget(self, number: int) -> None:
        """Nothing is forgotten: that an answer comes too late is the worst that can happen."""

    def reply(self, index: int, reply) -> None:
        self._receivers[index](reply, True)


@pytest.fixture
def reader():
    return AskedReader()


@pytest.fixture
def results(qtbot, theme, reader, preferences):
    thumbnails = RowThumbnails(reader, preferences)
    results = ResultsList(theme, ResultsModel(), thumbnails=thumbnails)
    thumbnails.setParent(results)
    thumbnails.arrived.connect(results.viewport().update)
    thumbnails.switched.connect(results.scheduleDelayedItemsLayout)
    qtbot.addWidget(results)
    results.resize(640, 400)
    with qtbot.waitExposed(results):
        results.show()
    return results


def paper(name: str = "a.pdf", page: int = 3):
    found = result(name)
    return replace(found, kind=FileKind.PDF, hits=tuple(replace(hit, page=page) for hit in found.hits))


def note(name: str):
    return replace(result(name), kind=FileKind.TEXT)


def plate() -> ThumbnailShown:
    return ThumbnailShown(illustrated.picture("navy", (120, 160)))


def columns(results: ResultsList, colour: QColor = NAVY) -> list[int]:
    picture = results.viewport().grab().toImage()
    middle = results.visualRect(results.model().index(0, 0)).center().y()
    return [x for x in range(picture.width()) if picture.pixelColor(x, middle) == colour]


def test_the_page_that_was_found_is_asked_for_and_moves_no_row_when_it_comes(qtbot, results, reader):
    results.show_results([paper(), note("b.txt")], "boiler", is_new=True)
    qtbot.waitUntil(lambda: reader.questions == [AskThumbnail(Path("/home/ada/a.pdf"), 3)])
    before = [results.visualRect(results.model().index(row, 0)) for row in range(2)]
    assert columns(results) == []
    reader.reply(0, plate())
    assert min(columns(results)) > 500
    assert [results.visualRect(results.model().index(row, 0)) for row in range(2)] == before
    qtbot.settle(results)
    assert len(reader.questions) == 1


def test_a_picture_found_by_its_name_alone_has_room_as_well(results):
    photo = replace(result("a.jpg"), kind=FileKind.PICTURE, hits=(), found_by_name=True)
    table = replace(note("b.txt"), hits=(), found_by_name=True)
    results.show_results([photo, table], "boiler", is_new=True)
    high, low = (results.visualRect(results.model().index(row, 0)).height() for row in range(2))
    assert high > low


def test_what_cannot_be_drawn_is_asked_for_once_and_what_was_put_off_again(qtbot, results, reader):
    results.show_results([paper("a.pdf"), paper("b.pdf")], "boiler", is_new=True)
    qtbot.waitUntil(lambda: len(reader.questions) == 2)
    reader.reply(0, ThumbnailShown(b""))
    reader.reply(1, Superseded())
    qtbot.waitUntil(lambda: len(reader.questions) == 3)
    assert reader.questions[2] == reader.questions[1]


def test_two_at_a_time_are_asked_for(qtbot, results, reader):
    results.show_results([paper(f"{number}.pdf") for number in range(4)], "boiler", is_new=True)
    qtbot.settle(results)
    assert len(reader.questions) == 2
    reader.reply(0, plate())
    qtbot.waitUntil(lambda: len(reader.questions) == 3)


def test_other_kinds_have_none(qtbot, results, reader):
    results.show_results([note("a.txt")], "boiler", is_new=True)
    qtbot.settle(results)
    assert reader.questions == []


def test_rows_give_the_room_back_where_none_are_wanted(qtbot, results, reader, preferences):
    photo = replace(result("a.jpg"), kind=FileKind.PICTURE, hits=(), found_by_name=True)
    results.show_results([photo], "boiler", is_new=True)
    qtbot.waitUntil(lambda: len(reader.questions) == 1)
    reader.reply(0, plate())
    assert columns(results)
    high = results.visualRect(results.model().index(0, 0)).height()
    preferences.change(thumbnails=False)
    qtbot.waitUntil(lambda: results.visualRect(results.model().index(0, 0)).height() < high)
    assert columns(results) == []
