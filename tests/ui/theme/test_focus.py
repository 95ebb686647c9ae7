"""The focused widget shows it, and nothing moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from findling.settings import Appearance
from findling.ui.theme.style import set_role
from findling.ui.theme.theme import Theme

CONTROLS = [
    (QCheckBox, ""),
    (QComboBox, ""),
    (QDateEdit, ""),
    (QKeySequenceEdit, ""),
    (QLineEdit, ""),
    (QLineEdit, "search"),
    (QListWidget, ""),
    (QPlainTextEdit, ""),
    (QPlainTextEdit, "field"),
    (QPushButton, ""),
    (QPushButton, "danger"),
    (QPushButton, "primary"),
    (QPushButton, "quiet"),
    (QRadioButton, ""),
    (QScrollArea, ""),
    (QSlider, ""),
    (QSpinBox, ""),
    (QTextBrowser, ""),
    (QToolButton, ""),
    (QToolButton, "chip"),
    (QToolButton, "quiet"),
]


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp, Appearance.LIGHT)
    yield theme
    theme.deleteLater()


@pytest.mark.parametrize(("control", "role"), CONTROLS, ids=[f"{c.__name__}-{r}" for c, r in CONTROLS])
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_focus_can_be_seen_and_moves_nothing(theme, qapp, qtbot, control, role, appearance):
    theme.choose(appearance)
    widget, other, window = make_window(qtbot, control, role)
    other.setFocus()
    qapp.processEvents()
    before, hint = window.grab().toImage(), widget.sizeHint()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qapp.processEvents()
    after = window.grab().toImage()
    assert ring_between(before, after, theme) > 40
    assert widget.sizeHint() == hint


def make_window(qtbot, control: type[QWidget], role: str) -> tuple[QWidget, QWidget, QWidget]:
    """A window with a control of this kind and one, always without a frame, that may have the focus before."""
    window = QWidget()
    qtbot.addWidget(window)
    widget, other = control(), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if role:
        set_role(widget, role)
    if isinstance(widget, QListWidget):
        widget.ensurePolished()
        widget.addItem("one")
    if isinstance(widget, QScrollArea):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(window)
    layout.addWidget(widget)
    layout.addWidget(other)
    window.resize(300, 160)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return widget, other, window


def ring_between(before: QImage, after: QImage, theme: Theme) -> int:
    """Count the pixels that became the colour of a ring: accent, or ink around what is accent itself."""
    rings = {theme.colour("accent").rgb(), theme.colour("ink").rgb()}
    pixels = ((x, y) for x in range(after.width()) for y in range(after.height()))
    return sum(after.pixel(x, y) in rings and after.pixel(x, y) != before.pixel(x, y) for x, y in pixels)
