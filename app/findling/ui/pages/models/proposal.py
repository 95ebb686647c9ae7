"""Proposal of an action on a model, confirmed before it is carried out."""

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
    """Explains an action and asks for confirmation; hidden while there is none."""

    asked = Signal()
    """Begin of a request."""

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
        """Text of the proposal; "" while there is none."""
        return "" if self.isHidden() else self._words.text()

    @property
    def is_ticked(self) -> bool:
        """True when the option is checked."""
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
        """Show a proposal; `origin` gets the focus back, `option` is a check box's text and state."""
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
        """Hide the proposal."""
        self.hide()
        if self._origin is not None:
            self._origin.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.put_away()
        self._act()
