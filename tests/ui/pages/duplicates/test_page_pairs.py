"""Two PDFs side by side: asked for one after the other, scrolled together."""

from __future__ import annotations

from pathlib import Path

import pytest
from duplicatestubs import HOME, GroupsStub, group_of, member
from PySide6.QtWidgets import QToolButton

from findling.domain.comparisons import MatchKind
from findling.domain.preview import Preview, PreviewForm
from findling.formats import FileKind
from findling.ipc.failures import Failed
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, ShowDocument
from findling.ui.pages.duplicates.comparison_pane import PagePair

A4 = (595.0, 842.0)


class Documents(GroupsStub):
    """Shows PDFs of a few pages, which cannot be drawn."""

    pages = 9

    def reply(self, question):
        if isinstance(question, ShowDocument):
            if self.refusal:
                return self.refusal
            return DocumentShown(Preview(question.path, PreviewForm.PAGES, FileKind.PDF, "", (A4,) * self.pages))
        if isinstance(question, DrawPage):
            return Failed(SearchMessage.NO_PREVIEW(reason=FileMessage.DAMAGED()))
        return super().reply(question)


@pytest.fixture
def link():
    pair = (member("lease.pdf", keep=True, kind=FileKind.PDF), member("lease (2).pdf", kind=FileKind.PDF))
    mixed = (member("letter.docx", keep=True, kind=FileKind.DOCX), member("letter.pdf", kind=FileKind.PDF))
    return Documents(
        [
            group_of(*pair, likeness=MatchKind.NEAR, similarity=0.9),
            group_of(*mixed, likeness=MatchKind.NEAR, similarity=0.8, reclaimable_bytes=900),
        ]
    )


def turn(page) -> QToolButton:
    return next(each for each in page.comparison.findChildren(QToolButton) if "pages" in each.accessibleName())


def test_pages_can_be_seen_of_two_pdfs_only(page):
    assert turn(page).isVisible()
    page.groups.choose(1)
    assert not turn(page).isVisible()


def test_the_second_is_asked_for_when_the_first_is_there(qtbot, theme, link):
    link.waits = True
    pair = PagePair(link, theme)
    qtbot.addWidget(pair)
    pair.show_files(Path("a.pdf"), Path("b.pdf"))
    assert link.asked == [ShowDocument(Path("a.pdf"))]
    link.answer()
    qtbot.waitUntil(lambda: link.asked[:2] == [ShowDocument(Path("a.pdf")), ShowDocument(Path("b.pdf"))])


def test_both_scroll_together_though_one_is_longer(page, qtbot, link):
    turn(page).click()
    first, second = page.comparison.pages._bars
    qtbot.waitUntil(lambda: first.maximum() > 0 and second.maximum() > 0)
    page.comparison.step(1)
    assert second.value() > 0
    second.setValue(second.maximum())
    assert first.value() == first.maximum()


def test_a_pdf_that_cannot_be_shown_leaves_the_text(page, link):
    link.refusal = Failed(SearchMessage.NO_PREVIEW(reason=FileMessage.ENCRYPTED()))
    turn(page).click()
    assert not turn(page).isChecked()
    assert "protected by a password" in page.comparison._empty.accessibleName()
    assert link.latest(ShowDocument).path == HOME / "lease.pdf"
