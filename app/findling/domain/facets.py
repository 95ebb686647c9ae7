"""Values by which a library can be narrowed, with the number of files that each leaves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a filter.

    Attributes:
        value: as it is typed after the colon; a folder with its whole path.
        count: searchable files that it leaves.
    """

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Values of each filter, the most frequent first.

    Attributes:
        files: searchable in all.
        days: of which files changed since; the latest first.
        dates: spans by which documents are dated; the latest first.
        senders, recipients, authors: people by their names, or addresses, with the files in which they are called so.
    """

    files: int = 0
    types: tuple[Facet, ...] = ()
    folders: tuple[Facet, ...] = ()
    languages: tuple[Facet, ...] = ()
    labels: tuple[Facet, ...] = ()
    topics: tuple[Facet, ...] = ()
    days: tuple[Facet, ...] = ()
    dates: tuple[Facet, ...] = ()
    senders: tuple[Facet, ...] = ()
    recipients: tuple[Facet, ...] = ()
    authors: tuple[Facet, ...] = ()
