"""The user's settings while the window is open: read once, changed one at a time, written at once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.errors import FindlingError
from findling.settings import Settings, read_settings, write_settings

if TYPE_CHECKING:
    from pathlib import Path


class Preferences(QObject):
    """The settings, live."""

    changed = Signal(frozenset)
    """Names of the settings that have other values now."""
    failed = Signal(str)
    """A change could not be written: it holds until the window is closed."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Read the settings.

        Raises:
            FindlingError: the file cannot be read as settings.
        """
        super().__init__(parent)
        self._path = path
        self._settings = read_settings(path)

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def change(self, **values: object) -> None:
        """Give settings new values, by name."""
        before, self._settings = self._settings, replace(self._settings, **values)  # type: ignore[arg-type]
        names = {each.name for each in fields(Settings)}
        different = frozenset(n for n in names if getattr(before, n) != getattr(self._settings, n))
        if not different:
            return
        try:
            write_settings(self._path, self._settings)
        except FindlingError as error:
            self.failed.emit(str(error))
        self.changed.emit(different)
