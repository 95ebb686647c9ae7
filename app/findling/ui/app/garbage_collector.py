"""Garbage collection between the events of the window."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from types import TracebackType

_INTERVAL_MS = 1_000


class GarbageCollector(QObject):
    """Collects Python's garbage between events, and never while one is being served.

    By itself Python collects at any allocation, which up to 3.11 includes that of the wrapper for an object which Qt is
    handing over. What is freed then may be objects of Qt, deleted in the midst of an event that still needs them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(collect_due)

    def __enter__(self) -> Self:
        """Take over from Python."""
        gc.disable()
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hand back to Python."""
        self._timer.stop()
        gc.enable()


def collect_due() -> bool:
    """Collect the oldest generation whose threshold is passed; return whether there was one."""
    thresholds = gc.get_threshold()
    for generation, count in reversed(list(enumerate(gc.get_count()))):
        if count > thresholds[generation]:
            gc.collect(generation)
            return True
    return False
