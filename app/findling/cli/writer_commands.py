"""Shared parts of commands that start a writer: recovery reports and interrupts."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.cli.output import plural, show_path
from findling.domain.plans import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from findling.cli.context import Context
    from findling.domain.plans import CutShort, UnsettledStep
    from findling.processes.writer.writer_client import WriterClient


def start_writer(context: Context) -> WriterClient:
    """Start a writer; report an unfinished clearing on standard error.

    Raises:
        LibraryError: the library cannot be opened.
        WorkerError: the writer cannot be started, or ends at once.
    """
    from findling.processes.writer.writer_client import WriterClient

    return WriterClient.start(context.paths, verbose=context.verbose, tell=_report)


@contextmanager
def stopping(writer: WriterClient) -> Iterator[None]:
    """Let the first interrupt stop the writer's command, and the next one this program.

    An exception instead would end the generator that waits for the writer, and with it the way to its report.
    """

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, previous)
        writer.stop()

    previous = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def describe_interrupted(found: CutShort) -> str:
    """Describe how far an interrupted run came."""
    if found.undoing:
        return f"Putting back stopped half-way: {found.done} of {plural(found.planned, 'file')} are back."
    if found.already:
        left = found.planned - found.done - found.already
        return (
            f"Clearing up stopped half-way: {found.done} cleared up, {found.already} before, "
            f"{left} of {plural(found.planned, 'file')} left."
        )
    if not found.done and not found.unsettled:
        return "Clearing up stopped before anything was done."
    return f"Clearing up stopped half-way: {found.done} of {plural(found.planned, 'file')} are cleared up."


def explain_way_back(found: CutShort) -> str:
    """Return how to undo an interrupted run, or ""."""
    runs = [] if found.undoing else [run for run in (found.run, *found.earlier) if run]
    commands = ", then ".join(f"findling duplicates --undo {run}" for run in runs)
    return f"To take it back: {commands}" if commands else ""


def explain_unsettled(step: UnsettledStep, run: int) -> str:
    """Describe why a step is unsettled, where its file may lie, and what to do."""
    where = " and ".join(map(show_path, step.places))
    look = f"look for the file at {where}" if where else "the file may be gone"
    match step.trouble:
        case Trouble.RECORD:
            return f"the history's record of it is damaged; {look}"
        case Trouble.REFUSAL:
            again = f"; to try again: findling duplicates --undo {run}" if run else ""
            return f"it could be neither cleared up nor put back ({step.why}); {look}{again}"
    return f"Findling made a mistake, which its log describes; {look}"


def _report(found: CutShort) -> None:
    back = explain_way_back(found)
    if found.undoing:
        back = f"To go on: findling duplicates --undo {found.run}"
    print(f"findling: The last time: {describe_interrupted(found)} {back}".rstrip(), file=sys.stderr)
    for step in found.unsettled:
        name = show_path(step.path) if step.path else "a file"
        print(f"findling: Left half-way: {name}: {explain_unsettled(step, found.run)}.", file=sys.stderr)
