"""A model of the person's own: its folder, its name, and what its files do not say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QVBoxLayout

from findling.modelworker.messages import InstallOwn
from findling.ui import wording
from findling.ui.library.controls import Button, Label
from findling.ui.library.notice import Notice
from findling.ui.models.strip import WorkStrip
from findling.ui.search.flow import FlowLayout
from findling.ui.settings.controls import Choice
from findling.ui.theme.roles import set_role
from findling.ui.theme.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme

_LENGTHS = (128, 256, 384, 512, 1024, 2048, 4096, 8192)


class OwnModelForm(QFrame):
    """Asks for what is needed to install a model from a folder; hidden until a folder is chosen."""

    agreed = Signal(object)
    """The `InstallOwn` that is wanted."""
    given_up = Signal(str)
    """The name of the model that is being installed, and is no longer wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._folder = Path()
        self._pooling = ""
        self._length: int | None = None
        self._heading = Label(role="title")
        self.name = QLineEdit(maxLength=64)
        self.name.textChanged.connect(self._look)
        self.pooling = Choice[str](
            (
                ("", self.tr("As its files say")),
                ("mean", self.tr("Mean of all tokens")),
                ("cls", self.tr("First token")),
            ),
            self._choose_pooling,
        )
        self.has_prefix = QCheckBox(self.tr("Before a question stands:"))
        self.prefix = QLineEdit(placeholderText=self.tr("nothing"))
        self.prefix.setEnabled(False)
        self.has_prefix.toggled.connect(self.prefix.setEnabled)
        lengths = tuple((each, wording.count(each)) for each in _LENGTHS)
        self.length = Choice[int | None](((None, self.tr("As its files say")), *lengths), self._choose_length)
        self._yes, self._no = Button(self.tr("Install"), "primary"), Button(self.tr("Not now"))
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.hide)
        self.strip, self.notice = WorkStrip(), Notice(theme)
        set_role(self.notice, "")
        self.strip.cancelled.connect(lambda: self.given_up.emit(self.name.text().strip()))
        self._lay_out()
        self.hide()

    def ask(self, folder: Path) -> None:
        """Ask about the model in a folder."""
        self._folder = folder
        self._heading.setText(self.tr("The model in {folder}").format(folder=wording.short(wording.folder(folder))))
        self.name.setText(folder.name)
        self.notice.hide()
        self._look()
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def begin(self) -> None:
        """It is being installed."""
        self.notice.hide()
        self._yes.setEnabled(False)
        self.name.setEnabled(False)
        self.strip.begin(self.tr("Copying and trying it…"))

    def refuse(self, words: str) -> None:
        """It could not be installed, and why."""
        self.end()
        self.notice.say("bad", words)

    def end(self) -> None:
        """Nothing goes on."""
        self.strip.end()
        self.name.setEnabled(True)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape means not now."""
        if event.key() == Qt.Key.Key_Escape and self.strip.isHidden():
            self.hide()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.agreed.emit(
            InstallOwn(
                self.name.text().strip(),
                self._folder,
                self._pooling,
                self.prefix.text() if self.has_prefix.isChecked() else None,
                self._length,
            )
        )

    def _choose_pooling(self, pooling: str) -> None:
        self._pooling = pooling

    def _choose_length(self, length: int | None) -> None:
        self._length = length

    def _look(self) -> None:
        self._yes.setEnabled(bool(self.name.text().strip()) and self.strip.isHidden())

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        fields = (
            (self.tr("Name"), self.name),
            (self.tr("How vectors are made"), self.pooling),
            (self.tr("Longest input, in tokens"), self.length),
        )
        for row, (words, field) in enumerate(fields):
            grid.addWidget(Label(words, "soft", wraps=False), row, 0)
            grid.addWidget(field, row, 1)
            field.setAccessibleName(words)
        grid.addWidget(self.has_prefix, len(fields), 0)
        grid.addWidget(self.prefix, len(fields), 1)
        self.prefix.setAccessibleName(self.tr("What stands before a question"))
        buttons = FlowLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        rows.setSpacing(Space.M)
        trust = Label(self.tr("A model is close to a program: install only one whose maker you trust."), "soft")
        rows.addWidget(self._heading)
        rows.addWidget(trust)
        rows.addLayout(grid)
        rows.addLayout(buttons)
        rows.addWidget(self.strip)
        rows.addWidget(self.notice)
