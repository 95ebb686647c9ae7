"""Embedding throughput of this machine."""

from __future__ import annotations

import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.models.embedder import Embedder, SharedEmbedder


_MEASURED_SECONDS = 1.0


_MEASURED_TEXTS = ("The committee decides next week whether the old bridge can be repaired or has to go. " * 7,) * 4


class Throughput:
    """Speed at which this machine embeds, measured when it is first needed."""

    def __init__(self, model: SharedEmbedder, threads: int) -> None:
        self._model = model
        self._threads = threads
        self._tokens_a_second: float | None = None

    def tokens_a_second(self) -> float:
        """Return the tokens a second of as many threads as indexing uses; takes a second at first.

        Raises:
            ModelError: the model cannot be loaded.
        """
        if self._tokens_a_second is None:
            self._tokens_a_second = _measure(self._model.get(), self._threads)
        return self._tokens_a_second


def measure_pace(embedder: Embedder) -> float:
    """Return the tokens a second of one batch as in indexing; takes some tenths of a second."""
    tokens = sum(len(embedder.encoder.tokenizer.encode(text)) for text in _MEASURED_TEXTS)
    embedder.embed(_MEASURED_TEXTS[:1])  # the first run allocates
    started = time.perf_counter()
    embedder.embed(_MEASURED_TEXTS)
    return tokens / (time.perf_counter() - started)


def _measure(embedder: Embedder, threads: int) -> float:
    tokens = sum(len(embedder.encoder.tokenizer.encode(text)) for text in _MEASURED_TEXTS)
    embedder.embed(_MEASURED_TEXTS)  # the first run allocates
    started = time.perf_counter()

    def embed_on() -> int:
        for count in itertools.count(1):
            embedder.embed(_MEASURED_TEXTS)
            if time.perf_counter() - started >= _MEASURED_SECONDS:
                return count
        raise AssertionError

    with ThreadPoolExecutor(threads, thread_name_prefix="measure") as pool:
        rounds = sum(future.result() for future in [pool.submit(embed_on) for _ in range(threads)])
    return tokens * rounds / (time.perf_counter() - started)
