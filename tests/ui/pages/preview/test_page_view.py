"""Documents of pages: drawing of visible pages, marks of passages, search page by page."""

from __future__ import annotations

import pytest
from documents import hit, pages_preview, paper, selection, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from findling.domain.preview import PageMark
from findling.ipc.failures import Failed
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.preview_messages import DrawPage, ShowDocument
from findling.ui.pages.preview.page_cache import PageCache, drawable_width
from findling.ui.pages.preview.page_canvas import PageCanvas

WORD = PageMark(0.2, 0.5, 0.3, 0.02)

REFUSED = Failed(SearchMessage.NO_PREVIEW(reason=FileMessage.DAMAGED()))


@pytest.fixture
def open_pages(qtbot, pane, link):
    """Shows a document of so many pages; texts stand on the pages that are named for them."""

    def open_pages(
        pages: int, *hits, places: dict[str, set[int]] | None = None, words: str = "", worded: tuple[int, ...] = ()
    ) -> PageCanvas:
        def answer(question):
            match question:
                case ShowDocument(path):
                    return shown(pages_preview(path, pages))
                case DrawPage():
                    known = places or {}
                    marks = tuple((WORD,) if question.page in known.get(each, ()) else () for each in question.needles)
                    return paper(question, marks, (WORD, WORD) if question.words and question.page in worded else ())
            return None

        link.answers = answer
        pane.show_selection(selection("/a.pdf", *hits, words=words))
        qtbot.waitUntil(lambda: any(each.isVisible() for each in pane.findChildren(PageCanvas)))
        return pane.findChild(PageCanvas)

    return open_pages


def test_of_three_thousand_pages_only_those_in_sight_and_their_neighbours_are_drawn(qtbot, pane, open_pages, link):
    open_pages(3_000)
    qtbot.waitUntil(lambda: bool(link.draws))
    qtbot.settle(pane)

    assert {question.page for question in link.draws} <= {1, 2, 3}


def test_pages_are_drawn_as_wide_as_they_are_shown(qtbot, open_pages, link):
    canvas = open_pages(1)
    qtbot.waitUntil(lambda: bool(link.draws))

    width = canvas.viewport().width() - 32
    assert {question.width for question in link.draws} == {round(width * canvas.devicePixelRatioF())}


def test_it_opens_on_the_page_of_the_passage_with_the_passage_in_the_upper_third(qtbot, open_pages, link):
    canvas = open_pages(3_000, hit("the boiler", page=2_500), places={"the boiler": {2_500}})
    qtbot.waitUntil(lambda: canvas.page == 2_500)

    def marked() -> list[int]:
        picture = canvas.viewport().grab().toImage()
        column = (picture.pixelColor(picture.width() // 3, y) for y in range(picture.height()))
        ratio = picture.devicePixelRatio()
        return [round(y / ratio) for y, colour in enumerate(column) if colour.red() - colour.blue() > 30]

    qtbot.waitUntil(lambda: bool(marked()))
    assert 0 < marked()[0] < canvas.viewport().height() / 3
    assert all(abs(question.page - 2_500) <= 2 for question in link.draws)


def test_the_page_at_hand_is_told_while_scrolling(qtbot, open_pages):
    canvas = open_pages(20)
    assert canvas.accessibleName() == "Page 1 of 20"

    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())

    assert canvas.accessibleName() == "Page 20 of 20"


def test_the_space_bar_turns_a_screenful(qtbot, open_pages):
    canvas = open_pages(20)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.verticalScrollBar().value() == canvas.viewport().height()
    qtbot.keyClick(canvas, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.verticalScrollBar().value() == 0


def test_zooming_keeps_the_page_and_draws_it_anew_in_its_new_width(qtbot, open_pages, link):
    canvas = open_pages(20, hit("x" * 60, page=7))
    qtbot.waitUntil(lambda: canvas.page == 7 and bool(link.draws))
    before = max(question.width for question in link.draws)

    qtbot.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: max(question.width for question in link.draws) > before)
    assert canvas.page == 7

    qtbot.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.horizontalScrollBar().maximum() == 0


def test_a_search_goes_through_the_pages_and_on_round_the_end(qtbot, open_pages, pane, link):
    canvas = open_pages(40, places={"deposit": {9, 31}})
    view = canvas.parentWidget()
    view.search("deposit")
    assert canvas.page == 9
    view.search_next(1)
    assert canvas.page == 31
    view.search_next(1)
    assert canvas.page == 9
    view.search_next(-1)
    assert canvas.page == 31


def test_the_words_that_were_searched_for_are_gone_through_page_by_page(qtbot, open_pages):
    canvas = open_pages(40, words="deposit", worded=(9, 31))
    view = canvas.parentWidget()
    counted = []
    view.counted.connect(lambda at, count: counted.append((canvas.page, at, count)))
    for step in (1, 1, 1, 1, 1, -1):
        assert view.step_word(step)
    places = [(page, at, count) for page, at, count in counted if at]
    assert [at for _, at, _ in places] == [1, 2, 1, 2, 1, 2]
    assert canvas.page == 31


def test_where_no_page_has_a_word_stepping_is_left_to_the_passages(qtbot, open_pages):
    view = open_pages(4, words="deposit").parentWidget()
    view.step_word(1)
    assert not view.step_word(1)


def test_a_search_that_finds_nothing_ends(qtbot, open_pages):
    canvas = open_pages(40)
    view = canvas.parentWidget()
    told = []
    view.found.connect(told.append)

    view.search("nowhere")

    assert told[-1].count == 0
    assert told[-1].looking == 0
    assert {findings.looking for findings in told[:-1]} == set(range(1, 41))


def test_ending_a_search_stops_it_where_it_is(qtbot, open_pages, link):
    canvas = open_pages(40)
    link.answers = lambda _: None
    view = canvas.parentWidget()
    view.search("deposit")
    asked = len(link.questions)
    view.search("")
    link.reply(asked - 1, paper(link.questions[asked - 1]))

    assert len(link.questions) == asked


def test_another_passage_costs_marks_but_no_picture(qtbot, open_pages, pane, link):
    first = hit("first passage", page=1)
    canvas = open_pages(1, first)
    qtbot.waitUntil(lambda: bool(link.draws))
    qtbot.settle(pane)
    before = len(link.draws)

    pane.show_selection(selection("/a.pdf", hit("second passage", page=1), query="other"))

    later = link.draws[before:]
    assert [question.needles for question in later] == [("second passage",)]
    assert later[0].width < canvas.viewport().width() / 2


def test_a_page_that_cannot_be_drawn_is_asked_for_once(qtbot, pane, link):
    link.answers = lambda question: (
        shown(pages_preview(question.path, 1)) if isinstance(question, ShowDocument) else REFUSED
    )
    pane.show_selection(selection("/a.pdf"))
    qtbot.waitUntil(lambda: bool(link.draws))
    qtbot.settle(pane)

    assert len(link.draws) == 1
    assert isinstance(pane.findChild(QAbstractScrollArea), QAbstractScrollArea)


def test_pictures_of_pages_are_let_go_when_there_are_too_many(qapp, link, tmp_path):
    link.answers = paper
    cache = PageCache(link)
    cache.open(tmp_path, ())
    for page in range(1, 21):
        cache.request({page: 1_000})

    assert cache.size <= 64_000_000
    assert cache.pixmap(20) is not None
    assert cache.pixmap(1) is None


def test_never_more_than_two_pages_are_asked_for_at_once(qapp, link, tmp_path):
    cache = PageCache(link)
    cache.open(tmp_path, ())
    cache.request(dict.fromkeys(range(1, 10), 300))
    cache.request(dict.fromkeys(range(50, 60), 300))
    assert [question.page for question in link.draws] == [1, 2]

    link.reply(0, paper(link.draws[0]))

    assert [question.page for question in link.draws] == [1, 2, 50]


@pytest.mark.parametrize(
    ("width", "height", "ratio", "drawn"),
    [
        (600, 800, 1.0, 600),
        (600, 800, 2.0, 1_200),
        (4_000, 4_000, 1.0, 3_000),
        (1_000, 40_000, 1.0, 632),
        (5, 5, 1.0, 51),
    ],
)
def test_a_page_is_drawn_within_what_the_reader_draws(width, height, ratio, drawn):
    assert drawable_width(width, height, ratio) == drawn
