"""Clients of the embedding APIs of Text Embeddings Inference and of OpenAI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from findling.errors import RemoteError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from findling.embedding.catalogue import ModelSpec
    from findling.embedding.remote.server_connection import ServerConnection

USUAL_BATCH = 32
"""Texts that a server takes in one call unless it says otherwise: TEI's own default."""


@dataclass(frozen=True, slots=True)
class Description:
    """Properties of a server's model, as the server reports them.

    Attributes:
        model_id: its model's name.
        precision: its model's, e.g. "float16"; "" where it does not say.
        max_tokens: of one text; None where it does not say.
        batch: texts that it takes in one call.
    """

    model_id: str
    precision: str = ""
    max_tokens: int | None = None
    batch: int = USUAL_BATCH

    @property
    def title(self) -> str:
        """Name and precision, as the user reads them."""
        return f"{self.model_id} {self.precision}".strip()


class ServerApi(Protocol):
    """Interface that gives vectors of texts."""

    def describe(self) -> Description:
        """Ask for the properties of the model that is served.

        Raises:
            RemoteError: it says nothing that can be used.
        """

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of a few texts, (texts, dimensions) float32, in their order and of any length.

        Raises:
            TooLargeError: it may take fewer of them in one call.
            RemoteError: there is no answer that can be used.
        """


class TeiServer:
    """Client of Text Embeddings Inference, or of a server with its API."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    def describe(self) -> Description:
        """See `ServerApi`."""
        info = self._connection.get("/info")
        if not isinstance(info, dict) or not isinstance(info.get("model_id"), str):
            silent = ServerMessage.SAYS_NOTHING(server=self._connection.address.url)
            raise RemoteError(silent, ModelRemedy.OPENAI_ADDRESS())
        return Description(
            info["model_id"],
            str(info.get("model_dtype") or ""),
            _read_count(info.get("max_input_length")),
            _read_count(info.get("max_client_batch_size")) or USUAL_BATCH,
        )

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `ServerApi`."""
        # The prefixes are ours, and nothing may be cut unseen.
        document = {"inputs": list(texts), "normalize": True, "truncate": False}
        return read_matrix(self._connection.post("/embed", document), len(texts), self._connection.address.url)


class OpenAiServer:
    """Client of a server with OpenAI's API, which does not say how long a text may be."""

    def __init__(self, connection: ServerConnection, spec: ModelSpec) -> None:
        self._connection = connection
        self._spec = spec
        self._model = ""

    def describe(self) -> Description:
        """See `ServerApi`; of several models the one of our model's name is taken."""
        listed = self._connection.get("/models")
        entries = listed.get("data") if isinstance(listed, dict) else None
        names = [entry["id"] for entry in entries or () if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
        wanted = {self._spec.id.lower(), self._spec.source.lower()}
        ours = [name for name in names if name.lower() in wanted or name.rpartition("/")[2].lower() in wanted]
        if not ours and len(names) != 1:
            others = ServerMessage.OTHER_MODELS(server=self._connection.address.url, model=self._spec.id)
            raise RemoteError(others, ModelRemedy.SERVE_MODEL())
        self._model = (ours or names)[0]
        return Description(self._model)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `ServerApi`."""
        document: dict[str, object] = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        answer = self._connection.post("/embeddings", document)
        try:
            rows = [row["embedding"] for row in sorted(answer["data"], key=lambda row: int(row["index"]))]
        except (TypeError, KeyError, ValueError):
            rows = None
        return read_matrix(rows, len(texts), self._connection.address.url)


def open_server(connection: ServerConnection, spec: ModelSpec) -> ServerApi:
    """Return the client for the API that the server's address names."""
    return OpenAiServer(connection, spec) if connection.address.uses_openai_api else TeiServer(connection)


def read_matrix(rows: Any, count: int, url: str) -> NDArray[np.float32]:  # noqa: ANN401 - whatever the server said
    """The vectors in an answer.

    Returns:
        (count, dimensions) float32, finite, no row without length.

    Raises:
        RemoteError: they are none.
    """
    try:
        with np.errstate(over="ignore"):
            matrix = np.asarray(rows, dtype=np.float64).astype(np.float32)
    except (TypeError, ValueError, OverflowError) as error:
        raise RemoteError(ServerMessage.NO_VECTOR(server=url)) from error
    if matrix.ndim != 2 or matrix.shape[0] != count or not matrix.shape[1]:
        raise RemoteError(ServerMessage.OTHER_SHAPE(server=url, count=count, shape=str(matrix.shape)))
    if not np.isfinite(matrix).all() or not np.abs(matrix).max(axis=1).all():
        raise RemoteError(ServerMessage.NO_NUMBERS(server=url))
    return matrix


def _read_count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
