"""Command that tells whether files are in the library already."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, make_line, print_json, show_path
from findling.domain.comparisons import floor_percent
from findling.domain.duplicate_check import Verdict
from findling.domain.reasons import explain
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.domain.duplicate_check import CheckedFile, KnownFile

KNOWN, _FAILED = 3, 1

_WORDS = MappingProxyType(
    {
        Verdict.IDENTICAL: "identical to",
        Verdict.SAME_TEXT: "the same text as",
        Verdict.NEAR: "nearly the same as",
        Verdict.NEWER_VERSION: "a newer version of",
        Verdict.OLDER_VERSION: "an older version of",
        Verdict.CONTAINED: "contained in",
        Verdict.HOLDS: "holds",
    }
)
_LISTED = 5


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@pass_context
def check(context: Context, files: tuple[Path, ...]) -> int:
    """Tell whether the library has FILEs: the same, another version, a part, or nearly the same.

    They may lie anywhere, and are only read; of a folder all files in it are meant, but for hidden ones. The exit
    status is 3 if one is known, 0 if all are new, and 1 if one could not be read and the others are new.
    """
    with context.library(once=True) as library:
        checked = library.check(list(_list_files(files)))
    if context.json:
        print_json({"files": list(map(_as_document, checked))})
    else:
        _print_files(checked)
    if any(each.verdict.is_known for each in checked):
        return KNOWN
    return _FAILED if any(each.verdict is Verdict.UNREADABLE for each in checked) else 0


def _list_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Return files as they are named, and the files in folders by path.

    Raises:
        UsageError: a folder holds no file.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(_walk(path))
        if not found:
            raise UsageError(LibraryMessage.FOLDER_HAS_NO_FILES(folder=path), Remedy.CHECK_NAME())
        yield from found


def _walk(folder: Path) -> Iterator[Path]:
    """Iterate over the files below a folder; like the library, follow no links to folders."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths = (Path(parent, each) for each in names if not each.startswith("."))
        yield from (path for path in paths if path.is_file())


def _print_files(checked: list[CheckedFile]) -> None:
    out = console()
    for each in checked:
        path = show_path(each.path)
        if each.verdict is Verdict.UNREADABLE:
            assert each.reason is not None
            print(f"findling: {path}: {make_line(str(explain(each.reason).notice))}", file=sys.stderr)
            continue
        by_bytes = f" (compared by its bytes alone: {explain(each.reason).message()})" if each.reason else ""
        if not each.of:
            out.print(f"{path}: new{by_bytes}")
        for match in each.of[:_LISTED]:
            out.print(f"{path}: {_describe(match)}{by_bytes}")
        if len(each.of) > _LISTED:
            out.print(f"{path}: like {len(each.of) - _LISTED} more (--json lists them)")


def _describe(match: KnownFile) -> str:
    alike = match.verdict not in (Verdict.IDENTICAL, Verdict.SAME_TEXT)
    share = match.containment if match.verdict is Verdict.CONTAINED else match.similarity
    return f"{_WORDS[match.verdict]} {show_path(match.path)}" + (f", {floor_percent(share)}% alike" if alike else "")


def _as_document(checked: CheckedFile) -> dict[str, Any]:
    return {
        "path": str(checked.path),
        "verdict": checked.verdict.value,
        "reason": checked.reason.value if checked.reason else None,
        "of": [
            {
                "path": str(match.path),
                "verdict": match.verdict.value,
                "similarity": match.similarity,
                "containment": match.containment,
            }
            for match in checked.of
        ],
    }
