"""Progress on standard error: a bar in a terminal, else occasional lines."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from findling.cli.output import make_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.cli.context import Context

_LINE_SECONDS = 5.0


class Meter(Protocol):
    """Callback for progress."""

    def __call__(self, done: int, total: int | None, name: str = "") -> None:
        """Show the latest numbers and the current item."""


@contextmanager
def running_meter(context: Context, text: Callable[[int], str]) -> Iterator[Meter]:
    """Return the progress meter that suits the options and standard error."""
    if not context.progress or (context.json and not sys.stderr.isatty()):
        yield lambda _done, _total, _name="": None
    elif sys.stderr.isatty():
        with _bar(text) as meter:
            yield meter
    else:
        yield _Lines(text)


class _Lines:
    """A line every few seconds, for logs."""

    def __init__(self, text: Callable[[int], str]) -> None:
        self._text = text
        self._printed_at = time.monotonic()

    def __call__(self, done: int, total: int | None, name: str = "") -> None:
        now = time.monotonic()
        if now - self._printed_at >= _LINE_SECONDS:
            self._printed_at = now
            print(f"{_numbers(self._text, done, total)} {make_line(name)}".strip(), file=sys.stderr)


@contextmanager
def _bar(text: Callable[[int], str]) -> Iterator[Meter]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[numbers]}", markup=False),
        BarColumn(bar_width=24),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bars:
        task = bars.add_task("", total=None, numbers="", name="")

        def show(done: int, total: int | None, name: str = "") -> None:
            bars.update(task, completed=done, total=total, numbers=_numbers(text, done, total), name=make_line(name))

        yield show


def _numbers(text: Callable[[int], str], done: int, total: int | None) -> str:
    return f"{text(done)} of {text(total)}" if total else text(done)
