"""Finds the versions of a document in a library, and what changed from each to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.domain.versions import ChangeKind, Version, VersionChange
from findling.duplicates.draft_order import DatedNames
from findling.duplicates.group_builder import find_stem
from findling.duplicates.stored_matches import find_ignored, read_names
from findling.duplicates.word_changes import list_changes
from findling.duplicates.word_tokens import split_words
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.domain.comparisons import Pair, WordChange
    from findling.storage.database import Database

_MOST = 200
"""Versions of one document that are looked for."""

_CLAUSE = 8
"""Words from which on what came or went is a clause."""

_VERSIONS = (MatchKind.NEAR, MatchKind.VERSION, MatchKind.CONTAINED)

_VERSION_MARK = re.compile(
    r"(?<![^\W\d_])(?:v|ver|version|rev|revision|draft|entwurf|final|endfassung)(?![^\W\d_])", re.IGNORECASE
)


def find_history(database: Database, path: Path) -> tuple[Version, ...]:
    """Return the versions of the document in a file, the newest first; of a document without others, itself alone.

    Edited copies and drafts are versions. Papers of one form are not, unless their names differ only in what tells
    versions apart, and say so: "v2", "draft", "final".

    Raises:
        UsageError: the library has not read this file.
    """
    with database.reading():
        row = database.files.find(path)
        if row is None or row.document_id is None:
            raise UsageError(LibraryMessage.FILE_NOT_READ(file=path), Remedy.SEE_FILES())
        found = _collect(database, row.document_id)
        oldest_first = _sort(found)
        texts = [split_words(_read(database, number)) for number in oldest_first]
        versions = []
        for at, number in enumerate(oldest_first):
            files = sorted(found[number].files, key=lambda each: (each[1], each[0]))
            changes = map(_name, list_changes(texts[at - 1], texts[at])) if at else ()
            copies = tuple(copy for copy, _ in files[1:])
            versions.append(Version(files[0][0], files[0][1], copies, tuple(changes)))
    return tuple(reversed(versions))


def find_versions(database: Database, document: int) -> dict[int, DatedNames]:
    """Return the versions of a document, newest first, as `find_history` does but without what changed in each.

    Of documents of the same words one stands for all, with the files of all.
    """
    found = _collect(database, document)
    return {number: found[number] for number in reversed(_sort(found))}


def _sort(found: dict[int, DatedNames]) -> list[int]:
    return sorted(found, key=lambda number: (found[number].age, number))


def _collect(database: Database, document: int) -> dict[int, DatedNames]:
    """Return the documents that are versions of one, by the steps from each to the next, with their files.

    Documents of the same words are one version.
    """
    found: dict[int, DatedNames] = {}
    waiting = [document]
    seen: set[int] = set()
    lines = _OwnLines(database)
    while waiting and len(found) < _MOST:
        number = waiting.pop(0)
        if number in seen:
            continue
        same = {number, *database.duplicates.same_wording(number)}
        seen |= same
        files = tuple(file for each in sorted(same) for file in read_names(database, each).files)
        if not files:
            continue
        names = found[number] = DatedNames(files)
        ignored = find_ignored(database, database.duplicates.content_hashes([number])[number])
        is_marked = _has_mark(names)
        for other, pair in _list_pairs(database, same):
            # Of one form there may be thousands, whose names need not be read.
            if pair.likeness is MatchKind.TEMPLATE and not is_marked:
                continue
            others = read_names(database, other)
            is_ignored = ignored.intersection(path for path, _ in others.files)
            if not others.files or is_ignored or not _is_version(pair, names, others):
                continue
            # Two that each have versions under a name of their own are two documents, however alike.
            if names.stems & others.stems or not (lines.has_own(number) and lines.has_own(other)):
                waiting.append(other)
    return found


class _OwnLines:
    """Tells documents that have versions under their own name, each looked at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[int, bool] = {}

    def has_own(self, document: int) -> bool:
        """Return whether a document is a version of another one of its name."""
        if document not in self._known:
            same = {document, *self._database.duplicates.same_wording(document)}
            stems = read_names(self._database, document).stems
            self._known[document] = any(
                pair.likeness in _VERSIONS and stems & read_names(self._database, other).stems
                for other, pair in _list_pairs(self._database, same)
            )
        return self._known[document]


def _list_pairs(database: Database, same: set[int]) -> Iterator[tuple[int, Pair]]:
    for pair in database.duplicates.pairs_of(sorted(same)):
        yield (pair.second if pair.first in same else pair.first), pair


def _is_version(pair: Pair, own: DatedNames, other: DatedNames) -> bool:
    if pair.likeness is MatchKind.CONTAINED:
        # A file of the same name in another folder may be what it was before it grew.
        return any(len(stem) > 1 for stem in own.stems & other.stems)
    if pair.likeness is MatchKind.TEMPLATE:
        return own.is_draft_with(other) and all(_has_mark(names) for names in (own, other))
    return True


def _has_mark(names: DatedNames) -> bool:
    return any(_VERSION_MARK.search(path.stem) and find_stem(path) for path, _ in names.files)


def _read(database: Database, number: int) -> str:
    text = database.documents.text(number)
    assert text is not None
    return text[1]


def _name(change: WordChange) -> VersionChange:
    """Name a change: a sentence or more that came or went is a clause, whatever it is about."""
    longest = max(len(change.before.split()), len(change.after.split()))
    is_clause = not (change.before and change.after) and longest >= _CLAUSE
    kind = ChangeKind.CLAUSE if is_clause else ChangeKind(change.kind.value)
    return VersionChange(kind, change.before, change.after)
