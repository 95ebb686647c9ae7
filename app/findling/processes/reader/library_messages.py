"""Questions about the library: its counts, folders, unsearchable files and coming folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from findling.domain.files import Reason
from findling.domain.library import FileIssue, FolderReport, IssueFile, Survey


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
    """Ask for files with one issue, by path: those behind `after`, up to and with `until`."""

    reason: Reason
    folder: Path | None = None
    after: Path | None = None
    until: Path | None = None
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
class AskConfinement:
    """Ask what the program that opens documents is shut off from."""
