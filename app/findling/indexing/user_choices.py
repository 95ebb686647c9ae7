"""Stored choices of the user: what is no duplicate, labels, and what answers a question."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from findling.domain.labels import LabelActKind, LabelChoice, fold_label
from findling.errors import UsageError
from findling.messages.library_templates import LabelMessage, LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.paths import absolute

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.judgements import JudgedAnswer
    from findling.domain.labels import LabelAct
    from findling.storage.database import Database

_UNNAMEABLE = frozenset('":')
_ACTS = {
    LabelChoice.GIVEN: LabelActKind.GIVEN,
    LabelChoice.REFUSED: LabelActKind.REFUSED,
    LabelChoice.NONE: LabelActKind.TAKEN,
}


def keep_apart(database: Database, first: Path, second: Path, *, apart: bool = True) -> None:
    """Mark two files as no duplicates, or remove the mark.

    Raises:
        UsageError: the library does not know one of them, or has not read it.
    """
    contents = [_read_content(database, path) for path in (first, second)]
    with database.transaction():
        if apart:
            database.duplicates.ignore_pair(*contents)
        else:
            database.duplicates.unignore_pair(*contents)


def _read_content(database: Database, path: Path) -> bytes:
    row = database.files.find(absolute(path))
    if row is None or row.document_id is None:
        raise UsageError(LibraryMessage.FILE_NOT_READ(file=path), Remedy.SEE_FILES())
    return database.duplicates.content_hashes([row.document_id])[row.document_id]


def choose_label(database: Database, name: str, files: Sequence[Path], choice: LabelChoice) -> None:
    """Give a label to files, refuse it or take it from them.

    All of it is done, or nothing.

    Raises:
        UsageError: no label can be called so, or there is none; the library does not know one of the files.
    """
    _require_nameable(name)
    with database.transaction(), database.label_history.recording(_ACTS[choice], name):
        if choice is not LabelChoice.GIVEN:
            database.labels.require(name)
        for path in files:
            if not database.labels.choose(name, absolute(path), choice, time.time_ns()):
                raise UsageError(LabelMessage.FILE_UNKNOWN(file=path), Remedy.SEE_FILES())


def remove_label(database: Database, name: str) -> None:
    """Remove a label from all files, with what is known of it.

    Raises:
        UsageError: there is none.
    """
    with database.transaction(), database.label_history.recording(LabelActKind.REMOVED, name):
        database.labels.require(name)
        database.labels.remove(name)


def rename_label(database: Database, name: str, new_name: str, *, merge: bool = False) -> None:
    """Give a label another name; only `merge` makes it one with a label that has it already.

    Raises:
        UsageError: there is none of the old name, no label can have the new one, or another has it.
    """
    _require_nameable(new_name)
    with database.transaction():
        database.labels.require(name)
        is_taken = database.labels.exists(new_name) and fold_label(name) != fold_label(new_name)
        if is_taken and not merge:
            raise UsageError(LabelMessage.NAME_TAKEN(name=new_name), Remedy.MERGE_LABELS())
        kind = LabelActKind.MERGED if is_taken else LabelActKind.RENAMED
        with database.label_history.recording(kind, name, new_name):
            database.labels.rename(name, new_name)


def undo_label_act(database: Database, name: str = "") -> LabelAct:
    """Undo what was done last with a label, or with any, and return what that was.

    Raises:
        UsageError: nothing is known that was done with it.
    """
    with database.transaction():
        act = database.label_history.undo(name)
    if act is None:
        raise UsageError(LabelMessage.NOTHING_TO_UNDO_FOR(name=name) if name else LabelMessage.NOTHING_TO_UNDO())
    return act


def _require_nameable(name: str) -> None:
    if not name.strip() or _UNNAMEABLE.intersection(name) or not name.isprintable():
        raise UsageError(LabelMessage.UNNAMEABLE(name=name))


def judge_answers(database: Database, question: str, answers: Sequence[JudgedAnswer]) -> None:
    """Store which documents answer a question, and which do not."""
    with database.transaction():
        database.judgements.put(question, answers, time.time_ns())


def forget_judgements(database: Database) -> None:
    """Delete all that was judged."""
    with database.transaction():
        database.judgements.remove_all()


def watch_label(database: Database, name: str, *, watched: bool) -> None:
    """Suggest a label for files from now on without being asked, or for none any more.

    Raises:
        UsageError: there is none of this name.
    """
    with database.transaction():
        database.labels.require(name)
        database.labels.watch(name, time.time_ns() if watched else None)
