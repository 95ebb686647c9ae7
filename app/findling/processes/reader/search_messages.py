"""Questions to find documents, and the answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from findling.domain.search import Answer, Mode, SortOrder, TypingStage

FIRST_LIMIT = 30
"""Results that are asked for first: more than most screens show, and those that a reranker reads again."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Search for a query; the last reply follows one found by words alone.

    Attributes:
        limit: how many results at most; only these are described, which takes longer than to find them.
        first: how many the reply by words alone has at most; 0 for none. It stands for some hundredths of a second,
            and each result beyond the screen delays it.
        offset: how many of the best results are left out, since they are there already.
        stage: how far its typing has come.
        order: of the results; by any but relevance, they are sorted before `limit` and `offset` count.
    """

    query: str
    mode: Mode = Mode.HYBRID
    limit: int = FIRST_LIMIT
    passages: int = 5
    first: int = 20
    offset: int = 0
    stage: TypingStage = TypingStage.DONE
    order: SortOrder = SortOrder.RELEVANCE


@dataclass(frozen=True, slots=True)
class FindSimilar:
    """Search for the documents that are most like a file, but for the first `offset` of them."""

    path: Path
    limit: int = FIRST_LIMIT
    passages: int = 3
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Rerank:
    """Search in a larger model's order: a reranker by its id, or by its server's address."""

    query: str
    reranker: str
    mode: Mode = Mode.HYBRID
    limit: int = FIRST_LIMIT
    passages: int = 5


@dataclass(frozen=True, slots=True)
class SearchShared:
    """Search in a shared library, or on this computer while its server is away."""

    query: str
    mode: Mode = Mode.HYBRID
    limit: int = FIRST_LIMIT
    passages: int = 5
    offset: int = 0
    order: SortOrder = SortOrder.RELEVANCE


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """Answer to a search."""

    answer: Answer


ResultQuestion: TypeAlias = SearchRequest | FindSimilar | SearchShared
"""Question that a page of results asks."""
