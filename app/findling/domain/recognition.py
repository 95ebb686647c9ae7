"""Data of text recognition: lines read off a picture, with their places."""

from __future__ import annotations

from dataclasses import dataclass

from findling.formats import FileKind


@dataclass(frozen=True, slots=True)
class Pictured:
    """Pages of a file that may show text which they do not hold, as scans do.

    Attributes:
        pages: counted from 1, in order.
        garbled: those among them that hold a text which is none (codes of glyphs, letters in a wrong encoding).
        total: number of all pages of the file.
    """

    kind: FileKind
    pages: tuple[int, ...]
    total: int
    garbled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """Line of text on a page.

    Attributes:
        corners: x and y of the upper left, upper right, lower right and lower left corner of the line as it is read,
            as fractions of the page's width and height.
        places: for each character of `text` how far along the line its middle is, in thousandths.
        confidence: mean probability of its characters.
    """

    text: str
    corners: tuple[float, ...]
    places: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """Text of a page in reading order; none where there is nothing to read.

    Attributes:
        paragraphs: the text of the lines, joined where a sentence goes on.
    """

    lines: tuple[RecognisedLine, ...] = ()
    paragraphs: tuple[str, ...] = ()
