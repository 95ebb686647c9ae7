"""Mark of a shared folder on the server, changed by one of several publications at a time.

A mark says of which state of the library on a computer a folder's files are. Two processes of a computer, or two
computers with copies of one library, may publish the same folder at once. So each transaction that changes files or
mark first looks whether the row that bears the mark is the one that was read before anything else: every change of the
folder's files makes a new row, by whoever and with whatever version of Findling (`publication_tables`). Versions of the
row are told apart by the transaction that made it, the system column `xmin`; no member can make, lock or change another
one's row. Of several, the first to write goes on, and the others begin anew with what it left, so that there is always
one that comes to its end.

Locked is in the order that `rights_tables` gives.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg


class OvertakenError(Exception):
    """Others changed the folder's files or mark since they were read."""


class PublicationMark:
    """Mark of one folder, as it was read last or left by its own changes.

    Attributes:
        text: the mark; None where nothing tells of which state the files are.
    """

    def __init__(self, connection: psycopg.Connection[Any], folder_id: int) -> None:
        """Take the mark of a folder over a connection in READ COMMITTED, without reading it yet."""
        self._connection = connection
        self._folder_id = folder_id
        self._row_version = ""
        self.text: str | None = None

    def read(self) -> bool:
        """Read the mark; return whether the folder is still shared.

        What is compared, there and here, is to be read after it.
        """
        row = self._connection.execute(
            "SELECT mark, xmin::text FROM publications WHERE folder_id = %s", (self._folder_id,)
        ).fetchone()
        if row is None:
            return False
        self.text, self._row_version = row
        return True

    @contextmanager
    def changing(self, mark: str | None) -> Iterator[None]:
        """Hold the folder for a transaction that may change its files, and leave it with a mark.

        Raises:
            OvertakenError: others changed it before; nothing is changed then.
        """
        with self._connection.transaction():
            self._hold()
            yield
            row = self._connection.execute(
                "UPDATE publications SET mark = %s WHERE folder_id = %s RETURNING xmin::text", (mark, self._folder_id)
            ).fetchone()
            assert row is not None
        # Only now is it certain.
        self.text, self._row_version = mark, row[0]

    def _hold(self) -> None:
        self._connection.execute("LOCK TABLE files IN ROW EXCLUSIVE MODE")
        self._connection.execute("SELECT FROM folders WHERE id = %s FOR KEY SHARE", (self._folder_id,))
        row = self._connection.execute(
            # Compared here, since what is returned is what was locked.
            "SELECT xmin::text FROM publications WHERE folder_id = %s FOR NO KEY UPDATE",
            (self._folder_id,),
        ).fetchone()
        if row is None or row[0] != self._row_version:
            raise OvertakenError
