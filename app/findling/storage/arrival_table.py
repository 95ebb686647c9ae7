"""Files that came into watched folders, until it is told if the library had them already."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import FileStatus
from findling.storage.sql_parts import batched, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence


class ArrivalState(IntEnum):
    """State of an arrival: not compared yet, like another file, or like none as far as written."""

    WAITING = 0
    KNOWN = 1
    NEW = 2


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """File that came.

    Attributes:
        document_id: what was read in it; None where it has no text.
        arrived_ns: when it was noticed, in ns since 1970.
    """

    file_id: int
    path: Path
    document_id: int | None
    arrived_ns: int


class Arrivals:
    """Table `arrivals`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, file_ids: Iterable[int], now_ns: int) -> None:
        """Note files that came; those that are gone by now are left out."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO arrivals (file_id, arrived_ns, state) SELECT id, ?, ? FROM files WHERE id = ?",
            [(now_ns, ArrivalState.WAITING, file_id) for file_id in file_ids],
        )

    def reopen(self, file_ids: Iterable[int]) -> None:
        """Let files that were like none be compared again, for more of them was written since."""
        self._connection.executemany(
            "UPDATE arrivals SET state = ? WHERE file_id = ? AND state = ?",
            [(ArrivalState.WAITING, file_id, ArrivalState.NEW) for file_id in file_ids],
        )

    def read(self, limit: int) -> list[ArrivalRow]:
        """Return files that came, were read, and are still to be compared, the first first."""
        return self._select(
            "a.state = ? AND f.status <> ? ORDER BY a.arrived_ns, a.file_id LIMIT ?",
            (ArrivalState.WAITING, FileStatus.PENDING, limit),
        )

    def known(self, limit: int) -> list[ArrivalRow]:
        """Return files that came and were like others, the latest first."""
        return self._select("a.state = ? ORDER BY a.arrived_ns DESC, a.file_id LIMIT ?", (ArrivalState.KNOWN, limit))

    def settle(self, file_ids: Sequence[int], state: ArrivalState) -> None:
        """Note what became of files."""
        for part in batched(file_ids):
            self._connection.execute(f"UPDATE arrivals SET state = ? WHERE file_id IN ({marks(part)})", (state, *part))

    def forget_before(self, state: ArrivalState, moment_ns: int) -> None:
        """Delete what came before a moment and is in a state."""
        self._connection.execute("DELETE FROM arrivals WHERE state = ? AND arrived_ns < ?", (state, moment_ns))

    def _select(self, where: str, values: tuple[object, ...]) -> list[ArrivalRow]:
        rows = self._connection.execute(
            f"SELECT a.file_id, f.path, f.document_id, a.arrived_ns FROM arrivals a JOIN files f ON f.id = a.file_id"
            f" WHERE {where}",
            values,
        )
        return [ArrivalRow(number, Path(os.fsdecode(path)), document, at) for number, path, document, at in rows]
