"""The parent of the parser child: gives it one file at a time, and lets no file cost more than itself."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import psutil

from findling.domain.files import Reason
from findling.errors import ExtractionError, WorkerError
from findling.extraction.previews.preview_protocol import NEEDLE_LIMIT, WIDTHS
from findling.extraction.sandbox.budget import Allotment, Budget
from findling.extraction.sandbox.parser_process import ChildEndedError, ParserProcess
from findling.extraction.sandbox.parser_protocol import (
    Beat,
    Decide,
    Draw,
    Drawn,
    Open,
    Opened,
    Parsed,
    Ready,
    Refused,
    Show,
    Shown,
)
from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from findling.domain.files import Extraction, Stat
    from findling.domain.preview import PageImage, Preview
    from findling.extraction.sandbox.parser_protocol import Answer, Request
    from findling.messages.notice import Notice

_POLL_SECONDS = 0.1
_STARTS = 3
_MB = 1_000_000

_T = TypeVar("_T", bound="Answer")


def _never() -> bool:
    """Nobody gives up."""
    return False


@dataclass(frozen=True, slots=True)
class SandboxLimits:
    """What a file may cost, and when a child is replaced by a fresh one.

    Attributes:
        cpu: seconds of computing for a file, to which `cpu_per_mb` is added for each MB of it.
        cpu_per_page, cpu_paged: seconds of computing for a page and in total, for files with pages of their own (PDF).
        wall_factor: seconds on the wall for each second of computing allowed.
        silence: seconds with neither computing nor a sign of life.
        reading: seconds on the wall for reading a file's bytes.
        showing, drawing: seconds of computing for a preview, and for a page of one.
        memory: resident bytes.
        files, idle_memory: a child is replaced after so many files, or when it keeps so many bytes after one, for
            parsers do not give back what a bad file made them take.
        start: seconds in which a child must be up.
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
    files: int = 200
    idle_memory: int = 400 * _MB
    start: float = 60.0

    def allot_start(self) -> Allotment:
        """For a child to come up."""
        return Allotment(self.start, self.start, self.start, self.memory)

    def allot_reading(self) -> Allotment:
        """For a file's bytes to be read and hashed."""
        return Allotment(self.cpu, self.reading, self.silence, self.memory, if_silent=Reason.OFFLINE)

    def allot_parsing(self, opened: Opened) -> Allotment:
        """For what was opened to be parsed."""
        if opened.paged:
            total = self.cpu_paged
            return Allotment(total, total * self.wall_factor, self.silence, self.memory, self.cpu_per_page)
        total = self.cpu + self.cpu_per_mb * opened.stat.size / _MB
        return Allotment(total, total * self.wall_factor, self.silence, self.memory)

    def allot_preview(self, computing: float) -> Allotment:
        """For a file to be read and shown, with so many seconds of computing: a person waits for it."""
        return Allotment(computing, computing * self.wall_factor / 2, self.silence, self.memory)


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """What became of a file: its text, or a reason, or neither because its content is known.

    Attributes:
        stat, content_hash: None where the file could not be read whole.
        extraction: the text; where only a part could be read, its own `reason` says so.
        reason, detail: why there is no text.
    """

    stat: Stat | None = None
    content_hash: bytes | None = None
    extraction: Extraction | None = None
    reason: Reason | None = None
    detail: Notice | None = None


class Sandbox:
    """Reads strangers' files in a child that is killed when a file takes too much, and started again when needed.

    A context manager; to be used by one thread.
    """

    def __init__(self, limits: SandboxLimits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or SandboxLimits()
        self._command = command or build_command(ProcessRole.PARSER)
        self._child: ParserProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, within a second; the next `read` would start another."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def start(self) -> Ready:
        """Start a fresh child now and say what of its confinement holds.

        Raises:
            WorkerError: it does not come up, three times running.
        """
        self.close()
        refused = Refused(Reason.CRASHED)
        for _ in range(_STARTS):
            try:
                self._child = ParserProcess(self._command)
            except OSError as error:
                raise WorkerError(SystemMessage.READER_NOT_STARTED(reason=explain_os_error(error))) from error
            answer = self._await(self._child, self._limits.allot_start(), Ready)
            if isinstance(answer, Ready):
                return answer
            refused = answer
        raise WorkerError(
            SystemMessage.READER_DOES_NOT_START(reason=refused.detail or refused.reason),
            Remedy.INSTALL_FINDLING_MAY_HELP(),
        )

    def read(self, path: Path | bytes, is_known: Callable[[bytes], bool]) -> ReadOutcome:
        """Read one file; whatever it does to its reader becomes a reason.

        Args:
            path: the file; bytes where its name is not text.
            is_known: told the BLAKE3 of its content, says whether parsing can be spared.

        Raises:
            WorkerError: no child can be started, which is no fault of the file.
        """
        child = self._ready_child()
        try:
            return self._read(child, _to_bytes(path), is_known)
        except BaseException:
            self._kill()  # the conversation is out of step
            raise
        finally:
            self._recycle()

    def show(self, path: Path, should_stop: Callable[[], bool] = _never) -> Preview:
        """Make a preview of one file; of one with pages or a picture, their sizes only: `draw` draws them.

        Args:
            path: the file.
            should_stop: asked ten times a second, or oftener, while the child works; where it says so, the child is
                killed and the file given up.

        Raises:
            ExtractionError: there is nothing to be shown, with the reason that `read` would give; `INTERRUPTED` where
                it was given up.
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
        should_stop: Callable[[], bool] = _never,
    ) -> PageImage:
        """Draw a page of a PDF, or a picture, and find where texts stand on it.

        The child keeps the document open, so that its next page costs no more than its drawing.

        Args:
            path: the file.
            page: counted from 1.
            width: pixels, brought into `WIDTHS`; the picture is narrower where it would have too many pixels.
            needles: texts to be marked, passages as a rule; those after the hundredth are not looked for.
            should_stop: as for `show`.

        Raises:
            ExtractionError: as for `show`; `UNSUPPORTED` where the document has no such page.
            WorkerError: no child can be started.
        """
        width = min(max(width, WIDTHS[0]), WIDTHS[-1])
        request = Draw(_to_bytes(path), page, width, needles[:NEEDLE_LIMIT])
        drawn = self._preview(request, self._limits.drawing, Drawn, should_stop)
        return replace(drawn.image, path=path)

    def _preview(
        self, request: Show | Draw, computing: float, expected: type[_T], should_stop: Callable[[], bool]
    ) -> _T:
        child = self._ready_child()
        # A page of what lies open is no further file.
        child.served += isinstance(request, Show)
        try:
            answer = self._ask(child, request, self._limits.allot_preview(computing), expected, should_stop)
        except BaseException:
            self._kill()  # the conversation is out of step
            raise
        finally:
            self._recycle()
        if isinstance(answer, Refused):
            raise ExtractionError(answer.reason, answer.detail)
        return answer

    def _read(self, child: ParserProcess, path: bytes, is_known: Callable[[bytes], bool]) -> ReadOutcome:
        child.served += 1
        opened = self._ask(child, Open(path), self._limits.allot_reading(), Opened)
        if isinstance(opened, Refused):
            return ReadOutcome(reason=opened.reason, detail=opened.detail)
        stat, content_hash = opened.stat, opened.content_hash
        if is_known(content_hash):
            self._tell(child, Decide(go=False))
            return ReadOutcome(stat, content_hash)
        parsed = self._ask(child, Decide(go=True), self._limits.allot_parsing(opened), Parsed)
        if isinstance(parsed, Refused):
            return ReadOutcome(stat, content_hash, reason=parsed.reason, detail=parsed.detail)
        return ReadOutcome(stat, content_hash, parsed.extraction)

    def _ready_child(self) -> ParserProcess:
        if self._child is None or not self._child.alive:
            self.start()
        assert self._child is not None
        return self._child

    def _ask(
        self,
        child: ParserProcess,
        request: Request,
        allotment: Allotment,
        expected: type[_T],
        should_stop: Callable[[], bool] = _never,
    ) -> _T | Refused:
        self._tell(child, request)
        return self._await(child, allotment, expected, should_stop)

    def _tell(self, child: ParserProcess, request: Request) -> None:
        # A child that is gone gives an answer too: the end of its pipe.
        with contextlib.suppress(ChildEndedError):
            child.send(request)

    def _await(
        self,
        child: ParserProcess,
        allotment: Allotment,
        expected: type[_T],
        should_stop: Callable[[], bool] = _never,
    ) -> _T | Refused:
        """Wait for an answer of one kind; a child that fails to give it is killed, and the failure is the answer."""
        try:
            return self._listen(child, Budget(child.usage, allotment), expected, should_stop)
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
        """End a child that has read enough files, or keeps too much memory; the next file gets a fresh one."""
        if self._child is None:
            return
        try:
            keeps = self._child.usage.memory_info().rss
        except psutil.NoSuchProcess:
            keeps = 0
        if self._child.served >= self._limits.files or keeps > self._limits.idle_memory:
            self.close()

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()


def _to_bytes(path: Path | bytes) -> bytes:
    return os.fsencode(Path(os.fsdecode(path)).absolute())
