"""Documents of one file name, and the quick test for versions that goes by them.

A search asks this of each result, so that this module imports nothing that compares texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from findling.storage.database import Database

_MOST_NAMESAKES = 64
"""Documents of one name up to which the name says something."""

_ALL = Filter()


def find_namesakes(database: Database, names: Iterable[str], seen: AbstractSet[int]) -> list[int]:
    """Return the documents of which a file bears one of some names, without those seen already."""
    return [each for each in database.names.bearers(names, _MOST_NAMESAKES) if each not in seen]


def may_have_versions(database: Database, document: int) -> bool:
    """Return whether a document may have versions: most are like no other in text or name."""
    same = {document, *database.duplicates.same_wording(document)}
    if next(database.duplicates.pairs_of(sorted(same)), None) is not None:
        return True
    places = database.documents.locations([document], _ALL).get(document, [])
    return bool(find_namesakes(database, {place.path.name for place in places}, same))
