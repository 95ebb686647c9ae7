"""Settings take effect at once and are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QWidget,
)
from settingspage import named, pick, says

from findling.processes.reader.library_messages import TryExcludes
from findling.settings import Appearance, OnBattery, WhileInUse, read_settings
from findling.ui.pages.settings.page import SettingsPage
from findling.ui.pages.settings.section import Section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import Answers, HistoryStub
    from findling.paths import LibraryPaths
    from findling.ui.services.preferences import Preferences
    from findling.ui.services.services import Services


def test_a_choice_is_written_at_once(page: SettingsPage, paths: LibraryPaths) -> None:
    pick(named(page, QComboBox, "Colours"), "Dark")
    pick(named(page, QComboBox, "On battery"), "Go on")
    pick(named(page, QComboBox, "While you use the computer"), "All of these cores")
    written = read_settings(paths.settings)
    assert written.appearance is Appearance.DARK
    assert written.on_battery is OnBattery.GO_ON
    assert written.while_in_use is WhileInUse.ALL_CORES


def test_what_is_changed_elsewhere_is_shown(page: SettingsPage, preferences: Preferences) -> None:
    preferences.change(appearance=Appearance.LIGHT, keep_history=False, threads=1)
    assert named(page, QComboBox, "Colours").currentText() == "Light"
    assert not named(page, QCheckBox, "Remember searches").isChecked()
    assert named(page, QSlider, "Cores for indexing").value() == 1


def test_a_language_says_that_it_waits_for_the_next_start(page: SettingsPage, preferences: Preferences) -> None:
    assert not says(page, "next start")
    preferences.change(language="de")
    assert says(page, "next start")
    preferences.change(language="")
    assert not says(page, "next start")


def test_patterns_are_tried_in_the_largest_folder_and_then_kept(
    qtbot: QtBot, page: SettingsPage, preferences: Preferences, answers: Answers
) -> None:
    named(page, QPlainTextEdit, "Leave out of every folder").setPlainText("*.bak\n\n  drafts/ ")
    qtbot.waitUntil(lambda: preferences.settings.exclude == ("*.bak", "drafts/"))
    assert answers.asked[-1] == TryExcludes(answers.folder, ("*.bak", "drafts/"))
    assert says(page, "2 of 12 files")


def test_what_a_pattern_left_out_is_not_counted_when_it_is_taken_away(
    qtbot: QtBot, page: SettingsPage, preferences: Preferences
) -> None:
    preferences.change(exclude=("*.bak", "drafts/"))
    named(page, QPlainTextEdit, "Leave out of every folder").setPlainText("*.bak")
    qtbot.waitUntil(lambda: preferences.settings.exclude == ("*.bak",))
    assert says(page, "Kept.")
    assert not says(page, "2 of 12 files")


def test_examples_of_patterns_run_from_left_to_right_in_every_language(page: SettingsPage) -> None:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    for example in named(page, QPlainTextEdit, "Leave out of every folder").placeholderText().splitlines():
        layout = QTextLayout(example, page.font())
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        letters = [at for at, letter in enumerate(example) if letter.isprintable()]
        places = [run.boundingRect().x() for at in letters for run in line.glyphRuns(at, 1)]
        assert places == sorted(places), example


def test_a_pattern_that_means_nothing_is_not_kept(qtbot: QtBot, page: SettingsPage, preferences: Preferences) -> None:
    named(page, QPlainTextEdit, "Leave out of every folder").setPlainText("[")
    qtbot.waitUntil(lambda: says(page, "“[” is not a pattern"))
    assert preferences.settings.exclude == ()


@pytest.mark.usefixtures("in_english")
def test_it_says_how_large_things_are_and_where(page: SettingsPage, paths: LibraryPaths) -> None:
    assert says(page, "6.1 MB")
    assert says(page, paths.log.name)
    assert says(page, "In use now: CPU")


def test_places_on_the_disk_can_be_shown(qtbot: QtBot, page: SettingsPage, paths: LibraryPaths) -> None:
    with qtbot.waitSignal(page.reveal_wanted) as wanted:
        named(page, QPushButton, "Show in folder: Library").click()
    assert wanted.args == [paths.database]


def test_searches_can_be_forgotten(page: SettingsPage, history: HistoryStub) -> None:
    named(page, QPushButton, "Searches so far").click()
    assert history.cleared == 1
    assert says(page, "Forgotten.")


def test_settings_that_cannot_be_written_are_told(
    page: SettingsPage, preferences: Preferences, paths: LibraryPaths
) -> None:
    paths.settings.with_suffix(".new").mkdir()
    named(page, QCheckBox, "Remember searches").click()
    assert says(page, "cannot be written")


def test_a_name_leads_to_its_section_and_follows_the_page(qtbot: QtBot, page: SettingsPage) -> None:
    names = page.findChild(QListWidget)
    assert names is not None
    names.setCurrentRow([names.item(at).text() for at in range(names.count())].index("On the desktop"))
    box = named(page, QCheckBox, "Start when I log in")
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())
    names.setCurrentRow(0)
    assert box.visibleRegion().isEmpty()


def test_a_narrow_window_shows_the_page_alone(page: SettingsPage) -> None:
    names = page.findChild(QListWidget)
    assert names is not None
    assert names.isVisible()
    page.resize(320, 600)
    assert not names.isVisible()
    assert page.minimumSizeHint().width() <= 320


def test_every_control_has_a_name(page: SettingsPage) -> None:
    kinds = (QComboBox, QCheckBox, QSlider, QPushButton, QPlainTextEdit, QListWidget)
    shown = (each for kind in kinds for each in page.findChildren(kind) if each.isVisibleTo(page))
    nameless = [each for each in shown if not each.accessibleName()]
    assert nameless == []


def test_tab_leads_through_the_page(page: SettingsPage) -> None:
    page.activateWindow()
    named(page, QComboBox, "Colours").setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert named(page, QComboBox, "Language").hasFocus()


def test_all_values_of_a_choice_are_seen_at_once(page: SettingsPage) -> None:
    colours = named(page, QComboBox, "Colours")
    colours.showPopup()
    view = colours.view()
    popup = view.window()
    last = view.visualRect(colours.model().index(colours.count() - 1, 0))
    assert last.bottom() <= view.viewport().height()
    assert popup.height() == view.height(), "no room is taken by arrows to scroll with"
    colours.hidePopup()


def test_at_the_end_of_the_page_the_last_section_is_named(page: SettingsPage) -> None:
    names = named(page, QListWidget, "Sections")
    bar = page.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert names.currentRow() == names.count() - 1
    bar.setValue(0)
    assert names.currentRow() == 0


def test_enter_goes_from_the_name_of_a_section_into_it(page: SettingsPage) -> None:
    page.activateWindow()
    names = named(page, QListWidget, "Sections")
    names.setFocus()
    names.setCurrentRow([names.item(at).text() for at in range(names.count())].index("Server"))
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert named(page, QLineEdit, "Address of the server that works out meanings").hasFocus()


def test_a_section_that_is_asked_for_before_the_page_is_laid_out_comes_into_view(
    qtbot: QtBot, services: Services, history: HistoryStub
) -> None:
    page = SettingsPage(services, history)
    qtbot.addWidget(page)
    page.show_encryption()
    with qtbot.waitExposed(page):
        page.show()
    page.resize(1_000, 700)
    names, scroll = named(page, QListWidget, "Sections"), page.findChild(QScrollArea)
    wanted = next(each for each in page.findChildren(Section) if each.heading == "Encryption")
    qtbot.waitUntil(lambda: 0 <= wanted.mapTo(scroll.viewport(), wanted.rect().topLeft()).y() < 100)
    assert names.currentItem().text() == "Encryption"


class MoveCounter(QObject):
    """Notes the sections that get another parent."""

    def __init__(self) -> None:
        super().__init__()
        self.moved: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange and isinstance(watched, Section):
            self.moved.append(type(watched).__name__)
        return False


def test_sections_are_built_in_their_place(qtbot: QtBot, services: Services, history: HistoryStub) -> None:
    """In a window that is seen, a move has the style of all that is in a section worked out again."""
    counter, window = MoveCounter(), QWidget()
    qtbot.addWidget(window)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(counter)
    SettingsPage(services, history, window)
    application.removeEventFilter(counter)
    assert counter.moved == []
