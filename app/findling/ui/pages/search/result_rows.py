"""Rows of the results: files, further passages, and separators before weak matches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from findling.domain.result_folding import fold_versions
from findling.domain.search import Relevance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.search import Hit, Result

_Key: TypeAlias = "tuple[RowForm, Path | None, int]"


class RowForm(IntEnum):
    """Kind of a row."""

    RESULT = 0
    PASSAGE = 1
    WEAKER = 2
    """Separator between better and weak matches."""
    NO_GOOD = 3
    """Separator above weak matches only."""
    VERSION = 4
    """Version of the document of a result."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row.

    Attributes:
        result: None for a separator.
        at: index of the shown passage; -1 for none.
        unfolded: further passages, and the versions, are rows below it.
        gone: the file no longer exists.
        above: file of the result that a version stands below; None for all other rows.
        tells_versions: it stands for all versions of its document.
    """

    form: RowForm
    result: Result | None = None
    at: int = -1
    unfolded: bool = False
    gone: bool = False
    above: Path | None = None
    tells_versions: bool = False

    @property
    def key(self) -> _Key:
        """Identity of the row across answers."""
        path = self.result.path if self.result else None
        return self.form, path, self.at if self.form is RowForm.PASSAGE else -1

    @property
    def hit(self) -> Hit | None:
        """The shown passage."""
        return self.result.hits[self.at] if self.result and self.at >= 0 else None

    @property
    def is_listed(self) -> bool:
        """Return whether filters alone list it: nothing was searched for that it could answer."""
        return self.result is not None and bool(self.result.hits) and not any(hit.by for hit in self.result.hits)

    @property
    def more(self) -> int:
        """Number of further passages of a result."""
        return max(len(self.result.hits) - 1, 0) if self.result and self.form is RowForm.RESULT else 0

    @property
    def versions(self) -> int:
        """Number of the versions that a result stands for; 0 where it stands for itself alone."""
        return len(self.result.versions) if self.result and self.tells_versions else 0

    @property
    def unfolds(self) -> bool:
        """True if there are rows that can be shown below it."""
        return bool(self.more or self.versions)

    @property
    def file(self) -> Path | None:
        """File of the result that it is, or stands below; None for a separator."""
        return self.above or (self.result.path if self.result else None)


def count_good(results: Iterable[Result]) -> int:
    """Return the number of results from the best to the last one that is more than a weak match."""
    unique = {result.path: result for result in results}.values()
    return max((at for at, result in enumerate(unique, 1) if result.relevance is not Relevance.WEAK), default=0)


def make_rows(
    results: Iterable[Result],
    unfolded: AbstractSet[Path],
    gone: AbstractSet[Path] = frozenset(),
    good: int | None = None,
    *,
    folds_versions: bool = True,
) -> list[ResultRow]:
    """Return rows for results, best first, with more passages and versions of `unfolded` ones.

    A separator stands after the first `good` ones; where that is None, before those that are but weak matches.
    Where versions are folded, a result of each document stands for all of them.
    """
    every = {result.path: result for result in results}
    unique = fold_versions(list(every.values())) if folds_versions else list(every.values())
    good = count_good(unique) if good is None else good
    rows: list[ResultRow] = []
    for at, result in enumerate(unique):
        if at == good:
            rows.append(ResultRow(RowForm.WEAKER if good else RowForm.NO_GOOD))
        is_unfolded, is_gone = result.path in unfolded, result.is_missing or result.path in gone
        tells = folds_versions and bool(result.versions)
        first = 0 if result.hits else -1
        rows.append(ResultRow(RowForm.RESULT, result, first, is_unfolded, is_gone, tells_versions=tells))
        if is_unfolded:
            rows += [ResultRow(RowForm.PASSAGE, result, hit, gone=is_gone) for hit in range(1, len(result.hits))]
            rows += list_versions(result, every) if tells else []
    return rows


def list_versions(result: Result, found: Mapping[Path, Result]) -> list[ResultRow]:
    """Return a row for each version of a result's document, newest first, as found if it was."""
    by_place = {each.version: each for each in found.values() if each.versions == result.versions}
    by_place[result.version] = result
    rows = []
    for at, version in enumerate(result.versions):
        unfound = replace(
            result, path=version.path, title=version.path.name, modified_ns=version.modified_ns, hits=(), version=at,
            copies=(), labels=(), absence=None, outermost=None, is_missing=False, score=0.0,
        )  # fmt: skip
        shown = by_place.get(at, unfound)
        rows.append(ResultRow(RowForm.VERSION, shown, 0 if shown.hits else -1, above=result.path))
    return rows
