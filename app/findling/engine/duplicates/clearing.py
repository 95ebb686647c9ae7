"""Carries out a plan and takes it back: each step checked right before it, written down first, never the last copy."""

from __future__ import annotations

import errno
import os
import time
from typing import TYPE_CHECKING

from findling.duplicates import Action, CutShort, Outcome, PlanReport, StepReport
from findling.engine.duplicates.disk import is_one_file, remove_leavings
from findling.engine.duplicates.handiwork import NOWHERE, Handiwork
from findling.engine.duplicates.objections import find_objection
from findling.engine.duplicates.planning import file_in_text, step_from_text, step_to_text
from findling.errors import UsageError
from findling.storage.history import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.duplicates import Plan, Step
    from findling.engine.duplicates.bins import Bin
    from findling.engine.duplicates.disk import Disk
    from findling.storage.database import Database
    from findling.storage.history import StepRow

_OUTCOMES = {
    State.DONE: Outcome.DONE,
    State.UNDONE: Outcome.UNDONE,
    State.DROPPED: Outcome.FAILED,
    State.FAILED: Outcome.FAILED,
}
_HALF = frozenset({State.BEGUN, State.FAILED, State.UNDOING})
_CUT = frozenset({State.PLANNED, State.BEGUN, State.UNDOING})


class Clearing:
    """Takes files away by a plan, and puts them back; only the holder of the writer's lock may have one.

    Args:
        database: holds the history.
        disk: where the files lie.
        recycle_bin: where files go that are binned.
        look: told of each path at which something may be otherwise now, before the history is told that it is so:
            whoever follows the files misses none of it, wherever the process ends.
        are_alike: whether two contents are known to say the same, or to be alike; by default the library is asked.
    """

    def __init__(
        self,
        database: Database,
        disk: Disk,
        recycle_bin: Bin,
        look: Callable[[Path], None] = lambda _: None,
        are_alike: Callable[[bytes, bytes], bool] | None = None,
    ) -> None:
        self._database = database
        self._history = database.history
        self._disk = disk
        self._work = Handiwork(disk, recycle_bin, database.history)
        self._look = look
        self._met: set[tuple[int, int]] = set()
        self._are_alike = are_alike or database.duplicates.are_alike

    def apply(
        self,
        plan: Plan,
        should_stop: Callable[[], bool] = lambda: False,
        tell: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> PlanReport:
        """Carry out a plan, step by step; a step that would be unsafe is passed over, with the reason.

        Args:
            plan: what to do.
            should_stop: asked before each step. Where it raises, nobody wished for an end: `recover` tells of it, as it
                does of a crash.
            tell: told after each step how many are through, and of how many.
        """
        reports: list[StepReport] = []
        self._met.clear()
        with self._history.durable():
            with self._database.transaction():
                run, numbers = self._history.begin_run(time.time_ns(), map(step_to_text, plan.steps))
            for number, step in zip(numbers, plan.steps, strict=True):
                if should_stop():
                    break
                reports.append(self._apply(number, step, plan.protected))
                tell(len(reports), len(plan.steps))
            with self._database.transaction():
                stays = self._history.end_run(run)
        return PlanReport(run if stays else 0, tuple(reports))

    def undo(
        self,
        run: int,
        should_stop: Callable[[], bool] = lambda: False,
        tell: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> PlanReport:
        """Take back what a run did, the last step first; for the arguments see `apply`.

        Raises:
            UsageError: there is no such run.
        """
        rows = self._history.steps(run)
        if not rows:
            numbers = ", ".join(str(number) for number, *_ in self._history.runs())
            raise UsageError(f"There is no run {run}.", f"There are: {numbers}." if numbers else "There is none yet.")
        left = [row for row in rows if row.state in (*_HALF, State.DONE)]
        reports: list[StepReport] = []
        self._met.clear()
        with self._history.durable():
            self._mark([(row, State.UNDOING) for row in left])
            for row in left:
                if should_stop():
                    break
                reports.append(self._undo(row))
                tell(len(reports), len(left))
            self._mark([(row, row.state) for row in left[len(reports) :]])
        return PlanReport(run, tuple(reports))

    def recover(self) -> tuple[CutShort, ...]:
        """Bring to an end what was cut short: a step that was begun is done by then, or as if it never was.

        Returns:
            The runs that did not get through, each of which is told of once.
        """
        with self._history.durable():
            found = [self._recover(run) for run in self._history.unsettled()]
        return tuple(each for each in found if each)

    def _recover(self, run: int) -> CutShort | None:
        before = self._history.steps(run)
        for row in before:
            if row.state in _HALF:
                self._settle(row)
        after = self._history.steps(run)
        self._mark([(row, State.DONE) for row in after if row.state is State.UNDOING])
        with self._database.transaction():
            stays = self._history.end_run(run)
        if not any(row.state in _CUT for row in before):
            return None
        undoing = any(row.state is State.UNDOING for row in before)
        reached = State.UNDONE if undoing else State.DONE
        done = sum(row.state is reached for row in after)
        left = [] if undoing else [row for row in after if row.state in (State.PLANNED, State.DROPPED)]
        earlier = self._find_earlier(left)
        runs = tuple(sorted(set(earlier), reverse=True))
        return CutShort(
            run=run if stays else 0, done=done, planned=len(after), undoing=undoing, already=len(earlier), earlier=runs
        )

    def _find_earlier(self, left: Sequence[StepRow]) -> list[int]:
        """The runs that had done what a later one meant to do again, once for each step."""
        runs = {file_in_text(step_from_text(text)): run for run, text in self._history.done_steps()}
        steps = [step_from_text(row.step) for row in left]
        return [runs[part] for step in steps if (part := file_in_text(step)) in runs and _is_gone(step)]

    def _settle(self, row: StepRow) -> None:
        step = step_from_text(row.step)
        try:
            state = self._find_end(step, row)
            remove_leavings(step.file.path.parent, *([row.place.parent] if row.place != NOWHERE else []))
        except OSError:  # the disk is failing, or not there: it is tried again at the next start
            state = State.FAILED
        self._end(row.id, step, row.place, state)

    def _find_end(self, step: Step, row: StepRow) -> State:
        """Finish a step that is half done, or take it back."""
        if self._work.is_done(step, row):
            return State.DONE
        if row.state is not State.UNDOING and self._work.is_nowhere(step, row.place):
            # Taken away by somebody else, while this step had done nothing yet.
            self._work.release(step, row.place)
            return State.DROPPED
        if self._work.take_back(step, row):
            return State.FAILED
        return State.UNDONE if row.state is State.UNDOING else State.DROPPED

    def _apply(self, number: int, step: Step, protected: Sequence[Path]) -> StepReport:
        try:
            place = None
            objection = find_objection(step, protected, self._disk, self._are_alike)
            if not objection:
                place = self._work.choose_place(step)
                again = self._is_met(step.file.path)
        except OSError as error:
            return self._pass_over(step, Outcome.FAILED, _explain_missing(step, error))
        if place is None:
            return self._pass_over(step, Outcome.SKIPPED, objection)
        with self._database.transaction():
            self._history.begin_step(number, place)
        words = ""
        state = State.DONE
        try:
            self._work.act(step, place)
        except OSError as error:
            words = _explain(error)
            state = State.DROPPED if self._work.clean_up(step, place, number) else State.FAILED
        self._end(number, step, place, state)
        return StepReport(step, _OUTCOMES[state], words, again)

    def _pass_over(self, step: Step, outcome: Outcome, words: str) -> StepReport:
        self._look(step.file.path)
        if self._was_done(step):
            return StepReport(step, Outcome.ALREADY, "it was cleared up already")
        return StepReport(step, outcome, words)

    def _was_done(self, step: Step) -> bool:
        return _is_gone(step) and self._history.has_done(file_in_text(step))

    def _end(self, number: int, step: Step, place: Path, state: State) -> None:
        self._look(step.file.path)
        if step.action in (Action.MOVE, Action.RENAME):
            self._look(place)
        with self._database.transaction():
            self._history.end_step(number, state)

    def _mark(self, states: Sequence[tuple[StepRow, State]]) -> None:
        with self._database.transaction():
            for row, state in states:
                self._history.end_step(row.id, state)

    def _undo(self, row: StepRow) -> StepReport:
        step = step_from_text(row.step)
        try:
            words = self._work.take_back(step, row)
        except OSError as error:
            words = _explain(error)
        state = row.state if words else State.UNDONE
        self._end(row.id, step, row.place, state)
        if words:
            return StepReport(step, Outcome.FAILED, words)
        return StepReport(step, Outcome.UNDONE, again=self._is_met(step.file.path))

    def _is_met(self, path: Path) -> bool:
        """Whether a file was met in this run by another name."""
        try:
            found = path.lstat()
        except OSError:
            return False
        node = (found.st_dev, found.st_ino)
        met = found.st_nlink > 1 and node in self._met
        self._met.add(node)
        return met


def _is_gone(step: Step) -> bool:
    """Whether a file is not there any more, or but another name of the one that survives."""
    path = step.file.path
    return not os.path.lexists(path) or (step.action is Action.LINK and is_one_file(path, step.survivor.path))


def _explain_missing(step: Step, error: OSError) -> str:
    """Why a step cannot be looked into; what is not there is said in words of ours."""
    if not os.path.lexists(step.file.path):
        return "it is not there any more"
    if not os.path.lexists(step.survivor.path):
        return "the file that is to survive is not there any more"
    return _explain(error)


def _explain(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "it is a link, not a file"
    return error.strerror or str(error)
