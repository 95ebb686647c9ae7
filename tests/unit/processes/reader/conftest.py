"""A small real library, and clients of real reader processes."""

from __future__ import annotations

import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from findling.paths import LibraryPaths
from findling.processes.reader.messages import Init, Question, Reply, Request, Response, Started, from_reader, to_line
from waiting import PATIENCE_SECONDS
from workspace import Workspace


class Window:
    """Client of a reader process, in the place of the window."""

    def __init__(self, paths: LibraryPaths, command: tuple[str, ...]) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._heard: queue.Queue[bytes] = queue.Queue()
        self._number = 0
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        self.write(to_line(Init(paths)))
        assert isinstance(from_reader(self._heard.get(timeout=PATIENCE_SECONDS)), Started)

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._heard.put(line)

    def write(self, line: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def send(self, *questions: Question) -> list[int]:
        """Ask all at once; return the questions' numbers."""
        numbers = [self._number + 1 + place for place in range(len(questions))]
        self._number += len(questions)
        self.write(b"".join(to_line(Request(*each)) for each in zip(numbers, questions, strict=True)))
        return numbers

    def hear(self) -> Response:
        answered = from_reader(self._heard.get(timeout=PATIENCE_SECONDS))
        assert isinstance(answered, Response)
        return answered

    def hear_all(self, numbers: list[int]) -> list[Response]:
        """Return all responses until each of these questions has its last one, in order."""
        heard: list[Response] = []
        left = set(numbers)
        while left:
            heard.append(self.hear())
            if heard[-1].final:
                left.remove(heard[-1].number)
        return heard

    def replies(self, question: Question) -> list[Reply]:
        """Return all replies to one question, in order."""
        numbers = self.send(question)
        return [answered.reply for answered in self.hear_all(numbers) if answered.number == numbers[0]]

    def ask(self, question: Question) -> Reply:
        """Return the last reply to one question."""
        return self.replies(question)[-1]

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children()

    def close(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        assert self.process.stderr
        self.process.stdin.close()
        try:
            self.process.wait(PATIENCE_SECONDS)
        finally:
            self.process.kill()
            self._listener.join()
            self.process.stdout.close()
            self.process.stderr.close()


Open = Callable[..., Window]


@pytest.fixture
def open_window() -> Iterator[Open]:
    windows: list[Window] = []

    def opened(paths: LibraryPaths, command: tuple[str, ...] = (sys.executable, "-m", "findling", "--reader")):
        windows.append(Window(paths, command))
        return windows[-1]

    yield opened
    for window in windows:
        window.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory, sample_library: Path) -> Workspace:
    """The sample library, indexed; for reading only."""
    workspace = Workspace.at(tmp_path_factory.mktemp("reader"))
    shutil.copytree(sample_library, workspace.folder, dirs_exist_ok=True)
    workspace.write("broken.pdf", b"%PDF-1.7\nno page")
    workspace.write("copy of the list.txt", next(workspace.folder.rglob("Reading list.txt")).read_bytes())
    workspace.index()
    return workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.at(tmp_path)
