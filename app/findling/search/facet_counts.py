"""Counts of the values by which a library can be narrowed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.facets import Facet, Facets
from findling.formats import FAMILIES, FileKind, format_of, kinds_of_type
from findling.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from findling.storage.database import Database

MOST_FOLDERS = 1_000
"""Folders that are counted; of more, those with the most files."""

DAYS = (
    "today",
    "yesterday",
    "7d",
    "30d",
    "this-week",
    "last-week",
    "this-month",
    "last-month",
    "this-year",
    "last-year",
)


def count_facets(database: Database, now: datetime) -> Facets:
    """Count the files of each type, folder, language and span of days; the caller holds a snapshot."""
    kinds = {FileKind(kind): count for kind, count in database.documents.kinds().items()}
    starts = {day: parse_query(f"after:{day}", now=now, home=Path.home()).filter.after_ns or 0 for day in DAYS}
    since = database.files.count_since([*starts.values()])
    days = sorted(zip(DAYS, since, strict=True), key=lambda item: -starts[item[0]])
    return Facets(
        files=sum(kinds.values()),
        types=_rank(_count_types(kinds)),
        folders=_rank(_count_folders(database))[:MOST_FOLDERS],
        languages=_rank({code: count for code, count in database.documents.languages().items() if code}),
        days=tuple(Facet(day, count) for day, count in days),
    )


def _count_types(kinds: Mapping[FileKind, int]) -> Counter[str]:
    """Count files by the names of families, and by the formats that are told apart within them."""
    counts: Counter[str] = Counter()
    for family in FAMILIES:
        counts[family.name] = sum(kinds.get(kind, 0) for kind in kinds_of_type(family.name))
    for kind, count in kinds.items():
        if kinds_of_type(kind.value) and not format_of(kind).families[1:]:
            counts.setdefault(kind.value, count)
    return counts


def _count_folders(database: Database) -> Counter[str]:
    """Count files by the folders that they lie in at any depth, up to the folders of the library."""
    roots = {folder.path for folder in database.folders.all()}
    counts: Counter[str] = Counter()
    for parent, count in database.files.count_by_parent().items():
        within = next((root for root in roots if parent == root or root in parent.parents), None)
        for folder in (parent, *parent.parents) if within else ():
            counts[str(folder)] += count
            if folder == within:
                break
    return counts


def _rank(counts: Mapping[str, int]) -> tuple[Facet, ...]:
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, count) for value, count in found if count)
