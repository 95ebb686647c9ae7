"""Applies the user's choices to groups: what to keep, select or deselect unlike proposed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.domain.duplicates import Totals, count_freed
from findling.messages.library_templates import ClearingMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.duplicates import Choices, Group, Member


class SelectionRules:
    """Rules by which choices apply to groups.

    Args:
        keep_other: rebuilds a group with another file to keep.
        choices: the user's.
    """

    def __init__(self, keep_other: Callable[[Group, Path], Group], choices: Choices) -> None:
        self._keep_other = keep_other
        self._taken = frozenset(choices.selected)
        self._spared = frozenset(choices.deselected)
        self._kept = frozenset(choices.keepers)
        self._propose = choices.propose

    def choose(self, groups: Iterable[Group]) -> list[Group]:
        """Apply the choices to groups, in the same order.

        Only files of one template may be in another group too. Of such, none is proposed, and none selected that stays
        or goes by the other group: else two plans that are safe could make one that is not.
        """
        chosen = [each if each.likeness is MatchKind.TEMPLATE else self._choose(each) for each in groups]
        alike = [each for each in chosen if each.likeness is not MatchKind.TEMPLATE]
        going = {member.path for each in alike for member in each.members if member.selected}
        staying = {each.members[0].path for each in alike if any(member.selected for member in each.members)}
        return [
            _deselect(self._choose(_select(each, [False] * len(each.members))), going, staying)
            if each.likeness is MatchKind.TEMPLATE
            else each
            for each in chosen
        ]

    def _choose(self, group: Group) -> Group:
        if self._propose and not (self._taken or self._spared or self._kept):
            return group
        keep = next((member for member in group.members if member.path in self._kept), None)
        if keep and not keep.keep:
            group = replace(self._keep_other(group, keep.path), reason=ClearingMessage.CHOSEN())
        selected = [self._is_selected(member) for member in group.members]
        if selected == [member.selected for member in group.members]:
            return group
        return _select(group, selected)

    def _is_selected(self, member: Member) -> bool:
        if member.keep or member.protected:
            return False
        proposed = member.selected and self._propose and member.path not in self._spared
        return proposed or member.path in self._taken


def _select(group: Group, selected: Iterable[bool]) -> Group:
    """Select other files of a group."""
    members = tuple(
        member if member.selected == chosen else replace(member, selected=chosen)
        for member, chosen in zip(group.members, selected, strict=True)
    )
    return replace(group, members=members, reclaimable_bytes=count_freed(members))


def _deselect(group: Group, going: AbstractSet[Path], staying: AbstractSet[Path]) -> Group:
    """Deselect files that go or stay by another group, or whose survivor goes by another."""
    safe = group.members[0].path not in going
    taken = going | staying
    return _select(group, (member.selected and safe and member.path not in taken for member in group.members))


def add_up(groups: Iterable[Group]) -> Totals:
    """Sum up groups with the user's choices."""
    alike = files = size = keeping = clearing = freed = templates = 0
    for group in groups:
        selected = sum(member.selected for member in group.members)
        keeping += selected > 0
        clearing += selected
        freed += group.reclaimable_bytes
        if group.likeness is MatchKind.TEMPLATE:
            templates += 1
            continue
        alike += 1
        files += len(group.members)
        size += group.reclaimable_bytes
    return Totals(
        groups=alike,
        files=files,
        bytes=size,
        keeping=keeping,
        clearing=clearing,
        freed=freed,
        templates=templates,
    )
