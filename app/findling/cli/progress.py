"""Tells on standard error how an index run goes: a bar on a terminal, now and then a line elsewhere, or nothing."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

import click

from findling.cli.invocation import make_console
from findling.cli.text import count, escape

if TYPE_CHECKING:
    from findling.types import Progress

_LINE_SECONDS = 5.0
_NAME_WIDTH = 40


class ProgressView(AbstractContextManager["ProgressView"], Protocol):
    """Where progress is shown while the context lasts."""

    def show(self, progress: Progress) -> None:
        """Take over the latest numbers."""

    def note(self, message: str) -> None:
        """Tell something that stays readable."""


def make_view(*, shown: bool) -> ProgressView:
    """The view that fits where standard error goes."""
    if not shown:
        return _Silent()
    return _Bar() if sys.stderr.isatty() else _Lines()


def describe(progress: Progress) -> str:
    """The numbers of one moment, for people: files, passages per second, time left."""
    parts = [f"{progress.found - progress.pending:,} of {count(progress.found, 'file')}"]
    if progress.seconds > 0 and progress.chunks:
        parts.append(f"{progress.chunks / progress.seconds:,.0f} passages/s")
    if progress.seconds_left is not None:
        parts.append(f"{format_seconds(progress.seconds_left)} left")
    return ", ".join(parts)


def format_seconds(seconds: float) -> str:
    """A duration as people say it: "9.3 s", "4 min 10 s", "2 h 05 min"."""
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60:02} min"


class _Silent(AbstractContextManager["_Silent"]):
    def __exit__(self, *_: object) -> None:
        pass

    def show(self, progress: Progress) -> None:
        pass

    def note(self, message: str) -> None:
        click.echo(escape(message), err=True)


class _Lines(_Silent):
    """A plain line every few seconds, for logs and pipes."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def show(self, progress: Progress) -> None:
        if time.monotonic() - self._told >= _LINE_SECONDS:
            self._told = time.monotonic()
            click.echo(f"{progress.doing}: {describe(progress)}", err=True)


class _Bar(_Silent):
    """A bar that is drawn anew in its place and leaves nothing behind."""

    def __init__(self) -> None:
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bars

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[numbers]}", markup=False),
            TextColumn("{task.fields[name]}", style="dim", markup=False),
        )
        self._bars = Bars(*columns, console=make_console(stderr=True), transient=True)
        self._task = self._bars.add_task("starting", total=None, numbers="", name="")

    def __enter__(self) -> _Bar:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def show(self, progress: Progress) -> None:
        self._bars.update(
            self._task,
            description=progress.doing,
            total=progress.found or None,
            completed=progress.found - progress.pending,
            numbers=describe(progress),
            name=escape(progress.path)[-_NAME_WIDTH:],
        )

    def note(self, message: str) -> None:
        self._bars.console.print(escape(message))
