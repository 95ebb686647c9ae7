"""Adapts the batch size so that embedding one batch takes about a second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.models.embedder import BoundEmbedder

# Enough to sort by length; fewer than a handful are not worth the way to the disk.
_FIRST, _LEAST, _MOST = 16, 4, 96
_SECONDS = 1.0


class AdaptiveBatcher:
    """Embedding in batches of about a second: a stop waits no longer and loses no more."""

    def __init__(self, bound: BoundEmbedder, clock: Callable[[], float] = time.monotonic) -> None:
        """Create a batcher with a size that suits most machines; `clock` gives seconds."""
        self._bound = bound
        self._clock = clock
        self._passages = _FIRST

    @property
    def passages(self) -> int:
        """The batch size; a whole document may exceed it."""
        return self._passages

    def embed(
        self, texts: Sequence[str], advanced: Callable[[int], None], should_stop: Callable[[], bool]
    ) -> NDArray[np.float32] | None:
        """Embed texts, adapting the batch size; (texts, dimensions) float32, None if stopped."""
        parts = [np.empty((0, self._bound.space.dimensions), np.float32)]
        for matrix in self.embed_batches(texts, should_stop):
            parts.append(matrix)
            advanced(len(matrix))
        embedded = np.concatenate(parts)
        return embedded if len(embedded) == len(texts) else None

    def embed_batches(self, texts: Sequence[str], should_stop: Callable[[], bool]) -> Iterator[NDArray[np.float32]]:
        """Embed texts batch by batch, float32 (texts, dimensions) each; ends early if stopped."""
        start = 0
        while start < len(texts):
            part = texts[start : start + self._passages]
            started = self._clock()
            matrix = None if should_stop() else self._bound.embedder.embed_cancellable(part, should_stop)
            if matrix is None:
                return
            self._learn(len(part), self._clock() - started)
            start += len(part)
            yield matrix

    def _learn(self, passages: int, seconds: float) -> None:
        self._passages = min(max(round(passages / max(seconds, 1e-3) * _SECONDS), _LEAST), _MOST)
