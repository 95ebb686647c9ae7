"""One file's bytes become its preview: told what it is, and made into what is fit to show that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.preview import Preview, PreviewForm
from findling.extraction.document import normalise
from findling.extraction.encoding import decode
from findling.extraction.kinds import identify
from findling.extraction.parsing import reader_of
from findling.extraction.previews.block_html import to_html
from findling.extraction.previews.lexers import find_lexer
from findling.extraction.previews.mail_parts import first_letters, is_plain, open_letter
from findling.extraction.previews.preview_protocol import TEXT_LIMIT
from findling.extraction.readers.html_text import declared_encoding
from findling.extraction.readers.plain_text import find_title
from findling.formats import FileKind, PreviewMethod, Unit, format_of

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.source import Source

LETTERS = 50
"""Messages of a mailbox that are shown."""


def show(source: Source) -> Preview:
    """Make a preview of a document that has no pages to be drawn; its path is the file's name.

    Raises:
        ExtractionError: there is nothing to show; the reason is the one that its reader gives.
    """
    kind = identify(source.data, source.name)
    preview = _make(source, kind)
    return replace(preview, title=preview.title or source.name)


def _make(source: Source, kind: FileKind) -> Preview:
    match format_of(kind).preview:
        case PreviewMethod.TABLE:
            return _show_tables(source, kind)
        case PreviewMethod.MARKUP:
            return _show_markup(source, kind)
        case PreviewMethod.TEXT:
            return _show_plain(source, kind)
        case PreviewMethod.CODE:
            return _show_code(source, kind)
    extraction = replace(reader_of(kind)(source), kind=kind)
    if format_of(kind).preview is PreviewMethod.LETTER:
        return _show_letter(source, extraction)
    return _show_blocks(source, extraction)


def _show_tables(source: Source, kind: FileKind) -> Preview:
    from findling.extraction.previews.table_preview import read_tables

    sheets, cut = read_tables(source, kind)
    return Preview(Path(source.name), PreviewForm.TABLE, kind, "", sheets=sheets, cut=cut)


def _show_markup(source: Source, kind: FileKind) -> Preview:
    from findling.extraction.previews import markup_preview

    make = {
        FileKind.MARKDOWN: markup_preview.from_markdown,
        FileKind.HTML: markup_preview.from_html,
        FileKind.DOCX: markup_preview.from_word,
    }
    made = make[kind](source)
    return Preview(Path(source.name), PreviewForm.MARKUP, kind, made.title, text=made.text, cut=made.cut)


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
    return text[:TEXT_LIMIT], len(text) > TEXT_LIMIT


def _show_letter(source: Source, extraction: Extraction) -> Preview:
    headers, body = open_letter(extraction)
    if not is_plain(body):
        return replace(_show_blocks(source, body), headers=headers)
    text, cut = body.text[:TEXT_LIMIT], len(body.text) > TEXT_LIMIT
    path = Path(source.name)
    return Preview(path, PreviewForm.TEXT, extraction.kind, extraction.title, text=text, headers=headers, cut=cut)


def _show_blocks(source: Source, extraction: Extraction) -> Preview:
    shown = first_letters(extraction, LETTERS) if format_of(extraction.kind).unit is Unit.MESSAGE else extraction
    text, cut = to_html(shown)
    cut |= len(shown.blocks) < len(extraction.blocks) or extraction.reason is not None
    path = Path(source.name)
    return Preview(path, PreviewForm.MARKUP, extraction.kind, extraction.title, text=text, cut=cut)
