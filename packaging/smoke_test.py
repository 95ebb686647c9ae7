"""Starts every door of a Findling that is installed, wherever it comes from: `smoke_test.py COMMAND [--window]`.

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

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
QUESTION, ANSWER = "stolen bike", "Neighbours.mbox"
TWICE = "Kitchen notes.md"
PATIENCE_SECONDS = 300.0
_OFFSCREEN = "This plugin does not support"
"""What Qt says where no one sees the window."""

_ROLES = ("--reader", "--writer")


class SmokeError(Exception):
    """Something is not as it should be; the message is for who builds."""


class Smoke:
    """An installed Findling with a library of its own."""

    def __init__(self, command: str, folder: Path) -> None:
        self._command = [command, "--library", str(folder / "library")]
        self._documents = folder / "documents"
        shutil.copytree(SAMPLE, self._documents)
        original = next(self._documents.rglob(TWICE))
        shutil.copy(original, original.with_name(f"again {TWICE}"))
        # No Python that is around may stand in for one that is missing.
        self._around = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LD_"))}
        self._around |= {"NO_COLOR": "1", "FINDLING_PRIORITY": "normal"}

    def run(self, *arguments: str) -> str:
        """Run a command; return what it says.

        Raises:
            SmokeError: it fails, or says something on standard error.
        """
        ran = subprocess.run(
            [*self._command, *arguments],
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
        self.run("--no-progress", "index", str(self._documents))
        status = self._ask("status")
        _expect(status["indexed"] == status["files"] == files, f"{status['indexed']} of {files} files are searchable")
        first = self._ask("search", QUESTION)["results"][0]["path"]
        _expect(Path(first).name == ANSWER, f"{QUESTION!r} finds {first} first")
        _expect(f"again {TWICE}" in self.run("duplicates"), "a copy is no duplicate")
        self.run("similar", first)
        self.run("models")
        self.run("doctor")

    def check_window(self) -> None:
        """Open the window, end its worker, see it come back, ask again, and quit."""
        with self._open_window() as window:
            wait_until(lambda: len(_roles_of(window.pid)) == len(_ROLES), "the window's processes start")
            self.run("app", "--search", QUESTION)
            before = _roles_of(window.pid)
            os.kill(before["--writer"], signal.SIGKILL)
            wait_until(lambda: _roles_of(window.pid).get("--writer", 0) not in (0, before["--writer"]), "a new writer")
            self.run("app", "--quit")
            _expect(window.wait(PATIENCE_SECONDS) == 0, f"the window ended with {window.returncode}")

    def _ask(self, *arguments: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.run("--json", *arguments))
        return answer

    @contextmanager
    def _open_window(self) -> Iterator[subprocess.Popen[str]]:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            window = subprocess.Popen([*self._command, "app"], env=self._around, stderr=said, text=True)
            try:
                yield window
            finally:
                if window.poll() is None:
                    window.kill()
                said.seek(0)
                unexpected = [line for line in said if line.strip() and _OFFSCREEN not in line]
        _expect(not unexpected, f"the window says: {''.join(unexpected)}")


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
    """Start every door; 1 if one does not open."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("command")
    parser.add_argument("--window", action="store_true", help="open the window, too; it needs a screen")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        smoke = Smoke(str(Path(arguments.command).absolute()), Path(folder))
        try:
            smoke.check_commands()
            if arguments.window:
                smoke.check_window()
        except (SmokeError, subprocess.TimeoutExpired) as error:
            print(f"Smoke: {error}", file=sys.stderr)
            return 1
    print("No smoke: every door opens.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
