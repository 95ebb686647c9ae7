"""The shared library is joined by its address; folders are shared with names, and taken back; what is away is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from settingspage import named, says

from findling.ipc.failures import Failed
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.processes.reader.team_messages import (
    AskTeam,
    CreateTeam,
    FolderForTeam,
    JoinTeam,
    LeaveTeam,
    ShareWithTeam,
    TeamStanding,
    WithdrawFromTeam,
)
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.team_section import TeamSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from findling.processes.reader.messages import Question, Reply

ADDRESS = "postgresql://ann@db.example.org/findling"
PAPERS = Path("/home/ann/papers")
SHOWN = isolate(str(PAPERS))
JOINED = TeamStanding(ADDRESS, files=7, folders=(FolderForTeam(PAPERS),))
SHARED = replace(JOINED, folders=(FolderForTeam(PAPERS, ("sales", "bob")),), in_step_ns=10**18)
AWAY = TeamMessage.UNREACHABLE(host="db.example.org", reason="timeout").advising(TeamRemedy.CHECK_NETWORK())


class Server:
    """Answers every question about the shared library with what a test says."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.reply: Reply = TeamStanding()

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        self.asked.append(question)
        receive(self.reply, True)
        return len(self.asked)

    def forget(self, number: int) -> None:
        pass


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def section(qtbot: QtBot, server: Server) -> TeamSection:
    section = TeamSection(server)
    qtbot.addWidget(section)
    section.show()
    section.refresh()
    return section


def stand(section: TeamSection, server: Server, standing: Reply) -> None:
    server.reply = standing
    section.refresh()


def test_without_an_address_nothing_is_asked(section: TeamSection, server: Server) -> None:
    assert says(section, "Nothing is shared before you choose a folder")
    assert not named(section, QPushButton, "Join the shared library").isEnabled()
    named(section, QLineEdit, "Address of the shared library").returnPressed.emit()
    assert server.asked == [AskTeam()]


def test_a_library_is_joined_by_its_address_and_the_password_is_not_kept_in_the_field(
    section: TeamSection, server: Server
) -> None:
    named(section, QLineEdit, "Address of the shared library").setText(f" {ADDRESS} ")
    password = named(section, QLineEdit, "Password for the shared library")
    password.setText("secret")
    server.reply = JOINED
    named(section, QPushButton, "Join the shared library").click()
    assert server.asked[-1] == JoinTeam(ADDRESS, "secret")
    assert says(section, ADDRESS)
    assert says(section, "You may see 7 file")
    assert password.text() == ""
    assert not password.isVisible()


def test_a_library_is_created_once_that_is_confirmed(section: TeamSection, server: Server) -> None:
    create = named(section, QPushButton, "Create a shared library")
    assert not create.isEnabled()
    named(section, QLineEdit, "Address of the shared library").setText(f" {ADDRESS} ")
    named(section, QLineEdit, "Password for the shared library").setText("secret")
    create.click()
    named(section, QPushButton, "Cancel").click()
    assert server.asked == [AskTeam()]
    create.click()
    server.reply = JOINED
    named(section, QPushButton, "Create it").click()
    assert server.asked[-1] == CreateTeam(ADDRESS, "secret")
    assert says(section, ADDRESS)
    assert not create.isVisible()


def test_a_question_that_waits_goes_with_what_it_was_about(section: TeamSection, server: Server) -> None:
    named(section, QLineEdit, "Address of the shared library").setText(ADDRESS)
    named(section, QPushButton, "Create a shared library").click()
    server.reply = JOINED
    named(section, QPushButton, "Join the shared library").click()
    assert not named(section, QPushButton, "Create it").isVisible()


def test_what_keeps_from_joining_is_said_and_can_be_mended(section: TeamSection, server: Server) -> None:
    address = named(section, QLineEdit, "Address of the shared library")
    address.setText(ADDRESS)
    server.reply = Failed(AWAY)
    named(section, QPushButton, "Join the shared library").click()
    assert says(section, "cannot be reached: timeout")
    assert address.isVisible()
    assert address.text() == ADDRESS
    assert named(section, QPushButton, "Join the shared library").isEnabled()


def test_a_folder_is_shared_with_the_names_that_were_typed(section: TeamSection, server: Server) -> None:
    stand(section, server, JOINED)
    names = named(section, QLineEdit, f"People and groups for {SHOWN}")
    share = named(section, QPushButton, f"Share: {SHOWN}")
    assert not share.isEnabled()
    names.setText(" sales,bob , ")
    server.reply = replace(SHARED, in_step_ns=None)
    share.click()
    assert server.asked[-1] == ShareWithTeam(PAPERS, ("sales", "bob"))
    assert names.text() == "sales, bob"
    assert says(section, "Not all of it was published yet")
    stand(section, server, SHARED)
    assert says(section, "Published last: ")


def test_names_are_changed_and_a_folder_is_taken_back(section: TeamSection, server: Server) -> None:
    stand(section, server, SHARED)
    names = named(section, QLineEdit, f"People and groups for {SHOWN}")
    change = named(section, QPushButton, f"Change: {SHOWN}")
    assert not change.isEnabled()
    names.setText("everyone")
    server.reply = replace(SHARED, folders=(FolderForTeam(PAPERS, ("everyone",)),))
    change.click()
    assert server.asked[-1] == ShareWithTeam(PAPERS, ("everyone",))
    server.reply = JOINED
    named(section, QPushButton, f"Withdraw {SHOWN}").click()
    assert server.asked[-1] == WithdrawFromTeam(PAPERS)
    assert names.text() == ""


def test_what_is_typed_stays_while_the_state_is_asked_again(section: TeamSection, server: Server) -> None:
    stand(section, server, JOINED)
    names = named(section, QLineEdit, f"People and groups for {SHOWN}")
    names.setText("sal")
    stand(section, server, replace(JOINED, files=8))
    assert names.text() == "sal"


def test_why_nothing_is_published_is_said(section: TeamSection, server: Server) -> None:
    stand(section, server, replace(SHARED, waits=AWAY))
    assert says(section, "cannot be reached")


@pytest.mark.parametrize(
    ("standing", "keep"), [(SHARED, False), (TeamStanding(ADDRESS, trouble=AWAY, is_away=True), True)]
)
def test_leaving_is_confirmed_and_takes_back_what_can_be(
    section: TeamSection, server: Server, standing: TeamStanding, keep: bool
) -> None:
    stand(section, server, standing)
    named(section, QPushButton, "Leave the shared library").click()
    assert says(section, "stays there" if keep else "is taken back at once")
    server.reply = TeamStanding()
    named(section, QPushButton, "Leave it").click()
    assert server.asked[-1] == LeaveTeam(keep=keep)
    assert named(section, QLineEdit, "Address of the shared library").isVisible()


def test_away_from_the_server_no_folder_looks_as_if_it_were_not_shared(section: TeamSection, server: Server) -> None:
    stand(section, server, SHARED)
    stand(section, server, TeamStanding(ADDRESS, waits=AWAY, trouble=AWAY, is_away=True))
    assert says(section, "cannot be reached")
    assert not any(each.isVisible() for each in section.findChildren(QLineEdit))


def test_the_focus_stays_in_the_section_when_what_had_it_goes(
    qtbot: QtBot, section: TeamSection, server: Server
) -> None:
    section.activateWindow()
    address = named(section, QLineEdit, "Address of the shared library")
    qtbot.waitUntil(section.isActiveWindow)
    address.setFocus()
    address.setText(ADDRESS)
    server.reply = JOINED
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert named(section, QPushButton, "Leave the shared library").hasFocus()
