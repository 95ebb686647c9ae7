"""Encoder of texts as unit vectors: prefix, window, batching and pooling of one model."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.batching import TextBatch, plan_batches, plan_buckets, rows_of
from findling.embedding.catalogue import FileRole, InstalledModel
from findling.embedding.inference import InferenceRunner
from findling.embedding.pooling import pool
from findling.embedding.providers import PROCESSOR, Provider
from findling.embedding.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from findling.embedding.catalogue import ModelSpec
    from findling.messages.notice import Notice

TOKEN_BUDGET = 512
"""Tokens of one batch: what it computes stays in a core's cache. Batches of 2,048 take a sixth longer a token."""

DEVICE_BUDGET = 8_192
"""The same for other devices, which need many tokens to be busy."""

_DIGEST = 16


def _digest_recipe(spec: ModelSpec) -> str:
    """Return a digest of all but the files that decides on a model's vectors."""
    recipe = json.dumps([spec.pooling, spec.query_prefix, spec.passage_prefix, spec.max_tokens])
    return hashlib.sha256(recipe.encode("ascii")).hexdigest()[:_DIGEST]


class Encoder:
    """Encoder of passages, queries and documents; safe to call from several threads.

    Attributes:
        spec: the model, as the catalogue has it.
        tokenizer: the model's own.
        fingerprint: what made the vectors: two encoders with the same one give the same vectors for the same text, to
            the bit on the processor under the same release of ONNX Runtime, and with cosines above 0.999 otherwise.
        dimensions: of every vector.
    """

    def __init__(
        self,
        model: InstalledModel,
        runner: InferenceRunner,
        tokenizer: Tokenizer,
        fingerprint: str,
        threads: int,
        begin_thread: Callable[[], None] | None = None,
    ) -> None:
        self.spec = model.spec
        self.dimensions = model.spec.dimensions
        self.tokenizer = tokenizer
        self.fingerprint = fingerprint
        self._runner = runner
        # A device computes one batch after another, and some allow no second one meanwhile.
        threads = threads if runner.provider == PROCESSOR else 1
        is_pooled = threads > 1 or begin_thread is not None
        self._pool = ThreadPoolExecutor(threads, "encode", begin_thread) if is_pooled else None
        self._spreads = threads > 1

    @classmethod
    def open(
        cls,
        model: InstalledModel,
        *,
        threads: int = 1,
        provider: Provider = PROCESSOR,
        begin_thread: Callable[[], None] | None = None,
    ) -> Encoder:
        """Check a model's files and load them.

        Args:
            model: where its files lie.
            threads: how many batches are computed at once.
            provider: what to compute with; the processor steps in where that cannot be had, or fails later.
            begin_thread: called by each thread that computes; without it one thread is the caller's own.

        Raises:
            ModelError: a file is missing, damaged or not loadable.
        """
        digests = model.verify()
        graph, tokenizer = (digests[model.spec.file(role).path] for role in (FileRole.GRAPH, FileRole.TOKENIZER))
        fingerprint = f"{model.spec.id}:{model.spec.precision}:{graph[:_DIGEST]}:{tokenizer[:_DIGEST]}"
        if not (model.spec.source or model.spec.bundled):
            # Of its own model the user says how vectors are made, and may say otherwise the next time.
            fingerprint += f":{_digest_recipe(model.spec)}"
        runner = InferenceRunner(model.path(FileRole.GRAPH), provider)
        return cls(model, runner, Tokenizer.open(model), fingerprint, threads, begin_thread)

    @property
    def provider(self) -> str:
        """Name of the execution provider that ONNX Runtime really uses."""
        return self._runner.name

    @property
    def notice(self) -> Notice | None:
        """Notice for the user, as that a device failed; None while there is none."""
        return self._runner.notice

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages that queries are to find.

        Returns:
            (texts, dimensions) float32, rows of length 1, in the order given.

        Raises:
            ValueError: a text with its prefix and special tokens is longer than the window: nothing is cut unseen.
        """
        return self._encode([self._ids(self.spec.passage_prefix + text) for text in texts])

    def encode_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts to be compared: without a prefix, else as passages."""
        return self._encode([self._ids(text) for text in texts])

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a query; what does not fit the window is left out (see `fits_query`).

        Returns:
            (dimensions,) float32, of length 1.
        """
        ids = self.tokenizer.encode(self.spec.query_prefix + text)
        if len(ids) > self.spec.max_tokens:
            # The last token is the one that ends a text for the model.
            ids = [*ids[: self.spec.max_tokens - 1], ids[-1]]
        vector: NDArray[np.float32] = self._encode([ids])[0]
        return vector

    def fits_query(self, text: str) -> bool:
        """Return whether the whole query fits the window."""
        return len(self.tokenizer.encode(self.spec.query_prefix + text)) <= self.spec.max_tokens

    def limit(self, threads: int) -> None:
        """Compute one batch at a time from the next call on, or as many as there are threads."""
        self._spreads = threads > 1

    def close(self) -> None:
        """End the threads; the encoder must not be used afterwards."""
        if self._pool:
            self._pool.shutdown()

    def _ids(self, text: str) -> list[int]:
        ids = self.tokenizer.encode(text)
        if len(ids) > self.spec.max_tokens:
            raise ValueError(f"a text of {len(ids)} tokens does not fit the window of {self.spec.max_tokens}")
        return ids

    def _encode(self, ids: list[list[int]]) -> NDArray[np.float32]:
        vectors = np.empty((len(ids), self.dimensions), dtype=np.float32)
        provider = self._runner.provider
        budget = TOKEN_BUDGET if provider == PROCESSOR else DEVICE_BUDGET

        def compute(batch: TextBatch) -> None:
            rows = [ids[member] for member in batch.members]
            if provider.fixed_shapes:
                vectors[list(batch.members)] = self._compute_padded(rows, batch.length, rows_of(batch, budget))
            else:
                vectors[list(batch.members)] = pool(self._runner.compute(np.array(rows)), self.spec.pooling)

        batches = (plan_buckets if provider.fixed_shapes else plan_batches)([len(row) for row in ids], budget)
        if self._pool and self._spreads:
            for _ in self._pool.map(compute, batches):
                pass
            return vectors
        for batch in batches:
            if self._pool:
                self._pool.submit(compute, batch).result()
            else:
                compute(batch)
        return vectors

    def _compute_padded(self, rows: list[list[int]], length: int, count: int) -> NDArray[np.float32]:
        """The unit vectors of texts that are padded to one length, and to one number of texts."""
        padded = np.zeros((count, length), dtype=np.int64)
        mask = np.zeros_like(padded)
        # A row without any token would give no number, and some devices stumble over that.
        mask[:, 0] = 1
        for at, row in enumerate(rows):
            padded[at, : len(row)] = row
            mask[at, : len(row)] = 1
        hidden = self._runner.compute(padded, mask)
        return pool(hidden[: len(rows)], self.spec.pooling, mask[: len(rows)])
