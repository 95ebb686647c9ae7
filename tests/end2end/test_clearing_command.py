"""Clearing duplicates up from the terminal: what is said, which codes it ends with, and that nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from waiting import PATIENCE_SECONDS, wait_until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")

COPIES = 60


class Home:
    """A folder with many copies, and the command."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place / "files"
        self.folder.mkdir()
        self.environment = os.environ | {"XDG_DATA_HOME": str(place / "data")}
        for number in range(COPIES):
            content = bytes([0, 1, number]) * 300
            (self.folder / f"{number}.bin").write_bytes(content)
            (self.folder / f"Copy of {number}.bin").write_bytes(content)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "findling", "--library", str(self.place / "library"), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.place, env=self.environment,
        )  # fmt: skip

    def run(self, *arguments: str) -> tuple[int, str, str]:
        process = self.start(*arguments)
        said, trouble = process.communicate(timeout=PATIENCE_SECONDS)
        return process.returncode, said, trouble

    @property
    def names(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Home:
    home = Home(tmp_path_factory.mktemp("home"))
    code, _, trouble = home.run("index", str(home.folder))
    assert code == 0, trouble
    return home


def test_a_folder_that_is_not_there_or_not_of_the_library_is_named(home):
    for folder in ("/nowhere", "/usr"):
        code, said, trouble = home.run("duplicates", "--in", folder)
        assert (code, said, folder in trouble, len(trouble.splitlines())) == (2, "", True, 1)
    assert home.run("duplicates", "--protect", "/nowhere")[0] == 2


def test_the_list_regards_what_is_protected(home):
    _, said, _ = home.run("duplicates", "--protect", str(home.folder))
    assert "can go" not in said
    assert "protected" in said


def test_nothing_is_written_for_nothing_and_nothing_overwritten_unasked(home):
    code, said, _ = home.run("duplicates", "--kind", "near", "--plan", "empty.json")
    assert (code, "nothing to clear up" in said, (home.place / "empty.json").exists()) == (0, True, False)
    (home.place / "taken.json").write_text("my own")
    code, _, trouble = home.run("duplicates", "--plan", "taken.json")
    assert (code, "--force" in trouble, (home.place / "taken.json").read_text()) == (2, True, "my own")
    assert home.run("duplicates", "--plan", "taken.json", "--force")[0] == 0
    assert len(json.loads((home.place / "taken.json").read_text())["steps"]) == COPIES


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"action": "delete"}, "its action is none of bin, move, link, rename"),
        ({"action": "move"}, "it has no target"),
        ({"file": 7}, "in 'file', 7 where an object was due"),
        ({"file": None}, "in 'file', null where an object was due"),
        ({"note": "mine"}, "there is no such key as 'note'"),
        ({"target": "here"}, "in 'target', 'here' is no whole path"),
    ],
)
def test_a_plan_that_was_changed_into_nonsense_is_refused_with_the_number_of_its_step(home, change, words):
    home.run("duplicates", "--plan", "changed.json", "--force")
    plan = json.loads((home.place / "changed.json").read_text())
    plan["steps"][1] |= change
    (home.place / "changed.json").write_text(json.dumps(plan))
    code, said, trouble = home.run("duplicates", "--apply", "changed.json")
    assert (code, said, len(trouble.splitlines())) == (2, "", 1)
    assert f"Step 2 of changed.json cannot be meant: {words}" in trouble


def test_a_run_that_there_is_not_is_refused(home):
    code, said, trouble = home.run("duplicates", "--undo", "99")
    assert (code, said) == (2, "")
    assert "There is no run 99." in trouble


def test_a_writer_that_is_killed_loses_nothing_and_the_plan_goes_on_and_back(home):
    everything = home.names
    assert home.run("duplicates", "--plan", "plan.json")[0] == 0
    process = home.start("duplicates", "--apply", "plan.json")
    wait_until(lambda: len(home.names) != len(everything))
    for child in psutil.Process(process.pid).children(recursive=True):
        child.send_signal(signal.SIGKILL)
    _, trouble = process.communicate(timeout=PATIENCE_SECONDS)
    gone = len(everything) - len(home.names)
    assert process.returncode == 1
    assert f"Clearing up stopped half-way: {gone} of {COPIES} files are cleared up." in trouble
    assert "--undo 1" in trouble

    listed = json.loads(home.run("--json", "duplicates")[1])["groups"]
    assert len(listed) == COPIES - gone
    notes = {path.name for path in (home.place / "data" / "Trash" / "info").iterdir()}
    assert notes == {f"{name}.trashinfo" for name in everything - home.names}

    code, said, _ = home.run("--json", "duplicates", "--apply", "plan.json")
    outcomes = [step["outcome"] for step in json.loads(said)["steps"]]
    assert (code, outcomes.count("already"), outcomes.count("done")) == (0, gone, COPIES - gone)
    code, said, _ = home.run("duplicates", "--apply", "plan.json")
    assert (code, said.count("already done")) == (0, COPIES)
    assert [run["done"] for run in json.loads(home.run("--json", "duplicates", "--history")[1])["runs"]] == [
        COPIES - gone, gone,
    ]  # fmt: skip
    for run in ("2", "1"):
        assert home.run("duplicates", "--undo", run)[0] == 0
    assert home.names == everything


def test_what_changed_since_the_plan_is_left_and_the_code_says_so(home):
    home.run("index")
    home.run("duplicates", "--plan", "late.json", "--force")
    taken = Path(json.loads((home.place / "late.json").read_text())["steps"][0]["file"]["path"])
    before = taken.read_bytes()
    taken.write_bytes(b"changed since")
    code, said, _ = home.run("duplicates", "--apply", "late.json")
    assert (code, "it has changed since the plan was made" in said) == (1, True)
    assert taken.read_bytes() == b"changed since"
    taken.write_bytes(before)
