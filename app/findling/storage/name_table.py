"""Names and folders of files in the form in which parts of them are searched."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from findling.domain.files import Absence, FileStatus, Reason
from findling.messages.message_json import notice_from_text
from findling.storage.file_filter import to_condition
from findling.storage.file_order import FILE_ORDERS
from findling.storage.name_folding import fold_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from findling.domain.search import SortOrder
    from findling.messages.notice import Notice
    from findling.storage.file_filter import Filter


_COLUMNS = "f.path, f.document_id, f.size, f.mtime_ns, f.status, f.reason, f.detail, f.absence, o.path, f.id"
# Of the few that are shown alone.
_DATED = "(SELECT dated_ns FROM origins WHERE file_id = {file} ORDER BY id LIMIT 1)"
_LOOKED_UP = 4_000


class NameMatch(IntEnum):
    """Ways in which a file's name bears what was typed, the best first."""

    WORDS = 0
    """Whole words."""
    BEGINNINGS = 1
    """Beginnings of words."""
    PARTS = 2
    """Parts of words, or words in part in the names of its folders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFile:
    """File found by its name or by a filter.

    Attributes:
        document_id: of its text; None where it has none, or was not read yet.
        size: bytes; modified_ns: since 1970.
        absence: why it is not to be had now; None where it is there.
        outermost: the file on the disk that it is in; None for a file on the disk.
        dated_ns: by itself, as a picture that has no text; None where it does not say.
    """

    path: Path
    document_id: int | None
    size: int
    modified_ns: int
    status: FileStatus
    reason: Reason | None
    detail: Notice | None
    absence: Absence | None
    outermost: Path | None
    dated_ns: int | None
    match: NameMatch


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """Files found by their names, best first: those with a text, and those without."""

    read: tuple[NamedFile, ...] = ()
    unread: tuple[NamedFile, ...] = ()


class Names:
    """Table `names`, which `Files` writes: each file's name, and those of all folders above it.

    Both are folded, with one space for all signs between two words, and one at each end. A search looks at each name:
    of a hundred thousand that takes a hundredth of a second, any part is found, in any script and however short, and a
    name is found as soon as it is stored (docs/benchmarks.md, "Names").
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, words: Sequence[str], excluded: Sequence[str], wanted: Filter, limit: int) -> NamedFiles:
        """Return files whose names bear the words, at least one in their own, others there or above.

        Args:
            words: at least one, folded by `fold_typed`.
            excluded: folded likewise; none of these may be in the name.
            wanted: what the files have to pass as well.
            limit: how many with a text, and how many without; the best matches first, of equal ones the latest.
        """
        # The longest first, since it is in the fewest names.
        typed = sorted(words, key=len, reverse=True)
        parts, values = _bear(typed)
        for word in excluded:
            parts.append("instr(n.name, ?) = 0")
            values.append(word)
        condition, filter_values = to_condition(wanted)
        whole, whole_values = _count_missing(typed, "{} ")
        begun, begun_values = _count_missing(typed, "{}")
        # Where no filter decides, only the best are looked up among the files: a letter is in nearly every name.
        best = "" if condition else f"ORDER BY not_whole + not_begun, file_id DESC LIMIT {_LOOKED_UP}"
        rows = self._connection.execute(
            f"WITH best AS (SELECT n.file_id, {whole} AS not_whole, {begun} AS not_begun FROM names n"
            f" WHERE {' AND '.join(parts)} {best}),"
            f" placed AS (SELECT {_COLUMNS}, not_whole, not_begun,"
            " row_number() OVER (PARTITION BY f.document_id IS NULL"
            " ORDER BY not_whole + not_begun, f.mtime_ns DESC, length(f.path), f.path) AS place"
            " FROM best JOIN files f ON f.id = file_id LEFT JOIN documents d ON d.id = f.document_id"
            " LEFT JOIN files o ON o.id = f.outermost_id"
            f" WHERE 1 {condition}) SELECT *, {_DATED.format(file='placed.id')} FROM placed"
            " WHERE place <= ? ORDER BY place",
            (*whole_values, *begun_values, *values, *filter_values, limit),
        )
        files = list(_read(rows.fetchall()))
        return NamedFiles(
            tuple(file for file in files if file.document_id is not None),
            tuple(file for file in files if file.document_id is None),
        )

    def bearers(self, names: Iterable[str], most: int) -> list[int]:
        """Return the documents of which a file bears one of these very names, by id.

        Names that more than `most` documents bear say nothing, and are passed over.
        """
        found: set[int] = set()
        for name in {fold_name(name) for name in names}:
            rows = self._connection.execute(
                "SELECT DISTINCT f.document_id FROM names n JOIN files f ON f.id = n.file_id"
                " WHERE n.name = ? AND f.document_id IS NOT NULL LIMIT ?",
                (name, most + 1),
            ).fetchall()
            found |= {row[0] for row in rows} if len(rows) <= most else set()
        return sorted(found)

    def unread(self, excluded: Sequence[str], wanted: Filter, order: SortOrder, limit: int) -> tuple[NamedFile, ...]:
        """Return up to `limit` files without a text that pass a filter, in an order."""
        condition, values = to_condition(wanted)
        left_out = " AND instr(n.name, ?) = 0" * len(excluded)
        rows = self._connection.execute(
            f"SELECT {_COLUMNS}, 0, 0, 0, {_DATED.format(file='f.id')} FROM files f JOIN names n ON n.file_id = f.id"
            " LEFT JOIN documents d ON d.id = f.document_id LEFT JOIN files o ON o.id = f.outermost_id"
            f" WHERE f.document_id IS NULL {left_out} {condition}"
            f" ORDER BY {FILE_ORDERS[order]}, length(f.path), f.path LIMIT ?",
            (*excluded, *values, limit),
        )
        return tuple(_read(rows.fetchall()))


def _read(rows: Sequence[tuple[Any, ...]]) -> Iterator[NamedFile]:
    for path, document_id, size, modified, status, reason, detail, absence, outermost, _, *more in rows:
        not_whole, not_begun, _, dated_ns = more
        yield NamedFile(
            path=Path(os.fsdecode(path)),
            document_id=document_id,
            size=size,
            modified_ns=modified,
            status=FileStatus(status),
            reason=Reason(reason) if reason and status != FileStatus.PENDING else None,
            detail=notice_from_text(detail) if status != FileStatus.PENDING else None,
            absence=Absence(absence) if absence else None,
            outermost=Path(os.fsdecode(outermost)) if outermost else None,
            dated_ns=dated_ns,
            match=NameMatch.PARTS if not_begun else NameMatch.BEGINNINGS if not_whole else NameMatch.WORDS,
        )


def _bear(words: Sequence[str]) -> tuple[list[str], list[object]]:
    """Return the conditions that a name bears all words, as SQL over `names n`."""
    parts: list[str] = []
    values: list[object] = []
    if len(words) > 1:
        for word in words:
            parts.append("(instr(n.name, ?) > 0 OR instr(n.folders, ?) > 0)")
            values += [word, word]
    if words:
        parts.append(f"({' OR '.join(['instr(n.name, ?) > 0'] * len(words))})")
        values += words
    return parts, values


def _count_missing(words: Sequence[str], form: str) -> tuple[str, list[object]]:
    """Return SQL for the number of words that begin none of a name's words, in a form."""
    if not words:
        return "0", []
    sought: list[object] = [form.format(word if word.startswith(" ") else f" {word}") for word in words]
    return " + ".join(["(instr(n.name, ?) = 0)"] * len(words)), sought
