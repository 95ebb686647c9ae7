"""Section on the shared library: joining it, sharing folders, its state, and leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from findling.ipc.failures import Failed
from findling.processes.reader.team_messages import (
    AskTeam,
    CreateTeam,
    JoinTeam,
    LeaveTeam,
    ShareWithTeam,
    TeamStanding,
    WithdrawFromTeam,
)
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section
from findling.ui.pages.settings.server_fields import ServerFields, ServerWords
from findling.ui.pages.settings.team_folder_rows import TeamFolderRows
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.confirmation import Confirmation
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.team_messages import TeamQuestion
    from findling.ui.ipc.reader_link import ReaderClient


_LOOK_AGAIN_MS = 3_000
"""Time until it is looked whether what was shared is there by now."""


class TeamSection(Section):
    """Address and password of the shared library, the shared folders, and what came of it."""

    shares_anything = Signal(bool)
    """True if any folder is shared, or may be."""

    def __init__(self, link: ReaderClient, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Shared library"), parent)
        self._link = link
        self._standing = TeamStanding()
        self._is_busy = False
        self._wanted: TeamQuestion = AskTeam()
        self._state = self.add_words("")
        self._fields = ServerFields(
            ServerWords(
                example="postgresql://ann@db.example.org/findling",
                explanation=self.tr("Of the database on a PostgreSQL server of yours, as whoever runs it tells you."),
                secret=self.tr("Password"),
                address_label=self.tr("Address of the shared library"),
                secret_label=self.tr("Password for the shared library"),
            )
        )
        self._fields.entered.connect(self._join)
        self.add(self._fields)
        self._folders = TeamFolderRows()
        self._folders.share_wanted.connect(lambda folder, readers: self._ask(ShareWithTeam(folder, readers)))
        self._folders.withdraw_wanted.connect(lambda folder: self._ask(WithdrawFromTeam(folder)))
        self._folders_row = self.add_setting(
            self.tr("What you share"),
            self.tr(
                "Text, names, dates and people of all that is in a folder can be found and read by those whom you name:"
                " people and groups of the server, or everyone. Changes follow by themselves."
            ),
            self._folders,
            below=True,
        )
        self._joining, self._leaving = QPushButton(self.tr("Join")), QPushButton(self.tr("Leave…"))
        self._creating = QPushButton(self.tr("Create…"))
        self._creating.setAccessibleName(self.tr("Create a shared library"))
        self._creating.clicked.connect(self._confirm_creating)
        self._joining.setAccessibleName(self.tr("Join the shared library"))
        self._leaving.setAccessibleName(self.tr("Leave the shared library"))
        self._joining.clicked.connect(self._join)
        self._leaving.clicked.connect(self._confirm_leaving)
        self.add(self._in_line())
        self._question = Confirmation(self)
        self._question.agreed.connect(lambda: self._ask(self._wanted))
        self.add(self._question)
        self._result = self.add_words("")
        self.setFocusProxy(self._fields)
        self._fields.address_changed.connect(self._show_controls)
        self._look_again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._refresh_in_view)
        self._show()

    def refresh(self) -> None:
        """Ask how the shared library stands."""
        self._link.ask(AskTeam(), self._receive)

    def _in_line(self) -> QWidget:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(Spacing.S)
        flow.addWidget(self._joining)
        flow.addWidget(self._creating)
        flow.addWidget(self._leaving)
        return buttons

    def _join(self) -> None:
        if self._joining.isEnabled():
            self._ask(JoinTeam(self._fields.address, self._fields.secret))

    def _confirm_creating(self) -> None:
        self._confirm(
            CreateTeam(self._fields.address, self._fields.secret),
            self.tr(
                "Make a shared library in the empty database at this address, for the model in use here? All who join"
                " need that model. The server must let you make roles and the extension pgvector."
            ),
            self.tr("Create it"),
            self.tr("Cancel"),
        )

    def _confirm_leaving(self) -> None:
        question = self.tr("Leave the shared library? What you share there is taken back at once.")
        if self._standing.is_away:
            question = self.tr("Leave the shared library? Its server is not asked, so that what you share stays there.")
        self._confirm(LeaveTeam(keep=self._standing.is_away), question, self.tr("Leave it"))

    def _confirm(self, wanted: TeamQuestion, question: str, *buttons: str) -> None:
        self._wanted = wanted
        self._question.ask(question, *buttons)

    def _ask(self, question: TeamQuestion) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        # What it asks about may be otherwise by then.
        self._question.put_away()
        self._say("soft", self.tr("Asking the server…"))
        self._show_controls()
        self._link.ask(question, self._receive)

    def _receive(self, reply: Reply, _final: bool) -> None:
        if not isinstance(reply, TeamStanding | Failed):
            return
        self._is_busy = False
        if isinstance(reply, TeamStanding):
            self._standing = reply
            if reply.address:
                self._fields.clear_secret()
            self._show()
        else:
            self._say("bad", describe(reply.notice))
            self._show_controls()
        self.shares_anything.emit(any(each.readers for each in self._standing.folders) or self._standing.is_away)
        if self._is_waiting_to_publish:
            self._look_again.start()

    @property
    def _is_waiting_to_publish(self) -> bool:
        """True while what is shared is on its way there, which takes seconds."""
        standing = self._standing
        return any(each.readers for each in standing.folders) and standing.in_step_ns is None and not standing.waits

    def _refresh_in_view(self) -> None:
        if self.isVisible() and not self._is_busy:
            self.refresh()

    def _show(self) -> None:
        standing = self._standing
        self._state.setText(self._describe(standing))
        self._folders.show_folders(standing.folders)
        self._folders_row.remark(self._describe_publishing(standing), "warn" if standing.waits else "soft")
        self._say("warn", describe(standing.trouble) if standing.trouble else "")
        self._show_controls()

    def _describe(self, standing: TeamStanding) -> str:
        if not standing.address:
            return self.tr(
                "People who work together can have one library on a PostgreSQL server of theirs. Each computer reads"
                " its own files, and what you share there is found by those whom you share it with. Nothing is shared"
                " before you choose a folder."
            )
        joined = self.tr("Joined: {address}.").format(address=isolate(standing.address))
        if standing.is_away:
            return joined
        seen = self.tr("You may see %Ln file(s) there.", "", standing.files)
        return f"{joined} {seen}"

    def _describe_publishing(self, standing: TeamStanding) -> str:
        if standing.waits is not None:
            return "" if standing.waits == standing.trouble else describe(standing.waits)
        if not any(each.readers for each in standing.folders):
            return ""
        if standing.in_step_ns is None:
            return self.tr("Not all of it was published yet.")
        when, time = formatting.day(standing.in_step_ns), formatting.clock(standing.in_step_ns / 1e9)
        return self.tr("Published last: {day}, {time}.").format(day=when, time=time)

    def _show_controls(self) -> None:
        is_joined = bool(self._standing.address)
        focused = QApplication.focusWidget()
        for row in (self._fields, self._joining, self._creating):
            row.setVisible(not is_joined)
        self._folders_row.setVisible(is_joined)
        self._leaving.setVisible(is_joined)
        for button in (self._joining, self._creating):
            button.setEnabled(bool(self._fields.address) and not self._is_busy)
        self._leaving.setEnabled(not self._is_busy)
        # While the server is away, it is not known what is shared.
        self._folders.setVisible(not self._standing.is_away)
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisible():
            (self._leaving if is_joined else self._fields).setFocus()

    def _say(self, role: str, words: str) -> None:
        self._result.setText(words)
        set_role(self._result, role)
        self._result.setVisible(bool(words))
