"""Passages of a stored document, cut out of its text when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """Passage with its id and its text."""

    id: int
    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class StoredPassages:
    """Passages of a document in order, cut out of its text when they are asked for.

    Attributes:
        text: of the document.
        rows: id, start, end, page and heading of each.
    """

    text: str
    rows: Sequence[tuple[int, int, int, int | None, str]]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[PlacedPassage]:
        return map(self.cut, range(len(self.rows)))

    def cut(self, at: int) -> PlacedPassage:
        """Return the passage at a place."""
        passage_id, start, end, page, heading = self.rows[at]
        return PlacedPassage(passage_id, Passage(start, end, page, heading), self.text[start:end])

    def id_at(self, at: int) -> int:
        """Return the id of the passage at a place."""
        return self.rows[at][0]

    def text_at(self, at: int) -> str:
        """Return the text of the passage at a place."""
        _, start, end, _, _ = self.rows[at]
        return self.text[start:end]
