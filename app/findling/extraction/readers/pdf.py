"""Reader of PDF: pages re-flowed into paragraphs, without running heads and page numbers."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from findling.domain.files import BlockKind, Extraction, Reason
from findling.domain.recognition import Pictured
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.document import TEXT_LIMIT, UNNAMED, NoTextError, TextBuilder, tell_attachments
from findling.extraction.package import sensible_title
from findling.extraction.readers.annotations import draw_annotations, prepare_forms, read_comments
from findling.extraction.readers.pictured_pages import holds_garble, shows_more
from findling.extraction.readers.tagged_pdf import read_descriptions, read_form_data
from findling.extraction.readers.text_layout import Hyphens, TextLine, drop_margins, find_paragraphs, measure_type
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from findling.extraction.source import Source

_FAILURES = {
    pdfium_c.FPDF_ERR_PASSWORD: Reason.ENCRYPTED,
    pdfium_c.FPDF_ERR_SECURITY: Reason.ENCRYPTED,
}


@dataclass(frozen=True, slots=True)
class _Page:
    """Lines of a page, comments, and what is said of its pictures; empty if it was unreadable.

    Attributes:
        shows_more: it shows what may be text beside that.
        is_garbled: what its lines hold is most likely not what it shows.
    """

    lines: list[TextLine] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    shows_more: bool = False
    is_garbled: bool = False

    @property
    def length(self) -> int:
        """Number of characters on the page."""
        return sum(len(line.text) for line in self.lines) + sum(map(len, self.comments))

    def texts(self) -> set[str]:
        """Return the texts of the page's lines."""
        return {line.text for line in self.lines}


@dataclass(slots=True)
class _Pages:
    """The pages read of a document, the number of all, and of those that failed."""

    total: int
    read: list[_Page] = field(default_factory=list)
    failed: int = 0


def read(source: Source) -> Extraction:
    """Read a PDF; its title is its own if sensible, else its first heading in the largest type."""
    with closing(open_document(source.data)) as document:
        pages = _read_pages(document, source)
        title = read_title(document)
        attachments = _name_attachments(document)
        typed = read_form_data(document)
    if not typed and not any(page.length for page in pages.read):
        raise _no_text(pages)
    builder = TextBuilder()
    heading = _add_pages(builder, pages)
    shown = " ".join(" ".join(line.text.split()) for page in pages.read for line in page.lines) if typed else ""
    builder.add("\n".join(line for line in typed if line not in shown))
    if builder.empty:
        raise _no_text(pages)  # what there is are rules, bullets, and letters that mean nothing
    extraction = replace(_finish(builder, title or heading, pages), pictured=_picture(pages))
    return tell_attachments(extraction, attachments)


def open_document(data: bytes) -> pdfium.PdfDocument:
    """Open a PDF that needs no password, for the caller to close.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED`, or `TOO_MANY_PARTS` beyond `limits.PDF_PAGES`.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ExtractionError(_FAILURES.get(error.err_code, Reason.DAMAGED), str(error)) from error
    if len(document) > limits.PDF_PAGES:
        count = len(document)
        document.close()
        raise ExtractionError(Reason.TOO_MANY_PARTS, FileMessage.TOO_MANY_PAGES(count=count, limit=limits.PDF_PAGES))
    return document


def read_title(document: pdfium.PdfDocument) -> str:
    """Return the document's own title, or ""."""
    try:
        return sensible_title(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


def _name_attachments(document: pdfium.PdfDocument) -> list[str]:
    names = []
    for index in range(document.count_attachments()):
        try:
            names.append(document.get_attachment(index).get_name() or UNNAMED)
        except (pdfium.PdfiumError, UnicodeDecodeError):
            names.append(UNNAMED)
    return names


def _read_pages(document: pdfium.PdfDocument, source: Source) -> _Pages:
    prepare_forms(document)
    pages = _Pages(total=len(document))
    length = 0
    for index in range(pages.total):
        source.beat()
        try:
            page = _read_page(document, index)
        except pdfium.PdfiumError:
            page = _Page()
            pages.failed += 1
        pages.read.append(page)
        length += page.length
        if length > TEXT_LIMIT:
            break
    return pages


def _read_page(document: pdfium.PdfDocument, index: int) -> _Page:
    # A page left open stays in memory until the document is closed: 1.8 GB for a book of 5,000 pages.
    with closing(document.get_page(index)) as page:
        plain = _describe(page)
        if not draw_annotations(page):
            return plain
    with closing(document.get_page(index)) as page:
        drawn = replace(_describe(page), comments=plain.comments)
    # PDFium rewrites the page to draw on it, and may lose the meaning of its fonts.
    return drawn if plain.texts() <= drawn.texts() else plain


def _describe(page: pdfium.PdfPage) -> _Page:
    with closing(page.get_textpage()) as textpage:
        text = textpage.get_text_range()
        lines = _read_lines(textpage, text, page.get_height())
        is_garbled = holds_garble(textpage, text)
    shown = is_garbled or shows_more(page, [line.text for line in lines])
    return _Page(lines, [*read_comments(page), *read_descriptions(page)], shown, is_garbled)


def _read_lines(textpage: pdfium.PdfTextPage, whole: str, height: float) -> list[TextLine]:
    lines = []
    position = 0
    for raw in whole.split("\n"):
        text = raw.rstrip()
        lead = len(text) - len(text.lstrip())
        if lead < len(text):
            first = _box(textpage, position + lead)
            last = _box(textpage, position + _units(text) - 1)
            lines.append(TextLine.between(text.strip(), first, last, height))
        position += _units(raw) + 1
    return lines


def _units(text: str) -> int:
    """Return the length of a text in PDFium's characters: those beyond U+FFFF count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _box(textpage: pdfium.PdfTextPage, position: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a character in points, as high as its font."""
    index = pdfium_c.FPDFText_GetCharIndexFromTextIndex(textpage, position)
    try:
        box: tuple[float, float, float, float] = textpage.get_charbox(max(index, 0), loose=True)
    except pdfium.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    return box


def _add_pages(builder: TextBuilder, pages: _Pages) -> str:
    """Add the paragraphs of all pages; return the first's heading in the largest type, or ""."""
    kept = drop_margins([page.lines for page in pages.read])
    hyphens = Hyphens(line.text for page in kept for line in page)
    scale = measure_type(kept)
    title = ""
    for number, (lines, page) in enumerate(zip(kept, pages.read, strict=True), start=1):
        for paragraph in find_paragraphs(lines, hyphens):
            if not any(map(str.isalnum, paragraph.text)):
                continue  # rules, bullets, and letters of fonts that do not say what they mean
            level = scale.heading_level(paragraph)
            if level == 1 and number == 1 and not title:
                title = " ".join(paragraph.text.split())
            builder.add(paragraph.text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level, page=number)
        for comment in page.comments:
            builder.add(comment, page=number)
    return title


def _picture(pages: _Pages) -> Pictured | None:
    """Return the pages for text recognition."""
    shown = [number for number, page in enumerate(pages.read, start=1) if page.shows_more][: limits.RECOGNISED_PAGES]
    garbled = tuple(number for number in shown if pages.read[number - 1].is_garbled)
    return Pictured(FileKind.PDF, tuple(shown), pages.total, garbled) if shown else None


def _no_text(pages: _Pages) -> ExtractionError:
    if pages.failed == pages.total:
        return ExtractionError(Reason.DAMAGED, FileMessage.NO_PAGE_READ(count=pages.total))
    drawn = FileMessage.ONE_PAGE_DRAWN() if pages.total == 1 else FileMessage.PAGES_DRAWN(count=pages.total)
    pictured = _picture(pages)
    return NoTextError(pictured, drawn) if pictured else ExtractionError(Reason.NO_TEXT, drawn)


def _finish(builder: TextBuilder, title: str, pages: _Pages) -> Extraction:
    whole = len(pages.read) - pages.failed
    if whole == pages.total:
        return builder.finish(FileKind.PDF, title, pages=pages.total)
    reason = Reason.TEXT_CUT if len(pages.read) < pages.total else Reason.PARTLY_READ
    detail = FileMessage.PAGES_READ(read=whole, all=pages.total)
    return builder.finish(FileKind.PDF, title, pages=pages.total, reason=reason, detail=detail)
