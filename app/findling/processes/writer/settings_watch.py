"""Watches the settings file for changes while the writer is at work."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, TypeAlias

from findling.errors import FindlingError
from findling.settings import Effect, find_names, load_settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from findling.settings import Settings

_LOOK_SECONDS = 0.5

_Version: TypeAlias = tuple[int, int, int]

_log = logging.getLogger(__name__)


class SettingsWatch:
    """Settings in force, and those in the file.

    Args:
        path: the file.
        look_seconds: how often it is looked at.

    Attributes:
        settings: those in force.
    """

    def __init__(self, path: Path, look_seconds: float = _LOOK_SECONDS) -> None:
        self._path = path
        self._look_seconds = look_seconds
        # Before they are read: what is written in between is then looked at once more.
        self._version = _read_version(path)
        loaded = load_settings(path)
        if loaded.wrong:
            _log.warning("%s", loaded.wrong)
        self.settings = loaded.settings
        self._latest = self.settings
        self._looked = time.monotonic()

    def has_news(self) -> bool:
        """Tell whether the file holds other settings; cheap enough to ask between any two files.

        It holds none while it cannot be read, as in the middle of being edited.
        """
        now = time.monotonic()
        if now - self._looked >= self._look_seconds:
            self._looked = now
            self._look()
        return _select_used(self._latest) != _select_used(self.settings)

    def take(self) -> Settings | None:
        """Put the settings of the file in force and return them; None if that changes nothing."""
        self._look()
        before, self.settings = self.settings, self._latest
        return None if _select_used(before) == _select_used(self.settings) else self.settings

    def _look(self) -> None:
        version = _read_version(self._path)
        if version == self._version:
            return
        self._version = version
        try:
            self._latest = read_settings(self._path)
        except FindlingError as error:
            _log.warning("the settings stay as they were: %s", error)


def _read_version(path: Path) -> _Version | None:
    """Return time, size and inode of the file; None while there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _select_used(settings: Settings) -> dict[str, object]:
    """Return the settings that concern the writer; another colour interrupts nothing."""
    return {name: getattr(settings, name) for name in find_names(Effect.WRITER)}
