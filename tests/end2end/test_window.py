"""The desktop app as a user meets it: a real window on a real screen, real keys, real files."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screen import Screen, missing_tools, switched_on
from waiting import PATIENCE_SECONDS, wait_until
from workspace import Workspace

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server"),
    pytest.mark.skipif(bool(missing_tools()), reason="needs a real window (sudo apt-get install xvfb openbox xdotool)"),
]
PROGRAM = Path(__file__).resolve().parent.parent / "windowprogram.py"


class App:
    """The app, started as a program, seen through what it shows."""

    def __init__(self, screen: Screen, library: Path, *folders: Path, **environment: str) -> None:
        self.screen = screen
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(time.time()), str(library), *map(str, folders)],
            env=screen.environment | environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.window = screen.activate("^Findling")

    def tell(self, what: str = "windows") -> dict:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        assert select.select([self._process.stdout], [], [], PATIENCE_SECONDS)[0], "the window does not answer"
        return json.loads(self._process.stdout.readline())

    def shown(self) -> dict:
        """Return the text of the main window."""
        return next(window for window in self.tell()["windows"] if window["title"].startswith("Findling"))

    def texts(self) -> str:
        return "\n".join(self.shown()["texts"])

    def results(self) -> list[str]:
        """The rows of the result list, as a screen reader has them."""
        return max(self.shown()["lists"].values(), key=len, default=[])

    def wait_until(self, is_so: Callable[[], object]) -> None:
        wait_until(is_so, self.shown)

    def children(self) -> list[int]:
        listed = subprocess.run(["pgrep", "-P", str(self._process.pid)], capture_output=True, text=True, check=False)
        return [int(pid) for pid in listed.stdout.split()]

    def wait_for_end(self) -> int:
        return self._process.wait(PATIENCE_SECONDS)

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate(timeout=PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with switched_on() as screen:
        yield screen


@pytest.fixture
def sample(tmp_path, sample_library) -> Path:
    folder = tmp_path / "papers"
    shutil.copytree(sample_library, folder)
    return folder


@pytest.fixture
def opened(tmp_path) -> Path:
    """Return the file in which a stub of the desktop's opener records what it is asked to open."""
    tools = tmp_path / "tools"
    tools.mkdir()
    noted = tmp_path / "opened.txt"
    opener = tools / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{noted}"\n')
    opener.chmod(0o755)
    return noted


@pytest.fixture(scope="module")
def indexed(tmp_path_factory, sample_library) -> Workspace:
    """Return a folder with the sample and its library, which is copied before it is used."""
    workspace = Workspace.at(tmp_path_factory.mktemp("indexed"))
    shutil.copytree(sample_library, workspace.folder, dirs_exist_ok=True)
    workspace.index()
    return workspace


@pytest.fixture
def app(screen, tmp_path, indexed) -> Iterator[App]:
    """A window of a library in which the sample is indexed."""
    shutil.copytree(indexed.paths.data, tmp_path / "library")
    app = App(screen, tmp_path / "library", indexed.folder)
    app.wait_until(lambda: "up to date" in app.texts())
    yield app
    app.close()


@pytest.fixture
def new_app(screen, tmp_path, sample, opened) -> Iterator[App]:
    """A window of a new library, to which a folder with the sample is given."""
    tools = tmp_path / "tools"
    app = App(screen, tmp_path / "library", sample, PATH=f"{tools}:{os.environ['PATH']}")
    app.wait_until(lambda: "up to date" in app.texts())
    yield app
    app.close()


def test_a_user_finds_reads_opens_pauses_and_quits(new_app, screen, opened):
    app = new_app
    screen.press("ctrl+k")
    screen.type("how is the rent paid")
    app.wait_until(lambda: any("Lease of the house" in row for row in app.results()[:1]))
    app.wait_until(lambda: "Page 1 of 3" in app.texts())
    # An answer that comes only now begins again at its first passage.
    app.wait_until(lambda: screen.press("F3") or "2 of" in app.texts())
    screen.press("Return")
    app.wait_until(lambda: opened.exists() and "Lease" in opened.read_text())
    screen.press("ctrl+p")
    app.wait_until(lambda: "paused" in app.texts())
    screen.press("ctrl+p")
    app.wait_until(lambda: "up to date" in app.texts())
    screen.press("ctrl+2")
    app.wait_until(lambda: "could be freed" in app.texts())
    screen.press("ctrl+3")
    app.wait_until(lambda: "too few documents for topics" in app.texts())
    screen.press("ctrl+4")
    app.wait_until(lambda: "No labels yet" in app.texts())
    screen.press("ctrl+5")
    app.wait_until(lambda: "Folders" in app.texts())
    screen.press("ctrl+6")
    app.wait_until(lambda: "bge-base-en" in app.texts())
    screen.press("ctrl+7")
    app.wait_until(lambda: "Appearance" in app.texts())
    children = app.children()
    assert len(children) >= 2
    screen.press("ctrl+q")
    assert app.wait_for_end() == 0
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def test_arrows_move_the_selection_while_the_caret_stays_in_the_box(app, screen):
    screen.press("ctrl+k")
    screen.type("water in the kitchen")
    app.wait_until(lambda: len(app.results()) > 3)
    title = lambda: app.shown()["texts"]  # noqa: E731
    before = title()
    screen.press("Down")
    app.wait_until(lambda: title() != before)
    screen.type("x")
    app.wait_until(lambda: "water in the kitchenx" in app.texts())
    screen.press("Escape")
    app.wait_until(lambda: "water in the kitchenx" not in app.texts())


def test_a_result_is_dragged_into_another_program(app, screen, indexed):
    screen.place(app.window, 0, 0, 700, 700)
    basket = subprocess.Popen(
        [sys.executable, str(PROGRAM.parent / "droptarget.py"), "800", "100", "400", "400"],
        env=screen.environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        screen.activate("^Basket")
        screen.activate("^Findling")
        screen.press("ctrl+k")
        screen.type("when may the rent be raised")
        app.wait_until(lambda: any("Lease of the house" in row for row in app.results()[:1]))
        screen.drag(tuple(app.shown()["first_row"]), (1_000, 300))
        assert basket.stdout is not None
        assert select.select([basket.stdout], [], [], PATIENCE_SECONDS)[0], "nothing was dropped"
        dropped = json.loads(basket.stdout.readline())
    finally:
        basket.kill()
        basket.communicate()
    [uri] = dropped["uris"].splitlines()
    [path] = [each for each in indexed.folder.rglob("*") if each.as_uri() == uri]
    assert "ease" in path.name
    assert dropped["text"] == str(path)
    assert dropped["action"] == "CopyAction"


def test_a_file_that_comes_while_the_window_is_open_is_found(new_app, screen, sample):
    app = new_app
    (sample / "zeppelin.txt").write_text("The zeppelin over the harbour was silver, and nobody believed us.")
    app.wait_until(lambda: "19 file" in app.texts() and "up to date" in app.texts())
    screen.press("ctrl+k")
    screen.type("zeppelin over the harbour")
    app.wait_until(lambda: any("zeppelin" in row for row in app.results()[:1]))


def test_processes_that_are_killed_come_back_and_nobody_notices(app, screen):
    for _ in range(3):
        killed = app.children()
        for child in killed:
            os.kill(child, signal.SIGKILL)
        app.wait_until(lambda killed=killed: len(set(app.children()) - set(killed)) >= 2)
    screen.press("ctrl+k")
    screen.type("stolen bike")
    app.wait_until(lambda: any("Neighbours" in row for row in app.results()[:1]))
    app.wait_until(lambda: "up to date" in app.texts())


def test_another_language_is_spoken_where_the_user_was(app, screen):
    screen.press("ctrl+k")
    screen.type("stolen bike")
    app.wait_until(lambda: any("Neighbours" in row for row in app.results()[:1]))
    screen.press("ctrl+7")
    app.wait_until(lambda: "Appearance" in app.texts())
    while (focus := app.shown()["focus"]) != "Language":
        screen.press("Tab")
        app.wait_until(lambda focus=focus: app.shown()["focus"] != focus)
    screen.press("End")
    app.wait_until(lambda: "Restart now" in app.texts())
    children = app.children()
    # It stands below the words, which are read before the control beside them.
    screen.press("shift+Tab")
    app.wait_until(lambda: app.shown()["focus"] == "Restart now")
    screen.press("space")
    app.wait_until(lambda: app.tell()["windows"] and "חיפוש" in app.texts() and len(app.children()) == len(children))
    assert "הגדרות" in app.texts()
    assert not set(children) & set(app.children())
    screen.activate("^Findling")
    screen.press("ctrl+1")
    app.wait_until(lambda: any("Neighbours" in row for row in app.results()[:1]))


def test_a_newcomer_is_welcomed_and_told_that_nothing_is_sent(screen, tmp_path):
    app = App(screen, tmp_path / "library", HOME=str(tmp_path))
    try:
        app.wait_until(lambda: "sent" in app.texts() or "sends" in app.texts())
    finally:
        app.close()


def test_the_window_is_light_before_the_first_search(app):
    told = app.tell("start")
    assert told["heavy"] == []


def test_settings_that_cannot_be_read_are_said_in_the_window(screen, sample, tmp_path):
    library = tmp_path / "broken"
    library.mkdir()
    (library / "settings.toml").write_text("threads = 'many'")
    app = App(screen, library, sample)
    try:
        app.wait_until(lambda: "threads" in app.texts())
    finally:
        app.close()
