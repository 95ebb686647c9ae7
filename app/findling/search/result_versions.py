"""Versions of the documents of results, as `findling history` knows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.search import ResultVersion
from findling.duplicates.version_history import find_versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.search import Result
    from findling.duplicates.draft_order import DatedNames
    from findling.storage.database import Database


def name_versions(database: Database, results: Sequence[Result]) -> list[Result]:
    """Return results with the versions of their documents, where there are several."""
    known: dict[int, tuple[tuple[ResultVersion, ...], int]] = {}
    named = []
    for result in results:
        row = database.files.find(result.path)
        document = row.document_id if row else None
        if document is not None and document not in known and _has_pairs(database, document):
            known |= _place_all(database, find_versions(database, document))
        versions, at = known.get(document, ((), 0)) if document is not None else ((), 0)
        named.append(replace(result, versions=versions, version=at) if len(versions) > 1 else result)
    return named


def _place_all(database: Database, found: dict[int, DatedNames]) -> dict[int, tuple[tuple[ResultVersion, ...], int]]:
    """Return the versions and its own place among them for each document, those with the same words too."""
    oldest = [min(names.files, key=lambda each: (each[1], each[0])) for names in found.values()]
    versions = tuple(ResultVersion(path, modified_ns) for path, modified_ns in oldest)
    return {
        same: (versions, at)
        for at, number in enumerate(found)
        for same in (number, *database.duplicates.same_wording(number))
    }


def _has_pairs(database: Database, document: int) -> bool:
    """Return whether a document is like any other; most are not."""
    same = database.duplicates.same_wording(document)
    return any(True for _ in database.duplicates.pairs_of([document, *same]))
