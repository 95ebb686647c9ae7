"""Labels that the user gave to documents, or refused them.

A choice is about a content and follows it to wherever it lies; a file that is edited keeps it, by triggers on `files`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.labels import DocumentLabel, LabelChoice

if TYPE_CHECKING:
    import sqlite3

BEARS = (
    "EXISTS (SELECT 1 FROM label_choices own WHERE own.label = ? AND own.choice = 'given'"
    " AND (own.path = f.path OR own.content = d.content_hash))"
)
"""Condition on files `f` and their documents `d`: the file bears a label, whose folded name is the parameter."""


@dataclass(frozen=True, slots=True)
class ChosenDocuments:
    """Documents about which the user chose, for one label, by their ids.

    Attributes:
        given, refused: those that bear it, and those that do not.
        others: those that bear another label.
    """

    given: frozenset[int]
    refused: frozenset[int]
    others: frozenset[int]


def fold_label(name: str) -> str:
    """Return a label's name as names are compared: without case and needless spaces."""
    return " ".join(name.split()).casefold()


class Labels:
    """Tables `labels` and `label_choices`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def choose(self, name: str, path: Path, choice: LabelChoice, now_ns: int) -> bool:
        """Store a choice about a file, and the label if it is new; return False where the library has no such file."""
        row = self._connection.execute(
            "SELECT d.content_hash FROM files f LEFT JOIN documents d ON d.id = f.document_id WHERE f.path = ?",
            (os.fsencode(path),),
        ).fetchone()
        if row is None:
            return False
        folded = fold_label(name)
        # What was chosen for the same content under another name is chosen anew.
        self._connection.execute(
            "DELETE FROM label_choices WHERE label = ? AND (path = ? OR content = ?)",
            (folded, os.fsencode(path), row[0]),
        )
        if choice is not LabelChoice.NONE:
            self._connection.execute(
                "INSERT OR IGNORE INTO labels (label, name) VALUES (?, ?)",
                (folded, " ".join(name.split())),
            )
            self._connection.execute(
                "INSERT INTO label_choices (label, path, content, choice, chosen_ns) VALUES (?, ?, ?, ?, ?)",
                (folded, os.fsencode(path), row[0], choice, now_ns),
            )
        return True

    def remove(self, name: str) -> None:
        """Delete a label and all choices about it."""
        self._connection.execute("DELETE FROM label_choices WHERE label = ?", (fold_label(name),))
        self._connection.execute("DELETE FROM labels WHERE label = ?", (fold_label(name),))

    def exists(self, name: str) -> bool:
        """Return whether there is such a label."""
        row = self._connection.execute("SELECT 1 FROM labels WHERE label = ?", (fold_label(name),)).fetchone()
        return row is not None

    def all(self) -> list[DocumentLabel]:
        """Return all labels with the number of files that bear each, by name."""
        rows = self._connection.execute("SELECT label, name FROM labels ORDER BY label").fetchall()
        return [DocumentLabel(name, len(self.bearers(label))) for label, name in rows]

    def bearers(self, name: str) -> list[Path]:
        """Return the files that bear a label, by path."""
        label = fold_label(name)
        rows = self._connection.execute(
            "SELECT f.path FROM files f JOIN label_choices c ON c.path = f.path"
            " WHERE c.label = ?1 AND c.choice = 'given'"
            " UNION SELECT f.path FROM label_choices c JOIN documents d ON d.content_hash = c.content"
            " JOIN files f ON f.document_id = d.id WHERE c.label = ?1 AND c.choice = 'given' ORDER BY 1",
            (label,),
        )
        return [Path(os.fsdecode(row[0])) for row in rows]

    def chosen(self, name: str) -> ChosenDocuments:
        """Return the documents about which the user chose."""
        rows = self._connection.execute(
            "SELECT c.label, c.choice, d.id FROM label_choices c JOIN documents d ON d.content_hash = c.content"
            " UNION SELECT c.label, c.choice, f.document_id FROM label_choices c JOIN files f ON f.path = c.path"
            " WHERE f.document_id IS NOT NULL"
        ).fetchall()
        label = fold_label(name)
        given = frozenset(number for each, choice, number in rows if each == label and choice == LabelChoice.GIVEN)
        refused = frozenset(number for each, choice, number in rows if each == label and choice == LabelChoice.REFUSED)
        others = frozenset(number for each, choice, number in rows if each != label and choice == LabelChoice.GIVEN)
        return ChosenDocuments(given, refused - given, others - given)
