"""The lanes of the searching process, each with its own connections: which question goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.survey import Surveyor
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Throughput
from findling.processes.reader.comparison_handler import ComparisonHandler
from findling.processes.reader.duplicates_handler import DuplicatesHandler
from findling.processes.reader.library_connection import LibraryConnection
from findling.processes.reader.model_handler import ModelHandler
from findling.processes.reader.preview_handler import PreviewHandler
from findling.processes.reader.queues import FifoQueue, LatestQueue, PreviewQueue
from findling.processes.reader.request_thread import RequestThread
from findling.processes.reader.rerank_handler import RerankHandler
from findling.processes.reader.search_handler import SearchHandler
from findling.processes.reader.status_handler import StatusHandler
from findling.processes.reader.survey_handler import SurveyHandler

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Request, Response
    from findling.settings import Settings


class Router:
    """Eight lanes: searches, previews, reports, and surveys, which may take long and keep no report waiting.

    Likewise duplicates, which a slider asks for many times a second, and what compares and reads files for them.
    One has a larger model read results again, which takes seconds. The last one knows the models.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, send: Callable[[Response], None], log: Path) -> None:
        """Start them.

        Args:
            paths: the library, which need not exist yet.
            settings: the user's.
            send: takes the answers; called by any thread.
            log: named in messages about bugs.
        """
        model = SharedEmbedder(paths, settings)
        own_folders = (paths.data, paths.cache, paths.logs, paths.config)
        searching = SearchHandler(LibraryConnection(paths, settings, model), model)
        reporting = StatusHandler(LibraryConnection(paths, settings, model), paths, settings)
        pace = Throughput(model, settings.indexing_threads)
        surveyor = Surveyor(pace, settings.exclude, own_folders)
        surveying = SurveyHandler(surveyor, settings.exclude, own_folders)
        reranking = RerankHandler(LibraryConnection(paths, settings, model), paths, settings)
        lanes = (
            RequestThread("search", searching, LatestQueue(lambda _: "search"), send, log),
            RequestThread("rerank", reranking, LatestQueue(type), send, log),
            RequestThread("preview", PreviewHandler(Sandbox()), PreviewQueue(), send, log),
            RequestThread("report", reporting, FifoQueue(), send, log),
            RequestThread("survey", surveying, LatestQueue(type), send, log),
            RequestThread(
                "duplicates", DuplicatesHandler(LibraryConnection(paths, settings, model)), LatestQueue(type), send, log
            ),
            RequestThread(
                "comparison", ComparisonHandler(LibraryConnection(paths, settings, model)), LatestQueue(type), send, log
            ),
            RequestThread("models", ModelHandler(paths, settings, model, pace), LatestQueue(type), send, log),
        )
        self._lane_of = {question: lane for lane in lanes for question in lane.questions}
        for lane in lanes:
            lane.start()

    def ask(self, asked: Request) -> None:
        """Take in a question."""
        self._lane_of[type(asked.question)].ask(asked)
