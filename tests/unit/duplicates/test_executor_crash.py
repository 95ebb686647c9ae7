"""A process that ends in the middle of clearing up: the next one brings to an end what was begun, and tells of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from findling.domain.plans import Action, CutShort, Plan, Step, StepOutcome, Trouble, UnsettledStep
from findling.duplicates.fileops import FileSystem
from findling.errors import UsageError, WorkerError
from findling.messages.library_templates import ClearingMessage
from findling.messages.system_templates import SystemMessage
from workspace import Workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the bin of Linux desktops")

TEXT = "\x00\x01no text, which is soon read\x02" * 20
CALLS = ("create", "reserve", "rename")


class Ended(BaseException):
    """Simulated end of the process."""


@pytest.fixture
def workspace(tmp_path, monkeypatch) -> Workspace:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    workspace = Workspace.at(tmp_path / "workspace")
    for name in ("kept.txt", "a.txt", "b.txt", "c.txt"):
        workspace.write(name, TEXT)
    workspace.index()
    return workspace


@pytest.fixture
def trash(tmp_path) -> Path:
    return tmp_path / "data" / "Trash"


def plan(workspace: Workspace, *names: str, action: Action = Action.BIN) -> Plan:
    disk = FileSystem()
    kept = disk.see(workspace.folder / "kept.txt")
    return Plan(tuple(Step(action, disk.see(workspace.folder / name), kept) for name in names))


def end_at(monkeypatch, call: str, number: int, *, after: bool) -> None:
    """Have the process end before or after the nth call of the file system."""
    real, left = getattr(FileSystem, call), [number]

    def run(self, *arguments):
        left[0] -= 1
        if left[0] == 0 and not after:
            raise Ended
        result = real(self, *arguments)
        if left[0] == 0:
            raise Ended
        return result

    monkeypatch.setattr(FileSystem, call, run)


def clear_and_end(workspace: Workspace, monkeypatch, call: str, number: int, *, after: bool) -> None:
    made = plan(workspace, "a.txt", "b.txt", "c.txt")
    with monkeypatch.context() as patch:
        end_at(patch, call, number, after=after)
        with workspace.writing() as indexer, pytest.raises(Ended):
            indexer.clear(made)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_a_step_that_was_cut_short_is_either_done_or_as_if_it_never_was(workspace, trash, monkeypatch, call, after):
    clear_and_end(workspace, monkeypatch, call, 2, after=after)
    with workspace.writing() as indexer:
        (found,) = indexer.recover()
        assert indexer.recover() == ()
    gone = {"a.txt"} | ({"b.txt"} if (call, after) == ("rename", True) else set())
    assert found == CutShort(run=1, done=len(gone), planned=3)
    assert names(workspace.folder) == {"kept.txt", "a.txt", "b.txt", "c.txt"} - gone
    assert names(trash / "files") == gone
    assert names(trash / "info") == {f"{name}.trashinfo" for name in gone}
    assert set(workspace.files()) == names(workspace.folder)


def end_after(number: int):
    """Return a `should_stop` that after so many files raises as the end of the process does."""
    left = [number]

    def should_stop() -> bool:
        left[0] -= 1
        if left[0] < 0:
            raise WorkerError(SystemMessage.WORKER_ENDED())
        return False

    return should_stop


def test_an_end_that_nobody_asked_for_is_told_of_and_one_that_was_asked_for_is_not(workspace):
    made = plan(workspace, "a.txt", "b.txt", "c.txt")
    with workspace.writing() as indexer, pytest.raises(WorkerError):
        indexer.clear(made, end_after(1))
    with workspace.writing() as indexer:
        assert indexer.recover() == (CutShort(run=1, done=1, planned=3),)
        asked = iter([False, False, True])
        assert indexer.clear(made, lambda: next(asked)).run == 2
        assert indexer.recover() == ()
        with pytest.raises(WorkerError):
            indexer.clear(made, end_after(2))
        assert indexer.recover() == (CutShort(run=0, done=0, planned=3, already=2, earlier=(2, 1)),)
        with pytest.raises(WorkerError):
            indexer.undo(2, end_after(0))
        assert indexer.recover() == (CutShort(run=2, done=0, planned=1, undoing=True),)
        assert [indexer.undo(run).steps[0].outcome for run in (2, 1)] == [StepOutcome.UNDONE] * 2


def test_what_was_cut_short_can_be_gone_on_with_and_taken_back(workspace, trash, monkeypatch):
    made = plan(workspace, "a.txt", "b.txt", "c.txt")
    clear_and_end(workspace, monkeypatch, "rename", 2, after=True)
    with workspace.writing() as indexer:
        indexer.recover()
        rest = indexer.clear(made)
        assert [each.outcome for each in rest.steps] == [StepOutcome.ALREADY, StepOutcome.ALREADY, StepOutcome.DONE]
        for run in (rest.run, 1):
            indexer.undo(run)
    assert names(workspace.folder) == {"kept.txt", "a.txt", "b.txt", "c.txt"}
    assert names(trash / "files") | names(trash / "info") == set()


def test_a_run_that_was_cut_short_before_its_first_step_is_told_of_and_leaves_no_line(workspace, monkeypatch):
    clear_and_end(workspace, monkeypatch, "create", 1, after=False)
    with workspace.writing() as indexer:
        assert indexer.recover() == (CutShort(run=0, done=0, planned=3),)
    with workspace.reading() as library:
        assert library.runs() == ()


def test_taking_back_that_was_cut_short_is_finished_and_told_of(workspace, monkeypatch):
    with workspace.writing() as indexer:
        run = indexer.clear(plan(workspace, "a.txt", "b.txt", "c.txt")).run
    with monkeypatch.context() as patch:
        end_at(patch, "reserve", 2, after=True)
        with workspace.writing() as indexer, pytest.raises(Ended):
            indexer.undo(run)
    with workspace.writing() as indexer:
        assert indexer.recover() == (CutShort(run=run, done=2, planned=3, undoing=True),)
        assert [each.outcome for each in indexer.undo(run).steps] == [StepOutcome.UNDONE]
    assert names(workspace.folder) == {"kept.txt", "a.txt", "b.txt", "c.txt"}


@pytest.mark.parametrize(
    ("error", "trouble", "words"),
    [(OSError(5, "Input/output error"), Trouble.REFUSAL, "Input/output error"), (RuntimeError(), Trouble.BUG, "")],
)
def test_a_step_that_can_be_neither_finished_nor_taken_back_is_told_of_once_and_tried_again(
    workspace, trash, monkeypatch, error, trouble, words
):
    clear_and_end(workspace, monkeypatch, "rename", 2, after=False)
    file, place = workspace.folder / "b.txt", trash / "files" / "b.txt"
    with monkeypatch.context() as patch:
        patch.setattr(FileSystem, "remove", lambda *_: (_ for _ in ()).throw(error))
        with workspace.writing() as indexer:
            (found,) = indexer.recover()
            (unsettled,) = found.unsettled
            assert found == CutShort(run=1, done=1, planned=3, unsettled=(unsettled,))
            assert unsettled == UnsettledStep(trouble, file, (file, place), unsettled.why)
            assert str(unsettled.why or "") == words
            assert indexer.recover() == ()
    assert file.read_text() == TEXT
    with workspace.writing() as indexer:
        assert indexer.recover() == ()
    assert names(trash / "files") == {"a.txt"}
    with workspace.reading() as library:
        assert [(run.done, run.undone) for run in library.runs()] == [(1, 0)]


def test_a_link_that_was_cut_short_leaves_no_file_of_ours_behind(workspace, monkeypatch):
    made = plan(workspace, "a.txt", "b.txt", action=Action.LINK)
    # The end of a process leaves things as they are: what tidies up after an error has no say.
    (workspace.folder / f".findling-{'0' * 32}").write_text("left behind")
    with monkeypatch.context() as patch:
        end_at(patch, "rename", 2, after=False)
        with workspace.writing() as indexer, pytest.raises(Ended):
            indexer.clear(made)
    with workspace.writing() as indexer:
        assert indexer.recover() == (CutShort(run=1, done=1, planned=2),)
    assert names(workspace.folder) == {"kept.txt", "a.txt", "b.txt", "c.txt"}


def test_a_name_that_a_failed_step_wanted_and_another_got_stays_with_the_other(workspace, monkeypatch):
    disk = FileSystem()
    one, other = workspace.folder / "a.txt", workspace.folder / "b.txt"
    os.utime(other, ns=(0, one.stat().st_mtime_ns))
    new = workspace.folder / "new.txt"
    steps = tuple(Step(Action.RENAME, disk.see(path), disk.see(path), new) for path in (one, other))
    with workspace.writing() as indexer:
        with monkeypatch.context() as patch:
            patch.setattr(FileSystem, "rename", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))
            patch.setattr(FileSystem, "remove", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))
            patch.setattr(FileSystem, "_release", lambda _, path: path.unlink())
            assert [each.outcome for each in indexer.clear(Plan(steps[:1])).steps] == [StepOutcome.FAILED]
        run = indexer.clear(Plan(steps[1:])).run
        assert indexer.recover() == ()
        assert new.read_text() == TEXT
        assert [each.outcome for each in indexer.undo(run).steps] == [StepOutcome.UNDONE]
    assert {"a.txt", "b.txt"} <= names(workspace.folder)


def test_what_was_cleared_away_is_no_file_of_the_library_from_that_moment_on(workspace):
    seen: list[set[str]] = []
    with workspace.writing() as indexer:
        indexer.clear(plan(workspace, "a.txt", "b.txt"), report=lambda *_: seen.append(set(workspace.files())))
    assert seen == [{"kept.txt", "b.txt", "c.txt"}, {"kept.txt", "c.txt"}]


def test_a_plan_that_was_stopped_tells_how_far_it_came_and_can_be_taken_back(workspace):
    told: list[tuple[int, int]] = []
    with workspace.writing() as indexer:
        report = indexer.clear(
            plan(workspace, "a.txt", "b.txt", "c.txt"), lambda: bool(told), lambda *at: told.append(at)
        )
        assert (told, len(report.steps)) == ([(1, 3)], 1)
        assert indexer.recover() == ()
        indexer.undo(report.run)
    assert "a.txt" in names(workspace.folder)


def test_taking_back_can_be_stopped_and_gone_on_with(workspace):
    told: list[tuple[int, int]] = []
    with workspace.writing() as indexer:
        run = indexer.clear(plan(workspace, "a.txt", "b.txt", "c.txt")).run
        indexer.undo(run, lambda: bool(told), lambda *at: told.append(at))
        assert told == [(1, 3)]
        assert indexer.recover() == ()
        assert len(indexer.undo(run).steps) == 2


def test_a_run_in_which_nothing_happened_is_not_in_the_history(workspace):
    made = plan(workspace, "a.txt")
    (workspace.folder / "a.txt").write_text("changed since")
    with workspace.writing() as indexer:
        report = indexer.clear(made)
        assert (report.run, report.steps[0].outcome) == (0, StepOutcome.SKIPPED)
    with workspace.reading() as library:
        assert library.runs() == ()


def test_a_run_that_there_never_was_is_not_taken_back(workspace):
    with workspace.writing() as indexer:
        run = indexer.clear(plan(workspace, "a.txt")).run
        with pytest.raises(UsageError, match=rf"There is no run 99\. There are: {run}\."):
            indexer.undo(99)


def test_another_program_s_file_in_the_bin_is_not_taken_for_ours(workspace, trash):
    with workspace.writing() as indexer:
        run = indexer.clear(plan(workspace, "a.txt")).run
        (trash / "files" / "a.txt").write_text("somebody's letter")
        (trash / "info" / "a.txt.trashinfo").write_text("[Trash Info]\nPath=/home/ada/a.txt\n")
        (undone,) = indexer.undo(run).steps
    assert (undone.outcome, undone.why) == (StepOutcome.FAILED, ClearingMessage.GONE())
    assert (trash / "files" / "a.txt").read_text() == "somebody's letter"
