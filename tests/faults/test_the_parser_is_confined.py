"""A reader that a document has taken over gets at nothing: every attempt fails, and would succeed unconfined."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import hostileparser
from findling.extraction.sandbox.parser_sandbox import Sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux confines; elsewhere it was never seen running")

FILES = ("document.txt", "thesis.txt", "photo.txt", "draft.txt", "a.txt", ".ssh/id_rsa", "library/library.db")


@dataclass
class Victim:
    folder: Path
    port: int
    address: str
    listening: socket.socket

    def receive(self) -> bytes:
        """Return what was sent to the program that listens."""
        try:
            link, _ = self.listening.accept()
        except BlockingIOError:
            return b""
        with link:
            return link.recv(100)

    def attack(self, how: str) -> tuple[list[str], list[str]]:
        """Have a document read by the hostile parser; return what it tried, and what succeeded."""
        document = self.folder / "document.txt"
        arguments = [str(self.folder), str(self.port), self.address, how]
        with Sandbox(command=[sys.executable, "-P", str(Path(hostileparser.__file__)), *arguments]) as sandbox:
            extraction = sandbox.read(document, lambda _: False).extraction
        assert extraction is not None
        told = json.loads(extraction.text)
        return told["tried"], told["succeeded"]

    def snapshot(self) -> dict[Path, tuple[int, int, bytes]]:
        """Return mode, time and bytes of every file."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return {path: (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture
def victim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Victim]:
    folder = tmp_path / "home"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("ten years of work\n")
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.create_server(("127.0.0.1", 0)) as network, socket.socket(socket.AF_UNIX) as local:
        local.bind("socket")
        local.listen()
        local.setblocking(False)
        found = Victim(folder, network.getsockname()[1], "socket", local)
        yield found


def test_a_parser_that_is_taken_over_finds_every_door_shut(victim: Victim) -> None:
    before = victim.snapshot()
    tried, succeeded = victim.attack("confined")
    assert succeeded == []
    assert len(tried) > 50
    assert victim.snapshot() == before
    assert victim.receive() == b""


def test_the_same_attempts_succeed_without_confinement(victim: Victim) -> None:
    tried, succeeded = victim.attack("unconfined")
    assert victim.receive() == b"stolen"
    # What the system refuses an ordinary user anyway, the limit on what is written, and what a kernel may lack.
    refused = set(tried) - set(succeeded)
    assert refused <= {
        "read the parent's memory", "open by another call", "create without a name", "set an attribute",
        "make a socket of AF_PACKET", "take a file of the parent", "join a network", "queue system calls",
        "write a file after all",
    }  # fmt: skip
