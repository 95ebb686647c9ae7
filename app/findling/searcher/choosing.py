"""Groups with what the person chose: other files to keep, to clear away and to spare than were proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.duplicates import Changes, Likeness
from findling.searcher.reviews import Totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.duplicates import Group, Member, Pair
    from findling.searcher.reviews import Choices

CHOSEN = "chosen by you"
"""The reason for a file that the person wants to keep."""


class Chooser:
    """Applies choices to groups.

    Args:
        documents: the document that speaks for each file.
        pairs: of such documents, by both.
        choices: what the person chose.
    """

    def __init__(self, documents: Mapping[Path, int], pairs: Mapping[tuple[int, int], Pair], choices: Choices) -> None:
        self._documents = documents
        self._pairs = pairs
        self._taken = frozenset(choices.taken)
        self._spared = frozenset(choices.spared)
        self._kept = frozenset(choices.kept)
        self._propose = choices.propose

    def choose(self, groups: Iterable[Group]) -> list[Group]:
        """Groups as the person wants them, in the same order.

        Only what is of one template may be in another group too. Of such, nothing is proposed, and nothing is taken
        that stays or goes by the other group: or else two plans that are safe could make one that is not.
        """
        chosen = [each if each.likeness is Likeness.TEMPLATE else self._choose(each) for each in groups]
        alike = [each for each in chosen if each.likeness is not Likeness.TEMPLATE]
        going = {member.path for each in alike for member in each.members if member.selected}
        staying = {each.members[0].path for each in alike if any(member.selected for member in each.members)}
        return [
            _spare(self._choose(_propose_nothing(each)), going, staying) if each.likeness is Likeness.TEMPLATE else each
            for each in chosen
        ]

    def _choose(self, group: Group) -> Group:
        if self._propose and not (self._taken or self._spared or self._kept):
            return group
        keep = next((member for member in group.members if member.path in self._kept), None)
        if keep and not keep.keep:
            group = self._keep(group, keep.path)
        selected = [self._is_selected(member) for member in group.members]
        if selected == [member.selected for member in group.members]:
            return group
        members = zip(group.members, selected, strict=True)
        return replace(group, members=tuple(replace(member, selected=chosen) for member, chosen in members))

    def _is_selected(self, member: Member) -> bool:
        if member.keep or member.protected:
            return False
        proposed = member.selected and self._propose and member.path not in self._spared
        return proposed or member.path in self._taken

    def _keep(self, group: Group, path: Path) -> Group:
        members = [self._measure(member, path) for member in group.members]
        members.sort(key=lambda member: not member.keep)
        template = group.likeness is Likeness.TEMPLATE
        spared = 0 if template else sum(member.size for member in members if not member.keep)
        return replace(group, members=tuple(members), reclaimable_bytes=spared, reason=CHOSEN)

    def _measure(self, member: Member, keep: Path) -> Member:
        """A member beside another file to keep; only what loses nothing with it is proposed to go."""
        number, kept = self._documents[member.path], self._documents[keep]
        pair = None if number == kept else self._pairs.get((min(number, kept), max(number, kept)))
        within = 1.0
        if pair:
            within = pair.first_within if number == pair.first else pair.second_within
        proposed = number == kept and member.path != keep
        return replace(
            member,
            keep=member.path == keep,
            similarity=pair.similarity if pair else 1.0,
            containment=within,
            changes=pair.changes if pair else Changes(),
            selected=proposed and not member.protected,
        )


def _propose_nothing(group: Group) -> Group:
    return replace(group, members=tuple(replace(member, selected=False) for member in group.members))


def _spare(group: Group, going: AbstractSet[Path], staying: AbstractSet[Path]) -> Group:
    """A group from which nothing is taken that goes or stays by another, or whose survivor goes by another."""
    safe = group.members[0].path not in going

    def spare(member: Member) -> Member:
        wanted = safe and member.path not in going and member.path not in staying
        return member if wanted else replace(member, selected=False)

    return replace(group, members=tuple(map(spare, group.members)))


def add_up(groups: Iterable[Group]) -> Totals:
    """What groups, with the person's choices, add up to."""
    alike = files = size = keeping = clearing = freed = templates = 0
    for group in groups:
        selected = [member.size for member in group.members if member.selected]
        keeping += bool(selected)
        clearing += len(selected)
        freed += sum(selected)
        if group.likeness is Likeness.TEMPLATE:
            templates += 1
            continue
        alike += 1
        files += len(group.members)
        size += group.reclaimable_bytes
    return Totals(alike, files, size, keeping, clearing, freed, templates)
