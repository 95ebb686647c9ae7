"""An embedding server with the APIs of TEI and OpenAI, and faults on demand."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Vectors = Callable[[list[str]], list[list[float]]]


class FaultyServer(ThreadingHTTPServer):
    """Server that answers from `vectors`, after the faults in `faults`.

    Attributes:
        faults: functions of the handler, each for one request with a document; one that returns True has answered.
        asked: the texts of each such request, in order.
        headers: of the latest request.
        most: texts that it takes in one request; more are refused with `refusal`.
        refusal: the status for that.
        info: what /info says.
    """

    daemon_threads = True

    def __init__(self, vectors: Vectors) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.vectors = vectors
        self.faults: deque[Callable[[_Handler], bool]] = deque()
        self.asked: list[list[str]] = []
        self.times: list[float] = []
        self.headers: dict[str, str] = {}
        self.most = 10_000
        self.refusal = 422
        self.info: Any = {"model_id": "tests/model", "model_dtype": "int8", "max_client_batch_size": 32}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore clients that went away."""


class _Handler(BaseHTTPRequestHandler):
    server: FaultyServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self.server.headers = dict(self.headers)
        if self.path == "/info":
            self.say(200, self.server.info)
        elif self.path == "/v1/models":
            self.say(200, {"data": [{"id": self.server.info["model_id"]}]})
        else:
            self.say(404, {})

    def do_POST(self) -> None:
        document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        texts = document.get("inputs") or document.get("input") or document.get("texts")
        self.server.asked.append(texts)
        self.server.times.append(time.monotonic())
        self.server.headers = dict(self.headers)
        if self.server.faults and self.server.faults.popleft()(self):
            return
        if len(texts) > self.server.most:
            self.say(self.server.refusal, {"error": "batch size too large", "error_type": "Validation"})
        elif self.path == "/embed":
            self.say(200, self.server.vectors(texts))
        elif self.path == "/v1/embeddings":
            rows = [{"index": i, "embedding": v} for i, v in enumerate(self.server.vectors(texts))]
            self.say(200, {"data": rows[::-1]})
        elif self.path == "/rerank":
            scores = [{"index": i, "score": len(text) / 1000} for i, text in enumerate(texts)]
            self.say(200, sorted(scores, key=lambda rank: -rank["score"]))
        else:
            self.say(404, {})

    def say(self, status: int, document: object, headers: dict[str, str] | None = None) -> None:
        self.send_bytes(status, json.dumps(document).encode(), headers)

    def send_bytes(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@contextmanager
def serving(vectors: Vectors) -> Iterator[FaultyServer]:
    server = FaultyServer(vectors)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def refuse(status: int, words: str = "", headers: dict[str, str] | None = None) -> Callable[[_Handler], bool]:
    """Answer with an error, as TEI does."""

    def fault(handler: _Handler) -> bool:
        handler.say(status, {"error": words, "error_type": "Tests"}, headers)
        return True

    return fault


def answer(body: bytes) -> Callable[[_Handler], bool]:
    """Answer with these bytes and status 200."""

    def fault(handler: _Handler) -> bool:
        handler.send_bytes(200, body)
        return True

    return fault


def hang_up(handler: _Handler) -> bool:
    """End the connection in the middle of an answer."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[[0.1,")
    handler.close_connection = True
    return True


def drip(handler: _Handler) -> bool:
    """Answer a byte at a time, without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    handler.close_connection = True
    try:
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        pass
    return True


def stall(handler: _Handler) -> bool:
    """Say nothing for two seconds."""
    time.sleep(2)
    handler.close_connection = True
    return True
