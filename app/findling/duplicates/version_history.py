"""Finds the versions of a document in a library, and what changed from each to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.domain.versions import ChangeKind, Version, VersionChange
from findling.duplicates.dated_names import DatedNames
from findling.duplicates.group_builder import find_stem
from findling.duplicates.rewritten_drafts import RewrittenDrafts
from findling.duplicates.stated_editions import find_stated_editions
from findling.duplicates.stored_matches import find_ignored, read_names
from findling.duplicates.version_order import Draft, sort_drafts
from findling.duplicates.word_changes import list_changes
from findling.duplicates.word_tokens import split_words
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.domain.comparisons import Pair, WordChange
    from findling.domain.versions import OrderClue
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
    """Return the versions of the document in a file, newest first; without others, itself.

    Edited copies and drafts are versions. Papers of one form are not, unless their names differ only in what tells
    versions apart, and say so: "v2", "draft", "final".

    Raises:
        UsageError: the library has not read this file.
    """
    with database.reading():
        row = database.files.find(path)
        if row is None or row.document_id is None:
            raise UsageError(LibraryMessage.FILE_NOT_READ(file=path), Remedy.SEE_FILES())
        oldest_first = _sort(database, _collect(database, row.document_id))
        texts = [split_words(_read(database, draft.number)) for draft, _ in oldest_first]
        versions = []
        for at, (draft, clue) in enumerate(oldest_first):
            files = sorted(draft.names.files, key=lambda each: (each[1], each[0]))
            changes = map(_name, list_changes(texts[at - 1], texts[at])) if at else ()
            copies = tuple(copy for copy, _ in files[1:])
            versions.append(Version(files[0][0], files[0][1], copies, tuple(changes), clue))
    return tuple(reversed(versions))


def find_versions(database: Database, document: int) -> list[tuple[Draft, OrderClue | None]]:
    """Return a document's versions, newest first, like `find_history` but without changes.

    Of documents of the same words one stands for all, with the files of all.
    """
    found = _collect(database, document)
    return list(reversed(_sort(database, found)))


def may_have_versions(database: Database, document: int) -> bool:
    """Return whether a document may have versions: most are like no other in text or name."""
    same = {document, *database.duplicates.same_wording(document)}
    names = read_names(database, document)
    return any(_list_pairs(database, same)) or RewrittenDrafts(database).has_namesakes(names, same)


def _sort(database: Database, found: dict[int, DatedNames]) -> list[tuple[Draft, OrderClue | None]]:
    """Put versions in order, oldest first, each with what tells that it is newer than the last."""
    drafts = []
    for number, names in found.items():
        origin = database.origins.of_document(number)
        stated = find_stated_editions(_read(database, number)) if len(found) > 1 else {}
        drafts.append(Draft(number, names, origin.dated_ns if origin else None, stated))
    return sort_drafts(drafts)


def _collect(database: Database, document: int) -> dict[int, DatedNames]:
    """Return the documents that are versions of one, step by step, with their files.

    Documents of the same words are one version.
    """
    found: dict[int, DatedNames] = {}
    waiting = [document]
    seen: set[int] = set()
    rewritten = RewrittenDrafts(database)
    lines = _OwnLines(database, rewritten)
    while len(found) < _MOST and (waiting or (waiting := rewritten.find(found, seen))):
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
            if _list_titles(names) & _list_titles(others) or not (lines.has_own(number) and lines.has_own(other)):
                waiting.append(other)
    return found


class _OwnLines:
    """Tells documents that have versions under their own name, each looked at once."""

    def __init__(self, database: Database, rewritten: RewrittenDrafts) -> None:
        self._database = database
        self._rewritten = rewritten
        self._known: dict[int, bool] = {}

    def has_own(self, document: int) -> bool:
        """Return whether a document is a version of another one of its name."""
        if document not in self._known:
            same = {document, *self._database.duplicates.same_wording(document)}
            names = read_names(self._database, document)
            has_pair = any(
                pair.likeness in _VERSIONS and _list_titles(names) & _list_titles(read_names(self._database, other))
                for other, pair in _list_pairs(self._database, same)
            )
            self._known[document] = has_pair or bool(self._rewritten.find({document: names}, same))
        return self._known[document]


def _list_titles(names: DatedNames) -> set[str]:
    """Return the titles of a document's files, without what names say of a version.

    A number alone may as well tell one document of a series from the others.
    """
    return {find_stem(path) if _says_version(path) else path.stem.casefold() for path, _ in names.files}


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
    return any(_says_version(path) for path, _ in names.files)


def _says_version(path: Path) -> bool:
    return bool(_VERSION_MARK.search(path.stem) and find_stem(path))


def _read(database: Database, number: int) -> str:
    text = database.documents.body(number)
    assert text is not None
    return text


def _name(change: WordChange) -> VersionChange:
    """Name a change: a sentence or more that came or went is a clause, whatever it is about."""
    longest = max(len(change.before.split()), len(change.after.split()))
    is_clause = not (change.before and change.after) and longest >= _CLAUSE
    kind = ChangeKind.CLAUSE if is_clause else ChangeKind(change.kind.value)
    return VersionChange(kind, change.before, change.after)
