"""The quick window finds, opens and goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton

from desktopstub import DesktopStub
from findling.domain.search import Answer, Hit, Mode, Relevance, Result, TypingStage
from findling.formats import FileKind
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.library_messages import AskFolders, FolderReports
from findling.processes.reader.preview_messages import ShowDocument
from findling.processes.reader.search_messages import SearchRequest, SearchResponse
from findling.ui.app.quick_window import QuickWindow
from findling.ui.services.file_actions import FileActions
from findling.ui.services.preferences import Preferences
from findling.ui.services.shortcuts import Shortcuts
from findling.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from findling.processes.reader.messages import Question, Reply


class Answers:
    """Keeps what was asked until the test answers; what is to be shown beside the results is kept apart."""

    def __init__(self) -> None:
        self.asked: list[tuple[Question, Callable[[Reply, bool], None]]] = []
        self.shown: list[Path] = []

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        if isinstance(question, ShowDocument):
            self.shown.append(question.path)
        else:
            self.asked.append((question, receive))
        return len(self.asked)

    def forget(self, number: int) -> None:
        pass

    def answer(self, *paths: Path, final: bool = True, relevance: Relevance = Relevance.STRONG) -> None:
        question, receive = self.asked[-1]
        assert isinstance(question, SearchRequest)
        hit = Hit("The boiler was repaired.", 0.5, 1, "", 0, 24, ("words",))
        results = tuple(Result(path, path.stem, FileKind.TEXT, 0.5, relevance, 0, (hit,)) for path in paths)
        receive(SearchResponse(Answer(question.query, Mode.HYBRID, results, 1.0)), final)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    files = [tmp_path / f"{name}.txt" for name in ("boiler", "lease", "roof")]
    for file in files:
        file.write_text(file.stem)
    return files


@pytest.fixture
def quick(qtbot: QtBot, theme: Theme, preferences: Preferences, answers: Answers, desktop: DesktopStub) -> QuickWindow:
    shortcuts = Shortcuts(preferences)
    actions = FileActions(desktop)
    window = QuickWindow(answers, theme, actions, shortcuts)
    window.kept = shortcuts, actions  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    window.popup()
    qtbot.waitExposed(window)
    return window


def _type(qtbot: QtBot, quick: QuickWindow, answers: Answers, words: str) -> None:
    before = len(answers.asked)
    QTest.keyClicks(_box(quick), words)
    qtbot.waitUntil(lambda: len(answers.asked) > before)


def _box(quick: QuickWindow) -> QLineEdit:
    box = quick.findChild(QLineEdit)
    assert box is not None
    return box


def _view(quick: QuickWindow) -> QListView:
    view = quick.findChild(QListView)
    assert view is not None
    return view


def _chosen(quick: QuickWindow) -> str:
    return str(_view(quick).currentIndex().data())


def test_enter_opens_the_first_result_and_hides(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, desktop: DesktopStub, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*files)
    QTest.keyClick(_box(quick), Qt.Key.Key_Return)
    assert desktop.did == [("open", files[0])]
    assert not quick.isVisible()


def test_arrows_choose_and_control_enter_reveals(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, desktop: DesktopStub, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*files)
    QTest.keyClick(_box(quick), Qt.Key.Key_Down)
    QTest.keyClick(_box(quick), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desktop.did == [("reveal", files[1])]


def test_a_chosen_result_stays_chosen_when_the_better_answer_comes(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*files, final=False)
    QTest.keyClick(_box(quick), Qt.Key.Key_Down)
    answers.answer(files[2], files[0], files[1])
    assert _chosen(quick) == "lease"


def test_a_first_result_that_nobody_chose_gives_way_to_a_better_one(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(files[0], final=False)
    answers.answer(files[2], files[0])
    assert _chosen(quick) == "roof"


def test_escape_hides_and_coming_again_offers_the_words_to_be_typed_over(
    qtbot: QtBot, quick: QuickWindow, answers: Answers
) -> None:
    _type(qtbot, quick, answers, "boiler")
    QTest.keyClick(_box(quick), Qt.Key.Key_Escape)
    assert not quick.isVisible()
    quick.toggle()
    assert quick.isVisible()
    assert _box(quick).selectedText() == "boiler"


def test_below_the_last_result_stands_the_way_to_all(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(files[0])
    QTest.keyClick(_box(quick), Qt.Key.Key_Down)
    with qtbot.waitSignal(quick.all_wanted) as wanted:
        button = quick.findChild(QPushButton)
        assert button is not None
        button.click()
    assert wanted.args == ["boiler"]
    assert not quick.isVisible()


def test_it_shows_eight_results_at_most_and_is_as_high_as_they_need(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, tmp_path: Path
) -> None:
    low = quick.height()
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*(tmp_path / f"{number}.txt" for number in range(20)))
    assert _view(quick).model().rowCount() == 8
    qtbot.waitUntil(lambda: quick.height() > low + 8 * 40)


def test_weak_results_open_too(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, desktop: DesktopStub, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(files[0], relevance=Relevance.WEAK)
    QTest.keyClick(_box(quick), Qt.Key.Key_Return)
    assert desktop.did == [("open", files[0])]


def test_nothing_found_and_nothing_answered_are_said(qtbot: QtBot, quick: QuickWindow, answers: Answers) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(final=False)
    assert "No document" not in _words(quick)
    answers.answer()
    assert "No document matches." in _words(quick)
    answers.asked[0][1](Failed(LibraryMessage.NOTHING_INDEXED().advising(Remedy.TRY_ONCE_MORE())), True)
    assert "Nothing in this library is indexed yet. Try again." in _words(quick)


def test_with_no_folder_covered_it_leads_to_the_window(qtbot: QtBot, quick: QuickWindow, answers: Answers) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer()
    question, receive = answers.asked[-1]
    assert isinstance(question, AskFolders)
    receive(FolderReports(()), True)
    assert "Findling covers no folder yet." in _words(quick)
    way = next(each for each in quick.findChildren(QPushButton) if each.text() == "Open Findling")
    assert not way.isHidden()
    with qtbot.waitSignal(quick.all_wanted):
        way.click()


def test_an_empty_box_asks_nothing(qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]) -> None:
    _type(qtbot, quick, answers, "b")
    answers.answer(*files)
    _box(quick).clear()
    qtbot.waitUntil(lambda: _view(quick).model().rowCount() == 0)
    assert len(answers.asked) == 1


def test_a_result_has_its_passage_and_the_chosen_one_is_shown_beside_the_list(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*files)
    qtbot.waitUntil(lambda: answers.shown == [files[0]])
    QTest.keyClick(_box(quick), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: answers.shown[-1] == files[1])
    row = _view(quick).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The boiler was repaired." in row
    assert "strong" in row.lower()


def test_a_line_stands_before_what_is_shown_only_because_nothing_else_is_nearer(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*files, relevance=Relevance.WEAK)
    model = _view(quick).model()
    assert (model.rowCount(), _chosen(quick)) == (4, "boiler")


def test_keys_copy_the_passage_and_lead_to_documents_like_the_chosen_one(
    qtbot: QtBot, quick: QuickWindow, answers: Answers, files: list[Path]
) -> None:
    _type(qtbot, quick, answers, "boiler")
    answers.answer(*files)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(_box(quick), Qt.Key.Key_Q, both)
    assert "The boiler was repaired." in QGuiApplication.clipboard().text()
    quick.popup()
    with qtbot.waitSignal(quick.alike_wanted) as wanted:
        QTest.keyClick(_box(quick), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [files[0]]


def test_a_word_in_the_midst_of_being_typed_is_searched_as_one(
    qtbot: QtBot, quick: QuickWindow, answers: Answers
) -> None:
    _type(qtbot, quick, answers, "boi")
    question, _ = answers.asked[-1]
    assert isinstance(question, SearchRequest)
    assert question.stage is TypingStage.TYPING


def test_it_stands_in_the_upper_part_of_the_screen(quick: QuickWindow) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(quick.geometry())
    assert quick.geometry().center().y() < room.center().y()


def _words(quick: QuickWindow) -> str:
    return " ".join(label.text() for label in quick.findChildren(QLabel) if not label.isHidden())
