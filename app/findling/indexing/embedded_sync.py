"""Brings the files inside a file up to date with what was found when that was read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.domain.files import EmbeddedFiles, Reason
from findling.domain.reasons import PASSING, explain
from findling.extraction.embedded.embedded_entry import Shortfall
from findling.extraction.embedded.file_holder import NESTING_LIMIT, find_excess
from findling.extraction.parsing import READER_STAMP, STAMP_OF_LET_IN
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from findling.domain.files import Stat
    from findling.exclusion import Exclusion
    from findling.extraction.sandbox.read_outcome import ReadOutcome
    from findling.storage.database import Database
    from findling.storage.embedded_table import EmbeddedRow
    from findling.storage.file_table import FileRow


class EmbeddedSync:
    """Keeper of the rows of files inside files: to be read like others, as `CONTAINER/NAME`.

    Args:
        exclusions: by the folder of the library; they hold inside files as well.
    """

    def __init__(self, database: Database, exclusions: Mapping[int, Exclusion]) -> None:
        self._database = database
        self._exclusions = exclusions

    def update(self, row: FileRow, outcome: ReadOutcome) -> None:
        """Take over what was found in a file, after its own status was stored; inside a transaction."""
        if outcome.inside is None and outcome.reason in PASSING:
            return
        if row.container_id is not None and outcome.reason is not None and outcome.content_hash and outcome.stat:
            # Nobody can read it again from the disk, as is done with others without text, to find those of its bytes.
            stat = outcome.stat
            self._database.duplicates.add_content(row.id, stat.size, stat.mtime_ns, outcome.content_hash)
        inside = outcome.inside or EmbeddedFiles()
        if not inside.files and row.listed_by is None:
            return
        rules = self._exclusions[row.folder_id].digest
        files, shortfall = self._limit(row, dict(self._choose(row, inside)))
        if shortfall is not None:
            detail = shortfall.detail or explain(shortfall.reason).message()
            self._database.embedded.set_shortfall(row.id, Reason.ATTACHMENTS, detail)
        self._compare(row, files, rules)
        self._database.embedded.set_listed(row.id, rules if inside.files else None)

    def _choose(self, row: FileRow, inside: EmbeddedFiles) -> Iterator[tuple[Path, Stat]]:
        """Yield the files that no rule leaves out."""
        exclusion = self._exclusions[row.folder_id]
        for file in inside.files:
            path = row.path.joinpath(*file.name.split("/"))
            if not exclusion.covers_somewhere(os.fspath(path)):
                yield path, file.stat

    def _limit(self, row: FileRow, files: dict[Path, Stat]) -> tuple[dict[Path, Stat], Shortfall | None]:
        """Return as many files as may be in one on the disk, and why there are more."""
        if files and self._database.embedded.count_around(row.id) >= NESTING_LIMIT:
            return {}, Shortfall(Reason.TOO_MANY_PARTS, FileMessage.NESTED_TOO_DEEP(limit=NESTING_LIMIT))
        count, size = self._database.embedded.measure_beside(row.id)
        kept: dict[Path, Stat] = {}
        for path, stat in files.items():
            count, size = count + 1, size + stat.size
            if shortfall := find_excess(count, size):
                return kept, shortfall
            kept[path] = stat
        return kept, None

    def _compare(self, row: FileRow, files: dict[Path, Stat], rules: bytes) -> None:
        table = self._database.embedded
        known = table.inside(row.id)
        self._database.files.remove(known[path].id for path in known.keys() - files.keys())
        table.add_pending(row, ((path, stat) for path, stat in files.items() if path not in known))
        lets_in = self._exclusions[row.folder_id].lets_in
        due: list[tuple[int, Stat]] = []
        aged: list[tuple[int, int]] = []
        for path, stat in files.items():
            if (file := known.get(path)) is None:
                continue
            stamp = STAMP_OF_LET_IN if lets_in(os.fspath(path)) else READER_STAMP
            if _is_changed(file, stat) or file.extractor != stamp or file.listed_by not in (None, rules):
                due.append((file.id, stat))
            elif file.mtime_ns != stat.mtime_ns:
                aged.append((file.id, stat.mtime_ns))
        table.set_pending(due)
        table.set_modified(aged)


def _is_changed(file: EmbeddedRow, stat: Stat) -> bool:
    """Return whether a content is another; the time alone may be that of the file around it."""
    return (file.size, file.number) != (stat.size, stat.inode)
