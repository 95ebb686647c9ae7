"""The last door: what nobody caught is written down, and the person is told once."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from types import TracebackType

_log = logging.getLogger(__name__)


class ExceptHook(QObject):
    """Takes the place of `sys.excepthook` while the window is open."""

    caught = Signal(str)
    """The first bug of this run: its name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reported = False
        self._previous = sys.excepthook

    def install(self) -> None:
        """Stand at the door."""
        sys.excepthook = self._handle

    def uninstall(self) -> None:
        """Leave it to whoever stood there before."""
        sys.excepthook = self._previous

    def _handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._previous(kind, error, trace)
            return
        _log.critical("a bug", exc_info=(kind, error, trace))
        if not self._reported:
            self._reported = True
            self.caught.emit(kind.__name__)
