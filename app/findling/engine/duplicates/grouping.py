"""Pairs become groups in which every member matches every other: a pure function, that a slider may ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.duplicates import Likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from findling.duplicates import Pair


def group(pairs: Iterable[Pair], threshold: float) -> list[tuple[int, ...]]:
    """Group documents by complete linkage, the strongest pairs first.

    A alike B and B alike C makes no group of three unless A is alike C. The same pairs give the same groups, in
    whatever order they come. Pairs of one template are left out: see `group_templates`.

    Args:
        pairs: of documents, each at most once.
        threshold: the least strength of a pair that counts, 0..1.

    Returns:
        Groups of two and more, the documents of each ascending, by their first document.
    """
    return _link([pair for pair in pairs if pair.likeness is not Likeness.TEMPLATE and pair.strength >= threshold])


def group_templates(pairs: Iterable[Pair], threshold: float) -> list[tuple[int, ...]]:
    """Group what is of one template, as `group` does with what is alike."""
    return _link([pair for pair in pairs if pair.likeness is Likeness.TEMPLATE and pair.similarity >= threshold])


def describe(members: Sequence[int], pairs: Mapping[tuple[int, int], Pair]) -> tuple[Likeness, float]:
    """How the members of a group are alike, by the loosest of their pairs, and how alike the two least alike are."""
    found = [pairs[one, other] for number, one in enumerate(members) for other in members[number + 1 :]]
    kinds = {pair.likeness for pair in found}
    loosest = next(kind for kind in _FROM_LOOSE_TO_CLOSE if kind in kinds)
    return loosest, min(pair.strength for pair in found)


_FROM_LOOSE_TO_CLOSE = (
    Likeness.TEMPLATE,
    Likeness.VERSION,
    Likeness.CONTAINED,
    Likeness.NEAR,
    Likeness.SAME_TEXT,
    Likeness.IDENTICAL,
)


def _link(pairs: Sequence[Pair]) -> list[tuple[int, ...]]:
    # By a group's first document: its members, and what every one of them is alike, so that two groups are compared
    # as sets and not member by member.
    common: dict[int, set[int]] = {}
    for pair in pairs:
        common.setdefault(pair.first, set()).add(pair.second)
        common.setdefault(pair.second, set()).add(pair.first)
    members = {number: {number} for number in common}
    home = {number: number for number in common}
    for _, first, second in sorted((-pair.strength, pair.first, pair.second) for pair in pairs):
        one, other = home[first], home[second]
        if one == other or not members[other] <= common[one]:
            continue
        joined = members.pop(other)
        members[one] |= joined
        common[one] &= common.pop(other)
        home.update(dict.fromkeys(joined, one))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)
