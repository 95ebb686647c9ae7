"""Answers what the window wants to know of the library and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.library import Status
from findling.models.embedder import installed_model
from findling.paths import absolute
from findling.processes.reader.messages import (
    AskFileInfo,
    AskFileIssues,
    AskFolders,
    AskIssueFiles,
    AskStatus,
    FileIssues,
    FolderReports,
    IssueFiles,
)
from findling.search.file_info import find_file_info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.paths import LibraryPaths
    from findling.processes.reader.library_connection import LibraryConnection
    from findling.processes.reader.messages import Question, Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_reader import Library
    from findling.settings import Settings


class StatusHandler:
    """Answers `AskStatus`, `AskFolders`, `AskFileIssues`, `AskIssueFiles` and `AskFileInfo`."""

    questions = (AskStatus, AskFolders, AskFileIssues, AskIssueFiles, AskFileInfo)

    def __init__(self, access: LibraryConnection, paths: LibraryPaths, settings: Settings) -> None:
        self._access = access
        self._paths = paths
        self._settings = settings

    def prepare(self) -> Iterator[None]:
        """Nothing."""
        return iter(())

    def answer(self, turn: RequestContext) -> Reply:
        """Report.

        Raises:
            FindlingError: the library cannot be read, or has no such file or folder.
        """
        with self._access.library() as library:
            return _report(library, turn.question) if library else self._report_nothing(turn.question)

    def _report_nothing(self, question: Question) -> Reply:
        """What there is to say before there is a library."""
        match question:
            case AskStatus():
                model = installed_model(self._paths, self._settings.model).spec
                remote = self._settings.remote
                return Status(
                    model=model.id, dimensions=model.dimensions, provider="CPUExecutionProvider", remote=remote
                )
            case AskFolders():
                return FolderReports(())
            case AskFileIssues():
                return FileIssues(())
            case AskIssueFiles(reason):
                return IssueFiles(reason, ())
            case AskFileInfo(path):
                return find_file_info(None, absolute(path))
        raise TypeError(f"{type(question).__name__} is no report")


def _report(library: Library, question: Question) -> Reply:
    match question:
        case AskStatus():
            return library.status()
        case AskFolders():
            return FolderReports(tuple(library.folders()))
        case AskFileIssues(folder):
            return FileIssues(library.issues(folder))
        case AskIssueFiles(reason, folder, offset, limit):
            return IssueFiles(reason, library.issue_files(reason, folder, offset=offset, limit=limit))
        case AskFileInfo(path):
            return library.file_info(path)
    raise TypeError(f"{type(question).__name__} is no report")
