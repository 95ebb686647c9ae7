"""Handlers of searches: by words at once, then by words and meaning; and reranked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.allocator import trim_heap
from findling.domain.search import Answer, Mode
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.search_messages import FindSimilar, Rerank, SearchRequest, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from findling.search.reranking import open_reranker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.models.embedder import SharedEmbedder
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection
    from findling.search.library_reader import Library
    from findling.search.reranking import Reranker
    from findling.settings import Settings

_ANYTHING = "anything"


class SearchHandler(RequestHandler):
    """Handler of first-stage searches."""

    questions = (SearchRequest, FindSimilar)

    def __init__(self, connection: LibraryConnection, model: SharedEmbedder) -> None:
        self._connection = connection
        self._model = model

    def prepare(self) -> Iterator[None]:
        """Load the word index, the model and the vector index."""
        with self._connection.library() as library:
            if library is None or library.is_empty():
                return
            library.search(_ANYTHING, mode=Mode.WORDS)
        yield
        self._model.get()
        yield
        with self._connection.library() as library:
            if library is not None:
                library.search(_ANYTHING)
        yield

    def rest(self) -> None:
        """Give the memory of the vector index back, and what searches have freed."""
        self._connection.rest()
        trim_heap()

    def answer(self, context: RequestContext) -> Reply:
        """Search, with a reply by words first."""
        with self._connection.library() as library:
            match context.question:
                case SearchRequest() as question:
                    return self._find(library, question, context)
                case FindSimilar() as question:
                    return self._find_similar(library, question)
        raise TypeError(f"{type(context.question).__name__} is no search")

    def _find(self, library: Library | None, question: SearchRequest, context: RequestContext) -> Reply:
        if not question.query.strip():
            return SearchResponse(Answer(question.query, question.mode, (), 0.0))
        if library is None:
            return SearchResponse(Answer(question.query, question.mode, (), 0.0, notes=(SearchMessage.NOTHING_YET(),)))
        if question.mode is Mode.HYBRID and question.first:
            first = replace(question, limit=min(question.first, question.limit))
            context.send(SearchResponse(_search(library, first, Mode.WORDS)))
            if context.is_superseded():
                return Superseded()
        return SearchResponse(_search(library, question, question.mode))

    def _find_similar(self, library: Library | None, question: FindSimilar) -> Reply:
        if library is None or library.is_empty():
            return SearchResponse(
                Answer(str(question.path), Mode.MEANING, (), 0.0, notes=(SearchMessage.NOTHING_YET(),))
            )
        return SearchResponse(
            library.similar(question.path, limit=question.limit, offset=question.offset, passages=question.passages)
        )


class RerankHandler(RequestHandler):
    """Handler of reranked searches.

    The model is opened by the first one, not before: a user without use for a large model shall not have it in memory.
    """

    questions = (Rerank,)

    def __init__(self, connection: LibraryConnection, paths: LibraryPaths, settings: Settings) -> None:
        self._connection = connection
        self._paths = paths
        self._settings = settings
        self._name = ""
        self._reranker: Reranker | None = None

    def answer(self, context: RequestContext) -> Reply:
        """Search with both stages."""
        question = context.question
        if not isinstance(question, Rerank):
            raise TypeError(f"{type(question).__name__} is no search to rerank")
        with self._connection.library() as library:
            if library is None:
                return SearchResponse(Answer(question.query, question.mode, (), 0.0))
            reranker = self._open(question.reranker)
            if context.is_superseded():
                return Superseded()
            return SearchResponse(
                reranker.search(
                    library, question.query, mode=question.mode, limit=question.limit, passages=question.passages
                )
            )

    def _open(self, name: str) -> Reranker:
        if self._reranker is None or name != self._name:
            self._close()
            self._reranker = open_reranker(self._paths, replace(self._settings, reranker=name))
            self._name = name
        return self._reranker

    def _close(self) -> None:
        reranker, self._reranker = self._reranker, None
        if reranker:
            reranker.close()


def _search(library: Library, question: SearchRequest, mode: Mode) -> Answer:
    answer = library.search(
        question.query,
        mode=mode,
        limit=question.limit,
        offset=question.offset,
        passages=question.passages,
        stage=question.stage,
        order=question.order,
    )
    if not answer.results and library.is_empty():
        return replace(answer, notes=(*answer.notes, SearchMessage.NOTHING_YET()))
    return answer
