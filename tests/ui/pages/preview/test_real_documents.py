"""Preview of the sample library, read and drawn by the sandboxed parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import hit, selection
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView, QTextBrowser

from findling.domain.search import Hit
from findling.errors import ExtractionError
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.ipc.failures import Failed
from findling.processes.reader.messages import Question, Reply
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, PageDrawn, ShowDocument
from findling.ui.pages.preview.page_canvas import PageCanvas

LENGTH = 400


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def real_link(link, sandbox):
    def answer(question: Question) -> Reply | None:
        try:
            match question:
                case ShowDocument(path):
                    return DocumentShown(sandbox.show(path))
                case DrawPage(path, page, width, needles, words):
                    return PageDrawn(sandbox.draw(path, page, width, needles, words=words))
        except ExtractionError as error:
            return Failed(error.notice)
        return None

    link.answers = answer
    return link


def passage(sandbox: Sandbox, path: Path) -> Hit:
    """A passage from the midst of a document, as the index would have it."""
    extraction = sandbox.read(path, lambda _: False).extraction
    assert extraction is not None
    blocks = [block for block in extraction.blocks if block.start <= len(extraction.text) // 2]
    block = blocks[-1]
    pages = [each.page for each in blocks if each.page is not None]
    return hit(extraction.text[block.start : block.start + LENGTH], pages[-1] if pages else None, block.start)


@pytest.mark.parametrize(
    "name",
    [
        "Kitchen/Family recipes.epub",
        "Kitchen/Kitchen notes.md",
        "Money/Tax adviser 2024.rtf",
        "Money/Washing machine guarantee.eml",
        "Free time/Rowing club, autumn letter.html",
        "Free time/Summer by the sea.pptx",
        "Free time/Reading list.txt",
        "Home/Heating manual.docx",
        "Home/Electricity readings.ipynb",
    ],
)
def test_the_passage_of_a_document_of_text_is_marked_and_in_sight(
    qtbot, pane, real_link, sandbox, sample_library, name
):
    path = sample_library / name
    pane.show_selection(selection(path, passage(sandbox, path)))

    def marked():
        views = [*pane.findChildren(QTextBrowser), *pane.findChildren(QPlainTextEdit)]
        return [(view, each) for view in views if view.isVisible() for each in view.extraSelections()]

    qtbot.waitUntil(lambda: bool(marked()))
    view, first = marked()[0]
    start = QTextCursor(first.cursor)
    start.setPosition(first.cursor.selectionStart())
    assert view.viewport().rect().intersects(view.cursorRect(start))


def test_the_rows_of_a_passage_of_a_table_are_marked(qtbot, pane, real_link, sandbox, sample_library):
    path = sample_library / "Garden" / "Seed box.csv"
    pane.show_selection(selection(path, passage(sandbox, path)))
    qtbot.waitUntil(lambda: any(table.isVisible() for table in pane.findChildren(QTableView)))

    model = pane.findChild(QTableView).model()
    assert any(model.index(row, 0).data(8) is not None for row in range(model.rowCount()))


def test_a_pdf_opens_on_its_page_and_says_so(qtbot, pane, real_link, sandbox, sample_library):
    path = sample_library / "Home" / "Lease 14 Harrow Lane.pdf"
    wanted = passage(sandbox, path)
    pane.show_selection(selection(path, wanted))

    qtbot.waitUntil(lambda: any(each.isVisible() for each in pane.findChildren(PageCanvas)))
    canvas = pane.findChild(PageCanvas)
    qtbot.waitUntil(lambda: canvas.page == wanted.page)
    assert any(f"Page {wanted.page} of" in label.text() for label in pane.findChildren(QLabel))


def test_a_file_that_is_gone_is_refused_in_words(qtbot, pane, real_link, tmp_path):
    pane.show_selection(selection(tmp_path / "gone.pdf"))
    qtbot.waitUntil(lambda: any(each.isVisible() and each.text() for each in pane.findChildren(QLabel)))
    qtbot.waitUntil(lambda: bool(real_link.shows))
    assert not any(each.isVisible() for each in pane.findChildren(PageCanvas))
