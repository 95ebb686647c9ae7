"""A server that embeds in place of this computer, as a person turns it on and off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from settingspage import named, says

from findling.domain.models import ServerReport
from findling.messages.model_remedies import ModelRemedy
from findling.messages.notice import Notice
from findling.messages.server_templates import ServerMessage
from findling.processes.model_jobs.messages import ForgetServer, TryServer
from findling.settings import read_settings
from findling.ui.pages.settings.page import SettingsPage

ADDRESS = "https://box.example"


class Work(QObject):
    """Remembers what is to be tried; a test says what comes of it."""

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
def place(qtbot, theme, preferences, shortcuts, paths, answers, memory, work):
    place = SettingsPage(preferences, shortcuts, theme, paths, answers, memory, work=work)
    qtbot.addWidget(place)
    place.resize(1_000, 700)
    place.show()
    return place


def write(place: SettingsPage, address: str, key: str = "") -> None:
    named(place, QLineEdit, "Address of the server that embeds").setText(address)
    named(place, QLineEdit, "Key of the server that embeds").setText(key)


def button(place: SettingsPage, words: str) -> QPushButton:
    return next(each for each in place.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(place))


def test_it_is_off_until_a_server_was_tried_and_gave_the_same_vectors(place, work, preferences, paths):
    assert says(place, "Off. A stronger computer can embed your files")
    write(place, ADDRESS, "secret")
    button(place, "Try and use").click()
    assert work.jobs == [TryServer(ADDRESS, "secret")]
    assert preferences.settings.remote == ""
    work.done.emit(work.jobs.pop(), ServerReport(ADDRESS, "large float32", 0.9998))
    assert read_settings(paths.settings).remote == ADDRESS
    assert says(place, "its vectors of three texts agree with those made here to 0.9998, where 1 is the same.")
    assert says(place, "On: the texts of your files are sent to")
    assert says(place, "But you have the texts of your files sent to")
    assert named(place, QLineEdit, "Key of the server that embeds").text() == ""


def test_one_that_gives_other_vectors_is_not_used(place, work, preferences):
    write(place, ADDRESS)
    QTest.keyClick(named(place, QLineEdit, "Address of the server that embeds"), Qt.Key.Key_Return)
    work.fail(ServerMessage.SAYS_NOTHING(server=ADDRESS).advising(ModelRemedy.CHECK_ADDRESS()))
    assert says(place, "does not say what it serves. Check that the address is the right one. Nothing was changed.")
    assert preferences.settings.remote == ""
    assert button(place, "Try and use").isEnabled()


def test_trying_can_be_left_off(place, work):
    write(place, ADDRESS)
    button(place, "Try and use").click()
    assert not button(place, "Try and use").isEnabled()
    button(place, "Stop").click()
    assert not work.jobs
    assert button(place, "Try and use").isEnabled()


def test_turning_it_off_forgets_its_key(place, work, preferences):
    preferences.change(remote=ADDRESS)
    button(place, "Turn off").click()
    assert preferences.settings.remote == ""
    assert work.jobs == [ForgetServer(ADDRESS)]
    assert says(place, "Off. A stronger computer can embed your files")


def test_a_system_without_a_keyring_is_said_to_have_none(place, work):
    write(place, ADDRESS, "secret")
    button(place, "Try and use").click()
    remedy = ModelRemedy.KEY_IN_ENVIRONMENT(variable="FINDLING_REMOTE_KEY")
    work.fail(ServerMessage.NO_KEYRING().advising(remedy))
    assert says(place, "This system has no keyring that could keep the key. Set the key in the environment instead")


def test_a_key_is_not_shown_and_stands_in_no_message_that_is_logged(place):
    assert named(place, QLineEdit, "Key of the server that embeds").echoMode() is QLineEdit.EchoMode.Password
    assert "secret" not in repr(TryServer(ADDRESS, "secret"))


def test_a_server_that_reads_again_stands_among_the_exceptions_of_privacy(place, preferences):
    preferences.change(reranker="https://rerank.example")
    assert says(place, "But you have your searches and the best results sent to")
