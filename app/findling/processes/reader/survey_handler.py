"""Answers what indexing a folder would mean: looks at the disk, and never at the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.indexing.exclude_preview import preview_exclusion
from findling.indexing.survey import usual_folders
from findling.paths import absolute
from findling.processes.reader.messages import MakeSurvey, Superseded, Surveyed, TryExcludes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from findling.indexing.survey import Surveyor
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext


class SurveyHandler:
    """Answers `MakeSurvey` and `TryExcludes`."""

    questions = (MakeSurvey, TryExcludes)

    def __init__(self, surveyor: Surveyor, patterns: Sequence[str], own_folders: Sequence[Path]) -> None:
        """Prepare.

        Args:
            surveyor: looks at folders.
            patterns: what the person leaves out of every folder.
            own_folders: where Findling keeps its library.
        """
        self._surveyor = surveyor
        self._patterns = tuple(patterns)
        self._own_folders = tuple(own_folders)

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: RequestContext) -> Reply:
        """Look at folders, until a later question of the same sort waits.

        Raises:
            UsageError: there is no such folder.
            ModelError: the model, with which this machine is measured, cannot be loaded.
        """
        match turn.question:
            case MakeSurvey(folders):
                return self._survey(turn, tuple(map(absolute, folders)) or usual_folders())
            case TryExcludes(folder, exclude):
                patterns = (*self._patterns, *exclude)
                trial = preview_exclusion(absolute(folder), patterns, self._own_folders, should_stop=turn.is_overtaken)
                return Superseded() if turn.is_overtaken() else trial
        raise TypeError(f"{type(turn.question).__name__} is no survey")

    def _survey(self, turn: RequestContext, folders: tuple[Path, ...]) -> Reply:
        surveys = self._surveyor.survey(
            folders, lambda surveys: turn.tell(Surveyed(surveys)), should_stop=turn.is_overtaken
        )
        return Superseded() if turn.is_overtaken() else Surveyed(surveys)
