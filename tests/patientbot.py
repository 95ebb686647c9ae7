"""pytest-qt's robot with long timeouts, for machines of any speed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from waiting import PATIENCE_SECONDS

_PATIENCE_MS = PATIENCE_SECONDS * 1_000


class PatientBot(QtBot):
    """Robot whose waits end with what they wait for."""

    def waitUntil(self, callback, *, timeout: int = _PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout: int = _PATIENCE_MS, **options: Any):
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitExposed(self, widget, *, timeout: int = _PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)

    def settle(self, *owners: QObject) -> None:
        """Process events until none is pending: what has not happened by then does not happen by itself.

        Args:
            owners: objects whose single shots have to be fired, and whose work in turns of no time has to be done.
                Without any, only what was to happen in the next turn has.
        """
        while True:
            passed: list[bool] = []
            # Timers of no time fire in the order in which they were started: this one after all that are due.
            QTimer.singleShot(0, lambda passed=passed: passed.append(True))
            self.waitUntil(lambda passed=passed: bool(passed))
            if not any(_is_awaited(timer) for owner in owners for timer in owner.findChildren(QTimer)):
                return


def _is_awaited(timer: QTimer) -> bool:
    return timer.isActive() and (timer.isSingleShot() or timer.interval() == 0)
