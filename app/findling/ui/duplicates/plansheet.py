"""What would be done, in plain words, before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from findling.duplicates import Action
from findling.ui.duplicates.lines import Line
from findling.ui.duplicates.sheet import Sheet
from findling.ui.duplicates.speech import hindrance_words
from findling.ui.translation import isolate
from findling.ui.wording import folder, one_line, size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from findling.duplicates import Step
    from findling.searcher.reviews import LeftOut, Planned
    from findling.ui.theme.theme import Theme

_SIGNS = {Action.BIN: "trash-2", Action.MOVE: "folder-input", Action.LINK: "link-2"}


class PlanSheet(Sheet):
    """The plan in plain words, with the copy that survives each file; nothing moves before it is agreed to."""

    agreed = Signal(object)
    """The `Plan`."""

    def __init__(self, theme: Theme, planned: Planned, action: Action, parent: QWidget | None = None) -> None:
        steps = planned.plan.steps
        super().__init__(theme, "", parent)
        doing = self.speech.doing(action, len(steps))
        self.setWindowTitle(self.tr("The plan"))
        self.title.setText(self.tr("{deed}?").format(deed=doing))
        self.words.setText(self._explain(steps, planned.left_out))
        lines = [self._describe_left_out(each) for each in planned.left_out]
        self.list.show_lines([*lines, *(self._describe(each) for each in steps)])
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

    def _explain(self, steps: Sequence[Step], left_out: Sequence[LeftOut]) -> str:
        said = []
        if steps:
            freed = size(sum(step.file.size for step in steps))
            said.append(
                self.tr("{size} in all. Each file is read again right before it moves, and so is the copy that stays.")
                .format(size=freed)
            )  # fmt: skip
            said.append(self.tr("The history can undo all of it."))
        if left_out:
            said.append(self.tr("%Ln file(s) cannot be part of it.", "", len(left_out)))
        return " ".join(said)

    def _describe(self, step: Step) -> Line:
        name = one_line(step.file.path.name)
        where = self.tr("from {folder}").format(folder=isolate(folder(step.file.path.parent)))
        if step.target:
            where = self.tr("from {folder} to {target}").format(
                folder=isolate(folder(step.file.path.parent)), target=isolate(folder(step.target))
            )
        stays = self.tr("{name} stays, in {folder}").format(
            name=isolate(one_line(step.survivor.path.name)), folder=isolate(folder(step.survivor.path.parent))
        )
        return Line(step.file.path, f"{isolate(name)} · {where}", stays, _SIGNS[step.action])

    def _describe_left_out(self, each: LeftOut) -> Line:
        why = self.tr("Left alone: {reason}").format(reason=hindrance_words(each.why))
        return Line(("left", each.path), one_line(each.path.name), why, "triangle-alert", "warn")
