"""Context of every command: the library and the form of output."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

import click

from findling.cli.output import make_line
from findling.cli.passphrase_prompt import unlock_on_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.domain.launch_request import LaunchRequest
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.search.library_reader import Library
    from findling.settings import LoadedSettings, Settings


_P = ParamSpec("_P")
_R = TypeVar("_R")


class OpenWindow(Protocol):
    """Opens the window."""

    def __call__(self, paths: LibraryPaths, request: LaunchRequest) -> int:
        """Open a library's window, or have the open one do what is asked."""


@dataclass(frozen=True, slots=True)
class Context:
    """The global options.

    Attributes:
        paths: of the library.
        json: one JSON document on standard output, and nothing else there.
        verbose: log everything.
        progress: show how work goes.
        open_window: opens the window, which the command line knows nothing of, and gives the exit status.
        passphrase_stdin: the passphrase of an encrypted library comes from standard input.
    """

    paths: LibraryPaths
    json: bool
    verbose: bool
    progress: bool
    open_window: OpenWindow
    passphrase_stdin: bool = False
    _said: set[Notice] = field(default_factory=set, init=False, compare=False)

    @property
    def settings(self) -> Settings:
        """Settings of the user, read now.

        What is wrong in their file is said on standard error, once a command.
        """
        loaded = self.load_settings()
        self.tell_problems(loaded)
        return loaded.settings

    def load_settings(self) -> LoadedSettings:
        """Read the settings, and what is wrong in their file."""
        from findling.settings import load_settings

        return load_settings(self.paths.settings)

    def tell_problems(self, loaded: LoadedSettings) -> None:
        """Say on standard error what is wrong in the file of the settings, once a command."""
        for problem in loaded.find_problems(self.paths.settings):
            if problem not in self._said:
                self._said.add(problem)
                print(f"findling: {make_line(str(problem))}", file=sys.stderr)

    def show_window(self, request: LaunchRequest) -> int:
        """Open the window.

        It asks for the passphrase of an encrypted library unless that comes from standard input.

        Raises:
            LibraryLockedError: what comes from there is not the passphrase.
            FindlingError: as `open_window`.
        """
        is_told = self.passphrase_stdin and not request.quits
        return self.open_window(unlock_on_terminal(self.paths, from_input=True) if is_told else self.paths, request)

    @contextmanager
    def library(self, *, once: bool = False) -> Iterator[Library]:
        """Open the library for reading.

        To be searched `once`, it goes without what pays only from the second query on.

        Raises:
            LibraryError: there is none, or it cannot be read.
        """
        from findling.search.library_reader import Library
        from findling.storage.database import translated_errors

        library = Library.open(self.paths, self.settings, once=once)
        try:
            with translated_errors(self.paths.database):
                yield library
        finally:
            library.close()


pass_locked_context = click.make_pass_decorator(Context)
"""Decorator that hands a command the `Context`, of an encrypted library without its key."""


def pass_context(command: Callable[Concatenate[Context, _P], _R]) -> Callable[_P, _R]:
    """Give a command the `Context` as its first argument, with the key of an encrypted library.

    It is asked for here, when all else of the command line is understood.
    """

    def call(context: Context, /, *arguments: _P.args, **options: _P.kwargs) -> _R:
        opened = replace(context, paths=unlock_on_terminal(context.paths, from_input=context.passphrase_stdin))
        return command(opened, *arguments, **options)

    update_wrapper(call, command)
    return pass_locked_context(call)
