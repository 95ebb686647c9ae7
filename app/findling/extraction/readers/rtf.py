"""Reader of Rich Text: paragraphs, table rows, notes, comments, boxes, headers, footers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, PlacedPicture, Reason
from findling.errors import ExtractionError
from findling.extraction.document import UNNAMED, TextBuilder, is_telling, tell_attachments
from findling.extraction.readers.rtf_destinations import Destination
from findling.extraction.readers.rtf_walk import RichTextWalk
from findling.extraction.readers.text_layout import join_cut_words
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from findling.extraction.readers.rtf_walk import RichTextGroup
    from findling.extraction.source import Source

SIZE_LIMIT = 20 * 2**20
"""Bytes of a file; a MiB of control words takes up to a second."""

SYMBOLS = re.compile("[\ufffd\uf020-\uf0ff]")
"""Characters of symbol fonts, which have no meaning without the font: bullets, mostly."""

_PARAGRAPH_ENDS = frozenset({b"par", b"sect", b"page", b"column"})
_CELL_ENDS = frozenset({b"cell", b"nestcell"})
_ROW_LENGTH = 2_000
"""Characters; a row with more is layout of a page, no record."""

_Piece = tuple[str, BlockKind] | PlacedPicture


def read(source: Source) -> Extraction:
    """Read an .rtf file."""
    if len(source.data) > SIZE_LIMIT:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE(size=SIZE_LIMIT))
    builder = TextBuilder()
    composer = _compose(builder, source.data)
    return tell_attachments(builder.finish(FileKind.RTF, composer.title), composer.embedded)


def add_rich_text(builder: TextBuilder, data: bytes) -> None:
    """Add the paragraphs and table rows of a document or a fragment."""
    _compose(builder, data)


def _compose(builder: TextBuilder, data: bytes) -> _Composer:
    composer = _Composer()
    RichTextWalk(data, composer).run()
    for piece in composer.finish():
        if isinstance(piece, PlacedPicture):
            builder.add_picture(piece)
        else:
            builder.add(join_cut_words(piece[0]), piece[1])
    return composer


@dataclass(slots=True)
class _Flow:
    """Text of one destination, with its tables.

    Attributes:
        parts: of the open paragraph.
        cell, nested, cells: paragraphs of the open cell, cells of the open row inside it, and cells before it.
        asides: what stands inside the open paragraph or row and is no part of its sentence; it follows.
        pieces: what is finished.
    """

    parts: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    asides: list[_Piece] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)
    in_table: bool = False
    is_item: bool = False

    def end_paragraph(self) -> None:
        """End the open paragraph; one inside a table belongs to its cell."""
        text = self._take()
        if self.in_table:
            self.cell.append(text)
            return
        self.end_row()
        self._add(text, BlockKind.ITEM if self.is_item else BlockKind.PARAGRAPH)
        self.is_item = False

    def end_cell(self, *, is_nested: bool) -> None:
        """End the open cell, of the open row or of one inside its cell."""
        if is_nested:
            self.nested.append(self._take())
            return
        self.cells.append("\n".join(filter(None, (*self.cell, self._take()))))
        self.cell.clear()

    def end_nested_row(self) -> None:
        """End a row inside a cell."""
        self.cell.append(" | ".join(filter(None, self.nested)))
        self.nested.clear()

    def end_row(self) -> None:
        """End the open row, if any: one line if it is a record, else the texts of its cells."""
        if not (self.cells or self.cell or self.nested):
            return
        cells = [*filter(None, (*self.cells, *self.cell, *self.nested))]
        for waiting in (self.cells, self.cell, self.nested):
            waiting.clear()
        if sum(map(len, cells)) > _ROW_LENGTH:
            for cell in cells:
                self._add(cell, BlockKind.PARAGRAPH)
        else:
            self._add(" | ".join(" ".join(cell.split()) for cell in cells), BlockKind.ROW)

    def finish(self) -> list[_Piece]:
        """End what is open, and return all pieces."""
        self.in_table = False
        self.end_paragraph()
        return self.pieces

    def _take(self) -> str:
        text = SYMBOLS.sub("", "".join(self.parts)).strip()
        self.parts.clear()
        return text

    def _add(self, text: str, kind: BlockKind) -> None:
        if text:
            self.pieces.append((text, kind))
        self.pieces += self.asides
        self.asides.clear()


class _Composer:
    """A target of the walk that turns destinations into pieces of text.

    Attributes:
        title: of the document's properties, or "".
        embedded: kinds of the files in the document, which are not read.
    """

    def __init__(self) -> None:
        self.title = ""
        self.embedded: list[str] = []
        self._class = ""
        self._flows = [_Flow()]
        self._margins: dict[str, None] = {}

    def begin(self, group: RichTextGroup) -> None:
        """Open a flow for what does not belong to the text around it."""
        if group.destination is not Destination.SILENT:
            self._flows.append(_Flow())

    def end(self, group: RichTextGroup, content: bytes) -> None:
        """Close it, and place its text."""
        if group.destination is Destination.SILENT:
            if group.word == b"pict":
                self._flows[-1].asides.append(PlacedPicture(content))
            else:
                self._note_object(group.word, content)
            return
        pieces = self._flows.pop().finish()
        text = "\n".join(piece[0] for piece in pieces if not isinstance(piece, PlacedPicture))
        around = self._flows[-1]
        match group.destination:
            case Destination.TITLE:
                self.title = self.title or text
            case Destination.NUMBER:
                around.is_item = True
                if any(map(str.isalnum, text)):
                    around.parts.append(f"{text} ")
            case Destination.MARGIN:
                self._margins |= dict.fromkeys(split_margin(text))
            case _:
                around.asides += pieces

    def _note_object(self, word: bytes, content: bytes) -> None:
        if word == b"objclass":
            self._class = content.strip(b"{}").rpartition(b" ")[2].decode("ascii", "replace")
        elif word == b"objdata":
            self.embedded.append(self._class or UNNAMED)

    def text(self, group: RichTextGroup, text: str) -> None:
        """Add characters to the open paragraph."""
        if not (group.is_deleted or (group.is_markup and not text.isspace())):
            self._flows[-1].parts.append(text)

    def control(self, group: RichTextGroup, word: bytes, number: int | None) -> None:
        """End paragraphs, cells and rows."""
        flow = self._flows[-1]
        if word in _PARAGRAPH_ENDS or (word in _CELL_ENDS and group.destination is Destination.MARGIN):
            flow.end_paragraph()
        elif word in _CELL_ENDS:
            flow.end_cell(is_nested=word == b"nestcell")
        elif word == b"row":
            flow.end_row()
        elif word == b"nestrow":
            flow.end_nested_row()
        elif word == b"intbl":
            flow.in_table = number != 0 and group.destination is not Destination.MARGIN
        elif word == b"pard":
            flow.in_table = False

    def finish(self) -> list[_Piece]:
        """Return all pieces; lines of headers and footers last, once, but for numbers of pages."""
        while len(self._flows) > 1:  # of a document that is cut off
            pieces = self._flows.pop().finish()
            self._flows[-1].asides += pieces
        lines = filter(is_telling, self._margins)
        return [*self._flows[0].finish(), ("\n".join(lines), BlockKind.META)]


def split_margin(text: str) -> list[str]:
    """Return the lines of a header or footer, with white space collapsed."""
    return [shown for line in text.split("\n") if (shown := " ".join(line.split()))]
