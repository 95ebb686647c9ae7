"""Choice of the execution provider and of the reranker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from settingspage import named, pick, says

from findling.processes.reader.model_messages import AskModels
from findling.settings import read_settings

if TYPE_CHECKING:
    from conftest import Answers
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.page import SettingsPage
    from findling.ui.services.preferences import Preferences


def _offers(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def _computing(page: SettingsPage) -> QComboBox:
    return named(page, QComboBox, "Compute with")


def _reading(page: SettingsPage) -> QComboBox:
    return named(page, QComboBox, "Read the best results again")


def _address(page: SettingsPage) -> QLineEdit:
    return named(page, QLineEdit, "Address of the server that reads again")


def test_only_what_computes_right_is_offered_and_each_says_what_it_does(
    page: SettingsPage, paths: LibraryPaths
) -> None:
    box = _computing(page)
    assert _offers(box) == ["Measured: the fastest that agrees", "Processor", "CUDA"]
    assert box.currentText() == "Measured: the fastest that agrees"
    pick(box, "CUDA")
    assert read_settings(paths.settings).provider == "CUDAExecutionProvider"
    assert says(page, "900 passages a second")


def test_what_the_settings_name_is_offered_though_it_was_not_measured(
    page: SettingsPage, preferences: Preferences
) -> None:
    preferences.change(provider="DmlExecutionProvider")
    assert _computing(page).currentText() == "Dml"
    assert says(page, "Was not measured here")


def test_a_reranker_that_is_installed_can_be_chosen_and_left_off(page: SettingsPage, paths: LibraryPaths) -> None:
    box = _reading(page)
    assert _offers(box) == ["Off", "reads-well", "A server…"]
    assert box.currentText() == "Off"
    pick(box, "reads-well")
    assert read_settings(paths.settings).reranker == "reads-well"
    pick(box, "Off")
    assert read_settings(paths.settings).reranker == ""


def test_a_servers_address_is_kept_once_it_is_written(page: SettingsPage, preferences: Preferences) -> None:
    assert not _address(page).isVisible()
    pick(_reading(page), "A server…")
    assert preferences.settings.reranker == ""
    QTest.keyClicks(_address(page), "https://rerank.example.org")
    QTest.keyClick(_address(page), Qt.Key.Key_Return)
    assert preferences.settings.reranker == "https://rerank.example.org"
    assert _reading(page).currentText() == "A server…"
    pick(_reading(page), "Off")
    assert not _address(page).isVisible()


def test_an_address_that_is_being_written_stays_when_something_is_learned(page: SettingsPage) -> None:
    page.activateWindow()
    pick(_reading(page), "A server…")
    QTest.keyClicks(_address(page), "https://re")
    page.refresh()
    assert _address(page).isVisible()
    assert _address(page).text() == "https://re"


def test_what_is_no_address_is_not_kept(page: SettingsPage, preferences: Preferences) -> None:
    pick(_reading(page), "A server…")
    QTest.keyClicks(_address(page), "rerank.example.org")
    QTest.keyClick(_address(page), Qt.Key.Key_Return)
    assert preferences.settings.reranker == ""
    assert says(page, "an address begins with https://")


def test_for_a_list_of_names_no_costs_are_counted(page: SettingsPage, answers: Answers) -> None:
    asked = [question for question in answers.asked if isinstance(question, AskModels)]
    assert asked
    assert not any(question.costs for question in asked), "for those a model would be loaded"
