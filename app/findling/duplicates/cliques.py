"""Groups pairs into cliques, and drafts of one document into chains."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.duplicates.classify import FITTED
from findling.duplicates.template_families import find_templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from findling.domain.comparisons import Pair

    Pairs = Mapping[tuple[int, int], Pair]


def group(pairs: Iterable[Pair], threshold: float) -> list[tuple[int, ...]]:
    """Group documents by complete linkage, the strongest pairs first.

    A alike B and B alike C makes no group of three unless A is alike C. What lies one inside the other is not mixed
    with drafts that are less alike than edited copies: a group is the one or the other. The same pairs give the same
    groups, in whatever order they come. Pairs of one template are left out: see `group_templates`.

    Args:
        pairs: of documents, each at most once.
        threshold: the least strength of a pair that counts, 0..1.

    Returns:
        Groups of two and more, the documents of each ascending, by their first document.
    """
    alike = [pair for pair in pairs if pair.likeness is not MatchKind.TEMPLATE and pair.strength >= threshold]
    copies = [pair for pair in alike if pair.likeness is not MatchKind.VERSION]
    if len(copies) == len(alike):
        return _link(alike, [copies])
    return _link(alike, [copies, [pair for pair in alike if is_step(pair, threshold)]])


def group_templates(pairs: Iterable[Pair], threshold: float) -> list[tuple[int, ...]]:
    """Group what hangs together by pairs of one template, as families of documents.

    Not every two of a family are a pair: most are known to be of the template of its head, and of no other document.
    """
    families: dict[int, list[int]] = {}
    for number, family in find_templates(pair for pair in pairs if pair.similarity >= threshold).items():
        families.setdefault(family, []).append(number)
    return sorted(tuple(sorted(family)) for family in families.values())


def join_drafts(
    groups: Iterable[Sequence[int]],
    pairs: Pairs,
    threshold: float,
    families: Mapping[int, str],
    ages: Mapping[int, int],
) -> list[tuple[int, ...]]:
    """Join groups and single documents into chains of drafts, each alike the next in age.

    Args:
        groups: of `group`.
        pairs: all that are known.
        threshold: the least similarity of two neighbours, 0..1; never below that of versions.
        families: common part of the names of a document's drafts, or "". Only drafts of one family make a chain: else
            texts drift from one thing to another, step by step.
        ages: of two documents the one with the greater is the later; no two have the same.

    Returns:
        All groups, those that were joined as one; the documents of each ascending, by their first document.
    """
    age = ages.__getitem__
    templates: Mapping[int, int] | None = None
    home: dict[int, tuple[int, ...]] = {number: (number,) for number in ages}
    for members in groups:
        home.update(dict.fromkeys(members, tuple(sorted(members, key=age, reverse=True))))
    steps = [
        (-pair.similarity, one, other)
        for (one, other), pair in pairs.items()
        if home[one] is not home[other] and families[one] == families[other] != "" and is_step(pair, threshold)
    ]
    for _, one, other in sorted(steps):
        later, earlier = sorted((home[one], home[other]), key=lambda members: age(members[0]), reverse=True)
        if {later[-1], earlier[0]} == {one, other} and age(later[-1]) > age(earlier[0]):
            joined = later + earlier
            if templates is None:
                templates = find_templates(pairs.values())
            if _is_chain(joined, pairs, threshold, templates) and len({families[number] for number in joined}) == 1:
                home.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(members)) for members in home.values() if len(members) > 1})


def is_step(pair: Pair, threshold: float = 0.0) -> bool:
    """Tell whether two documents may be a draft and the next one."""
    return pair.likeness is not MatchKind.TEMPLATE and pair.similarity >= max(threshold, FITTED.version)


def find_pair(pairs: Pairs, one: int, other: int) -> Pair | None:
    """Return the pair of two documents, in either order."""
    return pairs.get((one, other) if one < other else (other, one))


def find_loosest(members: Sequence[int], pairs: Pairs) -> tuple[MatchKind, float]:
    """Return the loosest kind and the least likeness of members, of neighbours for versions.

    Args:
        members: of a group; drafts in their order.
        pairs: all that are known.
    """
    found = [find_pair(pairs, one, other) for one, other in combinations(members, 2)]
    known = [pair for pair in found if pair]
    kinds = {pair.likeness for pair in known}
    if len(known) < len(found) or MatchKind.VERSION in kinds:
        return MatchKind.VERSION, find_least_step(members, pairs)
    loosest = next(kind for kind in FROM_LOOSE_TO_CLOSE if kind in kinds)
    return loosest, min(pair.strength for pair in known)


def find_least_step(members: Sequence[int], pairs: Pairs) -> float:
    """Return the least similarity of two neighbours among drafts in their order."""
    return min(pair.similarity for ends in pairwise(members) if (pair := find_pair(pairs, *ends)))


FROM_LOOSE_TO_CLOSE = (
    MatchKind.TEMPLATE,
    MatchKind.CONTAINED,
    MatchKind.NEAR,
    MatchKind.SAME_TEXT,
    MatchKind.IDENTICAL,
)


def _is_chain(members: Sequence[int], pairs: Pairs, threshold: float, templates: Mapping[int, int]) -> bool:
    steps = (find_pair(pairs, *ends) for ends in pairwise(members))
    if not all(pair and is_step(pair, threshold) for pair in steps):
        return False
    for one, other in combinations(members, 2):
        pair = find_pair(pairs, one, other)
        # Two of one family that are no pair are of its template.
        if pair.likeness is MatchKind.TEMPLATE if pair else templates.get(one, -1) == templates.get(other, -2):
            return False
    return True


class _Links:
    """Documents that every member of a group is alike, so that two groups are compared as sets."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        # By a group's first document; a group that is not all alike in this way has none.
        self._common: dict[int, set[int]] = {}
        for pair in pairs:
            self._common.setdefault(pair.first, set()).add(pair.second)
            self._common.setdefault(pair.second, set()).add(pair.first)

    def allow(self, one: int, other: int, joined: set[int]) -> bool:
        """Tell whether every member of one group is alike every member of another."""
        return other in self._common and joined <= self._common.get(one, set())

    def join(self, one: int, other: int, *, allowed: bool) -> None:
        """Make one group out of two."""
        theirs = self._common.pop(other, set())
        if allowed:
            self._common[one] &= theirs
        else:
            self._common.pop(one, None)


def _link(pairs: Sequence[Pair], kinds: Sequence[Sequence[Pair]]) -> list[tuple[int, ...]]:
    """Group documents that are all alike in at least one way; each way is given by its pairs."""
    ways = [_Links(kind) for kind in kinds]
    members = {number: {number} for pair in pairs for number in (pair.first, pair.second)}
    home = {number: number for number in members}
    for _, first, second in sorted((-pair.strength, pair.first, pair.second) for pair in pairs):
        one, other = home[first], home[second]
        if one == other:
            continue
        allowed = [way.allow(one, other, members[other]) for way in ways]
        if not any(allowed):
            continue
        for way, well in zip(ways, allowed, strict=True):
            way.join(one, other, allowed=well)
        joined = members.pop(other)
        members[one] |= joined
        home.update(dict.fromkeys(joined, one))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)
