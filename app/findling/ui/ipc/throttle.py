"""A limit on how often something is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class Throttle(QObject):
    """Does something as soon as it is asked to, but once in an interval however often it is asked.

    Args:
        act: what is done.
        interval_ms: between two times; what was asked for in the meantime is done at its end.
        parent: owns this object.
    """

    def __init__(self, act: Callable[[], None], interval_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._wanted = False
        self._timer = QTimer(self, singleShot=True, interval=interval_ms)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Return whether what is asked for now would be done later."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Do it now, or at the end of the interval that runs."""
        self._wanted = True
        if not self.is_waiting:
            self._go_on()

    def _go_on(self) -> None:
        if self._wanted:
            self._wanted = False
            self._timer.start()
            self._act()
