"""Comparison of models on the user's own files: own questions, progress, judging, outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from findling.domain.job_progress import TrialProgress
from findling.domain.trials import WORDS
from findling.ipc.failures import Failed
from findling.processes.model_jobs.messages import CompareModels
from findling.processes.reader.trial_messages import AskTrial, TrialView
from findling.processes.writer.messages import JudgeAnswers
from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.pages.models.judging_view import JudgingView
from findling.ui.pages.models.trial_outcome import TrialOutcome
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from findling.domain.judgements import JudgedAnswer
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services

_LINES = 4


class TrialPanel(QWidget):
    """Button that opens a card, on which a trial is begun, stopped, judged and read."""

    model_wanted = Signal(str)
    """Id of a model that the user wants to look at."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._writer = services.adoption.work, services.writer
        self._skipped: tuple[str, ...] = ()
        self.open = Button(self.tr("Compare models on your files…"))
        self.card, self.notice = QFrame(), NoticeBar(services.theme)
        self.card.setProperty("role", "card")
        set_role(self.notice, "")
        self.questions = QPlainTextEdit(tabChangesFocus=True)
        self.questions.setProperty("role", "field")
        self.questions.setAccessibleName(self.tr("Questions of your own, one a line"))
        self.questions.setPlaceholderText(self.questions.accessibleName())
        self.questions.setFixedHeight(self.questions.fontMetrics().lineSpacing() * _LINES + Spacing.XL)
        self.start, self.close_card = Button(self.tr("Compare"), "primary"), Button(self.tr("Not now"))
        self.strip, self.judging, self.outcome = ProgressStrip(), JudgingView(), TrialOutcome()
        self._asked = Polling(services.search, self._show, parent=self)
        self._setup = QWidget()
        self._connect()
        self._lay_out()

    def refresh(self) -> None:
        """Ask how the trial stands, if the card is open."""
        if self.card.isVisibleTo(self):
            self._asked.ask_instead(AskTrial(self._skipped))

    def _connect(self) -> None:
        self.open.clicked.connect(self._open)
        self.close_card.clicked.connect(self._close)
        self.start.clicked.connect(self._begin)
        self.strip.cancelled.connect(self._work.stop_comparing)
        self.judging.judged.connect(self._judge)
        self.judging.skipped.connect(self._skip)
        self.outcome.model_wanted.connect(self.model_wanted)
        self._work.progressed.connect(self._show_progress)
        self._work.done.connect(self._finish)
        self._work.refused.connect(self._refuse)
        self._work.stopped.connect(lambda job: self._refuse(job, None))
        self._writer.finished.connect(self._follow_writer)
        self._writer.refused.connect(self._follow_refusal)

    def _open(self) -> None:
        self.open.hide()
        self.card.show()
        self.questions.setFocus()
        self.refresh()

    def _close(self) -> None:
        self.card.hide()
        self.open.show()
        self.open.setFocus()

    def _begin(self) -> None:
        lines = (line.strip() for line in self.questions.toPlainText().splitlines())
        self.notice.hide()
        self._setup.setEnabled(False)
        self.strip.begin(self.tr("A sample of your files is taken…"))
        self.strip.cancel.setFocus()
        self._work.start(CompareModels(tuple(line for line in lines if line)))

    def _show_progress(self, job: object, progress: object) -> None:
        if isinstance(job, CompareModels) and isinstance(progress, TrialProgress):
            name = self.tr("Words alone") if progress.model == WORDS else isolate(progress.model)
            words = self.tr("Asking: {model}").format(model=name)
            if progress.seconds is not None:
                words = self.tr("This takes {time}.").format(time=formatting.about(progress.seconds))
            self.strip.show_count(words, progress.done, progress.total)

    def _finish(self, job: object, _outcome: object) -> None:
        if isinstance(job, CompareModels):
            self._end()
            self.refresh()

    def _refuse(self, job: object, notice: Notice | None) -> None:
        """Show why it came to nothing; None if the user stopped it."""
        if isinstance(job, CompareModels):
            self._end()
            if notice is not None:
                self.notice.tell("bad", notice)

    def _end(self) -> None:
        self.strip.end()
        self._setup.setEnabled(True)
        self.start.setFocus()

    def _show(self, reply: Reply) -> None:
        match reply:
            case TrialView(report, pool):
                is_new = not self.judging.question
                self.outcome.show_report(report)
                self.judging.show_pool(pool)
                if is_new and self.start.hasFocus():
                    self.judging.focus()
            case Failed(notice):
                self.notice.tell("bad", notice)

    def _judge(self, question: str, answers: tuple[JudgedAnswer, ...]) -> None:
        self._writer.store(JudgeAnswers(question, answers))

    def _skip(self, question: str) -> None:
        self._skipped += (question,)
        self.refresh()

    def _follow_writer(self, command: object, _summary: object) -> None:
        if isinstance(command, JudgeAnswers):
            self.refresh()

    def _follow_refusal(self, command: object, notice: Notice) -> None:
        if isinstance(command, JudgeAnswers):
            self.notice.tell("bad", notice)
            self.judging.next.setEnabled(True)

    def _lay_out(self) -> None:
        self.card.hide()
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.setSpacing(Spacing.S)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.start)
        line.addWidget(self.close_card)
        says = self.tr(
            "Questions are made from a sample of your files, and asked of the model in use, of up to two others that"
            " are installed, and of words alone. What answers your own questions and earlier searches, you say."
            " Nothing leaves this computer. It takes up to half an hour, can be stopped, and goes on where it was."
        )
        asked = QVBoxLayout(self._setup)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(Spacing.M)
        for part in (Label(says, "soft"), self.questions, buttons):
            asked.addWidget(part)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.M)
        inside.setSpacing(Spacing.M)
        heading = Label(self.tr("Which model is best for your files"), "title")
        for each in (heading, self._setup, self.strip, self.notice, self.outcome, self.judging):
            inside.addWidget(each)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        rows.addWidget(self.card)
