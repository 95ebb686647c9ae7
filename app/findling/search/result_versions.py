"""Versions of the documents of results, as `findling history` knows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.search import ResultVersion
from findling.duplicates.version_history import find_versions, may_have_versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.search import Result
    from findling.domain.versions import OrderClue
    from findling.duplicates.version_order import Draft
    from findling.storage.database import Database


def name_versions(database: Database, results: Sequence[Result]) -> list[Result]:
    """Return results with the versions of their documents, where there are several."""
    known: dict[int, tuple[tuple[ResultVersion, ...], int]] = {}
    named = []
    for result in results:
        row = database.files.find(result.path)
        document = row.document_id if row else None
        if document is not None and document not in known and may_have_versions(database, document):
            known |= _place_all(database, find_versions(database, document))
        versions, at = known.get(document, ((), 0)) if document is not None else ((), 0)
        named.append(replace(result, versions=versions, version=at) if len(versions) > 1 else result)
    return named


def _place_all(
    database: Database, found: Sequence[tuple[Draft, OrderClue | None]]
) -> dict[int, tuple[tuple[ResultVersion, ...], int]]:
    """Return the versions of each document, and its own place among them.

    Documents of the same words have them too.
    """
    oldest = [(min(each.names.files, key=lambda file: (file[1], file[0])), clue) for each, clue in found]
    versions = tuple(ResultVersion(path, modified_ns, clue) for (path, modified_ns), clue in oldest)
    return {
        same: (versions, at)
        for at, (draft, _) in enumerate(found)
        for same in (draft.number, *database.duplicates.same_wording(draft.number))
    }
