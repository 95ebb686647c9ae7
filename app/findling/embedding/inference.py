"""Inference with a model's graph, on the chosen device or, once that fails, the processor."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.onnx_session import open_session, runtime_errors
from findling.embedding.providers import PROCESSOR, Provider
from findling.errors import ModelError
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from findling.messages.notice import Notice

_LOG = logging.getLogger(__name__)
_MASK = "attention_mask"


@dataclass(frozen=True, slots=True)
class _LoadedSession:
    """A session with what it computes with, and the inputs that it takes."""

    provider: Provider
    session: InferenceSession
    inputs: frozenset[str]


class InferenceRunner:
    """Computes hidden states of texts; safe to call from several threads.

    Attributes:
        notice: what the user should know of what computes; None while all is as it was chosen.
    """

    def __init__(self, graph: Path, provider: Provider = PROCESSOR) -> None:
        """Load a graph; where the runtime does not take the provider, the processor computes.

        Raises:
            ModelError: the graph cannot be loaded.
        """
        self._graph = graph
        self._lock = threading.Lock()
        self.notice: Notice | None = None
        self._loaded = self._open(provider)
        if self.provider.fixed_shapes and _MASK not in self._loaded.inputs:
            self._loaded = self._open(PROCESSOR)

    @property
    def provider(self) -> Provider:
        """The way to compute that is in use."""
        return self._loaded.provider

    @property
    def name(self) -> str:
        """Name of the execution provider that ONNX Runtime really uses."""
        return str(self._loaded.session.get_providers()[0])

    def compute(self, ids: NDArray[np.int64], mask: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """Return the last hidden state, float32 (texts, tokens, dimensions); `ids` (texts, tokens).

        Where the device fails, the processor computes this and all further batches.
        """
        loaded = self._loaded
        try:
            return _run(loaded, ids, mask)
        except runtime_errors() as error:
            if loaded.provider == PROCESSOR:
                raise
            self._fall_back(loaded, error)
            return _run(self._loaded, ids, mask)

    def _open(self, provider: Provider) -> _LoadedSession:
        try:
            session = open_session(self._graph, provider)
        except ModelError as error:
            if provider == PROCESSOR:
                raise
            _LOG.warning("%s does not take %s: %s", provider.name, self._graph, error)
            session = open_session(self._graph)
        taken = provider if session.get_providers()[0] == provider.name else PROCESSOR
        return _LoadedSession(taken, session, frozenset(argument.name for argument in session.get_inputs()))

    def _fall_back(self, loaded: _LoadedSession, error: Exception) -> None:
        """Fall back to the processor, once for all threads."""
        with self._lock:
            if loaded is not self._loaded:
                return
            _LOG.warning("%s is lost: %s", loaded.provider.name, error)
            self._loaded = self._open(PROCESSOR)
            self.notice = ModelMessage.DEVICE_FAILED(device=loaded.provider.device)


def _run(loaded: _LoadedSession, ids: NDArray[np.int64], mask: NDArray[np.int64] | None) -> NDArray[np.float32]:
    feeds = {"input_ids": ids}
    if _MASK in loaded.inputs:
        feeds[_MASK] = np.ones_like(ids) if mask is None else mask
    if "token_type_ids" in loaded.inputs:
        feeds["token_type_ids"] = np.zeros_like(ids)
    hidden: NDArray[np.float32] = loaded.session.run(None, feeds)[0]
    return hidden
