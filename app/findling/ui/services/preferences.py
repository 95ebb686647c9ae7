"""Live settings: written at once and kept in sync with the file."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.errors import FindlingError
from findling.settings import Settings, load_settings, read_settings, write_settings
from findling.ui.i18n.notices import describe
from findling.ui.ipc.disk_watch import DiskWatch

if TYPE_CHECKING:
    from pathlib import Path


class Preferences(QObject):
    """Settings that follow their file, which terminals and editors may change as well.

    Attributes:
        problems: what was wrong with the file, or not known in it, when it was first read.
    """

    changed = Signal(frozenset)
    """Names of the changed settings."""
    failed = Signal(str)
    """The reason why a change could not be written; it holds until the window closes."""
    trouble_changed = Signal(str)
    """The reason why the file cannot be read, as during an edit; "" once it can be again."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Read the settings; for what cannot be understood of them the usual ones hold."""
        super().__init__(parent)
        self._path = path
        loaded = load_settings(path)
        self._settings = self._written = loaded.settings
        self.problems = tuple(describe(problem) for problem in loaded.find_problems(path))
        self._trouble = describe(loaded.wrong) if loaded.wrong else ""
        self._is_kept_aside = loaded.wrong is not None
        self._watch = DiskWatch(path, parent=self)
        self._watch.changed.connect(self._notice_edit)

    @property
    def trouble(self) -> str:
        """Return why the file cannot be read, "" if it can."""
        return self._trouble

    @property
    def settings(self) -> Settings:
        """Return the current settings."""
        return self._settings

    def change(self, **values: object) -> None:
        """Change settings by name, keeping what others wrote meanwhile."""
        # A file that was so when the window was opened is kept aside, and nobody is at it.
        trouble = "" if self._is_kept_aside else self._follow()
        before = self._settings
        self._settings = replace(before, **values)  # type: ignore[arg-type]
        names = _differences(before, self._settings)
        if not names:
            return
        if trouble := trouble or self._write():
            self.failed.emit(trouble)
        self.changed.emit(names)

    def _write(self) -> str:
        """Write the settings; return why that failed, or ""."""
        try:
            write_settings(self._path, self._settings)
        except FindlingError as error:
            return describe(error.notice)
        self._written = self._settings
        self._is_kept_aside = False
        self._note_trouble("")
        return ""

    def _notice_edit(self) -> None:
        self._is_kept_aside = False
        self._follow()

    def _follow(self) -> str:
        """Take over changes of the file; one that cannot be read is left alone.

        Returns:
            What keeps it from being read, or "".
        """
        try:
            read = read_settings(self._path)
        except FindlingError as error:
            self._note_trouble(describe(error.notice))
            return self._trouble
        self._take_over(read)
        self._note_trouble("")
        return ""

    def _take_over(self, read: Settings) -> None:
        news = {name: getattr(read, name) for name in _differences(self._written, read)}
        before, self._written = self._settings, read
        # What was chosen while the file could not be read never came into it: all of it is as the file says.
        self._settings = read if self._trouble else replace(before, **news)
        if names := _differences(before, self._settings):
            self.changed.emit(names)

    def _note_trouble(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.trouble_changed.emit(trouble)


def _differences(one: Settings, other: Settings) -> frozenset[str]:
    return frozenset(each.name for each in fields(Settings) if getattr(one, each.name) != getattr(other, each.name))
