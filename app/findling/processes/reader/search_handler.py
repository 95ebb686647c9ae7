"""Answers searches: by words at once, then by words and meaning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.search import Answer, Mode
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.messages import FindSimilar, SearchRequest, SearchResponse, Superseded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.models.embedder import SharedEmbedder
    from findling.processes.reader.library_connection import LibraryConnection
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_reader import Library

_ANYTHING = "anything"


class SearchHandler:
    """Answers `SearchRequest` and `FindSimilar`."""

    questions = (SearchRequest, FindSimilar)

    def __init__(self, access: LibraryConnection, model: SharedEmbedder) -> None:
        self._access = access
        self._model = model

    def prepare(self) -> Iterator[None]:
        """Load what the first search would have to wait for: the word index, the model, the vector index."""
        with self._access.library() as library:
            if library is None or library.is_empty():
                return
            library.search(_ANYTHING, mode=Mode.WORDS)
        yield
        self._model.get()
        yield
        with self._access.library() as library:
            if library is not None:
                library.search(_ANYTHING)
        yield

    def answer(self, turn: RequestContext) -> Reply:
        """Search, with an answer by words first.

        Raises:
            FindlingError: the library or the model cannot be read, or the file to be compared.
        """
        with self._access.library() as library:
            match turn.question:
                case SearchRequest() as question:
                    return self._find(library, question, turn)
                case FindSimilar() as question:
                    return self._find_similar(library, question)
        raise TypeError(f"{type(turn.question).__name__} is no search")

    def _find(self, library: Library | None, question: SearchRequest, turn: RequestContext) -> Reply:
        if not question.query.strip():
            return SearchResponse(Answer(question.query, question.mode, (), 0.0))
        if library is None:
            return SearchResponse(Answer(question.query, question.mode, (), 0.0, notes=(SearchMessage.NOTHING_YET(),)))
        if question.mode is Mode.HYBRID and question.first:
            first = replace(question, limit=min(question.first, question.limit))
            turn.tell(SearchResponse(_search(library, first, Mode.WORDS)))
            if turn.is_overtaken():
                return Superseded()
        return SearchResponse(_search(library, question, question.mode))

    def _find_similar(self, library: Library | None, question: FindSimilar) -> Reply:
        if library is None or library.is_empty():
            return SearchResponse(
                Answer(str(question.path), Mode.MEANING, (), 0.0, notes=(SearchMessage.NOTHING_YET(),))
            )
        return SearchResponse(library.similar(question.path, limit=question.limit, passages=question.passages))


def _search(library: Library, question: SearchRequest, mode: Mode) -> Answer:
    answer = library.search(question.query, mode=mode, limit=question.limit, passages=question.passages)
    if not answer.results and library.is_empty():
        return replace(answer, notes=(*answer.notes, SearchMessage.NOTHING_YET()))
    return answer
