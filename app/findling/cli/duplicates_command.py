"""Command that lists duplicates."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from findling.cli.clear_command import ACTIONS, apply, plan, print_history, undo
from findling.cli.context import Context, pass_context
from findling.cli.output import as_document, console, iso_time, plural, print_json, show_path, size_text
from findling.domain.comparisons import MatchKind, floor_percent
from findling.domain.duplicates import Review
from findling.domain.plans import Action
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.paths import absolute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.duplicates import Group, Member

_WORDS = {
    MatchKind.IDENTICAL: "identical",
    MatchKind.SAME_TEXT: "same words in another file",
    MatchKind.NEAR: "nearly the same",
    MatchKind.CONTAINED: "one inside the other",
    MatchKind.VERSION: "versions of one document",
    MatchKind.TEMPLATE: "same template, not duplicates",
}

# What is of one template is listed only when it is asked for: these are no duplicates.
_DUPLICATES = tuple(kind for kind in MatchKind if kind is not MatchKind.TEMPLATE)

# There may be thousands of one template; nobody reads them all.
_MOST_OF_TEMPLATE = 100


@click.command()
@click.option(
    "--min-similarity", "threshold", default=0.0, type=click.FloatRange(0, 1), metavar="0..1",
    help="The least similarity of any two files of a group.",
)  # fmt: skip
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in MatchKind]), help="Only such."
)
@click.option(
    "--in", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Only groups with a file there."
)
@click.option("--all-files", is_flag=True, help=f"List all files of a template, not {_MOST_OF_TEMPLATE} at most.")
@click.option(
    "--plan", "plan_to", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write down what would be cleared away: copies of which all words stand in another file.",
)  # fmt: skip
@click.option(
    "--action", default="bin", show_default=True, type=click.Choice([action.value for action in ACTIONS]),
    help="What the plan does with them.",
)  # fmt: skip
@click.option("--to", "target", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Move where.")
@click.option(
    "--protect",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Take nothing from there.",
)
@click.option("--force", is_flag=True, help="Let --plan overwrite what is in FILE.")
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
    all_files: bool,
    force: bool,
    history: bool,
) -> int:
    """List groups of files that are alike; nothing is changed but by --apply and --undo."""
    from findling.duplicates.group_builder import find_groups
    from findling.duplicates.keeper_rules import read_preferences

    if sum((plan_to is not None, plan_from is not None, run is not None, history)) > 1:
        raise UsageError(CommandMessage.ONE_OF_PLAN_OPTIONS())
    if plan_from is not None:
        return apply(context, plan_from)
    if run is not None:
        return undo(context, run)
    if history:
        return print_history(context)
    _check_folders(folder, *protect)
    own = read_preferences(context.settings)
    review = Review(
        threshold=threshold,
        kinds=tuple(map(MatchKind, kinds)) or _DUPLICATES,
        folder=absolute(folder) if folder else None,
        preferences=replace(own, protected=(*own.protected, *map(absolute, protect))),
    )
    with context.library() as library:
        if review.folder is not None:
            _check_covered(review.folder, [each.path for each in library.folders()])
        found = library.found_duplicates()
    if plan_to is not None:
        return plan(context, found, review, plan_to, Action(action), target, force=force)
    groups = find_groups(found, review)
    if context.json:
        print_json({"groups": [_as_document(group, _choose_listed(group, all_files=all_files)) for group in groups]})
    else:
        _print_groups(groups, all_files=all_files)
    return 0


def _check_folders(*folders: Path | None) -> None:
    """Refuse a missing folder: it has no files and would protect none."""
    for folder in folders:
        if folder is not None and not folder.is_dir():
            raise UsageError(LibraryMessage.NO_FOLDER(folder=folder), Remedy.CHECK_NAME_OR_DISK())


def _check_covered(folder: Path, roots: list[Path]) -> None:
    if not any(folder == root or folder in root.parents or root in folder.parents for root in roots):
        raise UsageError(LibraryMessage.FOLDER_NOT_IN_LIBRARY(folder=folder), Remedy.ADD_THIS_FOLDER())


def _choose_listed(group: Group, *, all_files: bool) -> Sequence[Member]:
    """Return the files of a group to list: of one template the first few, unless all are wanted."""
    is_short = group.likeness is MatchKind.TEMPLATE and not all_files
    return group.members[:_MOST_OF_TEMPLATE] if is_short else group.members


def _print_groups(groups: list[Group], *, all_files: bool) -> None:
    out = console()
    for group in groups:
        alike = f"{_WORDS[group.likeness]}, {floor_percent(group.similarity)}% alike"
        out.print(f"{alike}, {size_text(group.reclaimable_bytes)} to gain", style="bold")
        listed = _choose_listed(group, all_files=all_files)
        for member in listed:
            out.print(f"  {_describe(group, member)}")
        if len(listed) < len(group.members):
            out.print(f"  and {plural(len(group.members) - len(listed), 'more file')} (--all-files lists them)")
    total = sum(group.reclaimable_bytes for group in groups if group.likeness is not MatchKind.TEMPLATE)
    out.print(f"{plural(len(groups), 'group')}, {size_text(total)} to gain." if groups else "No duplicates found.")


def _describe(group: Group, member: Member) -> str:
    text = f"keep ({group.reason})" if member.keep else f"{floor_percent(member.similarity)}%"
    stays = ", in another file" if member.is_embedded else ", protected" if member.protected else ""
    text += stays or (", can go" if member.selected else "")
    if member.survivor and member.has_twin and member.survivor != group.members[0].path:
        like = "identical to" if member.likeness is MatchKind.IDENTICAL else "the same text as"
        text += f", {like} {show_path(member.survivor)}"
    if member.withheld and not member.selected:
        text += f", not proposed: {member.withheld}"
    differing = [
        plural(number, noun)
        for number, noun in (
            (member.changes.numbers, "number"),
            (member.changes.dates, "date"),
            (member.changes.names, "name"),
            (member.changes.negations, "negation"),
        )
        if number
    ]
    more = f"  differs in {', '.join(differing)}" if differing else ""
    return f"{show_path(member.path)}  {iso_time(member.modified_ns)[:10]}  {size_text(member.size)}  {text}{more}"


def _as_document(group: Group, listed: Sequence[Member]) -> dict[str, Any]:
    return {
        "kind": group.likeness.value,
        "similarity": group.similarity,
        "reclaimable_bytes": group.reclaimable_bytes,
        "reason": str(group.reason),
        "withheld": as_document(group.withheld),
        "files": [
            {
                "path": str(member.path),
                "bytes": member.size,
                "modified": iso_time(member.modified_ns),
                "keep": member.keep,
                "selected": member.selected,
                "embedded": member.is_embedded,
                "survivor": str(member.survivor) if member.survivor else None,
                "likeness": member.likeness,
                "similarity": member.similarity,
                "containment": member.containment,
                "differs": asdict(member.changes),
                "withheld": as_document(member.withheld),
            }
            for member in listed
        ],
        **({"more_files": len(group.members) - len(listed)} if len(listed) < len(group.members) else {}),
    }
