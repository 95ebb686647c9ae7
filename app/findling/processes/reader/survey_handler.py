"""Handler of surveys of folders to be indexed; it reads the disk, never the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.indexing.exclude_preview import preview_exclusion
from findling.indexing.survey import usual_folders
from findling.paths import absolute
from findling.processes.reader.library_messages import MakeSurvey, Surveyed, TryExcludes
from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.superseded_reply import Superseded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.indexing.language_sample import LanguageSurvey
    from findling.indexing.survey import Surveyor
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext


class SurveyHandler(RequestHandler):
    """Handler of surveys.

    Args:
        surveyor: surveys folders.
        languages: tells in which languages their documents are.
        patterns: exclude patterns of every folder.
        own_folders: Findling's own, which are left out.
    """

    questions = (MakeSurvey, TryExcludes)

    def __init__(
        self, surveyor: Surveyor, languages: LanguageSurvey, patterns: Sequence[str], own_folders: Sequence[Path]
    ) -> None:
        self._surveyor = surveyor
        self._languages = languages
        self._patterns = tuple(patterns)
        self._own_folders = tuple(own_folders)

    def answer(self, context: RequestContext) -> Reply:
        """Survey folders until superseded."""
        match context.question:
            case MakeSurvey(folders, languages):
                return self._survey(context, tuple(map(absolute, folders)) or usual_folders(), languages)
            case TryExcludes(folder, exclude):
                patterns = (*self._patterns, *exclude)
                preview = preview_exclusion(
                    absolute(folder), patterns, self._own_folders, should_stop=context.is_superseded
                )
                return Superseded() if context.is_superseded() else preview
        raise TypeError(f"{type(context.question).__name__} is no survey")

    def _survey(self, context: RequestContext, folders: tuple[Path, ...], languages: bool) -> Reply:
        surveys = self._surveyor.survey(
            folders,
            lambda surveys: context.send(Surveyed(surveys)),
            should_stop=context.is_superseded,
            languages=self._languages if languages else None,
        )
        return Superseded() if context.is_superseded() else Surveyed(surveys)
