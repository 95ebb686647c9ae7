"""Tries a server before it is used: what it says that it serves, and whether its vectors are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.models import ServerReport
from findling.embedding.remote.backoff import Backoff
from findling.embedding.remote.probe_texts import compare_canaries
from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_api import open_server
from findling.embedding.remote.server_connection import ServerConnection
from findling.embedding.remote.server_keys import find_key

if TYPE_CHECKING:
    from findling.embedding.encoder import Encoder


_PATIENCE = Backoff(total=8.0)
"""Somebody waits for it."""


def try_server(local: Encoder, address: str) -> ServerReport:
    """Compare the vectors of a server with those of the model on this computer; only three texts of ours are sent.

    Raises:
        UsageError: it is no address to which anything is sent.
        RemoteError: the server cannot be used, or its vectors are others; the words say why.
    """
    parsed = ServerAddress.parse(address)
    connection = ServerConnection(parsed, find_key(parsed), patience=_PATIENCE)
    try:
        server = open_server(connection, local.spec)
        description = server.describe()
        likeness = compare_canaries(local, server, description, connection.address)
        return ServerReport(connection.address.url, description.title, likeness)
    finally:
        connection.close()
