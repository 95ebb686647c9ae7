"""Handler of termination signals while Qt's event loop runs."""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable


class InterruptHandler(QObject):
    """Calls back on a termination signal, such as Ctrl+C or a logout.

    Python notices a signal only when some Python code runs, which may be long while Qt's loop waits: so the signal's
    number is written to a socket that the loop listens to.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._heard, self._noted = socket.socketpair()
        for each in (self._heard, self._noted):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)

    def listen(self) -> None:
        """Install the signal handlers."""
        signal.set_wakeup_fd(self._noted.fileno(), warn_on_full_buffer=False)
        for name in ("SIGINT", "SIGTERM") if sys.platform == "win32" else ("SIGINT", "SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), lambda *_: None)

    def close(self) -> None:
        """Remove the wake-up socket."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._noted.close()

    def _receive(self) -> None:
        self._heard.recv(64)
        self._end()
