"""Client of the writer: a queue of commands, and signals for their outcomes."""

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
    Arrived,
    Clear,
    Follow,
    Forget,
    GoOnNow,
    Index,
    Offline,
    OpenLibrary,
    Remove,
    Stop,
    Undo,
    UserChoice,
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
from findling.ui.ipc.writer_activity import Activity, WriterState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.library import Summary
    from findling.domain.plans import Plan, PlanReport
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event

_CHANGED_MS = 1_000
_REPORTED_DEATHS = 3
_RETRY_MS = 60_000

_log = logging.getLogger(__name__)


class WriterLink(QObject):
    """Client of the writer.

    Left alone, it brings the library up to date and then follows changes. What is asked of it in between interrupts
    that, is carried out in order, and survives the death of the process; the work goes on where it was.
    """

    state_changed = Signal(WriterState)
    progressed = Signal(Progress)
    offline_changed = Signal(object)
    """Tuple of notices about folders that cannot be followed now, or not at once."""
    library_changed = Signal()
    """The index changed; emitted at most once a second."""
    noticed = Signal(object)
    """`Notice` about something that stops nothing."""
    arrived = Signal(object)
    """Tuple of `CheckedFile`: files that came, each like others of the library."""
    finished = Signal(object, object)
    """A finished command, and the `Summary` of an index run or None."""
    cleared = Signal(object, object)
    """A finished `Clear` or `Undo`, and its `PlanReport`."""
    advanced = Signal(int, int)
    """Finished steps of a plan or an undo, and their total."""
    cut_short = Signal(object)
    """`CutShort` of a plan that a crash interrupted and that is consistent again."""
    refused = Signal(object, object)
    """A command that failed, and the `Notice` of why."""

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
        self._interrupted_plan: Clear | Undo | None = None
        self._paused = False
        self._caught_up = False
        self._state = WriterState(Activity.STARTING)
        self._progress = Progress()
        self._offline: tuple[Notice, ...] = ()
        self._unwatched = False
        self._process = JsonLineProcess(command or build_command(ProcessRole.WRITER), delays=delays, parent=self)
        self._process.started.connect(self._begin)
        self._process.line_received.connect(self._receive)
        self._process.exited.connect(self._handle_exit)
        self._retry = QTimer(self, singleShot=True, interval=retry_ms)
        self._retry.timeout.connect(self._resume_work)
        self._changed = QTimer(self, singleShot=True, interval=_CHANGED_MS)
        self._changed.timeout.connect(self.library_changed)

    @property
    def state(self) -> WriterState:
        """Return the writer's state."""
        return self._state

    @property
    def progress(self) -> Progress:
        """Return the last known progress."""
        return self._progress

    @property
    def pid(self) -> int:
        """Return the process id; 0 while none runs."""
        return self._process.pid

    def start(self) -> None:
        """Start the writer, which indexes the library and then follows changes."""
        self._process.start()

    def add(self, folder: Path, exclude: tuple[str, ...] | None = None) -> None:
        """Add a folder, or change the rules of one, and index it."""
        self._caught_up = False
        self._ask(Add(folder, exclude))

    def remove(self, folder: Path) -> None:
        """Remove a folder."""
        self._ask(Remove(folder))

    def forget(self, folder: Path) -> None:
        """Forget the files of a folder that are kept though they are not there."""
        self._ask(Forget(folder))

    def index(self, folders: tuple[Path, ...] = (), *, retry: bool = False) -> None:
        """Index folders, by default all; with `retry` also files that failed."""
        self._ask(Index(folders, retry))

    def clear(self, plan: Plan) -> None:
        """Carry out a plan for duplicates; `cleared` or `refused` follows."""
        self._ask(Clear(plan))

    def cancel_plan(self) -> bool:
        """Stop clearing or undoing after the current file, and drop what is queued.

        Returns:
            Whether something was begun, of which `cleared` tells then.
        """
        self._queue = deque(command for command in self._queue if not isinstance(command, Clear | Undo))
        if not isinstance(self._conversation.current, Clear | Undo):
            return False
        self._process.send(to_line(Stop()))
        return True

    def undo(self, run: int) -> None:
        """Undo a run; `cleared` or `refused` follows."""
        self._ask(Undo(run))

    def store(self, choice: UserChoice) -> None:
        """Store what the user says of files; `finished` or `refused` follows."""
        self._ask(choice)

    def note_change(self) -> None:
        """Schedule `library_changed`."""
        if not self._changed.isActive():
            self._changed.start()

    def go_on_now(self) -> None:
        """Have the work done with all cores and on battery too, until it is done."""
        self._process.send(to_line(GoOnNow()))

    def pause(self) -> None:
        """Stop indexing until `resume`; folders may still be added and removed."""
        self._paused = True
        self._preempt()

    def resume(self) -> None:
        """Resume indexing."""
        self._paused = False
        self._resume_work()

    def restart(self) -> None:
        """Restart a writer that failed, as changed settings may help.

        One that is at work notices by itself that settings were written, and is not torn out of what it does.
        """
        if self._process.pid and self._is_failing:
            self._retry.stop()
            self._requeue()
            self._process.restart()

    def stop(self) -> None:
        """Let the writer end; nothing that was indexed is lost."""
        self._process.stop()

    def wait(self) -> None:
        """Wait after `stop` for the process to end."""
        self._process.wait()

    def _begin(self) -> None:
        self._conversation = WriterConversation()
        if not self._is_failing:
            self._set_state(Activity.STARTING)
        self._process.send(to_line(OpenLibrary(self._paths)))

    def _receive(self, line: bytes) -> None:
        try:
            event = event_from(line)
        except MessageError:
            _log.exception("the writer said something odd")
            return
        self._handle(event)

    def _handle(self, event: Event) -> None:
        match self._conversation.receive(event):
            case WriterOpened():
                self._caught_up = False
                self._refuse_interrupted()
                self._advance()
            case Advance(done, total):
                self.advanced.emit(done, total)
            case CutShort() as cut_short:
                self._interrupted_plan = None
                self.cut_short.emit(cut_short)
            case Progress() as progress:
                self._note_progress(progress)
            case Advisory(notice):
                self.noticed.emit(notice)
            case Arrived(files):
                self.arrived.emit(files)
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
                _log.warning("a writer does not wait")

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
        """Show whether the writer idles, or works on changes."""
        busy = self._progress.doing in _AT_WORK or self._progress.pending + self._progress.unembedded > 0
        words = self.tr("Changes are noticed only every few minutes") if self._unwatched else ""
        if missing := len(self._offline) - self._unwatched:
            words = self.tr("%Ln folder(s) not connected", "", missing)
        self._set_state(Activity.WORKING if busy else Activity.FOLLOWING, "" if busy else words)

    def _finish(self, command: Command | None, summary: Summary | None, cleared: PlanReport | None) -> None:
        if cleared is not None:
            self.cleared.emit(command, cleared)
        if isinstance(command, Index) and summary is not None:
            self._caught_up = not (summary.stopped or command.folders)
            for note in summary.notes:
                self.noticed.emit(note)
        if command is not None and not isinstance(command, Follow):
            self.finished.emit(command, summary)
            self.library_changed.emit()
        self._advance()

    def _fail_to_open(self, notice: Notice) -> None:
        self._refuse_interrupted()
        self._show_failure(Activity.BUSY_ELSEWHERE if notice.message in _BUSY else Activity.FAILED, notice)

    def _fail(self, command: Command | None, notice: Notice) -> None:
        full = notice.message is SystemMessage.DISK_FULL
        if isinstance(command, Follow) or (isinstance(command, Index) and full):
            # Said once, where it stays to be seen for as long as it is so.
            self._caught_up = False
            self._retry.start()
            self._show_failure(Activity.FAILED, notice)
            return
        if isinstance(command, Index):
            self._caught_up = True
        self.refused.emit(command, notice)
        self._advance()

    def _resume_work(self) -> None:
        """Retry what failed for a reason that may have passed."""
        self._retry.stop()
        self._advance()

    def _advance(self) -> None:
        """Send the next command if none is being carried out."""
        if not self._conversation.is_free or self._retry.isActive():
            return
        wanted = self._next()
        if wanted is None:
            self._set_state(Activity.PAUSED)
            return
        self._conversation.give(wanted)
        if isinstance(wanted, Follow):
            self._progress = replace(self._progress, doing="watching", pending=0, unembedded=0)
            self._show_following()
        else:
            self._set_state(Activity.WORKING)
        self._process.send(to_line(wanted))

    def _next(self) -> Command | None:
        for waiting in list(self._queue):
            if not (self._paused and isinstance(waiting, Index)):
                self._queue.remove(waiting)
                return waiting
        if self._paused:
            return None
        return Follow() if self._caught_up else Index()

    def _ask(self, command: Command) -> None:
        self._queue.append(command)
        self._preempt()

    def _preempt(self) -> None:
        """Interrupt indexing and following for a command that is more urgent."""
        if isinstance(self._conversation.current, Index | Follow):
            if isinstance(self._conversation.current, Index) and self._conversation.current.retry:
                self._caught_up = False
            self._process.send(to_line(Stop()))
        self._resume_work()

    def _handle_exit(self, deaths: int) -> None:
        self._requeue()
        if deaths >= _REPORTED_DEATHS and not self._is_failing:
            self._set_state(Activity.FAILED, "")

    @property
    def _is_failing(self) -> bool:
        """Return whether a failure is shown."""
        return self._state.activity in (Activity.BUSY_ELSEWHERE, Activity.FAILED)

    def _requeue(self) -> None:
        """Queue the command of a writer that died again."""
        command = self._conversation.lose()
        if isinstance(command, Add | Remove | Forget | UserChoice):
            self._queue.appendleft(command)
        elif isinstance(command, Clear | Undo):
            # The user decides whether to continue; the next writer finds out how far it came.
            self._interrupted_plan = command
        self._caught_up = False

    def _refuse_interrupted(self) -> None:
        """Refuse a plan that died with its writer and left nothing half done."""
        command, self._interrupted_plan = self._interrupted_plan, None
        if command is not None:
            self.refused.emit(command, ClearingMessage.CUT_SHORT().advising(Remedy.SEE_HISTORY()))

    def _show_failure(self, activity: Activity, notice: Notice) -> None:
        self._apply_state(WriterState(activity, describe(notice), notice))

    def _set_state(self, activity: Activity, words: str = "") -> None:
        self._apply_state(WriterState(activity, words))

    def _apply_state(self, state: WriterState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


_BUSY = frozenset({LibraryMessage.BUSY, LibraryMessage.WORDS_BUSY})
_AT_WORK = frozenset({"indexing", "changing", "publishing", "recognising", "grouping"})


def _counts(progress: Progress) -> tuple[int, ...]:
    searchable = progress.indexed + progress.unchanged
    return (searchable, progress.unembedded, progress.skipped, progress.failed, progress.removed)
