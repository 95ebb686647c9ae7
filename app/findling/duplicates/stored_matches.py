"""Files that a file of the library is like, by what was stored when the two were compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.duplicate_check import Arrival, CheckedFile, KnownFile, Verdict
from findling.duplicates.dated_names import DatedNames
from findling.duplicates.draft_order import describe_match, sort_matches
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.storage.database import Database

_ALL = Filter()


def recall_matches(database: Database, path: Path, document: int | None) -> CheckedFile:
    """Tell what a file of the library is to the others.

    Args:
        database: nothing is written.
        path: the file, as the library has it.
        document: what was read in it; None where it has no text, and was compared by its bytes.
    """
    if document is None:
        matches = [KnownFile(twin, Verdict.IDENTICAL) for twin in database.duplicates.unread_twins(path)]
        ignored: set[Path] = set()
    else:
        matches = list(_find_alike(database, document))
        ignored = find_ignored(database, database.duplicates.content_hashes([document])[document])
    kept: dict[Path, KnownFile] = {}
    for match in sort_matches(matches):
        if match.path != path and match.path not in ignored:
            kept.setdefault(match.path, match)
    of = tuple(kept.values())
    return CheckedFile(path, of[0].verdict if of else Verdict.NEW, of)


def recall_arrivals(database: Database, limit: int) -> tuple[Arrival, ...]:
    """Return the files that came lately and are still like others, the latest first."""
    with database.reading():
        rows = database.arrivals.known(limit)
        came = [Arrival(recall_matches(database, row.path, row.document_id), row.arrived_ns) for row in rows]
    return tuple(each for each in came if each.checked.verdict.is_known)


def _find_alike(database: Database, document: int) -> Iterator[KnownFile]:
    own = read_names(database, document)
    yield from (KnownFile(path, Verdict.IDENTICAL) for path, _ in own.files)
    same = database.duplicates.same_wording(document)
    for number in same:
        yield from (KnownFile(path, Verdict.SAME_TEXT) for path, _ in read_names(database, number).files)
    # The pairs of a wording are those of the document that represents it.
    all_own = {document, *same}
    for pair in database.duplicates.pairs_of(sorted(all_own)):
        number, other = (pair.first, pair.second) if pair.first in all_own else (pair.second, pair.first)
        for each in (other, *database.duplicates.same_wording(other)):
            names = read_names(database, each)
            if own.files and names.files:
                yield from describe_match(pair, number, own, names)


def read_names(database: Database, document: int) -> DatedNames:
    """Return the names of a document's files, and when each was changed."""
    places = database.documents.locations([document], _ALL).get(document, [])
    return DatedNames(tuple((place.path, place.modified_ns) for place in places))


def find_ignored(database: Database, content: bytes) -> set[Path]:
    """Return the files that the user declared to be no duplicates of a content."""
    ignored = set()
    for pair in database.duplicates.ignored_pairs():
        if content in pair:
            known = database.documents.find(pair[0] if pair[1] == content else pair[1])
            ignored |= {path for path, _ in read_names(database, known[0]).files} if known else set()
    return ignored
