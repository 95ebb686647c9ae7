"""Files that are left out of a plan: the window's reader process and the command give the same reasons."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from findling.cli.main import run
from findling.domain.duplicates import Review
from findling.domain.plans import OBSTACLE_MESSAGES, Action, Obstacle, Planned
from findling.models.embedder import SharedEmbedder
from findling.processes.reader.duplicate_messages import MakePlan, PlanRename
from findling.processes.reader.duplicates_handler import ComparisonHandler
from findling.processes.reader.request_thread import RequestContext
from findling.search.library_connection import LibraryConnection
from workspace import Workspace


@dataclass(frozen=True)
class Case:
    """Two files of one text, and a change between comparing and linking them."""

    name: str
    why: Obstacle | None
    spoil: Callable[[Path, Path], object] = lambda kept, copy: None
    ending: str = "txt"


def make_link(kept: Path, copy: Path) -> None:
    copy.unlink()
    copy.hardlink_to(kept)


CASES = (
    Case("untouched", None),
    Case("gone", Obstacle.UNREADABLE, lambda kept, copy: copy.unlink()),
    Case("changed", Obstacle.CHANGED, lambda kept, copy: copy.write_text("all new")),
    Case("outdated", Obstacle.CHANGED, lambda kept, copy: kept.write_text("all new")),
    Case("linked", Obstacle.SAME_FILE, make_link),
    Case("orphan", Obstacle.NO_SURVIVOR, lambda kept, copy: kept.unlink()),
    Case("page", Obstacle.NOT_THE_SAME_BYTES, ending="html"),
)
BY_BIN = {case.name: case.why for case in CASES if case.why not in (None, Obstacle.NOT_THE_SAME_BYTES)}
BY_LINK = {case.name: case.why for case in CASES if case.why}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A library of all cases, each file of which has been read before it was spoilt."""
    workspace = Workspace.at(tmp_path_factory.mktemp("spoilt"))
    pairs = []
    for number, case in enumerate(CASES):
        chance = Random(number)
        text = " ".join("".join(chance.choices("abdegiklmnoprstuvw", k=7)) for _ in range(120))
        # What is not named like a copy stays.
        kept = workspace.write(f"{case.name}.txt", text)
        copy = workspace.write(
            f"Copy of {case.name}.{case.ending}", f"<p>{text}</p>" if case.ending == "html" else text
        )
        pairs.append((case, kept, copy))
    workspace.index()
    for case, kept, copy in pairs:
        case.spoil(kept, copy)
    return workspace


def ask(workspace: Workspace, question: MakePlan | PlanRename) -> Planned:
    comparing = ComparisonHandler(
        LibraryConnection(workspace.paths, workspace.settings, SharedEmbedder(workspace.paths, workspace.settings))
    )
    reply = comparing.answer(RequestContext(question, lambda _: None, lambda: False))
    assert isinstance(reply, Planned), reply
    return reply


def find_case(path: str | Path) -> str:
    return Path(path).stem.removeprefix("Copy of ")


@pytest.mark.parametrize(("action", "expected"), [(Action.BIN, BY_BIN), (Action.LINK, BY_LINK)])
def test_the_window_and_the_command_leave_out_the_same_files_for_the_same_reasons(
    spoilt, capfd, tmp_path, action, expected
):
    planned = ask(spoilt, MakePlan(Review(), action))
    assert {find_case(each.path): each.why for each in planned.left_out} == expected

    plan = ("duplicates", "--plan", str(tmp_path / "plan.json"), "--action", action.value)
    library = ("--library", str(spoilt.paths.database.parent))
    assert run([*library, "--json", *plan], lambda *_, **__: 0) == 0
    said = json.loads(capfd.readouterr().out)
    assert {find_case(each["path"]): each["reason"] for each in said["left_out"]} == expected
    assert (said["steps"], said["bytes"], said["losing"]) == (len(planned.plan.steps), planned.freed, [])

    assert run([*library, *plan, "--force"], lambda *_, **__: 0) == 0
    lines = capfd.readouterr().out.splitlines()
    left = [line.rsplit("/", 1)[-1].split(": ") for line in lines if line.startswith("left out: ")]
    assert {find_case(name): words for name, words in left} == {
        case: str(OBSTACLE_MESSAGES[why]()) for case, why in expected.items()
    }
    assert sum("findling index" in line for line in lines) == 1


def test_a_name_that_is_taken_hinders_a_new_name(spoilt):
    question = PlanRename(spoilt.folder / "untouched.txt", "page.txt")
    assert [each.why for each in ask(spoilt, question).left_out] == [Obstacle.NAME_TAKEN]


def test_every_reason_has_words_of_its_own():
    assert set(OBSTACLE_MESSAGES) == set(Obstacle)
    assert len(set(OBSTACLE_MESSAGES.values())) == len(Obstacle)
