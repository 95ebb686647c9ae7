"""Answers which files are alike: what the library found, grouped anew for every question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.engine.duplicates.review import find_groups
from findling.searcher.choosing import Chooser, add_up
from findling.searcher.reviews import AskGroups, AskRuns, Groups, Runs, Totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.duplicates import Group
    from findling.engine.duplicates.review import Found
    from findling.engine.library import Library
    from findling.searcher.access import Access
    from findling.searcher.lane import Turn
    from findling.searcher.messages import Reply
    from findling.searcher.reviews import Review

_NOTHING = Groups((), 0, 0, Totals(0, 0, 0, 0, 0, 0, 0), 0, ())


class Duplicating:
    """Answers `AskGroups` and `AskRuns`.

    What was read of the library is kept, so that a slider need not wait for it; whoever wants the library as it is now
    asks anew.
    """

    def __init__(self, access: Access) -> None:
        self._access = access
        self._library: Library | None = None
        self._found: Found | None = None

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: Turn) -> Reply:
        """Group, or list.

        Raises:
            FindlingError: the library cannot be read.
        """
        with self._access.library() as library:
            match turn.question:
                case AskGroups():
                    return self._review(library, turn.question) if library else _NOTHING
                case AskRuns():
                    return Runs(library.runs() if library else ())
        raise TypeError(f"{type(turn.question).__name__} is not about duplicates")

    def _review(self, library: Library, question: AskGroups) -> Groups:
        if question.anew or self._found is None or library is not self._library:
            self._found, self._library = library.found_duplicates(), library
        groups = list_groups(self._found, question.review)
        return Groups(
            tuple(groups[question.offset : question.offset + question.limit]),
            question.offset,
            len(groups),
            add_up(groups),
            library.count_uncompared(),
            tuple(folder.path for folder in library.folders()),
        )


def list_groups(found: Found, review: Review) -> list[Group]:
    """All groups of a review with the person's choices, those first from which most comes back."""
    groups = find_groups(
        found,
        threshold=review.threshold,
        kinds=review.kinds,
        folder=review.folder,
        preferences=review.preferences,
    )
    documents = {copy.path: number for number, copies in found.copies.items() for copy in copies}
    chooser = Chooser(documents, found.pairs, review.choices)
    return [chooser.choose(group) for group in groups]
