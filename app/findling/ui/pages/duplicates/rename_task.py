"""Renaming of a file of a group: dialog, plan, and undo."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from findling.domain.duplicate_reviews import Obstacle, Planned
from findling.domain.plans import StepOutcome
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import PlanRename
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.duplicates.duplicate_labels import hindrance_words
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Member
    from findling.domain.plans import PlanReport, StepReport
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient
    from findling.ui.pages.duplicates.plan_task import PlanTask
    from findling.ui.widgets.notice_bar import NoticeBar

_WIDTH = 440
_NEVER = '/\0\\:*?"<>|' if sys.platform == "win32" else "/\0"
"""Signs that no name of a file has."""


class RenameDialog(QDialog):
    """Field for a file's new name; its suffix stands beside it and stays.

    The dialog stays open until its owner closes it, since only a plan tells whether a name is taken.
    """

    wanted = Signal(str)
    """The new name, with its ending."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename"))
        self._path = path
        self.field = QLineEdit(path.stem)
        self.field.setAccessibleName(self.tr("New name, without its ending"))
        self.field.selectAll()
        self.words = Label(role="warn")
        self.rename = Button(self.tr("Rename"), "primary")
        self.rename.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.field.textChanged.connect(self._look)
        self.rename.clicked.connect(lambda: self.wanted.emit(self.name))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._look()

    @property
    def name(self) -> str:
        """The new name with its suffix."""
        return self.field.text().strip() + self._path.suffix

    def object_to(self, words: str) -> None:
        """Show a problem with the name and let the user change it."""
        self.words.setText(words)
        self.rename.setEnabled(not words)
        self.field.setAccessibleDescription(words)

    def _look(self) -> None:
        """Refuse characters that no file name can have."""
        stem = self.field.text().strip()
        sign = next((each for each in stem if each in _NEVER), "")
        self.object_to(self.tr("A name cannot have {sign} in it.").format(sign=isolate(one_line(sign))) if sign else "")
        self.rename.setEnabled(bool(stem) and not sign and self.name != self._path.name)

    def _lay_out(self) -> None:
        title = self.tr("Rename {name}").format(name=isolate(one_line(self._path.name)))
        name = QHBoxLayout()
        name.setSpacing(Spacing.S)
        name.addWidget(self.field, 1)
        if self._path.suffix:
            name.addWidget(Label(isolate(one_line(self._path.suffix)), "soft", wraps=False))
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.rename)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(title, "title"))
        rows.addLayout(name)
        rows.addWidget(self.words)
        rows.addStretch()
        rows.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.field.setFocus()


class RenameTask(QObject):
    """Asks for a name, has it planned and carried out, and reports the outcome."""

    changed = Signal(object, object)
    """A file has another name: the path that it had, and the one that it has."""

    def __init__(self, link: SearchClient, clearing: PlanTask, notice: NoticeBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._clearing = clearing
        self._notice = notice
        self._owner = owner
        self._sheet: RenameDialog | None = None
        self._inquiry = Polling(link, self._hear, rest_ms=0, parent=self)
        clearing.renamed.connect(self._report)

    def rename(self, member: Member, protected: tuple[Path, ...]) -> None:
        """Ask for a new name of a file; in protected folders, say that nothing is renamed."""
        if member.protected:
            words = self.tr("{name} lies in a protected folder, where nothing is renamed.")
            self._notice.say("warn", words.format(name=_shown(member.path)))
            return
        sheet = self._sheet = RenameDialog(member.path, self._owner)
        sheet.wanted.connect(lambda name: self._inquiry.ask_instead(PlanRename(member.path, name, protected)))
        sheet.finished.connect(self._put_away)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _put_away(self) -> None:
        self._sheet = None
        self._inquiry.forget()

    def _hear(self, reply: Reply) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        match reply:
            case Planned(plan, ()):
                sheet.accept()
                self._clearing.rename(plan)
            case Planned(_, (left, *_)) if left.why is Obstacle.NAME_TAKEN:
                words = self.tr("There is something else called {name} already.")
                sheet.object_to(words.format(name=_said(sheet.name)))
            case Planned(_, (left, *_)):
                sheet.object_to(self.tr("Not renamed: {reason}").format(reason=hindrance_words(left.why)))
            case Failed(notice):
                sheet.object_to(describe(notice))

    def _report(self, report: PlanReport) -> None:
        for each in report.steps:
            if each.outcome is StepOutcome.DONE:
                self._tell(each, report.run)
            else:
                words = self.tr("{name} was not renamed: {reason}")
                reason = describe(each.why) if each.why else ""
                self._notice.say("warn", words.format(name=_shown(each.step.file.path), reason=reason))

    def _tell(self, done: StepReport, run: int) -> None:
        before, now = done.step.file.path, done.step.target
        assert now is not None
        self.changed.emit(before, now)
        words = self.tr("{name} is called {new} from now on.").format(name=_shown(before), new=_shown(now))
        self._notice.say("good", words, self.tr("Undo"), lambda: self._clearing.undo(run))


def _shown(path: Path) -> str:
    return _said(path.name)


def _said(name: str) -> str:
    return isolate(one_line(name))
