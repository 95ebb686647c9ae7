"""The window's line to the worker: what to do next, one thing after the other, and what became of it."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.domain.library import Progress
from findling.domain.plans import CutShort
from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.messages.library_templates import ClearingMessage, LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.processes.writer.messages import (
    Add,
    Advance,
    Advisory,
    Clear,
    Follow,
    Index,
    KeepApart,
    Offline,
    OpenLibrary,
    Remove,
    Stop,
    Undo,
    Waiting,
    event_from,
    to_line,
)
from findling.processes.writer.writer_conversation import (
    CommandDone,
    CommandFailed,
    OpeningFailed,
    WriterConversation,
    WriterOpened,
)
from findling.ui.i18n.notices import describe
from findling.ui.ipc.json_line_process import RESTART_MS, JsonLineProcess
from findling.ui.ipc.worker_activity import Activity, WorkerState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.library import Summary
    from findling.domain.plans import Plan, PlanReport
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event

_CHANGED_MS = 1_000
_TOLD_DEATHS = 3
_RETRY_MS = 60_000

_log = logging.getLogger(__name__)


class WorkerLink(QObject):
    """The worker, as the window holds it.

    Left alone, it brings the library up to date and then follows changes. What is asked of it in between interrupts
    that, is carried out in order, and survives the death of the process; the work goes on where it was.
    """

    state_changed = Signal(WorkerState)
    progressed = Signal(Progress)
    offline_changed = Signal(object)
    """Why folders cannot be followed just now, or not at once: a tuple of notices, empty where all of them are."""
    library_changed = Signal()
    """Something was indexed, forgotten, added or removed; once a second at most."""
    told = Signal(object)
    """A `Notice` that stops nothing."""
    finished = Signal(object, object)
    """A command that was asked for is carried out: the command, and the summary of an index run or None."""
    cleared = Signal(object, object)
    """A plan was carried out, or a run taken back: the command, and the `PlanReport`."""
    advanced = Signal(int, int)
    """So many steps of a plan are through, or of taking one back: how many, and of how many."""
    cut_short = Signal(object)
    """What a crash left half done, a `CutShort`; nothing of it is half done any more."""
    refused = Signal(object, object)
    """A command came to nothing: the command, and the `Notice` that says why."""

    def __init__(
        self,
        paths: LibraryPaths,
        *,
        command: Sequence[str] = (),
        delays: Sequence[int] = RESTART_MS,
        retry_ms: int = _RETRY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._queue: deque[Command] = deque()
        self._conversation = WriterConversation()
        self._lost: Clear | Undo | None = None
        self._paused = False
        self._caught_up = False
        self._state = WorkerState(Activity.STARTING)
        self._progress = Progress()
        self._offline: tuple[Notice, ...] = ()
        self._unwatched = False
        self._process = JsonLineProcess(command or build_command(ProcessRole.WORKER), delays=delays, parent=self)
        self._process.started.connect(self._begin)
        self._process.heard.connect(self._hear)
        self._process.died.connect(self._mourn)
        self._retry = QTimer(self, singleShot=True, interval=retry_ms)
        self._retry.timeout.connect(self._go_on)
        self._changed = QTimer(self, singleShot=True, interval=_CHANGED_MS)
        self._changed.timeout.connect(self.library_changed)

    @property
    def state(self) -> WorkerState:
        """What the worker does."""
        return self._state

    @property
    def progress(self) -> Progress:
        """Where it stands, as last heard."""
        return self._progress

    @property
    def pid(self) -> int:
        """The process's number; 0 while none runs."""
        return self._process.pid

    def start(self) -> None:
        """Start the worker, which brings the library up to date and goes on following it."""
        self._process.start()

    def add(self, folder: Path, exclude: tuple[str, ...] | None = None) -> None:
        """Cover a folder, or change the rules of one that is covered, and index it."""
        self._queue.append(Add(folder, exclude))
        self._caught_up = False
        self._make_room()

    def remove(self, folder: Path) -> None:
        """Forget a folder."""
        self._queue.append(Remove(folder))
        self._make_room()

    def index(self, folders: tuple[Path, ...] = (), *, retry: bool = False) -> None:
        """Look at folders again, all of the library where none is named; with `retry` at what failed, too."""
        self._queue.append(Index(folders, retry))
        self._make_room()

    def clear(self, plan: Plan) -> None:
        """Carry out a plan for duplicates; `cleared` or `refused` says what became of it."""
        self._queue.append(Clear(plan))
        self._make_room()

    def leave_off(self) -> bool:
        """Stop clearing or putting back after the file at hand, and drop what waits.

        Returns:
            Whether something was begun, of which `cleared` tells then.
        """
        self._queue = deque(command for command in self._queue if not isinstance(command, Clear | Undo))
        if not isinstance(self._conversation.current, Clear | Undo):
            return False
        self._process.say(to_line(Stop()))
        return True

    def undo(self, run: int) -> None:
        """Take back what a run did; `cleared` or `refused` says what became of it."""
        self._queue.append(Undo(run))
        self._make_room()

    def keep_apart(self, first: Path, second: Path, *, apart: bool = True) -> None:
        """Remember that two files are no duplicates; or, if not `apart`, that they may be."""
        self._queue.append(KeepApart(first, second, apart))
        self._make_room()

    def note_change(self) -> None:
        """The library was changed, by whomever: `library_changed` follows."""
        if not self._changed.isActive():
            self._changed.start()

    def pause(self) -> None:
        """Leave off indexing until `resume`; folders may still be added and removed."""
        self._paused = True
        self._make_room()

    def resume(self) -> None:
        """Go on."""
        self._paused = False
        self._go_on()

    def restart(self) -> None:
        """Start a fresh worker where the one before came to nothing: other settings may be what helps.

        One that is at work notices by itself that settings were written, and is not torn out of what it does.
        """
        if self._process.pid and self._is_in_trouble:
            self._retry.stop()
            self._salvage()
            self._process.restart()

    def stop(self) -> None:
        """Let the worker end with whatever it is doing; nothing that was indexed is lost."""
        self._process.stop()

    def wait(self) -> None:
        """After `stop`: see it ended."""
        self._process.wait()

    def _begin(self) -> None:
        self._conversation = WriterConversation()
        if not self._is_in_trouble:
            self._set_state(Activity.STARTING)
        self._process.say(to_line(OpenLibrary(self._paths)))

    def _hear(self, line: bytes) -> None:
        try:
            event = event_from(line)
        except MessageError:
            _log.exception("the worker said something odd")
            return
        self._serve(event)

    def _serve(self, event: Event) -> None:
        match self._conversation.receive(event):
            case WriterOpened():
                self._caught_up = False
                self._fail_exhausted()
                self._advance()
            case Advance(done, total):
                self.advanced.emit(done, total)
            case CutShort() as cut_short:
                self._lost = None
                self.cut_short.emit(cut_short)
            case Progress() as progress:
                self._note_progress(progress)
            case Advisory(notice):
                self.told.emit(notice)
            case Offline(notes):
                self._unwatched = any(each.message is LibraryMessage.UNWATCHED for each in notes)
                self._note_offline(notes)
            case CommandDone(command, done):
                self._finish(command, done.summary, done.cleared)
            case OpeningFailed(failed):
                self._fail_to_open(failed.notice)
            case CommandFailed(command, failed):
                self._fail(command, failed.notice)
            case Waiting():
                _log.warning("a worker does not wait")

    def _note_progress(self, progress: Progress) -> None:
        before, self._progress = self._progress, progress
        self.progressed.emit(progress)
        if isinstance(self._conversation.current, Follow):
            self._show_following()
        if _counts(before) != _counts(progress):
            self.note_change()

    def _note_offline(self, notes: tuple[Notice, ...]) -> None:
        self._offline = notes
        self.offline_changed.emit(notes)
        self._show_following()

    def _show_following(self) -> None:
        """While it follows, it may be at work on what changed, or on what another process asked for."""
        busy = self._progress.doing in _AT_WORK or self._progress.pending > 0
        words = self.tr("Changes are noticed only every few minutes") if self._unwatched else ""
        missing = len(self._offline) - self._unwatched
        if missing:
            words = self.tr("%Ln folder(s) not connected", "", missing)
        self._set_state(Activity.WORKING if busy else Activity.FOLLOWING, "" if busy else words)

    def _finish(self, command: Command | None, summary: Summary | None, cleared: PlanReport | None) -> None:
        if cleared is not None:
            self.cleared.emit(command, cleared)
        if isinstance(command, Index) and summary is not None:
            self._caught_up = not (summary.stopped or command.folders)
            for note in summary.notes:
                self.told.emit(note)
        if command is not None and not isinstance(command, Follow):
            self.finished.emit(command, summary)
            self.library_changed.emit()
        self._advance()

    def _fail_to_open(self, notice: Notice) -> None:
        self._fail_exhausted()
        self._show_trouble(Activity.BUSY_ELSEWHERE if notice.message in _BUSY else Activity.FAILED, notice)

    def _fail(self, command: Command | None, notice: Notice) -> None:
        full = notice.message is SystemMessage.DISK_FULL
        if isinstance(command, Follow) or (isinstance(command, Index) and full):
            # Said once, where it stays to be seen for as long as it is so.
            self._caught_up = False
            self._retry.start()
            self._show_trouble(Activity.FAILED, notice)
            return
        if isinstance(command, Index):
            self._caught_up = True
        self.refused.emit(command, notice)
        self._advance()

    def _go_on(self) -> None:
        """Try again what failed for a reason that may have passed."""
        self._retry.stop()
        self._advance()

    def _advance(self) -> None:
        """Do the next thing, if nothing is being done."""
        if not self._conversation.is_free or self._retry.isActive():
            return
        wanted = self._next()
        if wanted is None:
            self._set_state(Activity.PAUSED)
            return
        self._conversation.give(wanted)
        if isinstance(wanted, Follow):
            self._progress = replace(self._progress, doing="watching", pending=0)
            self._show_following()
        else:
            self._set_state(Activity.WORKING)
        self._process.say(to_line(wanted))

    def _next(self) -> Command | None:
        for waiting in list(self._queue):
            if not (self._paused and isinstance(waiting, Index)):
                self._queue.remove(waiting)
                return waiting
        if self._paused:
            return None
        return Follow() if self._caught_up else Index()

    def _make_room(self) -> None:
        """Interrupt what may be interrupted, for what is more pressing."""
        if isinstance(self._conversation.current, Index | Follow):
            if isinstance(self._conversation.current, Index) and self._conversation.current.retry:
                self._caught_up = False
            self._process.say(to_line(Stop()))
        self._go_on()

    def _mourn(self, deaths: int) -> None:
        self._salvage()
        if self._is_in_trouble:
            return
        if deaths >= _TOLD_DEATHS:
            self._set_state(Activity.FAILED, "")

    @property
    def _is_in_trouble(self) -> bool:
        """Whether what was said last is that it goes on failing, which stands until it no longer does."""
        return self._state.activity in (Activity.BUSY_ELSEWHERE, Activity.FAILED)

    def _salvage(self) -> None:
        """What a dead worker had not done is asked of the next one."""
        command = self._conversation.lose()
        if isinstance(command, Add | Remove | KeepApart):
            self._queue.appendleft(command)
        elif isinstance(command, Clear | Undo):
            # Whether to go on is for the person to say; how far it came, the next worker finds out.
            self._lost = command
        self._caught_up = False

    def _fail_exhausted(self) -> None:
        """Tell of a plan that died with its worker and left nothing half done."""
        command, self._lost = self._lost, None
        if command is not None:
            self.refused.emit(command, ClearingMessage.CUT_SHORT().advising(Remedy.SEE_HISTORY()))

    def _show_trouble(self, activity: Activity, notice: Notice) -> None:
        self._take_on(WorkerState(activity, describe(notice), notice))

    def _set_state(self, activity: Activity, words: str = "") -> None:
        self._take_on(WorkerState(activity, words))

    def _take_on(self, state: WorkerState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


_BUSY = frozenset({LibraryMessage.BUSY, LibraryMessage.WORDS_BUSY})
_AT_WORK = frozenset({"indexing", "changing", "publishing"})


def _counts(progress: Progress) -> tuple[int, ...]:
    return (progress.indexed + progress.unchanged, progress.skipped, progress.failed, progress.removed)
