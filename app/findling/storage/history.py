"""What was cleared away, written down before it was done, so that all of it can be taken back."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


class State(StrEnum):
    """How far a step went."""

    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a run.

    Attributes:
        step: as it was planned, in the wire's form.
        place: where the file went, or was about to go.
    """

    id: int
    run: int
    step: str
    state: State
    place: Path


class History:
    """Tables `runs` and `steps`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def durable(self) -> Iterator[None]:
        """Inside, what is committed is on the disk before the next thing happens; not within a transaction."""
        self._connection.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self._connection.execute("PRAGMA synchronous = NORMAL")

    def begin_run(self, started_ns: int) -> int:
        """Open a run; gives its number."""
        return int(self._connection.execute("INSERT INTO runs (started_ns) VALUES (?)", (started_ns,)).lastrowid or 0)

    def begin_step(self, run: int, step: str, place: Path) -> int:
        """Write down what is about to be done; gives the step's number."""
        cursor = self._connection.execute(
            "INSERT INTO steps (run_id, step, state, place) VALUES (?, ?, ?, ?)",
            (run, step, State.BEGUN, os.fsencode(place)),
        )
        return int(cursor.lastrowid or 0)

    def end_step(self, step: int, state: State) -> None:
        """Write down how a step ended."""
        self._connection.execute("UPDATE steps SET state = ? WHERE id = ?", (state, step))

    def to_undo(self, run: int) -> list[StepRow]:
        """The steps of a run that were done, or cut short, the latest first."""
        rows = self._connection.execute(
            "SELECT id, run_id, step, state, place FROM steps WHERE run_id = ? AND state IN ('begun', 'done')"
            " ORDER BY id DESC",
            (run,),
        )
        return [StepRow(row[0], row[1], row[2], State(row[3]), Path(os.fsdecode(row[4]))) for row in rows]

    def runs(self) -> list[tuple[int, int, int, int]]:
        """Number, start (ns), steps that are done, steps that were undone, of each run; the latest first."""
        rows = self._connection.execute(
            "SELECT r.id, r.started_ns, coalesce(sum(s.state IN ('begun', 'done')), 0),"
            " coalesce(sum(s.state = 'undone'), 0) FROM runs r LEFT JOIN steps s ON s.run_id = r.id"
            " GROUP BY r.id ORDER BY r.id DESC"
        )
        return rows.fetchall()
