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
    from collections.abc import Iterable, Iterator


class State(StrEnum):
    """How far a step went.

    What a library that is opened holds of the planned, the begun and what was being undone, a crash cut short. A step
    that failed may be half done: the disk let it neither be finished nor taken back.
    """

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    FAILED = "failed"
    DROPPED = "dropped"
    UNDOING = "undoing"
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

    def begin_run(self, started_ns: int, steps: Iterable[str]) -> tuple[int, list[int]]:
        """Open a run with all that it is going to do; gives its number, and those of its steps."""
        insert = self._connection.execute
        run = int(insert("INSERT INTO runs (started_ns) VALUES (?)", (started_ns,)).lastrowid or 0)
        statement = "INSERT INTO steps (run_id, step, state, place) VALUES (?, ?, ?, X'')"
        return run, [int(insert(statement, (run, step, State.PLANNED)).lastrowid or 0) for step in steps]

    def begin_step(self, step: int, place: Path) -> None:
        """Write down what is about to be done."""
        self._connection.execute(
            "UPDATE steps SET state = ?, place = ? WHERE id = ?", (State.BEGUN, os.fsencode(place), step)
        )

    def end_step(self, step: int, state: State) -> None:
        """Write down how a step ended."""
        self._connection.execute("UPDATE steps SET state = ? WHERE id = ?", (state, step))

    def end_run(self, run: int) -> bool:
        """Forget what a run did not do, and the run if it did nothing; whether it is still there."""
        self._connection.execute("DELETE FROM steps WHERE run_id = ? AND state IN ('planned', 'dropped')", (run,))
        empty = "DELETE FROM runs WHERE id = ? AND NOT EXISTS (SELECT 1 FROM steps WHERE run_id = runs.id)"
        return not self._connection.execute(empty, (run,)).rowcount

    def unsettled(self) -> list[int]:
        """The runs of which a step never came to its end, the oldest first."""
        rows = self._connection.execute(
            "SELECT DISTINCT run_id FROM steps WHERE state NOT IN ('done', 'undone') ORDER BY run_id"
        )
        return [row[0] for row in rows]

    def steps(self, run: int) -> list[StepRow]:
        """All that is known of a run, the latest step first."""
        rows = self._connection.execute(
            "SELECT id, run_id, step, state, place FROM steps WHERE run_id = ? ORDER BY id DESC", (run,)
        )
        return [StepRow(row[0], row[1], row[2], State(row[3]), Path(os.fsdecode(row[4]))) for row in rows]

    def was_reused(self, place: Path, step: int) -> bool:
        """Whether a later step began at a step's place: nothing was there by then, and what is there now is not its."""
        found = self._connection.execute(
            "SELECT 1 FROM steps WHERE id > ? AND place = ? AND place NOT IN (X'', X'2E') LIMIT 1",
            (step, os.fsencode(place)),
        ).fetchone()
        return found is not None

    def has_done(self, part: str) -> bool:
        """Whether some step that is done, and not taken back, has this in its text."""
        found = self._connection.execute(
            "SELECT 1 FROM steps WHERE state = 'done' AND instr(step, ?) LIMIT 1", (part,)
        ).fetchone()
        return found is not None

    def done_steps(self) -> list[tuple[int, str]]:
        """Each step that is done, and not taken back, as its run and its text, the oldest first."""
        rows = self._connection.execute("SELECT run_id, step FROM steps WHERE state = 'done' ORDER BY id")
        return rows.fetchall()

    def runs(self) -> list[tuple[int, int, int, int, int]]:
        """Number, start (ns), steps done, undone, and those of both that rename, of each run; the latest first."""
        rows = self._connection.execute(
            "SELECT r.id, r.started_ns,"
            " coalesce(sum(s.state IN ('begun', 'done', 'failed', 'undoing')), 0),"
            " coalesce(sum(s.state = 'undone'), 0),"
            " coalesce(sum(s.state NOT IN ('planned', 'dropped') AND json_extract(s.step, '$.action') = 'rename'), 0)"
            " FROM runs r LEFT JOIN steps s ON s.run_id = r.id"
            " GROUP BY r.id ORDER BY r.id DESC"
        )
        return rows.fetchall()
