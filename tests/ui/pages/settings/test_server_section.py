"""Turning the embedding server on and off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from settingspage import named, says

from findling.domain.models import ServerReport
from findling.messages.keyring_templates import KeyringMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.notice import Notice
from findling.messages.server_templates import ServerMessage
from findling.processes.model_jobs.messages import ForgetServer, TryServer
from findling.settings import read_settings
from findling.ui.pages.settings.page import SettingsPage

ADDRESS = "https://box.example"


class Work(QObject):
    """Remembers what is to be tried; a test says what comes of it."""

    progressed = Signal(object, object)
    done = Signal(object, object)
    refused = Signal(object, object)
    stopped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list = []

    def start(self, job) -> None:
        self.jobs.append(job)

    def stop_trying(self) -> None:
        self.stopped.emit(self.jobs.pop())

    def fail(self, notice: Notice) -> None:
        self.refused.emit(self.jobs.pop(), notice)


@pytest.fixture
def work(qapp):
    return Work()


@pytest.fixture
def page(qtbot, services, history, work):
    page = SettingsPage(services, history, work=work)
    qtbot.addWidget(page)
    page.resize(1_000, 700)
    page.show()
    return page


def write(page: SettingsPage, address: str, key: str = "") -> None:
    named(page, QLineEdit, "Address of the server that works out meanings").setText(address)
    named(page, QLineEdit, "Key of the server that works out meanings").setText(key)


def button(page: SettingsPage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(page))


def test_it_is_off_until_a_server_was_tried_and_gave_the_same_vectors(page, work, preferences, paths):
    assert says(page, "Off. A stronger computer can work out what your files mean")
    write(page, ADDRESS, "secret")
    button(page, "Try and use").click()
    assert work.jobs == [TryServer(ADDRESS, "secret")]
    assert preferences.settings.remote == ""
    work.done.emit(work.jobs.pop(), ServerReport(ADDRESS, "large float32", 0.9998))
    assert read_settings(paths.settings).remote == ADDRESS
    assert says(page, "what it made of three texts agrees with what is made here to 0.9998, where 1 is the same.")
    assert says(page, "On: the texts of your files are sent to")
    assert says(page, "But you have the texts of your files sent to")
    assert named(page, QLineEdit, "Key of the server that works out meanings").text() == ""


def test_one_that_gives_other_vectors_is_not_used(page, work, preferences):
    write(page, ADDRESS)
    QTest.keyClick(named(page, QLineEdit, "Address of the server that works out meanings"), Qt.Key.Key_Return)
    work.fail(ServerMessage.SAYS_NOTHING(server=ADDRESS).advising(ModelRemedy.CHECK_ADDRESS()))
    assert says(page, "does not say what it serves. Check that the address is the right one. Nothing was changed.")
    assert preferences.settings.remote == ""
    assert button(page, "Try and use").isEnabled()


def test_trying_can_be_left_off(page, work):
    write(page, ADDRESS)
    button(page, "Try and use").click()
    assert not button(page, "Try and use").isEnabled()
    button(page, "Stop").click()
    assert not work.jobs
    assert button(page, "Try and use").isEnabled()


def test_turning_it_off_forgets_its_key(page, work, preferences):
    preferences.change(remote=ADDRESS)
    button(page, "Turn off").click()
    assert preferences.settings.remote == ""
    assert work.jobs == [ForgetServer(ADDRESS)]
    assert says(page, "Off. A stronger computer can work out what your files mean")


def test_a_system_without_a_keyring_is_said_to_have_none(page, work):
    write(page, ADDRESS, "secret")
    button(page, "Try and use").click()
    remedy = ModelRemedy.KEY_IN_ENVIRONMENT(variable="FINDLING_REMOTE_KEY")
    work.fail(KeyringMessage.NO_KEYRING().advising(remedy))
    assert says(page, "This system has no keyring that could keep it. Set the key in the environment instead")


def test_a_key_is_not_shown_and_stands_in_no_message_that_is_logged(page):
    assert named(page, QLineEdit, "Key of the server that works out meanings").echoMode() is QLineEdit.EchoMode.Password
    assert "secret" not in repr(TryServer(ADDRESS, "secret"))


def test_a_server_that_reads_again_stands_among_the_exceptions_of_privacy(page, preferences):
    preferences.change(reranker="https://rerank.example")
    assert says(page, "But you have your searches and the best results sent to")
