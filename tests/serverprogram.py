"""Process that serves its parent as a `StdioServer`, in the way that its argument names."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from findling.ipc.codec import MessageError
from findling.ipc.stdio_server import StdioServer

_TEN_HOURS = 36_000
"""Seconds of work that nothing waits for: a test that did would hang."""


def decode(line: bytes) -> str:
    if line.startswith(b"?"):
        raise MessageError("a question mark")
    return line.decode().strip()


def encode(word: str) -> bytes:
    return word.encode() + b"\n"


def main(manner: str) -> None:
    server: StdioServer[str, str] = StdioServer.claim(decode, encode)
    match manner:
        case "echo":
            server.listen(server.send)
        case "first":
            server.send(repr(server.receive_first()))
        case "noisy":
            print("a stray print")
            subprocess.run(["echo", "a stray child"], check=True)
            os.write(1, b"stray bytes\n")
            server.send(f"standard input holds {sys.stdin.read()!r}")
        case "finishing":
            server.listen(server.send, lambda: server.send("goodbye"))
        case "deaf":
            server.work(lambda: time.sleep(_TEN_HOURS) or 0, server.send)
        case "deaf for a moment":
            server.work(lambda: time.sleep(_TEN_HOURS) or 0, server.send, lambda: server.send("goodbye"), 0.2)
        case "done":
            server.work(lambda: 7, server.send)
        case "a bug in work":
            server.work(lambda: 1 // 0, server.send)
        case "a bug in hearing":
            server.work(lambda: time.sleep(_TEN_HOURS) or 0, lambda _: 1 / 0)


if __name__ == "__main__":
    main(sys.argv[1])
