"""Sandbox for parsing untrusted files: one at a time, in a child with limits on time and memory."""

from __future__ import annotations

import contextlib
import functools
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import psutil

from findling.domain.files import Reason
from findling.errors import ExtractionError, WorkerError
from findling.extraction.previews.preview_protocol import NEEDLE_LIMIT, WIDTHS
from findling.extraction.sandbox.file_opener import FileOpener
from findling.extraction.sandbox.idle_timeout import IdleTimeout
from findling.extraction.sandbox.parser_process import Budget, ChildEndedError, ParserProcess, StageLimits
from findling.extraction.sandbox.parser_protocol import (
    Beat,
    Decide,
    Draw,
    Drawn,
    Open,
    Opened,
    Parsed,
    Ready,
    Recognise,
    Recognised,
    Refused,
    Show,
    Shown,
)
from findling.extraction.sandbox.read_outcome import ReadOutcome
from findling.extraction.secret_files import refuse_secret_place
from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from findling.domain.preview import PageImage, Preview
    from findling.extraction.sandbox.parser_protocol import Answer, Request

_POLL_SECONDS = 0.1
_STARTS = 3
_TRIES = 2
_MB = 1_000_000

_T = TypeVar("_T", bound="Answer")


@dataclass(frozen=True, slots=True)
class SandboxLimits:
    """Limits on the cost of a file, and on the use of one child.

    Attributes:
        cpu: seconds of computing for a file, to which `cpu_per_mb` is added for each MB of it.
        cpu_per_page, cpu_paged: seconds of computing for a page and in total, for files with pages of their own (PDF).
        wall_factor: seconds on the wall for each second of computing allowed.
        silence: seconds with neither computing nor a sign of life.
        reading: seconds on the wall for reading a file's bytes.
        showing, drawing: seconds of computing for a preview, and for a page of one.
        recognising: seconds of computing for the text on a page.
        memory: resident bytes.
        idle_memory: resident bytes above which a child is replaced after a file.
        idle: seconds without a file after which a child is ended; the next file starts another.
        start: seconds in which a child must be ready.
    """

    cpu: float = 20.0
    cpu_per_mb: float = 1.0
    cpu_per_page: float = 10.0
    cpu_paged: float = 300.0
    wall_factor: float = 12.0
    silence: float = 60.0
    reading: float = 600.0
    showing: float = 15.0
    drawing: float = 8.0
    recognising: float = 120.0
    memory: int = 1_000 * _MB
    idle_memory: int = 300 * _MB
    idle: float = 30.0
    start: float = 60.0

    def start_limits(self) -> StageLimits:
        """Return the limits for starting a child."""
        return StageLimits(self.start, self.start, self.start, self.memory)

    def reading_limits(self) -> StageLimits:
        """Return the limits for reading and hashing a file."""
        return StageLimits(self.cpu, self.reading, self.silence, self.memory, if_silent=Reason.OFFLINE)

    def parsing_limits(self, opened: Opened) -> StageLimits:
        """Return the limits for parsing the opened file."""
        if opened.paged:
            total = self.cpu_paged
            return StageLimits(total, total * self.wall_factor, self.silence, self.memory, self.cpu_per_page)
        total = self.cpu + self.cpu_per_mb * opened.stat.size / _MB
        return StageLimits(total, total * self.wall_factor, self.silence, self.memory)

    def preview_limits(self, computing: float) -> StageLimits:
        """Return the limits for a preview, for which a user waits, with so many seconds of computing."""
        return StageLimits(computing, computing * self.wall_factor / 2, self.silence, self.memory)


class Sandbox:
    """Reads untrusted files in a child that is killed beyond the limits, and restarted when needed.

    A child lives as long as there are files and it keeps little memory; one that rests is ended, by a thread of this
    object's own. A context manager; used by one thread.
    """

    def __init__(self, limits: SandboxLimits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or SandboxLimits()
        self._command = command or build_command(ProcessRole.PARSER)
        self._child: ParserProcess | None = None
        self._idle = IdleTimeout(self._limits.idle, self._end_child)
        self._opener = FileOpener(self._limits.silence)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, within a second; the next `read` would start another."""
        self._idle.begin()
        self._opener.close()
        self._end_child()

    def start(self) -> Ready:
        """Start a fresh child and return what holds of its confinement.

        Raises:
            WorkerError: it does not start, three times running.
        """
        self.close()
        refused = Refused(Reason.CRASHED)
        for _ in range(_STARTS):
            try:
                self._child = ParserProcess(self._command)
            except OSError as error:
                raise WorkerError(SystemMessage.READER_NOT_STARTED(reason=explain_os_error(error))) from error
            answer = self._await(self._child, self._limits.start_limits(), Ready)
            if isinstance(answer, Ready):
                return answer
            refused = answer
        raise WorkerError(
            SystemMessage.READER_DOES_NOT_START(reason=refused.detail or refused.reason),
            Remedy.INSTALL_FINDLING_MAY_HELP(),
        )

    def read(self, path: Path | bytes, is_known: Callable[[bytes], bool], *, secrets: bool = False) -> ReadOutcome:
        """Read one file; a failure of its reader becomes a reason.

        Where the child ends by itself, or is ended by others, a fresh one tries once more: an earlier file, or nothing
        in any file, may have been the cause.

        Args:
            path: the file; bytes where its name is not text.
            is_known: given the BLAKE3 of its content, returns whether parsing can be skipped.
            secrets: read it even if it holds keys or passwords.

        Raises:
            WorkerError: no child can be started.
        """
        # A caller that notes what it was asked would take the second try for another file of the same content.
        decide = functools.cache(is_known)
        try:
            for _ in range(_TRIES):
                outcome = self._read(self._ready_child(), _to_bytes(path), decide, secrets)
                if outcome.reason not in (Reason.CRASHED, Reason.STOPPED):
                    break
        except BaseException:
            self._kill()  # an answer may still be due
            raise
        finally:
            self._recycle()
        return outcome

    def show(self, path: Path, should_stop: Callable[[], bool] = lambda: False, *, secrets: bool = True) -> Preview:
        """Make a preview of one file; of pages and pictures only their sizes, which `draw` draws.

        Args:
            path: the file.
            should_stop: polled ten times a second while the child works; if true, the child is killed.
            secrets: show it even if it holds keys or passwords.

        Raises:
            ExtractionError: there is nothing to show, with the reason that `read` would give; `INTERRUPTED` if stopped.
            WorkerError: no child can be started.
        """
        place = _to_bytes(path)
        if not secrets:
            refuse_secret_place(place)
        request = Show(name=_name_of(place), secrets=secrets)
        shown = self._preview(place, request, self._limits.showing, Shown, should_stop)
        return replace(shown.preview, path=path)

    def draw(
        self,
        path: Path,
        page: int,
        width: int,
        needles: tuple[str, ...] = (),
        should_stop: Callable[[], bool] = lambda: False,
        *,
        words: str = "",
    ) -> PageImage:
        """Draw a page of a PDF, or a picture, and find texts on it.

        The child keeps the document open, so that its next page costs no more than its drawing.

        Args:
            path: the file.
            page: counted from 1.
            width: pixels, clamped to `WIDTHS`; less if the picture would have too many.
            needles: texts to be marked; those after the hundredth are ignored.
            words: a question whose words are to be marked.
            should_stop: as for `show`.

        Raises:
            ExtractionError: as for `show`; `UNSUPPORTED` where the document has no such page.
            WorkerError: no child can be started.
        """
        width = min(max(width, WIDTHS[0]), WIDTHS[-1])
        place = _to_bytes(path)
        request = Draw(name=_name_of(place), page=page, width=width, needles=needles[:NEEDLE_LIMIT], words=words)
        drawn = self._preview(place, request, self._limits.drawing, Drawn, should_stop)
        return replace(drawn.image, path=path)

    def recognise(self, path: Path | bytes, page: int, should_stop: Callable[[], bool] = lambda: False) -> Recognised:
        """Recognise the text on a page, counted from 1; the child must have been started for that.

        The child keeps the file open, so that its next page costs no more than itself.

        Raises:
            ExtractionError: it cannot be read, as for `show`; `INTERRUPTED` if stopped.
            WorkerError: no child can be started.
        """
        place = _to_bytes(path)
        request = Recognise(name=_name_of(place), page=page)
        return self._preview(place, request, self._limits.recognising, Recognised, should_stop)

    def _preview(
        self,
        path: bytes,
        request: Show | Draw | Recognise,
        computing: float,
        expected: type[_T],
        should_stop: Callable[[], bool],
    ) -> _T:
        limits = self._limits.preview_limits(computing)
        with self._opened(path, should_stop) as descriptor:
            child = self._ready_child()
            try:
                answer = self._ask(child, request, limits, expected, should_stop, descriptor)
            except BaseException:
                self._kill()  # an answer may still be due
                raise
            finally:
                self._recycle()
        if isinstance(answer, Refused):
            raise ExtractionError(answer.reason, answer.detail)
        return answer

    def _read(self, child: ParserProcess, path: bytes, is_known: Callable[[bytes], bool], secrets: bool) -> ReadOutcome:
        request = Open(name=_name_of(path), secrets=secrets)
        try:
            if not secrets:
                refuse_secret_place(path)
            with self._opened(path) as descriptor:
                opened = self._ask(child, request, self._limits.reading_limits(), Opened, descriptor=descriptor)
        except ExtractionError as error:
            return ReadOutcome(reason=Reason(error.reason), detail=error.detail)
        if isinstance(opened, Refused):
            return ReadOutcome(reason=opened.reason, detail=opened.detail)
        stat, content_hash = opened.stat, opened.content_hash
        if is_known(content_hash):
            self._send(child, Decide(go=False))
            return ReadOutcome(stat, content_hash)
        parsed = self._ask(child, Decide(go=True), self._limits.parsing_limits(opened), Parsed)
        if isinstance(parsed, Refused):
            return ReadOutcome(stat, content_hash, None, parsed.reason, parsed.detail, parsed.pictured)
        return ReadOutcome(stat, content_hash, parsed.extraction, pictured=parsed.extraction.pictured)

    @contextlib.contextmanager
    def _opened(self, path: bytes, should_stop: Callable[[], bool] = lambda: False) -> Iterator[int]:
        """Open a file for the child, and close it here."""
        descriptor = self._opener.open(path, should_stop)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _ready_child(self) -> ParserProcess:
        self._idle.begin()
        if self._child is None or not self._child.alive:
            self.start()
        assert self._child is not None
        return self._child

    def _ask(
        self,
        child: ParserProcess,
        request: Request,
        limits: StageLimits,
        expected: type[_T],
        should_stop: Callable[[], bool] = lambda: False,
        descriptor: int | None = None,
    ) -> _T | Refused:
        self._send(child, request, descriptor)
        return self._await(child, limits, expected, should_stop)

    def _send(self, child: ParserProcess, request: Request, descriptor: int | None = None) -> None:
        # The end of its pipe tells that a child has ended.
        with contextlib.suppress(ChildEndedError):
            child.send(request, descriptor)

    def _await(
        self,
        child: ParserProcess,
        limits: StageLimits,
        expected: type[_T],
        should_stop: Callable[[], bool] = lambda: False,
    ) -> _T | Refused:
        """Wait for an answer of one type; a child that fails to give it is killed, and its failure returned."""
        try:
            return self._listen(child, Budget(child.usage, limits), expected, should_stop)
        except ExtractionError as error:
            self._kill()
            return Refused(Reason(error.reason), error.detail)
        except MessageError as error:
            self._kill()
            return Refused(Reason.CRASHED, SystemMessage.PLAIN(text=str(error)))
        except (ChildEndedError, psutil.NoSuchProcess):
            self.close()
            return child.post_mortem()

    def _listen(
        self, child: ParserProcess, budget: Budget, expected: type[_T], should_stop: Callable[[], bool]
    ) -> _T | Refused:
        while True:
            answer = child.receive(_POLL_SECONDS)
            if should_stop() and not isinstance(answer, expected | Refused):
                raise ExtractionError(Reason.INTERRUPTED)
            if isinstance(answer, expected | Refused):
                return answer
            if isinstance(answer, Beat):
                budget.note_beat()
            elif answer is not None:
                raise MessageError(f"{type(answer).__name__} where {expected.__name__} was due")
            budget.check()

    def _recycle(self) -> None:
        """End a child that keeps too much memory; from now on another one rests."""
        if self._child is None:
            return
        try:
            keeps = self._child.usage.memory_info().rss
        except psutil.NoSuchProcess:
            keeps = 0
        if keeps > self._limits.idle_memory:
            self.close()
        else:
            self._idle.end()

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()


def _to_bytes(path: Path | bytes) -> bytes:
    return os.fsencode(Path(os.fsdecode(path)).absolute())


def _name_of(path: bytes) -> bytes:
    return os.fsencode(Path(os.fsdecode(path)).name)
