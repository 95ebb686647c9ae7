"""Access rules and limits of the HTTP server, and its answers to malformed requests."""

from __future__ import annotations

import json
import logging
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from findling.errors import FindlingError, UsageError
from findling.processes.http_api.embedding_service import EmbeddingService, WorkQueue
from findling.processes.http_api.request_guard import RequestGuard
from findling.processes.http_api.served_paths import LARGEST_BODY, ServedModel, build_application
from findling.processes.http_api.server import HttpServer, ListenAddress
from waiting import PATIENCE_SECONDS, wait_until

KEY = "a-key-that-is-long-enough"
BODY = {"inputs": "a secret text"}


class Slow:
    """The encoder, held up until it is let go."""

    def __init__(self, encoder):
        self._encoder = encoder
        self.let_go = threading.Event()
        self.spec, self.tokenizer = encoder.spec, encoder.tokenizer

    def encode_documents(self, texts):
        self.let_go.wait(PATIENCE_SECONDS)
        return self._encoder.encode_documents(texts)


class Broken(Slow):
    def encode_documents(self, texts):
        raise RuntimeError(f"the runtime failed at {texts}")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:8378", "[::1]:8378", "192.168.1.5"])
def test_it_goes_by_localhost_and_by_numbers(client, host):
    assert client.get("/health", {"Host": host})[0] == 200


@pytest.mark.parametrize("host", ["evil.example.org", "localhost.example.org", "127.0.0.1.nip.io", "", "[", "a b"])
def test_a_name_that_a_page_had_point_here_is_refused(client, host):
    status, said = client.post("/embed", BODY, {"Host": host})
    assert status == 421
    assert "--allow-host" in said["error"]


def test_names_can_be_allowed(serve, encoder):
    with serve(EmbeddingService(encoder), RequestGuard(hosts=["Strong.local"])) as client:
        assert client.get("/health", {"Host": "strong.local:80"})[0] == 200
        assert client.get("/health", {"Host": "weak.local"})[0] == 421


def test_a_page_in_a_browser_gets_nothing(client):
    assert client.get("/info", {"Origin": "http://localhost:3000"})[0] == 403
    assert client.post("/embed", BODY, {"Content-Type": "text/plain"})[0] == 415


@pytest.mark.parametrize(
    "given", [None, "", KEY, f"Basic {KEY}", "Bearer", f"Bearer {KEY}x", f"Bearer {KEY[:-1]}", "Bearer \xff"]
)
def test_without_the_key_nothing_is_answered(serve, encoder, given):
    with serve(EmbeddingService(encoder), RequestGuard(KEY)) as client:
        headers = {} if given is None else {"Authorization": given}
        for path in ("/info", "/health", "/v1/models", "/nowhere"):
            assert client.get(path, headers)[0] == 401
        status, said = client.post("/embed", BODY, headers)
    assert (status, said["error_type"]) == (401, "Unauthorized")


def test_with_the_key_all_is_answered(serve, encoder):
    with serve(EmbeddingService(encoder), RequestGuard(KEY)) as client:
        assert client.post("/embed", BODY, {"Authorization": f"Bearer {KEY}"})[0] == 200


def test_a_body_that_is_too_large_is_refused_with_an_answer(client):
    status, said = client.post("/embed", {"inputs": "a" * (2 * LARGEST_BODY)})
    assert status == 413
    assert "16,000,000" in said["error"]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 500_000, b'{"inputs": "a"} {}'])
def test_what_is_no_json_is_refused(client, body):
    assert client.ask("POST", "/embed", body)[0] == 400


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Content-Length: -1"], 400),
        (["Content-Length: ten"], 400),
        (["Content-Length: 1e3"], 400),
        (["Content-Length:"], 400),
        (["Content-Length: ²"], 400),
        ([], 411),
        (["Content-Length: 2", "Content-Length: 3"], 400),
        (["Content-Length: 2", "Transfer-Encoding: chunked"], 411),
        (["Content-Length: " + "9" * 19], 413),
        (["Content-Length: " + "9" * 5_000], 400),
    ],
)
def test_a_length_that_is_none_is_refused(client, lines, status):
    with socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE_SECONDS) as raw:
        head = ["POST /embed HTTP/1.1", "Host: localhost", "Content-Type: application/json", *lines, "", ""]
        raw.sendall("\r\n".join(head).encode())
        assert raw.recv(100).startswith(f"HTTP/1.1 {status} ".encode())


def test_a_question_hides_no_second_request(client):
    with socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE_SECONDS) as raw:
        hidden = b"GET /info HTTP/1.1\r\nHost: localhost\r\n\r\n"
        head = f"GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(hidden)}\r\n\r\n"
        raw.sendall(head.encode() + hidden)
        answer = b"".join(iter(lambda: raw.recv(1000), b""))
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"model_id" not in answer


def _hangs_up(raw: socket.socket) -> bool:
    """Send one more byte; whether the other side has had enough."""
    try:
        raw.sendall(b" ")
    except ConnectionError:
        return True
    return False


@pytest.mark.parametrize("line", [b"X-Slow: a", b""])
def test_who_sends_a_byte_now_and_then_holds_nobody_up(serve, encoder, line):
    """Head or body: all of a request has to come in time."""
    with (
        serve(EmbeddingService(encoder), timeout=0.5) as client,
        socket.create_connection(("127.0.0.1", client.port)) as raw,
    ):
        raw.sendall(
            b"POST /embed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1999999\r\n"
        )
        raw.sendall(line or b"\r\n")
        wait_until(lambda: _hangs_up(raw))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 405),
        ("GET", "/nowhere", 404),
        ("POST", "/admin", 404),
        ("GET", "/embed", 405),
        ("POST", "/info", 405),
        ("PUT", "/embed", 405),
    ],
)
def test_other_paths_and_methods_are_refused_as_json(client, method, path, status):
    found, said, response = client.ask(method, path, b"{}" if method != "GET" else None)
    assert found == status
    assert said["error_type"] == "Validation"
    assert "Python" not in response.getheader("Server")


@pytest.mark.parametrize("line", [b"\r\n\r\n", b"hello\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 70_000])
def test_what_is_no_http_ends_the_connection(client, line):
    with socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE_SECONDS) as raw:
        raw.sendall(line)
        raw.shutdown(socket.SHUT_WR)
        while raw.recv(1000):
            pass
    assert client.get("/health")[0] == 200


def test_many_requests_travel_on_one_connection(client):
    from http.client import HTTPConnection

    connection = HTTPConnection("127.0.0.1", client.port, timeout=PATIENCE_SECONDS)
    for _ in range(5):
        connection.request("POST", "/embed", json.dumps(BODY), {"Content-Type": "application/json"})
        response = connection.getresponse()
        assert len(json.loads(response.read())[0]) == 384
    connection.close()


def test_who_comes_when_too_many_wait_is_told_to_come_again(serve, encoder):
    slow = Slow(encoder)
    with serve(EmbeddingService(slow, queue=WorkQueue(running=1, waiting=2))) as client, ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(client.ask, "POST", "/embed", json.dumps(BODY).encode()) for _ in range(8)]
        # Those who find no place are answered while the others wait.
        wait_until(lambda: sum(each.done() for each in asked) >= 5)
        slow.let_go.set()
        answers = [each.result() for each in asked]
    assert sorted(status for status, _, _ in answers) == [200] * 3 + [429] * 5
    turned_away = next(answer for answer in answers if answer[0] == 429)
    assert turned_away[1]["error_type"] == "Overloaded"
    assert turned_away[2].getheader("Retry-After") == "1"


def test_connections_are_counted(serve, encoder):
    with serve(EmbeddingService(encoder), most_connections=8) as client:
        idle = [socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE_SECONDS) for _ in range(8)]
        try:
            with socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE_SECONDS) as late:
                assert late.recv(100).startswith(b"HTTP/1.1 429 ")
        finally:
            for each in idle:
                each.close()
        wait_until(lambda: _is_well(client), lambda: "the places of closed connections are not given back")


def test_slow_clients_hold_no_fast_one_up(serve, encoder):
    """More than there are threads, each in the middle of its request; what is asked meanwhile is answered."""
    with serve(EmbeddingService(encoder)) as client:
        head = b"POST /embed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n"
        slow = [socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE_SECONDS) for _ in range(200)]
        try:
            for number, each in enumerate(slow):
                each.sendall(head + (b"\r\n{" if number % 2 else b""))
            with ThreadPoolExecutor(20) as pool:
                answers = list(pool.map(lambda _: client.post("/embed", BODY)[0], range(50)))
        finally:
            for each in slow:
                each.close()
    assert answers == [200] * 50


def test_an_answer_that_nobody_takes_gives_its_place_to_the_next(serve, encoder):
    with serve(EmbeddingService(encoder), timeout=0.5, most_connections=1) as client, socket.socket() as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        raw.connect(("127.0.0.1", client.port))
        # An answer of 16 MB, more than any system takes from us unread.
        body = json.dumps({"inputs": ["a"] * 2_000}).encode()
        head = "POST /embed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        raw.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        assert raw.recv(12) == b"HTTP/1.1 200"
        wait_until(lambda: _is_well(client))


def _is_well(client) -> bool:
    try:
        return client.get("/health")[0] == 200
    except ConnectionError:
        return False


def test_a_client_that_goes_away_hurts_nobody(client, caplog):
    for _ in range(5):
        raw = socket.create_connection(("127.0.0.1", client.port))
        raw.sendall(
            b"POST /embed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
        )
        raw.close()
    assert client.get("/health")[0] == 200
    assert not caplog.records


def test_a_failing_model_is_told_without_the_text(serve, encoder, caplog, capfd):
    with serve(EmbeddingService(Broken(encoder))) as client, caplog.at_level(logging.DEBUG):
        status, said = client.post("/embed", BODY)
    assert (status, said["error_type"]) == (424, "Backend")
    assert "RuntimeError" in caplog.text
    for words in (json.dumps(said), caplog.text, *capfd.readouterr()):
        assert "secret" not in words


def test_nothing_is_written_down_of_what_is_asked(client, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        client.post("/embed", BODY)
        client.post("/embed", {"inputs": "secret " * 500})
        client.get("/secret")
    assert not [record for record in caplog.records if record.name.startswith("findling")]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_others_cannot_reach_it_without_a_key(host):
    with pytest.raises(UsageError, match=r"there is no key.*--key-file"):
        ListenAddress.find(host, 0, open_to_others=False)
    assert not ListenAddress.find(host, 0, open_to_others=True).is_loopback


def test_localhost_is_this_computer():
    assert ListenAddress.find("localhost", 0, open_to_others=False).is_loopback


def test_a_port_that_is_taken_is_named(encoder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(FindlingError, match=f"Port {port} of 127.0.0.1 cannot be used.*--port 0"):
            HttpServer(
                ListenAddress.find("127.0.0.1", port, open_to_others=False),
                build_application(ServedModel(EmbeddingService(encoder), RequestGuard())),
            )
