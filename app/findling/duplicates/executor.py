"""Carries out and undoes plans; steps are checked and recorded first; a last copy is kept."""

from __future__ import annotations

import errno
import logging
import os
import time
from typing import TYPE_CHECKING

from findling.domain.plans import Action, CutShort, PlanReport, StepOutcome, StepReport, Trouble, UnsettledStep
from findling.duplicates.fileops import UnsafeError, is_one_file, remove_temporaries
from findling.duplicates.step_executor import NOWHERE, StepExecutor, find_objection, object_to_content
from findling.errors import FindlingError, UsageError
from findling.messages.library_templates import ClearingMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.storage.database import translated_errors
from findling.storage.history_table import StepState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.domain.plans import Plan, Step
    from findling.duplicates.fileops import FileSystem
    from findling.duplicates.trash import Trash
    from findling.messages.notice import Notice
    from findling.storage.database import Database
    from findling.storage.history_table import StepRow

_OUTCOMES = {
    StepState.DONE: StepOutcome.DONE,
    StepState.UNDONE: StepOutcome.UNDONE,
    StepState.DROPPED: StepOutcome.FAILED,
    StepState.FAILED: StepOutcome.FAILED,
}
_HALF = frozenset({StepState.BEGUN, StepState.FAILED, StepState.UNDOING})
_CUT = frozenset({StepState.PLANNED, StepState.BEGUN, StepState.UNDOING})

_log = logging.getLogger(__name__)


class PlanExecutor:
    """Executor of plans, for the holder of the writer's lock.

    Args:
        database: holds the history.
        disk: where the files lie.
        recycle_bin: where files go that are binned.
        on_change: called with each path that may have changed, before the history records it: whoever follows the files
            misses nothing, wherever the process ends.
        object_to: returns why a step's survivor must not stand for its file; by default the library is asked.
    """

    def __init__(
        self,
        database: Database,
        disk: FileSystem,
        recycle_bin: Trash,
        on_change: Callable[[Path], None] = lambda _: None,
        object_to: Callable[[Step], Notice | None] | None = None,
    ) -> None:
        self._database = database
        self._history = database.history
        self._disk = disk
        self._steps = StepExecutor(disk, recycle_bin, database.history)
        self._on_change = on_change
        self._nodes: set[tuple[int, int]] = set()
        self._object_to = object_to or (lambda step: object_to_content(step, database.duplicates))

    def apply(
        self,
        plan: Plan,
        should_stop: Callable[[], bool] = lambda: False,
        report: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> PlanReport:
        """Carry out a plan; a step that would be unsafe is skipped, with the reason.

        Args:
            plan: the steps.
            should_stop: asked before each step. Where it raises, nobody asked to stop: `recover` reports that as it
                does a crash.
            report: called after each step with the steps that are through and their number.
        """
        reports: list[StepReport] = []
        self._nodes.clear()
        with self._history.durable():
            with self._database.transaction():
                run, numbers = self._history.begin_run(time.time_ns(), plan.steps)
            for number, step in zip(numbers, plan.steps, strict=True):
                if should_stop():
                    break
                reports.append(self._apply(number, step, plan.protected))
                report(len(reports), len(plan.steps))
            with self._database.transaction():
                stays = self._history.end_run(run)
        return PlanReport(run if stays else 0, tuple(reports))

    def undo(
        self,
        run: int,
        should_stop: Callable[[], bool] = lambda: False,
        report: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> PlanReport:
        """Undo a run, the last step first; for the arguments see `apply`.

        Raises:
            UsageError: there is no such run.
        """
        rows = self._history.steps(run)
        if not rows:
            numbers = ", ".join(str(number) for number, *_ in self._history.runs())
            raise UsageError(
                ClearingMessage.NO_RUN(run=run), Remedy.RUNS_ARE(runs=numbers) if numbers else Remedy.NO_RUNS()
            )
        all_left = [row for row in rows if row.state in (*_HALF, StepState.DONE)]
        left = [(row, row.step) for row in all_left if row.step]
        reports: list[StepReport] = []
        self._nodes.clear()
        with self._history.durable():
            self._mark([(row, StepState.UNDOING) for row, _ in left])
            for row, step in left:
                if should_stop():
                    break
                reports.append(self._undo(row, step))
                report(len(reports), len(left))
            self._mark([(row, row.state) for row, _ in left[len(reports) :]])
        damaged = [_to_unsettled(Trouble.RECORD, row) for row in all_left if not row.step]
        return PlanReport(run, tuple(reports), tuple(damaged))

    def recover(self) -> tuple[CutShort, ...]:
        """Finish or undo each step that was cut short; return the runs concerned, each once.

        A step that can be neither finished nor undone is reported as unsettled, and holds up no other.
        """
        with translated_errors(self._database.path), self._history.durable():
            found = [self._recover(run) for run in self._history.unsettled()]
        return tuple(each for each in found if each)

    def _recover(self, run: int) -> CutShort | None:
        before = self._history.steps(run)
        unsettled = [each for row in before if row.state in _HALF and (each := self._settle(row))]
        after = self._history.steps(run)
        with self._database.transaction():
            stays = self._history.end_run(run)
        if not any(row.state in _CUT for row in before):
            return None
        undoing = any(row.state is StepState.UNDOING for row in before)
        reached = StepState.UNDONE if undoing else StepState.DONE
        done = sum(row.state is reached for row in after)
        left = [] if undoing else [row.step for row in after if row.state in (StepState.PLANNED, StepState.DROPPED)]
        earlier = [found for step in left if step and _is_gone(step) and (found := self._history.find_done(step.file))]
        runs = tuple(sorted(set(earlier), reverse=True))
        return CutShort(
            run=run if stays else 0,
            done=done,
            planned=len(after),
            undoing=undoing,
            already=len(earlier),
            earlier=runs,
            unsettled=tuple(unsettled),
        )

    def _settle(self, row: StepRow) -> UnsettledStep | None:
        """Finish or undo a step, or return why neither can be done."""
        state, unsettled = StepState.FAILED, _to_unsettled(Trouble.RECORD, row)
        if row.step:
            try:
                state, why = self._find_end(row.step, row)
                remove_temporaries(row.step.file.path.parent, *([row.place.parent] if row.place != NOWHERE else []))
                unsettled = _to_unsettled(Trouble.REFUSAL, row, why)
            except OSError as error:  # the disk is failing, or not there: it is tried again at the next start
                state, unsettled = StepState.FAILED, _to_unsettled(Trouble.REFUSAL, row, _explain(error))
            except FindlingError:
                raise
            except Exception:  # noqa: BLE001 - raised, it would end each writer of this library at its start
                _log.exception("step %d of the history could not be settled", row.id)
                unsettled = _to_unsettled(Trouble.BUG, row)
        self._end(row.id, state, _find_touched(row.step, row.place) if row.step else _find_named(row))
        return unsettled if state is StepState.FAILED else None

    def _find_end(self, step: Step, row: StepRow) -> tuple[StepState, Notice | None]:
        """Return the state in which a step ends, or the reason why it does not."""
        if self._steps.is_done(step, row):
            return StepState.DONE, None
        if row.state is not StepState.UNDOING and self._steps.is_missing(step, row.place):
            # Taken away by somebody else, while this step had done nothing yet.
            self._steps.release(step, row.place)
            return StepState.DROPPED, None
        if why := self._steps.undo(step, row):
            return StepState.FAILED, why
        return StepState.UNDONE if row.state is StepState.UNDOING else StepState.DROPPED, None

    def _apply(self, number: int, step: Step, protected: Sequence[Path]) -> StepReport:
        try:
            place = None
            objection = find_objection(step, protected, self._disk, self._object_to)
            if not objection:
                place = self._steps.choose_place(step)
                again = self._was_seen(step.file.path)
        except OSError as error:
            return self._skip(step, StepOutcome.FAILED, _explain_missing(step, error))
        if place is None:
            return self._skip(step, StepOutcome.SKIPPED, objection)
        with self._database.transaction():
            self._history.begin_step(number, place)
        why = None
        state = StepState.DONE
        try:
            self._steps.execute(step, place)
        except OSError as error:
            why = _explain(error)
            state = StepState.DROPPED if self._steps.clean_up(step, place, number) else StepState.FAILED
        self._end(number, state, _find_touched(step, place))
        return StepReport(step, _OUTCOMES[state], why, again)

    def _skip(self, step: Step, outcome: StepOutcome, why: Notice | None) -> StepReport:
        self._on_change(step.file.path)
        if _is_gone(step) and self._history.find_done(step.file):
            return StepReport(step, StepOutcome.ALREADY, ClearingMessage.CLEARED_ALREADY())
        return StepReport(step, outcome, why)

    def _end(self, number: int, state: StepState, touched: Sequence[Path]) -> None:
        for path in touched:
            self._on_change(path)
        with self._database.transaction():
            self._history.end_step(number, state)

    def _mark(self, states: Sequence[tuple[StepRow, StepState]]) -> None:
        with self._database.transaction():
            for row, state in states:
                self._history.end_step(row.id, state)

    def _undo(self, row: StepRow, step: Step) -> StepReport:
        try:
            why = self._steps.undo(step, row)
        except OSError as error:
            why = _explain(error)
        state = row.state if why else StepState.UNDONE
        self._end(row.id, state, _find_touched(step, row.place))
        if why:
            return StepReport(step, StepOutcome.FAILED, why)
        return StepReport(step, StepOutcome.UNDONE, again=self._was_seen(step.file.path))

    def _was_seen(self, path: Path) -> bool:
        """Tell whether this run came upon the file by another name."""
        try:
            found = path.lstat()
        except OSError:
            return False
        node = (found.st_dev, found.st_ino)
        seen = found.st_nlink > 1 and node in self._nodes
        self._nodes.add(node)
        return seen


def _find_touched(step: Step, place: Path) -> list[Path]:
    """Return the paths that a step may have changed."""
    return [step.file.path, place] if step.action in (Action.MOVE, Action.RENAME) else [step.file.path]


def _find_named(row: StepRow) -> list[Path]:
    """Return the paths in a row, whatever else of it is damaged."""
    return [path for path in (row.path, row.place) if path and path != NOWHERE]


def _to_unsettled(trouble: Trouble, row: StepRow, why: Notice | None = None) -> UnsettledStep:
    places = tuple(path for path in _find_named(row) if os.path.lexists(path))
    return UnsettledStep(trouble, row.path, places, why)


def _is_gone(step: Step) -> bool:
    """Tell whether a file is gone, or but another name of its survivor."""
    path = step.file.path
    return not os.path.lexists(path) or (step.action is Action.LINK and is_one_file(path, step.survivor.path))


def _explain_missing(step: Step, error: OSError) -> Notice:
    """Return why a step cannot be checked."""
    if not os.path.lexists(step.file.path):
        return ClearingMessage.GONE()
    if not os.path.lexists(step.survivor.path):
        return ClearingMessage.SURVIVOR_GONE()
    return _explain(error)


def _explain(error: OSError) -> Notice:
    if isinstance(error, UnsafeError):
        return error.notice
    return ClearingMessage.IS_LINK() if error.errno == errno.ELOOP else explain_os_error(error)
