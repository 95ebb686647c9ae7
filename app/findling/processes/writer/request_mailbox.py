"""Requests of other processes to the holder of the writer's lock, as files in a folder.

A request is `ID.request`. The holder answers with `ID.progress`, which is replaced as it goes on, and last with
`ID.reply`; then the request is removed. Removing it before withdraws it.
"""

from __future__ import annotations

import contextlib
import os
import time
import uuid
from typing import TYPE_CHECKING

from findling.domain.library import Progress
from findling.errors import LibraryError
from findling.ipc.codec import MessageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.system_templates import explain_os_error
from findling.processes.writer.messages import Advance, command_from, event_from, to_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from findling.processes.writer.messages import Command, Event, Message

POLL_SECONDS = 0.5
"""Interval at which the holder looks for requests, and the others for answers."""

_KEPT_SECONDS = 24 * 3600


class Inbox:
    """Mailbox of the holder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._looked = 0.0
        self._waiting = False

    def is_waiting(self) -> bool:
        """Tell whether there is a request; cheap enough to be asked between any two files."""
        now = time.monotonic()
        if now - self._looked >= POLL_SECONDS:
            self._waiting = any(self._folder.glob("*.request"))
            self._looked = now
        return self._waiting

    def take(self) -> tuple[Path, Command] | None:
        """Return the oldest request that can be read; remove those that cannot."""
        self._looked, self._waiting = 0.0, False
        for request in sorted(self._folder.glob("*.request"), key=_age, reverse=True):
            with contextlib.suppress(OSError, MessageError):
                return request, command_from(request.read_bytes())
            request.unlink(missing_ok=True)
        return None

    def answer(self, request: Path, event: Event) -> None:
        """Write an answer beside the request, and remove the request with the last one."""
        if isinstance(event, Progress | Advance):
            _write(request.with_suffix(".progress"), event)
            return
        _write(request.with_suffix(".reply"), event)
        request.unlink(missing_ok=True)

    def clean(self) -> None:
        """Remove what was not fetched for a day."""
        for file in self._folder.iterdir():
            if _age(file) > _KEPT_SECONDS:
                file.unlink(missing_ok=True)


class Outbox:
    """Mailbox of one request."""

    def __init__(self, folder: Path, command: Command) -> None:
        self._request = folder / f"{uuid.uuid4().hex}.request"
        try:
            _write(self._request, command)
        except OSError as error:
            raise LibraryError(
                LibraryMessage.FOLDER_UNWRITABLE(folder=folder, reason=explain_os_error(error))
            ) from error

    def withdraw(self) -> None:
        """Withdraw the request, with whatever answer there is."""
        for suffix in (".request", ".progress", ".reply"):
            self._request.with_suffix(suffix).unlink(missing_ok=True)

    def answers(self, is_held: Callable[[], bool]) -> Iterator[Event | None]:
        """Yield the answers, None at every look that finds nothing new; end with the holder."""
        last = b""
        while True:
            held = is_held()
            if reply := _read(self._request.with_suffix(".reply")):
                yield event_from(reply)
                return
            if not held:
                return
            news = _read(self._request.with_suffix(".progress"))
            yield event_from(news) if news and news != last else None
            last = news
            time.sleep(POLL_SECONDS)


def _write(file: Path, message: Message) -> None:
    temporary = file.with_suffix(f"{file.suffix}.{os.getpid()}")
    temporary.write_bytes(to_line(message))
    temporary.replace(file)


def _read(file: Path) -> bytes:
    # Windows refuses to open a file in the moment of its replacement: the next look finds it.
    try:
        return file.read_bytes()
    except (FileNotFoundError, PermissionError):
        return b""


def _age(file: Path) -> float:
    try:
        return time.time() - file.stat().st_mtime
    except OSError:
        return 0.0
