"""Results found by the names of their files: what they say, and their places among others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.domain.search import Relevance, Result
from findling.formats import FileKind, kind_by_name
from findling.search.relevance import agree_with_order
from findling.storage.name_table import NameMatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.storage.name_table import NamedFile

MOST_NAMED = 8
"""Files without a text that are shown beside what was found by its text; `name:` lists all."""


def to_result(file: NamedFile) -> Result:
    """Describe a file of which nothing but its name was searched."""
    return Result(
        path=file.path,
        title=file.path.name,
        kind=kind_by_name(file.path.name) or FileKind.OTHER,
        score=0.0,
        relevance=Relevance.UNRATED,
        modified_ns=file.modified_ns,
        hits=(),
        found_by_name=True,
        size=file.size,
        status=file.status,
        reason=file.reason,
        detail=file.detail,
        absence=file.absence,
        outermost=file.outermost,
        origin=Origin(dated_ns=file.dated_ns) if file.dated_ns is not None else None,
    )


def rate_by_name(result: Result) -> Result:
    """Return a result whose text says too little as one found by the name of its file."""
    return replace(result, relevance=Relevance.UNRATED, hits=(), found_by_name=True)


def place_among(results: Sequence[Result], files: Iterable[NamedFile], *, is_code: bool) -> list[Result]:
    """Put results found by name among those that were found by their texts, best first.

    Names with the very words come after the texts that hold them, and so do those that begin with what was typed where
    that is a number or a code (`is_code`). Other parts of words are as often chance as not: they come before what is
    weak.
    """
    surest = NameMatch.BEGINNINGS if is_code else NameMatch.WORDS
    sure = [result for result in results if result.found_by_name and result.exact_match]
    likely = [result for result in results if result.found_by_name and not result.exact_match]
    for file in files:
        (sure if file.match <= surest else likely).append(to_result(file))
    read = agree_with_order([result for result in results if not result.found_by_name])
    first = next((at for at, each in enumerate(read) if not each.exact_match), len(read))
    weak = next((at for at, each in enumerate(read) if each.relevance is Relevance.WEAK), len(read))
    return [*read[:first], *sure, *read[first : max(weak, first)], *likely, *read[max(weak, first) :]]
