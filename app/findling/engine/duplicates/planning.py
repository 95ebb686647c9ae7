"""Plans: what would be taken away, with the file that survives it, as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.duplicates import Action, Plan, Step
from findling.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from findling.duplicates import Group, Member, Seen
    from findling.engine.duplicates.disk import Disk
    from findling.engine.duplicates.kin import Kin

HELD = 0.99
"""Share of a file's words from which on another file holds its text."""


def make_plan(
    groups: Iterable[Group],
    disk: Disk,
    *,
    action: Action = Action.BIN,
    target: Path | None = None,
    protected: Sequence[Path] = (),
    kin: Kin | None = None,
) -> Plan:
    """Plan to clear away what is selected in some groups.

    Args:
        groups: as reviewed, maybe with other files selected or kept; what has changed since it was compared, and
            what is another name of the file that stays, is left out.
        disk: where the files are read, for their content as of now.
        action: what to do but rename; a link is planned only where two files are the same to the byte.
        target: the folder to move to; for other actions None.
        protected: folders that nothing is taken from.
        kin: what the files have in common; needed where others are selected than are proposed.

    Raises:
        UsageError: files are to be moved, but not said where to.
    """
    if action is Action.MOVE and target is None:
        raise UsageError("To move files, a folder to move them to is needed.", "Name one with --to FOLDER.")
    steps = []
    groups = tuple(groups)
    going = find_going(groups)
    for group in groups:
        chosen = [member for member in group.members if member.selected and not (member.keep or member.protected)]
        staying = [member for member in group.members if member.path not in going]
        survivors: dict[Path, Seen | None] = {}
        for member in chosen:
            stays = find_survivor(member, staying, kin)
            if stays is None:
                continue
            if stays.path not in survivors:
                survivors[stays.path] = see_unchanged(stays, disk)
            survivor = survivors[stays.path]
            if survivor is None:
                continue
            seen = see_unchanged(member, disk)
            if seen is None or is_one_file(member.path, stays.path):
                continue
            if action is not Action.LINK or seen.content == survivor.content:
                steps.append(Step(action, seen, survivor, target))
    return Plan(tuple(steps), tuple(protected))


def find_going(groups: Iterable[Group]) -> set[Path]:
    """What is selected in any of some groups; a file may be in two of them."""
    return {member.path for group in groups for member in group.members if member.selected}


def find_survivor(member: Member, staying: Sequence[Member], kin: Kin | None = None) -> Member | None:
    """What stays for a file that goes: one of the same text, else one that holds it, else the one that is kept.

    Args:
        member: the file.
        staying: the files of its group that stay.
        kin: what the files have in common; without, it is known only of the twin that the member names.

    Returns:
        One of those that stay; None where no such file is known to have anything in common with the one that goes.
    """
    twin = next((each for each in staying if each.path == member.survivor), None)
    if kin is None:
        return twin or next((each for each in staying if each.keep), None)
    if twin and member.has_twin:
        return twin
    known = [(each, *shares) for each in staying if (shares := kin.compare(member.path, each.path))]
    holding = [each for each in known if each[2] >= HELD]
    if holding:
        return max(holding, key=lambda each: (each[1], each[0].keep))[0]
    most = max(known, key=lambda each: (each[0].keep, each[2]), default=None)
    return most[0] if most else None


def see_unchanged(member: Member, disk: Disk) -> Seen | None:
    """A file as it is now; None where that is not what was compared, or it cannot be read.

    What was found alike is the text that the library has read. A file that was written to since may hold something that
    is nowhere else, however well a plan would remember its new content.
    """
    try:
        seen = disk.see(member.path)
    except OSError:
        return None
    return seen if (seen.size, seen.modified_ns) == (member.size, member.modified_ns) else None


def is_one_file(one: Path, other: Path) -> bool:
    """Whether two names are hard links of one file: taking one away frees nothing."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def plan_rename(path: Path, name: str, disk: Disk, protected: Sequence[Path] = ()) -> Plan:
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
        raise UsageError(f"No file can be called {name!r}.", "Choose another name.") from error
    seen = disk.see(path)
    return Plan((Step(Action.RENAME, seen, seen, target),), tuple(protected))
