"""Answers what takes longer about duplicates: two files side by side, a plan, a list of groups as a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.duplicates import Action, Plan
from findling.engine.duplicates.disk import Disk
from findling.engine.duplicates.kin import Kin
from findling.engine.duplicates.planning import (
    HELD,
    find_going,
    find_survivor,
    is_one_file,
    make_plan,
    plan_rename,
    see_unchanged,
)
from findling.paths import absolute
from findling.searcher.duplicating import Grouping
from findling.searcher.grouplist import write_list
from findling.searcher.reviews import (
    Compare,
    Hindrance,
    LeftOut,
    ListWritten,
    Losing,
    MakePlan,
    Planned,
    PlanRename,
    SideBySide,
    WriteList,
)
from findling.searcher.sides import lay_side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.duplicates import Group, Member
    from findling.engine.library import Library
    from findling.searcher.access import Access
    from findling.searcher.lane import Turn
    from findling.searcher.messages import Reply
    from findling.searcher.reviews import Review


class Comparing:
    """Answers `Compare`, `MakePlan`, `PlanRename` and `WriteList`."""

    questions = (Compare, MakePlan, PlanRename, WriteList)

    def __init__(self, access: Access) -> None:
        self._access = access

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: Turn) -> Reply:
        """Compare, plan or write.

        Raises:
            FindlingError: the library cannot be read or does not know a file, no file can have the name that one is to
                have, or the list cannot be written.
        """
        with self._access.library() as library:
            match turn.question:
                case Compare():
                    return _compare(library, turn.question)
                case MakePlan():
                    return _plan(library, turn.question)
                case PlanRename():
                    return _plan_rename(turn.question)
                case WriteList():
                    return _write(library, turn.question)
        raise TypeError(f"{type(turn.question).__name__} is no comparison")


def _list_groups(library: Library | None, review: Review) -> list[Group]:
    return Grouping(library.found_duplicates()).list_groups(review) if library else []


def _compare(library: Library | None, question: Compare) -> SideBySide:
    assert library, "only what the library found is compared"
    comparison = library.compare(question.first, question.second)
    return SideBySide(question.first, question.second, comparison.pair, lay_side_by_side(comparison))


def _plan(library: Library | None, question: MakePlan) -> Planned:
    if library is None:
        return Planned(Plan(()), ())
    found = library.found_duplicates()
    groups, kin = Grouping(found).list_groups(question.review), Kin(found)
    plan = make_plan(
        groups,
        Disk(),
        action=question.action,
        target=absolute(question.target) if question.target else None,
        protected=question.review.preferences.protected,
        kin=kin,
    )
    return Planned(plan, tuple(_find_left_out(groups, plan, question.action, kin)), tuple(_find_losing(plan, kin)))


def _plan_rename(question: PlanRename) -> Planned:
    path = question.path
    try:
        plan = plan_rename(path, question.name, Disk(), question.protected)
    except OSError:
        return Planned(Plan(()), (LeftOut(path, Hindrance.UNREADABLE),))
    if any(step.target and os.path.lexists(step.target) for step in plan.steps):
        return Planned(Plan(()), (LeftOut(path, Hindrance.NAME_TAKEN),))
    return Planned(plan, ())


def _find_losing(plan: Plan, kin: Kin) -> Iterator[Losing]:
    for step in plan.steps:
        shares = kin.compare(step.file.path, step.survivor.path)
        if shares and shares[1] < HELD:
            yield Losing(step.file.path, shares[1])


def _find_left_out(groups: list[Group], plan: Plan, action: Action, kin: Kin) -> Iterator[LeftOut]:
    """What is selected, or chosen by the person, and is in no step; a file may be selected in two groups."""
    planned = {step.file.path for step in plan.steps}
    going = find_going(groups)
    left = going - planned
    for group in groups:
        staying = [member for member in group.members if member.path not in going]
        for member in group.members:
            if member.selected and member.path in left:
                left.remove(member.path)
                stays = find_survivor(member, staying, kin)
                yield LeftOut(member.path, _find_hindrance(member, stays, action))


def _find_hindrance(member: Member, stays: Member | None, action: Action) -> Hindrance:
    disk = Disk()
    if stays is None:
        return Hindrance.NOTHING_IN_COMMON
    if not stays.path.is_file():
        return Hindrance.NO_SURVIVOR
    if is_one_file(member.path, stays.path):
        return Hindrance.SAME_FILE
    survivor, seen = see_unchanged(stays, disk), see_unchanged(member, disk)
    if survivor is None or seen is None:
        return Hindrance.CHANGED if member.path.is_file() else Hindrance.UNREADABLE
    is_other = action is Action.LINK and seen.content != survivor.content
    return Hindrance.NOT_THE_SAME_BYTES if is_other else Hindrance.UNREADABLE


def _write(library: Library | None, question: WriteList) -> ListWritten:
    groups = _list_groups(library, question.review)
    write_list(groups, question.file, question.form)
    return ListWritten(question.file, len(groups))
