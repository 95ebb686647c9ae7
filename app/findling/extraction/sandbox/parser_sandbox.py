"""Sandbox for parsing untrusted files: one at a time, in a child with limits on time and memory."""

from __future__ import annotations

import contextlib
import functools
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import psutil

from findling.domain.files import EmbeddedFiles, Reason
from findling.errors import ExtractionError, WorkerError
from findling.extraction.previews.preview_protocol import NEEDLE_LIMIT, WIDTHS
from findling.extraction.sandbox.idle_timeout import IdleTimeout
from findling.extraction.sandbox.parser_process import Budget, ChildEndedError, ParserProcess, StageLimits
from findling.extraction.sandbox.parser_protocol import (
    Beat,
    Decide,
    Draw,
    Drawn,
    Listed,
    ListInside,
    Open,
    Opened,
    Parsed,
    Ready,
    Refused,
    Show,
    Shown,
    Take,
    Taken,
)
from findling.extraction.sandbox.read_outcome import ReadOutcome, tell_inside
from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error
from findling.paths import find_outermost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from findling.domain.preview import PageImage, Preview
    from findling.extraction.sandbox.parser_protocol import Answer, Request

_POLL_SECONDS = 0.1
_STARTS = 3
_TRIES = 2
_MB = 1_000_000
_KEPT_COST = 3
"""Bytes of memory for each byte of a file that is kept open: itself, and its parts."""

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
    memory: int = 1_000 * _MB
    idle_memory: int = 300 * _MB
    idle: float = 30.0
    start: float = 60.0

    def start_limits(self) -> StageLimits:
        """Return the limits for starting a child."""
        return StageLimits(self.start, self.start, self.start, self.memory)

    def reading_limits(self, around: int = 0) -> StageLimits:
        """Return the limits for reading and hashing a file, which may be in another one of so many bytes."""
        cpu = self.cpu + self.cpu_per_mb * around / _MB
        return StageLimits(cpu, self.reading, self.silence, self.memory, if_silent=Reason.OFFLINE)

    def parsing_limits(self, opened: Opened) -> StageLimits:
        """Return the limits for parsing the opened file."""
        if opened.paged:
            total = self.cpu_paged
            return StageLimits(total, total * self.wall_factor, self.silence, self.memory, self.cpu_per_page)
        total = self.cpu + self.cpu_per_mb * opened.stat.size / _MB
        return StageLimits(total, total * self.wall_factor, self.silence, self.memory)

    def preview_limits(self, computing: float, around: int = 0) -> StageLimits:
        """Return the limits for a preview, for which a user waits, with so many seconds of computing."""
        computing += self.cpu_per_mb * around / _MB
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
        self._kept = 0
        self._idle = IdleTimeout(self._limits.idle, self._end_child)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, within a second; the next `read` would start another."""
        self._idle.begin()
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
        around = _measure_around(path)
        try:
            for _ in range(_TRIES):
                outcome = self._read(self._ready_child(), Open(_to_bytes(path), secrets), decide, around)
                if outcome.reason not in (Reason.CRASHED, Reason.STOPPED):
                    break
        except BaseException:
            self._kill()  # an answer may still be due
            raise
        finally:
            self._recycle()
        return outcome

    def show(self, path: Path, should_stop: Callable[[], bool] = lambda: False) -> Preview:
        """Make a preview of one file; of pages and pictures only their sizes, which `draw` draws.

        Args:
            path: the file.
            should_stop: polled ten times a second while the child works; if true, the child is killed.

        Raises:
            ExtractionError: there is nothing to show, with the reason that `read` would give; `INTERRUPTED` if stopped.
            WorkerError: no child can be started.
        """
        shown = self._preview(Show(_to_bytes(path)), self._limits.showing, Shown, should_stop)
        return replace(shown.preview, path=path)

    def draw(
        self,
        path: Path,
        page: int,
        width: int,
        needles: tuple[str, ...] = (),
        should_stop: Callable[[], bool] = lambda: False,
    ) -> PageImage:
        """Draw a page of a PDF, or a picture, and find texts on it.

        The child keeps the document open, so that its next page costs no more than its drawing.

        Args:
            path: the file.
            page: counted from 1.
            width: pixels, clamped to `WIDTHS`; less if the picture would have too many.
            needles: texts to be marked; those after the hundredth are ignored.
            should_stop: as for `show`.

        Raises:
            ExtractionError: as for `show`; `UNSUPPORTED` where the document has no such page.
            WorkerError: no child can be started.
        """
        width = min(max(width, WIDTHS[0]), WIDTHS[-1])
        request = Draw(_to_bytes(path), page, width, needles[:NEEDLE_LIMIT])
        drawn = self._preview(request, self._limits.drawing, Drawn, should_stop)
        return replace(drawn.image, path=path)

    def take(self, path: Path) -> Iterator[bytes]:
        """Iterate over the bytes of a file inside another, in pieces.

        Raises:
            ExtractionError: it cannot be had, with the reason that `read` would give.
            WorkerError: no child can be started.
        """
        start = 0
        size = 1
        while start < size:
            taken = self._preview(Take(_to_bytes(path), start), self._limits.showing, Taken, lambda: False)
            if not taken.data and taken.size:
                raise ExtractionError(Reason.CHANGING)
            yield taken.data
            start, size = start + len(taken.data), taken.size

    def _preview(
        self, request: Show | Draw | Take, computing: float, expected: type[_T], should_stop: Callable[[], bool]
    ) -> _T:
        child = self._ready_child()
        self._kept = 0
        limits = self._limits.preview_limits(computing, _measure_around(request.path))
        try:
            answer = self._ask(child, request, limits, expected, should_stop)
        except BaseException:
            self._kill()  # an answer may still be due
            raise
        finally:
            self._recycle()
        if isinstance(answer, Refused):
            raise ExtractionError(answer.reason, answer.detail)
        return answer

    def _read(self, child: ParserProcess, request: Open, is_known: Callable[[bytes], bool], around: int) -> ReadOutcome:
        self._kept = 0
        opened = self._ask(child, request, self._limits.reading_limits(around), Opened)
        if isinstance(opened, Refused):
            return ReadOutcome(reason=opened.reason, detail=opened.detail)
        stat, content_hash = opened.stat, opened.content_hash
        self._kept = opened.kept
        if is_known(content_hash):
            self._send(child, Decide(go=False))
            return ReadOutcome(stat, content_hash)
        parsed = self._ask(child, Decide(go=True), self._limits.parsing_limits(opened), Parsed)
        if isinstance(parsed, Parsed):
            inside = self._list(child, request.path, opened) if parsed.extraction.holds_files else None
            return ReadOutcome(stat, content_hash, tell_inside(parsed.extraction, inside), inside=inside)
        # Of a cover sheet that is a picture, the files behind it may be all there is.
        inside = self._list(child, request.path, opened) if parsed.reason is Reason.NO_TEXT else None
        return ReadOutcome(stat, content_hash, reason=parsed.reason, detail=parsed.detail, inside=inside)

    def _list(self, child: ParserProcess, path: bytes, opened: Opened) -> EmbeddedFiles:
        """Ask which files are in the file that was just parsed; why there are none to be had is said there."""
        listed = self._ask(child, ListInside(path), self._limits.parsing_limits(opened), Listed)
        if isinstance(listed, Refused):
            return EmbeddedFiles((), listed.reason, listed.detail)
        if listed.inside.files:
            self._kept = max(self._kept, opened.stat.size)
        return listed.inside

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
    ) -> _T | Refused:
        self._send(child, request)
        return self._await(child, limits, expected, should_stop)

    def _send(self, child: ParserProcess, request: Request) -> None:
        # The end of its pipe tells that a child has ended.
        with contextlib.suppress(ChildEndedError):
            child.send(request)

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
        # What is in the file that is kept open would be found again only by reading all of that once more.
        if keeps > self._limits.idle_memory + _KEPT_COST * self._kept:
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


def _measure_around(path: Path | bytes) -> int:
    """Return the size of the file on the disk that a file is in; 0 if it is on the disk itself."""
    outermost, inner = find_outermost(Path(os.fsdecode(path)))
    try:
        return outermost.stat().st_size if inner else 0
    except OSError:
        return 0


def _to_bytes(path: Path | bytes) -> bytes:
    return os.fsencode(Path(os.fsdecode(path)).absolute())
