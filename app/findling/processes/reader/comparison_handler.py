"""Answers what takes longer about duplicates: two files side by side, a plan, a list of groups as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.plans import Plan, Planned
from findling.duplicates.fileops import FileSystem
from findling.duplicates.pair_lookup import PairLookup
from findling.duplicates.plan import make_plan, review_rename
from findling.duplicates.report import write_list
from findling.duplicates.side_by_side import lay_side_by_side
from findling.paths import absolute
from findling.processes.reader.duplicate_messages import (
    Compare,
    ListWritten,
    MakePlan,
    PlanRename,
    SideBySide,
    WriteList,
)
from findling.processes.reader.duplicates_handler import Grouping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.duplicates import Group, Review
    from findling.processes.reader.library_connection import LibraryConnection
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_reader import Library


class ComparisonHandler:
    """Answers `Compare`, `MakePlan`, `PlanRename` and `WriteList`."""

    questions = (Compare, MakePlan, PlanRename, WriteList)

    def __init__(self, access: LibraryConnection) -> None:
        self._access = access

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: RequestContext) -> Reply:
        """Compare, plan or write.

        Raises:
            FindlingError: the library cannot be read or does not know a file, no file can have the name that one is to
                have, or the list cannot be written.
        """
        question = turn.question
        with self._access.library() as library:
            match question:
                case Compare():
                    return _compare(library, question)
                case MakePlan():
                    return _plan(library, question)
                case PlanRename():
                    return review_rename(question.path, question.name, FileSystem(), question.protected)
                case WriteList():
                    return _write(library, question)
        raise TypeError(f"{type(question).__name__} is no comparison")


def _list_groups(library: Library | None, review: Review) -> list[Group]:
    return Grouping(library.found_duplicates()).list_groups(review) if library else []


def _compare(library: Library | None, question: Compare) -> SideBySide:
    assert library, "only what the library found is compared"
    comparison = library.compare(question.first, question.second)
    return SideBySide(question.first, question.second, comparison.pair, lay_side_by_side(comparison))


def _plan(library: Library | None, question: MakePlan) -> Planned:
    if library is None:
        return Planned(Plan(()))
    found = library.found_duplicates()
    return make_plan(
        Grouping(found).list_groups(question.review),
        PairLookup(found),
        FileSystem(),
        action=question.action,
        target=absolute(question.target) if question.target else None,
        protected=question.review.preferences.protected,
    )


def _write(library: Library | None, question: WriteList) -> ListWritten:
    groups = _list_groups(library, question.review)
    write_list(groups, question.file, question.form)
    return ListWritten(question.file, len(groups))
