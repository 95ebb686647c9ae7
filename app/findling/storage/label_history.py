"""History of labels: what was done last with them, so that it can be undone.

An act is stored as the rows of the tables of labels that it took away and those that it added; undoing it changes them
back, and leaves alone what became of other rows since.
"""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from findling.domain.labels import LabelAct, LabelActKind, fold_label

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_Value: TypeAlias = "str | int | bytes | None"
Rows: TypeAlias = "set[tuple[_Value, ...]]"

MOST_ACTS = 50
"""Acts that are kept; of more, the latest."""

# Table, its columns, and the condition on rows that have to do with a label.
_TABLES = (
    ("labels", "label, name", "label = :label"),
    ("label_choices", "label, path, content, choice, chosen_ns", "label = :label"),
    ("label_watches", "label, since_ns", "label = :label"),
    ("label_colours", "label, colour", "label = :label"),
    ("former_labels", "former, label", ":label IN (former, label)"),
)
# The label or file may have got a row of another kind since: what is put back takes its place.
_TAKE_AWAY = {
    "labels": "label = ?1",
    "label_choices": "label = ?1 AND (path = ?2 OR content = ?3)",
    "label_watches": "label = ?1",
    "label_colours": "label = ?1",
    "former_labels": "former = ?1",
}


class LabelHistory:
    """Table `label_acts`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def recording(self, kind: LabelActKind, name: str, *others: str) -> Iterator[None]:
        """Record what is done with labels inside, in the caller's transaction, if anything changes.

        Args:
            kind: of what is done.
            name: of the label that it is done with.
            others: names of further labels that it changes.
        """
        labels = {fold_label(each) for each in (name, *others)}
        before = {table: self._read(table, columns, condition, labels) for table, columns, condition in _TABLES}
        yield
        after = {table: self._read(table, columns, condition, labels) for table, columns, condition in _TABLES}
        gone = {table: before[table] - after[table] for table in before}
        came = {table: after[table] - before[table] for table in after}
        if any(gone.values()) or any(came.values()):
            written = self._connection.execute(
                "INSERT INTO label_acts (kind, name, made_ns, gone, came) VALUES (?, ?, ?, ?, ?)",
                (kind, name, time.time_ns(), _to_json(gone), _to_json(came)),
            )
            self._connection.execute("DELETE FROM label_acts WHERE id <= ?", ((written.lastrowid or 0) - MOST_ACTS,))

    def undo(self, name: str = "") -> LabelAct | None:
        """Undo the latest act with a label, or with any; return it, or None where there is none."""
        rows = self._connection.execute("SELECT id, kind, name, made_ns, gone, came FROM label_acts ORDER BY id DESC")
        found = next((row for row in rows if not name or fold_label(row[2]) == fold_label(name)), None)
        if found is None:
            return None
        number, kind, of, made_ns, gone, came = found
        for table, _, _ in _TABLES:
            for row in _from_json(came, table):
                self._take_away(table, row)
        for table, columns, _ in _TABLES:
            for row in _from_json(gone, table):
                self._take_away(table, row)
                marks = ", ".join("?" * len(row))
                self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
        self._connection.execute("DELETE FROM label_acts WHERE id = ?", (number,))
        return LabelAct(LabelActKind(kind), of, made_ns)

    def _read(self, table: str, columns: str, condition: str, labels: set[str]) -> Rows:
        found: Rows = set()
        for label in labels:
            found.update(self._connection.execute(f"SELECT {columns} FROM {table} WHERE {condition}", {"label": label}))
        return found

    def _take_away(self, table: str, row: Sequence[_Value]) -> None:
        condition = _TAKE_AWAY[table]
        self._connection.execute(f"DELETE FROM {table} WHERE {condition}", row[: condition.count("?")])


def _to_json(rows: dict[str, Rows]) -> str:
    return json.dumps({table: [[_pack(value) for value in row] for row in each] for table, each in rows.items()})


def _from_json(text: str, table: str) -> list[list[_Value]]:
    return [[_unpack(value) for value in row] for row in json.loads(text).get(table, [])]


def _pack(value: _Value) -> object:
    """Return a value as JSON has it: bytes as a list of their hexadecimal digits."""
    return [value.hex()] if isinstance(value, bytes) else value


def _unpack(value: _Value | list[str]) -> _Value:
    return bytes.fromhex(value[0]) if isinstance(value, list) else value
