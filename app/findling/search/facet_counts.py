"""Counts of the values by which a library can be narrowed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.facets import Facet, Facets
from findling.domain.origin import Role
from findling.formats import FAMILIES, FileKind, format_of, kinds_of_type
from findling.search.calendar_spans import find_day, find_span
from findling.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from findling.storage.database import Database

MOST_FOLDERS = 1_000
"""Folders that are counted; of more, those with the most files."""

MOST_PEOPLE = 300
"""People of each part in documents that are counted; of more, those with the most files."""

_EARLIEST = 1900
"""First of the years whose documents are counted."""

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
    """Count files by type, folder, language, span, date and person; the caller has a snapshot."""
    kinds = {FileKind(kind): count for kind, count in database.documents.kinds().items()}
    starts = {day: parse_query(f"after:{day}", now=now, home=Path.home()).filter.after_ns or 0 for day in DAYS}
    people = database.origins.count_people
    since = database.files.count_since([*starts.values()])
    days = sorted(zip(DAYS, since, strict=True), key=lambda item: -starts[item[0]])
    return Facets(
        files=sum(kinds.values()),
        types=_rank(_count_types(kinds)),
        folders=_rank(_count_folders(database))[:MOST_FOLDERS],
        languages=_rank({code: count for code, count in database.documents.languages().items() if code}),
        labels=_rank({each.name: each.files for each in database.labels.all()}),
        topics=_rank(database.topics.count_files()),
        days=tuple(Facet(day, count) for day, count in days),
        dates=_count_dates(database, now),
        senders=_rank(people(Role.SENDER))[:MOST_PEOPLE],
        recipients=_rank(people(Role.RECIPIENT, Role.COPIED))[:MOST_PEOPLE],
        authors=_rank(people(Role.AUTHOR, Role.SENDER))[:MOST_PEOPLE],
    )


def _count_dates(database: Database, now: datetime) -> tuple[Facet, ...]:
    """Count files by the spans that `DAYS` name, and by years, the latest first; none is empty."""
    years = [str(year) for year in range(now.year, _EARLIEST - 1, -1)]
    # Of years the latest that begins before a date is its own.
    begins = [find_day(year, now) or 0 for year in reversed(years)]
    spans = {day: span for day in DAYS if (span := find_span(day, now))}
    recent = min(start or 0 for start, _ in spans.values())
    found: dict[str, set[int]] = {value: set() for value in (*spans, *years)}
    for file_id, dated_ns in database.origins.file_dates():
        if begins[0] <= dated_ns:
            found[years[-bisect_right(begins, dated_ns)]].add(file_id)
        if recent <= dated_ns:
            for day, (start, end) in spans.items():
                if start is not None and end is not None and start <= dated_ns < end:
                    found[day].add(file_id)
    return tuple(Facet(value, len(files)) for value, files in found.items() if files)


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
    """Count files by the folders that they lie in, at any depth up to the library's folders."""
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
