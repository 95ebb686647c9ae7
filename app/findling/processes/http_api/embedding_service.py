"""Embedding and reranking for other programs, without the wire: a few requests at a time."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.processes.http_api.http_refusal import HttpRefusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from findling.embedding.cross_encoder import CrossEncoder
    from findling.embedding.encoder import Encoder

RUNNING = 2
WAITING = 62

MOST_TEXTS = 2_048
"""Most texts in one request, as with OpenAI."""

_PIECE = 32


class WorkQueue:
    """Bounds how many requests are computed at once, and how many wait."""

    def __init__(self, running: int = RUNNING, waiting: int = WAITING) -> None:
        self._places = threading.BoundedSemaphore(running + waiting)
        self._running = threading.BoundedSemaphore(running)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and keep it inside the context.

        Raises:
            HttpRefusal: too many wait already.
        """
        if not self._places.acquire(blocking=False):
            raise HttpRefusal(
                429, "Overloaded", "too many requests wait already; try again later", {"Retry-After": "1"}
            )
        try:
            with self._running:
                yield
        finally:
            self._places.release()


@dataclass(frozen=True, slots=True)
class Embedded:
    """Vectors, and the number of tokens that were embedded.

    Attributes:
        vectors: (texts, dimensions) float32, rows of length 1.
        tokens: of all texts together, special tokens included.
    """

    vectors: NDArray[np.float32]
    tokens: int


class EmbeddingService:
    """Embedding and reranking within the limits of a queue; safe to call from many threads.

    Args:
        encoder: computes vectors.
        reranker: scores texts; None where none is installed.
        queue: bounds what is computed at once, and what waits.
        most_texts: of one request; they are computed in pieces, so that others get their turn between.
        cuts: embed the beginning of texts that are too long, where a request does not say that it does not want it.
    """

    def __init__(
        self,
        encoder: Encoder,
        reranker: CrossEncoder | None = None,
        queue: WorkQueue | None = None,
        *,
        most_texts: int = MOST_TEXTS,
        cuts: bool = False,
    ) -> None:
        self.encoder = encoder
        self.reranker = reranker
        self.most_texts = most_texts
        self.cuts = cuts
        self._queue = queue or WorkQueue()

    def embed(self, texts: Sequence[str], *, truncate: bool = False) -> Embedded:
        """The vectors of texts as they are: no prefix is set before them.

        Raises:
            HttpRefusal: a text is too long, or too many requests wait.
        """
        parts = [self._embed_piece(piece, truncate=truncate) for piece in _split(texts)]
        return Embedded(np.concatenate([part.vectors for part in parts]), sum(part.tokens for part in parts))

    def rerank(self, query: str, texts: Sequence[str]) -> list[float]:
        """Score how well each text answers a query, 0..1, in the order of the texts.

        Raises:
            HttpRefusal: there is no cross-encoder, or too many requests wait.
        """
        if self.reranker is None:
            raise HttpRefusal(424, "Backend", "no reranking model is installed here")
        scores: list[float] = []
        for piece in _split(texts):
            with self._queue.turn():
                scores += self.reranker.score(query, piece)
        return scores

    def _embed_piece(self, texts: Sequence[str], *, truncate: bool) -> Embedded:
        with self._queue.turn():
            fitting = [self._fit(text, truncate=truncate) for text in texts]
            tokens = sum(len(self.encoder.tokenizer.encode(text)) for text in fitting)
            return Embedded(self.encoder.encode_documents(fitting), tokens)

    def _fit(self, text: str, *, truncate: bool) -> str:
        """The text, or as much of its beginning as the model takes."""
        tokenizer, most = self.encoder.tokenizer, self.encoder.spec.max_tokens
        room = most - tokenizer.special_tokens
        # Of a text of megabytes no more is tokenised than one window.
        kept = tokenizer.cut(text, room)
        if not text[len(kept) :].strip() and len(tokenizer.encode(text)) <= most:
            return text
        if not truncate:
            raise HttpRefusal(422, "Validation", f"a text has more than the {most} tokens that the model takes")
        while (surplus := len(tokenizer.encode(kept)) - most) > 0:
            room -= surplus
            kept = tokenizer.cut(text, room)
        return kept


def _split(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[start : start + _PIECE] for start in range(0, len(texts), _PIECE))
