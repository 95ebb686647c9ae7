"""Starts every entry point of an installed Findling, wherever it comes from: `smoke_test.py COMMAND [--window]`.

It needs nothing but Python. Any line on standard error that is not expected fails it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
QUESTION, ANSWER = "stolen bike", "Neighbours.mbox"
TWICE = "Kitchen notes.md"
PASSPHRASE = "correct horse battery"  # noqa: S105 - of a library that is made and thrown away here
PATIENCE_SECONDS = 300.0
_EXPECTED = (
    "This plugin does not support",  # Qt, where no one sees the window
    "device_discovery.cc",  # ONNX Runtime: the confined recogniser may not look for graphics cards, and needs none
    "Ended.",  # the server, when it is told to
)
"""Patterns of the lines that standard error may hold."""

_ROLES = ("--reader", "--writer")
_DIMENSIONS = 384
"""Dimensions of the model that ships with Findling."""

_CLIENT = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "smoke", "version": "1"}}
_ASSISTANT: tuple[tuple[str, dict[str, Any]], ...] = (("initialize", _CLIENT), ("tools/list", {}))
"""First question of an assistant, by the Model Context Protocol."""


class SmokeError(Exception):
    """Fault in what was built; the message is for who builds."""


class Smoke:
    """An installed Findling with a library of its own."""

    def __init__(self, command: str, folder: Path) -> None:
        # How work goes is told on standard error, wherever it takes longer than a moment.
        self._command = [command, "--library", str(folder / "library"), "--no-progress"]
        self._library = folder / "library"
        self._documents = folder / "documents"
        shutil.copytree(SAMPLE, self._documents)
        original = next(self._documents.rglob(TWICE))
        shutil.copy(original, original.with_name(f"again {TWICE}"))
        # No Python that is around may stand in for one that is missing.
        self._around = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LD_"))}
        self._around |= {"NO_COLOR": "1", "FINDLING_PRIORITY": "normal"}

    def run(self, *arguments: str, typed: str = "") -> str:
        """Run a command, with what is typed on its standard input; return what it says.

        Raises:
            SmokeError: it fails, or says something on standard error.
        """
        ran = subprocess.run(
            [*self._command, *arguments],
            input=typed,
            env=self._around,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        if ran.returncode or ran.stderr.strip():
            raise SmokeError(f"{' '.join(arguments)}: {ran.returncode}, {ran.stderr.strip()}")
        return ran.stdout

    def check_commands(self) -> None:
        """Read the sample, find by meaning, find what is there twice, and have everything looked over."""
        self.run("--version")
        files = sum(path.is_file() for path in self._documents.rglob("*"))
        self.run("index", str(self._documents))
        status = self._ask("status")
        _expect(status["indexed"] == status["files"] == files, f"{status['indexed']} of {files} files are searchable")
        first = self._ask("search", QUESTION)["results"][0]["path"]
        _expect(Path(first).name == ANSWER, f"{QUESTION!r} finds {first} first")
        _expect(f"again {TWICE}" in self.run("duplicates"), "a copy is no duplicate")
        self.run("similar", first)
        for command in ("topics", "models", "doctor", "labels", "calls"):
            self.run(command)
        self.run("history", first)
        self.run("export", "--what", "files", str(self._documents.parent / "exported"))

    def check_encryption(self) -> None:
        """Encrypt the library, ask it with its passphrase, and decrypt it; only Linux can."""
        head = next(self._library.rglob("library.db"))
        _expect(head.read_bytes()[:6] == b"SQLite", "a library is plain before it is encrypted")
        given = f"{PASSPHRASE}\n"
        self.run("--passphrase-stdin", "encrypt", typed=given)
        _expect(head.read_bytes()[:6] != b"SQLite", "an encrypted library is plain")
        first = self._find_first("--passphrase-stdin", typed=given)
        _expect(first == ANSWER, f"{QUESTION!r} finds {first} first in an encrypted library")
        self.run("--passphrase-stdin", "index", typed=given)
        self.run("--passphrase-stdin", "decrypt", typed=given)
        _expect(head.read_bytes()[:6] == b"SQLite", "a decrypted library is not plain")
        first = self._find_first()
        _expect(first == ANSWER, f"{QUESTION!r} finds {first} first in a decrypted library")

    def _find_first(self, *options: str, typed: str = "") -> str:
        found = json.loads(self.run("--json", *options, "search", QUESTION, typed=typed))["results"]
        return Path(found[0]["path"]).name

    def check_processes(self) -> None:
        """Have what reads documents and pictures get ready, and end when nobody asks it anything."""
        for role in ("--parser", "--recogniser"):
            ran = subprocess.run(
                [self._command[0], role],
                input="",
                env=self._around,
                capture_output=True,
                text=True,
                timeout=PATIENCE_SECONDS,
                check=False,
            )
            unexpected = _find_unexpected(ran.stderr)
            _expect('"ready"' in ran.stdout and not unexpected, f"{role}: {ran.stdout} {unexpected}")

    def check_servers(self) -> None:
        """Ask as an assistant does, and as a program that wants embeddings."""
        with self._start("mcp") as server:
            for number, (method, arguments) in enumerate(_ASSISTANT):
                asked = {"jsonrpc": "2.0", "id": number, "method": method, "params": arguments}
                print(json.dumps(asked), file=server.stdin, flush=True)
                answer = json.loads(server.stdout.readline()) if server.stdout else {}
                _expect("result" in answer, f"{method}: {answer}")
            if server.stdin:
                server.stdin.close()
            _expect(server.wait(PATIENCE_SECONDS) == 0, f"mcp ended with {server.returncode}")
        with self._start("serve", "--port", "0") as server:
            said = server.stdout.readline() if server.stdout else ""
            address = said.partition(" at ")[2].partition(";")[0]
            body = json.dumps({"inputs": QUESTION}).encode()
            asked_for = Request(f"{address}/embed", body, {"Content-Type": "application/json"})  # noqa: S310
            with urlopen(asked_for, timeout=PATIENCE_SECONDS) as answered:  # noqa: S310 - to the server just started
                _expect(len(json.load(answered)[0]) == _DIMENSIONS, f"an embedding of {_DIMENSIONS} numbers")
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE_SECONDS)

    def check_window(self) -> None:
        """Open the window, end its worker, see it come back, ask again, and quit."""
        with self._start("app") as window:
            wait_until(lambda: len(_roles_of(window.pid)) == len(_ROLES), "the window's processes start")
            self.run("app", "--search", QUESTION)
            before = _roles_of(window.pid)
            os.kill(before["--writer"], signal.SIGKILL)
            wait_until(lambda: _roles_of(window.pid).get("--writer", 0) not in (0, before["--writer"]), "a new writer")
            # A window that has just got a new writer may have its hands full, and asks to try again.
            wait_until(lambda: self._succeeds("app", "--quit"), "the window takes the order to quit")
            _expect(window.wait(PATIENCE_SECONDS) == 0, f"the window ended with {window.returncode}")

    def _succeeds(self, *arguments: str) -> bool:
        try:
            self.run(*arguments)
        except SmokeError:
            return False
        return True

    def _ask(self, *arguments: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.run("--json", *arguments))
        return answer

    @contextmanager
    def _start(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            pipe = subprocess.PIPE
            command = [*self._command, *arguments]
            running = subprocess.Popen(command, env=self._around, text=True, stdin=pipe, stdout=pipe, stderr=said)
            try:
                yield running
            finally:
                if running.poll() is None:
                    running.kill()
                    running.wait()
                said.seek(0)
                unexpected = _find_unexpected(said.read())
        _expect(not unexpected, f"{arguments[0]} says: {unexpected}")


def _find_unexpected(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.strip() and not any(each in line for each in _EXPECTED)]


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds.

    Raises:
        SmokeError: it does not for five minutes.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            raise SmokeError(f"in vain: {what}")
        time.sleep(0.2)


def _roles_of(parent: int) -> dict[str, int]:
    """Return the roles of a process's children, with their numbers (proc(5))."""
    found: dict[str, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text().split("\0")
            is_child = (folder / "stat").read_text().rpartition(")")[2].split()[1] == str(parent)
        except OSError:
            continue
        found |= {role: int(folder.name) for role in _ROLES if is_child and role in words}
    return found


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SmokeError(otherwise)


def main() -> int:
    """Start every entry point; 1 if one does not start."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("command")
    parser.add_argument("--window", action="store_true", help="open the window, too; it needs a screen")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        smoke = Smoke(str(Path(arguments.command).absolute()), Path(folder))
        try:
            smoke.check_commands()
            if sys.platform == "linux":
                smoke.check_encryption()
            smoke.check_processes()
            smoke.check_servers()
            if arguments.window:
                smoke.check_window()
        except (SmokeError, subprocess.TimeoutExpired) as error:
            print(f"Smoke: {error}", file=sys.stderr)
            return 1
    print("No smoke: every entry point starts.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
