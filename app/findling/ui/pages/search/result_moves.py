"""Renaming and binning of files that were found, each of which can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from findling.domain.plans import OBSTACLE_MESSAGES, Action, Planned, StepOutcome
from findling.duplicates.keeper_rules import read_preferences
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import PlanDiscard
from findling.processes.writer.messages import Clear, Undo
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.rename_dialog import NameRequest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.plans import Plan, PlanReport
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services
    from findling.ui.widgets.notice_bar import NoticeBar


class ResultMoves(QObject):
    """Renaming and binning of files by the writer, which records each, and what came of it."""

    def __init__(self, services: Services, notice: NoticeBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._writer = services.writer
        self._preferences = services.preferences
        self._notice = notice
        self._owner = owner
        self._orders: list[Clear | Undo] = []
        self._request = NameRequest(services.search, owner)
        self._request.planned.connect(self._carry_out)
        self._polling = Polling(services.search, self._handle_reply, rest_ms=0, parent=self)
        self._writer.cleared.connect(self._report)
        self._writer.refused.connect(self._refuse)

    def rename(self, path: Path) -> None:
        """Ask for another name of a file."""
        self._request.ask(path, self._protected)

    def discard(self, paths: Sequence[Path]) -> None:
        """Move files to the bin, after asking."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Findling"), self._question(paths), parent=self._owner)
        box.setInformativeText(self.tr("It can be undone, here or from the history of the duplicates."))
        agree = box.addButton(self.tr("Move to the bin"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        agree.clicked.connect(lambda: self._polling.ask_instead(PlanDiscard(tuple(paths), self._protected)))
        box.finished.connect(box.deleteLater)
        box.open()

    @property
    def _protected(self) -> tuple[Path, ...]:
        return read_preferences(self._preferences.settings).protected

    def _question(self, paths: Sequence[Path]) -> str:
        if len(paths) == 1:
            return self.tr("Move “{name}” to the bin?").format(name=isolate(one_line(paths[0].name)))
        return self.tr("Move %Ln file(s) to the bin?", "", len(paths))

    def _handle_reply(self, reply: Reply) -> None:
        match reply:
            case Planned(plan, left_out) if not plan.steps:
                why = [describe(OBSTACLE_MESSAGES[each.why]()) for each in left_out]
                self._notice.say("warn", self._nothing_done(left_out[0].path.name, why[0]) if left_out else "")
            case Planned(plan):
                self._carry_out(plan)
            case Failed(notice):
                self._notice.tell("bad", notice)

    def _carry_out(self, plan: Plan) -> None:
        self._notice.say("soft", self.tr("Waiting for what is being written…"))
        self._orders.append(Clear(plan))
        self._writer.clear(plan)

    def _undo(self, run: int) -> None:
        self._orders.append(Undo(run))
        self._writer.undo(run)

    def _report(self, command: object, report: PlanReport) -> None:
        if not self._take(command):
            return
        done = [each for each in report.steps if each.outcome in (StepOutcome.DONE, StepOutcome.UNDONE)]
        words = [self._nothing_done(each.step.file.path.name, describe(each.why)) for each in report.steps if each.why]
        if done:
            words.insert(0, self._describe(report, len(done)))
        can_undo = report.run and any(each.outcome is StepOutcome.DONE for each in done)
        tone = "good" if len(done) == len(report.steps) else "warn"
        undo = self.tr("Undo") if can_undo else ""
        self._notice.say(tone, " ".join(words), undo, lambda: self._undo(report.run))

    def _describe(self, report: PlanReport, number: int) -> str:
        first = report.steps[0]
        if first.outcome is StepOutcome.UNDONE:
            return self.tr("%Ln file(s) put back.", "", number)
        name = isolate(one_line(first.step.file.path.name))
        if first.step.action is Action.RENAME and first.step.target:
            words = self.tr("{name} is called {new} from now on.")
            return words.format(name=name, new=isolate(one_line(first.step.target.name)))
        if number == 1:
            return self.tr("{name} is in the bin.").format(name=name)
        return self.tr("%Ln file(s) are in the bin.", "", number)

    def _nothing_done(self, name: str, reason: str) -> str:
        return self.tr("{name} stays as it is: {reason}.").format(name=isolate(one_line(name)), reason=reason)

    def _refuse(self, command: object, notice: Notice) -> None:
        if self._take(command):
            self._notice.tell("bad", notice)

    def _take(self, command: object) -> bool:
        """Return whether a command is one of this page's; it is no longer waited for."""
        is_own = command in self._orders
        self._orders = [order for order in self._orders if order != command]
        return is_own
