"""Writes groups of like files as CSV, JSON or HTML."""

from __future__ import annotations

import csv
import html
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.duplicates import ListForm
from findling.errors import FindlingError
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from findling.domain.duplicates import Group, Member

_COLUMNS = (
    *("group", "kind", "path", "bytes", "modified", "keep", "selected"),
    *("similarity", "containment", "survivor", "likeness", "withheld"),
)
_STYLE = (
    "body{font:14px/1.4 sans-serif;max-width:72em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.2em .6em;border-bottom:1px solid #ddd}"
)


def write_list(groups: Sequence[Group], file: Path, form: ListForm) -> None:
    """Write groups into a file, overwriting it; raises `FindlingError` where that fails."""
    write_whole_text({ListForm.CSV: _as_csv, ListForm.JSON: _as_json, ListForm.HTML: _as_html}[form](groups), file)


def write_whole_text(text: str, file: Path) -> None:
    """Write a text whole or not at all, overwriting the file.

    Raises:
        FindlingError: the file cannot be written.
    """
    temporary = file.with_name(f"{file.name}.part")
    try:
        # Names of files that are no text in any encoding are written as well as they can be.
        temporary.write_text(text, "utf-8", errors="backslashreplace", newline="")
        temporary.replace(file)
    except OSError as error:
        raise FindlingError(
            SearchMessage.LIST_NOT_WRITTEN(file=file, reason=explain_os_error(error)), Remedy.CHOOSE_FOLDER()
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _rows(groups: Sequence[Group]) -> Iterator[tuple[int, Group, Member]]:
    for number, group in enumerate(groups, 1):
        for member in group.members:
            yield number, group, member


def _cells(number: int, group: Group, member: Member) -> tuple[object, ...]:
    modified = datetime.fromtimestamp(member.modified_ns / 1e9, UTC).isoformat(timespec="seconds")
    beside = (member.survivor or "", member.likeness or "", str(member.withheld or ""))
    shares = (member.similarity, member.containment, *beside)
    return (number, group.likeness, member.path, member.size, modified, member.keep, member.selected, *shares)


def _as_csv(groups: Sequence[Group]) -> str:
    return format_csv(_COLUMNS, (_cells(*row) for row in _rows(groups)))


def format_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV, of which a spreadsheet takes no cell for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_escape_formula(str(cell)) for cell in row])
    return out.getvalue()


def _escape_formula(cell: str) -> str:
    """Quote a name that a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _as_json(groups: Sequence[Group]) -> str:
    document = [
        {
            "kind": group.likeness,
            "similarity": group.similarity,
            "reclaimable_bytes": group.reclaimable_bytes,
            "reason": str(group.reason),
            "files": [
                dict(zip(_COLUMNS[2:], map(_plain, cells), strict=True))
                for member in group.members
                if (cells := _cells(number, group, member)[2:])
            ],
        }
        for number, group in enumerate(groups, 1)
    ]
    return json.dumps({"groups": document}, indent=1) + "\n"


def _plain(cell: object) -> object:
    return str(cell) if isinstance(cell, Path) else cell


def _as_html(groups: Sequence[Group]) -> str:
    head = "".join(f"<th>{column}</th>" for column in _COLUMNS)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in _cells(*row)) + "</tr>"
        for row in _rows(groups)
    )
    return (
        f'<!doctype html>\n<meta charset="utf-8">\n<title>Duplicates</title>\n<style>{_STYLE}</style>\n'
        f"<h1>Duplicates</h1>\n<table>\n<tr>{head}</tr>\n{rows}\n</table>\n"
    )
