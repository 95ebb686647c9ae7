"""Note of what is being worked on, which tells the next process on what the last one ended."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from findling.errors import FindlingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.storage.database import Database

MOST_CRASHES = 2
"""Crashes after which a file or document is set aside."""


class Attempted(Protocol):
    """Table of files or documents that notes which of them are being worked on."""

    def begin(self, ids: Sequence[int], /) -> None:
        """Note that these are worked on."""

    def release(self, ids: Sequence[int], /) -> None:
        """Undo `begin`."""

    def suspend_begun(self, *, crashed: bool) -> None:
        """Put those that were begun and not ended behind all others."""


@contextmanager
def attempting(database: Database, table: Attempted, ids: Sequence[int]) -> Iterator[None]:
    """Note that these are worked on inside; an error not of the environment counts as a crash."""
    with database.transaction():
        table.begin(ids)
    try:
        yield
    except FindlingError:
        # A server that is away, a full disk: they are not to blame.
        with database.transaction():
            table.release(ids)
        raise
    except Exception as error:
        with database.transaction():
            table.suspend_begun(crashed=not isinstance(error, MemoryError))
        raise
    with database.transaction():
        table.release(ids)
