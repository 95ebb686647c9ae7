"""Rate limit for a function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class Throttle(QObject):
    """Calls a function at once, but at most once in an interval."""

    def __init__(self, act: Callable[[], None], interval_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._wanted = False
        self._timer = QTimer(self, singleShot=True, interval=interval_ms)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Return whether a call would be delayed."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Call the function now, or at the end of the current interval."""
        self._wanted = True
        if not self.is_waiting:
            self._go_on()

    def _go_on(self) -> None:
        if self._wanted:
            self._wanted = False
            self._timer.start()
            self._act()
