"""Status bar with counts, activity, provider and pause button."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from findling.domain.library import Progress, measure_share
from findling.ui.i18n import formatting
from findling.ui.ipc.writer_activity import Activity, WriterState
from findling.ui.services.pause import Rest
from findling.ui.theme.style import set_role, set_state
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import ElidedButton

if TYPE_CHECKING:
    from findling.domain.job_progress import Transfer
    from findling.domain.library import Status
    from findling.ui.services.pause import Pause
    from findling.ui.theme.theme import Theme

_MESSAGE_MS = 4_000
_PARTS = 1_000
_MANY = 20
"""Files for which it is worth saying that nobody knows yet how long they take."""


@dataclass(frozen=True, slots=True)
class StatusState:
    """Frozen record of everything that the status bar shows.

    Attributes:
        trouble: problem for the user to solve, such as settings that cannot be read.
        fetched: id of the model that is being installed; "" for none.
        fetching: how much of it has arrived.
    """

    status: Status | None = None
    state: WriterState = field(default_factory=lambda: WriterState(Activity.STARTING))
    progress: Progress = field(default_factory=Progress)
    rest: Rest = Rest.NOT
    until: float = 0.0
    trouble: str = ""
    fetched: str = ""
    fetching: Transfer | None = None


class StatusBar(QWidget):
    """Counts and activity at the left, provider and pause button at the right."""

    clicked = Signal()
    """The user asks for details."""
    pause_toggled = Signal()
    text_changed = Signal(str)
    """New text about the library and the work on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = StatusState()
        self._text = StatusText(self)
        self._words = ElidedButton()
        self._words.setProperty("role", "status")
        self._words.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words.setToolTip(self.tr("What is in the library, and what is not searchable"))
        self._words.clicked.connect(self._take_click)
        self._problem = ""
        self._provider = QLabel()
        self._provider.setProperty("role", "meta")
        self._pause = QToolButton()
        self._pause.setProperty("role", "quiet")
        self._pause.clicked.connect(self.pause_toggled)
        self._bar = QProgressBar(minimum=0, maximum=_PARTS, textVisible=False)
        self._bar.setProperty("role", "thin")
        self._message_timer = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._message_timer.timeout.connect(self._refresh)
        line = QHBoxLayout()
        line.setContentsMargins(Spacing.M, 2, Spacing.M, 2)
        line.addWidget(self._words, 1)
        line.addWidget(self._provider)
        line.addWidget(self._pause)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self._bar)
        theme.changed.connect(self._refresh)
        self._refresh()

    def follow(self, pause: Pause) -> None:
        """Show the state of a pause."""
        pause.changed.connect(lambda: self.show_state(rest=pause.rest, until=pause.until))
        self.show_state(rest=pause.rest, until=pause.until)

    def show_state(self, **changed: object) -> None:
        """Change some fields of the state."""
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]
        if not self._message_timer.isActive():
            self._refresh()

    def show_message(self, words: str) -> None:
        """Show a message for a few seconds."""
        self._set_problem("")
        self._words.say(words)
        self._message_timer.start()

    def show_problem(self, words: str) -> None:
        """Show why a request came to nothing, until that is clicked or something else is said."""
        self._message_timer.stop()
        self._set_problem(words)
        self._words.say(words)

    def _set_problem(self, words: str) -> None:
        self._problem = words
        set_state(self._words, "bad" if words else "")

    def _take_click(self) -> None:
        if self._problem:
            self._set_problem("")
            self._refresh()
        else:
            self.clicked.emit()

    def _refresh(self) -> None:
        now = self._state
        words = self._text.describe(now)
        self._words.say(self._problem or words)
        self.text_changed.emit(words)
        if now.status is not None:
            self._show_provider(now.status)
        rests = now.rest is not Rest.NOT
        self._pause.setIcon(self._theme.icon("play" if rests else "pause"))
        action = self.tr("Go on indexing") if rests else self.tr("Pause indexing")
        self._pause.setToolTip(action)
        self._pause.setAccessibleName(action)
        share = _share(now)
        # Its place is kept, so that nothing jumps.
        self._bar.setRange(0, 0 if share is None else _PARTS)
        self._bar.setValue(round((share or 0.0) * _PARTS))

    def _show_provider(self, status: Status) -> None:
        """Show the execution provider, or a warning that texts leave this computer."""
        if status.remote:
            self._provider.setText(self.tr("texts go to {server}").format(server=urlsplit(status.remote).netloc))
        else:
            self._provider.setText(status.provider.removesuffix("ExecutionProvider"))
        self._provider.setToolTip(status.remote)
        set_role(self._provider, "warn" if status.remote else "meta")


_AT_WORK = frozenset({"indexing", "watching", "recognising", "grouping"})
"""Work whose reports count the files."""


class StatusText(QObject):
    """Text of the status bar; a QObject, as plurals need `tr`."""

    def describe(self, now: StatusState) -> str:
        """Return counts and activity in one line."""
        return " · ".join(filter(None, (self._counts(now), self._fetching(now), now.trouble or self._activity(now))))

    def _counts(self, now: StatusState) -> str:
        """Count the files: all, searchable by their text, waiting, and not searchable.

        A click explains the last.
        """
        if now.status is None:
            return ""
        files, waiting = now.status.files, now.status.pending
        searchable, unembedded = now.status.indexed, now.status.unembedded
        others = now.status.skipped + now.status.failed
        if now.state.activity is Activity.WORKING and now.progress.doing in _AT_WORK:
            files, waiting, unembedded = now.progress.found, now.progress.pending, now.progress.unembedded
            searchable = now.progress.indexed + now.progress.unchanged
            others = now.progress.skipped + now.progress.failed
        parts = [self.tr("%Ln file(s)", "", files)]
        if unembedded:
            parts.append(formatting.found_by(searchable, searchable - unembedded))
        elif files:
            is_all = searchable == files
            parts.append(self.tr("all searchable") if is_all else self.tr("%Ln searchable", "", searchable))
        if waiting:
            parts.append(self.tr("%Ln waiting", "", waiting))
        if others:
            parts.append(self.tr("%Ln not: why", "", others))
        return ", ".join(parts)

    def _fetching(self, now: StatusState) -> str:
        """Describe how much of a model has arrived."""
        if not now.fetched:
            return ""
        transfer = now.fetching
        if transfer is None or not transfer.total:
            return self.tr("fetching {model}").format(model=now.fetched)
        done, total = formatting.size(transfer.done), formatting.size(transfer.total)
        words = self.tr("fetching {model}: {done} of {total}")
        return words.format(model=now.fetched, done=done, total=total)

    def _activity(self, now: StatusState) -> str:
        if now.rest is not Rest.NOT:
            return self._with_change(self._resting(now), now)
        match now.state.activity:
            case Activity.STARTING:
                return self.tr("starting")
            case Activity.FOLLOWING if now.status and (now.status.pending or now.status.unembedded):
                return self.tr("indexing")
            case Activity.FOLLOWING if now.state.words:
                return now.state.words
            case Activity.FOLLOWING:
                return self.tr("up to date") if now.status and now.status.files else ""
            case Activity.BUSY_ELSEWHERE | Activity.FAILED:
                return now.state.words or self.tr("Indexing keeps ending. Findling goes on trying.")
            case _:
                return self._changing(now) if _is_changing(now) else self._working(now.progress)

    def _changing(self, now: StatusState) -> str:
        """Describe a model switch, and the model that answers meanwhile."""
        change = now.status.change if now.status else None
        if now.status is None or change is None:
            return self.tr("going over to another model")
        words = self.tr("going over to {model}").format(model=change.model)
        if now.progress.seconds_left is not None:
            left = formatting.about(now.progress.seconds_left)
            words = self.tr("going over to {model}, {time} left").format(model=change.model, time=left)
        return f"{words} · {self._until_then(now.status)}"

    def _with_change(self, resting: str, now: StatusState) -> str:
        """Describe a pause, and a model switch that it interrupts."""
        if now.status is None or now.status.change is None:
            return resting
        words = self.tr("the change to {model} rests").format(model=now.status.change.model)
        return f"{resting} · {words} · {self._until_then(now.status)}"

    def _until_then(self, status: Status) -> str:
        return self.tr("{model} answers until then").format(model=status.model)

    def _working(self, progress: Progress) -> str:
        if progress.doing == "scanning":
            return self.tr("looking for changes")
        words = self._name_work(progress)
        return f"{words} · {formatting.short(formatting.folder(Path(progress.path)))}" if progress.path else words

    def _name_work(self, progress: Progress) -> str:
        """Name the work, and how long it takes, or that this is not known yet where it may be long."""
        if progress.doing == "grouping":
            return self.tr("grouping documents by topic")
        alone, timed = self.tr("indexing"), self.tr("indexing, {time} left")
        if progress.doing == "recognising":
            alone, timed = self.tr("reading scans and pictures"), self.tr("reading scans and pictures, {time} left")
        if progress.seconds_left is not None:
            return timed.format(time=formatting.about(progress.seconds_left))
        if progress.pending + progress.unembedded < _MANY:
            return alone
        return self.tr("{work}, working out how long it takes").format(work=alone)

    def _resting(self, now: StatusState) -> str:
        match now.rest:
            case Rest.HOUR:
                return self.tr("paused until {time}").format(time=formatting.clock(now.until))
            case Rest.MAINS:
                return self.tr("paused until there is mains power")
            case Rest.BATTERY:
                return self.tr("resting on battery")
            case _:
                return self.tr("paused")


def _is_changing(now: StatusState) -> bool:
    """Return whether a model switch is all that is being worked on."""
    if now.progress.doing == "scanning" or now.status is None:
        return False
    is_all_indexed = not (now.status.pending or now.status.unembedded)
    return now.progress.doing == "changing" or (now.status.change is not None and is_all_indexed)


def _share(now: StatusState) -> float | None:
    """Return the progress, 0..1; None while it is unknown, 0 while nothing is done."""
    if now.state.activity is not Activity.WORKING or now.rest is not Rest.NOT:
        return 0.0
    if now.progress.doing == "scanning" or not now.progress.found:
        return None
    if now.progress.doing == "grouping":
        return now.progress.grouped
    return measure_share(now.progress.found, now.progress.pending, now.progress.unembedded)
