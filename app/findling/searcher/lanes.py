"""The lanes of the searching process, each with its own connections: which question goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.survey import Surveyor
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Pace
from findling.searcher.access import Access
from findling.searcher.backlog import InTurn, Latest, Views
from findling.searcher.comparing import Comparing
from findling.searcher.duplicating import Duplicating
from findling.searcher.lane import Lane
from findling.searcher.modelling import Modelling
from findling.searcher.previewing import Previewing
from findling.searcher.reporting import Reporting
from findling.searcher.reranking import Reranking
from findling.searcher.searching import Searching
from findling.searcher.surveying import Surveying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.searcher.messages import Answered, Asked
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
        reranking = Reranking(Access(paths, settings, model), paths, settings)
        lanes = (
            Lane("search", searching, Latest(lambda _: "search"), send, log),
            Lane("rerank", reranking, Latest(type), send, log),
            Lane("preview", Previewing(Sandbox()), Views(), send, log),
            Lane("report", reporting, InTurn(), send, log),
            Lane("survey", surveying, Latest(type), send, log),
            Lane("duplicates", Duplicating(Access(paths, settings, model)), Latest(type), send, log),
            Lane("comparison", Comparing(Access(paths, settings, model)), Latest(type), send, log),
            Lane("models", Modelling(paths, settings, model, pace), Latest(type), send, log),
        )
        self._lane_of = {question: lane for lane in lanes for question in lane.questions}
        for lane in lanes:
            lane.start()

    def ask(self, asked: Asked) -> None:
        """Take in a question."""
        self._lane_of[type(asked.question)].ask(asked)
