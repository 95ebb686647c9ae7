"""Files that are alike: duplicates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, count, iso_time, print_json, show_path, size_text
from findling.duplicates import Action, Likeness, Outcome
from findling.errors import FindlingError, UsageError
from findling.paths import absolute

if TYPE_CHECKING:
    from findling.duplicates import Group, Member, PlanReport, Preferences

_WORDS = {
    Likeness.IDENTICAL: "identical",
    Likeness.SAME_TEXT: "same text in another file",
    Likeness.NEAR: "nearly the same",
    Likeness.CONTAINED: "one inside the other",
    Likeness.VERSION: "versions of one document",
    Likeness.TEMPLATE: "same template, not duplicates",
}

# What is of one template is listed only when it is asked for: these are no duplicates.
_DUPLICATES = tuple(kind for kind in Likeness if kind is not Likeness.TEMPLATE)

_DOES = {Action.BIN: "to the bin:", Action.MOVE: "move:", Action.LINK: "link:"}


@click.command()
@click.option(
    "--min-similarity", "threshold", default=0.0, type=click.FloatRange(0, 1), metavar="0..1",
    help="The least similarity of any two files of a group.",
)  # fmt: skip
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Likeness]), help="Only such.")
@click.option(
    "--in", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Only groups with a file there."
)
@click.option(
    "--plan", "plan_to", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write down what would be cleared away: copies whose text another file has whole.",
)  # fmt: skip
@click.option(
    "--action", default="bin", show_default=True, type=click.Choice([action.value for action in _DOES]),
    help="What the plan does with them.",
)  # fmt: skip
@click.option("--to", "target", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Move where.")
@click.option(
    "--protect",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Plan to take nothing from there.",
)
@click.option(
    "--apply", "plan_from", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Carry out a plan, each step checked right before.",
)  # fmt: skip
@click.option("--undo", "run", type=int, metavar="RUN", help="Take back what a run did.")
@click.option("--history", is_flag=True, help="List the runs.")
@pass_context
def duplicates(
    context: Context,
    threshold: float,
    kinds: tuple[str, ...],
    folder: Path | None,
    plan_to: Path | None,
    action: str,
    target: Path | None,
    protect: tuple[Path, ...],
    plan_from: Path | None,
    run: int | None,
    *,
    history: bool,
) -> None:
    """List groups of files that are alike; nothing is changed but by --apply and --undo."""
    from findling.engine.duplicates.keeping import read_preferences

    if sum((plan_to is not None, plan_from is not None, run is not None, history)) > 1:
        raise UsageError("Only one of --plan, --apply, --undo and --history can be meant at once.")
    if plan_from is not None:
        _apply(context, plan_from)
        return
    if run is not None:
        _undo(context, run)
        return
    if history:
        _print_history(context)
        return
    own = read_preferences(context.settings)
    preferences = replace(own, protected=(*own.protected, *map(absolute, protect)))
    with context.library() as library:
        groups = library.duplicates(
            threshold=threshold,
            kinds=tuple(map(Likeness, kinds)) or _DUPLICATES,
            folder=absolute(folder) if folder else None,
            preferences=preferences,
        )
    if plan_to is not None:
        _plan(context, groups, plan_to, Action(action), absolute(target) if target else None, preferences)
        return
    if context.json:
        print_json({"groups": [_as_document(group) for group in groups]})
        return
    _print_groups(groups)


def _plan(
    context: Context, groups: list[Group], file: Path, action: Action, target: Path | None, preferences: Preferences
) -> None:
    from findling.engine.duplicates.disk import Disk
    from findling.engine.duplicates.planning import make_plan, write_plan

    plan = make_plan(groups, Disk(), action=action, target=target, protected=preferences.protected)
    try:
        write_plan(plan, file)
    except OSError as error:
        raise FindlingError(f"The plan cannot be written to {file}: {error.strerror}.") from error
    if context.json:
        print_json({"steps": len(plan.steps), "bytes": sum(step.file.size for step in plan.steps)})
        return
    out = console()
    for step in plan.steps:
        out.print(f"{_DOES[step.action]} {show_path(step.file.path)}, keep {show_path(step.survivor.path)}")
    size = size_text(sum(step.file.size for step in plan.steps))
    out.print(f"{count(len(plan.steps), 'file')}, {size}. Nothing is done yet: findling duplicates --apply {file}")


def _apply(context: Context, file: Path) -> None:
    from findling.engine.duplicates.planning import read_plan
    from findling.worker.client import WorkerClient

    plan = read_plan(file)
    with WorkerClient.start(context.paths, verbose=context.verbose) as worker:
        _print_report(context, worker.clear(plan))


def _undo(context: Context, run: int) -> None:
    from findling.worker.client import WorkerClient

    with WorkerClient.start(context.paths, verbose=context.verbose) as worker:
        _print_report(context, worker.undo(run))


def _print_report(context: Context, report: PlanReport) -> None:
    if context.json:
        steps = [
            {"path": str(each.step.file.path), "outcome": each.outcome.value, "reason": each.words}
            for each in report.steps
        ]
        print_json({"run": report.run, "steps": steps})
        return
    out = console()
    for each in report.steps:
        words = f": {each.words}" if each.words else ""
        out.print(f"{each.outcome} {show_path(each.step.file.path)}{words}")
    if any(each.outcome is Outcome.DONE for each in report.steps):
        out.print(f"To take it back: findling duplicates --undo {report.run}")


def _print_history(context: Context) -> None:
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
        return
    for each in runs:
        console().print(f"{each.run}  {iso_time(each.started_ns)}  {each.done} done, {each.undone} taken back")


def _print_groups(groups: list[Group]) -> None:
    out = console()
    for group in groups:
        out.print(
            f"{_WORDS[group.likeness]}, {group.similarity:.0%} alike, {size_text(group.reclaimable_bytes)} to gain",
            style="bold",
        )
        for member in group.members:
            out.print(f"  {_describe(group, member)}")
    total = sum(group.reclaimable_bytes for group in groups if group.likeness is not Likeness.TEMPLATE)
    out.print(f"{count(len(groups), 'group')}, {size_text(total)} to gain." if groups else "No duplicates found.")


def _describe(group: Group, member: Member) -> str:
    said = f"keep ({group.reason})" if member.keep else f"{member.similarity:.0%}"
    differing = [
        count(number, noun)
        for number, noun in (
            (member.changes.numbers, "number"),
            (member.changes.dates, "date"),
            (member.changes.names, "name"),
            (member.changes.negations, "negation"),
        )
        if number
    ]
    more = f"  differs in {', '.join(differing)}" if differing else ""
    return f"{show_path(member.path)}  {iso_time(member.modified_ns)[:10]}  {size_text(member.size)}  {said}{more}"


def _as_document(group: Group) -> dict[str, Any]:
    return {
        "kind": group.likeness.value,
        "similarity": group.similarity,
        "reclaimable_bytes": group.reclaimable_bytes,
        "reason": group.reason,
        "files": [
            {
                "path": str(member.path),
                "bytes": member.size,
                "modified": iso_time(member.modified_ns),
                "keep": member.keep,
                "selected": member.selected,
                "similarity": member.similarity,
                "containment": member.containment,
                "differs": {
                    "numbers": member.changes.numbers,
                    "dates": member.changes.dates,
                    "names": member.changes.names,
                    "negations": member.changes.negations,
                    "words": member.changes.words,
                },
            }
            for member in group.members
        ],
    }
