"""Empty state of a pane: illustration, sentence and action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.remedies import RemedyButtons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.remedies import Offer

_DRAWING = QSize(160, 120)
_LINE_WIDTH = 440
_SIDE = 520
"""A pane narrower than this, in pixels, stands beside another that says more."""


class EmptyState(QWidget):
    """Illustration, sentence and button of a pane without content."""

    acted = Signal()
    """The button was clicked."""
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(
        self, theme: Theme, drawing: str, sentence: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = drawing
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._button = QPushButton()
        self._button.clicked.connect(self.acted)
        self._remedies = RemedyButtons()
        self._remedies.wanted.connect(self.remedy_wanted)
        self._lay_out()
        self.set_words(sentence, action)
        self._draw()
        theme.changed.connect(self._draw)

    def set_words(self, sentence: str, action: str = "", drawing: str = "", *, offers: Sequence[Offer] = ()) -> None:
        """Set sentence, button and illustration.

        Args:
            sentence: one sentence.
            action: label of the button; "" for none.
            drawing: name of a file in resources/drawings; "" keeps the current one.
            offers: further actions of the window.
        """
        self._sentence.setText(sentence)
        self._fit()
        self.setAccessibleName(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._remedies.show_offers(offers)
        if drawing and drawing != self._drawing:
            self._drawing = drawing
            self._draw()

    def act(self) -> None:
        """Click the button, if there is one."""
        if not self._button.isHidden():
            self._button.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use smaller text in a side pane."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Redraw for a screen of another resolution."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    def _lay_out(self) -> None:
        set_role(self._button, "primary")
        self._sentence.setMaximumWidth(_LINE_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.XL)
        column.setSpacing(Spacing.L)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_centred(self._sentence))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._remedies, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _fit(self) -> None:
        words = self._sentence.text()
        short = QFontMetrics(self._theme.font(TextSize.EMPTY)).horizontalAdvance(words) <= _LINE_WIDTH
        set_role(self._sentence, "aside" if self.width() < _SIDE else "empty" if short else "lead")

    def _draw(self) -> None:
        self._picture.setPixmap(self._theme.drawing(self._drawing, _DRAWING, self.devicePixelRatioF()))


def _centred(label: QLabel) -> QHBoxLayout:
    """Return a row that centres a label without narrowing it, as an alignment would."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row
