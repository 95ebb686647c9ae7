"""Calls that wait until control is back in the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


def call_soon(owner: QObject, act: Callable[[], object]) -> None:
    """Call `act` once the event loop has control, unless `owner` is deleted before that.

    `QTimer.singleShot` does the same, but where its context is deleted first, Qt for Python keeps what was to be called
    for ever, and with it all that it refers to.
    """
    timer = QTimer(owner, singleShot=True, interval=0)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start()
