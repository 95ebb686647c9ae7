"""Labels that the user gave to documents, or refused them.

A choice is about a content and follows it to wherever it lies; a file that is edited keeps it, by triggers on `files`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.labels import DocumentLabel, LabelChoice, LabelledFile, fold_label
from findling.errors import UsageError
from findling.formats import FileKind
from findling.messages.library_templates import LabelMessage
from findling.messages.remedy_templates import Remedy
from findling.storage.sql_parts import batched, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_BEARS = (
    "EXISTS (SELECT 1 FROM label_choices own WHERE own.label = {label} AND own.choice = 'given'"
    " AND (own.path = f.path OR own.content = d.content_hash))"
)
BEARS = _BEARS.format(label="?")
"""Condition on files `f` and their documents `d`: the file bears a label, whose folded name is the parameter."""

_WITHDRAW_REFUSALS = (
    "DELETE FROM label_choices WHERE label = :label AND choice = 'refused' AND EXISTS (SELECT 1 FROM label_choices o"
    " WHERE o.label = :other AND o.choice = 'given' AND (o.path = label_choices.path OR o.content ="
    " label_choices.content))"
)

_FILE = "f.path, coalesce(d.title, ''), coalesce(d.kind, promised_kind(f.path)), f.mtime_ns"


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


class Labels:
    """Tables `labels`, `label_choices`, `label_watches`, `label_colours` and `former_labels`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def choose(self, name: str, path: Path, choice: LabelChoice, now_ns: int) -> bool:
        """Store a choice about a file, and the label if new; return False for an unknown file."""
        row = self._connection.execute(
            "SELECT d.content_hash FROM files f LEFT JOIN documents d ON d.id = f.document_id WHERE f.path = ?",
            (os.fsencode(path),),
        ).fetchone()
        if row is None:
            return False
        folded = fold_label(name)
        # What was chosen for the same content under another name is chosen again.
        self._connection.execute(
            "DELETE FROM label_choices WHERE label = ? AND (path = ? OR content = ?)",
            (folded, os.fsencode(path), row[0]),
        )
        if choice is not LabelChoice.NONE:
            if not self.exists(name):
                self._add(folded, " ".join(name.split()))
            self._connection.execute(
                "INSERT INTO label_choices (label, path, content, choice, chosen_ns) VALUES (?, ?, ?, ?, ?)",
                (folded, os.fsencode(path), row[0], choice, now_ns),
            )
        return True

    def _add(self, folded: str, name: str) -> None:
        """Add a label in a colour that no other has; it alone is meant by its name from now on."""
        taken = {row[0] for row in self._connection.execute("SELECT colour FROM label_colours")}
        colour = next(number for number in range(len(taken) + 1) if number not in taken)
        self._connection.execute("DELETE FROM former_labels WHERE former = ?", (folded,))
        self._connection.execute("INSERT INTO labels (label, name) VALUES (?, ?)", (folded, name))
        self._connection.execute("INSERT OR REPLACE INTO label_colours (label, colour) VALUES (?, ?)", (folded, colour))

    def remove(self, name: str) -> None:
        """Delete a label and all choices about it."""
        for table in ("label_choices", "label_watches", "label_colours", "former_labels", "labels"):
            self._connection.execute(f"DELETE FROM {table} WHERE label = ?", (fold_label(name),))

    def rename(self, name: str, new_name: str) -> None:
        """Rename a label, which keeps its former name too; one that has the new name takes it in.

        Of two that become one, what either was given to bears it, and what was refused for the other one alone is
        refused.
        """
        old, new = fold_label(name), fold_label(new_name)
        if old == new:
            self._connection.execute("UPDATE labels SET name = ? WHERE label = ?", (" ".join(new_name.split()), old))
            return
        for at, other in ((old, new), (new, old)):
            self._connection.execute(_WITHDRAW_REFUSALS, {"label": at, "other": other})
        for table in ("label_choices", "label_watches", "label_colours"):
            self._connection.execute(f"UPDATE OR IGNORE {table} SET label = ? WHERE label = ?", (new, old))
            self._connection.execute(f"DELETE FROM {table} WHERE label = ?", (old,))
        self._connection.execute(
            "INSERT OR IGNORE INTO labels (label, name) VALUES (?, ?)", (new, " ".join(new_name.split()))
        )
        self._connection.execute("DELETE FROM labels WHERE label = ?", (old,))
        self._connection.execute("UPDATE former_labels SET label = ? WHERE label = ?", (new, old))
        self._connection.execute("DELETE FROM former_labels WHERE former = ?", (new,))
        self._connection.execute("INSERT OR REPLACE INTO former_labels (former, label) VALUES (?, ?)", (old, new))

    def current_name(self, name: str) -> str:
        """Return the present name of a label that had this one before; the name itself for none."""
        row = self._connection.execute(
            "SELECT l.name FROM former_labels f JOIN labels l ON l.label = f.label WHERE f.former = ?",
            (fold_label(name),),
        ).fetchone()
        return str(row[0]) if row else name

    def watch(self, name: str, since_ns: int | None) -> None:
        """Suggest a label for files from a time on, without being asked, or for none any more."""
        self._connection.execute("DELETE FROM label_watches WHERE label = ?", (fold_label(name),))
        if since_ns is not None:
            self._connection.execute(
                "INSERT INTO label_watches (label, since_ns) VALUES (?, ?)", (fold_label(name), since_ns)
            )

    def watched_since(self, name: str) -> int | None:
        """Return from when on a label is suggested for new files; None where it is not."""
        row = self._connection.execute(
            "SELECT since_ns FROM label_watches WHERE label = ?", (fold_label(name),)
        ).fetchone()
        return int(row[0]) if row else None

    def exists(self, name: str) -> bool:
        """Return whether there is such a label."""
        row = self._connection.execute("SELECT 1 FROM labels WHERE label = ?", (fold_label(name),)).fetchone()
        return row is not None

    def require(self, name: str) -> None:
        """Check that there is such a label.

        Raises:
            UsageError: there is none.
        """
        if not self.exists(name):
            raise UsageError(LabelMessage.NO_LABEL(name=name), Remedy.SEE_LABELS())

    def all(self) -> list[DocumentLabel]:
        """Return all labels with the number of files that bear each, by name."""
        colours = dict(self._connection.execute("SELECT label, colour FROM label_colours").fetchall())
        rows = self._connection.execute("SELECT label, name FROM labels ORDER BY label").fetchall()
        # A store of an earlier release gave back a label without a colour.
        spare = max(colours.values(), default=-1) + 1
        return [
            DocumentLabel(name, len(self._bearers(label)), self.watched_since(label), colours.get(label, spare + at))
            for at, (label, name) in enumerate(rows)
        ]

    def documents(self) -> dict[str, list[int]]:
        """Return the documents that bear each label, by its name."""
        rows = self._connection.execute(
            "SELECT l.name, d.id FROM label_choices c JOIN labels l ON l.label = c.label"
            " JOIN documents d ON d.content_hash = c.content WHERE c.choice = 'given'"
            " UNION SELECT l.name, f.document_id FROM label_choices c JOIN labels l ON l.label = c.label"
            " JOIN files f ON f.path = c.path WHERE c.choice = 'given' AND f.document_id IS NOT NULL ORDER BY 1, 2"
        )
        found: dict[str, list[int]] = {}
        for name, document_id in rows:
            found.setdefault(name, []).append(document_id)
        return found

    def bearers(self, name: str) -> list[LabelledFile]:
        """Return the files that bear a label, by path."""
        return self._describe(self._bearers(fold_label(name)))

    def of_file(self, path: Path) -> tuple[str, ...]:
        """Return the names of the labels that a file bears, by name."""
        rows = self._connection.execute(
            "SELECT l.name FROM labels l JOIN files f ON f.path = ? LEFT JOIN documents d ON d.id = f.document_id"
            f" WHERE {_BEARS.format(label='l.label')} ORDER BY l.label",
            (os.fsencode(path),),
        )
        return tuple(row[0] for row in rows)

    def latest_files(self, document_ids: Iterable[int]) -> dict[int, tuple[LabelledFile, int]]:
        """Return each document's file changed last, and since when one is as it is here.

        That is a ctime in nanoseconds.
        """
        found: dict[int, tuple[LabelledFile, int]] = {}
        for part in batched(list(document_ids)):
            rows = self._connection.execute(
                f"SELECT d.id, {_FILE}, min(f.changed_ns) OVER (PARTITION BY d.id) FROM files f"
                f" JOIN documents d ON d.id = f.document_id WHERE d.id IN ({marks(part)}) ORDER BY f.mtime_ns",
                part,
            )
            found |= {row[0]: (_read_file(row[1:5]), int(row[5])) for row in rows}
        return found

    def _bearers(self, label: str) -> list[bytes]:
        rows = self._connection.execute(
            "SELECT f.path FROM files f JOIN label_choices c ON c.path = f.path"
            " WHERE c.label = ?1 AND c.choice = 'given'"
            " UNION SELECT f.path FROM label_choices c JOIN documents d ON d.content_hash = c.content"
            " JOIN files f ON f.document_id = d.id WHERE c.label = ?1 AND c.choice = 'given' ORDER BY 1",
            (label,),
        )
        return [row[0] for row in rows]

    def _describe(self, paths: list[bytes]) -> list[LabelledFile]:
        found: dict[bytes, LabelledFile] = {}
        for part in batched(paths):
            rows = self._connection.execute(
                f"SELECT {_FILE} FROM files f LEFT JOIN documents d ON d.id = f.document_id"
                f" WHERE f.path IN ({marks(part)})",
                part,
            )
            found |= {row[0]: _read_file(row) for row in rows}
        return [found[path] for path in paths]

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


def _read_file(row: tuple[bytes, str, str, int]) -> LabelledFile:
    path, title, kind, modified_ns = row
    return LabelledFile(Path(os.fsdecode(path)), title, FileKind(kind), modified_ns)
