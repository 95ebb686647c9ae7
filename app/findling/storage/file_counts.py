"""Files as they are counted and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from findling.domain.files import Absence, FileStatus, Reason
    from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class FileReport:
    """Line of the list of files: status and reason."""

    path: Path
    status: FileStatus
    reason: Reason | None
    detail: Notice | None
    passages: int
    language: str
    modified_ns: int
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of files by status; `found` is their sum."""

    pending: int = 0
    indexed: int = 0
    skipped: int = 0
    failed: int = 0

    @property
    def found(self) -> int:
        """Number of all files."""
        return self.pending + self.indexed + self.skipped + self.failed


def add_up_counts(folders: Iterable[Counts]) -> Counts:
    """Add up the counts of several folders."""
    parts = list(folders)
    return Counts(
        pending=sum(part.pending for part in parts),
        indexed=sum(part.indexed for part in parts),
        skipped=sum(part.skipped for part in parts),
        failed=sum(part.failed for part in parts),
    )
