"""Clearing up that ends before its time, by whatever: who opens the library next is told, and can take it back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from waiting import PATIENCE_SECONDS, wait_until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")

COPIES = 120


class Home:
    """A folder with many copies, a plan to clear them up, and the command."""

    def __init__(self, place: Path, copies: int = COPIES) -> None:
        self.place = place
        self.folder = place / "files"
        self._copies = copies
        self.folder.mkdir()
        self.environment = os.environ | {"XDG_DATA_HOME": str(place / "data")}
        for number in range(copies):
            content = b"\0\1" + number.to_bytes(2, "big") * 50
            (self.folder / f"{number}.bin").write_bytes(content)
            (self.folder / f"Copy of {number}.bin").write_bytes(content)
        assert self.run("index", str(self.folder))[0] == 0
        code, _, trouble = self.run("duplicates", "--plan", "plan.json")
        assert code == 0, trouble

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "findling", "--library", str(self.place / "library"), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.place, env=self.environment,
        )  # fmt: skip

    def run(self, *arguments: str) -> tuple[int, str, str]:
        process = self.start(*arguments)
        said, trouble = process.communicate(timeout=PATIENCE_SECONDS)
        return process.returncode, said, trouble

    def start_clearing(self) -> subprocess.Popen[str]:
        """Apply the plan, and come back as soon as something more of it is done."""
        before = self.gone
        process = self.start("duplicates", "--apply", "plan.json")
        wait_until(lambda: self.gone != before)
        return process

    @property
    def gone(self) -> int:
        return 2 * self._copies - sum(1 for _ in self.folder.iterdir())


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path)


def test_the_terminal_that_is_killed_is_told_of_by_the_next_command_that_writes_and_by_no_other(home):
    process = home.start_clearing()
    process.kill()
    process.communicate(timeout=PATIENCE_SECONDS)
    code, _, trouble = home.run("index")
    told = f"findling: The last time: Clearing up stopped half-way: {home.gone} of {COPIES} files are cleared up."
    assert (code, f"{told} To take it back: findling duplicates --undo 1" in trouble.splitlines()) == (0, True)
    assert "The last time" not in home.run("index")[2]

    before = home.gone
    process = home.start_clearing()
    process.kill()
    process.communicate(timeout=PATIENCE_SECONDS)
    trouble = home.run("add", str(home.folder))[2]
    now = home.gone - before
    left = COPIES - home.gone
    assert f"Clearing up stopped half-way: {now} cleared up, {before} before, {left} of {COPIES} files left." in trouble
    assert "To take it back: findling duplicates --undo 2, then findling duplicates --undo 1" in trouble
    assert [home.run("duplicates", "--undo", run)[0] for run in ("2", "1")] == [0, 0]
    assert home.gone == 0


def test_ctrl_c_says_how_far_it_came_and_the_way_back_and_is_not_told_of_again(home):
    process = home.start_clearing()
    process.send_signal(signal.SIGINT)
    _, trouble = process.communicate(timeout=PATIENCE_SECONDS)
    done = home.gone
    assert process.returncode == 130
    assert f"findling: Stopped: {done} of {COPIES} files cleared up. It is run 1:" in trouble
    assert "findling duplicates --undo 1. To go on: findling duplicates --apply plan.json" in trouble
    assert "The last time" not in home.run("index")[2]

    code, said, _ = home.run("duplicates", "--apply", "plan.json")
    assert code == 0
    assert f"{COPIES - done} files cleared up now, {done} before. To take it back: findling duplicates --undo 2" in said
    code, said, _ = home.run("duplicates", "--apply", "plan.json")
    assert (code, "All of it was done already." in said) == (0, True)


def test_a_plan_without_steps_and_one_without_protected_folders_are_plans(tmp_path):
    home = Home(tmp_path, copies=2)
    plan = json.loads((home.place / "plan.json").read_text())
    del plan["protected"]
    (home.place / "few.json").write_text(json.dumps(plan | {"steps": plan["steps"][:1]}))
    assert home.run("duplicates", "--apply", "few.json")[0] == 0
    assert home.gone == 1
    (home.place / "empty.json").write_text(json.dumps(plan | {"steps": []}))
    code, said, _ = home.run("duplicates", "--apply", "empty.json")
    assert (code, "The plan has no steps" in said) == (0, True)
