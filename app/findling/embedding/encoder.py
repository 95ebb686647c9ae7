"""Texts to unit vectors with one installed model: the one place where prefix, window, batching and pooling meet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.batching import Batch, plan_batches
from findling.embedding.catalogue import FileRole, InstalledModel
from findling.embedding.pooling import pool
from findling.embedding.session import open_session
from findling.embedding.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

TOKEN_BUDGET = 512
"""Tokens of one batch: what it computes stays in a core's cache. Batches of 2,048 take a sixth longer a token."""

_DIGEST = 16


class Encoder:
    """Gives the vectors of passages, queries and documents; may be called by several threads at once.

    Attributes:
        spec: the model, as the catalogue has it.
        tokenizer: the model's own.
        fingerprint: what made the vectors: two encoders with the same one give the same vectors for the same text, to
            the bit under the same release of ONNX Runtime, and with cosines above 0.999 under another.
        dimensions: of every vector.
        provider: what ONNX Runtime really computes with.
    """

    def __init__(
        self, model: InstalledModel, session: InferenceSession, tokenizer: Tokenizer, fingerprint: str, threads: int
    ) -> None:
        self.spec = model.spec
        self.dimensions = model.spec.dimensions
        self.tokenizer = tokenizer
        self.fingerprint = fingerprint
        self.provider: str = session.get_providers()[0]
        self._session = session
        self._inputs = frozenset(argument.name for argument in session.get_inputs())
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="encode") if threads > 1 else None

    @classmethod
    def open(cls, model: InstalledModel, *, threads: int = 1) -> Encoder:
        """Check a model's files and load them.

        Args:
            model: where its files lie.
            threads: how many batches are computed at once.

        Raises:
            ModelError: a file is missing, damaged or not loadable.
        """
        digests = model.verify()
        graph, tokenizer = (digests[model.spec.file(role).path] for role in (FileRole.GRAPH, FileRole.TOKENIZER))
        fingerprint = f"{model.spec.id}:{model.spec.precision}:{graph[:_DIGEST]}:{tokenizer[:_DIGEST]}"
        return cls(model, open_session(model.path(FileRole.GRAPH)), Tokenizer.open(model), fingerprint, threads)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages that queries are to find.

        Returns:
            (texts, dimensions) float32, rows of length 1, in the order given.

        Raises:
            ValueError: a text with its prefix and special tokens is longer than the window: nothing is cut unseen.
        """
        return self._encode([self._ids(self.spec.passage_prefix + text) for text in texts])

    def encode_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts that are compared with each other: no prefix, otherwise as `encode_passages`."""
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
        """Whether all of a query is looked at."""
        return len(self.tokenizer.encode(self.spec.query_prefix + text)) <= self.spec.max_tokens

    def close(self) -> None:
        """Let the threads end; the encoder must not be used afterwards."""
        if self._pool:
            self._pool.shutdown()

    def _ids(self, text: str) -> list[int]:
        ids = self.tokenizer.encode(text)
        if len(ids) > self.spec.max_tokens:
            raise ValueError(f"a text of {len(ids)} tokens does not fit the window of {self.spec.max_tokens}")
        return ids

    def _encode(self, ids: list[list[int]]) -> NDArray[np.float32]:
        vectors = np.empty((len(ids), self.dimensions), dtype=np.float32)

        def compute(batch: Batch) -> None:
            vectors[list(batch.members)] = self._compute(np.array([ids[member] for member in batch.members]))

        batches = plan_batches([len(row) for row in ids], TOKEN_BUDGET)
        for _ in self._pool.map(compute, batches) if self._pool else map(compute, batches):
            pass
        return vectors

    def _compute(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The unit vectors of texts of equal length: (texts, tokens) int64 to (texts, dimensions) float32."""
        feeds = {"input_ids": ids}
        if "attention_mask" in self._inputs:
            feeds["attention_mask"] = np.ones_like(ids)
        if "token_type_ids" in self._inputs:
            feeds["token_type_ids"] = np.zeros_like(ids)
        (hidden, *_) = self._session.run(None, feeds)
        return pool(hidden, self.spec.pooling)
