"""Notices that the settings were written anew, by a terminal, the window or a person, while the worker is at work."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, TypeAlias

from findling.errors import FindlingError
from findling.settings import Effect, find_names, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from findling.settings import Settings

_LOOK_SECONDS = 0.5

_Sign: TypeAlias = tuple[int, int, int]

_log = logging.getLogger(__name__)


class SettingsWatch:
    """The settings as the worker goes by them, and whether the file says something else by now.

    Attributes:
        settings: as they were taken over last.
    """

    def __init__(self, path: Path, look_seconds: float = _LOOK_SECONDS) -> None:
        """Read them.

        Args:
            path: of the file.
            look_seconds: how often it is looked at.

        Raises:
            FindlingError: they cannot be read.
        """
        self._path = path
        self._look_seconds = look_seconds
        # Before they are read: what is written in between is then looked at once more.
        self._sign = _read_sign(path)
        self.settings = read_settings(path)
        self._latest = self.settings
        self._looked = time.monotonic()

    def has_news(self) -> bool:
        """Whether the file holds other settings than those gone by; cheap enough to be asked between any two files.

        While it cannot be read, as in the middle of being edited, it holds none.
        """
        now = time.monotonic()
        if now - self._looked >= self._look_seconds:
            self._looked = now
            self._look()
        return _used(self._latest) != _used(self.settings)

    def take(self) -> Settings | None:
        """The settings as the file has them now, to go by from here on; None if that changes nothing."""
        self._look()
        before, self.settings = self.settings, self._latest
        return None if _used(before) == _used(self.settings) else self.settings

    def _look(self) -> None:
        sign = _read_sign(self._path)
        if sign == self._sign:
            return
        self._sign = sign
        try:
            self._latest = read_settings(self._path)
        except FindlingError as error:
            _log.warning("the settings stay as they were: %s", error)


def _read_sign(path: Path) -> _Sign | None:
    """What tells one state of the file from the next; None while there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _used(settings: Settings) -> dict[str, object]:
    """Return the settings that the worker goes by; that another colour was chosen interrupts nothing."""
    return {name: getattr(settings, name) for name in find_names(Effect.WORKER)}
