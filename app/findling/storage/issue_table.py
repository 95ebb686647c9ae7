"""Files that are not, or not wholly, searchable, by the reason."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.library import IssueFile
from findling.messages.message_json import notice_from_text
from findling.storage.sql_parts import path_range

if TYPE_CHECKING:
    import sqlite3

    from findling.storage.folder_table import Folder


class Issues:
    """Rows of table `files` that have a reason and do not wait to be read again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self, folder: Folder | None = None) -> dict[Reason, int]:
        """Count the files of each reason, in one folder or in all."""
        where, values = ("AND folder_id = ?", (folder.id,)) if folder is not None else ("", ())
        rows = self._connection.execute(
            f"SELECT reason, count(*) FROM files WHERE reason IS NOT NULL AND status <> 'pending' {where}"
            " GROUP BY reason",
            values,
        )
        return {Reason(reason): int(count) for reason, count in rows}

    def files(
        self,
        reason: Reason,
        folder: Folder | None = None,
        *,
        after: Path | None = None,
        until: Path | None = None,
        limit: int,
    ) -> tuple[IssueFile, ...]:
        """Return the files with one reason, by path, of a part of the paths.

        The index of paths is walked from the first that is wanted, so that a part costs the same wherever it lies.

        Args:
            reason: why they are not, or not wholly, searchable.
            folder: the folder that they belong to; None for all.
            after: a path that stands before all of them.
            until: the last path that may be among them.
            limit: up to so many.
        """
        where = ["reason = ?", "status <> 'pending'"]
        values: list[str | int | bytes] = [str(reason)]
        if folder is not None:
            # The sign keeps SQLite from gathering, and sorting, all files of the folder.
            where += ["+folder_id = ?", "path >= ?", "path < ?"]
            values += [folder.id, *path_range(os.fsencode(folder.path))]
        if after is not None:
            where.append("path > ?")
            values.append(os.fsencode(after))
        if until is not None:
            where.append("path <= ?")
            values.append(os.fsencode(until))
        rows = self._connection.execute(
            f"SELECT path, detail FROM files WHERE {' AND '.join(where)} ORDER BY path LIMIT ?", (*values, limit)
        )
        return tuple(IssueFile(Path(os.fsdecode(path)), notice_from_text(detail)) for path, detail in rows)
