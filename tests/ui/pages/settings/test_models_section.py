"""What computes, and what reads again, as a person chooses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from settingspage import named, says

from findling.processes.reader.messages import AskModels
from findling.settings import read_settings

if TYPE_CHECKING:
    from conftest import Answers
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.page import SettingsPage
    from findling.ui.services.preferences import Preferences
    from patientbot import PatientBot


def _offers(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def _pick(box: QComboBox, words: str) -> None:
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def _computing(place: SettingsPage) -> QComboBox:
    return named(place, QComboBox, "Compute with")


def _reading(place: SettingsPage) -> QComboBox:
    return named(place, QComboBox, "Read the best results again")


def _address(place: SettingsPage) -> QLineEdit:
    return named(place, QLineEdit, "Address of the server that reads again")


def test_only_what_computes_right_is_offered_and_each_says_what_it_does(
    place: SettingsPage, paths: LibraryPaths
) -> None:
    box = _computing(place)
    assert _offers(box) == ["Measured: the fastest that agrees", "Processor", "CUDA"]
    assert box.currentText() == "Measured: the fastest that agrees"
    _pick(box, "CUDA")
    assert read_settings(paths.settings).provider == "CUDAExecutionProvider"
    assert says(place, "900 passages a second")


def test_what_the_settings_name_is_offered_though_it_was_not_measured(
    place: SettingsPage, preferences: Preferences
) -> None:
    preferences.change(provider="DmlExecutionProvider")
    assert _computing(place).currentText() == "Dml"
    assert says(place, "Was not measured here")


def test_a_reranker_that_is_installed_can_be_chosen_and_left_off(place: SettingsPage, paths: LibraryPaths) -> None:
    box = _reading(place)
    assert _offers(box) == ["Off", "reads-well", "A server…"]
    assert box.currentText() == "Off"
    _pick(box, "reads-well")
    assert read_settings(paths.settings).reranker == "reads-well"
    _pick(box, "Off")
    assert read_settings(paths.settings).reranker == ""


def test_a_servers_address_is_kept_once_it_is_written(place: SettingsPage, preferences: Preferences) -> None:
    assert not _address(place).isVisible()
    _pick(_reading(place), "A server…")
    assert preferences.settings.reranker == ""
    QTest.keyClicks(_address(place), "https://rerank.example.org")
    QTest.keyClick(_address(place), Qt.Key.Key_Return)
    assert preferences.settings.reranker == "https://rerank.example.org"
    assert _reading(place).currentText() == "A server…"
    _pick(_reading(place), "Off")
    assert not _address(place).isVisible()


def test_an_address_that_is_being_written_stays_when_something_is_learned(place: SettingsPage) -> None:
    place.activateWindow()
    _pick(_reading(place), "A server…")
    QTest.keyClicks(_address(place), "https://re")
    place.refresh()
    assert _address(place).isVisible()
    assert _address(place).text() == "https://re"


def test_what_is_no_address_is_not_kept(place: SettingsPage, preferences: Preferences) -> None:
    _pick(_reading(place), "A server…")
    QTest.keyClicks(_address(place), "rerank.example.org")
    QTest.keyClick(_address(place), Qt.Key.Key_Return)
    assert preferences.settings.reranker == ""
    assert says(place, "an address begins with https://")


def test_the_worker_goes_on_when_only_reading_again_changes(
    qtbot: PatientBot, place: SettingsPage, preferences: Preferences
) -> None:
    with qtbot.assertNotEmitted(place.restart_worker_wanted):
        preferences.change(reranker="reads-well")
        qtbot.settle(place)


def test_for_a_list_of_names_no_costs_are_counted(place: SettingsPage, answers: Answers) -> None:
    asked = [question for question in answers.asked if isinstance(question, AskModels)]
    assert asked
    assert not any(question.costs for question in asked), "for those a model would be loaded"
