"""Conversion of walked markup to blocks: collapses white space, tells records from layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.readers.text_layout import join_cut_words

if TYPE_CHECKING:
    from findling.domain.files import PlacedPicture
    from findling.extraction.document import TextBuilder

_ROW_LENGTH = 2_000
"""Characters; a row with more is layout of a page, no record."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A finished block that waits in a table cell for its row to end."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    picture: PlacedPicture | None = None


@dataclass(slots=True)
class _Row:
    """An open table row: for each cell the blocks that it holds."""

    cells: list[list[_Piece]] = field(default_factory=list)

    def texts(self) -> list[list[_Piece]]:
        """Return the blocks of each cell without the pictures between them."""
        return [[piece for piece in cell if piece.picture is None] for cell in self.cells]

    def is_record(self) -> bool:
        """Return whether the row is one line: several short cells without headings, code or rows."""
        filled = [texts for texts in self.texts() if texts]
        pieces = [piece for cell in filled for piece in cell]
        plain = all(piece.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) for piece in pieces)
        return plain and len(filled) > 1 and sum(len(piece.text) for piece in pieces) <= _ROW_LENGTH


class Flow:
    """Takes text, and blocks' starts and ends in document order; adds blocks to a builder.

    Attributes:
        first_heading: the text of the first heading of level 1, or "".
    """

    def __init__(self, builder: TextBuilder, *, page: int | None = None, breaks: bool = False) -> None:
        self._builder = builder
        self._page = page
        self._breaks = breaks
        self._rows: list[_Row] = []
        self._pieces: list[str] = []
        self._pictures: list[PlacedPicture] = []
        self._asides: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self.first_heading = ""

    def add_text(self, text: str) -> None:
        """Append text to the open block."""
        if self._kind is not BlockKind.CODE:
            text = text.replace("\n", " ")
        self._pieces.append(text)

    def add_aside(self, text: str) -> None:
        """Add what is no part of a sentence; it follows the open block."""
        self._asides.append(text)

    def add_picture(self, picture: PlacedPicture) -> None:
        """Add a picture, which follows the open block."""
        self._pictures.append(picture)

    def break_line(self) -> None:
        """Begin a new line of the same block."""
        self._pieces.append("\n")

    def begin_block(self, kind: BlockKind, *, level: int = 0) -> None:
        """End the open block and begin one of a kind."""
        self.end_block()
        self._kind, self._level = kind, level

    def begin_part(self) -> None:
        """Begin a paragraph or other container: a line of code, an item's text, or a new block."""
        if self._kind is BlockKind.CODE:
            self.break_line()
        elif any(not piece.isspace() for piece in self._pieces):
            self.end_block()

    def end_part(self) -> None:
        """End what `begin_part` began."""
        if self._kind is BlockKind.CODE:
            self.break_line()
        else:
            self.end_block()

    def end_block(self) -> None:
        """Add the open block; text that follows is a paragraph."""
        if self._pieces:
            self._hand_over(_Piece(self._collapse("".join(self._pieces)), self._kind, self._level))
            self._pieces.clear()
        if self._asides:
            self._hand_over(_Piece("\n".join(self._asides)))
            self._asides.clear()
        for picture in self._pictures:
            self._hand_over(_Piece("", picture=picture))
        self._pictures.clear()
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def begin_row(self) -> None:
        """Begin a table row."""
        self.end_block()
        self._rows.append(_Row())

    def begin_cell(self) -> None:
        """Begin the next cell of the open row; outside of any row it is a block of its own."""
        self.end_block()
        if self._rows:
            self._rows[-1].cells.append([])

    def end_row(self) -> None:
        """Add the open row: as one line if it is a record, else as the blocks in its cells."""
        self.end_block()
        if not self._rows:
            return
        row = self._rows.pop()
        if row.is_record():
            cells = (" ".join(" ".join(piece.text.split()) for piece in cell) for cell in row.texts() if cell)
            self._hand_over(_Piece(" | ".join(cells), BlockKind.ROW))
            waiting = [piece for cell in row.cells for piece in cell if piece.picture is not None]
        else:
            waiting = [piece for cell in row.cells for piece in cell]
        for piece in waiting:
            self._hand_over(piece)

    def _collapse(self, text: str) -> str:
        if self._kind is BlockKind.CODE:
            return text.strip("\n")
        return join_cut_words("\n".join(" ".join(line.split()) for line in text.split("\n")).strip())

    def _hand_over(self, piece: _Piece) -> None:
        if piece.picture is None and not piece.text.strip():
            return
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1].append(piece)
            return
        if piece.picture is not None:
            self._builder.add_picture(piece.picture)
            return
        if piece.kind is BlockKind.HEADING and piece.level == 1 and not self.first_heading:
            self.first_heading = piece.text
        self._builder.add(piece.text, piece.kind, level=piece.level, page=self._page, breaks=self._breaks)
        self._breaks = False
