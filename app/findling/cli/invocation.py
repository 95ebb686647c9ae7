"""What the options before the command say: which library, for whom the answer is, and how much is told on the way."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from findling.engine.library import Library
    from findling.paths import LibraryPaths
    from findling.settings import Settings


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of the command.

    Attributes:
        paths: the library's places.
        as_json: standard output takes one JSON document, and nothing else.
        verbose: everything is logged.
        shows_progress: progress is told on standard error.
    """

    paths: LibraryPaths
    as_json: bool = False
    verbose: bool = False
    shows_progress: bool = True

    def settings(self) -> Settings:
        """The user's settings.

        Raises:
            FindlingError: they cannot be read.
        """
        from findling.settings import read_settings

        return read_settings(self.paths.settings)

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The library, open for reading.

        Raises:
            LibraryError: there is none yet, or it cannot be read.
        """
        from findling.engine.library import Library

        library = Library.open(self.paths, self.settings())
        try:
            yield library
        finally:
            library.close()


pass_invocation = click.make_pass_decorator(Invocation)
"""Gives a command its `Invocation` as the first argument."""


def make_console(*, stderr: bool = False) -> Console:
    """Where people read; takes brackets, colons and numbers in a name for what they are."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=True)
