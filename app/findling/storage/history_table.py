"""History of clearing up, written before each step is taken, so that all can be undone."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.plans import Action, Seen, Step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_FILE = "path, size, modified_ns, mode, content"
_SURVIVOR = "survivor_path, survivor_size, survivor_modified_ns, survivor_mode, survivor_content"
_HIGHEST_MODE = 0o177777
# Python refuses a whole row where a text in it has rotted. So texts come as bytes; where none belongs, as a fraction,
# which belongs nowhere.
_ROW = ", ".join(
    [
        *("id", "run_id", "CAST(state AS BLOB)", "CAST(action AS BLOB)"),
        *(
            f"CASE typeof({name}) WHEN 'text' THEN 0.5 ELSE {name} END"
            for name in f"place, target, {_FILE}, {_SURVIVOR}".split(", ")
        ),
    ]
)
_INSERT = (
    f"INSERT INTO steps (run_id, state, place, action, target, {_FILE}, {_SURVIVOR})"
    " VALUES (?, ?, X'', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class StepState(StrEnum):
    """State of a step.

    In a library that is opened, a crash has interrupted the planned, the begun and the undoing ones. A failed step may
    be half done: the disk let it neither be finished nor undone.
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
    """Step of a run.

    Attributes:
        step: as it was planned; None where the row is damaged.
        state: begun where the row does not say it.
        place: where the file went, or was about to go; the empty path where the row does not say it.
        path: the file; None where a damaged row does not say it.
    """

    id: int
    run: int
    step: Step | None
    state: StepState
    place: Path
    path: Path | None


class History:
    """Tables `runs` and `steps`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def durable(self) -> Iterator[None]:
        """Flush each commit to the disk inside; not to be used within a transaction."""
        self._connection.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self._connection.execute("PRAGMA synchronous = NORMAL")

    def begin_run(self, started_ns: int, steps: Iterable[Step]) -> tuple[int, list[int]]:
        """Add a run with all its steps; return its number and theirs."""
        insert = self._connection.execute
        run = int(insert("INSERT INTO runs (started_ns) VALUES (?)", (started_ns,)).lastrowid or 0)
        rows = ((run, StepState.PLANNED, *_to_columns(step)) for step in steps)
        return run, [int(insert(_INSERT, row).lastrowid or 0) for row in rows]

    def begin_step(self, step: int, place: Path) -> None:
        """Record that a step begins, and where its file goes."""
        self._connection.execute(
            "UPDATE steps SET state = ?, place = ? WHERE id = ?", (StepState.BEGUN, os.fsencode(place), step)
        )

    def end_step(self, step: int, state: StepState) -> None:
        """Record the state in which a step ended."""
        self._connection.execute("UPDATE steps SET state = ? WHERE id = ?", (state, step))

    def end_run(self, run: int) -> bool:
        """Delete the steps that were not taken, and an empty run; return True if the run remains."""
        self._connection.execute("DELETE FROM steps WHERE run_id = ? AND state IN ('planned', 'dropped')", (run,))
        empty = "DELETE FROM runs WHERE id = ? AND NOT EXISTS (SELECT 1 FROM steps WHERE run_id = runs.id)"
        return not self._connection.execute(empty, (run,)).rowcount

    def unsettled(self) -> list[int]:
        """Return the runs with a step that is neither done nor undone, the oldest first."""
        rows = self._connection.execute(
            "SELECT DISTINCT run_id FROM steps WHERE state NOT IN ('done', 'undone') ORDER BY run_id"
        )
        return [row[0] for row in rows]

    def steps(self, run: int) -> list[StepRow]:
        """Return the steps of a run, the latest first."""
        rows = self._connection.execute(f"SELECT {_ROW} FROM steps WHERE run_id = ? ORDER BY id DESC", (run,))
        return [_read_row(row) for row in rows]

    def was_reused(self, place: Path, step: int) -> bool:
        """Return True if a later step used a step's place: what is there now belongs to that one."""
        found = self._connection.execute(
            "SELECT 1 FROM steps WHERE id > ? AND place = ? AND place NOT IN (X'', X'2E') LIMIT 1",
            (step, os.fsencode(place)),
        ).fetchone()
        return found is not None

    def find_done(self, file: Seen) -> int | None:
        """Return the latest run that cleared this very file away and was not undone."""
        found = self._connection.execute(
            "SELECT run_id FROM steps WHERE state = 'done'"
            " AND path = ? AND content = ? AND (size, modified_ns, mode) = (?, ?, ?) ORDER BY id DESC LIMIT 1",
            (os.fsencode(file.path), file.content, file.size, file.modified_ns, file.mode),
        ).fetchone()
        return None if found is None else int(found[0])

    def runs(self) -> list[tuple[int, int, int, int, int]]:
        """Return number, start (ns), steps done, undone and renaming of each run, the latest first.

        A start that is damaged is 0.
        """
        rows = self._connection.execute(
            "SELECT r.id, CASE typeof(r.started_ns) WHEN 'integer' THEN r.started_ns ELSE 0 END,"
            " coalesce(sum(s.state IN ('begun', 'done', 'failed', 'undoing')), 0),"
            " coalesce(sum(s.state = 'undone'), 0),"
            " coalesce(sum(s.state NOT IN ('planned', 'dropped') AND s.action = 'rename'), 0)"
            " FROM runs r LEFT JOIN steps s ON s.run_id = r.id"
            " GROUP BY r.id ORDER BY r.id DESC"
        )
        return rows.fetchall()


def _to_columns(step: Step) -> tuple[object, ...]:
    target = None if step.target is None else os.fsencode(step.target)
    return step.action, target, *_seen_to_columns(step.file), *_seen_to_columns(step.survivor)


def _seen_to_columns(seen: Seen) -> tuple[object, ...]:
    return os.fsencode(seen.path), seen.size, seen.modified_ns, seen.mode, seen.content


def _read_row(row: tuple[object, ...]) -> StepRow:
    """Read a row of which any value may be damaged, except its numbers."""
    number, run, state, action, place, target, *seen = row
    assert isinstance(number, int)
    assert isinstance(run, int)
    known, where = _read_state(state), _read_path(place)
    step = _read_step(action, target, seen)
    return StepRow(
        number,
        run,
        step if known and where else None,
        known or StepState.BEGUN,
        where or Path(),
        _read_path(seen[0]),
    )


def _read_step(action: object, target: object, seen: list[object]) -> Step | None:
    """Read a step, unless any part of it is missing or of the wrong type."""
    file, survivor = _read_seen(*seen[:5]), _read_seen(*seen[5:])
    where = _read_path(target)
    if file is None or survivor is None or (target is not None and where is None) or not isinstance(action, bytes):
        return None
    try:
        return Step(Action(os.fsdecode(action)), file, survivor, where)
    except ValueError:
        return None


def _read_seen(path: object, size: object, modified_ns: object, mode: object, content: object) -> Seen | None:
    where = _read_path(path)
    if (
        where is None
        or not isinstance(size, int)
        or not isinstance(modified_ns, int)
        or not (isinstance(mode, int) and 0 <= mode <= _HIGHEST_MODE)
        or not isinstance(content, bytes)
    ):
        return None
    return Seen(path=where, size=size, modified_ns=modified_ns, mode=mode, content=content)


def _read_state(value: object) -> StepState | None:
    try:
        return StepState(os.fsdecode(value)) if isinstance(value, bytes) else None
    except ValueError:
        return None


def _read_path(value: object) -> Path | None:
    """Read a path; None for what no system takes for one."""
    try:
        return Path(os.fsdecode(value)) if isinstance(value, bytes) and b"\0" not in value else None
    except ValueError:
        return None
