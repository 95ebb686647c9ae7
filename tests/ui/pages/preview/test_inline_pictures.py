"""Pictures in a rendered document: room for them at once, drawn when they come into view, in their own place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from documents import hit, markup_preview, paper, selection, shown
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QPixmap, QTextCursor, QTextDocument

from findling.domain.preview import InlinePicture, Preview
from findling.ipc.failures import Failed
from findling.messages.system_templates import SystemMessage
from findling.processes.reader.preview_messages import DrawPage, ShowDocument
from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.rich_text import OfflineBrowser, RichTextView
from findling.ui.services.file_actions import FileActions

WORDS = "<p>Some words of the document.</p>"


@pytest.fixture
def view(qtbot, link, theme, desktop):
    view = RichTextView(link, theme, FileActions(desktop))
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def illustrated(html: str, *pictures: InlinePicture) -> Preview:
    return replace(markup_preview("/docs/a.html", html), pictures=pictures)


def tag(number: int) -> str:
    return f'<p><img src="picture:{number}" alt="a plate"></p>'


def show(qtbot, view, preview: Preview, *hits, words: str = "") -> OfflineBrowser:
    with qtbot.waitSignal(view.placed):
        view.show_preview(preview, Passages(hits, 0 if hits else -1, words))
    return view.findChild(OfflineBrowser)


def draw(link, question: DrawPage) -> None:
    link.reply(link.questions.index(question), paper(question))


def sizes(page: OfflineBrowser) -> list[tuple[int, int]]:
    """Width and height of each picture in a document."""
    cursor = QTextCursor(page.document())
    found = []
    for at, sign in enumerate(page.toPlainText()):
        if sign == "\ufffc":
            cursor.setPosition(at + 1)
            shape = cursor.charFormat().toImageFormat()
            found.append((round(shape.width()), round(shape.height())))
    return found


def resource(page: OfflineBrowser, number: int) -> QPixmap:
    return page.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture:{number}"))


def test_the_text_is_there_with_room_for_its_pictures_before_one_is_asked_for(qtbot, view, link):
    page = show(qtbot, view, illustrated(WORDS + tag(1) + WORDS, InlinePicture(150, 200)))
    assert "Some words" in page.toPlainText()
    assert sizes(page) == [(150, 200)]
    qtbot.waitUntil(lambda: len(link.draws) == 1)
    before = page.document().size()
    draw(link, link.draws[0])
    assert resource(page, 1).width() == 150
    assert page.document().size() == before, "nothing moves when a picture comes"


def test_a_picture_is_no_wider_than_the_text_and_follows_its_width(qtbot, view):
    page = show(qtbot, view, illustrated(WORDS + tag(1), InlinePicture(3_000, 600)))
    assert sizes(page) == [(page.column, round(page.column / 5))]
    view.resize(380, 400)
    qtbot.waitUntil(lambda: sizes(page) == [(page.column, round(page.column / 5))])
    assert page.column < 380


def test_pictures_in_a_table_share_its_width(qtbot, view):
    cells = "".join(f"<td>{tag(number)}</td>" for number in (1, 2))
    page = show(qtbot, view, illustrated(f"<table><tr>{cells}</tr></table>", *[InlinePicture(900, 900)] * 2))
    assert sum(width for width, _ in sizes(page)) <= page.column


def test_a_picture_grows_with_the_text(qtbot, view):
    page = show(qtbot, view, illustrated(WORDS + tag(1), InlinePicture(100, 50)))
    view.zoom(1)
    qtbot.waitUntil(lambda: sizes(page) == [(110, 55)])


def test_pictures_are_drawn_two_at_a_time_and_only_near_the_view(qtbot, view, link):
    html = "".join(WORDS + tag(number) for number in range(1, 41))
    page = show(qtbot, view, illustrated(html, *[InlinePicture(150, 200)] * 40))
    qtbot.waitUntil(lambda: [each.page for each in link.draws] == [1, 2])
    link.answers = lambda question: paper(question) if isinstance(question, DrawPage) else None
    for question in link.draws[:2]:
        draw(link, question)
    qtbot.settle(view)
    assert 2 < len(link.draws) < 8
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.settle(view)
    assert {each.page for each in link.draws} >= {39, 40}
    assert all(each.page < 10 or each.page > 30 for each in link.draws)


def test_a_picture_beside_its_page_is_drawn_from_its_own_file_and_pushes_nothing_out_of_sight(qtbot, view, link):
    page = show(qtbot, view, illustrated(tag(1) + WORDS * 60, InlinePicture(file="a files/b.png")))
    qtbot.waitUntil(lambda: len(link.draws) == 1)
    (asked,) = link.draws
    assert (asked.path, asked.page) == (Path("/docs/a files/b.png"), 1)
    page.verticalScrollBar().setValue(300)
    cursor = page.cursorForPosition(QPoint(page.viewport().width() // 2, 0))
    before = page.cursorRect(cursor).top()
    draw(link, asked)
    assert sizes(page)[0][0] > 100
    assert abs(page.cursorRect(cursor).top() - before) <= 1


def test_a_picture_that_turns_out_to_be_of_another_shape_is_not_stretched(qtbot, view, link):
    page = show(qtbot, view, illustrated(WORDS + tag(1), InlinePicture(100, 100)))
    qtbot.waitUntil(lambda: len(link.draws) == 1)
    draw(link, link.draws[0])
    assert sizes(page) == [(100, 133)]


def test_a_picture_that_cannot_be_drawn_is_asked_for_once(qtbot, view, link):
    page = show(qtbot, view, illustrated(WORDS + tag(1), InlinePicture(60, 40)))
    qtbot.waitUntil(lambda: len(link.draws) == 1)
    link.reply(link.questions.index(link.draws[0]), Failed(SystemMessage.PLAIN(text="broken")))
    qtbot.settle(view)
    assert len(link.draws) == 1
    assert sizes(page) == [(60, 40)]


def test_a_picture_of_the_document_before_is_not_shown_in_the_next(qtbot, view, link):
    show(qtbot, view, illustrated(WORDS + tag(1), InlinePicture(60, 40)))
    qtbot.waitUntil(lambda: len(link.draws) == 1)
    late = link.draws[0]
    page = show(qtbot, view, replace(illustrated(WORDS + tag(1), InlinePicture(60, 40)), path=Path("/docs/b.html")))
    draw(link, late)
    assert resource(page, 1).width() == 1


@pytest.mark.parametrize("number", [0, 2, 10**8])
def test_a_number_of_no_picture_shows_none(qtbot, view, link, number):
    show(qtbot, view, illustrated(WORDS + tag(number), InlinePicture(60, 40)))
    qtbot.settle(view)
    assert not link.draws


def test_marks_stand_right_behind_a_picture(qtbot, view):
    html = tag(1) + "<p>It is old. The boiler leaks. Call us.</p>"
    passage = hit("It is old. The boiler leaks. Call us.")
    page = show(qtbot, view, illustrated(html, InlinePicture(60, 40)), passage, words="boiler")
    qtbot.waitUntil(lambda: len(page.extraSelections()) == 3)
    assert [each.cursor.selectedText() for each in page.extraSelections()][1:] == ["The boiler leaks", "boiler"]


def test_the_pane_asks_for_pictures_once_the_document_is_shown(qtbot, pane, link):
    preview = illustrated(WORDS + tag(1), InlinePicture(60, 40))
    link.answers = lambda question: shown(preview) if isinstance(question, ShowDocument) else None
    pane.show_selection(selection("/docs/a.html"))
    qtbot.waitUntil(lambda: len(link.draws) == 1)
    assert link.shows == [Path("/docs/a.html")]
