"""Families of documents of one template, each compared with its head and not with all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from findling.domain.comparisons import Pair

_MOST_HEADS = 3


class TemplateFamilies:
    """Heads of families, and the members that are known to be of a head's template.

    Args:
        ends: documents that are known to be of one template, by two.
    """

    def __init__(self, ends: Iterable[tuple[int, int]]) -> None:
        self._heads: dict[int, set[int]] = defaultdict(set)
        for head, members in choose_heads(ends).items():
            for member in members:
                self._heads[member].add(head)
        self._leading = {head for heads in self._heads.values() for head in heads}

    def find_heads(self, documents: Iterable[int]) -> list[int]:
        """Return the heads of the first families that these documents belong to, at most three."""
        found: dict[int, None] = {}
        for document in documents:
            found.update(dict.fromkeys(self.get_heads(document)))
            if len(found) >= _MOST_HEADS:
                break
        return list(found)[:_MOST_HEADS]

    def get_heads(self, document: int) -> list[int]:
        """Return the heads of the families that a document belongs to, itself first if it is one."""
        own = [document] if document in self._leading else []
        return own + sorted(self._heads.get(document, ()))

    def join(self, member: int, head: int) -> None:
        """Note that a document is of a head's template."""
        self._heads[member].add(head)
        self._leading.add(head)

    def leave(self, member: int) -> None:
        """Forget of which template a document is."""
        self._heads.pop(member, None)


class FamilyTies:
    """Pairs by which documents are known to be of a family, for showing it.

    Args:
        pairs: all that are known.
    """

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._ties: dict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if pair.likeness is MatchKind.TEMPLATE:
                self._ties[pair.first].append(pair)
                self._ties[pair.second].append(pair)

    def is_family(self, numbers: Sequence[int]) -> bool:
        """Tell whether a group is of one template; in all other groups no two are."""
        others = set(numbers)
        return any(_other(pair, numbers[0]) in others for pair in self._ties.get(numbers[0], ()))

    def find_head(self, numbers: Iterable[int]) -> int:
        """Return the document that most others are compared with."""
        return max(numbers, key=lambda number: (len(self._ties[number]), -number))

    def find_tie(self, number: int) -> Pair | None:
        """Return the pair of a document with its head, of several with the largest family's."""
        ties = self._ties.get(number, ())
        return max(ties, key=lambda pair: (len(self._ties[_other(pair, number)]), pair.similarity), default=None)

    def find_least(self, numbers: Iterable[int]) -> float:
        """Return the least similarity of a family's document and the one it was compared with."""
        return min(tie.similarity for number in numbers if (tie := self.find_tie(number)))


def _other(pair: Pair, number: int) -> int:
    return pair.first if pair.second == number else pair.second


def choose_heads(ends: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    """Choose heads so that each document is one, or is of one template with a head.

    Those with the most partners first (greedy dominating set), of such the smaller number.

    Returns:
        The partners of each head that are no heads.
    """
    partners: dict[int, set[int]] = defaultdict(set)
    for one, other in ends:
        partners[one].add(other)
        partners[other].add(one)
    covered: set[int] = set()
    chosen: dict[int, set[int]] = {}
    for number in sorted(partners, key=lambda number: (-len(partners[number]), number)):
        if number not in covered:
            chosen[number] = partners[number] - chosen.keys()
            covered |= partners[number] | {number}
    return chosen


def choose_ties(with_heads: Sequence[Pair], with_others: Sequence[Pair]) -> list[Pair]:
    """Choose of a document's pairs of one template those that are worth keeping.

    Args:
        with_heads: with heads of families; they say it all.
        with_others: with other documents; the closest ties it to its like where it is of no head's template.
    """
    if with_heads or not with_others:
        return list(with_heads)
    return [max(with_others, key=lambda pair: (pair.similarity, -pair.first, -pair.second))]


def find_templates(pairs: Iterable[Pair]) -> Mapping[int, int]:
    """Return the family of each document by pairs of one template, as its smallest document."""
    home: dict[int, int] = {}

    def find(number: int) -> int:
        while home.setdefault(number, number) != number:
            home[number] = number = home[home[number]]
        return number

    for pair in pairs:
        if pair.likeness is not MatchKind.TEMPLATE:
            continue
        one, other = sorted((find(pair.first), find(pair.second)))
        home[other] = one
    return {number: find(number) for number in list(home)}
