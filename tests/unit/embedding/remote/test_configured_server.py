"""A server that is tried before it is used."""

from __future__ import annotations

import pytest

from faultyserver import serving
from findling.embedding.remote.configured_server import try_server
from findling.embedding.remote.server_keys import SERVER_KEY_VARIABLE
from findling.errors import RemoteError, UsageError


@pytest.fixture(autouse=True)
def key(monkeypatch):
    """No keyring is asked, whichever this process has."""
    monkeypatch.setenv(SERVER_KEY_VARIABLE, "a key")


def test_what_it_serves_and_how_close_it_comes_is_reported(encoder, server):
    found = try_server(encoder, server.url)
    assert found.address == server.url.rstrip("/")
    assert found.serves
    assert found.likeness == pytest.approx(1, abs=1e-3)


def test_addresses_to_which_nothing_is_sent_are_refused(encoder):
    with pytest.raises(UsageError, match="can be read on the way"):
        try_server(encoder, "http://box.example")


def test_one_with_another_model_is_told_of(encoder):
    with (
        serving(lambda texts: (encoder.encode_documents(texts)[:, ::-1]).tolist()) as other,
        pytest.raises(RemoteError, match="other vectors"),
    ):
        try_server(encoder, other.url)
