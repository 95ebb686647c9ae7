"""Lookup of rights by the server: row by row, or by a list of all that may be seen.

PostgreSQL makes the list, of all files that a person may see, anew for each statement that it expects to ask for more
than some hundred rows; that takes the longer the larger the library is, whatever the statement returns. It looks up
row by row where no such list has room in its memory. Results are the same.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

_NO_ROOM = "SET LOCAL work_mem = '64kB'; SET LOCAL hash_mem_multiplier = 1.0"
"""The least that PostgreSQL allows: of some 4,000 files a list is still made, which is soon done."""

_AS_SET_UP = "SET LOCAL work_mem TO DEFAULT; SET LOCAL hash_mem_multiplier TO DEFAULT"


def look_up_one_by_one(connection: psycopg.Connection[Any]) -> None:
    """Have each row looked up by itself until the transaction ends, for a few hundred rows."""
    connection.execute(_NO_ROOM)


@contextmanager
def looking_up_by_list(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Leave the way to the server for statements that go through all rows of a snapshot."""
    connection.execute(_AS_SET_UP)
    yield
    look_up_one_by_one(connection)
