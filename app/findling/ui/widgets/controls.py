"""Labels and buttons that know the theme, and show names that others chose as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton

from findling.ui.theme.roles import set_role
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from findling.ui.theme.theme import Theme


class Label(QLabel):
    """Words in one of the theme's roles, broken into lines where they are long."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Stand at the leading edge of the window's language, whatever the words' own direction is."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        # Qt moves a line that runs from the right out by the space at which it was broken.
        self.setContentsMargins(Spacing.XS if self.wordWrap() and self.isRightToLeft() else 0, 0, 0, 0)

    def show_role(self, role: str) -> None:
        """Take on another role."""
        if self.property("role") != role:
            set_role(self, role)


class NameLabel(Label):
    """A name or path on one line, with its middle left out where it does not fit; the whole of it is the tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(role=role, wraps=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ""
        self.show_name(text)

    def show_name(self, name: str, tip: str = "") -> None:
        """Show another name."""
        if name != self._name or tip != self.toolTip():
            self._name = name
            self.setAccessibleName(name)
            self.setToolTip(tip)
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        """Room for all of the name."""
        return QSize(self.fontMetrics().horizontalAdvance(self._name) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for its first and last letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again where the letters have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, max(self.width(), 1))
        if fitting != self.text():
            self.setText(fitting)


class Button(QPushButton):
    """A button with words on it."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(True)
        if role:
            self.setProperty("role", role)


class Chip(QToolButton):
    """A small button with a figure on it, that leads to what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class IconButton(QToolButton):
    """A button with a sign on it, whose words are its tooltip and its name."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.dress(self, icon)


class Hairline(QFrame):
    """A line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.HLine)
        self.setProperty("role", "hairline")
