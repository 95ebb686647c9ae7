"""Reports on single files: their metadata, and why some are not searchable."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import FileStatus
from findling.domain.library import FileInfo, FileIssue
from findling.domain.origin import has_one_origin
from findling.domain.reasons import explain
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.storage.file_filter import Filter

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.files import Reason
    from findling.domain.library import IssueFile
    from findling.domain.origin import Origin
    from findling.storage.database import Database
    from findling.storage.document_table import DocumentRow
    from findling.storage.file_table import FileRow
    from findling.storage.folder_table import Folder

_ORDER = MappingProxyType({FileStatus.FAILED: 0, FileStatus.SKIPPED: 1, FileStatus.INDEXED: 2})
_WORD = re.compile(r"\S+")


def find_file_info(database: Database | None, path: Path) -> FileInfo:
    """Return what the library knows of a file, else what the disk does."""
    if database is not None:
        with database.reading():
            if row := database.files.find(path):
                return _recall(database, row)
    return _look(path)


def _look(path: Path) -> FileInfo:
    try:
        found = path.stat()
    except OSError as error:
        raise UsageError(LibraryMessage.NO_FILE(file=path), Remedy.MAY_BE_MOVED()) from error
    return FileInfo(path=path, kind=None, size=found.st_size, modified_ns=found.st_mtime_ns, status=FileStatus.PENDING)


def _recall(database: Database, row: FileRow) -> FileInfo:
    folders = {folder.id: folder.path for folder in database.folders.all()}
    # What was read stays findable, and known, while a changed file waits to be read again.
    documents = database.documents
    document = documents.get([row.document_id]).get(row.document_id) if row.document_id else None
    text = documents.text(document.id) if document else None
    is_mailbox = document is not None and not has_one_origin(document.kind)
    places = documents.locations([document.id], Filter()).get(document.id, []) if document else []
    return FileInfo(
        path=row.path,
        kind=document.kind if document else None,
        size=row.stat.size,
        modified_ns=row.stat.mtime_ns,
        pages=document.pages if document else None,
        words=sum(1 for _ in _WORD.finditer(text[1])) if text else 0,
        language=document.language if document else "",
        passages=documents.count_passages(document.id, documents.latest_space(document.id)) if document else 0,
        folder=folders.get(row.folder_id),
        status=row.status,
        reason=row.reason,
        copies=tuple(place.path for place in places if place.path != row.path),
        is_recognised=document.is_recognised if document else False,
        origin=None if is_mailbox else _find_origin(database, row, document),
        dates_ns=database.origins.span(document.id) if document and is_mailbox else None,
        labels=database.labels.of_file(row.path),
    )


def _find_origin(database: Database, row: FileRow, document: DocumentRow | None) -> Origin | None:
    """Return what a file says of its own date and people, read or not."""
    return database.origins.of_document(document.id) if document else database.origins.of_file(row.id)


def count_issues(database: Database, folder: Path | None = None) -> tuple[FileIssue, ...]:
    """Count the reasons for which files are not wholly searchable, failures first.

    Raises:
        UsageError: the library has no such folder.
        LibraryError: it cannot be read.
    """
    with database.reading():
        counts = database.issues.count(_find_folder(database, folder))
    issues = [FileIssue(reason, explain(reason).status, count) for reason, count in counts.items()]
    return tuple(sorted(issues, key=lambda each: (_ORDER[each.status], -each.count, each.reason)))


def list_issue_files(
    database: Database,
    reason: Reason,
    folder: Path | None = None,
    *,
    after: Path | None = None,
    until: Path | None = None,
    limit: int,
) -> tuple[IssueFile, ...]:
    """Return up to `limit` files with one issue, by path, behind `after` and up to `until`.

    Raises:
        UsageError: the library has no such folder.
        LibraryError: it cannot be read.
    """
    with database.reading():
        within = _find_folder(database, folder)
        return database.issues.files(reason, within, after=after, until=until, limit=limit)


def _find_folder(database: Database, path: Path | None) -> Folder | None:
    if path is None:
        return None
    for folder in database.folders.all():
        if folder.path == path:
            return folder
    raise UsageError(LibraryMessage.FOLDER_NOT_IN_LIBRARY(folder=path))
