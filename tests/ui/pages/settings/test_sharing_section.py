"""Folders are shared after a question and withdrawn without one; assistants are entered; calls are shown."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from settingspage import named, says

from findling.domain.sharing import Call, CallOutcome, CallWay, LoggedCall
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.processes.reader.call_messages import AskCalls, CallsLogged, ClearCalls
from findling.settings import read_settings
from findling.ui.pages.settings.assistant_rows import AssistantRows
from findling.ui.pages.settings.call_list import CallList
from findling.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import Answers
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.page import SettingsPage
    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme


def box_of(page: SettingsPage, folder: Path) -> QCheckBox:
    return next(box for box in page.findChildren(QCheckBox) if folder.name in box.text() and not box.isHidden())


def press(page: SettingsPage, words: str) -> None:
    next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def test_a_folder_is_shared_once_that_was_confirmed(page: SettingsPage, answers: Answers, paths: LibraryPaths) -> None:
    box_of(page, answers.folder).click()
    assert says(page, "may send it to a server")
    assert not box_of(page, answers.folder).isChecked()
    assert read_settings(paths.settings).shared == ()
    press(page, "Share it")
    assert read_settings(paths.settings).shared == (str(answers.folder),)
    assert box_of(page, answers.folder).isChecked()
    assert says(page, "But you share folders")


def test_a_question_that_is_declined_shares_nothing(page: SettingsPage, answers: Answers, paths: LibraryPaths) -> None:
    box_of(page, answers.folder).click()
    press(page, "Keep it")
    assert read_settings(paths.settings).shared == ()
    assert not box_of(page, answers.folder).isChecked()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only desktops on Linux search by D-Bus")
def test_the_desktop_searches_once_that_was_wished(page: SettingsPage, paths: LibraryPaths) -> None:
    wished = named(page, QCheckBox, "Search of the desktop")
    assert not wished.isChecked()
    for is_on in (True, False):
        wished.click()
        assert read_settings(paths.settings).desktop_search is is_on


def test_withdrawing_needs_no_question(
    page: SettingsPage, answers: Answers, preferences: Preferences, paths: LibraryPaths
) -> None:
    preferences.change(shared=(str(answers.folder), str(answers.folder / "inner")))
    box_of(page, answers.folder).click()
    assert read_settings(paths.settings).shared == ()


def test_a_folder_in_one_of_the_library_that_was_shared_elsewhere_is_shown(
    page: SettingsPage, answers: Answers, preferences: Preferences
) -> None:
    preferences.change(shared=(str(answers.folder / "inner"),))
    assert box_of(page, Path("inner")).isChecked()
    box_of(page, Path("inner")).click()
    assert preferences.settings.shared == ()


def test_an_assistant_is_connected_and_disconnected(qtbot: QtBot, paths: LibraryPaths, tmp_path: Path) -> None:
    (tmp_path / ".cursor").mkdir()
    rows = AssistantRows(paths, tmp_path)
    qtbot.addWidget(rows)
    rows.show()
    named(rows, QPushButton, "Connect: Cursor").click()
    assert "findling" in json.loads((tmp_path / ".cursor" / "mcp.json").read_text("utf-8"))["mcpServers"]
    assert says(rows, "next start")
    named(rows, QPushButton, "Disconnect: Cursor").click()
    assert json.loads((tmp_path / ".cursor" / "mcp.json").read_text("utf-8"))["mcpServers"] == {}


def test_settings_of_an_assistant_that_are_not_understood_are_left_alone_and_that_is_said(
    qtbot: QtBot, paths: LibraryPaths, tmp_path: Path
) -> None:
    (tmp_path / ".cursor").mkdir()
    (tmp_path / ".cursor" / "mcp.json").write_text("// mine", "utf-8")
    rows = AssistantRows(paths, tmp_path)
    qtbot.addWidget(rows)
    rows.show()
    named(rows, QPushButton, "Connect: Cursor").click()
    assert says(rows, "left as they are")
    assert (tmp_path / ".cursor" / "mcp.json").read_text("utf-8") == "// mine"


def test_a_computer_without_assistants_says_what_to_start(qtbot: QtBot, paths: LibraryPaths, tmp_path: Path) -> None:
    rows = AssistantRows(paths, tmp_path)
    qtbot.addWidget(rows)
    rows.show()
    assert says(rows, "findling mcp")


class Calls:
    """Link with a log of calls."""

    def __init__(self) -> None:
        answered = Call(
            caller="Claude 1.0",
            way=CallWay.MCP,
            operation="search",
            asked='{"query": "the lease"}',
            outcome=CallOutcome.ANSWERED,
            files=("/home/Lease.pdf",),
        )
        refused = Call(
            caller="Cursor",
            way=CallWay.MCP,
            operation="read",
            asked="{",
            outcome=CallOutcome.REFUSED,
            reason="It is not shared.",
        )
        self.logged = [LoggedCall(2, 2 * 10**18, refused), LoggedCall(1, 10**18, answered)]
        self.failure: Failed | None = None
        self.asked: list[object] = []

    def ask(self, question, receive) -> int:
        self.asked.append(question)
        if isinstance(question, ClearCalls):
            self.logged = []
        words = question.words if isinstance(question, AskCalls) else ""
        found = tuple(each for each in self.logged if words in repr(each))
        receive(self.failure or CallsLogged(found, len(self.logged)), True)
        return len(self.asked)

    def forget(self, number: int) -> None:
        pass


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def shown(qtbot: QtBot, calls: Calls, theme: Theme) -> CallList:
    shown = CallList(calls, theme)
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    return shown


def lines(shown: CallList) -> list[str]:
    model = shown.findChild(LineList).lines
    return [f"{line.title} {line.detail}" for line in map(model.row, range(model.rowCount()))]


def test_calls_say_who_asked_what_and_what_was_named(shown: CallList) -> None:
    refused, answered = lines(shown)
    assert "Claude 1.0" in answered
    assert "search the lease" in answered
    assert "/home/Lease.pdf" in answered
    assert "It is not shared." in refused


def test_calls_are_filtered_while_words_are_typed(qtbot: QtBot, shown: CallList, calls: Calls) -> None:
    shown.findChild(QLineEdit).setText("Claude")
    qtbot.waitUntil(lambda: len(lines(shown)) == 1)
    shown.findChild(QLineEdit).setText("nobody")
    qtbot.waitUntil(lambda: lines(shown) == [])
    assert says(shown, "None of the calls")


def test_calls_are_forgotten_once_that_was_confirmed(shown: CallList, calls: Calls) -> None:
    named(shown, QPushButton, "Forget all that was asked for").click()
    assert ClearCalls() not in calls.asked
    named(shown, QPushButton, "Forget all").click()
    assert lines(shown) == []
    assert says(shown, "Nothing was asked for.")


def test_a_log_that_cannot_be_read_is_said(shown: CallList, calls: Calls) -> None:
    calls.failure = Failed(LibraryMessage.NOTHING_INDEXED())
    shown.refresh()
    assert says(shown, "Nothing in this library")


def test_a_folder_with_a_long_path_leaves_the_page_narrow_and_is_told_in_full(page: SettingsPage, answers: Answers):
    box = box_of(page, answers.folder)
    assert box.minimumSizeHint().width() < box.fontMetrics().horizontalAdvance(box.text()) / 2
    box.resize(160, box.height())
    box.grab()
    assert str(answers.folder) in box.toolTip()
    box.resize(2_000, box.height())
    box.grab()
    assert box.toolTip() == ""
