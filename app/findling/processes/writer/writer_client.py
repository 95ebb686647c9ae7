"""Client of the writer: of one of its own, or of the one that runs already."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from findling.domain.library import Progress, Summary
from findling.domain.plans import CutShort, PlanReport
from findling.errors import FindlingError, LibraryBusyError, WorkerError
from findling.ipc.command import ProcessRole, build_command
from findling.paths import absolute
from findling.processes.writer.messages import (
    Add,
    Advance,
    Advisory,
    Arrived,
    ChooseLabel,
    Clear,
    Done,
    Follow,
    Forget,
    ForgetJudgements,
    Index,
    JudgeAnswers,
    KeepApart,
    Offline,
    Remove,
    RemoveLabel,
    RenameLabel,
    Stop,
    Undo,
    UndoLabelAct,
    Waiting,
    WatchLabel,
)
from findling.processes.writer.request_mailbox import POLL_SECONDS, Outbox
from findling.processes.writer.writer_conversation import (
    CommandDone,
    CommandFailed,
    OpeningFailed,
    WriterConversation,
    WriterOpened,
)
from findling.processes.writer.writer_lock import busy_error, find_holder
from findling.processes.writer.writer_process import WriterProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path
    from typing import Self, TypeAlias

    from findling.domain.judgements import JudgedAnswer
    from findling.domain.labels import LabelAct, LabelChoice
    from findling.domain.plans import Plan
    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event

    News: TypeAlias = Waiting | Progress | Advisory | Offline | Arrived | Advance | Done

_UNKNOWN = PlanReport(0, ())


class WriterClient:
    """Client that has one command at a time carried out.

    Where another process holds the writer's lock, the commands are left to that one.

    Attributes:
        cut_short: runs that had ended before their time, which the writer finished or undid at its start.
    """

    def __init__(
        self, paths: LibraryPaths, command: Sequence[str], tell: Callable[[CutShort], None], *, verbose: bool
    ) -> None:
        self._paths = paths
        self._command = command
        self._tell = tell
        self._verbose = verbose
        self._process: WriterProcess | None = None
        self._conversation = WriterConversation()
        self._stopped = threading.Event()
        self.cut_short: tuple[CutShort, ...] = ()

    @classmethod
    def start(
        cls,
        paths: LibraryPaths,
        *,
        verbose: bool = False,
        command: Sequence[str] | None = None,
        tell: Callable[[CutShort], None] = lambda _: None,
    ) -> WriterClient:
        """Start a writer on a library, if no other process has one.

        Args:
            paths: the library; its folders are made.
            verbose: log everything, and let the writer use this process's standard error.
            command: the program to start; the writer by default.
            tell: called once with each run that had ended before its time.

        Raises:
            LibraryError: the library cannot be opened.
            WorkerError: the writer cannot be started, or ends at once.
        """
        paths.create()
        client = cls(paths, command or build_command(ProcessRole.WRITER), tell, verbose=verbose)
        client._connect()
        return client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the writer whatever it is doing, within three seconds; nothing indexed is lost."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def add(self, folder: Path, exclude: tuple[str, ...] | None = None) -> None:
        """Add a folder; raises what the writer refused it with."""
        self._finish(Add(absolute(folder), exclude))

    def remove(self, folder: Path) -> int:
        """Remove a folder; return how many files it had."""
        return self._finish(Remove(absolute(folder))).forgotten

    def forget(self, folder: Path) -> int:
        """Forget files below a folder that are kept though absent; return how many they were."""
        return self._finish(Forget(absolute(folder))).forgotten

    def index(self, folders: Sequence[Path] = (), *, retry: bool = False, now: bool = False) -> Iterator[News]:
        """Bring folders up to date, all of the library where none is named; `now` as in `Index`.

        Yields:
            `Waiting` where another process has to do it, `Progress` at most five times a second, `Advisory`, and last
            `Done`, with the summary.

        Raises:
            FindlingError: it could not be done.
            WorkerError: the writer ended.
        """
        return self._perform(Index(tuple(map(absolute, folders)), retry, now))

    def clear(self, plan: Plan, report: Callable[[int, int], None] = lambda _done, _total: None) -> PlanReport:
        """Carry out a plan for duplicates; `report` gets the number of steps done and of all.

        The report is empty where another process carries it out and `stop` was called.

        Raises:
            FindlingError: the library cannot be written.
            WorkerError: the writer ended; what it did is in the history.
        """
        return self._finish(Clear(plan), report).cleared or _UNKNOWN

    def undo(self, run: int, report: Callable[[int, int], None] = lambda _done, _total: None) -> PlanReport:
        """Undo a run of the history as `clear` carries out a plan; `UsageError` where there is none."""
        return self._finish(Undo(run), report).cleared or _UNKNOWN

    def keep_apart(self, first: Path, second: Path, *, apart: bool = True) -> None:
        """Declare two files to be no duplicates, or revoke that."""
        self._finish(KeepApart(absolute(first), absolute(second), apart))

    def choose_label(self, name: str, files: Sequence[Path], choice: LabelChoice) -> None:
        """Give a label to files, refuse it or take it from them."""
        self._finish(ChooseLabel(name, tuple(map(absolute, files)), choice))

    def remove_label(self, name: str) -> None:
        """Remove a label from all files."""
        self._finish(RemoveLabel(name))

    def rename_label(self, name: str, new_name: str, *, merge: bool = False) -> None:
        """Give a label another name; `UsageError` where another one has it, unless told to `merge`."""
        self._finish(RenameLabel(name, new_name, merge))

    def undo_label_act(self, name: str = "") -> LabelAct | None:
        """Undo and return the last act with a label, or with any.

        Raises:
            UsageError: there was none.
        """
        return self._finish(UndoLabelAct(name)).undone

    def judge_answers(self, question: str, answers: Sequence[JudgedAnswer]) -> None:
        """Store which documents answer a question."""
        self._finish(JudgeAnswers(question, tuple(answers)))

    def forget_judgements(self) -> None:
        """Delete all that was judged."""
        self._finish(ForgetJudgements())

    def watch_label(self, name: str, *, watched: bool) -> None:
        """Suggest a label for new files from now on, or not any more."""
        self._finish(WatchLabel(name, watched))

    def follow(self) -> Iterator[News]:
        """Keep the library up to date until `stop`.

        Raises:
            LibraryBusyError: another process writes to the library.
            WorkerError: the writer ended.
        """
        if self._process is None and not self._connect():
            raise busy_error(find_holder(self._paths))
        return self._perform(Follow())

    @property
    def was_stopped(self) -> bool:
        """True if `stop` was called for the latest command."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Stop the command, which then yields its `Done`; may be called in a signal handler."""
        self._stopped.set()
        if self._process is not None:
            self._process.send(Stop())

    def _finish(self, command: Command, report: Callable[[int, int], None] = lambda _done, _total: None) -> Done:
        for event in self._perform(command):
            if isinstance(event, Advance):
                report(event.done, event.total)
            elif isinstance(event, Done):
                return event
        raise AssertionError("a command ends with what became of it")

    def _perform(self, command: Command) -> Iterator[News]:
        self._stopped.clear()
        while self._process is None and not self._connect():
            if (yield from self._request(command)):
                return
        assert self._process is not None
        self._conversation.give(command)
        self._process.send(command)
        try:
            yield from _until_done(self._conversation, self._process.receive())
        except WorkerError:
            self.close()
            raise

    def _connect(self) -> bool:
        """Start a writer of our own; False where another process holds the lock."""
        if find_holder(self._paths) is not None:
            return False
        process = WriterProcess(self._command, self._paths, verbose=self._verbose)
        self._conversation = WriterConversation()
        try:
            for event in process.receive():
                match self._conversation.receive(event):
                    case OpeningFailed(failed):
                        raise failed.to_error()
                    case CutShort() as cut_short:
                        self.cut_short += (cut_short,)
                        self._tell(cut_short)
                    case WriterOpened():
                        break
        except LibraryBusyError:
            process.close()
            return False
        except FindlingError:
            process.close()
            raise
        self._process = process
        return True

    def _request(self, command: Command) -> Generator[News, None, bool]:
        """Leave a command to the holder of the lock; False if that ends first."""
        yield Waiting(find_holder(self._paths))
        outbox = Outbox(self._paths.requests, command)
        theirs = WriterConversation(is_open=True)
        theirs.give(command)
        last = Progress()
        try:
            for event in outbox.answers(lambda: find_holder(self._paths) is not None):
                if isinstance(event, Progress):
                    last = event
                if event is not None:
                    yield from _until_done(theirs, iter([event]))
                if isinstance(event, Done):
                    return True
                if self._stopped.is_set():
                    yield Done(_summarize(last))
                    return True
        finally:
            outbox.withdraw()
        # Long enough for a process that has just taken the lock to say who it is.
        time.sleep(POLL_SECONDS)
        return False


def _until_done(conversation: WriterConversation, events: Iterator[Event]) -> Iterator[News]:
    for event in events:
        match conversation.receive(event):
            case CommandFailed(_, failed) | OpeningFailed(failed):
                raise failed.to_error()
            case CommandDone(_, done):
                yield done
                return
            case Waiting() | Progress() | Advisory() | Offline() | Arrived() | Advance() as news:
                yield news


def _summarize(progress: Progress) -> Summary:
    """Summarise a run by its last progress."""
    names = ("found", "indexed", "unchanged", "skipped", "failed", "removed", "chunks", "seconds")
    waiting = ("pending", "unembedded")
    return Summary(**{name: getattr(progress, name) for name in (*names, *waiting)}, stopped=True)
