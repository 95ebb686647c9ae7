"""What is about to be done with a model, in words, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class Proposal(QFrame):
    """Says what will happen, and waits for a word; hidden while there is nothing to ask."""

    asked = Signal()
    """Something is asked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] = lambda: None
        self._origin: QWidget | None = None
        self._words = Label()
        self._option = QCheckBox()
        self._yes, self._no = Button("", "primary"), Button(self.tr("Not now"))
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.put_away)
        buttons = FlowLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, Spacing.S, 0, 0)
        rows.setSpacing(Spacing.S)
        rows.addWidget(self._words)
        rows.addWidget(self._option)
        rows.addLayout(buttons)
        self.hide()

    @property
    def words(self) -> str:
        """What it asks; "" while it asks nothing."""
        return "" if self.isHidden() else self._words.text()

    @property
    def is_ticked(self) -> bool:
        """Whether the option was wanted."""
        return self._option.isChecked()

    def ask(
        self,
        words: str,
        yes: str,
        act: Callable[[], None],
        *,
        origin: QWidget,
        role: str = "primary",
        option: tuple[str, bool] = ("", False),
    ) -> None:
        """Ask.

        Args:
            words: what will happen.
            yes: the button that lets it.
            act: called when it is pressed.
            origin: what has the focus again when it is not.
            role: of that button; "danger" for what takes something away.
            option: a choice that goes with it and whether it is ticked; "" for none.
        """
        self._act, self._origin = act, origin
        self._words.setText(words)
        self._yes.setText(yes)
        self._yes.setAccessibleDescription(words)
        set_role(self._yes, role)
        self._option.setText(option[0])
        self._option.setChecked(option[1])
        self._option.setVisible(bool(option[0]))
        self.show()
        (self._no if role == "danger" else self._yes).setFocus()
        self.asked.emit()

    def put_away(self) -> None:
        """Ask no more."""
        self.hide()
        if self._origin is not None:
            self._origin.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape means not now."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.put_away()
        self._act()
