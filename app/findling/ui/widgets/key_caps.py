"""Dialog of all keyboard shortcuts, and the widget that draws key caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from findling.ui.services.shortcuts import APP_ACTIONS
from findling.ui.theme.tokens import Spacing, TextSize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.ui.services.shortcuts import AppAction, Shortcuts
    from findling.ui.theme.theme import Theme

_PREVIEW = frozenset({"peek", "next-match", "previous-match", "find-in-preview", "toggle-preview"})
_DUPLICATES = frozenset({"rename"})
_PLACES = frozenset(each.name for each in APP_ACTIONS if each.name.startswith("place-"))
_WINDOW = _PLACES | {"pause", "keys", "quit"}
_CAP_HEIGHT = 22
_CAP_CORNER = 4
_LEAST = QSize(840, 0)
_SCREEN_SHARE = 0.95
_HEADING_ROWS = 2
"""Rows of keys that a heading with the space around it is as high as."""


class KeysDialog(QDialog):
    """Dialog of all keyboard shortcuts."""

    def __init__(self, shortcuts: Shortcuts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._theme = theme
        self.setWindowTitle(self.tr("Keys"))
        self._columns = QWidget()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._columns)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.L, Spacing.L, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(scroll, 1)
        rows.addWidget(buttons)
        self._fill()
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        self._fit(scroll)

    def _fit(self, scroll: QScrollArea) -> None:
        """Be as large as all keys need, or as the screen allows."""
        frame = 2 * scroll.frameWidth()
        scroll.setMinimumSize(0, 0)
        wanted = self._columns.sizeHint() + QSize(frame, frame)
        around = self.sizeHint() - scroll.sizeHint()
        room = (self.parentWidget() or self).screen().availableSize()
        self.resize((wanted.expandedTo(_LEAST) + around).boundedTo(room * _SCREEN_SHARE))

    def _fill(self) -> None:
        """Put each group, the longest first, below the shorter column, so that both end about level."""
        columns = [QVBoxLayout(), QVBoxLayout()]
        heights = [0, 0]
        for name, actions in sorted(grouped(), key=lambda group: -len(group[1])):
            at = heights.index(min(heights))
            columns[at].addLayout(self._group(name, actions))
            heights[at] += len(actions) + _HEADING_ROWS
        across = QHBoxLayout(self._columns)
        across.setContentsMargins(Spacing.S, Spacing.S, Spacing.M, Spacing.S)
        across.setSpacing(Spacing.XXL)
        for column in columns:
            column.setSpacing(Spacing.XL)
            column.addStretch(1)
            across.addLayout(column, 1)

    def _group(self, name: str, actions: Sequence[AppAction]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Spacing.L)
        grid.setVerticalSpacing(Spacing.S)
        heading = QLabel(name)
        heading.setProperty("role", "title")
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, action in enumerate(actions, 1):
            words = QLabel(self._shortcuts.words(action.name), wordWrap=True)
            caps = KeyCaps(self._theme, self._shortcuts.keys(action.name))
            words.setMinimumHeight(_CAP_HEIGHT)
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(caps, row, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(actions) + 1, 1)
        return grid


class KeyCaps(QWidget):
    """Keys of an action, each drawn as a cap."""

    def __init__(self, theme: Theme, keys: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_keys(keys)
        theme.changed.connect(self.update)

    def show_keys(self, keys: QKeySequence) -> None:
        """Set the keys."""
        self._caps = split(keys)
        none = QCoreApplication.translate("KeyCaps", "no keys")
        self.setAccessibleName(keys.toString(QKeySequence.SequenceFormat.NativeText) or none)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all caps."""
        return QSize(round(max((cap.right() for cap, _ in self._lay_out()), default=0.0)) + 1, _CAP_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the caps, in the same order in every language."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TextSize.META, medium=True))
        for box, name in self._lay_out():
            painter.setPen(self._theme.colour("line"))
            painter.setBrush(self._theme.colour("raised"))
            painter.drawRoundedRect(box, _CAP_CORNER, _CAP_CORNER)
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _lay_out(self) -> Iterator[tuple[QRectF, str]]:
        metrics = QFontMetrics(self._theme.font(TextSize.META, medium=True))
        at = 0.5
        for name in self._caps:
            width = max(metrics.horizontalAdvance(name) + 2 * Spacing.S - 2, _CAP_HEIGHT)
            yield QRectF(at, 0.5, width, _CAP_HEIGHT - 1), name
            at += width + Spacing.XS


def grouped() -> list[tuple[str, list[AppAction]]]:
    """Return the actions by where they apply, each group with its translated name."""
    elsewhere = _PREVIEW | _DUPLICATES | _WINDOW
    groups = (
        (QCoreApplication.translate("KeySheet", "Search and results"), lambda name: name not in elsewhere),
        (QCoreApplication.translate("KeySheet", "Preview"), _PREVIEW.__contains__),
        (QCoreApplication.translate("KeySheet", "Duplicates"), _DUPLICATES.__contains__),
        (QCoreApplication.translate("KeySheet", "Window"), _WINDOW.__contains__),
    )
    return [(words, [action for action in APP_ACTIONS if belongs(action.name)]) for words, belongs in groups]


def split(keys: QKeySequence) -> list[str]:
    """Split keys into the captions of their caps."""
    caps: list[str] = []
    for part in keys.toString(QKeySequence.SequenceFormat.NativeText).split("+"):
        if part:
            caps.append(part)
        elif caps and caps[-1] != "+":
            # Of "Ctrl++" the last is a plus.
            caps.append("+")
    return caps
