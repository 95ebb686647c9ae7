"""Rules of a plan: the file that survives another, the reasons to leave a file out, and the text that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.plans import Action, Obstacle, TextLoss

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from findling.domain.duplicates import Member
    from findling.domain.plans import Seen, Step
    from findling.duplicates.pair_lookup import PairLookup

HELD = 0.99
"""Share of a file's words from which on another file holds its text."""


def find_survivor(member: Member, staying: Sequence[Member], kin: PairLookup) -> Member | None:
    """Choose the file that stays for one that goes: one of the same text, else one that holds it, else the kept one.

    Args:
        member: the file that goes.
        staying: the files of its group that stay.
        kin: what the files have in common.

    Returns:
        One of those that stay; None where no such file is known to have anything in common with the one that goes.
    """
    twin = next((each for each in staying if each.path == member.survivor), None)
    if twin and member.has_twin:
        return twin
    known = [(each, *shares) for each in staying if (shares := kin.compare(member.path, each.path))]
    holding = [each for each in known if each[2] >= HELD]
    if holding:
        return max(holding, key=lambda each: (each[1], each[0].keep))[0]
    most = max(known, key=lambda each: (each[0].keep, each[2]), default=None)
    return most[0] if most else None


def find_hindrance(
    member: Member, stays: Member | None, seen: Seen | None, survivor: Seen | None, action: Action, *, is_one_file: bool
) -> Obstacle | None:
    """Find the reason to leave a file out of a plan.

    What was found alike is the text that the library has read. A file that was written to since may hold something that
    is nowhere else, however well a plan would remember its new content.

    Args:
        member: the file that goes, as it was compared.
        stays: the file that survives it, as it was compared; None where there is none.
        seen: the first as it is on the disk; None where it cannot be read.
        survivor: the second as it is on the disk; None where it cannot be read.
        action: what is to be done with the first.
        is_one_file: whether both are names of one file, so that nothing would be freed.

    Returns:
        None where the file can be part of the plan.
    """
    if stays is None:
        return Obstacle.NOTHING_IN_COMMON
    if survivor is None:
        return Obstacle.NO_SURVIVOR
    if is_one_file:
        return Obstacle.SAME_FILE
    if seen is None:
        return Obstacle.UNREADABLE
    if _has_changed(member, seen) or _has_changed(stays, survivor):
        return Obstacle.CHANGED
    if action is Action.LINK and seen.content != survivor.content:
        return Obstacle.NOT_THE_SAME_BYTES
    return None


def find_losing(steps: Iterable[Step], kin: PairLookup) -> Iterator[TextLoss]:
    """Find the files that go though what survives them does not hold all of their text."""
    for step in steps:
        shares = kin.compare(step.file.path, step.survivor.path)
        if shares and shares[1] < HELD:
            yield TextLoss(step.file.path, shares[1])


def _has_changed(member: Member, seen: Seen) -> bool:
    return (seen.size, seen.modified_ns) != (member.size, member.modified_ns)
