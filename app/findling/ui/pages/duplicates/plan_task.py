"""Clearing up from the wish to the report: plan, consent, run, and undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from findling.domain.plans import Action, Planned, StepOutcome
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import MakePlan
from findling.processes.reader.superseded_reply import Superseded
from findling.processes.writer.messages import Clear, Undo
from findling.ui.ipc.writer_activity import Activity
from findling.ui.pages.duplicates.plan_dialogs import HistoryDialog, PlanDialog, ReportDialog
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from findling.domain.duplicates import Review
    from findling.domain.plans import CutShort, Plan, PlanReport
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.pages.duplicates.plan_bar import PlanBar
    from findling.ui.theme.theme import Theme


class PlanTask(QObject):
    """Moves nothing without a plan that the user has read and accepted."""

    begun = Signal()
    """Begin of clearing, renaming or putting back: what was said of the last time is past."""
    done = Signal()
    """End at which files were cleared away or put back."""
    renamed = Signal(object)
    """The `PlanReport` of a plan that gives a file another name."""
    failed = Signal(object)
    """Failure: the `Notice` that says why."""
    interrupted = Signal(object)
    """Run that a crash cut short: a `CutShort`."""

    def __init__(self, writer: WriterLink, link: ReaderClient, theme: Theme, bar: PlanBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._writer = writer
        self._link = link
        self._theme = theme
        self._bar = bar
        self._owner = owner
        self._action = Action.BIN
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)
        bar.stop_wanted.connect(self._stop)
        writer.cleared.connect(self._report)
        writer.advanced.connect(bar.advance)
        writer.cut_short.connect(self.report_cut_short)
        writer.refused.connect(self._refuse)

    def plan(self, review: Review, action: Action) -> None:
        """Request a plan and show it."""
        target = self._choose_target() if action is Action.MOVE else None
        if action is Action.MOVE and target is None:
            return
        self._action = action
        self._bar.show_work(self.tr("Reading the files…"), stoppable=True)
        self._polling.ask_instead(MakePlan(review, action, target))

    def rename(self, plan: Plan) -> None:
        """Carry out a plan that renames a file; the user has confirmed the name."""
        self._bar.show_work(self._text_or_waiting(self.tr("Renaming…")), stoppable=True)
        self.begun.emit()
        self._writer.clear(plan)

    def show_history(self) -> None:
        """Show past runs."""
        dialog = HistoryDialog(self._link, self._theme, self._owner)
        dialog.undo_wanted.connect(self.undo)
        self._open(dialog)

    def undo(self, run: int) -> None:
        """Undo a run."""
        self._bar.show_work(self._text_or_waiting(self.tr("Putting the files back…")), stoppable=True)
        self.begun.emit()
        self._writer.undo(run)

    def _choose_target(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._owner, self.tr("Move the files to which folder?"))
        return Path(chosen) if chosen else None

    def _handle_reply(self, reply: Reply) -> None:
        self._bar.show_plan()
        match reply:
            case Planned():
                dialog = PlanDialog(self._theme, reply, self._action, self._owner)
                dialog.agreed.connect(self._clear)
                self._open(dialog)
            case Failed(notice):
                self.failed.emit(notice)
            case Superseded():
                pass

    def _clear(self, plan: Plan) -> None:
        self._bar.show_work(
            self._text_or_waiting(self.tr("Clearing up %Ln file(s)…", "", len(plan.steps))), stoppable=True
        )
        self.begun.emit()
        self._writer.clear(plan)

    @property
    def _must_wait(self) -> bool:
        return self._writer.state.activity is Activity.BUSY_ELSEWHERE

    def _text_or_waiting(self, words: str) -> str:
        return self.tr("Waiting: another program is writing to the library.") if self._must_wait else words

    def _stop(self) -> None:
        self._polling.forget()
        if self._writer.cancel_plan():
            self._bar.show_work(self.tr("Stopping after the file at hand…"))
        else:
            self._bar.show_plan()

    def _report(self, command: object, report: PlanReport) -> None:
        if report.steps and all(each.step.action is Action.DISCARD for each in report.steps):
            # It is of the search page, which says so there.
            return
        self._bar.show_plan()
        if any(each.step.action is Action.RENAME and each.outcome is not StepOutcome.UNDONE for each in report.steps):
            self.renamed.emit(report)
            return
        self.done.emit()
        planned = len(command.plan.steps) if isinstance(command, Clear) and command.plan else len(report.steps)
        dialog = ReportDialog(self._theme, report, self._owner, planned=planned)
        dialog.undo_wanted.connect(self.undo)
        self._open(dialog)

    def report_cut_short(self, found: CutShort) -> None:
        """Tell of a plan that a crash interrupted."""
        self._bar.show_plan()
        self.interrupted.emit(found)
        self.done.emit()

    def _refuse(self, command: object, notice: Notice) -> None:
        if isinstance(command, Clear | Undo):
            self._bar.show_plan()
            self.failed.emit(notice)
            self.done.emit()

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
