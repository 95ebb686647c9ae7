"""Restart of a writer that failed, once settings that it reads at its start changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from findling.settings import Effect, find_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.ui.services.preferences import Preferences

_REST_MS = 1_500


class WriterRestart(QObject):
    """Restart once the settings have rested: a slider changes them many times in a second."""

    def __init__(self, preferences: Preferences, restart: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(restart)
        preferences.changed.connect(self._plan)

    @property
    def is_planned(self) -> bool:
        """Return whether the settings changed a moment ago."""
        return self._rest.isActive()

    def _plan(self, names: frozenset[str]) -> None:
        if names & find_names(Effect.WRITER):
            self._rest.start()
