"""Reasons for which files are not searchable, and the files of each."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import FileStatus
from findling.domain.library import FileIssue, IssueFile
from findling.domain.reasons import explain
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.files import Reason
    from findling.storage.database import Database


_ORDER = MappingProxyType({FileStatus.FAILED: 0, FileStatus.SKIPPED: 1, FileStatus.INDEXED: 2})


def list_ailments(database: Database, folder: Path | None = None) -> tuple[FileIssue, ...]:
    """Count the reasons for which files are not wholly searchable, failures first.

    Raises:
        UsageError: the library has no such folder.
        LibraryError: it cannot be read.
    """
    with database.reading():
        counts = database.files.count_reasons(_folder_id(database, folder))
    ailments = [FileIssue(reason, explain(reason).status, count) for reason, count in counts.items()]
    return tuple(sorted(ailments, key=lambda each: (_ORDER[each.status], -each.count, each.reason)))


def list_ailing(
    database: Database, reason: Reason, folder: Path | None = None, *, offset: int = 0, limit: int
) -> tuple[IssueFile, ...]:
    """Return up to `limit` files with one issue, by path, from the `offset`th on.

    Raises:
        UsageError: the library has no such folder.
        LibraryError: it cannot be read.
    """
    with database.reading():
        rows = database.files.with_reason(reason, _folder_id(database, folder), offset=offset, limit=limit)
    return tuple(IssueFile(row.path, row.detail) for row in rows)


def _folder_id(database: Database, path: Path | None) -> int | None:
    if path is None:
        return None
    for folder in database.folders.all():
        if folder.path == path:
            return folder.id
    raise UsageError(LibraryMessage.FOLDER_NOT_IN_LIBRARY(folder=path))
