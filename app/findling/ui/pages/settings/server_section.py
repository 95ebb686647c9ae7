"""Section of the embedding server, which is used only if it gives the same vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton, QWidget

from findling.domain.models import ServerReport
from findling.processes.model_jobs.messages import ForgetServer, TryServer
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section
from findling.ui.pages.settings.server_fields import ServerFields, ServerWords
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.processes.model_jobs.messages import Job, Outcome
    from findling.ui.ipc.model_job_client import ModelJobClient
    from findling.ui.services.preferences import Preferences


class ServerSection(Section):
    """Address and key of the server, and the result of the trial."""

    def __init__(self, preferences: Preferences, work: ModelJobClient, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Server"), parent)
        self._preferences, self._work = preferences, work
        self._state = self.add_words("")
        self._fields = ServerFields(
            ServerWords(
                example="https://embed.example.org",
                explanation=self.tr(
                    "Of a computer of yours that runs “findling serve”, of Text Embeddings Inference, or of a server"
                    " that speaks as OpenAI’s does, with “v1” at its end. It has to serve the model that is in use"
                    " here."
                ),
                secret=self.tr("Key"),
                address_label=self.tr("Address of the server that works out meanings"),
                secret_label=self.tr("Key of the server that works out meanings"),
            )
        )
        self._fields.entered.connect(self._try)
        self.add(self._fields)
        self._on, self._off = QPushButton(), QPushButton(self.tr("Turn off"))
        self._off.setAccessibleName(self.tr("Turn the server off"))
        self._on.clicked.connect(self._try)
        self._off.clicked.connect(self._turn_off)
        self.add(self._in_line())
        self._strip = ProgressStrip()
        self._strip.cancelled.connect(work.stop_trying)
        self.add(self._strip)
        self._result = self.add_words("")
        self._result.hide()
        self.setFocusProxy(self._fields)
        self._fields.address_changed.connect(self._show_buttons)
        work.done.connect(self._finish)
        work.refused.connect(self._refuse)
        work.stopped.connect(self._stop)
        preferences.changed.connect(self._follow)
        self._fields.show_address(preferences.settings.remote)
        self._show()

    def _in_line(self) -> QWidget:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(Spacing.S)
        flow.addWidget(self._on)
        flow.addWidget(self._off)
        return buttons

    def _follow(self, names: frozenset[str]) -> None:
        if "remote" in names:
            self._fields.show_address(self._preferences.settings.remote)
            self._show()

    def _show(self) -> None:
        remote = self._preferences.settings.remote
        words = self.tr(
            "On: the texts of your files are sent to {address}, which works out what they mean. What you search for is"
            " not sent."
        )
        off = self.tr(
            "Off. A stronger computer can work out what your files mean in place of this one; their texts are sent"
            " there then, and what you search for is not."
        )
        self._state.setText(words.format(address=isolate(remote)) if remote else off)
        set_role(self._state, "warn" if remote else "soft")
        self._show_buttons()

    def _show_buttons(self) -> None:
        remote, address = self._preferences.settings.remote, self._fields.address
        is_used = bool(remote) and remote == address
        self._on.setText(self.tr("Try again") if is_used else self.tr("Try and use"))
        self._on.setAccessibleName(f"{self._on.text()}: {address}")
        self._on.setEnabled(bool(address) and self._strip.isHidden())
        self._off.setVisible(bool(remote))
        self._off.setEnabled(self._strip.isHidden())

    def _try(self) -> None:
        if not self._on.isEnabled():
            return
        self._result.hide()
        self._strip.begin(self.tr("Comparing three texts…"))
        self._show_buttons()
        self._work.start(TryServer(self._fields.address, self._fields.secret.strip()))

    def _turn_off(self) -> None:
        address = self._preferences.settings.remote
        self._preferences.change(remote="")
        self._result.hide()
        self._work.start(ForgetServer(address))

    def _finish(self, job: Job, outcome: Outcome) -> None:
        if isinstance(job, TryServer) and isinstance(outcome, ServerReport):
            self._end()
            self._fields.clear_secret()
            self._preferences.change(remote=outcome.address)
            self._fields.show_address(outcome.address)
            words = self.tr(
                "It has {model}; what it made of three texts agrees with what is made here to {likeness}, where 1 is"
                " the same."
            )
            likeness = QLocale().toString(outcome.likeness, "f", 4)
            self._say("good", words.format(model=isolate(outcome.serves), likeness=likeness))

    def _refuse(self, job: Job, notice: Notice) -> None:
        words = describe(notice)
        if isinstance(job, TryServer):
            self._end()
            unchanged = self.tr("Nothing was changed.")
            self._say("bad", f"{words} {unchanged}")
        elif isinstance(job, ForgetServer):
            self._say("bad", words)

    def _stop(self, job: Job) -> None:
        if isinstance(job, TryServer):
            self._end()

    def _end(self) -> None:
        self._strip.end()
        self._show_buttons()

    def _say(self, role: str, words: str) -> None:
        self._result.setText(words)
        set_role(self._result, role)
        self._result.show()
