"""A second start asks the first one to come forward."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance
from waiting import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.logging import _QtLogLibraryHandler as QtLog
    from pytestqt.qtbot import QtBot

_HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(LibraryPaths.inside(Path(sys.argv[1])))
instance.asked.connect(lambda word: print("asked", word, flush=True))
print(instance.claim(), flush=True)
instance.take_requests()
app.exec()
"""
_ASK = """
import sys
from pathlib import Path
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance
print(SingleInstance(LibraryPaths.inside(Path(sys.argv[1]))).ask_other(sys.argv[2]), "PySide6.QtGui" in sys.modules)
"""


@pytest.fixture(autouse=True)
def _session_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))


@pytest.fixture
def first(paths: LibraryPaths) -> Iterator[SingleInstance]:
    instance = SingleInstance(paths)
    assert instance.claim()
    instance.take_requests()
    yield instance
    instance.release()


def _start(program: str, paths: LibraryPaths, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, str(paths.data), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_the_second_is_told_that_another_runs(first: SingleInstance, paths: LibraryPaths) -> None:
    assert not SingleInstance(paths).claim()


@pytest.mark.parametrize("is_next", [False, True], ids=["the first window", "one in the place of another"])
def test_what_is_asked_of_one_that_is_still_opening_waits_for_it(
    qtbot: QtBot, paths: LibraryPaths, is_next: bool
) -> None:
    opening = SingleInstance(paths)
    assert opening.claim()
    if is_next:
        opening.take_requests()
        opening.hold_requests()
    asked: list[str] = []
    opening.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(opening.address)
    socket.write(b"open:boiler\n")
    qtbot.waitUntil(
        lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState and not socket.bytesToWrite()
    )
    assert asked == []
    opening.take_requests()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert asked == ["open:boiler"]
    opening.release()


def test_another_library_has_a_window_of_its_own(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(LibraryPaths.inside(tmp_path / "other"))
    assert other.claim()
    other.release()


@pytest.mark.parametrize("word", ["show", "toggle", "open:what the boiler loses, größer"])
def test_what_another_process_asks_is_heard(
    qtbot: QtBot, first: SingleInstance, paths: LibraryPaths, word: str
) -> None:
    with qtbot.waitSignal(first.asked) as asked:
        other = _start(_ASK, paths, word)
    assert asked.args == [word]
    output, _ = other.communicate(timeout=PATIENCE_SECONDS)
    assert output.split() == ["True", "False"], "it was heard, and asking took none of what draws windows"


def test_asking_where_none_runs_says_so(paths: LibraryPaths) -> None:
    assert not SingleInstance(paths).ask_other("show")


def test_one_that_was_killed_leaves_room_for_the_next(paths: LibraryPaths) -> None:
    killed = _start(_HOLD, paths)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "True\n"
    assert not SingleInstance(paths).claim()
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=PATIENCE_SECONDS)
    after = SingleInstance(paths)
    assert not after.ask_other("show")
    assert after.claim()
    after.release()


def test_of_two_that_start_at_once_one_runs(paths: LibraryPaths) -> None:
    both = [_start(_HOLD, paths) for _ in range(2)]
    said = [each.stdout.readline() for each in both if each.stdout is not None]
    for each in both:
        each.kill()
        each.communicate(timeout=PATIENCE_SECONDS)
    assert sorted(said) == ["False\n", "True\n"]


@pytest.mark.parametrize("garbage", [b"\xff\xfe\x00\n", b"delete\n", b"x" * 100_000, b"show"])
def test_garbage_asks_for_nothing_and_harms_nothing(
    qtbot: QtBot, first: SingleInstance, paths: LibraryPaths, garbage: bytes
) -> None:
    asked: list[str] = []
    first.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(first.address)
    socket.write(garbage)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert asked == []
    with qtbot.waitSignal(first.asked):
        sound = _start(_ASK, paths, "show")
    sound.communicate(timeout=PATIENCE_SECONDS)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no folder")
def test_one_that_cannot_be_reached_opens_all_the_same_and_says_why(
    paths: LibraryPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    instance = SingleInstance(paths)
    assert instance.claim()
    assert instance.unreachable_reason == f"the name {instance.address} is too long"
    assert not SingleInstance(paths).claim(), "it is the one that runs"
    instance.release()


def test_one_that_can_be_reached_has_nothing_to_say(first: SingleInstance) -> None:
    assert first.unreachable_reason == ""


def test_a_query_that_is_too_long_is_not_sent(first: SingleInstance, paths: LibraryPaths) -> None:
    assert not SingleInstance(paths).ask_other("open:" + "word " * 2_000)


def test_a_request_that_is_taken_leaves_nothing_on_standard_error(
    qtbot: QtBot, first: SingleInstance, paths: LibraryPaths, qtlog: QtLog
) -> None:
    with qtbot.waitSignal(first.asked, timeout=PATIENCE_SECONDS * 1_000):
        asking = _start(_ASK, paths, "show")
    assert asking.communicate(timeout=PATIENCE_SECONDS)[0].startswith("True")
    assert [record.message for record in qtlog.records] == []
