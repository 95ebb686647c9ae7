"""Questions for a document as it is shown, and for its pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from findling.domain.preview import PageImage, Preview


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
