"""Writes results of a search into a file, as CSV or JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from findling.domain.duplicates import ListForm
from findling.duplicates.report import format_csv, write_whole_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.search import Result

_COLUMNS = ("path", "title", "type", "bytes", "modified", "relevance", "page", "passage", "labels")


def write_results(results: Sequence[Result], file: Path, form: ListForm) -> None:
    """Write results in their order, each with its best passage.

    Raises:
        FindlingError: the file cannot be written.
    """
    rows = [_cells(each) for each in results]
    if form is ListForm.JSON:
        document = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        write_whole_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", file)
    else:
        write_whole_text(format_csv(_COLUMNS, rows), file)


def _cells(result: Result) -> tuple[object, ...]:
    modified = datetime.fromtimestamp(result.modified_ns / 1e9, UTC).isoformat(timespec="seconds")
    hit = result.hits[0] if result.hits else None
    passage = (hit.page or "", " ".join(hit.text.split())) if hit else ("", "")
    return (
        *(str(result.path), result.title, result.kind.value, result.size),
        *(modified, result.relevance.value, *passage, ", ".join(result.labels)),
    )
