"""Encoder with a server for passages; queries never leave this computer."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.remote.probe_texts import ProbeText, compare_probes
from findling.embedding.remote.server_api import ServerApi, open_server
from findling.embedding.remote.server_connection import TooLargeError
from findling.errors import RemoteError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from numpy.typing import NDArray

    from findling.embedding.encoder import Encoder
    from findling.embedding.remote.server_api import Description
    from findling.embedding.remote.server_connection import ServerConnection
    from findling.messages.notice import Notice

CALLS = 4
"""Calls under way at once, so that the server computes while others travel."""

BODY_CHARACTERS = 400_000
"""Most characters in one call: escaped they stay below TEI's two millions of bytes; emoji are split later."""

_POLL_SECONDS = 0.2
_SURROGATES = re.compile("[\ud800-\udfff]")


class _Cancelled(Exception):  # noqa: N818 - no error: it was asked for
    """The vectors are no longer needed."""


class RemoteEncoder:
    """Encoder whose server gives the same vectors as the model on this computer.

    It has what `embedding.encoder.Encoder` has. Its fingerprint is the local encoder's: both make the same vectors, and
    only so may they meet in one space; `open` has it shown by canaries, and each later call by a text of them.

    Attributes:
        spec, tokenizer, fingerprint, dimensions: the local encoder's.
        provider: the server's address.
        notice: as of the local encoder; a server that fails raises instead.
        description: what the server says of itself.
    """

    def __init__(
        self, local: Encoder, server: ServerApi, connection: ServerConnection, description: Description
    ) -> None:
        self.spec = local.spec
        self.tokenizer = local.tokenizer
        self.fingerprint = local.fingerprint
        self.dimensions = local.dimensions
        self.provider = connection.address.url
        self.notice: Notice | None = None
        self.description = description
        self._local = local
        self._server = server
        self._connection = connection
        self._probe = ProbeText(local)
        self._batch = description.batch
        self._pool = ThreadPoolExecutor(CALLS, thread_name_prefix="remote")

    @classmethod
    def open(cls, local: Encoder, connection: ServerConnection) -> RemoteEncoder:
        """Ask a server for its model, and compare its vectors with those of the local one.

        Raises:
            RemoteError: the server cannot be used, or its vectors are others; the words say why.
        """
        server = open_server(connection, local.spec)
        try:
            description = server.describe()
            compare_probes(local, server, description, connection.address)
        except RemoteError:
            connection.close()
            raise
        return cls(local, server, connection, description)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages that queries are to find; see `Encoder.encode_passages`.

        Raises:
            ValueError: a text does not fit the model's window.
            RemoteError: the server does not give them.
        """
        return self._encode([self.spec.passage_prefix + text for text in texts])

    def encode_cancellable(self, texts: Sequence[str], should_stop: Callable[[], bool]) -> NDArray[np.float32] | None:
        """Encode passages; None as soon as it should stop, however long the server takes."""
        try:
            return self._encode([self.spec.passage_prefix + text for text in texts], should_stop)
        except _Cancelled:
            return None

    def encode_documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts to be compared: without a prefix, else as passages."""
        return self._encode(list(texts))

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a query, computed on this computer."""
        return self._local.encode_query(text)

    def fits_query(self, text: str) -> bool:
        """Return whether the whole query fits the window."""
        return self._local.fits_query(text)

    def limit(self, threads: int) -> None:
        """Limit the model on this computer, which embeds what server vectors are compared with."""
        self._local.limit(threads)

    def close(self) -> None:
        """Close the connection and the local model."""
        self._connection.close()
        # A call that hangs ends by itself.
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._local.close()

    def _encode(self, texts: list[str], should_stop: Callable[[], bool] = lambda: False) -> NDArray[np.float32]:
        for text in texts:
            tokens = len(self.tokenizer.encode(text))
            if tokens > self.spec.max_tokens:
                raise ValueError(f"a text of {tokens} tokens does not fit the window of {self.spec.max_tokens}")
        clean = [_SURROGATES.sub("\ufffd", text) for text in texts]
        room = max(self._batch - 1, 1)
        calls = [self._pool.submit(self._embed, part) for part in plan_calls(clean, room)]
        try:
            parts = [_await(call, should_stop) for call in calls]
        finally:
            for call in calls:
                call.cancel()
        return np.concatenate([np.empty((0, self.dimensions), np.float32), *parts])

    def _embed(self, texts: list[str]) -> NDArray[np.float32]:
        """The unit vectors of the texts of one call, which is halved until the server takes it."""
        try:
            matrix = self._ask(texts)
        except TooLargeError as refusal:
            if len(texts) == 1:
                less = ServerMessage.WANTS_LESS_OF_ONE(server=refusal.server)
                if refusal.answer:
                    less = ServerMessage.WANTS_LESS_OF_ONE_SAYING(server=refusal.server, answer=refusal.answer)
                raise RemoteError(less, ModelRemedy.SERVE_FULL_LENGTH()) from refusal
            half = len(texts) // 2
            # What follows begins with what the server took, and the probe text.
            self._batch = min(self._batch, len(texts) - half + 1)
            return np.concatenate([self._embed(texts[:half]), self._embed(texts[half:])])
        unit: NDArray[np.float32] = matrix / np.linalg.norm(matrix, axis=1, keepdims=True)
        return unit

    def _ask(self, texts: list[str]) -> NDArray[np.float32]:
        """The vectors of a call, of a model that makes the same of the probe text as before.

        Raises:
            TooLargeError: the server may take fewer texts.
        """
        if self._batch > 1:
            try:
                matrix = self._server.embed([*texts, self._probe.text])
            except TooLargeError:
                if len(texts) > 1:
                    raise
                self._batch = 1
            else:
                self._probe.check(matrix[-1], self.provider)
                return matrix[:-1]
        matrix = self._server.embed(texts)
        # Afterwards: a server that changed in between is the wrong one now, and was the right one then at most.
        self._probe.check(self._server.embed([self._probe.text])[0], self.provider)
        return matrix


def _await(call: Future[NDArray[np.float32]], should_stop: Callable[[], bool]) -> NDArray[np.float32]:
    """Wait for the result of a call.

    Raises:
        _Cancelled: it should stop before that.
    """
    while not call.done():
        wait([call], timeout=_POLL_SECONDS)
        if should_stop():
            raise _Cancelled
    return call.result()


def plan_calls(texts: Sequence[str], batch: int) -> Iterator[list[str]]:
    """Split texts in order into calls of up to `batch` texts, `BODY_CHARACTERS` characters."""
    part: list[str] = []
    size = 0
    for text in texts:
        if part and (len(part) >= batch or size + len(text) > BODY_CHARACTERS):
            yield part
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield part
