"""The lanes of the searching process, each with its own connections: which question goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.survey import Surveyor
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Pace
from findling.processes.reader.comparison_handler import Comparing
from findling.processes.reader.duplicates_handler import Duplicating
from findling.processes.reader.library_connection import Access
from findling.processes.reader.model_handler import Modelling
from findling.processes.reader.preview_handler import Previewing
from findling.processes.reader.queues import InTurn, Latest, Views
from findling.processes.reader.request_thread import Lane
from findling.processes.reader.rerank_handler import Reranking
from findling.processes.reader.search_handler import Searching
from findling.processes.reader.status_handler import Reporting
from findling.processes.reader.survey_handler import Surveying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Answered, Asked
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
