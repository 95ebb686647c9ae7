"""What would be done, in plain words, before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from findling.domain.plans import Action
from findling.ui.i18n.formatting import folder, one_line, size
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import hindrance_words, percent
from findling.ui.pages.duplicates.list_dialog import ListDialog
from findling.ui.widgets.line_list import ListLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.plans import LeftOut, Planned, Step
    from findling.ui.theme.theme import Theme

_SIGNS = {Action.BIN: "trash-2", Action.MOVE: "folder-input", Action.LINK: "link-2"}


class PlanDialog(ListDialog):
    """The plan in plain words, with the copy that survives each file; nothing moves before it is agreed to."""

    agreed = Signal(object)
    """The `Plan`."""

    def __init__(self, theme: Theme, planned: Planned, action: Action, parent: QWidget | None = None) -> None:
        steps = planned.plan.steps
        super().__init__(theme, "", parent)
        doing = self.speech.doing(action, len(steps))
        self.setWindowTitle(self.tr("The plan"))
        self.title.setText(self.tr("{deed}?").format(deed=doing))
        self.words.setText(self._explain(planned))
        lines = [self._describe_left_out(each) for each in planned.left_out]
        held = {each.path: each.held for each in planned.losing}
        # First what a person would not expect.
        steps_in_order = sorted(steps, key=lambda step: step.file.path not in held)
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
        if steps := planned.plan.steps:
            said.append(
                self.tr("{size} in all. Each file is read again right before it moves, and so is the copy that stays.")
                .format(size=size(planned.freed))
            )  # fmt: skip
            said.append(self.tr("The history can undo all of it."))
            if any(step.file.content != step.survivor.content for step in steps):
                said.append(self.tr("Only words were compared, not pictures and layout."))
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
        return ListLine(step.file.path, title, stays, _SIGNS[step.action])

    def _describe_left_out(self, each: LeftOut) -> ListLine:
        why = self.tr("Left alone: {reason}").format(reason=hindrance_words(each.why))
        return ListLine(("left", each.path), one_line(each.path.name), why, "triangle-alert", "warn")
