"""Renaming of a file of a group: dialog, plan, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.domain.plans import StepOutcome
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.widgets.rename_dialog import NameRequest

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Member
    from findling.domain.plans import PlanReport, StepReport
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.duplicates.plan_task import PlanTask
    from findling.ui.widgets.notice_bar import NoticeBar


class RenameTask(QObject):
    """Asks for a name, has it planned and carried out, and reports the outcome."""

    changed = Signal(object, object)
    """A file has another name: the path that it had, and the one that it has."""

    def __init__(self, link: ReaderClient, plan_task: PlanTask, notice: NoticeBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._plan_task = plan_task
        self._notice = notice
        self._request = NameRequest(link, owner)
        self._request.planned.connect(plan_task.rename)
        plan_task.renamed.connect(self._report)

    def rename(self, member: Member, protected: tuple[Path, ...]) -> None:
        """Ask for a new name of a file; in protected folders, say that nothing is renamed."""
        if member.protected:
            words = self.tr("{name} lies in a protected folder, where nothing is renamed.")
            self._notice.say("warn", words.format(name=_shown(member.path)))
            return
        self._request.ask(member.path, protected)

    def _report(self, report: PlanReport) -> None:
        for each in report.steps:
            if each.outcome is StepOutcome.DONE:
                self._report_renamed(each, report.run)
            else:
                words = self.tr("{name} was not renamed: {reason}")
                reason = describe(each.why) if each.why else ""
                self._notice.say("warn", words.format(name=_shown(each.step.file.path), reason=reason))

    def _report_renamed(self, done: StepReport, run: int) -> None:
        before, now = done.step.file.path, done.step.target
        assert now is not None
        self.changed.emit(before, now)
        words = self.tr("{name} is called {new} from now on.").format(name=_shown(before), new=_shown(now))
        self._notice.say("good", words, self.tr("Undo"), lambda: self._plan_task.undo(run))


def _shown(path: Path) -> str:
    return isolate(one_line(path.name))
