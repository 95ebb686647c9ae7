"""Answers searches once more, in the order of a model that reads the best results again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.search import Answer
from findling.processes.reader.messages import Rerank, SearchResponse, Superseded
from findling.search.reranking import open_reranker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.paths import LibraryPaths
    from findling.processes.reader.library_connection import LibraryConnection
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.reranking import Reranker
    from findling.settings import Settings


class RerankHandler:
    """Answers `Rerank`; the model is opened when it is first asked for, and kept until another one is."""

    questions = (Rerank,)

    def __init__(self, access: LibraryConnection, paths: LibraryPaths, settings: Settings) -> None:
        self._access = access
        self._paths = paths
        self._settings = settings
        self._name = ""
        self._reranker: Reranker | None = None

    def prepare(self) -> Iterator[None]:
        """Nothing: a person who has no use for a large model shall not have it in memory."""
        return iter(())

    def answer(self, turn: RequestContext) -> Reply:
        """Search, with both stages.

        Raises:
            FindlingError: the library, the model or the server cannot be read, or the address is none.
        """
        question = turn.question
        if not isinstance(question, Rerank):
            raise TypeError(f"{type(question).__name__} is no search to be read again")
        with self._access.library() as library:
            if library is None:
                return SearchResponse(Answer(question.query, question.mode, (), 0.0))
            reranker = self._open(question.reranker)
            if turn.is_overtaken():
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
