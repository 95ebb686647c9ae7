"""Completion of a filter that is being typed, by the values that the library has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from findling.domain.facets import Facet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.domain.facets import Facets

_MOST = 8
_UNFINISHED = re.compile(
    r'(?<!\S)(?P<key>type|in|lang|label|topic|after|before|date|from|to|author):(?P<value>"[^"]*|[^\s"]*)$',
    re.IGNORECASE,
)
_LISTED = ("type", "lang")
_PEOPLE = ("from", "to", "author")
_OF_WORDS = (*_PEOPLE, "topic")
"""Filters whose values are made of words, each of which is likely to be typed first."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FilterProposal:
    """A value for the filter at the end of a query.

    Attributes:
        text: the query with it.
        key, value: of the filter.
        count: searchable files that it leaves.
    """

    text: str
    key: str
    value: str
    count: int


def is_filter_unfinished(text: str) -> bool:
    """Return whether a query ends in a filter that can be completed."""
    return _UNFINISHED.search(text) is not None


def propose(text: str, facets: Facets, home: Path, most: int = _MOST) -> tuple[FilterProposal, ...]:
    """Return values for the filter at the end of a query, those that begin as it is typed first.

    A folder is proposed as well where one of the names in its path begins so, and a person or topic where a word does.
    """
    found = _UNFINISHED.search(text)
    if found is None:
        return ()
    key, typed = found["key"].lower(), found["value"].lstrip('"')
    before, comma, last = typed.rpartition(",") if key in _LISTED else ("", "", typed)
    fitting = [facet for facet in _values(key, facets, home) if facet.count and _fits(key, facet.value, last)]
    fitting.sort(key=lambda facet: not facet.value.casefold().startswith(last.casefold()))
    proposals = []
    for facet in fitting[:most]:
        written = f"{before}{comma}{facet.value}"
        written = written.replace('"', " ") if key in _PEOPLE else written
        quoted = f'"{written}"' if any(map(str.isspace, written)) else written
        proposals.append(FilterProposal(text[: found.start("value")] + quoted, key, written, facet.count))
    if [proposal.value for proposal in proposals[:1]] == [typed]:
        return ()
    return tuple(proposals)


def _values(key: str, facets: Facets, home: Path) -> Iterator[Facet]:
    match key:
        case "type":
            yield from facets.types
        case "in":
            yield from (Facet(_abbreviate(folder.value, home), folder.count) for folder in facets.folders)
        case "label":
            yield from facets.labels
        case "topic":
            yield from facets.topics
        case "lang":
            yield from facets.languages
        case "after":
            yield from facets.days
        case "date":
            yield from facets.dates
        case "from":
            yield from facets.senders
        case "to":
            yield from facets.recipients
        case "author":
            yield from facets.authors
        case _:
            yield from (Facet(day.value, facets.files - day.count) for day in facets.days)


def _fits(key: str, value: str, typed: str) -> bool:
    typed = typed.casefold()
    if value.casefold().startswith(typed):
        return True
    if key in _OF_WORDS:
        return any(part.startswith(typed) for part in _WORD.findall(value.casefold()))
    return key == "in" and any(part.casefold().startswith(typed) for part in PurePath(value).parts)


def _abbreviate(folder: str, home: Path) -> str:
    """Return a folder as it is typed, with "~" for the user's home."""
    path, root = PurePath(folder), PurePath(home)
    if path == root:
        return "~"
    is_below = root in path.parents and root != PurePath(root.anchor)
    return str(PurePath("~") / path.relative_to(root)) if is_below else folder
