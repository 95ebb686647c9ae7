"""Asks for another name of a file, and has the change planned."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from findling.domain.plans import OBSTACLE_MESSAGES, Obstacle, Planned
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import PlanRename
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

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
        self.field.textChanged.connect(self._validate)
        self.rename.clicked.connect(lambda: self.wanted.emit(self.name))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._validate()

    @property
    def name(self) -> str:
        """The new name with its suffix."""
        return self.field.text().strip() + self._path.suffix

    def show_problem(self, words: str) -> None:
        """Show a problem with the name and let the user change it."""
        self.words.setText(words)
        self.rename.setEnabled(not words)
        self.field.setAccessibleDescription(words)

    def _validate(self) -> None:
        """Refuse characters that no file name can have."""
        stem = self.field.text().strip()
        sign = next((each for each in stem if each in _NEVER), "")
        self.show_problem(
            self.tr("A name cannot have {sign} in it.").format(sign=isolate(one_line(sign))) if sign else ""
        )
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


class NameRequest(QObject):
    """Asks for a name until there is a plan for it, or the user gives up."""

    planned = Signal(object)
    """The `Plan` that gives the file its new name."""

    def __init__(self, link: ReaderClient, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._dialog: RenameDialog | None = None
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)

    def ask(self, path: Path, protected: tuple[Path, ...]) -> None:
        """Ask for a new name of a file; in the folders that are protected nothing is renamed."""
        dialog = self._dialog = RenameDialog(path, self._owner)
        dialog.wanted.connect(lambda name: self._polling.ask_instead(PlanRename(path, name, protected)))
        dialog.finished.connect(self._put_away)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _put_away(self) -> None:
        self._dialog = None
        self._polling.forget()

    def _handle_reply(self, reply: Reply) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        match reply:
            case Planned(plan, ()):
                dialog.accept()
                self.planned.emit(plan)
            case Planned(_, (left, *_)) if left.why is Obstacle.NAME_TAKEN:
                words = self.tr("There is something else called {name} already.")
                dialog.show_problem(words.format(name=isolate(one_line(dialog.name))))
            case Planned(_, (left, *_)):
                reason = describe(OBSTACLE_MESSAGES[left.why]())
                dialog.show_problem(self.tr("Not renamed: {reason}").format(reason=reason))
            case Failed(notice):
                dialog.show_problem(describe(notice))
