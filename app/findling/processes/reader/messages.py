"""What the window asks of the searching process, and what that answers.

The window numbers its questions. Each question gets one last answer (`final`): what it asked for, `Failed`, or
`Superseded` where a later question made it pointless. Some get answers before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, get_args

from findling.domain.files import Reason
from findling.domain.library import ExcludePreview, FileInfo, FileIssue, FolderReport, IssueFile, Status, Survey
from findling.domain.plans import Planned
from findling.domain.preview import PageImage, Preview
from findling.domain.search import Answer, Mode
from findling.ipc.codec import Codec, MessageError
from findling.ipc.failures import Failed
from findling.paths import LibraryPaths
from findling.processes.reader.duplicate_messages import (
    AskGroups,
    AskRuns,
    Compare,
    Groups,
    ListWritten,
    MakePlan,
    PlanRename,
    Runs,
    SideBySide,
    WriteList,
)
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports


@dataclass(frozen=True, slots=True)
class Init:
    """Window, first of all: answer for this library, which need not exist yet."""

    paths: LibraryPaths
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Started:
    """Searcher: started."""

    pid: int


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Search lane: answer a query; a later question of this lane takes the place of one that waits.

    Before the last answer comes one found by words alone, as soon as it is there.

    Attributes:
        limit: how many results at most.
        first: how many the answer by words alone has at most; 0: there shall be none. It stands for some hundredths
            of a second, and each result that is on no screen makes it later.
    """

    query: str
    mode: Mode = Mode.HYBRID
    limit: int = 50
    passages: int = 5
    first: int = 20


@dataclass(frozen=True, slots=True)
class FindSimilar:
    """Search lane: the documents that are most like a file."""

    path: Path
    limit: int = 50
    passages: int = 3


@dataclass(frozen=True, slots=True)
class Rerank:
    """Rerank lane: as `SearchRequest`, in the order of a larger model; only the latest counts.

    Attributes:
        reranker: id of the model, or address of the server.
    """

    query: str
    reranker: str
    mode: Mode = Mode.HYBRID
    limit: int = 50
    passages: int = 5


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """What a search gave."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class ShowDocument:
    """Preview lane: a document, ready to be shown; drops all of this lane that waits."""

    path: Path


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document, ready to be shown."""

    preview: Preview


@dataclass(frozen=True, slots=True)
class DrawPage:
    """Preview lane: a page of a PDF, or a picture; the latest of those that wait is drawn first.

    Attributes:
        page: counted from 1; a picture has one.
        width: pixels.
        needles: texts to be marked, passages as a rule.
    """

    path: Path
    page: int
    width: int
    needles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageDrawn:
    """A drawn page."""

    image: PageImage


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Report lane: what is in the library."""


@dataclass(frozen=True, slots=True)
class AskFolders:
    """Report lane: the folders of the library."""


@dataclass(frozen=True, slots=True)
class FolderReports:
    """The folders of the library, by path."""

    folders: tuple[FolderReport, ...]


@dataclass(frozen=True, slots=True)
class AskFileIssues:
    """Report lane: why files are not searchable, of one folder or of all."""

    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class FileIssues:
    """The reasons for which files are not searchable, failures first, then by count."""

    ailments: tuple[FileIssue, ...]


@dataclass(frozen=True, slots=True)
class AskIssueFiles:
    """Report lane: the files with one ailment, by path, from the `offset`th on."""

    reason: Reason
    folder: Path | None = None
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class IssueFiles:
    """Files with one ailment."""

    reason: Reason
    files: tuple[IssueFile, ...]


@dataclass(frozen=True, slots=True)
class AskFileInfo:
    """Report lane: what is known of a file."""

    path: Path


@dataclass(frozen=True, slots=True)
class TryExcludes:
    """Report lane: what these rules would leave out of a folder, which need not be in the library yet."""

    folder: Path
    exclude: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MakeSurvey:
    """Report lane: what indexing these folders would mean; the usual folders of a person where none is named.

    Answers come as the survey goes on, each for all folders; the last one with the time that it would take.
    """

    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Surveyed:
    """What indexing some folders would mean."""

    surveys: tuple[Survey, ...]


@dataclass(frozen=True, slots=True)
class Superseded:
    """A later question took this one's place."""


Question: TypeAlias = (
    SearchRequest
    | FindSimilar
    | Rerank
    | ShowDocument
    | DrawPage
    | AskStatus
    | AskFolders
    | AskFileIssues
    | AskIssueFiles
    | AskFileInfo
    | TryExcludes
    | MakeSurvey
    | AskGroups
    | AskRuns
    | Compare
    | MakePlan
    | PlanRename
    | WriteList
    | AskModels
    | AskHardware
)
Reply: TypeAlias = (
    SearchResponse
    | DocumentShown
    | PageDrawn
    | Status
    | FolderReports
    | FileIssues
    | IssueFiles
    | FileInfo
    | ExcludePreview
    | Surveyed
    | Groups
    | Runs
    | SideBySide
    | Planned
    | ListWritten
    | Models
    | ProviderReports
    | Failed
    | Superseded
)


@dataclass(frozen=True, slots=True)
class Request:
    """Window: a question with its number."""

    number: int
    question: Question


@dataclass(frozen=True, slots=True)
class Response:
    """Searcher: an answer to the question of this number; `final` says that it is the last."""

    number: int
    reply: Reply
    final: bool = True


FromWindow: TypeAlias = Init | Request
FromSearcher: TypeAlias = Started | Response

_CODEC = Codec(*get_args(FromWindow), *get_args(FromSearcher))


def to_line(message: FromWindow | FromSearcher) -> bytes:
    """The message as one line of ASCII, with its line end."""
    return _CODEC.to_line(message)


def from_window(line: bytes) -> FromWindow:
    """Read what the window says.

    Raises:
        MessageError: it is nothing that a window says.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, FromWindow):
        raise MessageError(f"{type(message).__name__} is not for the window to say")
    return message


def from_searcher(line: bytes) -> FromSearcher:
    """Read what the searching process says.

    Raises:
        MessageError: it is nothing that the searching process says.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, FromSearcher):
        raise MessageError(f"{type(message).__name__} is not for the searching process to say")
    return message
