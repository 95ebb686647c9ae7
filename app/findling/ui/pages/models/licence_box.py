"""The licence of a model, to be read before it is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.models import ModelCard
    from findling.ui.theme.theme import Theme

_SIZE = QSize(640, 560)


class LicenceBox(QDialog):
    """The text of a licence."""

    def __init__(self, card: ModelCard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licence of {model}").format(model=card.id))
        text = QPlainTextEdit(card.license_text, readOnly=True)
        text.setAccessibleName(self.windowTitle())
        text.setFont(theme.font(TextSize.BODY, mono=True))
        # Tab is the way to the button, not a letter of the text.
        text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.L, Spacing.L, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(f"{card.id}: {card.license}", "title"))
        rows.addWidget(text, 1)
        rows.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
