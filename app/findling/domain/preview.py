"""Data of previews, which the confined parser makes and the window shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from findling.formats import FileKind, PreviewMethod, format_of


class PreviewForm(StrEnum):
    """Form in which a document is shown."""

    PAGES = "pages"
    MARKUP = "markup"
    TEXT = "text"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"


def is_drawn(kind: FileKind) -> bool:
    """Return whether a format is shown as pictures of its pages, the first for a thumbnail."""
    return format_of(kind).preview in (PreviewMethod.PAGES, PreviewMethod.IMAGE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Table of a workbook; its rows may be of different lengths."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """Picture in the text of a document.

    Attributes:
        width, height: as the document shows it, in pixels at 100 %; 0 where only the picture itself tells.
        file: relative path with "/" between its parts of the file that it is, beside the document; "" where the
            document holds it.
    """

    width: float = 0
    height: float = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class SlideCard:
    """Slide of a presentation, to be shown as a card.

    Attributes:
        number: counted from 1.
        ratio: its width, in heights.
        text: what stands on it, as HTML like that of a preview.
        notes: what is said to it, likewise.
    """

    number: int
    ratio: float
    text: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """Document that is ready to be shown.

    Attributes:
        form: which of the fields below hold it.
        title: the document's own title, or its file's name.
        sizes: PAGES and IMAGE: width and height of each page, in points or pixels; the pages themselves are drawn one
            by one.
        text: TEXT, CODE: as it is. MARKUP: HTML that holds nothing but text, headings, lists, tables, emphasis, links,
            code, and "picture:N" for the Nth picture: no script, no style, no address of anything that would be loaded.
        slides: MARKUP: of a presentation, in place of its text.
        pictures: MARKUP: those that stand in its text, which are drawn one by one, as pages are.
        lexer: CODE: the language's name for Pygments.
        headers: of an e-mail, in order: name and value; of another document, its properties.
        sheets: TABLE.
        cut: only the beginning is here.
    """

    path: Path
    form: PreviewForm
    kind: FileKind
    title: str
    sizes: tuple[tuple[float, float], ...] = ()
    text: str = ""
    lexer: str = ""
    slides: tuple[SlideCard, ...] = ()
    pictures: tuple[InlinePicture, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    sheets: tuple[Sheet, ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class PageMark:
    """Stretch of a line of a page, as fractions of the page's size from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """Page drawn as a picture.

    Attributes:
        page: counted from 1.
        width, height: pixels.
        marks: for each of the texts that were to be marked, where it stands; empty where it is not on this page.
        word_marks: of the words that were searched for.
    """

    path: Path
    page: int
    width: int
    height: int
    png: bytes
    marks: tuple[tuple[PageMark, ...], ...] = ()
    word_marks: tuple[PageMark, ...] = ()
