"""Connections to the server that the settings name, and a trial of one before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.models import ServerReport
from findling.embedding.remote.backoff import ONE_TRY, Backoff
from findling.embedding.remote.probe_texts import compare_probes
from findling.embedding.remote.remote_encoder import RemoteEncoder
from findling.embedding.remote.remote_reranker import RemoteReranker
from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_api import open_server
from findling.embedding.remote.server_connection import ServerConnection, Timeouts
from findling.embedding.remote.server_keys import find_key

if TYPE_CHECKING:
    from findling.embedding.encoder import Encoder

_WAITED_FOR = Timeouts(connect=4.0, read=30.0, total=30.0)
"""A user waits for a better order; a server of their own may take some seconds to read thirty passages."""
_BACKOFF = Backoff(total=8.0)
"""Backoff for a user who waits."""


def connect_to_server(address: str) -> ServerConnection:
    """Prepare a connection to a server, with the key that is stored for it; nothing is sent yet.

    Raises:
        UsageError: it is no address to which anything is sent.
        RemoteError: the keyring does not open.
    """
    parsed = ServerAddress.parse(address)
    return ServerConnection(parsed, find_key(parsed))


def open_remote_reranker(address: str) -> RemoteReranker:
    """Open a cross-encoder on a server, which has one try, since a user waits.

    Raises:
        UsageError: it is no address to which anything is sent.
        RemoteError: the keyring does not open.
    """
    parsed = ServerAddress.parse(address)
    return RemoteReranker(ServerConnection(parsed, find_key(parsed), timeouts=_WAITED_FOR, backoff=ONE_TRY))


def open_remote(local: Encoder, address: str) -> RemoteEncoder:
    """Open an encoder that has a server embed the passages: see `RemoteEncoder.open`.

    Raises:
        UsageError: it is no address to which anything is sent.
        RemoteError: the server cannot be used, or its vectors are others; the words say why.
    """
    return RemoteEncoder.open(local, connect_to_server(address))


def try_server(local: Encoder, address: str) -> ServerReport:
    """Compare a server's vectors with the local model's; only three texts of ours are sent.

    Raises:
        UsageError: it is no address to which anything is sent.
        RemoteError: the server cannot be used, or its vectors are others; the words say why.
    """
    parsed = ServerAddress.parse(address)
    connection = ServerConnection(parsed, find_key(parsed), backoff=_BACKOFF)
    try:
        server = open_server(connection, local.spec)
        description = server.describe()
        likeness = compare_probes(local, server, description, connection.address)
        return ServerReport(connection.address.url, description.title, likeness)
    finally:
        connection.close()
