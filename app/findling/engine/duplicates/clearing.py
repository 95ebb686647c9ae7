"""Carries out a plan and takes it back: each step checked right before it, written down first, never the last copy."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from findling.duplicates import Action, Outcome, PlanReport, StepReport
from findling.engine.duplicates.disk import is_open_elsewhere
from findling.engine.duplicates.keeping import is_below
from findling.engine.duplicates.planning import step_from_text, step_to_text
from findling.storage.history import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.duplicates import Plan, Seen, Step
    from findling.engine.duplicates.bins import Bin
    from findling.engine.duplicates.disk import Disk
    from findling.storage.database import Database
    from findling.storage.history import StepRow


class Clearing:
    """Takes files away by a plan, and puts them back; only the holder of the writer's lock may have one."""

    def __init__(self, database: Database, disk: Disk, recycle_bin: Bin) -> None:
        self._database = database
        self._disk = disk
        self._bin = recycle_bin

    def apply(self, plan: Plan, should_stop: Callable[[], bool] = lambda: False) -> PlanReport:
        """Carry out a plan, step by step; a step that would be unsafe is passed over, with the reason."""
        with self._database.history.durable():
            with self._database.transaction():
                run = self._database.history.begin_run(time.time_ns())
            reports = []
            for step in plan.steps:
                if should_stop():
                    break
                reports.append(self._apply(step, run, plan.protected))
        return PlanReport(run, tuple(reports))

    def undo(self, run: int) -> PlanReport:
        """Take back what a run did, the last step first; what a crash cut short is cleaned up."""
        with self._database.history.durable():
            reports = [self._undo(row) for row in self._database.history.to_undo(run)]
        return PlanReport(run, tuple(reports))

    def _apply(self, step: Step, run: int, protected: Sequence[Path]) -> StepReport:
        history = self._database.history
        try:
            if objection := self._object(step, protected):
                return StepReport(step, Outcome.SKIPPED, objection)
            place = self._choose_place(step)
        except OSError as error:
            return StepReport(step, Outcome.FAILED, _explain(error))
        with self._database.transaction():
            number = history.begin_step(run, step_to_text(step), place)
        try:
            self._act(step, place)
        except OSError as error:
            undone = self._clean_up(step, place)
            with self._database.transaction():
                history.end_step(number, State.DROPPED if undone else State.BEGUN)
            return StepReport(step, Outcome.FAILED, _explain(error))
        with self._database.transaction():
            history.end_step(number, State.DONE)
        return StepReport(step, Outcome.DONE)

    def _object(self, step: Step, protected: Sequence[Path]) -> str:
        """Why a step must not be taken; "" where nothing speaks against it.

        Raises:
            OSError: a file cannot be looked at, which speaks against it as well.
        """
        file = step.file.path
        if any(is_below(path, protected) for path in (file, _real(file))):
            return "it lies in a protected folder"
        if step.action is not Action.RENAME and (objection := self._object_for_survivor(step)):
            return objection
        if _differs(self._disk.see(file), step.file):
            return "it has changed since the plan was made"
        if is_open_elsewhere(file):
            return "another program has it open"
        if step.action is Action.LINK:
            return _object_to_link(step)
        return _object_to_name(step) if step.action is Action.RENAME else ""

    def _object_for_survivor(self, step: Step) -> str:
        file, survivor = step.file.path, step.survivor.path
        if _real(file) == _real(survivor) or (_is_one_file(file, survivor) and file.lstat().st_nlink == 1):
            return "it is the file that is to survive"
        changed = self._disk.see(survivor).content != step.survivor.content
        return "the file that is to survive has changed" if changed else ""

    def _choose_place(self, step: Step) -> Path:
        if step.action is Action.BIN:
            return self._bin.reserve(step.file.path)
        if step.action is Action.MOVE:
            assert step.target is not None
            step.target.mkdir(parents=True, exist_ok=True)
            return _find_free(step.target / step.file.path.name)
        if step.action is Action.RENAME:
            assert step.target is not None
            return step.target
        return step.file.path

    def _act(self, step: Step, place: Path) -> None:
        if step.action is Action.BIN:
            self._bin.put(step.file.path, place)
        elif step.action in (Action.MOVE, Action.RENAME):
            self._disk.move(step.file.path, place)
        else:
            self._disk.replace_by_link(step.file.path, step.survivor)

    def _undo(self, row: StepRow) -> StepReport:
        step = step_from_text(row.step)
        try:
            words = self._take_back(step, row)
        except OSError as error:
            return StepReport(step, Outcome.FAILED, _explain(error))
        if words:
            return StepReport(step, Outcome.FAILED, words)
        with self._database.transaction():
            self._database.history.end_step(row.id, State.UNDONE)
        return StepReport(step, Outcome.UNDONE)

    def _take_back(self, step: Step, row: StepRow) -> str:
        """Put a file back; gives what keeps it from that, in words.

        Raises:
            OSError: it cannot be done now.
        """
        path = step.file.path
        if step.action is Action.LINK:
            if os.path.lexists(path) and _is_one_file(path, step.survivor.path):
                self._disk.replace_by_copy(path, step.file)
            return ""
        place = self._find_place(step, row.place)
        if place is None:
            if not os.path.lexists(path) or (row.state is State.DONE and _differs(self._disk.see(path), step.file)):
                return "it is not there any more"
        elif os.path.lexists(path) and (_holds_place(place, step) or not _differs(self._disk.see(path), step.file)):
            # Nothing was done, or only the last of it is left to do: to remove what has another copy. What else has
            # come to that place since is not ours.
            if _holds_place(place, step) or self._disk.see(place).content == step.file.content:
                self._disk.remove(place)
        elif os.path.lexists(path) and not _holds_place(path, step):
            return "another file is at its place now"
        else:
            if os.path.lexists(path):
                self._disk.remove(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._disk.move(place, path)
        self._release(step, row.place)
        return ""

    def _clean_up(self, step: Step, place: Path) -> bool:
        """After a failure: let go of the file's new place; says whether nothing is left to take back."""
        path = step.file.path
        if step.action is Action.LINK:
            return not _is_one_file(path, step.survivor.path)
        try:
            found = self._find_place(step, place)
            if found and os.path.lexists(path) and _holds_place(found, step):
                self._disk.remove(found)
                found = None
            if found is None:
                self._release(step, place)
        except OSError:  # the disk is failing: the history keeps the step, to be taken back later
            return False
        return found is None

    def _find_place(self, step: Step, place: Path) -> Path | None:
        if step.action is Action.BIN:
            return self._bin.find(step.file, place)
        return place if os.path.lexists(place) else None

    def _release(self, step: Step, place: Path) -> None:
        if step.action is Action.BIN:
            self._bin.release(place)


def _object_to_link(step: Step) -> str:
    if step.file.content != step.survivor.content:
        return "only files that are the same to the byte can be linked"
    file, survivor = step.file.path.stat(), step.survivor.path.stat()
    if file.st_dev != survivor.st_dev:
        return "it is on another volume than the file that survives"
    return "both are one file already" if file.st_ino == survivor.st_ino else ""


def _object_to_name(step: Step) -> str:
    """A plan may come from a file, where anything can stand."""
    if step.target is None or step.target.parent != step.file.path.parent:
        return "its new name is that of another folder"
    return "its new name is taken" if os.path.lexists(step.target) else ""


def _differs(now: Seen, then: Seen) -> bool:
    return (now.size, now.modified_ns, now.content) != (then.size, then.modified_ns, then.content)


def _is_one_file(one: Path, other: Path) -> bool:
    try:
        left, right = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    return (left.st_dev, left.st_ino) == (right.st_dev, right.st_ino)


def _holds_place(path: Path, step: Step) -> bool:
    """Whether a file is but the empty one that keeps a place for another."""
    return path.lstat().st_size == 0 and step.file.size > 0


def _real(path: Path) -> Path:
    """Where a file really lies, however its folders are reached; a link at its own place is not followed."""
    return path.parent.resolve() / path.name


def _find_free(path: Path) -> Path:
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _explain(error: OSError) -> str:
    return error.strerror or str(error)
