"""What the files of a library have to do with each other, however they are grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.duplicates.cliques import find_pair

if TYPE_CHECKING:
    from pathlib import Path

    from findling.duplicates.snapshot import DuplicateSnapshot


class PairLookup:
    """Says how much two files have in common.

    Args:
        found: what the library knows.
    """

    def __init__(self, found: DuplicateSnapshot) -> None:
        self._pairs = found.pairs
        self._documents = {copy.path: number for number, copies in found.copies.items() for copy in copies}

    def compare(self, one: Path, other: Path) -> tuple[float, float] | None:
        """How alike two files are, and which share of the words of `one` the other has too, both 0..1.

        None where nothing is known that they have in common, or no more than a template.
        """
        numbers = self._documents.get(one), self._documents.get(other)
        if numbers[0] is None or numbers[1] is None:
            return None
        if numbers[0] == numbers[1]:
            return 1.0, 1.0
        pair = find_pair(self._pairs, numbers[0], numbers[1])
        if pair is None or pair.likeness is MatchKind.TEMPLATE:
            return None
        return pair.similarity, pair.first_within if numbers[0] == pair.first else pair.second_within
