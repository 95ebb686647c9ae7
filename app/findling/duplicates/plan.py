"""Plans: what would be taken away, with the file that survives it, as plain data."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.duplicates import count_freed
from findling.domain.plans import Action, LeftOut, Obstacle, Plan, Planned, Seen, Step
from findling.duplicates.fileops import is_one_file
from findling.duplicates.plan_review import find_hindrance, find_losing, find_survivor
from findling.errors import UsageError
from findling.messages.library_templates import ClearingMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.duplicates import Group
    from findling.duplicates.fileops import FileSystem
    from findling.duplicates.pair_lookup import PairLookup


def make_plan(
    groups: Iterable[Group],
    kin: PairLookup,
    disk: FileSystem,
    *,
    action: Action = Action.BIN,
    target: Path | None = None,
    protected: Sequence[Path] = (),
) -> Planned:
    """Plan to clear away what is selected in some groups.

    Args:
        groups: as reviewed, maybe with other files selected or kept; what has changed since it was compared, and
            what is another name of the file that stays, is left out.
        kin: what the files have in common.
        disk: where the files are read, for their content as of now.
        action: what to do but rename; a link is planned only where two files are the same to the byte.
        target: the folder to move to; for other actions None.
        protected: folders that nothing is taken from.

    Raises:
        UsageError: files are to be moved, but not said where to.
    """
    if action is Action.MOVE and target is None:
        raise UsageError(ClearingMessage.TARGET_NEEDED(), Remedy.NAME_TARGET())
    groups = tuple(groups)
    going = {member.path for group in groups for member in group.members if member.selected}
    steps: dict[Path, Step] = {}
    hindrances: dict[Path, Obstacle] = {}
    survivors: dict[Path, Seen | None] = {}
    for group in groups:
        staying = [member for member in group.members if member.path not in going]
        for member in group.members:
            # Of one template, a file may be selected in two groups.
            if not member.selected or member.keep or member.protected or member.path in steps:
                continue
            stays = find_survivor(member, staying, kin)
            if stays and stays.path not in survivors:
                survivors[stays.path] = _see(stays.path, disk)
            survivor = survivors[stays.path] if stays else None
            seen = _see(member.path, disk) if survivor else None
            is_one = bool(seen and survivor and is_one_file(seen.path, survivor.path))
            hindrance = find_hindrance(member, stays, seen, survivor, action, is_one_file=is_one)
            if hindrance:
                hindrances.setdefault(member.path, hindrance)
            elif seen and survivor:
                steps[member.path] = Step(action, seen, survivor, target)
    plan = Plan(tuple(steps.values()), tuple(protected))
    left_out = tuple(LeftOut(path, why) for path, why in hindrances.items() if path not in steps)
    return Planned(plan, left_out, tuple(find_losing(plan.steps, kin)), _count_freed(groups, steps.keys()))


def _count_freed(groups: Iterable[Group], going: AbstractSet[Path]) -> int:
    members = {member.path: member for group in groups for member in group.members}
    return count_freed(replace(member, selected=path in going) for path, member in members.items())


def _see(path: Path, disk: FileSystem) -> Seen | None:
    try:
        return disk.see(path)
    except OSError:
        return None


def review_rename(path: Path, name: str, disk: FileSystem, protected: Sequence[Path] = ()) -> Planned:
    """Plan to give a file another name in its folder, or say what hinders that; arguments as of `plan_rename`.

    Raises:
        UsageError: no file can have that name.
    """
    try:
        plan = plan_rename(path, name, disk, protected)
    except OSError:
        return Planned(Plan(()), (LeftOut(path, Obstacle.UNREADABLE),))
    if any(step.target and os.path.lexists(step.target) for step in plan.steps):
        return Planned(Plan(()), (LeftOut(path, Obstacle.NAME_TAKEN),))
    return Planned(plan)


def plan_rename(path: Path, name: str, disk: FileSystem, protected: Sequence[Path] = ()) -> Plan:
    """Plan to give a file another name in its folder.

    Args:
        path: the file.
        name: the new name, with its ending.
        disk: where the file is read, for its content as of now.
        protected: folders in which nothing is renamed.

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
