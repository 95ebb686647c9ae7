"""Topics, their documents and the map show the same, and each leads to the other."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from findling.domain.topics import GroupingState, MapLabel, Topic, TopicFile, TopicMap, TopicRegion, TopicTree
from findling.formats import FileKind
from findling.ipc.failures import Failed
from findling.messages.library_templates import LabelMessage, LibraryMessage
from findling.processes.reader.topic_messages import (
    AskMapFiles,
    AskTopicFiles,
    AskTopicMap,
    AskTopics,
    FindOnMap,
    FoundOnMap,
    MapFiles,
    TopicFiles,
)
from findling.ui.pages.topics.map_points import Colouring, MapPoints
from findling.ui.pages.topics.page import TopicsPage
from findling.ui.pages.topics.topic_lists import ALL

PLACES = ((0.0, 0.0), (2.0, 1.0), (40.0, 30.0), (42.0, 31.0))
YEAR = 31_536_000 * 10**9
FILES = tuple(
    TopicFile(number + 1, Path("/home/ada") / name, name, FileKind.TEXT, number * YEAR, 0.9)
    for number, name in enumerate(("lease.txt", "rent.txt", "bread.txt", "cake.txt"))
)
TREE = TopicTree(
    GroupingState.GROUPED,
    4,
    (Topic(7, ("rent", "lease"), 2, (Topic(9, ("deposit",), 1),)), Topic(8, ("baking",), 2)),
)
MAP = TopicMap(
    document_ids=struct.pack("<4i", 1, 2, 3, 4),
    places=struct.pack("<8f", *(value for place in PLACES for value in place)),
    topics=struct.pack("<4h", 0, 0, 1, 1),
    folders=struct.pack("<4h", 0, 0, 1, 2),
    kinds=struct.pack("<4h", 0, 0, 0, 0),
    years=struct.pack("<4h", 2001, 2002, 2003, 2004),
    regions=(
        TopicRegion(topic_id=7, name="rent, lease", size=2, x=1.0, y=0.5, outline=PLACES[:2]),
        TopicRegion(topic_id=8, name="baking", size=2, x=41.0, y=30.5, outline=PLACES[2:]),
    ),
    folder_names=("/home/ada/flat", "/home/ada/kitchen"),
    kind_names=(FileKind.TEXT,),
    labels=(
        MapLabel(name="Tax", colour=4, rows=struct.pack("<2i", 0, 1)),
        MapLabel(name="To read", colour=1, rows=struct.pack("<1i", 1)),
    ),
)
MEMBERS = {None: FILES, 7: FILES[:2], 9: FILES[:1], 8: FILES[2:]}


@pytest.fixture
def page(services, link, qtbot):
    tree = [TREE]

    def reply(question):
        match question:
            case AskTopics():
                return tree[0]
            case AskTopicMap():
                return MAP
            case AskTopicFiles(topic_id, offset, limit):
                return TopicFiles(topic_id, offset, MEMBERS[topic_id][offset : offset + limit])
            case AskMapFiles(document_ids):
                return MapFiles(tuple(FILES[each - 1] for each in document_ids))
            case FindOnMap(query):
                return FoundOnMap(query, (3,))
        # What the preview asks for has tests of its own.
        return Failed(LibraryMessage.NOTHING_INDEXED())

    link.reply = reply
    page = TopicsPage(services)
    page.tree = tree
    page.resize(1_200, 700)
    qtbot.addWidget(page)
    page.show()
    return page


def listed(page):
    return [file.path.name for file in page.files.files]


def at(page, row):
    return page.map._transform().map(page.map._points.place(row)).toPoint()


def test_all_topics_their_parts_and_all_documents_are_listed(page):
    assert [line.title for line in page.topics.lines.rows] == ["All documents", "rent, lease", "deposit", "baking"]
    assert listed(page) == [file.path.name for file in FILES]


def test_a_chosen_topic_lists_its_documents_and_is_brought_into_sight(page, qtbot):
    page.topics.choose(8)
    qtbot.settle(page.header)
    assert listed(page) == ["bread.txt", "cake.txt"]
    assert page.map.rect().contains(at(page, 2))
    assert not page.map.rect().contains(at(page, 0))


def test_a_part_lists_its_own_documents(page, qtbot):
    page.topics.choose(9)
    qtbot.settle(page.header)
    assert listed(page) == ["lease.txt"]


def test_a_topic_can_be_searched_in_by_its_menu_and_all_documents_cannot(page, qtbot):
    assert "Search in this topic" not in [each.words for each in page.offered_actions()]
    page.topics.choose(9)
    (search,) = [each for each in page.offered_actions() if each.words == "Search in this topic"]
    with qtbot.waitSignal(page.search_wanted) as wanted:
        search.do()
    assert wanted.args == ["deposit"]


def test_a_click_on_a_point_chooses_its_document_and_shows_it(page, qtbot):
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=at(page, 3))
    assert page.files.current == FILES[3]
    assert page.preview._selection.path == FILES[3].path


def test_a_line_around_points_lists_them_and_escape_lists_the_topic_again(page, qtbot):
    corner, shift = at(page, 3), Qt.KeyboardModifier.ShiftModifier
    page.map.setFocus()
    qtbot.mousePress(page.map, Qt.MouseButton.LeftButton, shift, corner + QPoint(20, 20))
    first = at(page, 2)
    for point in (
        QPoint(corner.x() + 20, first.y() - 20),
        first - QPoint(20, 20),
        QPoint(first.x() - 20, corner.y() + 20),
    ):
        qtbot.mouseMove(page.map, point)
    qtbot.mouseRelease(page.map, Qt.MouseButton.LeftButton, shift, corner + QPoint(20, 20))
    assert listed(page) == ["bread.txt", "cake.txt"]
    qtbot.keyClick(page.map, Qt.Key.Key_Escape)
    qtbot.settle(page.header)
    assert len(listed(page)) == 4


def test_what_is_searched_for_lights_up_and_is_listed(page, qtbot):
    page.header.search.setText("sourdough")
    qtbot.settle(page.header)
    assert page.map._lit == [2]
    assert listed(page) == ["bread.txt"]
    page.header.search.clear()
    qtbot.settle(page.header)
    assert page.map._lit == []
    assert len(listed(page)) == 4


@pytest.mark.parametrize("colouring", list(Colouring))
def test_points_are_coloured_by_what_is_chosen_and_the_colours_are_explained(page, qtbot, colouring):
    page.header.colouring_chosen.emit(colouring)
    qtbot.settle(page.header)
    page.map.grab()
    assert page.header.legend.isVisible() is (colouring is not Colouring.TOPIC)
    groups = MapPoints(MAP).coloured(colouring)
    # A point with two labels has the colours of both.
    assert sum(len(group.points) for group in groups) == (5 if colouring is Colouring.LABEL else 4)
    colours = [page.map.colour(group.value).name() for group in groups]
    assert len(set(colours)) == len(groups)


def samples(page):
    """Return the buttons of the legend by their words."""
    return {each.accessibleName(): each for each in page.header.legend.findChildren(QToolButton) if each.isVisible()}


def test_the_legend_counts_the_documents_of_each_colour(page, qtbot):
    page.header.colouring_chosen.emit(Colouring.LABEL)
    qtbot.settle(page.header)
    assert list(samples(page)) == ["Tax (2)", "To read (1)", "No label (2)"]
    page.header.colouring_chosen.emit(Colouring.FOLDER)
    qtbot.settle(page.header)
    assert list(samples(page)) == ["flat (2)", "kitchen (1)", "Others (1)"]


def test_a_colour_of_the_legend_lists_its_documents_and_lights_them_up(page, qtbot):
    page.header.colouring_chosen.emit(Colouring.LABEL)
    page.header.search.setText("sourdough")
    qtbot.settle(page.header)
    samples(page)["Tax (2)"].click()
    qtbot.settle(page.header)
    assert listed(page) == ["lease.txt", "rent.txt"]
    assert page.map._lit == [0, 1]
    assert page.header.search.text() == ""
    samples(page)["No label (2)"].click()
    assert listed(page) == ["bread.txt", "cake.txt"]
    page.map.setFocus()
    qtbot.keyClick(page.map, Qt.Key.Key_Escape)
    qtbot.settle(page.header)
    assert len(listed(page)) == 4


def test_the_list_tells_the_labels_of_each_document(page):
    details = [line.detail.rpartition(" · ")[2] for line in page.files.lines.rows]
    assert details[:2] == ["Tax", "To read, Tax"]
    assert "Tax" not in "".join(details[2:])


def test_colours_of_labels_are_theirs_whatever_other_labels_there_are(page):
    page.map.colour_by(Colouring.LABEL)
    tax = page.map.colour(0)
    page.map.show_map(MapPoints(replace(MAP, labels=(MapLabel(name="Boats", colour=0, rows=b""), *MAP.labels))))
    assert page.map.colour(1) == tax
    assert page.map.colour(0) != tax


def test_where_no_document_bears_a_label_that_is_said(page, qtbot):
    page._points = MapPoints(replace(MAP, labels=()))
    page.map.show_map(page._points)
    page.header.colouring_chosen.emit(Colouring.LABEL)
    qtbot.settle(page.header)
    assert samples(page) == {}
    words = [label.text() for label in page.header.legend.findChildren(QLabel) if label.isVisible()]
    assert words == ["No document bears a label yet."]


def test_a_label_that_there_is_none_of_is_told_where_nothing_lights_up(page, link, qtbot):
    reply = link.reply
    note = LabelMessage.NO_SUCH_FILTER(name="rosy")
    link.reply = lambda asked: FoundOnMap(asked.query, (), (note,)) if isinstance(asked, FindOnMap) else reply(asked)
    page.header.search.setText("label:rosy")
    qtbot.settle(page.header)
    assert "There is no label rosy" in page.told.words


def test_keys_move_zoom_and_show_all(page, qtbot):
    page.map.setFocus()
    before = at(page, 0)
    qtbot.keyClick(page.map, Qt.Key.Key_Left)
    assert at(page, 0).x() > before.x()
    qtbot.keyClicks(page.map, "++")
    assert at(page, 3).x() - at(page, 0).x() > before.x() - at(page, 0).x()
    qtbot.keyClicks(page.map, "0")
    assert at(page, 0) == before


def test_the_wheel_zooms_about_the_pointer(page):
    place = QPointF(at(page, 2))
    page.map.zoom(2.0, place)
    assert (QPointF(at(page, 2)) - place).manhattanLength() < 3


def test_enter_asks_for_the_documents_of_the_topic(page, qtbot):
    with qtbot.waitSignal(page.topics.entered):
        qtbot.keyClick(page.topics, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (TopicTree(GroupingState.UNKNOWN), "Topics are made when everything else is done."),
        (TopicTree(GroupingState.TOO_FEW, 12), "too few documents for topics: 12"),
    ],
)
def test_where_there_are_no_topics_it_is_said_why(page, qtbot, tree, words):
    page.tree[0] = tree
    page._trees.ask_instead(AskTopics())
    qtbot.settle(page.header)
    assert page.empty.isVisible()
    assert words in page.empty.accessibleName()


def test_one_subject_is_said_and_its_documents_are_listed_and_drawn(page, qtbot):
    page.tree[0] = TopicTree(GroupingState.ONE_SUBJECT, 60)
    page._trees.ask_instead(AskTopics())
    qtbot.settle(page.header)
    assert page.notice.text() == "All 60 documents are about one subject."
    assert page.topics.current == ALL
    assert len(listed(page)) == 4


def seen(page) -> list[str]:
    panes = {"lists": page.topics, "map": page.map, "document": page.preview}
    return [name for name, pane in panes.items() if pane.isVisible()]


def way(page, words: str) -> QToolButton:
    return next(each for each in page.findChildren(QToolButton) if each.text() == words and each.isVisible())


def test_a_narrow_window_shows_lists_map_or_document_with_ways_between_them(page, qtbot):
    page.resize(430, 360)
    qtbot.waitUntil(lambda: seen(page) == ["lists"])
    page.topics.setFocus()
    qtbot.mouseClick(way(page, "Map"), Qt.MouseButton.LeftButton)
    assert seen(page) == ["map"]
    qtbot.mouseClick(way(page, "Document"), Qt.MouseButton.LeftButton)
    assert seen(page) == ["document"]
    qtbot.mouseClick(way(page, "Map"), Qt.MouseButton.LeftButton)
    page.map.setFocus()
    qtbot.keyClick(page.map, Qt.Key.Key_Escape)
    assert seen(page) == ["lists"]
    page.resize(1_200, 700)
    qtbot.waitUntil(lambda: seen(page) == ["lists", "map", "document"])


def test_names_on_the_map_keep_their_distance_so_that_two_are_not_read_as_one(page):
    level = [replace(region, y=1.0) for region in MAP.regions]
    page.map.show_map(MapPoints(replace(MAP, regions=tuple(level))))
    for _ in range(40):
        page.map.zoom(1 / 1.1)
        places = [place for _, place in page.map.place_names()]
        assert len(places) < 2 or not places[0].adjusted(-12, 0, 12, 0).intersects(places[1])


def test_a_path_begins_where_it_begins_in_a_window_that_is_read_from_the_right(page):
    assert page.files.lines.rows[0].detail.startswith("\N{FIRST STRONG ISOLATE}/home/ada/lease.txt")
