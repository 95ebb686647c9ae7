"""Makes plans: the files that go, each with its survivor, and those that are left out."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.duplicates import count_freed
from findling.domain.plans import Action, LeftOut, Obstacle, Plan, Planned, Seen, Step, TextLoss
from findling.duplicates.fileops import is_one_file
from findling.errors import UsageError
from findling.messages.library_templates import ClearingMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.duplicates import Group, Member
    from findling.duplicates.fileops import FileSystem
    from findling.duplicates.snapshot import PairLookup

HELD = 0.99
"""Share of a file's words from which on another file holds its text."""


def make_plan(
    groups: Iterable[Group],
    lookup: PairLookup,
    disk: FileSystem,
    *,
    action: Action = Action.BIN,
    target: Path | None = None,
    protected: Sequence[Path] = (),
) -> Planned:
    """Plan to clear away what is selected in some groups.

    Args:
        groups: as reviewed, maybe with other files selected or kept.
        lookup: likeness of any two files.
        disk: where the files are read.
        action: any but rename.
        target: the folder to move to; for other actions None.
        protected: folders that nothing is taken from.

    Raises:
        UsageError: files are to be moved, but there is no target.
    """
    if action is Action.MOVE and target is None:
        raise UsageError(ClearingMessage.TARGET_NEEDED(), Remedy.NAME_TARGET())
    groups = tuple(groups)
    going = {member.path for group in groups for member in group.members if member.selected}
    steps: dict[Path, Step] = {}
    obstacles: dict[Path, Obstacle] = {}
    survivors: dict[Path, Seen | None] = {}
    for group in groups:
        staying = [member for member in group.members if member.path not in going]
        for member in group.members:
            # Of one template, a file may be selected in two groups.
            if not member.selected or member.keep or member.protected or member.path in steps:
                continue
            stays = find_survivor(member, staying, lookup)
            if stays and stays.path not in survivors:
                survivors[stays.path] = _see(stays.path, disk)
            survivor = survivors[stays.path] if stays else None
            seen = _see(member.path, disk) if survivor else None
            is_one = bool(seen and survivor and is_one_file(seen.path, survivor.path))
            obstacle = find_obstacle(member, stays, seen, survivor, action, is_one_file=is_one)
            if obstacle:
                obstacles.setdefault(member.path, obstacle)
            elif stays and seen and survivor:
                chosen = lookup.is_doubted(member.path, stays.path)
                steps[member.path] = Step(action, seen, survivor, target, chosen)
    plan = Plan(tuple(steps.values()), tuple(protected))
    left_out = tuple(LeftOut(path, why) for path, why in obstacles.items() if path not in steps)
    return Planned(plan, left_out, tuple(find_text_losses(plan.steps, lookup)), _count_freed(groups, steps.keys()))


def _count_freed(groups: Iterable[Group], going: AbstractSet[Path]) -> int:
    members = {member.path: member for group in groups for member in group.members}
    return count_freed(replace(member, selected=path in going) for path, member in members.items())


def _see(path: Path, disk: FileSystem) -> Seen | None:
    try:
        return disk.see(path)
    except OSError:
        return None


def find_survivor(member: Member, staying: Sequence[Member], lookup: PairLookup) -> Member | None:
    """Choose the survivor of a file: of the same text, else one that holds it, else the kept.

    None where none of the files that stay has anything in common with it.
    """
    # What is in another file goes with that, and cannot be looked after.
    staying = [each for each in staying if not each.is_embedded]
    twin = next((each for each in staying if each.path == member.survivor), None)
    if twin and member.has_twin:
        return twin
    known = [(each, *shares) for each in staying if (shares := lookup.compare(member.path, each.path))]
    holding = [each for each in known if each[2] >= HELD]
    if holding:
        return max(holding, key=lambda each: (each[1], each[0].keep))[0]
    most = max(known, key=lambda each: (each[0].keep, each[2]), default=None)
    return most[0] if most else None


def find_obstacle(
    member: Member, stays: Member | None, seen: Seen | None, survivor: Seen | None, action: Action, *, is_one_file: bool
) -> Obstacle | None:
    """Find the reason to leave a file out of a plan, if there is one.

    The library compared the text that it had read; a file that was written to since may hold something else.

    Args:
        member: the file that goes, as it was compared.
        stays: the file that survives it, as it was compared; None where there is none.
        seen: the first as it is on the disk; None where it cannot be read.
        survivor: the second as it is on the disk; None where it cannot be read.
        action: what is to be done with the first.
        is_one_file: whether both are names of one file, so that nothing would be freed.
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


def find_text_losses(steps: Iterable[Step], lookup: PairLookup) -> Iterator[TextLoss]:
    """Find the files that go though their survivor does not hold all of their text."""
    for step in steps:
        shares = lookup.compare(step.file.path, step.survivor.path)
        if shares and shares[1] < HELD:
            yield TextLoss(step.file.path, shares[1])


def _has_changed(member: Member, seen: Seen) -> bool:
    return (seen.size, seen.modified_ns) != (member.size, member.modified_ns)


def plan_discard(paths: Iterable[Path], disk: FileSystem, protected: Sequence[Path] = ()) -> Planned:
    """Plan to move files named one by one to the bin; those that cannot be read are left out."""
    seen = {path: _see(path, disk) for path in paths}
    steps = tuple(Step(Action.DISCARD, each, each) for each in seen.values() if each)
    left_out = tuple(LeftOut(path, Obstacle.UNREADABLE) for path, each in seen.items() if not each)
    return Planned(Plan(steps, tuple(protected)), left_out, freed=sum(step.file.size for step in steps))


def review_rename(path: Path, name: str, disk: FileSystem, protected: Sequence[Path] = ()) -> Planned:
    """Plan to rename a file, or return the obstacle; see `plan_rename`."""
    try:
        plan = plan_rename(path, name, disk, protected)
    except OSError:
        return Planned(Plan(()), (LeftOut(path, Obstacle.UNREADABLE),))
    if any(step.target and os.path.lexists(step.target) for step in plan.steps):
        return Planned(Plan(()), (LeftOut(path, Obstacle.NAME_TAKEN),))
    return Planned(plan)


def plan_rename(path: Path, name: str, disk: FileSystem, protected: Sequence[Path] = ()) -> Plan:
    """Plan to rename a file in its folder, except in protected folders.

    Raises:
        UsageError: no file can have that name.
        OSError: the file cannot be read.
    """
    try:
        target = path.with_name(name)
    except ValueError as error:
        raise UsageError(ClearingMessage.NO_FILE_NAME(name=repr(name)), Remedy.CHOOSE_NAME()) from error
    seen = disk.see(path)
    return Plan((Step(Action.RENAME, seen, seen, target),), tuple(protected))
