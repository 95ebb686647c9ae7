"""Labels are given to what they are suggested for, refused, taken back and watched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from findling.domain.labels import DocumentLabel, LabelChoice, LabelledFile, LabelSuggestion, SuggestionOrder
from findling.formats import FileKind
from findling.ipc.failures import Failed
from findling.messages.library_templates import LabelMessage, LibraryMessage
from findling.processes.reader.label_messages import (
    AppliedLabel,
    AskLabelFiles,
    AskLabels,
    AskLabelsOf,
    AskLabelSuggestions,
    LabelCount,
    LabelCounts,
    LabelFiles,
    LabelsOf,
    LabelSuggestions,
)
from findling.processes.writer.messages import ChooseLabel, RemoveLabel, RenameLabel, UndoLabelAct, WatchLabel
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.labels.label_header import Listing
from findling.ui.pages.labels.labelled_list import name_sureness
from findling.ui.pages.labels.page import LabelsPage
from findling.ui.widgets.action_palette import ActionPalette
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.popups import NamePopup

HOME = Path("/home/ada")


def plain(words: str) -> str:
    """Return words without the marks that isolate names."""
    return words.translate({0x2068: None, 0x2069: None})


def labelled(name: str) -> LabelledFile:
    return LabelledFile(HOME / name, name.removesuffix(".txt"), FileKind.TEXT, 0)


class StoringWriter(WriterLink):
    """Writer that stores at once what it is told."""

    def __init__(self, paths) -> None:
        super().__init__(paths)
        self.stored: list[object] = []

    def store(self, choice) -> None:
        self.stored.append(choice)
        self.finished.emit(choice, None)


class StoredLabels:
    """Labels as a reader would tell them: what was stored counts."""

    def __init__(self, writer: StoringWriter) -> None:
        self._writer = writer
        self.bearers = {"Tax": ["bill.txt", "receipt.txt"], "To read": []}
        self.suggested = {"doubtful.txt": 0.52, "sure.txt": 0.93, "odd.txt": 0.05}

    def answered(self, name: str) -> set[Path]:
        return {
            file
            for each in self._writer.stored
            if isinstance(each, ChooseLabel) and each.name == name and each.choice is not LabelChoice.NONE
            for file in each.files
        }

    def reply(self, question):
        match question:
            case AskLabels():
                names = {"Tax": "Zoll"} if self._writer.stored[-1:] == [RenameLabel("Tax", "Zoll")] else {}
                watched = {each.name for each in self._writer.stored if isinstance(each, WatchLabel) and each.watched}
                return LabelCounts(
                    tuple(
                        LabelCount(
                            DocumentLabel(names.get(name, name), len(files), 1 if name in watched else None),
                            int(name in watched),
                        )
                        for name, files in self.bearers.items()
                    )
                )
            case AskLabelFiles(name):
                return LabelFiles(name, tuple(map(labelled, self.bearers[name])))
            case AskLabelSuggestions("To read"):
                return Failed(LabelMessage.TOO_FEW_EXAMPLES(name="To read", least=2))
            case AskLabelSuggestions(name, order):
                by = (lambda sure: -sure) if order is SuggestionOrder.SUREST else (lambda sure: abs(sure - 0.5))
                name = "Tax" if name == "Zoll" else name
                left = {n: sure for n, sure in self.suggested.items() if HOME / n not in self.answered(name)}
                found = sorted(left, key=lambda each: by(left[each]))
                return LabelSuggestions(name, tuple(LabelSuggestion(labelled(n), left[n]) for n in found))
            case AskLabelsOf(files):
                names = {path.name for path in files}
                return LabelsOf(
                    files,
                    tuple(
                        AppliedLabel(name, tuple(HOME / each for each in own if each in names))
                        for name, own in self.bearers.items()
                    ),
                )
        # What the preview asks for has tests of its own.
        return Failed(LibraryMessage.NOTHING_INDEXED())


@pytest.fixture
def writer(paths):
    return StoringWriter(paths)


@pytest.fixture
def stored_labels(link, writer):
    stored_labels = StoredLabels(writer)
    link.reply = stored_labels.reply
    return stored_labels


@pytest.fixture
def page(stored_labels, services, qtbot, in_english):
    page = LabelsPage(services)
    page.resize(1_200, 700)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    return page


def listed(page) -> list[str]:
    return [row.file.path.name for row in page.files.rows.rows]


def open_palette(page) -> ActionPalette:
    return next(each for each in page.window().findChildren(ActionPalette) if each.isVisible())


def test_what_it_is_least_sure_of_is_asked_first_with_words_for_how_sure_it_is(page):
    assert [line.title for line in page.labels.lines.rows] == ["Tax", "To read"]
    assert listed(page) == ["doubtful.txt", "sure.txt", "odd.txt"]
    assert "as likely as not" in page.files.rows.accessible_text(page.files.rows.row(0))
    page.files.grab()


def test_a_suggestion_is_accepted_by_a_key_and_that_can_be_undone(page, writer, qtbot):
    qtbot.keyClick(page.files, Qt.Key.Key_Plus)
    assert writer.stored == [ChooseLabel("Tax", (HOME / "doubtful.txt",), LabelChoice.GIVEN)]
    assert "doubtful.txt" not in listed(page)
    assert "is given to" in page.notice.words
    page.notice._action.click()
    assert writer.stored[1:] == [ChooseLabel("Tax", (HOME / "doubtful.txt",), LabelChoice.NONE)]


def test_a_suggestion_is_refused_and_the_next_one_is_chosen(page, writer):
    page.refuse.click()
    assert writer.stored == [ChooseLabel("Tax", (HOME / "doubtful.txt",), LabelChoice.REFUSED)]
    assert page.files.current.file.path.name == "sure.txt"
    assert "not suggested" in page.notice.words


def test_the_surest_first_or_what_bears_it_is_listed_where_that_is_chosen(page, writer):
    page.header.listing_chosen.emit(Listing.SUREST)
    assert listed(page) == ["sure.txt", "doubtful.txt", "odd.txt"]
    page.header.listing_chosen.emit(Listing.BEARERS)
    assert listed(page) == ["bill.txt", "receipt.txt"]
    assert not page.refuse.isVisible()
    page.give.click()
    assert writer.stored == [ChooseLabel("Tax", (HOME / "bill.txt",), LabelChoice.NONE)]


def test_why_nothing_is_suggested_is_said(page):
    page.labels.setCurrentIndex(page.labels.lines.index(1))
    assert listed(page) == []
    assert "Nothing is suggested for To read yet" in page.hint.text()
    assert not page.give.isEnabled()


def test_a_label_is_watched_and_says_for_how_many_new_files_it_is_suggested(page, writer, qtbot):
    page.header.watch.click()
    assert writer.stored == [WatchLabel("Tax", True)]
    page._counts.ask_instead(AskLabels(suggested=True))
    assert "suggested for" in page.labels.lines.row(0).detail
    assert page.header.watch.isChecked()


def test_a_label_is_removed_only_after_asking(page, writer):
    page.header._ask_to_remove()
    assert page.header.confirmation.isVisible()
    page.header.confirmation._yes.click()
    assert writer.stored == [RemoveLabel("Tax")]


def test_a_removed_label_comes_back_by_the_bar_and_by_its_keys(page, writer, qtbot):
    page.header.remove_agreed.emit()
    assert "“Tax” is removed." in plain(page.notice.words)
    page.notice._action.click()
    assert writer.stored == [RemoveLabel("Tax"), UndoLabelAct("Tax")]
    qtbot.keyClick(page.labels, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert writer.stored[2:] == [UndoLabelAct("")]
    assert page.notice.words == "It is undone."


def rename_by_key(page, qtbot, name: str) -> None:
    qtbot.keyClick(page.labels, Qt.Key.Key_F2)
    field = next(each for each in page.header.findChildren(NamePopup) if each.isVisible()).findChild(QLineEdit)
    assert field.text() == page.labels.current
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_label_is_renamed_and_stays_chosen_and_that_can_be_undone(page, stored_labels, writer, qtbot):
    stored_labels.bearers = {"Boats": [], **stored_labels.bearers}
    page._counts.ask_instead(AskLabels(suggested=True))
    page.labels.choose("Tax")
    rename_by_key(page, qtbot, " Zoll ")
    assert writer.stored == [RenameLabel("Tax", "Zoll")]
    assert page.labels.current == "Zoll"
    assert "“Tax” is called “Zoll” now." in plain(page.notice.words)
    page.notice._action.click()
    assert writer.stored[1:] == [UndoLabelAct("Tax")]
    assert page.labels.current == "Tax"


def test_labels_are_made_one_only_after_asking(page, writer, qtbot):
    rename_by_key(page, qtbot, "to READ")
    assert writer.stored == []
    assert "There is a label “To read” already" in plain(page.header.confirmation.label.text())
    page.header.confirmation._no.click()
    assert writer.stored == []
    rename_by_key(page, qtbot, "to READ")
    page.header.confirmation._yes.click()
    assert writer.stored == [RenameLabel("Tax", "To read", merge=True)]
    assert "“Tax” and “To read” are one now." in plain(page.notice.words)


def test_what_the_writer_refuses_of_a_label_as_a_whole_is_told(page, writer):
    writer.store = lambda order: writer.refused.emit(order, LabelMessage.NO_LABEL(name=order.name))
    page.header.remove_agreed.emit()
    assert "There is no label Tax" in plain(page.notice.words)


def test_the_files_of_a_label_can_be_searched(page, qtbot):
    with qtbot.waitSignal(page.search_wanted) as wanted:
        page.header.search_wanted.emit()
    assert wanted.args == ["Tax"]


def test_where_there_is_no_label_it_is_said_how_to_give_one(stored_labels, services, qtbot, in_english):
    stored_labels.bearers.clear()
    page = LabelsPage(services)
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert "Ctrl+T" in page.empty.accessibleName()


def test_labels_that_a_file_bears_are_taken_and_others_given_by_one_list(page, writer):
    labelling = page._actions.labelling
    labelling.ask((HOME / "bill.txt",))
    palette = open_palette(page)
    assert [plain(words) for words in palette.labels] == ["Take off “Tax”", "Give “To read”"]
    palette.close()
    labelling.ask((HOME / "bill.txt", HOME / "other.txt"))
    palette = open_palette(page)
    assert [plain(words) for words in palette.labels] == ["Give “Tax”", "Give “To read”"]


def test_a_label_that_there_is_none_of_yet_is_made_by_typing_it(page, writer, qtbot):
    page._actions.labelling.ask((HOME / "other.txt",))
    palette = open_palette(page)
    palette._field.setText("tax")
    assert len(palette.labels) == 1
    palette._field.setText("Insurance")
    assert [plain(words) for words in palette.labels] == ["New label “Insurance”"]
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(writer.stored))
    assert writer.stored == [ChooseLabel("Insurance", (HOME / "other.txt",), LabelChoice.GIVEN)]


def test_what_the_writer_refuses_is_told(page, writer):
    labelling = page._actions.labelling
    writer.store = lambda choice: writer.refused.emit(choice, LabelMessage.UNNAMEABLE(name=choice.name))
    labelling.choose("a:b", (HOME / "bill.txt",), LabelChoice.GIVEN, LabelChoice.NONE)
    assert "No label can be called" in page.findChild(NoticeBar).words


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.99, "very likely"), (0.7, "likely"), (0.5, "as likely as not"), (0.2, "rather unlikely"), (0.01, "unlikely")],
)
def test_how_sure_it_is_has_words(probability, words, qapp):
    assert name_sureness(probability) == words


def seen(page) -> list[str]:
    panes = {"labels": page.labels, "files": page.files, "document": page.preview}
    return [name for name, pane in panes.items() if pane.isVisible()]


def test_a_narrow_window_shows_labels_files_or_document_with_ways_between_them(page, qtbot):
    page.resize(430, 360)
    qtbot.waitUntil(lambda: seen(page) == ["labels"])
    page.labels.setFocus()
    qtbot.keyClick(page.labels, Qt.Key.Key_Return)
    assert seen(page) == ["files"]
    assert page.files.hasFocus()
    assert all(button.width() >= button.sizeHint().width() for button in (page.give, page.refuse))
    onward = next(each for each in page.findChildren(QToolButton) if each.text() == "Document")
    qtbot.mouseClick(onward, Qt.MouseButton.LeftButton)
    assert seen(page) == ["document"]
    qtbot.keyClick(page.preview, Qt.Key.Key_Escape)
    assert seen(page) == ["files"]
    qtbot.keyClick(page.files, Qt.Key.Key_Escape)
    assert seen(page) == ["labels"]
    page.resize(1_200, 700)
    qtbot.waitUntil(lambda: seen(page) == ["labels", "files", "document"])
