"""Plain text and program text."""

from __future__ import annotations

import pytest
from documents import hit, text_preview
from PySide6.QtGui import QTextCursor

from findling.domain.preview import Preview, PreviewForm
from findling.formats import FileKind
from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.plain_view import PlainView, TextEditor, looks_aligned


@pytest.fixture
def view(qtbot, theme):
    view = PlainView(theme)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def show(qtbot, view, preview: Preview, *hits) -> TextEditor:
    with qtbot.waitSignal(view.placed):
        view.show_preview(preview, Passages(hits, 0 if hits else -1))
    return view.findChild(TextEditor)


def code(text: str, lexer: str = "python") -> Preview:
    return Preview(text_preview("/a.py", "").path, PreviewForm.CODE, FileKind.CODE, "a.py", text=text, lexer=lexer)


def colours(sheet: TextEditor, line: int) -> dict[str, str]:
    """The stretches of a line that are not plain, with their colours."""
    block = sheet.document().findBlockByNumber(line)
    return {
        block.text()[each.start : each.start + each.length]: each.format.foreground().color().name()
        for each in block.layout().formats()
    }


def test_a_long_text_opens_at_its_passage(qtbot, view):
    text = "\n".join(f"Line {number} of a long text with words in it." for number in range(40_000))
    at = text.index("Line 35000")
    sheet = show(qtbot, view, text_preview("/a.txt", text), hit(text[at : at + 200], start=at))
    qtbot.waitUntil(lambda: bool(sheet.extraSelections()))

    marked = sheet.extraSelections()[0]
    found = marked.cursor
    assert found.selectedText().startswith("Line 35000")
    assert sheet.viewport().rect().contains(sheet.cursorRect(found).center())
    assert sheet.toPlainText() == text


@pytest.mark.parametrize("line", [0, 3, 60, 118, 119])
def test_a_passage_near_an_end_of_the_text_is_in_sight_from_its_first_line(qtbot, view, line):
    text = "\n".join(f"Line {number} of a text with words in it." for number in range(120))
    at = text.index(f"Line {line} ")
    sheet = show(qtbot, view, text_preview("/a.txt", text), hit(text[at : at + 38], start=at))
    qtbot.waitUntil(lambda: bool(sheet.extraSelections()))

    marked = sheet.extraSelections()[0]
    found = QTextCursor(marked.cursor)
    found.setPosition(marked.cursor.selectionStart())
    place = sheet.cursorRect(found)
    assert sheet.viewport().rect().contains(place)
    assert line > 60 or place.center().y() < sheet.viewport().height() / 2


def test_wrapped_text_cannot_be_moved_sideways_and_program_text_can(qtbot, view):
    sheet = show(qtbot, view, text_preview("/a.txt", "The rent is due on the third of each month, in advance. " * 40))
    assert sheet.horizontalScrollBar().maximum() == 0
    assert not sheet.horizontalScrollBar().isVisible()
    sheet = show(qtbot, view, code("x = 1  # " + "a long remark " * 40))
    assert sheet.horizontalScrollBar().maximum() > 0


def test_a_single_line_of_two_million_characters_is_folded_at_spaces(qtbot, view):
    text = "some words " * 180_000
    sheet = show(qtbot, view, text_preview("/a.txt", text))
    qtbot.waitUntil(lambda: sheet.document().characterCount() >= len(text))

    assert sheet.toPlainText().replace("\n", " ") == text
    assert max(map(len, sheet.toPlainText().split("\n"))) <= 4_000


def test_program_text_is_coloured_by_its_language(qtbot, view, theme):
    sheet = show(qtbot, view, code('def heat(room):\n    """Warm it."""\n    return "warm"  # at last\n'))
    qtbot.waitUntil(lambda: bool(colours(sheet, 2)))

    assert colours(sheet, 0)["def"] == theme.tokens.accent.lower()
    assert colours(sheet, 2)["# at last"] == theme.tokens.soft.lower()
    assert theme.tokens.good.lower() in colours(sheet, 2).values()


def test_a_comment_over_several_lines_is_coloured_on_each_of_them(qtbot, view, theme):
    sheet = show(qtbot, view, code('x = 1\n"""One\ntwo\nthree"""\ny = 2\n'))
    qtbot.waitUntil(lambda: bool(colours(sheet, 4)))

    assert list(colours(sheet, 2)) == ["two"]
    assert list(colours(sheet, 3)) == ['three"""']


def test_an_unknown_language_stays_plain(qtbot, view):
    sheet = show(qtbot, view, code("some text", lexer="no-such-language"))
    qtbot.settle(view)
    assert not colours(sheet, 0)


def test_words_are_found_whatever_their_case(qtbot, view):
    show(qtbot, view, text_preview("/a.txt", "Boiler, BOILER and boiler"))
    told = []
    view.found.connect(told.append)
    view.search("boiler")
    view.search_next(-1)
    assert [(each.at, each.count) for each in told] == [(1, 3), (3, 3)]


@pytest.mark.parametrize(
    ("text", "aligned"),
    [
        ("A letter.\n\nIt goes on and on.", False),
        ("name      size\nboiler    3 kW\npump      60 W", True),
        ("| a | b |\n| 1 | 2 |", True),
        ("", False),
    ],
)
def test_texts_that_line_things_up_are_told_from_letters(text, aligned):
    assert looks_aligned(text) is aligned
