"""Sandbox to parse untrusted files: one at a time, in a child with limited time and memory."""

from __future__ import annotations

import contextlib
import functools
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

import psutil

from findling.domain.files import EmbeddedFiles, Reason
from findling.errors import ExtractionError, WorkerError
from findling.extraction.previews.preview_protocol import NEEDLE_LIMIT, WIDTHS
from findling.extraction.sandbox.file_opener import FileOpener
from findling.extraction.sandbox.parser_process import Budget, ChildEndedError, ParserProcess
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
    Recognise,
    Recognised,
    Refused,
    Show,
    Shown,
    Take,
    Taken,
)
from findling.extraction.sandbox.read_outcome import ReadOutcome, tell_inside
from findling.extraction.sandbox.sandbox_limits import SandboxLimits
from findling.extraction.secret_files import refuse_secret_place
from findling.idle_timeout import IdleTimeout
from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from findling.domain.preview import PageImage, Preview
    from findling.extraction.sandbox.file_opener import OpenedFile
    from findling.extraction.sandbox.parser_process import StageLimits
    from findling.extraction.sandbox.parser_protocol import Answer, Request

_POLL_SECONDS = 0.1
_STARTS = 3
_TRIES = 2
_KEPT_COST = 3
"""Bytes of memory for each byte of a file that is kept for what is in it: itself, and its parts."""

_T = TypeVar("_T", bound="Answer")


class Sandbox:
    """Reads untrusted files in a child that is killed past limits, and restarted if needed.

    A child lives as long as there are files and it keeps little memory; one that rests is ended, by a thread of this
    object's own. A context manager; used by one thread.
    """

    def __init__(self, limits: SandboxLimits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits = limits or SandboxLimits()
        self._command = command or build_command(ProcessRole.PARSER)
        self._child: ParserProcess | None = None
        self._kept = 0
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

        def ask(file: OpenedFile) -> Show:
            return Show(name=file.name, inner=file.inner, secrets=secrets)

        shown = self._preview(place, ask, self._limits.showing, Shown, should_stop)
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
        needles = needles[:NEEDLE_LIMIT]

        def ask(file: OpenedFile) -> Draw:
            return Draw(name=file.name, inner=file.inner, page=page, width=width, needles=needles, words=words)

        drawn = self._preview(_to_bytes(path), ask, self._limits.drawing, Drawn, should_stop)
        return replace(drawn.image, path=path)

    def recognise(self, path: Path | bytes, page: int, should_stop: Callable[[], bool] = lambda: False) -> Recognised:
        """Recognise the text on a page, counted from 1; the child must have been started for that.

        The child keeps the file open, so that its next page costs no more than itself.

        Raises:
            ExtractionError: it cannot be read, as for `show`; `INTERRUPTED` if stopped.
            WorkerError: no child can be started.
        """

        def ask(file: OpenedFile) -> Recognise:
            return Recognise(name=file.name, inner=file.inner, page=page)

        return self._preview(_to_bytes(path), ask, self._limits.recognising, Recognised, should_stop)

    def take(self, path: Path) -> Iterator[bytes]:
        """Iterate over the bytes of a file inside another, in pieces.

        Raises:
            ExtractionError: it cannot be had, with the reason that `read` would give.
            WorkerError: no child can be started.
        """
        start = 0
        size = 1
        while start < size:
            ask = functools.partial(_ask_for_piece, start)
            taken = self._preview(_to_bytes(path), ask, self._limits.showing, Taken, lambda: False)
            if not taken.data and taken.size:
                raise ExtractionError(Reason.CHANGING)
            yield taken.data
            start, size = start + len(taken.data), taken.size

    def _preview(
        self,
        path: bytes,
        ask: Callable[[OpenedFile], Show | Draw | Take | Recognise],
        computing: float,
        expected: type[_T],
        should_stop: Callable[[], bool],
    ) -> _T:
        with self._opened(path, should_stop) as file:
            child = self._ready_child()
            self._kept = 0
            limits = self._limits.preview_limits(computing, file.around)
            try:
                answer = self._ask(child, ask(file), limits, expected, should_stop, file.descriptor)
            except BaseException:
                self._kill()  # an answer may still be due
                raise
            finally:
                self._recycle()
        if isinstance(answer, Refused):
            raise ExtractionError(answer.reason, answer.detail)
        return answer

    def _read(self, child: ParserProcess, path: bytes, is_known: Callable[[bytes], bool], secrets: bool) -> ReadOutcome:
        self._kept = 0
        try:
            if not secrets:
                refuse_secret_place(path)
            with self._opened(path) as file:
                request = Open(name=file.name, inner=file.inner, secrets=secrets)
                limits = self._limits.reading_limits(file.around)
                opened = self._ask(child, request, limits, Opened, descriptor=file.descriptor)
        except ExtractionError as error:
            return ReadOutcome(reason=Reason(error.reason), detail=error.detail)
        if isinstance(opened, Refused):
            return ReadOutcome(reason=opened.reason, detail=opened.detail)
        stat, content_hash = opened.stat, opened.content_hash
        self._kept = opened.kept
        if is_known(content_hash):
            self._send(child, Decide(go=False))
            return ReadOutcome(stat, content_hash)
        parsed = self._ask(child, Decide(go=True), self._limits.parsing_limits(opened), Parsed)
        if isinstance(parsed, Parsed):
            read = parsed.extraction
            inside = self._list(child, opened) if read.holds_files else None
            return ReadOutcome(stat, content_hash, tell_inside(read, inside), pictured=read.pictured, inside=inside)
        # Of a cover sheet that is a picture, the files behind it may be all there is.
        inside = self._list(child, opened) if parsed.reason is Reason.NO_TEXT else None
        why = parsed.reason, parsed.detail
        return ReadOutcome(stat, content_hash, None, *why, parsed.pictured, inside, parsed.origins)

    def _list(self, child: ParserProcess, opened: Opened) -> EmbeddedFiles:
        """Ask which files are in the file just parsed; the answer says why there are none."""
        listed = self._ask(child, ListInside(), self._limits.parsing_limits(opened), Listed)
        if isinstance(listed, Refused):
            return EmbeddedFiles((), listed.reason, listed.detail)
        if listed.inside.files:
            self._kept = max(self._kept, opened.stat.size)
        return listed.inside

    @contextlib.contextmanager
    def _opened(self, path: bytes, should_stop: Callable[[], bool] = lambda: False) -> Iterator[OpenedFile]:
        """Open a file for the child, and close it here."""
        file = self._opener.open(path, should_stop)
        try:
            yield file
        finally:
            os.close(file.descriptor)

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
        """Wait for an answer of one type; kill a child that fails to give it, return its failure."""
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
        # What is in the file that is kept would be found again only by reading all of that once more.
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


def _to_bytes(path: Path | bytes) -> bytes:
    return os.fsencode(Path(os.fsdecode(path)).absolute())


def _ask_for_piece(start: int, file: OpenedFile) -> Take:
    return Take(name=file.name, inner=file.inner, start=start)
