from __future__ import annotations

import pytest

from findling.embedding.remote.server_address import ServerAddress
from findling.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://embed.example.org", "https://embed.example.org"),
        (" https://embed.example.org:8443/tei/ ", "https://embed.example.org:8443/tei"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_address_is_kept_without_the_slash_at_its_end(typed, url):
    assert ServerAddress.parse(typed).url == url


@pytest.mark.parametrize(
    "typed", ["http://embed.example.org", "http://192.168.1.5:8080", "http://127.0.0.1.example.org", "http://0.0.0.0"]
)
def test_beyond_this_computer_nothing_is_sent_without_https(typed):
    with pytest.raises(UsageError, match="can be read on the way"):
        ServerAddress.parse(typed)


@pytest.mark.parametrize(
    "typed", ["", "embed", "ftp://localhost", "https://", "https://[::1", "https://a:port", "https://a:0"]
)
def test_what_is_no_address_is_refused_with_an_example(typed):
    with pytest.raises(UsageError, match=r"no address .*https://embed\.example\.org"):
        ServerAddress.parse(typed)


@pytest.mark.parametrize("typed", ["https://me:secret@example.org", "https://example.org/?key=secret"])
def test_an_address_holds_no_secret(typed):
    with pytest.raises(UsageError, match="no name, password or question") as refused:
        ServerAddress.parse(typed)
    assert "secret" not in str(refused.value)


def test_an_address_that_ends_with_the_version_is_spoken_to_in_openais_way():
    assert ServerAddress.parse("https://api.example.org/v1/").uses_openai_api
    assert not ServerAddress.parse("https://api.example.org").uses_openai_api
