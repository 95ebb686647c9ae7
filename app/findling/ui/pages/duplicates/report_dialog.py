"""What was done with a plan, and what was left alone and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from findling.domain.plans import StepOutcome
from findling.ui.i18n.formatting import folder, one_line, size
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.list_dialog import ListDialog
from findling.ui.widgets.line_list import ListLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.plans import PlanReport, StepReport, UnsettledStep
    from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels
    from findling.ui.theme.theme import Theme


class ReportDialog(ListDialog):
    """What was done, and what was left and why."""

    undo_wanted = Signal(int)
    """The number of the run."""

    def __init__(self, theme: Theme, report: PlanReport, parent: QWidget | None = None, *, planned: int = 0) -> None:
        """Say what was done.

        Args:
            theme: how it looks.
            report: what became of the steps that were come to.
            parent: the widget that it stands over.
            planned: how many steps there were to be; a run that was stopped came to fewer of them.
        """
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("What was done"))
        done = [each for each in report.steps if each.outcome in (StepOutcome.DONE, StepOutcome.UNDONE)]
        left = [each for each in report.steps if each not in done]
        self.title.setText(tell(self.speech, report))
        freed = size(sum(each.step.file.size for each in done if not each.again))
        said = [self.tr("{size} in all.").format(size=freed)] if done else []
        if planned > len(report.steps):
            said.append(self.speech.stopped(planned - len(report.steps)))
        alone = len(left) + len(report.unsettled)
        said += [self.speech.left(alone)] if alone else []
        self.words.setText(" ".join(said))
        unsettled = map(self._describe_unsettled, report.unsettled)
        self.list.show_lines([*unsettled, *map(self._describe_left, left), *map(self._describe_done, done)])
        self.list.setAccessibleName(self.tr("What was done, file by file"))
        if any(each.outcome is StepOutcome.DONE for each in done):
            undo = self.add_button(self.tr("Undo"))
            undo.setAutoDefault(False)
            undo.clicked.connect(self.accept)
            undo.clicked.connect(lambda: self.undo_wanted.emit(report.run))
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def _describe_left(self, each: StepReport) -> ListLine:
        why = self.tr("Left alone: {reason}").format(reason=describe(each.why) if each.why else "")
        return ListLine(each.step.file.path, one_line(each.step.file.path.name), why, "triangle-alert", "warn")

    def _describe_unsettled(self, each: UnsettledStep) -> ListLine:
        return ListLine(each, self.speech.unsettled_name(each), self.speech.unsettled(each), "triangle-alert", "warn")

    def _describe_done(self, each: StepReport) -> ListLine:
        stays = self.tr("{name} stays, in {folder}").format(
            name=isolate(one_line(each.step.survivor.path.name)),
            folder=isolate(folder(each.step.survivor.path.parent)),
        )
        back = self.tr("back in {folder}").format(folder=isolate(folder(each.step.file.path.parent)))
        words = back if each.outcome is StepOutcome.UNDONE else stays
        return ListLine(each.step.file.path, one_line(each.step.file.path.name), words, "circle-check", "good")


def tell(speech: DuplicateLabels, report: PlanReport) -> str:
    """What became of a plan, or of taking one back, in a sentence."""
    undone = sum(each.outcome is StepOutcome.UNDONE for each in report.steps)
    if undone:
        return speech.undone(undone)
    done = [each for each in report.steps if each.outcome is StepOutcome.DONE]
    return speech.done(done[0].step.action, len(done)) if done else speech.nothing()
