"""Clearing away loses nothing: whatever fails, each content stays readable, and all that was done can be taken back."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from findling.domain.plans import Action, Obstacle, Plan, Step, StepOutcome
from findling.duplicates.executor import PlanExecutor
from findling.duplicates.fileops import FileSystem
from findling.duplicates.plan import plan_discard, plan_rename
from findling.duplicates.plan_file import read_plan, write_plan
from findling.duplicates.trash import FreedesktopTrash
from findling.errors import UsageError
from findling.messages.library_templates import ClearingMessage
from findling.storage.database import Database

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")


class ExecutorWorkspace:
    """A folder with files, a bin and an executor."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "files"
        self.folder.mkdir()
        self.disk = FileSystem()
        self.bin = place / "Trash"
        self.database = Database.open_for_writing(place / "library.db")
        self.executor = PlanExecutor(self.database, self.disk, FreedesktopTrash(self.disk, self.bin))

    def write(self, name: str, content: str = "the rent is due") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    def step(self, file: Path, survivor: Path, action: Action = Action.BIN, target: Path | None = None) -> Step:
        return Step(action, self.disk.see(file), self.disk.see(survivor), target)

    def apply(self, *steps: Step, protected: tuple[Path, ...] = ()):
        return self.executor.apply(Plan(steps, protected))

    def names(self) -> list[str]:
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def workspace(tmp_path):
    workspace = ExecutorWorkspace(tmp_path)
    yield workspace
    workspace.database.close()


def outcomes(report) -> list[StepOutcome]:
    return [step.outcome for step in report.steps]


def test_a_file_goes_to_the_bin_with_a_note_of_where_it_was_and_comes_back(workspace):
    kept, copy = workspace.write("kept.txt"), workspace.write("a copy ü.txt")
    report = workspace.apply(workspace.step(copy, kept))
    assert outcomes(report) == [StepOutcome.DONE]
    assert workspace.names() == ["kept.txt"]
    assert (workspace.bin / "files" / "a copy ü.txt").read_text() == "the rent is due"
    note = (workspace.bin / "info" / "a copy ü.txt.trashinfo").read_text()
    assert f"Path={workspace.folder!s}/a%20copy%20%C3%BC.txt" in note

    undone = workspace.executor.undo(report.run)

    assert outcomes(undone) == [StepOutcome.UNDONE]
    assert workspace.names() == ["a copy ü.txt", "kept.txt"]
    assert not list((workspace.bin / "info").iterdir())
    assert workspace.executor.undo(report.run).steps == ()


def test_two_files_of_one_name_lie_side_by_side_in_the_bin(workspace):
    kept, one, other = workspace.write("kept"), workspace.write("a/x.txt"), workspace.write("b/x.txt")
    report = workspace.apply(workspace.step(one, kept), workspace.step(other, kept))
    assert sorted(path.name for path in (workspace.bin / "files").iterdir()) == ["x.2.txt", "x.txt"]
    workspace.executor.undo(report.run)
    assert workspace.names() == ["a/x.txt", "b/x.txt", "kept"]


def test_a_file_is_moved_to_a_folder_beside_what_is_there_and_comes_back(workspace, tmp_path):
    kept, copy, target = workspace.write("kept"), workspace.write("copy.txt"), tmp_path / "elsewhere"
    target.mkdir()
    (target / "copy.txt").write_text("another")
    report = workspace.apply(workspace.step(copy, kept, Action.MOVE, target))
    assert (target / "copy (2).txt").read_text() == "the rent is due"
    assert (target / "copy.txt").read_text() == "another"
    workspace.executor.undo(report.run)
    assert workspace.names() == ["copy.txt", "kept"]
    assert [path.name for path in target.iterdir()] == ["copy.txt"]


def test_an_identical_file_becomes_a_link_and_a_file_of_its_own_again(workspace):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    os.utime(copy, ns=(5, 1_000_000_007))
    copy.chmod(0o640)
    report = workspace.apply(workspace.step(copy, kept, Action.LINK))
    assert outcomes(report) == [StepOutcome.DONE]
    assert copy.samefile(kept)
    workspace.executor.undo(report.run)
    assert not copy.samefile(kept)
    assert (copy.read_text(), copy.stat().st_mtime_ns, copy.stat().st_mode & 0o777) == (
        "the rent is due", 1_000_000_007, 0o640,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda workspace: workspace.write("kept", "something else"), "to survive has changed"),
        (lambda workspace: (workspace.folder / "kept").unlink(), "to survive is not there"),
        (lambda workspace: workspace.write("copy", "something else"), "changed since"),
        (lambda workspace: (workspace.folder / "copy").unlink(), "it is not there any more"),
    ],
)
def test_a_step_is_passed_over_when_what_was_planned_is_no_longer_so(workspace, spoil, words):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    step = workspace.step(copy, kept)
    spoil(workspace)
    before = workspace.names()
    (report,) = workspace.apply(step).steps
    assert report.outcome is not StepOutcome.DONE
    assert words in str(report.why)
    assert workspace.names() == before


def test_the_last_copy_stays_even_if_a_plan_takes_each_for_the_others_sake(workspace):
    one, other = workspace.write("one"), workspace.write("other")
    report = workspace.apply(workspace.step(one, other), workspace.step(other, one))
    assert outcomes(report) == [StepOutcome.DONE, StepOutcome.FAILED]
    assert workspace.names() == ["other"]


def test_a_file_is_never_taken_for_its_own_sake_however_it_is_reached(workspace):
    one = workspace.write("folder/one")
    (workspace.folder / "link").symlink_to(workspace.folder / "folder")
    report = workspace.apply(workspace.step(workspace.folder / "link" / "one", one), workspace.step(one, one))
    assert outcomes(report) == [StepOutcome.SKIPPED, StepOutcome.SKIPPED]
    assert one.exists()


def test_a_second_name_of_one_file_may_go(workspace):
    one = workspace.write("one")
    other = workspace.folder / "other"
    os.link(one, other)
    assert outcomes(workspace.apply(workspace.step(other, one))) == [StepOutcome.DONE]
    assert workspace.names() == ["one"]


def test_nothing_is_taken_from_a_protected_folder_even_through_a_link(workspace):
    kept, copy = workspace.write("kept"), workspace.write("safe/copy")
    (workspace.folder / "link").symlink_to(workspace.folder / "safe")
    steps = (workspace.step(copy, kept), workspace.step(workspace.folder / "link" / "copy", kept))
    report = workspace.apply(*steps, protected=(workspace.folder / "safe",))
    assert outcomes(report) == [StepOutcome.SKIPPED, StepOutcome.SKIPPED]
    assert copy.exists()


@pytest.mark.skipif(not hasattr(__import__("fcntl"), "F_SETLEASE"), reason="only Linux tells")
def test_a_file_that_is_open_somewhere_stays(workspace):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    step = workspace.step(copy, kept)
    with copy.open("rb"):
        (report,) = workspace.apply(step).steps
    assert (report.outcome, report.why) == (StepOutcome.SKIPPED, ClearingMessage.OPEN_ELSEWHERE())


def test_a_link_that_points_to_a_file_is_not_taken_for_one(workspace):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    step = workspace.step(copy, kept)
    copy.unlink()
    copy.symlink_to(kept)
    assert outcomes(workspace.apply(step)) == [StepOutcome.FAILED]
    assert copy.is_symlink()


def test_only_files_that_are_the_same_to_the_byte_are_linked(workspace):
    kept, copy = workspace.write("kept", "one text"), workspace.write("copy", "another")
    assert outcomes(workspace.apply(workspace.step(copy, kept, Action.LINK))) == [StepOutcome.SKIPPED]


def test_what_is_in_the_way_is_not_overwritten_when_a_file_comes_back(workspace):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    report = workspace.apply(workspace.step(copy, kept))
    workspace.write("copy", "new")
    (undone,) = workspace.executor.undo(report.run).steps
    assert (undone.outcome, undone.why) == (StepOutcome.FAILED, ClearingMessage.PLACE_TAKEN())
    copy.unlink()
    assert outcomes(workspace.executor.undo(report.run)) == [StepOutcome.UNDONE]
    assert workspace.names() == ["copy", "kept"]


class OtherVolume(FileSystem):
    """File system on which every move is one to another volume."""

    def rename(self, source: Path, target: Path) -> None:
        if not source.name.startswith(".findling-"):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        super().rename(source, target)


def test_a_file_moves_to_another_volume_and_back(workspace, tmp_path):
    disk = OtherVolume()
    executor = PlanExecutor(workspace.database, disk, FreedesktopTrash(disk, workspace.bin))
    kept, copy = workspace.write("kept"), workspace.write("copy")
    os.utime(copy, ns=(5, 1_000_000_007))
    report = executor.apply(Plan((workspace.step(copy, kept, Action.MOVE, tmp_path / "far"),)))
    assert outcomes(report) == [StepOutcome.DONE]
    assert workspace.names() == ["kept"]
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["copy"]
    executor.undo(report.run)
    assert (copy.read_text(), copy.stat().st_mtime_ns) == ("the rent is due", 1_000_000_007)


def test_a_file_gets_another_name_and_its_own_again(workspace):
    draft = workspace.write("a/draft.txt")
    report = workspace.executor.apply(plan_rename(draft, "letter.txt", workspace.disk))
    assert outcomes(report) == [StepOutcome.DONE]
    assert workspace.names() == ["a/letter.txt"]
    assert (workspace.folder / "a/letter.txt").read_text() == "the rent is due"
    assert outcomes(workspace.executor.undo(report.run)) == [StepOutcome.UNDONE]
    assert workspace.names() == ["a/draft.txt"]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda workspace, file: workspace.write("new.txt", ""), "its new name is taken"),
        (lambda workspace, file: (workspace.folder / "new.txt").symlink_to("nowhere"), "its new name is taken"),
        (lambda workspace, file: (workspace.folder / "new.txt").mkdir(), "its new name is taken"),
        (lambda workspace, file: file.write_text("the rent was due"), "it has changed since the plan was made"),
        (lambda workspace, file: file.unlink(), "it is not there any more"),
    ],
)
def test_a_file_keeps_its_name_when_what_was_planned_is_no_longer_so(workspace, spoil, words):
    file = workspace.write("old.txt")
    plan = plan_rename(file, "new.txt", workspace.disk)
    spoil(workspace, file)
    before = workspace.names()
    (step,) = workspace.executor.apply(plan).steps
    assert (step.outcome is StepOutcome.DONE, str(step.why or "")) == (False, words)
    assert workspace.names() == before


def test_nothing_is_renamed_in_a_protected_folder(workspace):
    file = workspace.write("safe/old.txt")
    (step,) = workspace.executor.apply(plan_rename(file, "new.txt", workspace.disk, (workspace.folder / "safe",))).steps
    assert (step.outcome, step.why) == (StepOutcome.SKIPPED, ClearingMessage.IN_PROTECTED_FOLDER())


@pytest.mark.parametrize("target", [Path("elsewhere/new.txt"), None])
def test_a_plan_that_was_changed_by_hand_renames_nothing_into_another_folder(workspace, target):
    seen = workspace.disk.see(workspace.write("old.txt"))
    (step,) = workspace.apply(Step(Action.RENAME, seen, seen, target and workspace.folder / target)).steps
    assert (step.outcome, step.why) == (StepOutcome.SKIPPED, ClearingMessage.NAME_OF_OTHER_FOLDER())
    assert workspace.names() == ["old.txt"]


@pytest.mark.parametrize("name", ["", ".", "a/b"])
def test_what_is_no_name_is_not_planned(workspace, name):
    with pytest.raises(UsageError, match="No file can be called"):
        plan_rename(workspace.write("old.txt"), name, workspace.disk)


@pytest.mark.parametrize("action", [Action.MOVE, Action.RENAME])
def test_what_came_to_the_place_of_a_step_that_was_never_done_is_not_taken_back(workspace, action, monkeypatch):
    kept, file = workspace.write("kept.txt"), workspace.write("old.txt")
    place = workspace.folder / "new" / "old.txt" if action is Action.MOVE else workspace.folder / "new.txt"
    step = workspace.step(file, kept, action, place.parent if action is Action.MOVE else place)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workspace.disk, "move", crash)
    with pytest.raises(KeyboardInterrupt):
        workspace.apply(step)
    monkeypatch.undo()
    place.write_text("somebody's work")
    ((run, *_),) = workspace.database.history.runs()
    assert outcomes(workspace.executor.undo(run)) == [StepOutcome.UNDONE]
    assert place.read_text() == "somebody's work"
    assert file.read_text() == "the rent is due"


def test_a_plan_to_rename_is_read_as_it_was_written(workspace, tmp_path):
    plan = plan_rename(workspace.write("old.txt"), "new.txt", workspace.disk)
    write_plan(plan, tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json") == plan


def test_a_plan_is_read_as_it_was_written(workspace, tmp_path):
    kept, copy = workspace.write("kept"), workspace.write("co\udcffpy")
    plan = Plan(
        (workspace.step(copy, kept), workspace.step(copy, kept, Action.MOVE, tmp_path)), (workspace.folder / "safe",)
    )
    write_plan(plan, tmp_path / "plan.json")
    assert read_plan(tmp_path / "plan.json") == plan


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"survivor": {"size": "big"}}, "Step 1 .*: in 'survivor', in 'size', \"big\" where a whole number was due"),
        ({"target": 7}, "Step 1 .*: in 'target', 7 where a path was due"),
        ({"why": ""}, "Step 1 .*: there is no such key as 'why'"),
        ({"file": None}, "Step 1 .*: in 'file', null where an object was due"),
    ],
)
def test_a_step_that_cannot_be_meant_is_named_with_its_key(workspace, tmp_path, change, words):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    write_plan(Plan((workspace.step(copy, kept),)), tmp_path / "plan.json")
    written = json.loads((tmp_path / "plan.json").read_text())
    (step,) = written["steps"]
    for key, value in change.items():
        step[key] = step[key] | value if isinstance(value, dict) else value
    (tmp_path / "plan.json").write_text(json.dumps(written))
    with pytest.raises(UsageError, match=words):
        read_plan(tmp_path / "plan.json")


def test_the_history_tells_names_that_were_given_from_files_that_were_taken(workspace):
    workspace.executor.apply(plan_rename(workspace.write("old.txt"), "new.txt", workspace.disk))
    workspace.apply(workspace.step(workspace.write("copy"), workspace.write("kept")))
    assert [run[2:] for run in workspace.database.history.runs()] == [(1, 0, 0), (1, 0, 1)]


def discard(workspace: ExecutorWorkspace, *files: Path, protected: tuple[Path, ...] = ()):
    return workspace.executor.apply(plan_discard(files, workspace.disk, protected).plan)


def test_the_only_copy_goes_to_the_bin_where_the_user_names_it_and_comes_back(workspace):
    only = workspace.write("only.txt")
    report = discard(workspace, only)
    assert outcomes(report) == [StepOutcome.DONE]
    assert workspace.names() == []
    assert (workspace.bin / "files" / "only.txt").read_text() == "the rent is due"
    assert outcomes(workspace.executor.undo(report.run)) == [StepOutcome.UNDONE]
    assert workspace.names() == ["only.txt"]


def test_what_is_protected_changed_or_gone_does_not_go_even_then(workspace):
    safe, changed = workspace.write("safe/a.txt"), workspace.write("b.txt")
    plan = plan_discard((safe, changed, workspace.folder / "gone.txt"), workspace.disk, (safe.parent,))
    assert [(each.path.name, each.why) for each in plan.left_out] == [("gone.txt", Obstacle.UNREADABLE)]
    changed.write_text("written since")
    report = workspace.executor.apply(plan.plan)
    assert [each.why.message for each in report.steps] == [
        ClearingMessage.IN_PROTECTED_FOLDER,
        ClearingMessage.CHANGED,
    ]
    assert workspace.names() == ["b.txt", "safe/a.txt"]


def test_no_plan_from_a_file_takes_what_nothing_survives(workspace, tmp_path):
    write_plan(plan_discard((workspace.write("only.txt"),), workspace.disk).plan, tmp_path / "plan.json")
    with pytest.raises(UsageError, match="its action is none of bin, move, link, rename"):
        read_plan(tmp_path / "plan.json")


def test_a_plan_that_protects_nothing_need_not_say_so(workspace, tmp_path):
    plan = Plan((workspace.step(workspace.write("copy"), workspace.write("kept")),))
    write_plan(plan, tmp_path / "plan.json")
    written = json.loads((tmp_path / "plan.json").read_text())
    del written["protected"]
    (tmp_path / "plan.json").write_text(json.dumps(written))
    assert read_plan(tmp_path / "plan.json") == plan


def test_a_link_in_the_place_of_the_file_is_called_that(workspace):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    plan = Plan((workspace.step(copy, kept),))
    copy.unlink()
    copy.symlink_to(kept)
    (each,) = workspace.executor.apply(plan).steps
    assert (each.outcome, each.why) == (StepOutcome.FAILED, ClearingMessage.IS_LINK())


def test_bytes_of_a_file_with_several_names_count_once(workspace):
    kept, copy = workspace.write("kept"), workspace.write("copy")
    other = copy.with_name("another name")
    os.link(copy, other)
    report = workspace.executor.apply(Plan((workspace.step(copy, kept), workspace.step(other, kept))))
    assert [each.again for each in report.steps] == [False, True]
    assert [each.again for each in workspace.executor.undo(report.run).steps] == [False, True]


def test_what_is_no_plan_is_not_taken_for_one(tmp_path):
    (tmp_path / "plan.json").write_text('{"type": "step"}')
    with pytest.raises(UsageError, match="no plan"):
        read_plan(tmp_path / "plan.json")
