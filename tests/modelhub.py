"""A local hub that serves a model's files as the real one does, and misbehaves on demand."""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_CHUNK = 1 << 16
_LARGE = 1 << 20


@dataclass
class Behaviour:
    """Behaviour of the hub; all well unless something is set.

    Attributes:
        redirects: large files are elsewhere, as on the real hub.
        cuts: connections that break off before the hub gets better.
        cut_after: bytes after which they do.
        refusals: answers it gives to downloads before it gets better.
        missing: the end of a path that it does not have.
        damaged: the end of a path of which it flips one bit.
        shorter: the end of a path that it says to be a byte shorter than it is.
        pause: seconds between two chunks of 64 kB.
        knows_ranges: it goes on where a download broke off.
        names_hashes: it says what a file's hash is.
        silences: downloads in which it falls silent, for a second, before it gets better.
    """

    redirects: bool = False
    cuts: int = 0
    cut_after: int = 3 << 20
    refusals: list[int] = field(default_factory=list)
    missing: str = "\0"
    damaged: str = "\0"
    shorter: str = "\0"
    pause: float = 0.0
    knows_ranges: bool = True
    names_hashes: bool = True
    silences: int = 0


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]

    @property
    def start(self) -> int:
        """First byte that is requested."""
        return int(self.headers.get("range", "bytes=0-").removeprefix("bytes=").removesuffix("-"))


class Hub(ThreadingHTTPServer):
    """Server of the files under a folder as those of every repository, at one commit."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.behaviour = Behaviour()
        self.requests: list[Request] = []
        self.address = f"http://127.0.0.1:{self.server_address[1]}"

    def downloads(self, end: str) -> list[Request]:
        """Return the downloads of a file, in order."""
        return [it for it in self.requests if it.method == "GET" and it.path.endswith(end)]

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore clients that hang up."""


@contextmanager
def running_hub(folder: Path) -> Iterator[Hub]:
    """Run a hub that serves a folder."""
    hub = Hub(folder)
    thread = threading.Thread(target=hub.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield hub
    finally:
        hub.shutdown()
        thread.join()
        hub.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Hub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        # A proxy is asked with the whole address.
        path = urlsplit(self.path).path
        self.server.requests.append(Request(self.command, path, headers))
        behaviour = self.server.behaviour
        elsewhere = path.startswith("/elsewhere/")
        name = path.removeprefix("/elsewhere/") if elsewhere else path.partition(f"/resolve/{COMMIT}/")[2]
        file = self.server.folder / name
        if with_body and behaviour.refusals:
            self._refuse(behaviour.refusals.pop(0))
        elif not name or not file.is_file() or name.endswith(behaviour.missing):
            self._refuse(404, {"X-Error-Code": "EntryNotFound"})
        elif behaviour.redirects and not elsewhere and file.stat().st_size > _LARGE:
            self._redirect(name, file.read_bytes())
        else:
            self._serve(name, file.read_bytes(), with_body=with_body)

    def _refuse(self, status: int, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for header, value in {"Content-Length": "0", "Retry-After": "0", **(headers or {})}.items():
            self.send_header(header, value)
        self.end_headers()

    def _redirect(self, name: str, data: bytes) -> None:
        self.send_response(302)
        self._describe(name, data)
        self.send_header("X-Linked-Size", str(len(data)))
        # The other host of the real hub is the same machine by another name here.
        self.send_header("Location", f"{self.server.address.replace('127.0.0.1', 'localhost')}/elsewhere/{name}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _serve(self, name: str, data: bytes, *, with_body: bool) -> None:
        behaviour = self.server.behaviour
        if with_body and name.endswith(behaviour.damaged):
            data = data[:-1] + bytes([data[-1] ^ 1])
        if name.endswith(behaviour.shorter):
            data = data[:-1]
        start = self.server.requests[-1].start if behaviour.knows_ranges else 0
        body = data[start:]
        self.send_response(206 if start else 200)
        self._describe(name, data)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            with contextlib.suppress(OSError):
                self._send(body)

    def _describe(self, name: str, data: bytes) -> None:
        self.send_header("X-Repo-Commit", COMMIT)
        if not self.server.behaviour.names_hashes:
            self.send_header("ETag", '"no-hash"')
        elif len(data) > _LARGE:
            self.send_header("X-Linked-Etag", f'"{hashlib.sha256(data).hexdigest()}"')
        else:
            self.send_header("ETag", f'"{git_hash((self.server.folder / name).read_bytes())}"')

    def _send(self, body: bytes) -> None:
        behaviour = self.server.behaviour
        if behaviour.cuts and len(body) > behaviour.cut_after:
            behaviour.cuts -= 1
            self.wfile.write(body[: behaviour.cut_after])
            self.close_connection = True
            return
        if behaviour.silences and len(body) > behaviour.cut_after:
            behaviour.silences -= 1
            self.wfile.write(body[: behaviour.cut_after])
            time.sleep(1)
            self.close_connection = True
            return
        for start in range(0, len(body), _CHUNK):
            self.wfile.write(body[start : start + _CHUNK])
            time.sleep(behaviour.pause)

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def git_hash(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
