"""The preview pane when answers come in time, late, in the wrong order, or never."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from documents import hit, markup_preview, pages_preview, selection, shown, text_preview
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTextBrowser, QToolButton, QWidget

from findling.domain.files import Absence, FileStatus, Reason
from findling.domain.library import FileInfo
from findling.domain.origin import Origin
from findling.domain.preview import Preview, PreviewForm, Sheet
from findling.formats import FileKind
from findling.ipc.failures import Failed
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.library_messages import AskFileInfo
from findling.processes.reader.preview_messages import ShowDocument
from findling.processes.reader.superseded_reply import Superseded
from findling.settings import Appearance


def texts(pane) -> str:
    """All that can be read in the pane; what is held back under something else cannot."""
    seen = [part for part in pane.findChildren(QWidget) if part.isVisible() and part.updatesEnabled()]
    labels = [part.text() for part in seen if isinstance(part, QLabel)]
    return "\n".join(labels + [part.toPlainText() for part in seen if isinstance(part, QPlainTextEdit | QTextBrowser)])


def shown_labels(pane) -> list[str]:
    seen = (part for part in pane.findChildren(QLabel) if part.isVisible() and part.updatesEnabled())
    return [part.text() for part in seen]


def wait_for_questions(qtbot, link, count: int) -> None:
    qtbot.waitUntil(lambda: len(link.questions) >= count)


def test_nothing_selected_says_what_to_do(pane):
    assert "Choose a result to see it here" in texts(pane)


def test_while_results_are_flipped_through_nothing_is_asked(qtbot, pane, link):
    for timer in filter(QTimer.isSingleShot, pane.findChildren(QTimer)):
        timer.setInterval(24 * 3_600_000)
    for name in ("a", "b", "c", "d"):
        pane.show_selection(selection(f"/{name}.txt"))
        qtbot.settle()

    assert link.shows == []


def test_of_results_that_are_flipped_through_only_the_one_that_rests_is_asked_for(qtbot, pane, link):
    for name in ("a", "b", "c", "d"):
        pane.show_selection(selection(f"/{name}.txt"))
    wait_for_questions(qtbot, link, 1)
    qtbot.settle(pane)

    assert link.shows == [Path("/d.txt")]


@pytest.mark.parametrize("status", [FileStatus.INDEXED, FileStatus.PENDING, FileStatus.SKIPPED])
def test_of_a_file_that_was_not_read_no_keys_are_shown(qtbot, pane, link, status):
    chosen = selection("/notes.txt")
    pane.show_selection(replace(chosen, result=replace(chosen.result, status=status)))
    wait_for_questions(qtbot, link, 1)
    assert link.questions == [ShowDocument(Path("/notes.txt"), secrets=status is FileStatus.INDEXED)]


def test_a_file_that_is_offline_says_so(qtbot, pane, link):
    chosen = selection("/away/notes.txt")
    pane.show_selection(replace(chosen, result=replace(chosen.result, absence=Absence.DISK)))
    wait_for_questions(qtbot, link, 1)
    link.reply(0, Failed(SearchMessage.NO_PREVIEW(reason=FileMessage.VANISHED()), reason=Reason.VANISHED))
    assert "is not there now" in texts(pane)
    assert "It is offline: its disk is not connected." in texts(pane)


def test_a_document_that_arrives_too_late_is_not_shown(qtbot, pane, link):
    pane.show_selection(selection("/late.txt"))
    wait_for_questions(qtbot, link, 1)
    pane.show_selection(selection("/wanted.txt"))
    wait_for_questions(qtbot, link, 2)

    link.reply(1, shown(text_preview("/wanted.txt", "wanted words")))
    link.reply(0, shown(text_preview("/late.txt", "late words")))

    qtbot.waitUntil(lambda: "wanted words" in texts(pane))
    assert "late" not in texts(pane)
    assert 1 in link.forgotten


def test_the_document_before_stays_until_the_next_one_is_there(qtbot, pane, link):
    link.answers = lambda question: shown(text_preview("/old.txt", "old words")) if len(link.questions) == 1 else None
    pane.show_selection(selection("/old.txt"))
    qtbot.waitUntil(lambda: "old words" in texts(pane))

    pane.show_selection(selection("/new.txt"))
    wait_for_questions(qtbot, link, 2)
    assert "old words" in texts(pane)

    link.reply(1, shown(text_preview("/new.txt", "new words")))
    qtbot.waitUntil(lambda: "new words" in texts(pane))


def test_a_document_that_takes_long_gives_way_to_a_quiet_stand_in_with_its_name(qtbot, pane, link):
    link.answers = lambda question: shown(text_preview("/old.txt", "old words")) if len(link.questions) == 1 else None
    pane.show_selection(selection("/old.txt"))
    qtbot.waitUntil(lambda: "old words" in texts(pane))

    pane.show_selection(selection("/slow.txt"))

    qtbot.waitUntil(lambda: "old words" not in texts(pane))
    assert "slow.txt" in texts(pane)


def test_a_question_that_was_dropped_for_another_ones_sake_is_asked_again(qtbot, pane, link):
    pane.show_selection(selection("/a.txt"))
    wait_for_questions(qtbot, link, 1)
    link.reply(0, Superseded())

    wait_for_questions(qtbot, link, 2)
    link.reply(1, shown(text_preview("/a.txt", "words at last")))
    qtbot.waitUntil(lambda: "words at last" in texts(pane))


def test_another_passage_of_the_same_document_asks_for_nothing(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "first passage\n\nsecond passage"))
    first = selection("/a.txt", hit("first passage"), hit("second passage"))
    pane.show_selection(first)
    qtbot.waitUntil(lambda: "first passage" in texts(pane))

    with qtbot.waitSignal(pane.matched, check_params_cb=lambda at, count: (at, count) == (2, 2)):
        pane.show_selection(selection("/a.txt", *first.result.hits, at=1))

    assert len(link.questions) == 1
    assert "2 of 2" in texts(pane)


def test_going_back_before_the_next_document_came_asks_for_nothing_more(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "words")) if len(link.questions) == 1 else None
    pane.show_selection(selection("/a.txt"))
    qtbot.waitUntil(lambda: "words" in texts(pane))
    pane.show_selection(selection("/b.txt"))
    pane.show_selection(selection("/a.txt"))
    qtbot.settle(pane)

    assert link.shows == [Path("/a.txt")]
    assert "words" in texts(pane)


def test_next_match_goes_round_and_tells_which_one_it_is(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "one here, two there"))
    pane.show_selection(selection("/a.txt", hit("one"), hit("two")))
    qtbot.waitUntil(lambda: "1 of 2" in texts(pane))

    pane.next_match()
    assert "2 of 2" in texts(pane)
    pane.next_match()
    assert "1 of 2" in texts(pane)
    pane.previous_match()
    assert "2 of 2" in texts(pane)


def test_next_match_goes_over_the_words_that_were_searched_for_and_counts_them(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "Boilers. A boiler hums, the boilers hum, boil eggs."))
    pane.show_selection(selection("/a.txt", hit("A boiler hums"), hit("the boilers hum"), words="boiler"))
    qtbot.waitUntil(lambda: "3 word(s)" in texts(pane))

    pane.next_match()
    assert "2 of 3" in texts(pane)
    pane.next_match()
    pane.next_match()
    assert "1 of 3" in texts(pane)
    pane.previous_match()
    assert "3 of 3" in texts(pane)


def test_where_no_word_stands_next_match_goes_over_the_passages(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "one here, two there"))
    pane.show_selection(selection("/a.txt", hit("one"), hit("two"), words="boiler"))
    qtbot.waitUntil(lambda: "1 of 2" in texts(pane))
    pane.next_match()
    assert "2 of 2" in texts(pane)


def test_what_a_filter_alone_lists_has_no_marks(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "The boiler hums."))
    listed = replace(hit("The boiler hums."), by=())
    pane.show_selection(selection("/a.txt", listed, query="type:txt"))
    qtbot.waitUntil(lambda: "The boiler hums." in texts(pane))
    qtbot.settle(pane)
    assert all(not each.extraSelections() for each in pane.findChildren(QPlainTextEdit))
    assert "1 of 1" not in texts(pane)


def test_a_document_that_cannot_be_shown_says_why_and_can_still_be_opened(qtbot, pane, link, desktop, tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("x")
    why = SearchMessage.NO_PREVIEW(reason=FileMessage.ENCRYPTED()).advising(Remedy.REMOVE_PASSWORD())
    link.answers = lambda _: Failed(why, reason=Reason.ENCRYPTED)
    pane.show_selection(selection(path))
    qtbot.waitUntil(lambda: "No preview: protected by a password." in texts(pane))

    assert "Save a copy without the password." in texts(pane)
    for button in pane.findChildren(QPushButton):
        if button.isVisible():
            button.click()
    assert desktop.opened == [path]
    assert desktop.revealed == [path]


def test_a_hidden_preview_asks_for_nothing_until_it_is_seen(qtbot, pane, link):
    pane.hide()
    pane.show_selection(selection("/a.txt"))
    qtbot.settle(pane)
    assert not link.questions

    pane.show()
    wait_for_questions(qtbot, link, 1)


def test_a_document_of_which_only_the_beginning_is_there_says_so(qtbot, pane, link):
    link.answers = lambda question: shown(replace(text_preview(question.path, "words"), cut=True))
    pane.show_selection(selection("/a.txt"))

    qtbot.waitUntil(lambda: "only its beginning" in texts(pane))


def test_losing_the_selection_leaves_nothing_of_the_document(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "words"))
    pane.show_selection(selection("/a.txt"))
    qtbot.waitUntil(lambda: "words" in texts(pane))

    pane.show_selection(None)

    assert "words" not in texts(pane)
    assert "Choose a result" in texts(pane)


def test_escape_ends_the_search_in_the_document_first_and_then_leaves(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/a.txt", "words"))
    pane.set_over(over=True)
    pane.show_selection(selection("/a.txt"))
    qtbot.waitUntil(lambda: "words" in texts(pane))
    left = []
    pane.closed.connect(lambda: left.append(True))
    pane.find()

    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not left
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert left


def test_facts_are_asked_only_once_they_are_unfolded_and_stay_unfolded(qtbot, pane, link):
    def answer(question):
        if isinstance(question, AskFileInfo):
            return facts(question.path)
        return shown(text_preview(question.path, f"text of {question.path.name}"))

    link.answers = answer
    pane.show_selection(selection("/a.txt"))
    qtbot.waitUntil(lambda: "text of a.txt" in texts(pane))
    assert not any(isinstance(question, AskFileInfo) for question in link.questions)

    fold = next(each for each in pane.findChildren(QToolButton) if each.text() == "Facts")
    fold.click()
    qtbot.waitUntil(lambda: "English" in texts(pane))
    assert "/a.txt" in texts(pane)

    pane.show_selection(selection("/b.txt"))
    qtbot.waitUntil(lambda: "/b.txt" in texts(pane))


def test_the_facts_tell_the_document_s_own_date_and_people(qtbot, pane, link):
    origin = Origin(
        dated_ns=1_552_000_000_000_000_000,
        senders=("Ann Lee <ann@x.org>",),
        recipients=tuple(f"{number}@y.org" for number in range(14)),
        subject="Rent <b>",
    )
    link.answers = lambda question: (
        replace(facts(question.path), origin=origin)
        if isinstance(question, AskFileInfo)
        else shown(text_preview(question.path, "words"))
    )
    pane.show_selection(selection("/a.eml"))
    qtbot.waitUntil(lambda: "words" in texts(pane))
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Facts").click()
    qtbot.waitUntil(lambda: "Rent <b>" in texts(pane))
    told = texts(pane)
    assert "Ann Lee <ann@x.org>" in told
    assert "Mar 2019" in told
    assert "9@y.org, … (+4)" in told


@pytest.mark.parametrize("form", [PreviewForm.PAGES, PreviewForm.TABLE, PreviewForm.MARKUP])
def test_what_a_document_says_of_itself_stands_above_it_and_among_the_facts(qtbot, pane, link, form):
    sizes = ((600.0, 800.0),) if form is PreviewForm.PAGES else ()
    sheets = (Sheet("Rent", (("May", "1"),)),) if form is PreviewForm.TABLE else ()
    headers = (("Author", "Ann Lee"), ("Keywords", "kelp, dulse"))
    preview = Preview(Path("/a.x"), form, FileKind.PDF, "Rent of the mill", sizes=sizes, sheets=sheets, headers=headers)
    origin = Origin(authors=("Ann Lee",))
    link.answers = lambda question: (
        replace(facts(question.path), origin=origin)
        if isinstance(question, AskFileInfo)
        else shown(preview)
        if isinstance(question, ShowDocument)
        else None
    )
    pane.show_selection(selection("/a.x"))
    qtbot.waitUntil(lambda: shown_labels(pane).count("kelp, dulse") == 1)
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Facts").click()
    qtbot.waitUntil(lambda: shown_labels(pane).count("kelp, dulse") == 2)
    # Once above the document, once among the facts, though the library knows the author as well.
    assert shown_labels(pane).count("Ann Lee") == 2
    assert "Title" in shown_labels(pane)


def test_names_of_properties_are_text_and_neither_they_nor_their_values_crowd_out_the_document(qtbot, pane, link):
    headers = (("<h1>Client</h1>" + "x" * 500, "Ann\n" * 60), ("Long", "Orr" + "y" * 390))
    preview = replace(text_preview("/a.x", "words"), headers=headers)
    link.answers = lambda question: facts(question.path) if isinstance(question, AskFileInfo) else shown(preview)
    pane.show_selection(selection("/a.x"))
    qtbot.waitUntil(lambda: "words" in texts(pane))
    assert pane.minimumSizeHint().width() < 900
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Facts").click()
    qtbot.waitUntil(lambda: "English" in texts(pane))
    named = [each for each in pane.findChildren(QLabel) if "Client" in each.text()]
    assert [each.textFormat() for each in named] == [Qt.TextFormat.PlainText] * 2
    assert {len(each.text()) for each in named} == {40}
    values = [each for each in pane.findChildren(QLabel) if "Ann" in each.text()]
    assert [each.text() for each in values] == [("Ann " * 60).strip()] * 2
    assert pane.minimumSizeHint().width() < 900


def test_of_a_mail_the_facts_say_nothing_twice(qtbot, pane, link):
    preview = replace(text_preview("/a.eml", "words"), kind=FileKind.EML, headers=(("Subject", "Rent"),))
    link.answers = lambda question: (
        replace(facts(question.path), origin=Origin(subject="Rent"))
        if isinstance(question, AskFileInfo)
        else shown(preview)
    )
    pane.show_selection(selection("/a.eml"))
    qtbot.waitUntil(lambda: "words" in texts(pane))
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Facts").click()
    qtbot.waitUntil(lambda: "English" in texts(pane))
    assert shown_labels(pane).count("Rent") == 2


def test_similar_documents_are_wanted_from_the_facts(qtbot, pane, link):
    link.answers = lambda question: (
        facts(question.path) if isinstance(question, AskFileInfo) else shown(text_preview(question.path, "words"))
    )
    pane.show_selection(selection("/a.txt"))
    qtbot.waitUntil(lambda: "words" in texts(pane))
    next(each for each in pane.findChildren(QToolButton) if each.text() == "Facts").click()
    similar = next(each for each in pane.findChildren(QLabel) if "Similar documents" in each.text())

    with qtbot.waitSignal(pane.similar_wanted) as wanted:
        similar.linkActivated.emit("#")

    assert wanted.args == [Path("/a.txt")]


@pytest.mark.parametrize("form", [text_preview, lambda path, text: markup_preview(path, f"<p>{text}</p>")])
def test_a_new_selection_does_not_take_the_keyboard(qtbot, pane, link, form):
    box = QPushButton()
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    link.answers = lambda question: shown(form(question.path, "words"))
    for name in ("/a.txt", "/b.txt"):
        pane.show_selection(selection(name))
        qtbot.waitUntil(lambda name=name: Path(name) in link.shows)
        qtbot.settle(pane)

    assert not pane.isAncestorOf(pane.window().focusWidget() or box)


def facts(path: Path) -> FileInfo:
    return FileInfo(
        path=path,
        kind=FileKind.TEXT,
        size=1_200,
        modified_ns=0,
        words=200,
        language="en",
        passages=3,
        folder=path.parent,
        status=FileStatus.INDEXED,
    )


def test_a_document_that_comes_after_the_preview_was_hidden_and_the_selection_lost_is_dropped(qtbot, pane, link):
    pane.show_selection(selection("/a.txt"))
    wait_for_questions(qtbot, link, 1)
    pane.hide()
    pane.show_selection(None)
    link.reply(0, shown(text_preview("/a.txt", "words")))

    pane.show()
    assert "Choose a result" in texts(pane)


def test_the_document_follows_when_the_theme_changes(qtbot, pane, link, theme):
    link.answers = lambda question: shown(markup_preview(question.path, "<h1>Boiler</h1><p>words</p>"))
    pane.show_selection(selection("/a.html", hit("words")))
    qtbot.waitUntil(lambda: "Boiler" in texts(pane))
    page = pane.findChild(QTextBrowser)
    qtbot.waitUntil(lambda: bool(page.extraSelections()))

    theme.choose(Appearance.DARK)
    qtbot.waitUntil(lambda: bool(page.extraSelections()))

    marked = page.extraSelections()[0]
    assert marked.format.background().color().rgb() == theme.colour("mark").rgb()
    theme.choose(Appearance.LIGHT)


def test_head_and_body_are_always_of_one_document(qtbot, pane, link):
    link.answers = lambda _: shown(text_preview("/old.txt", "old words")) if not link.shows[1:] else None
    pane.show_selection(selection("/old.txt"))
    qtbot.waitUntil(lambda: "old words" in texts(pane))
    pane.show_selection(selection("/new.pdf"))
    wait_for_questions(qtbot, link, 2)
    at = next(
        at for at, each in enumerate(link.questions) if isinstance(each, ShowDocument) and each.path.name == "new.pdf"
    )
    link.reply(at, shown(pages_preview("/new.pdf", 3)))
    assert ("new.pdf" in texts(pane)) != ("old words" in texts(pane))
    qtbot.waitUntil(lambda: "new.pdf" in texts(pane))
    assert "old words" not in texts(pane)
    assert "of 3" in texts(pane)


def test_a_file_that_is_gone_is_named_and_nothing_is_offered_for_it(qtbot, pane, link):
    pane.show_selection(selection("/nowhere/letter.txt"))
    wait_for_questions(qtbot, link, 1)
    link.reply(0, Failed(SearchMessage.NO_PREVIEW(reason=FileMessage.VANISHED()), reason=Reason.VANISHED))
    qtbot.waitUntil(lambda: "is no longer there" in texts(pane))
    assert "letter.txt" in texts(pane)
    assert not any(each.isVisible() and each.text() == "Open" for each in pane.findChildren(QPushButton))
