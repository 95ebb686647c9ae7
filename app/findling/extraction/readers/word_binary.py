"""Reader of Word documents of before 2007 (.doc): body, asides, what is said of pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.extraction.compound_properties import read_title_of
from findling.extraction.compound_streams import open_compound, read_stream_of
from findling.extraction.document import TextBuilder
from findling.extraction.readers.field_codes import blank_switches, is_formula
from findling.extraction.readers.office_art import read_drawings, read_pictures
from findling.extraction.readers.word_pieces import read_text
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.readers.word_pieces import WordBinaryText
    from findling.extraction.source import Source

# [MS-DOC] 2.4.1: what begins a field, stands between what it does and what it shows, and ends it.
_FIELD = re.compile("[\x13\x14\x15]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": None, "\0": None})
_PROTECTED = ("\x09DRMContent", "DRMContent")


def read(source: Source) -> Extraction:
    """Read a .doc or .dot file; headings carry their level.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED`, `LEGACY`, or `NO_TEXT`.
    """
    with open_compound(source.data) as compound:
        is_protected = any(map(compound.exists, _PROTECTED))
        document = read_stream_of(compound, "WordDocument")
        tables = read_stream_of(compound, "0Table"), read_stream_of(compound, "1Table")
        pictures = read_stream_of(compound, "Data")
        title = read_title_of(compound)
    source.beat()
    found = read_text(document, tables)
    builder = TextBuilder()
    _add_body(builder, found)
    _add_asides(builder, found)
    for said in dict.fromkeys((*read_pictures(pictures, found.pictures), *read_drawings(found.drawings))):
        builder.add(said)
    if is_protected:
        # What can be read is what the program puts there for those who may not read the rest.
        return builder.finish(FileKind.DOC, title, reason=Reason.PARTLY_READ, detail=FileMessage.RIGHTS_PROTECTED())
    if found.is_whole:
        return builder.finish(FileKind.DOC, title or _find_title(builder, found))
    return builder.finish(FileKind.DOC, title, reason=Reason.PARTLY_READ, detail=FileMessage.FILE_DAMAGED())


def _find_title(builder: TextBuilder, found: WordBinaryText) -> str:
    """Return the first heading of the highest level, or ""."""
    if 1 not in found.levels.values() or builder.empty:
        return ""
    end = next(place for place, level in found.levels.items() if level == 1)
    start = max(found.text.rfind(sign, 0, end) for sign in "\r\7\f") + 1
    return show_fields(found.text[start:end])


def _add_body(builder: TextBuilder, found: WordBinaryText) -> None:
    """Add paragraphs, and rows of tables each as one line."""
    cells: list[str] = []
    start = 0
    body = _close_fields(found.text[: found.parts.body])
    for end in (match.start() for match in re.finditer("[\r\7\f]", body)):
        text, sign = show_fields(body[start:end]), body[end]
        start = end + 1
        if sign == "\7" and end not in found.row_ends:
            cells.append(" ".join(text.split()))
        elif sign == "\7":
            builder.add(" | ".join(filter(None, cells)), BlockKind.ROW)
            cells.clear()
        elif cells:
            # A paragraph within a cell goes on in it.
            cells.append(text)
        else:
            level = found.levels.get(end, 0)
            builder.add(text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level)
    builder.add(" | ".join(filter(None, cells)), BlockKind.ROW)
    builder.add(show_fields(body[start:]))


def _add_asides(builder: TextBuilder, found: WordBinaryText) -> None:
    parts = found.parts
    at = parts.body
    margins: dict[str, None] = {}
    for length, is_margin in (
        (parts.footnotes, False),
        (parts.headers, True),
        (parts.comments, False),
        (parts.endnotes, False),
        (parts.boxes, False),
        (parts.header_boxes, True),
    ):
        for line in _split(found.text[at : at + length]):
            if is_margin:
                margins[line] = None
            else:
                builder.add(line, BlockKind.PARAGRAPH)
        at += length
    # A line without a letter is a page number or a rule.
    builder.add("\n".join(line for line in margins if any(map(str.isalpha, line))), BlockKind.META)


def _split(text: str) -> Iterator[str]:
    return filter(None, (show_fields(line).strip() for line in re.split("[\r\7\f]", _close_fields(text))))


def _close_fields(text: str) -> str:
    """Put U+0000 for what fields do, whatever paragraphs it spans, and leave what they show.

    The length stays the same. A formula (EQ) has no result, and shows what stands in its brackets.
    """
    parts: list[str] = []
    hidden: list[bool] = []
    at = 0
    for sign in _FIELD.finditer(text):
        stretch = text[at : sign.start()]
        if any(hidden):
            stretch = blank_switches(stretch) if is_formula(stretch) else "\0" * len(stretch)
        parts += (stretch, "\0")
        at = sign.end()
        if sign.group() == "\x13":
            hidden.append(True)
        elif sign.group() == "\x14" and hidden:
            hidden[-1] = False
        elif hidden:
            hidden.pop()
    # What a field does that is never ended is text after all.
    return "".join(parts) + text[at:]


def show_fields(text: str) -> str:
    """Return a paragraph as it is shown, without signs that stand for no text."""
    return text.translate(_SIGNS)
