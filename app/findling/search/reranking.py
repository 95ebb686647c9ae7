"""Second stage of a search: a cross-encoder reorders the best results."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from findling.domain.search import Mode, Relevance
from findling.embedding.catalogue import RerankerSpec
from findling.embedding.model_store import ModelStore
from findling.errors import ModelError, RemoteError
from findling.messages.library_templates import SearchMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from findling.domain.search import Answer, Result
    from findling.paths import LibraryPaths
    from findling.search.library_reader import Library
    from findling.settings import Settings

RERANKED = 30
"""Results of the first stage that are read again: each costs a pass through a large model."""

_SURENESS = {Relevance.STRONG: 0, Relevance.FAIR: 1, Relevance.UNRATED: 2, Relevance.WEAK: 3}


class Scorer(Protocol):
    """Reads a query and a text together.

    Attributes:
        name: the model's, or the server's.
    """

    name: str

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """Score how well each text answers the query, 0..1.

        Raises:
            ModelError: it cannot be computed.
        """

    def close(self) -> None:
        """Release the model."""


class Reranker:
    """Puts the best results of a search in an order of its own."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer

    def rerank(self, answer: Answer, query: str) -> Answer:
        """Reorder the first `RERANKED` results of an answer.

        What a cross-encoder gives is no probability: it orders, and says nothing of how sure a result is. The words for
        that stay those that the first stage fitted on judged queries, but they go with the places: how many results are
        strong and how many fair is what the fit says, which ones they are is what the cross-encoder says. Results that
        hold the very words, phrase or name that was typed stay before the others, as they do without it.

        Raises:
            ModelError: the model or the server fails.
        """
        started = time.perf_counter()
        text = answer.searched or parse_query(query, now=datetime.now().astimezone(), home=Path.home()).text
        if not text or len(answer.results) < 2:
            return answer
        read, rest = answer.results[:RERANKED], answer.results[RERANKED:]
        # A name says nothing to a model that reads: what was found by it stays in its place.
        texts = [result for result in read if not result.found_by_name]
        ordered = _order(texts, self._scorer.score(text, [_describe(result) for result in texts])) if texts else []
        lowest = ordered[-1].score if ordered else 1.0
        following = iter(ordered)
        arranged = [result if result.found_by_name else next(following) for result in read]
        took = answer.took_ms + (time.perf_counter() - started) * 1000
        return replace(answer, results=(*arranged, *_lower(rest, lowest)), took_ms=round(took, 1))

    def search(self, library: Library, query: str, *, mode: Mode, limit: int, passages: int) -> Answer:
        """Run both stages and return the best `limit` results.

        Raises:
            LibraryError, ModelError: the library cannot be read, or the model or the server fails.
        """
        first = library.search(query, mode=mode, limit=max(limit, RERANKED), passages=passages)
        answer = self.rerank(first, query)
        return replace(answer, results=answer.results[:limit])

    def close(self) -> None:
        """Release the model."""
        self._scorer.close()


def search_and_rerank(
    library: Library,
    opened: Callable[[], AbstractContextManager[Reranker]],
    query: str,
    *,
    mode: Mode,
    limit: int,
    passages: int,
) -> Answer:
    """Search and rerank; where a server fails, return the first stage with a note.

    Raises:
        LibraryError, ModelError: the library or a model cannot be read.
        UsageError: the settings hold an address to which nothing is sent.
    """
    answer = library.search(query, mode=mode, limit=max(limit, RERANKED), passages=passages)
    try:
        with opened() as reranker:
            answer = reranker.rerank(answer, query)
    except RemoteError as error:
        answer = replace(answer, notes=(*answer.notes, SearchMessage.NOT_READ_AGAIN(reason=error.notice)))
    return replace(answer, results=answer.results[:limit])


def open_reranker(paths: LibraryPaths, settings: Settings) -> Reranker:
    """Open the reranker that the settings name, or the first installed one.

    Raises:
        ModelError: there is none, it is damaged, or its key cannot be read.
        UsageError: the settings hold an address to which nothing is sent.
    """
    if "://" in settings.reranker:
        from findling.embedding.remote.configured_server import open_remote_reranker

        return Reranker(open_remote_reranker(settings.reranker))
    from findling.embedding.cross_encoder import CrossEncoder

    store = ModelStore.open(paths.models)
    model_id = settings.reranker or find_installed_reranker(store)
    if not model_id:
        published = next(spec.id for spec in store.published() if isinstance(spec, RerankerSpec))
        raise ModelError(ModelMessage.NO_RERANKER(), ModelRemedy.INSTALL_ONE(model=published))
    return Reranker(CrossEncoder.open(store.reranker(model_id), threads=settings.indexing_threads))


def find_installed_reranker(store: ModelStore) -> str:
    """Return the id of the first installed cross-encoder, or ""."""
    published = (spec.id for spec in store.published() if isinstance(spec, RerankerSpec))
    return next((model_id for model_id in published if store.has(model_id)), "")


def _describe(result: Result) -> str:
    """Return the model's input for a result: title, headings and best passage."""
    best = result.hits[0] if result.hits else None
    parts = (result.title, best.heading if best else "", best.text if best else "")
    return "\n".join(part for part in parts if part)


def _order(read: Sequence[Result], scores: Sequence[float]) -> list[Result]:
    """Order results by their scores, scaled so that the first has 1."""
    raised = [score + result.exact_match for result, score in zip(read, scores, strict=True)]
    places = sorted(range(len(read)), key=lambda place: -raised[place])
    top = max(raised) or 1.0
    words = sorted((result.relevance for result in read), key=_SURENESS.__getitem__)
    return [
        replace(read[place], score=round(raised[place] / top, 4), relevance=word)
        for place, word in zip(places, words, strict=True)
    ]


def _lower(rest: Sequence[Result], ceiling: float) -> list[Result]:
    """Scale the scores of the other results below those that were reranked."""
    top = max((result.score for result in rest), default=0.0)
    factor = min(ceiling / top, 1.0) if top else 1.0
    return [replace(result, score=round(result.score * factor, 4)) for result in rest]
