"""Answers which files are alike: what the library found, grouped anew for every question."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.duplicates import Choices
from findling.duplicates.group_builder import GroupBuilder
from findling.duplicates.selection import SelectionRules, add_up
from findling.processes.reader.duplicate_messages import AskGroups, AskRuns, Groups, Runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.domain.duplicates import DuplicatePreferences, Group, Review
    from findling.duplicates.snapshot import DuplicateSnapshot
    from findling.processes.reader.library_connection import LibraryConnection
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_reader import Library


class DuplicatesHandler:
    """Answers `AskGroups` and `AskRuns`.

    What was read of the library is kept, so that a slider need not wait for it; whoever wants the library as it is now
    asks anew.
    """

    questions = (AskGroups, AskRuns)

    def __init__(self, access: LibraryConnection) -> None:
        self._access = access
        self._library: Library | None = None
        self._grouping: Grouping | None = None

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: RequestContext) -> Reply:
        """Group, or list.

        Raises:
            FindlingError: the library cannot be read.
        """
        with self._access.library() as library:
            match turn.question:
                case AskGroups():
                    return self._review(library, turn.question) if library else Groups()
                case AskRuns():
                    return Runs(library.runs() if library else ())
        raise TypeError(f"{type(turn.question).__name__} is not about duplicates")

    def _review(self, library: Library, question: AskGroups) -> Groups:
        if question.anew or self._grouping is None or library is not self._library:
            self._grouping, self._library = Grouping(library.found_duplicates()), library
        groups = self._grouping.list_groups(question.review)
        return Groups(
            groups=tuple(groups[question.offset : question.offset + question.limit]),
            offset=question.offset,
            shown=len(groups),
            totals=add_up(groups),
            uncompared=library.count_uncompared(),
            folders=tuple(folder.path for folder in library.folders()),
        )


class Grouping:
    """What was found, grouped as it is wanted; grouped anew only where more than the choices changed."""

    def __init__(self, found: DuplicateSnapshot) -> None:
        self._found = found
        self._documents = {copy.path: number for number, copies in found.copies.items() for copy in copies}
        self._gatherer: tuple[DuplicatePreferences, GroupBuilder] | None = None
        self._latest: tuple[Review, list[Group]] | None = None

    def list_groups(self, review: Review) -> list[Group]:
        """All groups of a review with the person's choices, those first from which most comes back."""
        gatherer = self._find_gatherer(review.preferences)

        def keep_other(group: Group, keep: Path) -> Group:
            return gatherer.keep_other({self._documents[member.path] for member in group.members}, keep)

        return SelectionRules(keep_other, review.choices).choose(self._group(review, gatherer))

    def _find_gatherer(self, preferences: DuplicatePreferences) -> GroupBuilder:
        if self._gatherer is None or self._gatherer[0] != preferences:
            self._gatherer = preferences, GroupBuilder(self._found, preferences)
            # Hundreds of thousands of objects that stay: looking through them for garbage would halt a slider.
            gc.freeze()
        return self._gatherer[1]

    def _group(self, review: Review, gatherer: GroupBuilder) -> list[Group]:
        wanted = replace(review, choices=Choices())
        if self._latest is None or self._latest[0] != wanted:
            self._latest = wanted, gatherer.gather(review.threshold, frozenset(review.kinds), review.folder)
        return self._latest[1]
