"""The place for settings: what is changed holds at once, and is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
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
from settingspage import named, says

from findling.processes.reader.messages import TryExcludes
from findling.settings import Appearance, OnBattery, read_settings

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import Answers, Memory
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.page import SettingsPage
    from findling.ui.services.preferences import Preferences


def _pick(box: QComboBox, words: str) -> None:
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_a_choice_is_written_at_once(place: SettingsPage, paths: LibraryPaths) -> None:
    _pick(named(place, QComboBox, "Colours"), "Dark")
    _pick(named(place, QComboBox, "On battery"), "Go on")
    written = read_settings(paths.settings)
    assert written.appearance is Appearance.DARK
    assert written.on_battery is OnBattery.GO_ON


def test_what_is_changed_elsewhere_is_shown(place: SettingsPage, preferences: Preferences) -> None:
    preferences.change(appearance=Appearance.LIGHT, keep_history=False, threads=1)
    assert named(place, QComboBox, "Colours").currentText() == "Light"
    assert not named(place, QCheckBox, "Remember searches").isChecked()
    assert named(place, QSlider, "Cores for indexing").value() == 1


def test_a_language_says_that_it_waits_for_the_next_start(place: SettingsPage, preferences: Preferences) -> None:
    assert not says(place, "next start")
    preferences.change(language="de")
    assert says(place, "next start")
    preferences.change(language="")
    assert not says(place, "next start")


def test_patterns_are_tried_in_the_largest_folder_and_then_kept(
    qtbot: QtBot, place: SettingsPage, preferences: Preferences, answers: Answers
) -> None:
    named(place, QPlainTextEdit, "Leave out of every folder").setPlainText("*.bak\n\n  drafts/ ")
    qtbot.waitUntil(lambda: preferences.settings.exclude == ("*.bak", "drafts/"))
    assert answers.asked[-1] == TryExcludes(answers.folder, ("*.bak", "drafts/"))
    assert says(place, "2 of 12 files")


def test_what_a_pattern_left_out_is_not_counted_when_it_is_taken_away(
    qtbot: QtBot, place: SettingsPage, preferences: Preferences
) -> None:
    preferences.change(exclude=("*.bak", "drafts/"))
    named(place, QPlainTextEdit, "Leave out of every folder").setPlainText("*.bak")
    qtbot.waitUntil(lambda: preferences.settings.exclude == ("*.bak",))
    assert says(place, "Kept.")
    assert not says(place, "2 of 12 files")


def test_examples_of_patterns_run_from_left_to_right_in_every_language(place: SettingsPage) -> None:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    for example in named(place, QPlainTextEdit, "Leave out of every folder").placeholderText().splitlines():
        layout = QTextLayout(example, place.font())
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        letters = [at for at, letter in enumerate(example) if letter.isprintable()]
        places = [run.boundingRect().x() for at in letters for run in line.glyphRuns(at, 1)]
        assert places == sorted(places), example


def test_a_pattern_that_means_nothing_is_not_kept(qtbot: QtBot, place: SettingsPage, preferences: Preferences) -> None:
    named(place, QPlainTextEdit, "Leave out of every folder").setPlainText("[")
    qtbot.waitUntil(lambda: says(place, "“[” is not a pattern"))
    assert preferences.settings.exclude == ()


def test_the_worker_starts_anew_once_after_the_slider_rests(
    qtbot: QtBot, place: SettingsPage, preferences: Preferences
) -> None:
    slider = named(place, QSlider, "Cores for indexing")
    asked: list[bool] = []
    place.restart_worker_wanted.connect(lambda: asked.append(True))
    slider.setValue(1)
    slider.setValue(0)
    slider.setValue(1)
    qtbot.waitUntil(lambda: bool(asked))
    assert preferences.settings.threads == 1
    assert len(asked) == 1


@pytest.mark.usefixtures("in_english")
def test_it_says_how_large_things_are_and_where(place: SettingsPage, paths: LibraryPaths) -> None:
    assert says(place, "6.1 MB")
    assert says(place, paths.log.name)
    assert says(place, "In use now: CPU")


def test_places_on_the_disk_can_be_shown(qtbot: QtBot, place: SettingsPage, paths: LibraryPaths) -> None:
    with qtbot.waitSignal(place.reveal_wanted) as wanted:
        named(place, QPushButton, "Show in folder: Library").click()
    assert wanted.args == [paths.database]


def test_searches_can_be_forgotten(place: SettingsPage, memory: Memory) -> None:
    named(place, QPushButton, "Searches so far").click()
    assert memory.cleared == 1
    assert says(place, "Forgotten.")


def test_settings_that_cannot_be_written_are_told(
    place: SettingsPage, preferences: Preferences, paths: LibraryPaths
) -> None:
    paths.settings.with_suffix(".new").mkdir()
    named(place, QCheckBox, "Remember searches").click()
    assert says(place, "cannot be written")


def test_a_name_leads_to_its_section_and_follows_the_page(qtbot: QtBot, place: SettingsPage) -> None:
    names = place.findChild(QListWidget)
    assert names is not None
    names.setCurrentRow(5)
    field = named(place, QWidget, "Go to the search box")
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    names.setCurrentRow(0)
    assert field.visibleRegion().isEmpty()


def test_a_narrow_window_shows_the_page_alone(place: SettingsPage) -> None:
    names = place.findChild(QListWidget)
    assert names is not None
    assert names.isVisible()
    place.resize(320, 600)
    assert not names.isVisible()
    assert place.minimumSizeHint().width() <= 320


def test_every_control_has_a_name(place: SettingsPage) -> None:
    kinds = (QComboBox, QCheckBox, QSlider, QPushButton, QPlainTextEdit, QListWidget)
    nameless = [each for kind in kinds for each in place.findChildren(kind) if not each.accessibleName()]
    assert nameless == []


def test_tab_leads_through_the_page(place: SettingsPage) -> None:
    place.activateWindow()
    named(place, QComboBox, "Colours").setFocus()
    QTest.keyClick(place, Qt.Key.Key_Tab)
    assert named(place, QComboBox, "Language").hasFocus()


def test_all_values_of_a_choice_are_seen_at_once(place: SettingsPage) -> None:
    colours = named(place, QComboBox, "Colours")
    colours.showPopup()
    view = colours.view()
    popup = view.window()
    last = view.visualRect(colours.model().index(colours.count() - 1, 0))
    assert last.bottom() <= view.viewport().height()
    assert popup.height() == view.height(), "no room is taken by arrows to scroll with"
    colours.hidePopup()


def test_at_the_end_of_the_page_the_last_section_is_named(place: SettingsPage) -> None:
    names = named(place, QListWidget, "Sections")
    bar = place.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert names.currentRow() == names.count() - 1
    bar.setValue(0)
    assert names.currentRow() == 0


def test_enter_goes_from_the_name_of_a_section_into_it(place: SettingsPage) -> None:
    place.activateWindow()
    names = named(place, QListWidget, "Sections")
    names.setFocus()
    names.setCurrentRow([names.item(at).text() for at in range(names.count())].index("Server"))
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert named(place, QLineEdit, "Address of the server that embeds").hasFocus()
