"""Themed labels and buttons that show foreign names as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
)

from findling.ui.i18n.translation import isolate
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionToolButton

    from findling.ui.theme.theme import Theme

_PATH_SIGNS = ("/", "~", "\\", "…")
_CHECK_LETTERS = 12
_GAP = "\N{FOUR-PER-EM SPACE}"
"""Space between icon and text of a button: no style sheet sets Qt's 4 pixels, and a quarter of an em makes them 7."""


class Label(QLabel):
    """Plain text in one of the theme's roles, wrapped by default."""

    def __init__(self, text: str = "", role: str = "", *, wraps: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role:
            self.setProperty("role", role)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Align to the leading edge of the window's language, whatever the text's direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        # Qt moves a line that runs from the right out by the space at which it was broken.
        self.setContentsMargins(Spacing.XS if self.wordWrap() and self.isRightToLeft() else 0, 0, 0, 0)

    def show_role(self, role: str) -> None:
        """Set another role."""
        if self.property("role") != role:
            set_role(self, role)


class ElidedLabel(Label):
    """Text on one line, elided where it does not fit; its tooltip then has all of it."""

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
        # Where the window is read from the right, the sign that a path begins with would come to its end.
        shown = isolate(shown) if shown.startswith(_PATH_SIGNS) else shown
        QPainter(self).drawText(self.rect(), self.alignment(), shown)


class Button(QPushButton):
    """Push button with a role."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(True)
        if role:
            self.setProperty("role", role)


class Chip(QToolButton):
    """Small button with a figure that leads to what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class IconButton(QToolButton):
    """Button with an icon, whose label is its tooltip and accessible name."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_icon(self, icon)


class Hairline(QFrame):
    """Thin separator."""

    def __init__(self, shape: QFrame.Shape = QFrame.Shape.HLine) -> None:
        super().__init__()
        self.setFrameShape(shape)
        self.setProperty("role", "hairline")


class LabelledButton(QToolButton):
    """Tool button with a wider gap between icon and text."""

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Prefix the text with the gap, for drawing and measuring."""
        super().initStyleOption(option)
        option.text = _GAP + option.text


class ElidedCheck(QCheckBox):
    """Check box whose text loses its middle where it does not fit; its tooltip then has it all."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the box and a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * _CHECK_LETTERS, super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Shorten the text to the room beside the box."""
        super().initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        shown = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideMiddle, room)
        self.setToolTip(self.text().replace("&&", "&") if shown != option.text else "")
        option.text = shown


class ElidedButton(QPushButton):
    """Button whose text loses its middle where it does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Set the text; screen readers get all of it."""
        self._words = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(words.replace("&", "&&"))
