"""A cross-encoder behind TEI's /rerank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.remote.remote_encoder import plan_calls
from findling.embedding.remote.server_api import USUAL_BATCH
from findling.embedding.remote.server_connection import TooLargeError
from findling.errors import RemoteError
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.embedding.remote.server_connection import ServerConnection


class RemoteReranker:
    """Scores texts for a query on a server.

    Attributes:
        name: the server's address.
    """

    def __init__(self, connection: ServerConnection) -> None:
        self.name = connection.address.url
        self._connection = connection

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """Score how well each text answers a query: see `CrossEncoder.score`.

        Raises:
            RemoteError: the server does not say.
        """
        self._connection.check_reachable()
        return [score for part in plan_calls(texts, USUAL_BATCH) for score in self._score(query, part)]

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _score(self, query: str, texts: list[str]) -> list[float]:
        document: dict[str, object] = {"query": query, "texts": texts, "raw_scores": False, "truncate": True}
        try:
            ranks = self._connection.post("/rerank", document)
        except TooLargeError:
            if len(texts) == 1:
                raise
            half = len(texts) // 2
            return self._score(query, texts[:half]) + self._score(query, texts[half:])
        return self._read(ranks, len(texts))

    def _read(self, ranks: object, count: int) -> list[float]:
        try:
            scores = {int(rank["index"]): float(rank["score"]) for rank in ranks}  # type: ignore[attr-defined]
        except (TypeError, KeyError, ValueError):
            scores = {}
        if set(scores) != set(range(count)) or not all(0 <= score <= 1 for score in scores.values()):
            raise RemoteError(ServerMessage.NO_ORDER(server=self.name, count=count))
        return [scores[index] for index in range(count)]
