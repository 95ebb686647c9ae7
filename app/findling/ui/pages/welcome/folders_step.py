"""First step: choice of folders and their cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import MakeSurvey, Surveyed
from findling.ui.i18n import formatting
from findling.ui.pages.welcome.folder_candidates import CandidateList
from findling.ui.pages.welcome.welcome_steps import WelcomeStep
from findling.ui.services.folder_check import FolderVerdict, check_path, comment
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.library import Survey
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.folder_check import FolderCandidate
    from findling.ui.theme.theme import Theme

_ICON_SIZE = 16


class FoldersStep(WelcomeStep):
    """Suggested folders with check boxes, figures and their sum."""

    confirmed = Signal(tuple)
    """The chosen folders."""
    choosing = Signal()
    """The user wants to choose another folder."""
    surveyed = Signal()
    """More is known about the folders."""
    sample_wanted = Signal()
    postponed = Signal()

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Which folders shall Findling know?"),
            self.tr("It reads the documents in them, so that you find them again by what they say."),
            self.tr("Continue"),
            parent,
        )
        self._theme = theme
        self._answered = False
        self.candidates = CandidateList()
        self.candidates.changed.connect(self._sum_up)
        self.notice = NoticeBar(theme)
        self._looking = Label(self.tr("Looking for your documents…"), "soft")
        self._total = Label()
        self._shield = QLabel()
        self._polling = Polling(link, self._receive, rest_ms=0, parent=self)
        self.go_on.clicked.connect(lambda: self.confirmed.emit(self.candidates.chosen))
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()
        self._sum_up()

    @property
    def total(self) -> str:
        """The shown sum of the chosen folders."""
        return self._total.text()

    def start(self) -> None:
        """Request suggestions."""
        self._polling.ask(MakeSurvey(languages=True))

    def stop(self) -> None:
        """Stop requesting surveys."""
        self._polling.forget()

    def add(self, places: Iterable[Path]) -> None:
        """List further folders."""
        for place in places:
            self._add(check_path(place, self.candidates.paths))
        self._survey_rest()

    def estimate(self) -> tuple[float, int] | None:
        """Return seconds and bytes for the chosen folders; None while unknown."""
        surveys = self.candidates.surveys()
        seconds = [each.seconds for each in surveys if each.seconds is not None]
        if not surveys or len(seconds) < len(self.candidates.chosen):
            return None
        return sum(seconds), sum(each.disk for each in surveys)

    def _add(self, candidate: FolderCandidate) -> None:
        words, parent = comment(candidate), candidate.path.parent
        if candidate.verdict in (FolderVerdict.FINE, FolderVerdict.AROUND, FolderVerdict.WIDE):
            self.candidates.add(candidate.path)
        if candidate.verdict is FolderVerdict.FILE:
            self.notice.say("soft", words, self.tr("Add its folder"), lambda: self.add([parent]))
        elif words:
            self.notice.say("warn" if candidate.verdict is FolderVerdict.WIDE else "soft", words)

    def _receive(self, reply: Reply) -> None:
        if isinstance(reply, Surveyed):
            first, self._answered = not self._answered, True
            self.candidates.show_surveys(reply.surveys)
            self._looking.setVisible(not self.candidates.paths)
            self._looking.setText(self.tr("None of the usual folders is there; add your own."))
            if first:
                self._show_suggestions(reply.surveys)
            self.surveyed.emit()
        elif isinstance(reply, Failed):
            self._looking.hide()
            self.notice.tell("bad", reply.notice, self.tr("Try again"), self.start)

    def _show_suggestions(self, surveys: tuple[Survey, ...]) -> None:
        """Focus the main button, and survey folders added meanwhile."""
        if self.isVisible():
            self.go_on.setFocus()
        if not {survey.path for survey in surveys}.issuperset(self.candidates.paths):
            self._survey_rest()

    def _survey_rest(self) -> None:
        """Survey the remaining folders, once the suggestions have arrived."""
        rest = self.candidates.unsettled
        if self._answered and rest:
            self._polling.ask_instead(MakeSurvey(rest, languages=True))

    def _sum_up(self) -> None:
        surveys = self.candidates.surveys()
        self.go_on.setEnabled(bool(self.candidates.chosen))
        self._total.setText(self._describe_total(surveys) if surveys else "")

    def _describe_total(self, surveys: tuple[Survey, ...]) -> str:
        parts = [self.tr("%Ln document(s)", "", sum(each.files for each in surveys))]
        estimate = self.estimate()
        if estimate is not None:
            parts += [
                formatting.about(estimate[0]),
                self.tr("{size} on disk").format(size=formatting.size(estimate[1])),
            ]
        return self.tr("Chosen: {parts}").format(parts=self.tr(", ").join(parts))

    def _lay_out(self) -> None:
        promise = fill(QHBoxLayout(), self._shield, spacing=Spacing.S)
        promise.addWidget(Label(self.tr("Nothing is sent anywhere. All of it stays on this computer."), "good"), 1)
        another = Button(self.tr("Add another…"))
        another.clicked.connect(self.choosing)
        below = QHBoxLayout()
        below.addWidget(another)
        below.addWidget(Label(self.tr("or drop folders here"), "soft"), 1)
        self.middle.addLayout(promise)
        for part in (self._looking, self.candidates, self.notice):
            self.middle.addWidget(part)
        self.middle.addLayout(below)
        self.middle.addWidget(self._total)
        later = Button(self.tr("Later"))
        later.clicked.connect(self.postponed)
        sample = Button(self.tr("Try it with sample documents"), "quiet")
        sample.clicked.connect(self.sample_wanted)
        self.buttons.addWidget(later)
        self.buttons.addWidget(sample)

    def _draw(self) -> None:
        self._shield.setPixmap(self._theme.pixmap("shield-check", _ICON_SIZE, "good", self.devicePixelRatioF()))
