"""Previews of documents that have no pages to be drawn, made from the bytes of one file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import Block, BlockKind, Extraction
from findling.domain.origin import has_one_origin
from findling.domain.preview import AUTHOR, Preview, PreviewForm
from findling.extraction.document import normalise
from findling.extraction.encoding import decode
from findling.extraction.flat_opendocument import unflatten
from findling.extraction.kinds import identify
from findling.extraction.origins.origin_finder import find_origins
from findling.extraction.parsing import reader_of
from findling.extraction.previews.markup_preview import to_html
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.previews.picture_sources import (
    MailParts,
    OutlookParts,
    PackageMembers,
    measure_rich_text,
    read_data_address,
    read_rich_text,
)
from findling.extraction.previews.preview_protocol import SHOWN_HEADERS, SHOWN_TEXT_LIMIT
from findling.extraction.readers.html_text import declared_encoding
from findling.extraction.readers.plain_text import find_title
from findling.extraction.wrappings import unwrap
from findling.format_table import FORMATS, format_of
from findling.formats import FileKind, PreviewMethod, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.domain.files import PlacedPicture
    from findling.extraction.source import Source

PLAIN_LEXER = "text"
"""Lexer of what is no source code."""

_MESSAGES = 50
"""Messages of a mailbox that are shown."""

_SUBJECT = "Subject"
_VALUE_LENGTH = 10_000

_BY_ENDING = MappingProxyType(
    {suffix: known.lexer for known in FORMATS for suffix in known.suffixes if known.lexer}
    | {ending: lexer for known in FORMATS for ending, lexer in known.lexers}
)


def make_preview(source: Source, gallery: PictureGallery | None = None) -> Preview:
    """Make a preview of a document without pages; its path is the file's name.

    Args:
        source: the document.
        gallery: takes its pictures, from which they can be drawn.

    Raises:
        ExtractionError: there is nothing to show; the reason is the one that its reader gives.
    """
    source = replace(source, data=unwrap(source.data, source.name))
    kind = identify(source.data, source.name)
    gallery = PictureGallery() if gallery is None else gallery
    preview = _make(source, kind, gallery)
    headers = preview.headers or find_headers(source, kind)
    return replace(preview, title=preview.title or source.name, headers=headers, pictures=gallery.pictures)


def find_headers(source: Source, kind: FileKind) -> tuple[tuple[str, str], ...]:
    """Return the authors of a document and what its properties say; of mails, nothing.

    It stands above the document as the headers of a mail do.
    """
    origin = next(iter(find_origins(source, kind)), None) if has_one_origin(kind) else None
    if origin is None:
        return ()
    authors = ((AUTHOR, ", ".join(origin.authors)),) if origin.authors else ()
    return tuple((name, value[:_VALUE_LENGTH]) for name, value in (*authors, *origin.written))


def _make(source: Source, kind: FileKind, gallery: PictureGallery) -> Preview:
    match format_of(kind).preview:
        case PreviewMethod.TABLE:
            return _show_tables(source, kind)
        case PreviewMethod.MARKUP:
            return _show_markup(source, kind, gallery)
        case PreviewMethod.TEXT:
            return _show_plain(source, kind)
        case PreviewMethod.CODE:
            return _show_book(source, kind, gallery) or _show_document(source, kind) or _show_code(source, kind)
    extraction = replace(reader_of(kind)(source), kind=kind)
    if format_of(kind).preview is PreviewMethod.MAIL:
        return _show_mail(source, extraction, gallery)
    if format_of(kind).unit is Unit.SLIDE:
        return _show_slides(source, extraction, gallery)
    return _show_blocks(source, extraction, gallery)


def _show_tables(source: Source, kind: FileKind) -> Preview:
    from findling.extraction.previews.table_preview import read_sheets

    sheets, cut = read_sheets(source, kind)
    return Preview(Path(source.name), PreviewForm.TABLE, kind, "", sheets=sheets, cut=cut)


def _show_markup(source: Source, kind: FileKind, gallery: PictureGallery) -> Preview:
    from findling.extraction.previews import markup_preview

    make = {
        FileKind.MARKDOWN: markup_preview.from_markdown,
        FileKind.HTML: markup_preview.from_html,
        FileKind.DOCX: markup_preview.from_word,
    }
    made = make[kind](source, gallery)
    return Preview(Path(source.name), PreviewForm.MARKUP, kind, made.title, text=made.text, cut=made.cut)


def _show_book(source: Source, kind: FileKind, gallery: PictureGallery) -> Preview | None:
    """Return the preview of a book in XML; None for other XML, which is shown as it stands."""
    from findling.extraction.previews.fiction_book import from_fiction_book, is_fiction_book

    made = from_fiction_book(source, gallery) if kind is FileKind.XML and is_fiction_book(source) else None
    if made is None:
        return None
    return Preview(Path(source.name), PreviewForm.MARKUP, kind, made.title, text=made.text, cut=made.cut)


def _show_document(source: Source, kind: FileKind) -> Preview | None:
    """Return the preview of a document in XML: headings, paragraphs, items, tables and code."""
    from findling.extraction.readers.xml_text import is_document

    if kind is not FileKind.XML or not is_document(source.data):
        return None
    return _show_blocks(source, replace(reader_of(kind)(source), kind=kind), PictureGallery())


def _show_plain(source: Source, kind: FileKind) -> Preview:
    text, cut = _decode(source, kind)
    return Preview(Path(source.name), PreviewForm.TEXT, kind, find_title(text.lstrip()), text=text, cut=cut)


def _show_code(source: Source, kind: FileKind) -> Preview:
    text, cut = _decode(source, kind)
    lexer = find_lexer(source.name, kind)
    return Preview(Path(source.name), PreviewForm.CODE, kind, "", text=text, lexer=lexer, cut=cut)


def _decode(source: Source, kind: FileKind) -> tuple[str, bool]:
    """Return the text as far as it is shown, and whether there is more."""
    text = normalise(decode(source.data, declared_encoding(source.data) if kind is FileKind.XML else None).text)
    return text[:SHOWN_TEXT_LIMIT], len(text) > SHOWN_TEXT_LIMIT


def _show_mail(source: Source, extraction: Extraction, gallery: PictureGallery) -> Preview:
    headers, body = split_mail(extraction)
    shown = _show_blocks(source, body, gallery)
    if gallery.pictures or any(block.kind is not BlockKind.PARAGRAPH for block in body.blocks):
        return replace(shown, headers=headers)
    text, cut = body.text[:SHOWN_TEXT_LIMIT], len(body.text) > SHOWN_TEXT_LIMIT
    path = Path(source.name)
    return Preview(path, PreviewForm.TEXT, extraction.kind, extraction.title, text=text, headers=headers, cut=cut)


def _show_slides(source: Source, extraction: Extraction, gallery: PictureGallery) -> Preview:
    from findling.extraction.previews.slide_cards import find_size, make_cards

    data = unflatten(source.data)[0] if extraction.kind is FileKind.ODP else source.data
    size = find_size(data, extraction.kind)
    cards, cut = make_cards(extraction, size, _find_numbering(source, extraction.kind, gallery))
    path = Path(source.name)
    cut |= extraction.is_cut
    return Preview(path, PreviewForm.MARKUP, extraction.kind, extraction.title, slides=cards, cut=cut)


def _show_blocks(source: Source, extraction: Extraction, gallery: PictureGallery) -> Preview:
    shown = _first_messages(extraction) if format_of(extraction.kind).unit is Unit.MESSAGE else extraction
    text, cut = to_html(shown, _find_numbering(source, extraction.kind, gallery))
    cut |= len(shown.blocks) < len(extraction.blocks) or extraction.is_cut
    path = Path(source.name)
    return Preview(path, PreviewForm.MARKUP, extraction.kind, extraction.title, text=text, cut=cut)


def _find_numbering(source: Source, kind: FileKind, gallery: PictureGallery) -> Callable[[PlacedPicture], int] | None:
    """Return what numbers a document's pictures, by how its kind holds them; None if unknown."""
    match kind:
        case FileKind.RTF:
            return lambda picture: gallery.add(
                picture.address,
                partial(read_rich_text, _as_bytes(picture.address)),
                *measure_rich_text(_as_bytes(picture.address)),
            )
        case FileKind.EML | FileKind.MBOX:
            parts = MailParts(source)
            return partial(_number_part, gallery, parts)
        case FileKind.MSG:
            return partial(_number_part, gallery, OutlookParts(source))
        case FileKind.EPUB | FileKind.ODT | FileKind.ODP | FileKind.PPTX:
            is_flat = kind in (FileKind.ODT, FileKind.ODP)
            members = PackageMembers(unflatten(source.data)[0] if is_flat else source.data)
            return lambda picture: gallery.add(
                picture.address, partial(members.read, str(picture.address)), picture.width, picture.height
            )
    return None


def _as_bytes(address: str | bytes) -> bytes:
    return address if isinstance(address, bytes) else address.encode()


def _number_part(gallery: PictureGallery, parts: MailParts | OutlookParts, picture: PlacedPicture) -> int:
    address = str(picture.address)
    if address[:5].lower() == "data:":
        return gallery.add(address, partial(read_data_address, address), picture.width, picture.height)
    if not parts.has(picture.page, address):
        return 0
    read = partial(parts.read, picture.page, address)
    return gallery.add((picture.page, address), read, picture.width, picture.height)


def find_lexer(name: str, kind: FileKind = FileKind.CODE) -> str:
    """Return the lexer of a file's name, or of its kind; else `PLAIN_LEXER`."""
    name = name.lower()
    by_name = _BY_ENDING.get(name) or _BY_ENDING.get(PurePath(name).suffix)
    return by_name or format_of(kind).lexer or PLAIN_LEXER


def split_mail(extraction: Extraction) -> tuple[tuple[tuple[str, str], ...], Extraction]:
    """Split a mail, as laid out by `readers.mail_layout`, into headers and text without them."""
    headers: list[tuple[str, str]] = []
    rest = list(extraction.blocks)
    if rest and rest[0].kind is BlockKind.HEADING:
        headers.append((_SUBJECT, _of(extraction, rest.pop(0))))
    if headers and rest and rest[0].kind is BlockKind.META:
        fields = (line.partition(": ") for line in _of(extraction, rest.pop(0)).split("\n"))
        headers += [(name, value) for name, gap, value in fields if gap]
    shown = tuple((name, value[:_VALUE_LENGTH]) for name, value in headers[:SHOWN_HEADERS])
    return shown, _from(extraction, rest)


def _of(extraction: Extraction, block: Block) -> str:
    return extraction.text[block.start : block.end]


def _from(extraction: Extraction, blocks: Sequence[Block]) -> Extraction:
    """Return the part from the first of these blocks on."""
    start = blocks[0].start if blocks else len(extraction.text)
    moved = tuple(replace(block, start=block.start - start, end=block.end - start) for block in blocks)
    pictures = tuple(replace(picture, at=max(picture.at - start, 0)) for picture in extraction.pictures)
    return replace(extraction, text=extraction.text[start:], blocks=moved, pictures=pictures)


def _first_messages(extraction: Extraction) -> Extraction:
    blocks = [block for block in extraction.blocks if (block.page or 0) <= _MESSAGES]
    end = blocks[-1].end if blocks else 0
    pictures = tuple(picture for picture in extraction.pictures if picture.at <= end)
    return replace(extraction, text=extraction.text[:end], blocks=tuple(blocks), pictures=pictures)
