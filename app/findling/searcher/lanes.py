"""The lanes of the searching process, each with its own connections: which question goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.engine.embedder import SharedEmbedder
from findling.engine.survey import Pace, Surveyor
from findling.extraction.sandbox import Sandbox
from findling.searcher.access import Access
from findling.searcher.backlog import InTurn, Latest, Views
from findling.searcher.comparing import Comparing
from findling.searcher.duplicating import Duplicating
from findling.searcher.lane import Lane
from findling.searcher.messages import DrawPage, Find, FindSimilar, MakeSurvey, Rerank, Show, TryRules
from findling.searcher.modelling import Modelling
from findling.searcher.offers import AskHardware, AskModels
from findling.searcher.previewing import Previewing
from findling.searcher.reporting import Reporting
from findling.searcher.reranking import Reranking
from findling.searcher.reviews import AskGroups, AskRuns, Compare, MakePlan, PlanRename, WriteList
from findling.searcher.searching import Searching
from findling.searcher.surveying import Surveying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.searcher.messages import Answered, Asked, Question
    from findling.settings import Settings


class Lanes:
    """Eight lanes: searches, previews, reports, and surveys, which may take long and keep no report waiting.

    Likewise duplicates, which a slider asks for many times a second, and what compares and reads files for them.
    One has a larger model read results again, which takes seconds. The last one knows the models.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, send: Callable[[Answered], None], log: Path) -> None:
        """Start them.

        Args:
            paths: the library, which need not exist yet.
            settings: the user's.
            send: takes the answers; called by any thread.
            log: named in messages about bugs.
        """
        model = SharedEmbedder(paths, settings)
        own_folders = (paths.data, paths.cache, paths.logs, paths.config)
        searching = Searching(Access(paths, settings, model), model)
        reporting = Reporting(Access(paths, settings, model), paths, settings)
        pace = Pace(model, settings.indexing_threads)
        surveyor = Surveyor(pace, settings.exclude, own_folders)
        surveying = Surveying(surveyor, settings.exclude, own_folders)
        self._searches = Lane("search", searching, Latest(lambda _: "search"), send, log)
        reranking = Reranking(Access(paths, settings, model), paths, settings)
        self._rerankings = Lane("rerank", reranking, Latest(type), send, log)
        self._previews = Lane("preview", Previewing(Sandbox()), Views(), send, log)
        self._reports = Lane("report", reporting, InTurn(), send, log)
        self._surveys = Lane("survey", surveying, Latest(type), send, log)
        self._duplicates = Lane("duplicates", Duplicating(Access(paths, settings, model)), Latest(type), send, log)
        self._comparisons = Lane("comparison", Comparing(Access(paths, settings, model)), Latest(type), send, log)
        self._models = Lane("models", Modelling(paths, settings, model, pace), Latest(type), send, log)
        for lane in (
            self._searches,
            self._rerankings,
            self._previews,
            self._reports,
            self._surveys,
            self._duplicates,
            self._comparisons,
            self._models,
        ):
            lane.start()

    def ask(self, asked: Asked) -> None:
        """Take in a question."""
        self._lane_of(asked.question).ask(asked)

    def _lane_of(self, question: Question) -> Lane:
        match question:
            case Find() | FindSimilar():
                return self._searches
            case Rerank():
                return self._rerankings
            case Show() | DrawPage():
                return self._previews
            case MakeSurvey() | TryRules():
                return self._surveys
            case AskGroups() | AskRuns():
                return self._duplicates
            case Compare() | MakePlan() | PlanRename() | WriteList():
                return self._comparisons
            case AskModels() | AskHardware():
                return self._models
        return self._reports
