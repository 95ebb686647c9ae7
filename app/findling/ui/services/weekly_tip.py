"""Tips on what Findling can do, one a week at most."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from findling.ui.services.preferences import Preferences
    from findling.ui.services.shortcuts import Shortcuts

WEEK_SECONDS = 7 * 24 * 3_600.0
_SHOWN_AT, _NUMBER = "tips/shown-at", "tips/number"


class WeeklyTip(QObject):
    """Tip of the week, given when the last is a week old; the first a week after first start."""

    def __init__(
        self,
        memory: QSettings,
        preferences: Preferences,
        shortcuts: Shortcuts,
        *,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory, self._preferences, self._shortcuts = memory, preferences, shortcuts
        self._now = now

    def take(self) -> str:
        """Return the tip that is due; "" for none."""
        if not self._preferences.settings.tips:
            return ""
        now, shown_at = self._now(), self._read(_SHOWN_AT)
        # A clock that was set back is no reason to wait for years.
        if not 0 < shown_at <= now:
            self._memory.setValue(_SHOWN_AT, now)
            return ""
        if now - shown_at < WEEK_SECONDS:
            return ""
        tips = self._tips()
        number = int(self._read(_NUMBER))
        self._memory.setValue(_SHOWN_AT, now)
        self._memory.setValue(_NUMBER, number + 1)
        return tips[number % len(tips)]

    def _read(self, name: str) -> float:
        try:
            return float(str(self._memory.value(name, 0)))
        except ValueError:
            return 0.0

    def _tips(self) -> tuple[str, ...]:
        """Return all tips; one about a key that the user took away is left out."""
        with_keys = (
            ("save-search", self.tr("{keys} keeps a search under a name, at the left.")),
            ("similar", self.tr("{keys} finds documents like the chosen one.")),
            ("copy-passage", self.tr("{keys} copies the shown passage with its source.")),
            ("next-match", self.tr("{keys} goes from word to word in the preview.")),
        )
        alone = (
            self.tr("after:7d finds what changed in the last seven days, and after:this-week goes with the week."),
            self.tr("A minus before a word leaves out the documents that have it: lease -draft"),
            self.tr("A row can be dragged into another program, as a file would be."),
            self.tr("A key of your choice, in the settings, opens a small search window in any program."),
            self.tr("name:invoice finds files by any part of their name, read or not."),
        )
        native = QKeySequence.SequenceFormat.NativeText
        keys = ((self._shortcuts.keys(name).toString(native), words) for name, words in with_keys)
        return tuple(words.format(keys=pressed) for pressed, words in keys if pressed) + alone
