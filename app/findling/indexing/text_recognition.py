"""Text recognition on the pages that wait for it, one page at a time."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from findling.domain.files import Reason
from findling.domain.reasons import PASSING
from findling.domain.recognition import RecognisedPage
from findling.errors import ExtractionError
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.sandbox.sandbox_limits import SandboxLimits
from findling.ipc.command import EUROPEAN, ProcessRole, build_command
from findling.settings import RecognisedLanguages
from findling.storage.scan_table import PageResult

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.scan_table import Scan

RECOGNISER_STAMP = "recogniser 1"
"""Version of recognition, raised whenever pages that were read are to be read again."""

SECONDS_A_PAGE = 3.0
"""A page of text, until the first ones have shown how long it takes here."""

_LIMITS = SandboxLimits(idle_memory=700_000_000)
_AT_ONCE = 16
_PACE_PAGES = 50
_AFTER_PAGES = 3


@dataclass(frozen=True, slots=True)
class RecognitionProgress:
    """Work that is left, and the file at hand.

    Attributes:
        files, pages: that wait.
        seconds: until they are read.
        path: the file at hand; "" where there is none.
    """

    files: int
    pages: int
    seconds: float
    path: str = ""


class TextRecognition:
    """Stage of a run after all others; a context manager.

    Each page is stored as soon as it is read: whatever ends the process costs one page. The child is started with the
    first page that waits, and ended when none has been read for half a minute.
    """

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._is_on = settings.recognise
        european = settings.recognised_languages is RecognisedLanguages.EUROPEAN
        self._sandbox = Sandbox(_LIMITS, build_command(ProcessRole.RECOGNISER, *([EUROPEAN] if european else [])))
        self._aside: set[bytes] = set()
        self._pace: deque[float] = deque(maxlen=_PACE_PAGES)
        self._path = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sandbox.close()

    @property
    def progress(self) -> RecognitionProgress:
        """Work that is left; none where text recognition is off."""
        if not self._is_on:
            return RecognitionProgress(0, 0, 0.0)
        files, pages = self._database.scans.count_waiting()
        pace = sum(self._pace) / len(self._pace) if len(self._pace) >= _AFTER_PAGES else SECONDS_A_PAGE
        return RecognitionProgress(files, pages, pages * pace, self._path)

    def advance(self, should_stop: Callable[[], bool]) -> bool:
        """Read the next page that waits; return whether there was one.

        A content with its last page is finished: its files are pending again, to be read with what was recognised.

        Raises:
            WorkerError: the child does not start.
        """
        scan = self._next() if self._is_on and not should_stop() else None
        if scan is None:
            self._path = ""
            return False
        self._path = str(scan.path)
        if scan.missing:
            began = time.monotonic()
            result = self._read(scan, scan.missing[0], should_stop)
            self._pace.append(time.monotonic() - began)
            if result is None:
                return not should_stop()
            with self._database.transaction():
                self._database.scans.add(scan.content_hash, scan.missing[0], RECOGNISER_STAMP, result)
        if len(scan.missing) <= 1:
            with self._database.transaction():
                self._database.scans.finish(scan.content_hash)
        return True

    def _next(self) -> Scan | None:
        waiting = self._database.scans.waiting(_AT_ONCE + len(self._aside), RECOGNISER_STAMP)
        return next((scan for scan in waiting if scan.content_hash not in self._aside), None)

    def _read(self, scan: Scan, page: int, should_stop: Callable[[], bool]) -> PageResult | None:
        """Read a page; None if stopped, or if the file cannot be had now."""
        try:
            recognised = self._sandbox.recognise(scan.path, page, should_stop)
        except ExtractionError as error:
            reason = Reason(error.reason)
            if reason is Reason.INTERRUPTED:
                return None
            if reason in PASSING:
                self._aside.add(scan.content_hash)
                return None
            return PageResult(RecognisedPage(), reason)
        if recognised.content_hash != scan.content_hash:
            # Written to since: the next scan of its folder sees that.
            self._aside.add(scan.content_hash)
            return None
        return PageResult(recognised.page)
