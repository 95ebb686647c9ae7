"""The bundled model, served on a free port of this computer."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import pytest

from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.cross_encoder import CrossEncoder
from findling.embedding.encoder import Encoder
from findling.processes.http_api.embedding_service import EmbeddingService
from findling.processes.http_api.request_guard import RequestGuard
from findling.processes.http_api.served_paths import ServedModel, build_application
from findling.processes.http_api.server import MAX_CONNECTIONS, HttpServer, ListenAddress
from findling.sharing.access_gate import AccessGate
from tinycrossencoder import install
from waiting import PATIENCE_SECONDS


@dataclass
class Client:
    """Asks one server, each time anew."""

    port: int

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, Any, HTTPResponse]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        connection.request(method, path, body, {"Content-Type": "application/json"} | (headers or {}))
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, json.loads(content) if content else None, response

    def post(self, path: str, document: object, headers: dict[str, str] | None = None) -> tuple[int, Any]:
        status, content, _ = self.ask("POST", path, json.dumps(document).encode(), headers)
        return status, content

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, Any]:
        return self.ask("GET", path, None, headers)[:2]


@contextmanager
def running(
    service: EmbeddingService,
    guard: RequestGuard | None = None,
    timeout: float = PATIENCE_SECONDS,
    gate: AccessGate | None = None,
    most_connections: int = MAX_CONNECTIONS,
) -> Iterator[Client]:
    app = build_application(ServedModel(service, guard or RequestGuard(), gate))
    place = ListenAddress.find("127.0.0.1", 0, open_to_others=False)
    server = HttpServer(place, app, seconds=timeout, most_connections=most_connections)
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield Client(int(server.url.rpartition(":")[2]))
    finally:
        server.stop()
        thread.join()


Run = Callable[..., Any]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Encoder.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue())))


@pytest.fixture(scope="session")
def reranker(tmp_path_factory: pytest.TempPathFactory) -> CrossEncoder:
    return CrossEncoder.open(install(tmp_path_factory.mktemp("models")), threads=1)


@pytest.fixture(scope="session")
def client(encoder: Encoder, reranker: CrossEncoder) -> Iterator[Client]:
    with running(EmbeddingService(encoder, reranker)) as found:
        yield found


@pytest.fixture(scope="session")
def serve() -> Run:
    """Serves as told."""
    return running
