"""Messages between the window and the reader process.

The window numbers its questions. Each question gets one last reply (`final`): what it asked for, `Failed`, or
`Superseded` where a later question made it pointless. Some get replies before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast, get_args

from findling.domain.doors import Confinement
from findling.domain.facets import Facets
from findling.domain.files import Reason
from findling.domain.library import ExcludePreview, FileInfo, FileIssue, FolderReport, IssueFile, Status, Survey
from findling.domain.models import ModelOffer, ProviderReport
from findling.domain.plans import Planned
from findling.domain.preview import PageImage, Preview
from findling.domain.search import Answer, ExampleQuestions, Mode, SortOrder, TypingStage
from findling.ipc.codec import Codec
from findling.ipc.failures import Failed
from findling.paths import LibraryPaths
from findling.processes.reader.call_messages import AskCalls, CallsLogged, ClearCalls
from findling.processes.reader.choice_messages import ModelChoices, WeighModels
from findling.processes.reader.copy_messages import TakenOut, TakeOut
from findling.processes.reader.duplicate_messages import (
    AskGroups,
    AskRuns,
    Compare,
    Groups,
    ListWritten,
    MakePlan,
    PlanDiscard,
    PlanRename,
    Runs,
    SideBySide,
    WriteList,
)
from findling.processes.reader.example_messages import AskExamples
from findling.processes.reader.export_messages import ResultsWritten, WriteResults
from findling.processes.reader.history_messages import AskHistory, VersionsTold
from findling.processes.reader.label_messages import LabelQuestion, LabelReply
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown
from findling.processes.reader.topic_messages import TopicQuestion, TopicReply
from findling.processes.reader.trial_messages import AskTrial, TrialView

FIRST_LIMIT = 30
"""Results that are asked for first: more than most screens show, and those that a reranker reads again."""


@dataclass(frozen=True, slots=True)
class Init:
    """First message of the window: the library to read, which need not exist yet."""

    paths: LibraryPaths
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Started:
    """First message of the reader."""

    pid: int


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Search for a query; the last reply follows one found by words alone.

    Attributes:
        limit: how many results at most; only these are described, which takes longer than to find them.
        first: how many the reply by words alone has at most; 0 for none. It stands for some hundredths of a second,
            and each result beyond the screen delays it.
        offset: how many of the best results are left out, since they are there already.
        stage: how far its typing has come.
        order: of the results; by any but relevance, they are sorted before `limit` and `offset` count.
    """

    query: str
    mode: Mode = Mode.HYBRID
    limit: int = FIRST_LIMIT
    passages: int = 5
    first: int = 20
    offset: int = 0
    stage: TypingStage = TypingStage.DONE
    order: SortOrder = SortOrder.RELEVANCE


@dataclass(frozen=True, slots=True)
class FindSimilar:
    """Search for the documents that are most like a file, but for the first `offset` of them."""

    path: Path
    limit: int = FIRST_LIMIT
    passages: int = 3
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Rerank:
    """Search in the order of a larger model: a reranker by its id, or by the address of its server."""

    query: str
    reranker: str
    mode: Mode = Mode.HYBRID
    limit: int = FIRST_LIMIT
    passages: int = 5


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """Answer to a search."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class ShowDocument:
    """Prepare a document to be shown; supersedes all previews that wait.

    Attributes:
        secrets: show it even if it holds keys or passwords.
    """

    path: Path
    secrets: bool = True


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document, ready to be shown."""

    preview: Preview


@dataclass(frozen=True, slots=True)
class DrawPage:
    """Draw a page of a PDF, or a picture; the latest of those that wait is drawn first.

    Attributes:
        page: counted from 1; a picture has one. Of a document without pages, a picture in its text.
        width: pixels.
        needles: texts to be marked, passages as a rule.
        words: a question whose words are to be marked.
    """

    path: Path
    page: int
    width: int
    needles: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class PageDrawn:
    """A drawn page."""

    image: PageImage


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Ask what is in the library."""


@dataclass(frozen=True, slots=True)
class AskFolders:
    """Ask for the folders of the library."""


@dataclass(frozen=True, slots=True)
class FolderReports:
    """The folders of the library, by path."""

    folders: tuple[FolderReport, ...]


@dataclass(frozen=True, slots=True)
class AskFacets:
    """Ask for the values by which the library can be narrowed; the reply is `Facets`."""


@dataclass(frozen=True, slots=True)
class AskFileIssues:
    """Ask why files are not searchable, in one folder or in all."""

    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class FileIssues:
    """The reasons for which files are not searchable, failures first, then by count."""

    issues: tuple[FileIssue, ...]


@dataclass(frozen=True, slots=True)
class AskIssueFiles:
    """Ask for the files with one issue, by path, from the `offset`th on."""

    reason: Reason
    folder: Path | None = None
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class IssueFiles:
    """Files with one issue."""

    reason: Reason
    files: tuple[IssueFile, ...]


@dataclass(frozen=True, slots=True)
class AskFileInfo:
    """Ask what is known of a file."""

    path: Path


@dataclass(frozen=True, slots=True)
class TryExcludes:
    """Ask what exclude rules would leave out of a folder, in the library or not."""

    folder: Path
    exclude: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MakeSurvey:
    """Survey folders to be indexed; the user's usual folders where none is named.

    Replies come as the survey goes on, each for all folders; the last one with the time that indexing would take.

    Attributes:
        languages: tell in which languages the documents are, too, which takes some seconds more.
    """

    folders: tuple[Path, ...] = ()
    languages: bool = False


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Surveys of folders."""

    surveys: tuple[Survey, ...]


@dataclass(frozen=True, slots=True)
class AskModels:
    """Ask for the available models; the last reply has the cost of each, where that is wanted."""

    costs: bool = True


@dataclass(frozen=True, slots=True)
class Models:
    """Models of the catalogue in its order, then the user's own."""

    offers: tuple[ModelOffer, ...]


@dataclass(frozen=True, slots=True)
class AskHardware:
    """Ask for the stored benchmarks of the execution providers; none is run for it."""


@dataclass(frozen=True, slots=True)
class ProviderReports:
    """Benchmarks of the model that the settings name; empty where none was run."""

    providers: tuple[ProviderReport, ...]


@dataclass(frozen=True, slots=True)
class AskConfinement:
    """Ask what the program that opens documents is shut off from."""


@dataclass(frozen=True, slots=True)
class Superseded:
    """A later question took this one's place."""


Question: TypeAlias = (
    SearchRequest
    | FindSimilar
    | Rerank
    | ShowDocument
    | DrawPage
    | AskConfinement
    | AskThumbnail
    | TakeOut
    | AskStatus
    | AskFolders
    | AskFacets
    | AskExamples
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
    | PlanDiscard
    | WriteList
    | WriteResults
    | AskHistory
    | TopicQuestion
    | AskTrial
    | LabelQuestion
    | AskModels
    | WeighModels
    | AskHardware
    | AskCalls
    | ClearCalls
)
Reply: TypeAlias = (
    SearchResponse
    | DocumentShown
    | PageDrawn
    | Confinement
    | ThumbnailShown
    | TakenOut
    | Status
    | FolderReports
    | Facets
    | ExampleQuestions
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
    | ResultsWritten
    | VersionsTold
    | TopicReply
    | TrialView
    | LabelReply
    | Models
    | ModelChoices
    | ProviderReports
    | CallsLogged
    | Failed
    | Superseded
)


@dataclass(frozen=True, slots=True)
class Request:
    """A question with its number."""

    number: int
    question: Question


@dataclass(frozen=True, slots=True)
class Response:
    """A reply to the question of this number, the last one where it is `final`."""

    number: int
    reply: Reply
    final: bool = True


FromWindow: TypeAlias = Init | Request
FromReader: TypeAlias = Started | Response

_FROM_WINDOW = Codec(*get_args(FromWindow))
_FROM_READER = Codec(*get_args(FromReader))


def to_line(message: FromWindow | FromReader) -> bytes:
    """Encode a message as one line of ASCII, with its line end."""
    return _FROM_WINDOW.to_line(message)


def from_window(line: bytes) -> FromWindow:
    """Decode a message of the window; raises `MessageError` for any other line."""
    return cast("FromWindow", _FROM_WINDOW.from_line(line))


def from_reader(line: bytes) -> FromReader:
    """Decode a message of the reader; raises `MessageError` for any other line."""
    return cast("FromReader", _FROM_READER.from_line(line))
