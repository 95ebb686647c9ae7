"""Builds groups of files, each with the file to keep, and for every other file its survivor."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from findling.domain.comparisons import DiffCounts, MatchKind
from findling.domain.duplicates import DuplicatePreferences, Group, Member, Review, count_freed
from findling.duplicates.classify import FITTED
from findling.duplicates.cliques import (
    FROM_LOOSE_TO_CLOSE,
    find_least_step,
    find_loosest,
    find_pair,
    group,
    group_templates,
    join_drafts,
)
from findling.duplicates.keeper_rules import choose_keeper, is_below
from findling.duplicates.sameness import find_doubt, find_sameness
from findling.duplicates.template_families import FamilyTies
from findling.messages.library_templates import ClearingMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.comparisons import Pair
    from findling.duplicates.snapshot import DuplicateSnapshot
    from findling.messages.notice import Notice
    from findling.storage.duplicate_table import Copy

_MARKS = re.compile(
    r"(?<![^\W\d_])(?:v|ver|version|rev|revision|draft|entwurf|final|endfassung|neu|new|old|alt|copy|kopie|of|von)"
    r"(?![^\W\d_])|\d+|[\W_]+",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")


class GroupBuilder:
    """Builder of groups by the user's preferences, cached so that a slider moves smoothly.

    Args:
        found: the pairs and files of the library.
        preferences: how to choose the file to keep, and folders that are left out.
    """

    def __init__(self, found: DuplicateSnapshot, preferences: DuplicatePreferences) -> None:
        self._preferences = preferences
        self._copies = _exclude(found.copies, preferences.excluded) if preferences.excluded else found.copies
        self._nodes = found.nodes
        self._pairs = {
            ends: pair for ends, pair in found.pairs.items() if ends[0] in self._copies and ends[1] in self._copies
        }
        self._ties = FamilyTies(self._pairs.values())
        self._several = [number for number, files in self._copies.items() if len(files) > 1]
        self._groups: dict[tuple[int, ...], Group | None] = {}
        paired = {number for ends in self._pairs for number in ends}
        self._families = {number: _find_family(self._copies[number]) for number in paired}
        by_age = sorted(paired, key=lambda number: _find_age(self._copies[number]))
        self._ages = {number: age for age, number in enumerate(by_age)}

    def build(
        self, threshold: float = 0.0, kinds: AbstractSet[MatchKind] = frozenset(), folder: Path | None = None
    ) -> list[Group]:
        """Build the groups of some kinds with a file below a folder: see `find_groups`."""
        pairs = self._pairs.values()
        alike = join_drafts(group(pairs, threshold), self._pairs, threshold, self._families, self._ages)
        grouped = {number for members in alike for number in members}
        alone = [(number,) for number in self._several if number not in grouped]
        made = (self._make_known(members) for members in (*alike, *group_templates(pairs, threshold), *alone))
        chosen = [
            each
            for each in made
            if each is not None
            and _is_of_kind(each, kinds)
            and (folder is None or any(is_below(member.path, (folder,)) for member in each.members))
        ]
        return sorted(chosen, key=_by_freed_bytes)

    def keep_other(self, numbers: Iterable[int], keep: Path) -> Group:
        """Build the group of these documents that keeps another file, for the caller's reason."""
        made = self._make(sorted(numbers), keep)
        assert made, "a group that was shown has files"
        return made

    def _make_known(self, numbers: tuple[int, ...]) -> Group | None:
        if numbers not in self._groups:
            self._groups[numbers] = self._make(numbers)
        return self._groups[numbers]

    def _make(self, numbers: Sequence[int], wanted: Path | None = None) -> Group | None:
        """Build a group of documents; None where all its files are names of one."""
        files = [file for number in numbers for file in self._copies[number]]
        if self._nodes and len({self._nodes.get(file.path, file.path) for file in files}) == 1:
            return None
        likeness, similarity, ordered = self._describe(numbers, files)
        keep, reason = self._choose(likeness, ordered, files)
        if wanted is not None:
            keep = next(file for file in files if file.path == wanted)
        members = self._list_members(likeness, ordered, keep)
        return Group(
            likeness=_name(likeness, members),
            similarity=similarity,
            reclaimable_bytes=count_freed(members),
            reason=reason,
            members=members,
        )

    def _describe(self, numbers: Sequence[int], files: Sequence[Copy]) -> tuple[MatchKind, float, Sequence[int]]:
        """Return kind and degree of likeness, and the documents in order, the latest version first."""
        if len(numbers) == 1:
            one_content = len({file.content_hash for file in files}) == 1
            return (MatchKind.IDENTICAL if one_content else MatchKind.SAME_TEXT), 1.0, numbers
        ordered = sorted(numbers, key=self._ages.__getitem__, reverse=True)
        if self._ties.is_family(numbers):
            return MatchKind.TEMPLATE, self._ties.find_least(numbers), ordered
        likeness, similarity = find_loosest(ordered, self._pairs)
        if likeness is MatchKind.CONTAINED and self._are_growing(ordered):
            return MatchKind.VERSION, similarity, ordered
        if likeness is MatchKind.NEAR and self._are_drafts(ordered):
            return MatchKind.VERSION, find_least_step(ordered, self._pairs), ordered
        return likeness, similarity, ordered

    def _are_drafts(self, ordered: Sequence[int]) -> bool:
        """Tell whether edited copies are versions by their names, and not mainly figures differ."""
        return self._are_named_as_versions(ordered) and all(
            2 * pair.changes.distinctive <= pair.changes.words
            for ends in pairwise(ordered)
            if (pair := find_pair(self._pairs, *ends))
        )

    def _are_growing(self, ordered: Sequence[int]) -> bool:
        """Tell whether contained documents are, by name, versions that extend the one before."""
        return self._are_named_as_versions(ordered) and all(
            self._share(earlier, later) >= max(FITTED.contained, self._share(later, earlier))
            for later, earlier in pairwise(ordered)
        )

    def _are_named_as_versions(self, ordered: Sequence[int]) -> bool:
        """Tell whether documents have names of one family, and no two the same."""
        families = {self._families[number] for number in ordered}
        if len(families) > 1 or "" in families:
            return False
        names = [{file.path.stem.casefold() for file in self._copies[number]} for number in ordered]
        return len(set().union(*names)) == sum(map(len, names))

    def _choose(self, likeness: MatchKind, ordered: Sequence[int], files: Sequence[Copy]) -> tuple[Copy, Notice]:
        """Choose the file to keep: family's head, latest version, holder of the rest, or by rules.

        The rules are the user's. Before all that, a damaged file does not stay before one that is not; `choose` goes
        further.
        """
        if likeness is MatchKind.TEMPLATE:
            head = self._ties.find_head(ordered)
            return choose_keeper(self._copies[head], self._preferences)[0], ClearingMessage.COMPARED_WITH()
        if likeness not in (MatchKind.CONTAINED, MatchKind.VERSION):
            return choose_keeper(files, self._preferences)
        whole = [number for number in ordered if any(not file.wholeness.is_impaired for file in self._copies[number])]
        best, reason = self._find_best(likeness, ordered)
        if whole and best not in whole:
            best, reason = self._find_best(likeness, whole)[0], ClearingMessage.WHOLE()
        return choose_keeper(self._copies[best], self._preferences)[0], reason

    def _find_best(self, likeness: MatchKind, ordered: Sequence[int]) -> tuple[int, Notice]:
        if likeness is MatchKind.VERSION:
            return ordered[0], ClearingMessage.LATEST_VERSION()
        holder = max(ordered, key=lambda number: sum(self._share(other, number) for other in ordered))
        return holder, ClearingMessage.HOLDS_THE_OTHERS()

    def _list_members(self, likeness: MatchKind, ordered: Sequence[int], keep: Copy) -> tuple[Member, ...]:
        """List a group's files: the one to keep, then versions in order, others the latest first."""
        kept = next(number for number in ordered if any(file is keep for file in self._copies[number]))
        listed: list[tuple[tuple[object, ...], Member]] = []
        for place, number in enumerate(ordered):
            files = self._copies[number]
            stays = keep if number == kept else self._choose_first(files)
            twins = self._find_twins(files, stays)
            versions = likeness is MatchKind.VERSION
            beside = ordered[max(place - 1, 0)] if versions else kept
            pair = find_pair(self._pairs, number, beside) if number != beside else None
            if pair is None and number != beside and likeness is MatchKind.TEMPLATE:
                pair = self._ties.find_tie(number)
            for file in files:
                twin = twins[file.path]
                member = self._make_member(file, twin, keep, pair, number, template=likeness is MatchKind.TEMPLATE)
                first = file is stays
                order = (place, not first) if versions else (0, False)
                listed.append(((not member.keep, *order, -file.modified_ns, file.path), member))
        listed.sort(key=lambda each: each[0])
        return tuple(member for _, member in listed)

    def _find_twins(self, files: Sequence[Copy], stays: Copy) -> dict[Path, Copy]:
        """Return the survivor of each file of one text: `stays`.

        Of those that are not known to be the same as that in full, one of each that are the same stays as well.
        """
        twins = {file.path: stays for file in files}
        doubtful: dict[tuple[bytes, ...], list[Copy]] = defaultdict(list)
        for file in files:
            if file is not stays and find_doubt(file, stays):
                doubtful[find_sameness(file)].append(file)
        for same in doubtful.values():
            first = self._choose_first(same)
            twins |= {file.path: first for file in same if file is not first}
        return twins

    def _choose_first(self, files: Sequence[Copy]) -> Copy:
        return files[0] if len(files) == 1 else choose_keeper(files, self._preferences)[0]

    def _make_member(
        self, file: Copy, stays: Copy, keep: Copy, pair: Pair | None, number: int, *, template: bool
    ) -> Member:
        """Make a member; `stays` is its text's file that stays, `pair` measures its likeness."""
        protected = file.is_embedded or is_below(file.path, self._preferences.protected)
        node = self._nodes.get(file.path)
        likeness = pair.likeness if pair else MatchKind.VERSION
        if file is not stays:
            likeness = MatchKind.IDENTICAL if file.content_hash == stays.content_hash else MatchKind.SAME_TEXT
        withheld = find_doubt(file, stays) if file is not stays else None
        names_one = node is not None and node == self._nodes.get(stays.path)
        return Member(
            path=file.path,
            size=file.size,
            modified_ns=file.modified_ns,
            kind=file.kind,
            keep=file is keep,
            similarity=pair.similarity if pair else 1.0,
            containment=_share(pair, number),
            protected=protected,
            selected=file is not stays and not (withheld or protected or template or names_one),
            changes=pair.changes if pair else DiffCounts(),
            survivor=None if file is keep else (keep if file is stays else stays).path,
            likeness=None if file is keep else likeness,
            node=node,
            withheld=withheld,
            is_embedded=file.is_embedded,
        )

    def _share(self, one: int, other: int) -> float:
        """Return the share of the words of `one` that `other` has too."""
        return 1.0 if one == other else _share(find_pair(self._pairs, one, other), one)


def _name(likeness: MatchKind, members: Sequence[Member]) -> MatchKind:
    """Name a group with excerpts by the loosest kind of its other files, if those are more."""
    if likeness is not MatchKind.CONTAINED:
        return likeness
    kinds = [member.likeness for member in members if member.likeness]
    others = [kind for kind in FROM_LOOSE_TO_CLOSE if kind in kinds and kind is not MatchKind.CONTAINED]
    return others[0] if 2 * kinds.count(MatchKind.CONTAINED) < len(kinds) else likeness


def find_stem(path: Path) -> str:
    """Return a name without what tells versions apart: numbers, dates, "draft", "final", "copy"."""
    return _MARKS.sub("", path.stem).casefold()


def find_groups(found: DuplicateSnapshot, review: Review | None = None) -> list[Group]:
    """Return the groups of a review without its choices, those first that free most bytes.

    By default all but those of one template. Identical files and same texts are grouped whatever the threshold; a group
    is of a kind if one of its files is. Names of one file alone are no group.
    """
    review = review or Review()
    return GroupBuilder(found, review.preferences).build(review.threshold, frozenset(review.kinds), review.folder)


def _find_family(files: Sequence[Copy]) -> str:
    """Return the stem that all names of a document have in common; else ""."""
    stems = {find_stem(file.path) for file in files}
    stem = stems.pop()
    return stem if not stems and len(stem) > 1 else ""


def _find_age(files: Sequence[Copy]) -> tuple[int, tuple[int, ...], Path]:
    """Return the age of a text by its oldest file, for a copy may be younger than its original."""
    file = min(files, key=lambda file: (file.modified_ns, file.path))
    return file.modified_ns, tuple(map(int, _FIGURES.findall(file.path.stem))), file.path


def _share(pair: Pair | None, number: int) -> float:
    if pair is None:
        return 1.0
    return pair.first_within if number == pair.first else pair.second_within


def _is_of_kind(group: Group, kinds: AbstractSet[MatchKind]) -> bool:
    """Tell whether a group or a member is of these kinds; templates are wanted only by name."""
    if group.likeness is MatchKind.TEMPLATE or not kinds:
        return (group.likeness is MatchKind.TEMPLATE) == (MatchKind.TEMPLATE in kinds)
    return group.likeness in kinds or any(member.likeness in kinds for member in group.members)


def _by_freed_bytes(group: Group) -> tuple[int, int, str]:
    """Sort key: most bytes freed, or that would be if all but the file to keep went."""
    likely = 0 if group.likeness is MatchKind.TEMPLATE else sum(member.size for member in group.members[1:])
    return -group.reclaimable_bytes, -likely, str(group.members[0].path)


def _exclude(copies: dict[int, tuple[Copy, ...]], excluded: Sequence[Path]) -> dict[int, tuple[Copy, ...]]:
    return {
        number: kept
        for number, files in copies.items()
        if (kept := tuple(file for file in files if not is_below(file.path, excluded)))
    }
