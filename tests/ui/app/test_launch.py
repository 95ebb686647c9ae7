"""A start opens the window, or reaches the one that is open, however many start at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from findling.paths import LibraryPaths
from findling.ui.app.launch import title_of
from waiting import PATIENCE_SECONDS

LATE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance

class Late(SingleInstance):
    # Claims at once, and is so busy that it listens only later.
    def claim(self):
        claimed = super().claim()
        self._server.close()
        QTimer.singleShot(2_500, lambda: self._server.listen(self.address))
        return claimed

app = QCoreApplication([])
instance = Late(LibraryPaths.inside(Path(sys.argv[1])))
instance.asked.connect(lambda word: print("asked", word, flush=True))
print(instance.claim(), flush=True)
instance.take_requests()
app.exec()
"""

BUSY = """
import sys
import time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance

app = QCoreApplication([])
instance = SingleInstance(LibraryPaths.inside(Path(sys.argv[1])))
instance.asked.connect(lambda word: print("asked", word, flush=True))
print(instance.claim(), flush=True)
instance.take_requests()
time.sleep(6.5)
app.exec()
"""


QUITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance

app = QCoreApplication([])
instance = SingleInstance(LibraryPaths.inside(Path(sys.argv[1])))
instance.asked.connect(lambda word: QTimer.singleShot(300, app.quit) if word == "quit" else None)
print(instance.claim(), flush=True)
instance.take_requests()
app.exec()
"""


OPENING = QUITTING.replace("instance.take_requests()", "QTimer.singleShot(2_500, instance.take_requests)")


def start(*arguments, **around):
    return subprocess.Popen([sys.executable, *map(str, arguments)], stdout=subprocess.PIPE, text=True, **around)


def test_a_start_waits_for_one_that_is_just_opening(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    library = tmp_path / "library"
    first = start("-c", LATE, library)
    try:
        assert first.stdout.readline() == "True\n"
        second = start("-m", "findling", "--library", library, "app", "--search", "boiler")
        second.communicate(timeout=PATIENCE_SECONDS)
        assert second.returncode == 0
        assert first.stdout.readline() == "asked open:boiler\n"
    finally:
        first.kill()
        first.communicate()


def test_one_that_is_busy_for_long_is_asked_only_once(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    library = tmp_path / "library"
    first = start("-c", BUSY, library)
    try:
        assert first.stdout.readline() == "True\n"
        second = start("-m", "findling", "--library", library, "app", "--toggle")
        second.communicate(timeout=PATIENCE_SECONDS)
        assert second.returncode == 0
        third = start("-m", "findling", "--library", library, "app", "findling:search?q=boiler")
        third.communicate(timeout=PATIENCE_SECONDS)
        assert [first.stdout.readline() for _ in range(2)] == ["asked toggle\n", "asked open:boiler\n"]
    finally:
        first.kill()
        first.communicate()


@pytest.mark.parametrize(
    ("paths", "title"),
    [(LibraryPaths.of_platform(), "Findling"), (LibraryPaths.inside(Path("/home/ada/work")), "Findling – work")],
)
def test_the_title_names_a_library_that_is_not_the_usual_one(paths, title):
    assert title_of(paths) == title


def quit_window(library):
    with start("-m", "findling", "--library", library, "app", "--quit", stderr=subprocess.STDOUT) as asking:
        assert asking.communicate(timeout=PATIENCE_SECONDS)[0] == ""
        return asking.returncode


@pytest.mark.parametrize("program", [QUITTING, OPENING], ids=["open", "still opening"])
def test_quitting_waits_until_the_open_one_has_ended(tmp_path, monkeypatch, program):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    library = tmp_path / "library"
    with start("-c", program, library) as first:
        assert first.stdout.readline() == "True\n"
        assert quit_window(library) == 0
        assert first.wait(PATIENCE_SECONDS) == 0


def test_where_none_is_open_quitting_opens_none(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert quit_window(tmp_path / "library") == 0
    assert not (tmp_path / "library").exists()
