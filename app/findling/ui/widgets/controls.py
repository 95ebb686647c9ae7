"""Labels and buttons that know the theme, and show names that others chose as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
)

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionToolButton

    from findling.ui.theme.theme import Theme

_GAP = "\N{FOUR-PER-EM SPACE}"
"""Space between icon and text of a button: no style sheet sets Qt's 4 pixels, and a quarter of an em makes them 7."""


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


class ElidedLabel(Label):
    """Text on one line, shortened with an ellipsis where it does not fit; its tooltip then has all of it."""

    def __init__(self, text: str = "", role: str = "", elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(text, role, wraps=False)
        self._elide = elide
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str, tip: str = "") -> None:
        """Show another text, with a tooltip of its own."""
        self._tip = tip
        self.setToolTip(tip)
        self.setText(name)

    def minimumSizeHint(self) -> QSize:
        """Room for the first and last letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint as much as there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), self._elide, self.width())
        self.setToolTip(self._tip or (self.text() if shown != self.text() else ""))
        QPainter(self).drawText(self.rect(), self.alignment(), shown)


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
        theme.set_icon(self, icon)


class Hairline(QFrame):
    """A line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.HLine)
        self.setProperty("role", "hairline")


class LabelledButton(QToolButton):
    """A tool button that shows words beside its icon."""

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Say what is to be drawn and measured: the words a little away from the icon."""
        super().initStyleOption(option)
        option.text = _GAP + option.text


class ElidedButton(QPushButton):
    """As wide as it is made; both ends of what it says can be read."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Say something else; screen readers say all of it."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(words.replace("&", "&&"))
