"""Rows of the results: files, further passages, and separators before weak matches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from findling.domain.search import Relevance

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.search import Hit, Result

Key: TypeAlias = "tuple[RowForm, Path | None, int]"


class RowForm(IntEnum):
    """Kind of a row."""

    RESULT = 0
    PASSAGE = 1
    WEAKER = 2
    """Separator between better and weak matches."""
    NO_GOOD = 3
    """Separator above weak matches only."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row.

    Attributes:
        result: None for a separator.
        at: index of the shown passage; -1 for none.
        unfolded: further passages are rows below it.
        gone: the file no longer exists.
    """

    form: RowForm
    result: Result | None = None
    at: int = -1
    unfolded: bool = False
    gone: bool = False

    @property
    def key(self) -> Key:
        """Identity of the row across answers."""
        path = self.result.path if self.result else None
        return self.form, path, self.at if self.form is RowForm.PASSAGE else -1

    @property
    def hit(self) -> Hit | None:
        """The shown passage."""
        return self.result.hits[self.at] if self.result and self.at >= 0 else None

    @property
    def is_listed(self) -> bool:
        """It is of a list made by filters alone, where nothing was searched for that it could answer."""
        return self.result is not None and bool(self.result.hits) and not any(hit.by for hit in self.result.hits)

    @property
    def more(self) -> int:
        """Number of further passages of a result."""
        return max(len(self.result.hits) - 1, 0) if self.result and self.form is RowForm.RESULT else 0


def count_good(results: Iterable[Result]) -> int:
    """Return the number of results from the best to the last one that is more than a weak match."""
    unique = {result.path: result for result in results}.values()
    return max((at for at, result in enumerate(unique, 1) if result.relevance is not Relevance.WEAK), default=0)


def make_rows(
    results: Iterable[Result],
    unfolded: AbstractSet[Path],
    gone: AbstractSet[Path] = frozenset(),
    good: int | None = None,
) -> list[ResultRow]:
    """Return the rows for results, best first, with further passages of those in `unfolded`.

    A separator stands after the first `good` ones; where that is None, before those that are but weak matches.
    """
    unique = list({result.path: result for result in results}.values())
    good = count_good(unique) if good is None else good
    rows: list[ResultRow] = []
    for at, result in enumerate(unique):
        if at == good:
            rows.append(ResultRow(RowForm.WEAKER if good else RowForm.NO_GOOD))
        is_unfolded, is_gone = result.path in unfolded, result.is_missing or result.path in gone
        rows.append(ResultRow(RowForm.RESULT, result, 0 if result.hits else -1, is_unfolded, is_gone))
        if is_unfolded:
            rows += [ResultRow(RowForm.PASSAGE, result, hit, gone=is_gone) for hit in range(1, len(result.hits))]
    return rows
