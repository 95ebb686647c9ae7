"""Scores for a query and a text read together by one model: slower than vectors, and surer."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.batching import TextBatch, plan_batches
from findling.embedding.catalogue import FileRole
from findling.embedding.encoder import TOKEN_BUDGET
from findling.embedding.onnx_session import open_session
from findling.embedding.tokenizer import Tokenizer
from findling.errors import ModelError
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from findling.embedding.catalogue import InstalledReranker


@dataclass(frozen=True, slots=True)
class _Pair:
    """The tokens of a query and a text, and which of the two each belongs to."""

    ids: list[int]
    kinds: list[int]


class CrossEncoder:
    """Scores texts for a query; may be called by several threads at once.

    Attributes:
        name: the model's id.
    """

    def __init__(self, model: InstalledReranker, session: InferenceSession, tokenizer: Tokenizer, threads: int) -> None:
        self.name = model.spec.id
        self.max_tokens = model.spec.max_tokens
        self._session = session
        self._tokenizer = tokenizer
        self._inputs = frozenset(argument.name for argument in session.get_inputs())
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="rerank")

    @classmethod
    def open(cls, model: InstalledReranker, *, threads: int = 0) -> CrossEncoder:
        """Check a cross-encoder's files and load them.

        Raises:
            ModelError: a file is missing, damaged or not loadable.
        """
        model.verify()
        session = open_session(model.path(FileRole.GRAPH))
        return cls(model, session, Tokenizer.open(model), threads or os.cpu_count() or 1)

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """Score how well each text answers a query; of a long one only the beginning is read.

        Returns:
            The logistic function of the model's logits, so 0..1, in the order of the texts.

        Raises:
            ModelError: the model gives something else than one number for a pair.
        """
        pairs = [self._pair(query, text) for text in texts]
        scores = np.empty(len(pairs), dtype=np.float64)

        def compute(batch: TextBatch) -> None:
            members = list(batch.members)
            scores[members] = self._compute([pairs[member] for member in members])

        for _ in self._pool.map(compute, plan_batches([len(pair.ids) for pair in pairs], TOKEN_BUDGET)):
            pass
        return [float(score) for score in scores]

    def close(self) -> None:
        """End the threads; the encoder must not be used afterwards."""
        self._pool.shutdown()

    def _pair(self, query: str, text: str) -> _Pair:
        # A query that filled the window would leave no room for what it asks about.
        query = self._tokenizer.cut(query, self.max_tokens // 2)
        encoding = self._tokenizer.encode_pair(query, self._tokenizer.cut(text, self.max_tokens))
        surplus = max(len(encoding.ids) - self.max_tokens, 0)
        of_text = [place for place, sequence in enumerate(encoding.sequence_ids) if sequence == 1]
        dropped = frozenset(of_text[len(of_text) - surplus :])
        kept = [place for place in range(len(encoding.ids)) if place not in dropped]
        return _Pair([encoding.ids[place] for place in kept], [encoding.type_ids[place] for place in kept])

    def _compute(self, pairs: list[_Pair]) -> NDArray[np.float64]:
        ids = np.array([pair.ids for pair in pairs], dtype=np.int64)
        feeds = {"input_ids": ids}
        if "attention_mask" in self._inputs:
            feeds["attention_mask"] = np.ones_like(ids)
        if "token_type_ids" in self._inputs:
            feeds["token_type_ids"] = np.array([pair.kinds for pair in pairs], dtype=np.int64)
        (logits, *_) = self._session.run(None, feeds)
        if logits.size != len(pairs) or not np.isfinite(logits).all():
            raise ModelError(ModelMessage.NO_SCORES(model=self.name), Remedy.CHOOSE_ANOTHER())
        # Beyond this the logistic function is 0 or 1 to the last digit, and its exponential would overflow.
        scores: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(logits.reshape(-1).astype(np.float64), -60, 60)))
        return scores
