"""Blinking of the caret, which ends while nobody writes.

Each blink draws a part of the window again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_REST_MS = 10_000
"""Time without a move of the caret after which it stands still, as GTK's gtk-cursor-blink-timeout has it."""


class CaretBlink(QObject):
    """Blinking of the caret in all windows of an application; the pace is the system's."""

    def __init__(self, qt: QApplication, rest_ms: int = _REST_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._qt = qt
        self._pace = qt.cursorFlashTime()
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(lambda: qt.setCursorFlashTime(0))
        qt.focusObjectChanged.connect(self._begin)
        # It tells every move of the caret, in whichever widget.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._begin)
        self._rest.start()

    def _begin(self) -> None:
        if self._qt.cursorFlashTime() != self._pace:
            self._qt.setCursorFlashTime(self._pace)
        self._rest.start()
