"""Handler of questions about the library and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.facets import Facets
from findling.domain.library import Status
from findling.domain.search import ExampleQuestions
from findling.models.embedder import installed_model
from findling.paths import absolute
from findling.processes.reader.example_messages import AskExamples
from findling.processes.reader.library_messages import (
    AskFacets,
    AskFileInfo,
    AskFileIssues,
    AskFolders,
    AskIssueFiles,
    AskStatus,
    FileIssues,
    FolderReports,
    IssueFiles,
)
from findling.processes.reader.membership_messages import AskMembership, MembershipTold
from findling.processes.reader.request_thread import RequestHandler
from findling.search.file_info import find_file_info
from findling.team.membership import read_membership

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Question, Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection
    from findling.search.library_reader import Library
    from findling.settings import Settings


class StatusHandler(RequestHandler):
    """Handler of questions about the library and its files, which may not exist yet."""

    questions = (
        AskStatus,
        AskFolders,
        AskFacets,
        AskExamples,
        AskFileIssues,
        AskIssueFiles,
        AskFileInfo,
        AskMembership,
    )

    def __init__(self, connection: LibraryConnection, paths: LibraryPaths, settings: Settings) -> None:
        self._connection = connection
        self._paths = paths
        self._settings = settings

    def answer(self, context: RequestContext) -> Reply:
        """Report on the library, or on its absence."""
        if isinstance(context.question, AskMembership):
            membership = read_membership(self._paths)
            return MembershipTold(membership.address if membership else "")
        with self._connection.library() as library:
            return _report(library, context.question) if library else self._report_nothing(context.question)

    def _report_nothing(self, question: Question) -> Reply:
        match question:
            case AskStatus():
                model = installed_model(self._paths, self._settings.model).spec
                remote = self._settings.remote
                return Status(
                    model=model.id, dimensions=model.dimensions, provider="CPUExecutionProvider", remote=remote
                )
            case AskFolders():
                return FolderReports(())
            case AskFacets():
                return Facets()
            case AskExamples():
                return ExampleQuestions()
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
        case AskFacets():
            return library.facets()
        case AskExamples():
            return library.examples()
        case AskFileIssues(folder):
            return FileIssues(library.issues(folder))
        case AskIssueFiles(reason, folder, after, until, limit):
            files = library.issue_files(reason, folder, after=after, until=until, limit=limit)
            return IssueFiles(reason, files)
        case AskFileInfo(path):
            return library.file_info(path)
    raise TypeError(f"{type(question).__name__} is no report")
