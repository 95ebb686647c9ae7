"""Fixtures: a server that misbehaves as told, and a connection with little patience for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from faultyserver import FaultyServer, serving
from findling.embedding.encoder import Encoder
from findling.embedding.remote.backoff import Backoff
from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_connection import ServerConnection


@pytest.fixture
def server(encoder: Encoder) -> Iterator[FaultyServer]:
    """Serves the very model that is installed here."""
    with serving(lambda texts: encoder.encode_documents(texts).tolist()) as running:
        yield running


@pytest.fixture
def connection(server: FaultyServer) -> Iterator[ServerConnection]:
    """Yield a connection to that server: patient for an answer, but not with a server that refuses."""
    opened = ServerConnection(
        ServerAddress.parse(server.url),
        backoff=Backoff(first=0.01, longest=0.05, total=0.6),
    )
    yield opened
    opened.close()
