"""Dialogs that list files: the plan, the report of a run, and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from findling.domain.plans import Action, StepOutcome
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import AskRuns, Runs
from findling.ui.i18n.formatting import folder, one_line, size
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels, hindrance_words, percent
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.line_list import LineList, ListLine
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.plans import LeftOut, Planned, PlanReport, RunReport, Step, StepReport, UnsettledStep
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_SIZE = QSize(640, 480)


class ListDialog(QDialog):
    """Dialog with a title, a sentence, a list of lines, and buttons."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.labels = DuplicateLabels(self)
        self.title, self.words = Label(title, "heading"), Label(role="soft")
        self.list = LineList(theme, title)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Spacing.S)
        self.buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.S)
        rows.addWidget(self.title)
        rows.addWidget(self.words)
        rows.addSpacing(Spacing.S)
        rows.addWidget(self.list, 1)
        # Where there is no list the words stay at the top.
        rows.addStretch()
        rows.addSpacing(Spacing.S)
        rows.addLayout(self.buttons)
        self.resize(_SIZE)

    def add_button(self, words: str, role: str = "") -> Button:
        """Add a button at the trailing end."""
        button = Button(words, role)
        self.buttons.addWidget(button)
        return button


_SIGNS = {Action.BIN: "trash-2", Action.MOVE: "folder-input", Action.LINK: "link-2"}


class PlanDialog(ListDialog):
    """The plan, with the copy that survives each file; nothing moves before it is accepted."""

    agreed = Signal(object)
    """The `Plan`."""

    def __init__(self, theme: Theme, planned: Planned, action: Action, parent: QWidget | None = None) -> None:
        steps = planned.plan.steps
        super().__init__(theme, "", parent)
        doing = self.labels.doing(action, len(steps))
        self.setWindowTitle(self.tr("The plan"))
        self.title.setText(self.tr("{action}?").format(action=doing))
        self.words.setText(self._explain(planned))
        lines = [self._describe_left_out(each) for each in planned.left_out]
        held = {each.path: each.held for each in planned.losing}
        # First what a user would not expect.
        steps_in_order = sorted(steps, key=lambda step: (step.file.path not in held, not step.chosen))
        lines += [self._describe(each, held.get(each.file.path, 1.0)) for each in steps_in_order]
        self.list.show_lines(lines)
        self.list.setAccessibleName(self.tr("The plan, file by file"))
        cancel = self.add_button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        if steps:
            agree = self.add_button(doing, "danger")
            agree.setAutoDefault(False)
            agree.clicked.connect(self.accept)
            self.accepted.connect(lambda: self.agreed.emit(planned.plan))
        else:
            self.title.setText(self.tr("Nothing can be done"))
        cancel.setDefault(True)
        cancel.setFocus()

    def _explain(self, planned: Planned) -> str:
        said = []
        if planned.losing:
            said.append(self.tr("%Ln file(s) say something that no file that stays says.", "", len(planned.losing)))
        if doubtful := sum(step.chosen for step in planned.plan.steps):
            said.append(
                self.tr("%Ln file(s) were chosen by you, and are not known to be the same as what stays.", "", doubtful)
            )
        if steps := planned.plan.steps:
            said.append(
                self.tr("{size} in all. Each file is read again right before it moves, and so is the copy that stays.")
                .format(size=size(planned.freed))
            )  # fmt: skip
            said.append(self.tr("The history can undo all of it."))
            if any(step.file.content != step.survivor.content for step in steps):
                said.append(self.tr("Layout was not compared."))
        if planned.left_out:
            said.append(self.tr("%Ln file(s) cannot be part of it.", "", len(planned.left_out)))
        return " ".join(said)

    def _describe(self, step: Step, held: float) -> ListLine:
        name = one_line(step.file.path.name)
        where = self.tr("from {folder}").format(folder=isolate(folder(step.file.path.parent)))
        if step.target:
            where = self.tr("from {folder} to {target}").format(
                folder=isolate(folder(step.file.path.parent)), target=isolate(folder(step.target))
            )
        stays = self.tr("{name} stays, in {folder}").format(
            name=isolate(one_line(step.survivor.path.name)), folder=isolate(folder(step.survivor.path.parent))
        )
        title = f"{isolate(name)} · {where}"
        if held < 1:
            only = self.tr("Only {share} of it is in what stays").format(share=percent(held))
            return ListLine(step.file.path, title, f"{only} · {stays}", "triangle-alert", "warn")
        if step.chosen:
            doubt = self.tr("Not known to be the same")
            return ListLine(step.file.path, title, f"{doubt} · {stays}", "triangle-alert", "warn")
        return ListLine(step.file.path, title, stays, _SIGNS[step.action])

    def _describe_left_out(self, each: LeftOut) -> ListLine:
        why = self.tr("Left alone: {reason}").format(reason=hindrance_words(each.why))
        return ListLine(("left", each.path), one_line(each.path.name), why, "triangle-alert", "warn")


class ReportDialog(ListDialog):
    """The report of a run: what was done, and what was left alone and why."""

    undo_wanted = Signal(int)
    """The number of the run."""

    def __init__(self, theme: Theme, report: PlanReport, parent: QWidget | None = None, *, planned: int = 0) -> None:
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("What was done"))
        done = [each for each in report.steps if each.outcome in (StepOutcome.DONE, StepOutcome.UNDONE)]
        left = [each for each in report.steps if each not in done]
        self.title.setText(summarise(self.labels, report))
        freed = size(sum(each.step.file.size for each in done if not each.again))
        said = [self.tr("{size} in all.").format(size=freed)] if done else []
        if planned > len(report.steps):
            said.append(self.labels.stopped(planned - len(report.steps)))
        alone = len(left) + len(report.unsettled)
        said += [self.labels.left(alone)] if alone else []
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
        return ListLine(each, self.labels.unsettled_name(each), self.labels.unsettled(each), "triangle-alert", "warn")

    def _describe_done(self, each: StepReport) -> ListLine:
        stays = self.tr("{name} stays, in {folder}").format(
            name=isolate(one_line(each.step.survivor.path.name)),
            folder=isolate(folder(each.step.survivor.path.parent)),
        )
        back = self.tr("back in {folder}").format(folder=isolate(folder(each.step.file.path.parent)))
        words = back if each.outcome is StepOutcome.UNDONE else stays
        return ListLine(each.step.file.path, one_line(each.step.file.path.name), words, "circle-check", "good")


def summarise(labels: DuplicateLabels, report: PlanReport) -> str:
    """Summarise a run or its undo in a sentence."""
    undone = sum(each.outcome is StepOutcome.UNDONE for each in report.steps)
    if undone:
        return labels.undone(undone)
    done = [each for each in report.steps if each.outcome is StepOutcome.DONE]
    return labels.done(done[0].step.action, len(done)) if done else labels.nothing()


_MS = 1_000_000


class HistoryDialog(ListDialog):
    """Past runs, each of which can be undone."""

    undo_wanted = Signal(int)
    """The number of the run."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("History"))
        self.title.setText(self.tr("History"))
        self.list.setAccessibleName(self.tr("What was cleared away"))
        self._runs: dict[object, RunReport] = {}
        self._undo = self.add_button(self.tr("Undo"))
        self._undo.setAutoDefault(False)
        self._undo.setEnabled(False)
        self._undo.clicked.connect(self._choose)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)
        self._polling.ask(AskRuns())

    def _handle_reply(self, reply: Reply) -> None:
        match reply:
            case Runs(runs):
                self._runs = {run.run: run for run in runs if run.done or run.undone}
                nothing = self.tr("Nothing was cleared away yet.")
                self.words.setText("" if self._runs else nothing)
                self.list.setVisible(bool(self._runs))
                self.list.show_lines([self._describe(run) for run in self._runs.values()])
                self._enable()
                (self.list if self._runs else self).setFocus()
            case Failed(notice):
                self.words.setText(describe(notice))

    def _describe(self, run: RunReport) -> ListLine:
        moment = QDateTime.fromMSecsSinceEpoch(run.started_ns // _MS)
        title = QLocale().toString(moment, self.tr("d MMM yyyy, HH:mm"))
        labels = self.labels
        did, undid = (labels.renamed, labels.named_back) if run.renamed else (labels.cleared, labels.undone)
        detail = did(run.done + run.undone)
        if run.undone:
            detail = self.tr("{done}; {undone}").format(done=detail, undone=undid(run.undone))
        return ListLine(run.run, title, detail, "history")

    def _current(self) -> RunReport | None:
        return self._runs.get(self.list.lines.key_at(self.list.currentIndex()))

    def _enable(self) -> None:
        run = self._current()
        self._undo.setEnabled(run is not None and run.done > 0)

    def _choose(self) -> None:
        run = self._current()
        if run:
            self.accept()
            self.undo_wanted.emit(run.run)
