"""Messages between the window and the reader process.

The window numbers its questions. Each question gets one last reply (`final`): what it asked for, `Failed`, or
`Superseded` where a later question made it pointless. Some get replies before that. The questions and replies stand by
subject in modules beside this one, so that a page of the window imports its own alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, cast, get_args

from findling.domain.confinement_report import ConfinementReport
from findling.domain.facets import Facets
from findling.domain.library import ExcludePreview, FileInfo, Status
from findling.domain.plans import Planned
from findling.domain.search import ExampleQuestions
from findling.ipc.codec import Codec
from findling.ipc.failures import Failed
from findling.paths import LibraryPaths
from findling.processes.reader.call_messages import AskCalls, CallsLogged, ClearCalls
from findling.processes.reader.copy_messages import ExtractCopy, ExtractedCopy
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
from findling.processes.reader.history_messages import AskHistory, VersionList
from findling.processes.reader.label_messages import LabelQuestion, LabelReply
from findling.processes.reader.library_messages import (
    AskConfinement,
    AskFacets,
    AskFileInfo,
    AskFileIssues,
    AskFolders,
    AskIssueFiles,
    AskStatus,
    FileIssues,
    FolderReports,
    IssueFiles,
    MakeSurvey,
    Surveyed,
    TryExcludes,
)
from findling.processes.reader.membership_messages import AskMembership, MembershipTold
from findling.processes.reader.model_messages import (
    AskHardware,
    AskModels,
    ModelChoices,
    Models,
    ProviderReports,
    WeighModels,
)
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, PageDrawn, ShowDocument
from findling.processes.reader.search_messages import FindSimilar, Rerank, SearchRequest, SearchResponse, SearchShared
from findling.processes.reader.superseded_reply import Superseded
from findling.processes.reader.team_messages import TeamQuestion, TeamStanding
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown
from findling.processes.reader.topic_messages import TopicQuestion, TopicReply
from findling.processes.reader.trial_messages import AskTrial, TrialView


@dataclass(frozen=True, slots=True)
class Init:
    """First message of the window: the library to read, which need not exist yet."""

    paths: LibraryPaths
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Started:
    """First message of the reader."""

    pid: int


Question: TypeAlias = (
    SearchRequest
    | FindSimilar
    | SearchShared
    | Rerank
    | ShowDocument
    | DrawPage
    | AskConfinement
    | AskThumbnail
    | ExtractCopy
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
    | AskMembership
    | TeamQuestion
)
Reply: TypeAlias = (
    SearchResponse
    | DocumentShown
    | PageDrawn
    | ConfinementReport
    | ThumbnailShown
    | ExtractedCopy
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
    | VersionList
    | TopicReply
    | TrialView
    | LabelReply
    | Models
    | ModelChoices
    | ProviderReports
    | CallsLogged
    | MembershipTold
    | TeamStanding
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


ToReader: TypeAlias = Init | Request
FromReader: TypeAlias = Started | Response

_FROM_WINDOW = Codec(*get_args(ToReader))
_FROM_READER = Codec(*get_args(FromReader))


def to_line(message: ToReader | FromReader) -> bytes:
    """Encode a message as one line of ASCII, with its line end."""
    return _FROM_WINDOW.to_line(message)


def from_window(line: bytes) -> ToReader:
    """Decode a message of the window; raises `MessageError` for any other line."""
    return cast("ToReader", _FROM_WINDOW.from_line(line))


def from_reader(line: bytes) -> FromReader:
    """Decode a message of the reader; raises `MessageError` for any other line."""
    return cast("FromReader", _FROM_READER.from_line(line))
