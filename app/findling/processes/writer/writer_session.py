"""Session with an open library: commands of its own client, and requests of other processes."""

from __future__ import annotations

import errno
import logging
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from findling.domain.library import Progress
from findling.errors import DiskFullError, FindlingError, WorkerError
from findling.ipc.failures import Failed
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.processes.writer.messages import (
    Add,
    Advance,
    Arrived,
    Clear,
    Done,
    Follow,
    Forget,
    Index,
    Offline,
    Remove,
    Undo,
)
from findling.processes.writer.request_mailbox import Inbox
from findling.processes.writer.stored_choices import store_choice
from findling.sharing.shared_folders import is_inside, read_shared, withdraw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.domain.duplicate_check import CheckedFile
    from findling.domain.library import Summary
    from findling.domain.plans import CutShort, Plan, PlanReport
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event
    from findling.processes.writer.settings_watch import SettingsWatch
    from findling.settings import Settings
    from findling.storage.database import Database

_REPORT_SECONDS = 0.2
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})

_log = logging.getLogger(__name__)


class Writer(Protocol):
    """Write side of a library, as `indexing.indexer.Indexer` is one."""

    database: Database

    def adopt(self, settings: Settings) -> None:
        """Apply other settings from the next command on."""

    def add(self, folder: Path, exclude: tuple[str, ...] | None) -> object:
        """Add a folder."""

    def remove(self, folder: Path) -> int:
        """Remove a folder; return how many files it had."""

    def forget_absent(self, directory: Path) -> int:
        """Forget files below a folder that are kept though absent; return how many they were."""

    def index(
        self,
        folders: Sequence[Path],
        *,
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        retry: bool = False,
        arrived: Callable[[tuple[CheckedFile, ...]], None],
    ) -> Summary:
        """Bring folders up to date; `should_stop` is asked several times a second.

        `arrived` gets known files that came.
        """

    def follow(
        self,
        report: Callable[[Progress], None],
        should_stop: Callable[[], bool],
        offline: Callable[[tuple[Notice, ...]], None],
        arrived: Callable[[tuple[CheckedFile, ...]], None],
    ) -> None:
        """Keep the library up to date; `offline` gets the reasons why folders cannot be followed."""

    def clear(self, plan: Plan, should_stop: Callable[[], bool], report: Callable[[int, int], None]) -> PlanReport:
        """Carry out a plan; `report` gets the steps that are through and their number."""

    def undo(self, run: int, should_stop: Callable[[], bool], report: Callable[[int, int], None]) -> PlanReport:
        """Undo a run."""

    def recover(self) -> tuple[CutShort, ...]:
        """Finish or undo what was cut short the last time, and report it."""

    def close(self) -> None:
        """Close the library."""


class WriterSession:
    """Session with an open library; used by one thread.

    Args:
        writer: already open.
        paths: the library; its requests are served, and its log is named in messages about bugs.
        send: takes events for the client that started the process.
        settings: in force; those written meanwhile are applied, in the middle of a run too.
        go_on_now: lifts what limits the work.
        note_waiting: gets whether work waits for mains power, for other processes to know.
        note_work: called whenever the library may have changed.
        is_ending: whether the process is about to end, which the user did not ask for: a plan that is being carried
            out is then reported at the next start.
    """

    def __init__(
        self,
        writer: Writer,
        paths: LibraryPaths,
        send: Callable[[Event], None],
        settings: SettingsWatch,
        *,
        go_on_now: Callable[[], None] = lambda: None,
        note_waiting: Callable[[bool], None] = lambda _: None,
        note_work: Callable[[], None] = lambda: None,
        is_ending: Callable[[], bool] = lambda: False,
    ) -> None:
        self._writer = writer
        self._go_on_now = go_on_now
        self._note_waiting = note_waiting
        self._note_work = note_work
        self._waits = False
        self._send = send
        self._settings = settings
        self._is_ending = is_ending
        self._paths = paths
        self._log = paths.log
        self._inbox = Inbox(paths.requests)
        self._inbox.clean()

    def recover(self) -> None:
        """Finish or undo what was cut short the last time, and report it to the own client."""
        for each in self._writer.recover():
            self._send(each)

    def serve(self, command: Command, should_stop: Callable[[], bool]) -> None:
        """Carry out a command of the own client."""
        attempt(lambda: self._perform(command, self._send, should_stop, is_own=True), self._send, self._log)
        self._note_work()

    def serve_requests(self, should_stop: Callable[[], bool]) -> None:
        """Carry out the requests of other processes, oldest first."""
        while not should_stop() and (taken := self._inbox.take()):
            request, command = taken
            self._serve_request(request, command, should_stop)

    def _serve_request(self, request: Path, command: Command, should_stop: Callable[[], bool]) -> None:
        last = None

        def answer(event: Event) -> None:
            nonlocal last
            if isinstance(event, Progress):
                # What is done for others is done to the library that the own client shows.
                last = event
                self._send(event)
            try:
                self._inbox.answer(request, event)
            except OSError:  # who asked cannot be told, which must not keep the others from being served
                _log.exception("a request could not be answered")
                request.unlink(missing_ok=True)

        def is_unwanted() -> bool:
            return should_stop() or not request.exists()

        attempt(lambda: self._perform(command, answer, is_unwanted), answer, self._log)
        self._note_work()
        if last is not None:
            self._send(replace(last, doing="watching", path=""))

    def _remove(self, folder: Path) -> int:
        """Remove a folder; added again one day, nothing of it is shared unasked."""
        forgotten = self._writer.remove(folder)
        if any(is_inside(shared, [folder]) for shared in read_shared(self._paths)):
            withdraw(self._paths, folder)
        return forgotten

    def _perform(
        self,
        command: Command,
        send: Callable[[Event], None],
        should_stop: Callable[[], bool],
        *,
        is_own: bool = False,
    ) -> Done:
        self._adopt()
        match command:
            case Add(folder, exclude):
                self._writer.add(folder, exclude)
                return Done()
            case Remove(folder):
                return Done(forgotten=self._remove(folder))
            case Forget(folder):
                return Done(forgotten=self._writer.forget_absent(folder))
            case Index():
                if command.now:
                    self._go_on_now()
                return Done(self._index(command, self._noting(send), should_stop, is_own=is_own))
            case Clear(plan):
                return Done(cleared=self._writer.clear(plan, self._or_abandon(should_stop), _throttle_steps(send)))
            case Undo(run):
                return Done(cleared=self._writer.undo(run, self._or_abandon(should_stop), _throttle_steps(send)))
            case Follow():
                self._follow(self._noting(send), should_stop)
                return Done()
        return store_choice(self._writer.database, command)

    def _or_abandon(self, should_stop: Callable[[], bool]) -> Callable[[], bool]:
        """Stop when asked to; where the process ends, abandon the work as a crash would."""

        def is_over() -> bool:
            if self._is_ending():
                raise WorkerError(SystemMessage.WORKER_ENDED())
            return should_stop()

        return is_over

    def _index(
        self, command: Index, report: Callable[[Progress], None], should_stop: Callable[[], bool], *, is_own: bool
    ) -> Summary:
        """Bring folders up to date, with new settings from where these were written.

        What others ask for is not left waiting until there is mains power.
        """

        def is_over() -> bool:
            return should_stop() or self._settings.has_news() or (is_own and self._waits and self._inbox.is_waiting())

        index = partial(
            self._writer.index,
            command.folders,
            report=report,
            should_stop=is_over,
            retry=command.retry,
            arrived=self._tell_arrivals,
        )
        summary = index()
        while summary.stopped and not should_stop():
            self._adopt()
            if is_own:
                self.serve_requests(should_stop)
            summary = _add_up(summary, index())
        self._note(waits=False)
        return summary

    def _follow(self, report: Callable[[Progress], None], should_stop: Callable[[], bool]) -> None:
        """Follow the folders, with pauses to serve requests and apply settings."""

        def is_over() -> bool:
            return should_stop() or self._inbox.is_waiting() or self._settings.has_news()

        while not should_stop():
            self._adopt()
            self._writer.follow(report, is_over, lambda notes: self._send(Offline(notes)), self._tell_arrivals)
            self._note(waits=False)
            self.serve_requests(should_stop)

    def _noting(self, send: Callable[[Event], None]) -> Callable[[Progress], None]:
        """Throttle progress, and note at once that there is some, and whether the work waits."""
        report = _throttle(send)

        def note(progress: Progress) -> None:
            self._note(waits=progress.doing == "waiting")
            self._note_work()
            report(progress)

        return note

    def _note(self, *, waits: bool) -> None:
        if waits != self._waits:
            self._waits = waits
            self._note_waiting(waits)

    def _tell_arrivals(self, files: tuple[CheckedFile, ...]) -> None:
        self._send(Arrived(files))

    def _adopt(self) -> None:
        """Apply settings that were written."""
        if settings := self._settings.take():
            _log.info("the settings were written again")
            self._writer.adopt(settings)


def attempt(action: Callable[[], Event], send: Callable[[Event], None], log: Path) -> bool:
    """Send the result of `action`, or `Failed`; tell whether it succeeded. Bugs are logged."""
    try:
        event = action()
    except Exception as error:  # noqa: BLE001 - the boundary at which bugs become messages
        cause = _find_full_disk(error) or error
        if isinstance(cause, FindlingError):
            send(Failed.of(cause))
            return False
        _log.exception("a command failed")
        send(Failed.of_bug(error, Remedy.NOTHING_INDEXED_LOST(), Remedy.REPORT(file=log)))
    else:
        send(event)
        return True
    return False


def _add_up(before: Summary, after: Summary) -> Summary:
    """Sum up two runs as one: what the first one read the second one found unchanged."""
    again = min(before.indexed, after.unchanged)
    return replace(
        after,
        indexed=after.indexed + again,
        unchanged=after.unchanged - again,
        removed=before.removed + after.removed,
        chunks=before.chunks + after.chunks,
        seconds=before.seconds + after.seconds,
    )


def _find_full_disk(error: BaseException | None) -> DiskFullError | None:
    """Find a full disk among the causes of an error: it often causes others, which say less."""
    while error is not None:
        if isinstance(error, DiskFullError):
            return error
        if isinstance(error, OSError) and error.errno in _FULL:
            return DiskFullError.needing()
        error = error.__cause__ or error.__context__
    return None


def _throttle_steps(send: Callable[[Event], None]) -> Callable[[int, int], None]:
    """Throttle the progress of a plan to five reports a second."""
    last = time.monotonic()

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _REPORT_SECONDS:
            last = now
            send(Advance(done, total))

    return report


def _throttle(send: Callable[[Event], None]) -> Callable[[Progress], None]:
    """Throttle progress to five reports a second, but pass each change of activity and each end.

    Else a file last seen waiting would seem to wait for ever.
    """
    last = (0.0, "", 0)

    def report(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        waiting = progress.pending + progress.unembedded
        is_end = not waiting and last[2]
        if progress.doing != last[1] or is_end or now - last[0] >= _REPORT_SECONDS:
            last = (now, progress.doing, waiting)
            send(progress)

    return report
