"""The rows of a list of results: files, their further passages, and the lines that part good matches from weak ones."""

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
    """What a row is."""

    RESULT = 0
    PASSAGE = 1
    WEAKER = 2
    """Below it are weak matches only, above it are better ones."""
    NO_GOOD = 3
    """All matches are weak."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row.

    Attributes:
        result: None for a line between matches.
        at: which of the result's passages it shows; -1 for none.
        unfolded: a result's further passages are rows below it.
        gone: its file is there no longer.
    """

    form: RowForm
    result: Result | None = None
    at: int = -1
    unfolded: bool = False
    gone: bool = False

    @property
    def key(self) -> Key:
        """What stays the same while the row is the same one to the person."""
        path = self.result.path if self.result else None
        return self.form, path, self.at if self.form is RowForm.PASSAGE else -1

    @property
    def hit(self) -> Hit | None:
        """The passage that it shows."""
        return self.result.hits[self.at] if self.result and self.at >= 0 else None

    @property
    def more(self) -> int:
        """How many further passages a result has."""
        return max(len(self.result.hits) - 1, 0) if self.result and self.form is RowForm.RESULT else 0


def lay_out(
    results: Iterable[Result], unfolded: AbstractSet[Path], gone: AbstractSet[Path] = frozenset()
) -> list[ResultRow]:
    """The rows for some results, best first; those in `unfolded` with their further passages."""
    unique = list({result.path: result for result in results}.values())
    good = max((at for at, result in enumerate(unique) if result.relevance is not Relevance.WEAK), default=-1)
    rows: list[ResultRow] = []
    for at, result in enumerate(unique):
        if at == good + 1:
            rows.append(ResultRow(RowForm.NO_GOOD if good < 0 else RowForm.WEAKER))
        is_unfolded, is_gone = result.path in unfolded, result.path in gone
        rows.append(ResultRow(RowForm.RESULT, result, 0 if result.hits else -1, is_unfolded, is_gone))
        if is_unfolded:
            rows += [ResultRow(RowForm.PASSAGE, result, hit, gone=is_gone) for hit in range(1, len(result.hits))]
    return rows
