"""Thread of the writer that publishes the user's shares by itself, once changes are at rest."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.ipc.failures import Failed
from findling.messages.remedy_templates import Remedy
from findling.messages.team_templates import TeamMessage
from findling.storage.database import Database
from findling.team.membership import read_membership
from findling.team.publication_pace import PublicationPace
from findling.team.publication_state import PublicationState, read_publication_state, write_publication_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.team.membership import Membership
    from findling.team.publication import PublicationReport

_LOOK_SECONDS = 2.0
"""Time between looks at whether another process joined or left a shared library, or shared otherwise."""

_log = logging.getLogger(__name__)


class TeamPublisher:
    """Publishes what the user shares while the library is being written to.

    What there is to publish is told by a mark on the server, which is written with what it speaks of: nothing is lost
    whatever ends when.

    Args:
        paths: the library.
        tell: gets what the user should know: that it fails, once, and that it works again.
        pace: when it publishes.
        look_seconds: as `_LOOK_SECONDS`.
    """

    def __init__(
        self,
        paths: LibraryPaths,
        tell: Callable[[Notice], None],
        pace: PublicationPace | None = None,
        look_seconds: float = _LOOK_SECONDS,
    ) -> None:
        self._paths = paths
        self._tell = tell
        self._pace = pace or PublicationPace()
        self._look_seconds = look_seconds
        self._woken = threading.Event()
        self._ending = threading.Event()
        self._told: object = None
        self._version: tuple[int, int] | None = None
        self._thread = threading.Thread(target=self._run, name="publish", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def note_change(self) -> None:
        """Take in that the library may have changed; any thread may say so."""
        self._woken.set()

    def close(self) -> None:
        """End after the transaction under way, without waiting: a server may be slow to answer."""
        self._ending.set()
        self._woken.set()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._ending.is_set():
                self._look()
        except Exception as error:  # noqa: BLE001 - nobody else would hear of a bug in a thread
            _log.exception("publishing failed")
            self._tell(Failed.of_bug(error, Remedy.REPORT(file=self._paths.log)).notice)

    def _look(self) -> None:
        """Publish if it is time to; else wait until it may be."""
        now = time.monotonic()
        version = self._read_version()
        if version != self._version:
            self._version = version
            self._pace.begin_anew(now)
        due = self._pace.due_in(now) if version is not None else None
        if due is not None and due <= 0:
            self._publish()
            return
        if self._woken.wait(self._look_seconds if due is None else min(due, self._look_seconds)):
            self._woken.clear()
            self._pace.note_change(time.monotonic())

    def _read_version(self) -> tuple[int, int] | None:
        """Return what changes whenever the membership is written; None where there is none."""
        try:
            found = self._paths.membership.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino

    def _publish(self) -> None:
        # Who has joined no shared library does without what it takes.
        import findling.team.team_library  # noqa: F401 - not to be counted as work

        self._pace.begin()
        started = time.thread_time()
        try:
            membership = read_membership(self._paths)
            is_in_step = membership is not None and self._bring_in_step(membership)
        except _EndedError:
            return
        except FindlingError as error:
            self._pace.note_failure(time.monotonic())
            self._note_failure(error.notice)
            return
        self._pace.note_done(time.monotonic(), time.thread_time() - started)
        if is_in_step:
            self._note_success()

    def _bring_in_step(self, membership: Membership) -> bool:
        """Publish what there is; return False where nothing is embedded yet."""
        from findling.team.team_library import TeamLibrary

        with closing(Database.open_for_reading(self._paths.database, self._paths.key)) as database:
            if database.spaces.active() is None:
                return False
            with TeamLibrary.open(membership) as team:
                team.publish(database, self._stop_at_end)
        return True

    def _stop_at_end(self, _: PublicationReport) -> None:
        if self._ending.is_set():
            raise _EndedError

    def _note_failure(self, reason: Notice) -> None:
        self._store(replace(read_publication_state(self._paths), failure=reason))
        if self._told is not reason.message:
            self._told = reason.message
            self._tell(TeamMessage.PUBLISHED_LATER(reason=reason))
        _log.warning("not published: %s", reason)

    def _note_success(self) -> None:
        self._store(PublicationState(time.time_ns()))
        if self._told is not None:
            self._told = None
            self._tell(TeamMessage.IN_STEP_AGAIN())

    def _store(self, state: PublicationState) -> None:
        try:
            write_publication_state(self._paths, state)
        except OSError as error:  # what is told of it is then older
            _log.warning("the state of what is published cannot be noted: %s", error)


class _EndedError(Exception):
    """The process is about to end."""
