"""Conditions on files, as a search states them and as SQL."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.labels import fold_label
from findling.domain.origin import Role
from findling.formats import FileKind, kind_by_name
from findling.storage.label_table import BEARS
from findling.storage.name_folding import fold_typed
from findling.storage.sql_parts import is_listed_below, lies_below
from findling.storage.topic_terms import fold_topic, is_about

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PERSON = "EXISTS (SELECT 1 FROM origin_people p WHERE p.origin_id = own.id"
_SENDERS = f"'{Role.SENDER}'"
# Who wrote a document sent it, if it is a mail.
_WRITERS = f"'{Role.AUTHOR}', '{Role.SENDER}'"
_RECIPIENTS = f"'{Role.RECIPIENT}', '{Role.COPIED}'"


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on the files of a result; an empty tuple lets all pass.

    Attributes:
        folders: anywhere below any of these folders, or this very file.
        within: as `folders`, beside them; None lets all pass, and no folder lets none.
        left_out: not below any of these folders, nor this very file.
        names: every one of these is part of the file's name, whatever the case and the signs between words.
        after_ns, before_ns: modified within this half-open span.
        dates: dated within one of these half-open spans, of which either end may be open: by the document itself, or
            where it does not say, by when the file was modified.
        senders, authors: one of these is part of the name or address of who sent it, or wrote it.
        recipients, subjects: every one of these is part of the name or address of who got it, or of its subject. Of a
            mailbox all of these are said of one message.
        labels: the file bears every one of these, whatever their case.
        topics: its document belongs to one of these, or to a part of it, by the topic's whole name, whatever its case.
    """

    kinds: tuple[FileKind, ...] = ()
    languages: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    names: tuple[str, ...] = ()
    after_ns: int | None = None
    before_ns: int | None = None
    dates: tuple[tuple[int | None, int | None], ...] = ()
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    within: tuple[Path, ...] | None = None
    left_out: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return self != Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterDialect:
    """Parts of SQL that engines spell differently; all else of a filter is the same in each.

    Attributes:
        mark: stands for a value.
        contains: finds one text in another: its place, counted from 1, or 0.
        kind: the kind of a file.
        bears: condition that the folded name of a file has a part, which is the value.
        own: condition that an origin is of the file.
    """

    mark: str
    contains: str
    kind: str
    bears: str
    own: str

    def holds(self, column: str) -> str:
        """Return the condition that a text has a part, which is the value."""
        return f"{self.contains}({column}, {self.mark}) > 0"

    def marks(self, values: Sequence[object]) -> str:
        """Return as many marks as there are values."""
        return ", ".join([self.mark] * len(values))


SQLITE = FilterDialect(
    mark="?",
    contains="instr",
    # A file that was not read has the kind that its name promises.
    kind="coalesce(d.kind, promised_kind(f.path))",
    bears="EXISTS (SELECT 1 FROM names WHERE file_id = f.id AND instr(name, ?) > 0)",
    own="(own.document_id = f.document_id OR own.file_id = f.id)",
)


def to_condition(wanted: Filter, *, leads: bool = False) -> tuple[str, list[object]]:
    """Return a filter as SQL over `files f` and perhaps `documents d`, beginning with AND.

    It `leads` where a statement has nothing else to begin with: files below many folders are then looked up.
    """
    parts, values = to_general_condition(wanted, SQLITE)
    for sign, folders in (("", wanted.folders or None), ("", wanted.within), ("NOT ", wanted.left_out or None)):
        if folders is not None:
            below = tuple(map(os.fsencode, folders))
            inside, bounds = is_listed_below(below) if leads and not sign else lies_below(below)
            parts.append(f"{sign}({inside})")
            values += bounds
    parts += [BEARS] * len(wanted.labels)
    values += map(fold_label, wanted.labels)
    if wanted.topics:
        parts.append(is_about(len(wanted.topics)))
        values += map(fold_topic, wanted.topics)
    return "".join(f" AND {part}" for part in parts), values


def to_general_condition(wanted: Filter, dialect: FilterDialect) -> tuple[list[str], list[object]]:
    """Return a filter but for folders, labels and topics, on `files f` and `documents d`."""
    parts: list[str] = []
    values: list[object] = []
    for column, allowed in ((dialect.kind, wanted.kinds), ("d.language", wanted.languages)):
        if allowed:
            parts.append(f"{column} IN ({dialect.marks(allowed)})")
            values += [str(value) for value in allowed]
    for name in wanted.names:
        parts.append(dialect.bears)
        values.append(fold_typed(name))
    changed = _within("f.mtime_ns", wanted.after_ns, wanted.before_ns, dialect)
    for condition, more in (changed, _of_origin(wanted, dialect)):
        parts += condition
        values += more
    return parts, values


def _within(column: str, start: int | None, end: int | None, dialect: FilterDialect) -> tuple[list[str], list[object]]:
    """Return the conditions of a half-open span."""
    bounds = [(sign, bound) for sign, bound in ((">=", start), ("<", end)) if bound is not None]
    return [f"{column} {sign} {dialect.mark}" for sign, _ in bounds], [bound for _, bound in bounds]


def _of_origin(wanted: Filter, dialect: FilterDialect) -> tuple[list[str], list[object]]:
    """Return the condition on what a document says of itself, or one of the messages in it."""
    people, values = _of_people(wanted, dialect)
    if not (people or wanted.dates):
        return [], []
    dated, bounds = _dated("coalesce(own.dated_ns, f.mtime_ns)", wanted, dialect)
    found = " AND ".join((dialect.own, *dated, *people))
    condition = f"EXISTS (SELECT 1 FROM origins own WHERE {found})"
    if people:
        return [condition], [*bounds, *values]
    # What says nothing of itself goes by the date of its file.
    changed, again = _dated("f.mtime_ns", wanted, dialect)
    silent = f"NOT EXISTS (SELECT 1 FROM origins own WHERE {dialect.own})"
    return [f"({condition} OR ({silent} AND {changed[0]}))"], [*bounds, *again]


def _dated(column: str, wanted: Filter, dialect: FilterDialect) -> tuple[list[str], list[object]]:
    spans = [_within(column, start, end, dialect) for start, end in wanted.dates]
    if not spans:
        return [], []
    any_span = " OR ".join(" AND ".join(parts) for parts, _ in spans)
    return [f"({any_span})"], [value for _, more in spans for value in more]


def _of_people(wanted: Filter, dialect: FilterDialect) -> tuple[list[str], list[object]]:
    parts: list[str] = []
    values: list[object] = []
    called = dialect.holds("p.folded")
    for names, roles in ((wanted.senders, _SENDERS), (wanted.authors, _WRITERS)):
        if names:
            any_name = " OR ".join([called] * len(names))
            parts.append(f"{_PERSON} AND p.role IN ({roles}) AND ({any_name}))")
            values += map(fold_typed, names)
    for name in wanted.recipients:
        parts.append(f"{_PERSON} AND p.role IN ({_RECIPIENTS}) AND {called})")
        values.append(fold_typed(name))
    for subject in wanted.subjects:
        parts.append(dialect.holds("own.folded"))
        values.append(fold_typed(subject))
    return parts, values


def promised_kind(path: bytes) -> str:
    """Return the kind that the name of a file promises."""
    return kind_by_name(os.path.basename(os.fsdecode(path))) or FileKind.OTHER  # noqa: PTH119 - one of many rows
