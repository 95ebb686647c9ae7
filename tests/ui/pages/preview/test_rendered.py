"""Rendered documents: no fetching, links, marks of passages, and long documents."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from documents import hit, markup_preview
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.rich_text import OfflineBrowser, RichTextView
from findling.ui.services.file_actions import FileActions


class TellingActions(FileActions):
    """Notes what it was asked to browse, and asks nobody."""

    def __init__(self, desktop) -> None:
        super().__init__(desktop)
        self.addresses: list[str] = []

    def browse(self, address: str) -> None:
        self.addresses.append(address)


@pytest.fixture
def actions(desktop):
    return TellingActions(desktop)


@pytest.fixture
def view(qtbot, link, theme, actions):
    view = RichTextView(link, theme, actions)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def show(qtbot, view, html: str, *hits) -> OfflineBrowser:
    with qtbot.waitSignal(view.placed):
        view.show_preview(markup_preview("/a.html", html), Passages(hits, 0 if hits else -1))
    return view.findChild(OfflineBrowser)


def test_nothing_is_fetched_from_the_network(qtbot, view):
    server = QTcpServer()
    assert server.listen(QHostAddress.SpecialAddress.LocalHost)
    address = f"http://127.0.0.1:{server.serverPort()}"
    show(
        qtbot,
        view,
        f'<link rel="stylesheet" href="{address}/a.css"><style>@import url({address}/b.css);</style>'
        f'<img src="{address}/a.png"><table background="{address}/b.png"><tr><td>x</td></tr></table>'
        f'<p style="background-image: url({address}/c.png)">words</p>'
        f'<ul style="list-style-image: url({address}/d.png)"><li>item</li></ul>',
    )
    view.grab()

    # Whatever was fetched would have been let in before this one.
    own = QTcpSocket()
    own.connectToHost(QHostAddress.SpecialAddress.LocalHost, server.serverPort())
    qtbot.waitUntil(server.hasPendingConnections)
    assert server.nextPendingConnection().peerPort() == own.localPort()


@pytest.mark.parametrize("kind", list(QTextDocument.ResourceType))
def test_no_file_is_read_for_a_document(qtbot, view, tmp_path, kind):
    secret = tmp_path / "secret.html"
    secret.write_text("secret")
    page = show(qtbot, view, f'<p>words</p><img src="{secret.as_uri()}">')
    view.grab()

    assert page.loadResource(kind, QUrl.fromLocalFile(str(secret))) == b""
    assert page.loadResource(kind, QUrl(str(secret))) == b""


def test_a_link_never_leads_away_by_itself(qtbot, view, actions, tmp_path):
    other = tmp_path / "other.html"
    other.write_text("<p>other</p>")
    page = show(qtbot, view, "<p>words</p>")
    page.setSource(QUrl.fromLocalFile(str(other)))
    assert "words" in page.toPlainText()

    for address in ("https://example.org/a", "mailto:a@example.org", other.as_uri(), "javascript:alert(1)", "data:,x"):
        page.anchorClicked.emit(QUrl(address))

    assert actions.addresses == ["https://example.org/a", "mailto:a@example.org"]
    assert "words" in page.toPlainText()


def test_the_passage_that_is_looked_at_is_in_sight_and_it_alone_is_washed(qtbot, view):
    html = "".join(f"<p>Paragraph {number} tells of thing {number} and of no other.</p>" for number in range(300))
    wanted = "Paragraph 250 tells of thing 250 and of no other. Paragraph 251 tells of thing 251"
    page = show(qtbot, view, html, hit(wanted), hit("Paragraph 3 tells of thing 3 and of no other. Paragraph 4 tells"))
    qtbot.waitUntil(lambda: len(page.extraSelections()) == 2)

    first, second = page.extraSelections()
    assert first.cursor.selectedText().startswith("Paragraph 250")
    assert second.cursor.selectedText().startswith("Paragraph 251")
    assert page.viewport().rect().contains(page.cursorRect(first.cursor))


def test_the_sentence_that_answers_is_set_off_from_its_passage_and_words_are_underlined(qtbot, view, theme):
    html = "<p>It is old. The boiler leaks. Call us.</p><p>Another boiler.</p>"
    passages = Passages((hit("It is old. The boiler leaks. Call us."),), 0, "boiler that leaks")
    with qtbot.waitSignal(view.placed):
        view.show_preview(markup_preview("/a.html", html), passages)
    page = view.findChild(OfflineBrowser)
    qtbot.waitUntil(lambda: len(page.extraSelections()) == 5)

    whole, answer, *words = page.extraSelections()
    assert whole.cursor.selectedText() == "It is old. The boiler leaks. Call us"
    assert whole.format.background().color().alphaF() < 0.5
    assert answer.cursor.selectedText() == "The boiler leaks"
    assert answer.format.background().color() == theme.colour("mark")
    assert [each.cursor.selectedText() for each in words] == ["boiler", "leaks", "boiler"]
    assert all(each.format.fontUnderline() for each in words)


def test_another_passage_has_a_line_beside_it(qtbot, view, theme):
    page = show(
        qtbot, view, "<p>The boiler.</p><p>Between.</p><p>The chimney.</p>", hit("The boiler."), hit("The chimney.")
    )

    def lines() -> set[str]:
        picture = page.viewport().grab().toImage()
        column = next(x for x in range(picture.width()) if picture.pixelColor(x, 30) == theme.colour("accent"))
        return {picture.pixelColor(column, y).name() for y in range(picture.height())}

    qtbot.waitUntil(lambda: bool(page.extraSelections()))
    qtbot.waitUntil(lambda: theme.colour("edge").name() in lines())


def test_passages_after_characters_beyond_the_first_plane_are_marked_where_they_stand(qtbot, view):
    page = show(qtbot, view, "<p>\N{GRINNING FACE}\N{GRINNING FACE} some words</p><p>boiler room</p>", hit("boiler"))
    qtbot.waitUntil(lambda: bool(page.extraSelections()))

    assert page.extraSelections()[0].cursor.selectedText() == "boiler"


def test_words_are_found_round_the_end(qtbot, view):
    page = show(qtbot, view, "<p>Boiler</p><p>room</p><p>the boiler</p>")
    told = []
    view.found.connect(told.append)

    view.search("boiler")
    view.search_next(1)
    view.search_next(1)

    assert [(each.at, each.count) for each in told] == [(1, 2), (2, 2), (1, 2)]
    assert [each.cursor.selectedText() for each in page.extraSelections()] == ["Boiler", "boiler"]
    view.search("")
    assert not page.extraSelections()


def test_all_of_a_long_document_arrives_in_order(qtbot, view):
    html = "".join(
        f"<h2>Heading {number}</h2><ul><li>item {number}</li></ul><p>text {number}</p>" for number in range(800)
    )
    page = show(qtbot, view, html)
    qtbot.waitUntil(lambda: page.toPlainText().endswith("text 799"))

    lines = [line for line in page.toPlainText().split("\n") if line.strip()]
    expected = [line for number in range(800) for line in (f"Heading {number}", f"item {number}", f"text {number}")]
    assert lines == expected


def test_a_long_document_does_not_hold_the_window_up(qtbot, view):
    html = "".join(f"<h2>Heading {number}</h2><p>{'some words of text ' * 40}</p>" for number in range(2_000))
    page = view.findChild(OfflineBrowser)
    lengths = [0]
    turn = QTimer(interval=0)
    turn.timeout.connect(lambda: lengths.append(page.document().characterCount()))
    turn.start()
    show(qtbot, view, html)
    qtbot.waitUntil(lambda: "Heading 1999" in page.toPlainText())
    turn.stop()

    steps = [later - earlier for earlier, later in pairwise(lengths)]
    assert max(steps) < lengths[-1] / 3, "between two turns of the window only a part of it is taken in"


def test_the_mail_head_is_shown_and_goes_with_the_mail(qtbot, view):
    from dataclasses import replace

    from PySide6.QtWidgets import QLabel

    mail = replace(markup_preview("/a.eml", "<p>Dear Tom</p>"), headers=(("From", "Orla <orla@example.org>"),))
    with qtbot.waitSignal(view.placed):
        view.show_preview(mail, Passages())
    assert "Orla <orla@example.org>" in {label.text() for label in view.findChildren(QLabel) if label.isVisible()}

    show(qtbot, view, "<p>no mail</p>")
    assert not [label for label in view.findChildren(QLabel) if label.isVisible() and "Orla" in label.text()]


def test_the_view_is_of_no_use_for_reading_other_files(view):
    assert not view.findChild(OfflineBrowser).openLinks()
    assert Path(view.findChild(OfflineBrowser).source().toLocalFile()) == Path()


def test_a_passage_that_is_not_found_opens_its_page_at_least(qtbot, view):
    html = "".join(f'<a name="page-{page}"></a><h2>Slide {page}</h2>{"<p>text</p>" * 30}' for page in range(1, 9))
    page = show(qtbot, view, html, hit("Nothing of the kind stands anywhere in this document.", page=5))

    top = page.cursorForPosition(page.viewport().rect().topLeft())
    assert top.block().text() == "Slide 5" or top.block().next().text() == "Slide 5"


@pytest.mark.parametrize("html", ["", "<p>words</p>"])
def test_a_document_without_passages_is_seen_without_waiting_for_any(qtbot, view, html):
    for timer in filter(QTimer.isSingleShot, view.findChildren(QTimer)):
        timer.setInterval(24 * 3_600_000)
    show(qtbot, view, html)


def test_text_that_fits_is_not_scrolled_sideways(qtbot, view):
    cells = "<td>cell words here and some more of them</td>"
    page = show(qtbot, view, f"<p>words</p><table><tr>{cells * 5}</tr></table>")
    # At some of these widths Qt rounds the columns up to more than there is room for.
    for width in range(300, 320):
        view.resize(width, 400)
        assert not page.horizontalScrollBar().isVisible(), width


def test_what_cannot_be_wrapped_is_scrolled_sideways(qtbot, view):
    page = show(qtbot, view, '<table width="2000"><tr><td>words</td></tr></table>')
    qtbot.waitUntil(page.horizontalScrollBar().isVisible)
