"""Handlers of questions about duplicates: groups and history; comparisons and plans."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.duplicates import Choices
from findling.domain.plans import Plan, Planned
from findling.duplicates.fileops import FileSystem
from findling.duplicates.group_builder import GroupBuilder
from findling.duplicates.plan import make_plan, plan_discard, review_rename
from findling.duplicates.report import write_list
from findling.duplicates.selection import SelectionRules, add_up
from findling.duplicates.side_by_side import lay_side_by_side
from findling.duplicates.snapshot import PairLookup
from findling.duplicates.stored_matches import recall_arrivals
from findling.duplicates.version_history import find_history
from findling.paths import absolute
from findling.processes.reader.duplicate_messages import (
    AskGroups,
    AskRuns,
    Compare,
    Groups,
    ListWritten,
    MakePlan,
    PlanDiscard,
    PlanRename,
    Runs,
    SideBySide,
    WriteList,
)
from findling.processes.reader.export_messages import ResultsWritten, WriteResults
from findling.processes.reader.history_messages import AskHistory, VersionList
from findling.processes.reader.request_thread import RequestHandler
from findling.search.result_table import write_results

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.duplicate_check import Arrival
    from findling.domain.duplicates import DuplicatePreferences, Group, Review
    from findling.domain.search import Result
    from findling.duplicates.snapshot import DuplicateSnapshot
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection
    from findling.search.library_reader import Library


_ARRIVALS = 20
_MOST_WRITTEN = 800
"""Results of a search that are written: as many as the window shows of one."""


class DuplicatesHandler(RequestHandler):
    """Handler of groups and of the history.

    It keeps the snapshot of the library, so that a slider need not wait for it, until `AskGroups.reload`.
    """

    questions = (AskGroups, AskRuns)

    def __init__(self, connection: LibraryConnection) -> None:
        self._connection = connection
        self._library: Library | None = None
        self._grouping: Grouping | None = None
        self._arrivals: tuple[Arrival, ...] = ()

    def answer(self, context: RequestContext) -> Reply:
        """Group, or list the history."""
        with self._connection.library() as library:
            match context.question:
                case AskGroups():
                    return self._review(library, context.question) if library else Groups()
                case AskRuns():
                    return Runs(library.runs() if library else ())
        raise TypeError(f"{type(context.question).__name__} is not about duplicates")

    def _review(self, library: Library, question: AskGroups) -> Groups:
        if question.reload or self._grouping is None or library is not self._library:
            self._grouping, self._library = Grouping(library.found_duplicates()), library
            self._arrivals = recall_arrivals(library.database, _ARRIVALS)
        groups = self._grouping.list_groups(question.review)
        return Groups(
            groups=tuple(groups[question.offset : question.offset + question.limit]),
            offset=question.offset,
            shown=len(groups),
            totals=add_up(groups),
            uncompared=library.count_uncompared(),
            folders=tuple(folder.path for folder in library.folders()),
            arrivals=self._arrivals,
        )


class ComparisonHandler(RequestHandler):
    """Handler of what compares, plans and writes."""

    questions = (Compare, MakePlan, PlanRename, PlanDiscard, WriteList, WriteResults, AskHistory)

    def __init__(self, connection: LibraryConnection) -> None:
        self._connection = connection

    def answer(self, context: RequestContext) -> Reply:
        """Compare, plan or write."""
        question = context.question
        with self._connection.library() as library:
            match question:
                case Compare():
                    return _compare(library, question)
                case MakePlan():
                    return _plan(library, question)
                case PlanRename():
                    return review_rename(question.path, question.name, FileSystem(), question.protected)
                case PlanDiscard():
                    return plan_discard(question.paths, FileSystem(), question.protected)
                case WriteList():
                    return _write(library, question)
                case WriteResults():
                    return _write_results(library, question)
                case AskHistory(path):
                    return _read_history(library, path)
        raise TypeError(f"{type(question).__name__} is no comparison")


def _read_history(library: Library | None, path: Path) -> VersionList:
    assert library, "only what the library found has versions"
    return VersionList(path, find_history(library.database, path))


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
    groups = Grouping(library.found_duplicates()).list_groups(question.review) if library else []
    write_list(groups, question.file, question.form)
    return ListWritten(question.file, len(groups))


def _write_results(library: Library | None, question: WriteResults) -> ResultsWritten:
    """Write all results of a search, or those that are wanted of them, in its order."""
    if library is None:
        found: tuple[Result, ...] = ()
    elif question.like is not None:
        found = library.similar(question.like, limit=_MOST_WRITTEN, passages=1).results
    else:
        found = library.search(
            question.query, mode=question.mode, limit=_MOST_WRITTEN, passages=1, order=question.order
        ).results
    wanted = frozenset(question.only) or {each.path for each in found}
    written = [each for each in found if each.path in wanted]
    write_results(written, question.file, question.form)
    return ResultsWritten(question.file, len(written))


class Grouping:
    """Groups of a snapshot, built again only where more than the user's choices changed."""

    def __init__(self, found: DuplicateSnapshot) -> None:
        self._found = found
        self._documents = found.documents()
        self._builder: tuple[DuplicatePreferences, GroupBuilder] | None = None
        self._latest: tuple[Review, list[Group]] | None = None

    def list_groups(self, review: Review) -> list[Group]:
        """Return the groups of a review with the user's choices, those first that free most bytes."""
        builder = self._find_builder(review.preferences)

        def keep_other(group: Group, keep: Path) -> Group:
            return builder.keep_other({self._documents[member.path] for member in group.members}, keep)

        return SelectionRules(keep_other, review.choices).choose(self._group(review, builder))

    def _find_builder(self, preferences: DuplicatePreferences) -> GroupBuilder:
        if self._builder is None or self._builder[0] != preferences:
            self._builder = preferences, GroupBuilder(self._found, preferences)
            # Hundreds of thousands of objects that stay: looking through them for garbage would halt a slider.
            gc.freeze()
        return self._builder[1]

    def _group(self, review: Review, builder: GroupBuilder) -> list[Group]:
        wanted = replace(review, choices=Choices())
        if self._latest is None or self._latest[0] != wanted:
            self._latest = wanted, builder.build(review.threshold, frozenset(review.kinds), review.folder)
        return self._latest[1]
