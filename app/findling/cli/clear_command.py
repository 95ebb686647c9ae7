"""Options of `duplicates` that write, execute or undo a plan, and list the history."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from findling.cli.output import as_document, console, iso_time, plural, print_json, show_path, size_text
from findling.cli.progress_meter import running_meter
from findling.cli.writer_commands import (
    describe_interrupted,
    explain_unsettled,
    explain_way_back,
    start_writer,
    stopping,
)
from findling.domain.comparisons import floor_percent
from findling.domain.plans import OBSTACLE_MESSAGES, Action, Obstacle, StepOutcome
from findling.errors import FindlingError, WorkerError
from findling.messages.system_templates import SystemMessage
from findling.paths import absolute

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.cli.context import Context
    from findling.cli.progress_meter import Meter
    from findling.domain.duplicates import Review
    from findling.domain.plans import Planned, PlanReport
    from findling.duplicates.snapshot import DuplicateSnapshot
    from findling.processes.writer.writer_client import WriterClient

ACTIONS = {Action.BIN: "to the bin:", Action.MOVE: "move:", Action.LINK: "link:"}
"""Actions of a plan on the files that go, and how each of its lines begins."""

_LEFT = frozenset({StepOutcome.FAILED, StepOutcome.SKIPPED})
_ENDED = frozenset({StepOutcome.DONE, StepOutcome.UNDONE})


def plan(
    context: Context,
    found: DuplicateSnapshot,
    review: Review,
    file: Path,
    action: Action,
    target: Path | None,
    *,
    force: bool,
) -> int:
    """Write a plan for the proposals of a review, if any; return the exit status."""
    from findling.duplicates.fileops import FileSystem
    from findling.duplicates.group_builder import find_groups
    from findling.duplicates.plan import make_plan
    from findling.duplicates.plan_file import write_plan
    from findling.duplicates.snapshot import PairLookup

    groups = find_groups(found, review)
    withheld = [member for group in groups for member in group.members if member.withheld]
    planned = make_plan(
        groups,
        PairLookup(found),
        FileSystem(),
        action=action,
        target=absolute(target) if target else None,
        protected=review.preferences.protected,
    )
    if planned.plan.steps:
        write_plan(planned.plan, file, overwrite=force)
    if context.json:
        left_out = [{"path": str(each.path), "reason": each.why.value} for each in planned.left_out]
        losing = [{"path": str(each.path), "held": each.held} for each in planned.losing]
        written = {"steps": len(planned.plan.steps), "bytes": planned.freed, "left_out": left_out, "losing": losing}
        reasons = [{"path": str(each.path)} | (as_document(each.withheld) or {}) for each in withheld]
        print_json(written | {"withheld": reasons})
    else:
        _print_plan(planned, file)
        if withheld:
            files = plural(len(withheld), "file")
            console().print(f"{files} not proposed, though another has the same words; findling duplicates says why.")
    return 0


def _print_plan(planned: Planned, file: Path) -> None:
    out = console()
    steps = planned.plan.steps
    held = {each.path: each.held for each in planned.losing}
    for step in steps:
        losing = f" (only {floor_percent(held[step.file.path])}% of it is in that)" if step.file.path in held else ""
        out.print(f"{ACTIONS[step.action]} {show_path(step.file.path)}, keep {show_path(step.survivor.path)}{losing}")
    for each in planned.left_out:
        out.print(f"left out: {show_path(each.path)}: {OBSTACLE_MESSAGES[each.why]()}")
    if any(each.why is Obstacle.CHANGED for each in planned.left_out):
        out.print("What has changed is read again by: findling index")
    if not steps:
        out.print("There is nothing to clear up, so no plan was written.")
        return
    # The path is one to be copied: as it was typed.
    done = f"{plural(len(steps), 'file')}, {size_text(planned.freed)}. Nothing is done yet"
    out.print(f"{done}: findling duplicates --apply {file}")


def apply(context: Context, file: Path) -> int:
    """Execute a plan; return the exit status, 1 if a file was left as it was."""
    from findling.duplicates.plan_file import read_plan

    read = read_plan(file)
    again = f"findling duplicates --apply {file}"
    report, stopped = _carry_out(context, lambda writer, meter: writer.clear(read, meter), again)
    _print_report(context, report)
    if stopped and len(report.steps) < len(read.steps):
        _print_stopped(report, f" of {plural(len(read.steps), 'file')} cleared up", again)
        raise KeyboardInterrupt
    if not read.steps and not context.json:
        console().print("The plan has no steps: there was nothing to do.")
    return _status(report)


def undo(context: Context, run: int) -> int:
    """Undo a run; return the exit status, 1 if a file could not be put back."""
    again = f"findling duplicates --undo {run}"
    report, stopped = _carry_out(context, lambda writer, meter: writer.undo(run, meter), again)
    _print_report(context, report)
    if stopped:
        _print_stopped(report, " put back", again)
        raise KeyboardInterrupt
    if not report.steps and not report.unsettled and not context.json:
        console().print(f"Nothing of run {run} is left to be taken back.")
    return _status(report)


def _status(report: PlanReport) -> int:
    return int(bool(report.unsettled) or any(each.outcome in _LEFT for each in report.steps))


def _carry_out(
    context: Context, act: Callable[[WriterClient, Meter], PlanReport], again: str
) -> tuple[PlanReport, bool]:
    """Run an action of the writer; return its report and whether the user interrupted it."""
    from findling.processes.writer.writer_client import WriterClient

    try:
        with (
            start_writer(context) as writer,
            running_meter(context, lambda number: plural(number, "file")) as meter,
            stopping(writer),
        ):
            return act(writer, meter), writer.was_stopped
    except WorkerError as error:
        # The next writer brings to an end what this one has left half done.
        with WriterClient.start(context.paths, verbose=context.verbose) as writer:
            found = writer.cut_short
        if not found:
            raise
        remedy = f"{explain_way_back(found[-1])} To go on: {again}".lstrip()
        raise FindlingError(
            SystemMessage.PLAIN(text=describe_interrupted(found[-1])), SystemMessage.PLAIN(text=remedy)
        ) from error


def _print_stopped(report: PlanReport, outcome: str, again: str) -> None:
    """Print how far an interrupted run came and how to continue."""
    done = sum(each.outcome in _ENDED for each in report.steps)
    already = sum(each.outcome is StepOutcome.ALREADY for each in report.steps)
    before = f", {already} before" if already else ""
    text = f"Stopped: {done}{outcome}{before}."
    if not report.steps:
        text = "Stopped. What was done by then: findling duplicates --history."
    run = report.run if any(each.outcome is StepOutcome.DONE for each in report.steps) else 0
    back = f" It is run {run}: to take it back, findling duplicates --undo {run}." if run else ""
    print(f"findling: {text}{back} To go on: {again}", file=sys.stderr)


def _print_report(context: Context, report: PlanReport) -> None:
    if context.json:
        steps = [
            {"path": str(each.step.file.path), "outcome": each.outcome.value, "reason": str(each.why or "")}
            for each in report.steps
        ]
        unsettled = [
            {
                "path": str(each.path) if each.path else None,
                "outcome": StepOutcome.FAILED.value,
                "reason": explain_unsettled(each, report.run),
            }
            for each in report.unsettled
        ]
        print_json({"run": report.run or None, "steps": steps + unsettled})
        return
    out = console()
    for each in report.steps:
        words = "already done" if each.outcome is StepOutcome.ALREADY else each.outcome
        reason = f": {each.why}" if each.outcome in _LEFT else ""
        out.print(f"{words} {show_path(each.step.file.path)}{reason}")
    for step in report.unsettled:
        name = show_path(step.path) if step.path else "a file"
        out.print(f"{StepOutcome.FAILED} {name}: {explain_unsettled(step, report.run)}")
    outcomes = [each.outcome for each in report.steps]
    done, already = outcomes.count(StepOutcome.DONE), outcomes.count(StepOutcome.ALREADY)
    if done:
        both = f"{plural(done, 'file')} cleared up now, {already} before. " if already else ""
        out.print(f"{both}To take it back: findling duplicates --undo {report.run}")
    if already:
        text = "All of it was done already. " if already == len(outcomes) else ""
        out.print(f"{text}What was done before: findling duplicates --history")


def print_history(context: Context) -> int:
    """List the runs, the latest first; return the exit status."""
    with context.library() as library:
        runs = library.runs()
    if context.json:
        print_json(
            {
                "runs": [
                    {"run": each.run, "started": iso_time(each.started_ns), "done": each.done, "undone": each.undone}
                    for each in runs
                ]
            }
        )
        return 0
    for each in runs:
        console().print(f"{each.run}  {iso_time(each.started_ns)}  {each.done} done, {each.undone} taken back")
    if not runs:
        console().print("Nothing was cleared up yet.")
    return 0
