"""Failures of a server over real sockets: retries and messages."""

from __future__ import annotations

import gzip
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from faultyserver import answer, drip, hang_up, refuse, stall
from findling.embedding.remote.backoff import Backoff
from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_connection import LARGEST_ANSWER, ServerConnection, Timeouts, TooLargeError
from findling.errors import RemoteError
from waiting import PATIENCE_SECONDS, wait_until

TEXT = "a secret text"
SHORT = Timeouts(connect=2, read=0.5, total=1.0)


def ask(connection):
    return connection.post("/embed", {"inputs": [TEXT]})


def test_an_answer_is_its_document(connection):
    assert len(ask(connection)[0]) == 384


@pytest.mark.parametrize("status", [424, 429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(server, connection, status):
    server.faults.extend([refuse(status), refuse(status)])
    assert len(ask(connection)[0]) == 384
    assert len(server.asked) == 3


@pytest.mark.parametrize("fault", [hang_up, drip, stall])
def test_an_answer_that_does_not_come_is_asked_for_again(server, fault):
    patience = Backoff(first=0.01, longest=0.1, total=PATIENCE_SECONDS)
    patient = ServerConnection(ServerAddress.parse(server.url), timeouts=SHORT, backoff=patience)
    server.faults.append(fault)
    assert len(ask(patient)[0]) == 384
    patient.close()


def test_a_server_says_how_long_to_wait(server, encoder):
    connection = ServerConnection(ServerAddress.parse(server.url), backoff=Backoff(first=0.01, total=5))
    server.faults.append(refuse(429, headers={"Retry-After": "1"}))
    ask(connection)
    assert server.times[1] - server.times[0] >= 1
    connection.close()


def test_a_server_that_asks_for_too_long_is_given_up_at_once(server, connection):
    server.faults.append(refuse(503, headers={"Retry-After": "3600"}))
    with pytest.raises(RemoteError, match=r"overloaded or out of order \(503"):
        ask(connection)
    assert len(server.asked) == 1


def test_a_server_that_stays_busy_is_given_up(server, connection):
    server.faults.extend([refuse(429, "model is overloaded")] * 500)
    with pytest.raises(RemoteError, match=r"429: model is overloaded\).*Try again later") as given_up:
        ask(connection)
    assert type(given_up.value) is RemoteError
    assert len(server.asked) > 3


@pytest.mark.parametrize("status", [413, 422])
def test_a_call_that_is_too_large_is_not_repeated(server, connection, status):
    server.faults.append(refuse(status))
    with pytest.raises(TooLargeError):
        ask(connection)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_server_that_wants_a_key_says_so_once(server, connection, status):
    server.faults.append(refuse(status))
    with pytest.raises(RemoteError, match=r"wants a key.*findling remote use"):
        ask(connection)
    assert len(server.asked) == 1


def test_a_wrong_key_is_no_missing_one_and_is_not_shown(server):
    connection = ServerConnection(ServerAddress.parse(server.url), "hunter2")
    server.faults.append(refuse(401))
    with pytest.raises(RemoteError, match="does not take the key") as refused:
        ask(connection)
    assert "hunter2" not in str(refused.value)
    assert server.headers["Authorization"] == "Bearer hunter2"
    connection.close()


@pytest.mark.parametrize("status", [400, 404, 405])
def test_a_refusal_is_final(server, connection, status):
    server.faults.append(refuse(status, "`inputs` cannot be empty"))
    with pytest.raises(RemoteError, match=rf"refuses \({status}: `inputs` cannot be empty\)"):
        ask(connection)
    assert len(server.asked) == 1


def test_a_redirection_is_not_followed(server, connection):
    server.faults.append(refuse(307, headers={"Location": "http://127.0.0.1:1/embed"}))
    with pytest.raises(RemoteError, match=r"refuses \(307"):
        ask(connection)


@pytest.mark.parametrize("body", [b"", b"<html>hello</html>", b"[[0.1,", b"\xff\xfe", b"[" * 100_000])
def test_an_answer_that_is_no_json_is_refused(server, connection, body):
    server.faults.append(answer(body))
    with pytest.raises(RemoteError, match="no JSON"):
        ask(connection)


def test_an_answer_without_end_is_cut_off(server, connection):
    server.faults.append(answer(b" " * (LARGEST_ANSWER + 70_000)))
    with pytest.raises(RemoteError, match="more than 32,000,000 bytes"):
        ask(connection)


def test_a_compressed_answer_cannot_swell_beyond_measure(server, connection):
    packed = gzip.compress(b" " * (LARGEST_ANSWER + 1))

    def bomb(handler):
        handler.send_bytes(200, packed, {"Content-Encoding": "gzip"})
        return True

    server.faults.append(bomb)
    with pytest.raises(RemoteError, match="more than 32,000,000 bytes"):
        ask(connection)


def test_words_that_may_repeat_a_text_are_not_shown(server, connection):
    def echo(handler):
        handler.say(400, {"detail": [{"input": TEXT, "msg": "bad"}]})
        return True

    server.faults.append(echo)
    with pytest.raises(RemoteError) as refused:
        ask(connection)
    assert TEXT not in str(refused.value)


def test_a_servers_words_are_one_short_line(server, connection):
    server.faults.append(refuse(400, "a\nb\x1b[31m" + "c" * 10_000))
    with pytest.raises(RemoteError) as refused:
        ask(connection)
    assert "\n" not in str(refused.value)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 500


def test_nobody_at_the_address(server):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = ServerAddress.parse(f"http://127.0.0.1:{closed.getsockname()[1]}")
    connection = ServerConnection(address, backoff=Backoff(first=0.01, total=0.1))
    with pytest.raises(RemoteError, match="cannot be reached"):
        ask(connection)
    connection.close()


def test_what_speaks_no_http_is_named():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        connection = ServerConnection(
            ServerAddress.parse(f"https://127.0.0.1:{listener.getsockname()[1]}"),
            timeouts=SHORT,
            backoff=Backoff(total=0.0),
        )
        with pytest.raises(RemoteError, match="does not answer in time"):
            ask(connection)
        connection.close()


def test_closing_ends_a_wait(server):
    hours = Backoff(first=9_999, longest=9_999, total=9_999)
    connection = ServerConnection(ServerAddress.parse(server.url), backoff=hours)
    server.faults.append(refuse(429))
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(ask, connection)
        wait_until(lambda: server.asked)
        connection.close()
        with pytest.raises(RemoteError):
            asking.result()
    assert len(server.asked) == 1


def test_a_proxy_is_not_asked_for_this_computer(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    connection = ServerConnection(ServerAddress.parse(server.url), backoff=Backoff(total=0.0))
    assert len(ask(connection)[0]) == 384
    connection.close()


def test_a_proxy_is_asked_for_others(server, monkeypatch):
    """The server stands in for the proxy: it is told where to go, and refuses."""
    monkeypatch.setenv("HTTPS_PROXY", server.url)
    connection = ServerConnection(ServerAddress.parse("https://embed.example.org"), backoff=Backoff(total=0.0))
    with pytest.raises(RemoteError, match="cannot be reached"):
        ask(connection)
    connection.close()
