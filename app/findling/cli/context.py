"""Context of every command: the library and the form of output."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.search.library_reader import Library
    from findling.settings import Settings


class OpenWindow(Protocol):
    """Opens the window."""

    def __call__(self, paths: LibraryPaths, folders: Sequence[Path], query: str, *, toggle: bool) -> int:
        """Open a library's window with folders and a query, or toggle the quick window."""


@dataclass(frozen=True, slots=True)
class Context:
    """The global options.

    Attributes:
        paths: of the library.
        json: one JSON document on standard output, and nothing else there.
        verbose: log everything.
        progress: show how work goes.
        open_window: opens the window, which the command line knows nothing of, and gives the exit status.
    """

    paths: LibraryPaths
    json: bool
    verbose: bool
    progress: bool
    open_window: OpenWindow

    @property
    def settings(self) -> Settings:
        """Settings of the user, read now.

        Raises:
            FindlingError: they are not readable.
        """
        from findling.settings import read_settings

        return read_settings(self.paths.settings)

    @contextmanager
    def library(self, *, once: bool = False) -> Iterator[Library]:
        """Open the library for reading; to be searched `once`, without what pays only from the second query on.

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


pass_context = click.make_pass_decorator(Context)
"""Gives a command the `Context` as its first argument."""
