"""Messages about the versions of a document, as part of those in `messages`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from findling.domain.versions import Version


@dataclass(frozen=True, slots=True)
class AskHistory:
    """Ask for the versions of the document in a file, and what changed from each to the next."""

    path: Path


@dataclass(frozen=True, slots=True)
class VersionList:
    """Versions of a document, newest first; itself alone where no others are known."""

    path: Path
    versions: tuple[Version, ...]
