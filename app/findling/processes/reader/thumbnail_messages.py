"""Messages about thumbnails, as part of those between the window and the reader process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AskThumbnail:
    """Ask for a thumbnail of a page of a file in the library; the latest asked for come first.

    Attributes:
        page: counted from 1; a picture has one.
    """

    path: Path
    page: int = 1


@dataclass(frozen=True, slots=True)
class ThumbnailShown:
    """A thumbnail as PNG; b"" where none can be made."""

    png: bytes
