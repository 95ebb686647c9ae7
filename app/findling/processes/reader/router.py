"""Routes questions to threads, each with its own connections to the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.extraction.previews.thumbnail_cache import ThumbnailCache
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.language_sample import LanguageSurvey
from findling.indexing.survey import Surveyor
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Throughput
from findling.processes.reader.calls_handler import CallsHandler
from findling.processes.reader.copy_handler import CopyHandler
from findling.processes.reader.duplicates_handler import ComparisonHandler, DuplicatesHandler
from findling.processes.reader.labels_handler import LabelsHandler
from findling.processes.reader.model_handler import ModelHandler
from findling.processes.reader.preview_handler import PreviewHandler
from findling.processes.reader.queues import MOST_THUMBNAILS, FifoQueue, LatestQueue, NewestQueue, PreviewQueue
from findling.processes.reader.request_thread import RequestThread
from findling.processes.reader.search_handler import RerankHandler, SearchHandler
from findling.processes.reader.status_handler import StatusHandler
from findling.processes.reader.survey_handler import SurveyHandler
from findling.processes.reader.team_handler import SharedSearchHandler, TeamHandler
from findling.processes.reader.thumbnail_handler import ThumbnailHandler
from findling.processes.reader.topics_handler import MapSearchHandler, TopicsHandler
from findling.processes.reader.trial_handler import TrialHandler
from findling.search.library_connection import LibraryConnection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Request, Response
    from findling.processes.reader.queues import RequestQueue
    from findling.processes.reader.request_thread import RequestHandler
    from findling.settings import Settings


class Router:
    """Threads by the questions that they answer: what may take long delays nothing else.

    Args:
        paths: the library, which need not exist yet.
        settings: the user's.
        send: takes the replies; called by any thread.
        log: named in messages about bugs.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, send: Callable[[Response], None], log: Path) -> None:
        model = SharedEmbedder(paths, settings)
        own_folders = (paths.data, paths.cache, paths.logs, paths.config)
        throughput = Throughput(model, settings.indexing_threads)
        surveyor = Surveyor(throughput, settings.exclude, own_folders, recognises=settings.recognise)

        def connect() -> LibraryConnection:
            return LibraryConnection(paths, settings, model)

        handlers: dict[str, tuple[RequestHandler, RequestQueue]] = {
            "search": (SearchHandler(connect(), model), LatestQueue(lambda _: "search")),
            "rerank": (RerankHandler(connect(), paths, settings), LatestQueue(type)),
            "preview": (PreviewHandler(Sandbox(), connect()), PreviewQueue()),
            "thumbnails": (
                ThumbnailHandler(Sandbox(), connect(), ThumbnailCache(paths.thumbnails), is_wanted=settings.thumbnails),
                NewestQueue(MOST_THUMBNAILS),
            ),
            "copies": (CopyHandler(Sandbox(), paths), FifoQueue()),
            "report": (StatusHandler(connect(), paths, settings), FifoQueue()),
            "survey": (
                SurveyHandler(surveyor, LanguageSurvey(Sandbox), settings.exclude, own_folders),
                LatestQueue(type),
            ),
            "duplicates": (DuplicatesHandler(connect()), LatestQueue(type)),
            "comparison": (ComparisonHandler(connect()), LatestQueue(type)),
            "topics": (TopicsHandler(connect()), LatestQueue(type)),
            "map": (MapSearchHandler(connect()), LatestQueue(type)),
            "trial": (TrialHandler(connect(), paths), LatestQueue(type)),
            "labels": (LabelsHandler(connect()), LatestQueue(type)),
            "calls": (CallsHandler(paths), FifoQueue()),
            "team": (TeamHandler(connect(), paths, model), FifoQueue()),
            "team-search": (SharedSearchHandler(connect(), paths, model), LatestQueue(type)),
            "models": (ModelHandler(paths, settings, model, throughput), LatestQueue(type)),
        }
        threads = [RequestThread(name, handler, queue, send, log) for name, (handler, queue) in handlers.items()]
        self._threads = {question: thread for thread in threads for question in thread.questions}
        for thread in threads:
            thread.start()

    def ask(self, request: Request) -> None:
        """Hand a question to its thread."""
        self._threads[type(request.question)].ask(request)
