"""Messages about copies of files inside files, between the window and the reader process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExtractCopy:
    """Make a copy of a file inside another, to be opened by another program."""

    path: Path


@dataclass(frozen=True, slots=True)
class ExtractedCopy:
    """A copy for its owner alone, which is gone when the window is."""

    copy: Path
