"""Slides as cards: in their proportions, with notes below, at the slide that was found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import hit, markup_preview
from PySide6.QtGui import QTextFrame

from findling.domain.preview import InlinePicture, SlideCard
from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.rich_text import OfflineBrowser, RichTextView
from findling.ui.services.file_actions import FileActions


@pytest.fixture
def view(qtbot, link, theme, desktop):
    view = RichTextView(link, theme, FileActions(desktop))
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    return view


def show(qtbot, view, *cards: SlideCard, hits=(), pictures=()) -> OfflineBrowser:
    preview = replace(markup_preview("/docs/a.pptx", ""), slides=cards, pictures=pictures)
    with qtbot.waitSignal(view.placed):
        view.show_preview(preview, Passages(hits, 0 if hits else -1))
    return view.findChild(OfflineBrowser)


def frames(page: OfflineBrowser) -> list[QTextFrame]:
    return page.document().rootFrame().childFrames()


def heights(page: OfflineBrowser) -> list[float]:
    layout = page.document().documentLayout()
    return [layout.frameBoundingRect(frame).height() for frame in frames(page)]


def top_of(page: OfflineBrowser, card: int) -> float:
    """Return where a card begins, in pixels below the top of what is in sight."""
    layout = page.document().documentLayout()
    return layout.frameBoundingRect(frames(page)[card]).top() - page.verticalScrollBar().value()


def test_a_card_is_as_high_as_its_slide_and_higher_where_it_says_more(qtbot, view):
    long = "".join(f"<p>Point {number}</p>" for number in range(60))
    page = show(qtbot, view, SlideCard(1, 2.0, "<h2>Budget</h2>"), SlideCard(2, 2.0, long))
    low, high = heights(page)
    assert abs(low - page.column / 2) <= 2
    assert high > page.column
    view.resize(420, 500)
    qtbot.waitUntil(lambda: abs(heights(page)[0] - page.column / 2) <= 2)


def test_words_stand_on_the_card_and_notes_below_it_with_the_number_of_the_slide(qtbot, view):
    page = show(qtbot, view, SlideCard(1, 1.5, "<h2>Budget</h2>", "<p>Smile</p>"), SlideCard(2, 1.5, ""))
    words = page.toPlainText()
    assert words.index("Budget") < words.index("Slide 1 of 2") < words.index("Smile") < words.index("Slide 2 of 2")
    card = frames(page)[0]
    assert card.firstPosition() <= words.index("Budget") <= card.lastPosition() < words.index("Smile")


def test_the_slide_that_was_found_is_in_sight_and_marked(qtbot, view):
    cards = [SlideCard(number, 1.5, f"<h2>Slide of thing {number}</h2><p>All of it.</p>") for number in range(1, 21)]
    page = show(qtbot, view, *cards, hits=(hit("Slide of thing 15 All of it.", page=15),))
    qtbot.waitUntil(lambda: bool(page.extraSelections()))
    first, *_ = page.extraSelections()
    assert first.cursor.selectedText() == "Slide of thing 15"
    assert page.viewport().rect().contains(page.cursorRect(first.cursor))


def test_a_slide_found_by_what_it_does_not_show_is_in_sight(qtbot, view):
    cards = [SlideCard(number, 1.5, f"<p>Thing {number}</p>") for number in range(1, 21)]
    page = show(qtbot, view, *cards, hits=(hit("words that stand nowhere in it at all", page=15),))
    assert -60 < top_of(page, 14) < page.viewport().height() / 2


@pytest.mark.parametrize("width", [420, 560, 900])
def test_a_slide_in_sight_stays_in_sight_in_another_width(qtbot, view, width):
    cards = [SlideCard(number, 1.5, f"<p>Thing {number}</p>") for number in range(1, 21)]
    page = show(qtbot, view, *cards, hits=(hit("words that stand nowhere in it at all", page=15),))
    before = page.column
    view.resize(width, 500)
    qtbot.waitUntil(lambda: page.column != before and heights(page)[14] >= page.column / 1.5 - 2)
    assert -60 < top_of(page, 14) < page.viewport().height() / 2


def test_a_picture_stays_on_its_card(qtbot, view, link):
    page = show(
        qtbot, view, SlideCard(1, 1.5, '<p><img src="picture:1" alt=""></p>'), pictures=(InlinePicture(900, 600),)
    )
    at = page.toPlainText().index("\ufffc")
    cursor = page.textCursor()
    cursor.setPosition(at + 1)
    assert cursor.charFormat().toImageFormat().width() < page.column
    qtbot.waitUntil(lambda: len(link.draws) == 1)
