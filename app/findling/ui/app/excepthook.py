"""Exception hook that logs uncaught exceptions and reports the first to the user."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from types import TracebackType

_log = logging.getLogger(__name__)


class ExceptHook(QObject):
    """Replacement for `sys.excepthook` while the window is open."""

    caught = Signal(str)
    """Class name of the first exception."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reported = False
        self._previous = sys.excepthook

    def install(self) -> None:
        """Install as `sys.excepthook`."""
        sys.excepthook = self._handle

    def uninstall(self) -> None:
        """Restore the previous hook."""
        sys.excepthook = self._previous

    def _handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._previous(kind, error, trace)
            return
        _log.critical("a bug", exc_info=(kind, error, trace))
        if not self._reported:
            self._reported = True
            self.caught.emit(kind.__name__)
