"""Walk through the XML of one story of a Word document, element by element, without a tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.extraction.readers.office_math import ARGUMENTS, PROPERTIES, STRUCTURES
from findling.extraction.readers.word_lists import read_whole_number
from findling.extraction.readers.word_paragraph import OpenParagraph
from findling.extraction.readers.word_text import CHARACTERS, OFF, StoryText, value_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from findling.extraction.readers.word_story import StoryReceiver
    from findling.extraction.readers.word_styles import WordStyles

    _Handler = Callable[["StoryWalk", str, Mapping[str, str]], None]

_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class _Row:
    """Open row of a table."""

    is_deleted: bool = False
    is_head: bool = False


@dataclass(slots=True)
class _Cell:
    """Open cell of a table."""

    is_deleted: bool = False
    span: int = 1
    continues: bool = False


@dataclass(slots=True)
class _Alternatives:
    """Open choice among forms of one thing, and how much was read before the one being tried."""

    is_read: bool = False
    before: int = 0


class StoryWalk(StoryText):
    """Parser target that hands on a story's paragraphs and tables, read with changes accepted.

    Of an element that is not known here only the content counts, so what a later Word wraps text in makes no
    difference. What stands inside a paragraph and is none of it (text boxes, tables in a run) follows after it.
    Of alternatives for newer and older programs (ISO/IEC 29500-3, 7.6) the first that has text is read.
    """

    def __init__(
        self,
        receiver: StoryReceiver,
        styles: WordStyles,
        targets: Mapping[str, str] = MappingProxyType({}),
        *,
        is_formatted: bool = False,
    ) -> None:
        """Make a walk.

        Args:
            receiver: takes what is read.
            styles: of the document.
            targets: of links and of documents in the document, by what the story calls them.
            is_formatted: note looks and links, which costs time.
        """
        super().__init__(receiver, styles, targets)
        self._starts = _FORMATTED_STARTS if is_formatted else _STARTS
        self._ends = _FORMATTED_ENDS if is_formatted else _ENDS
        self._silent = 0
        self._rows: list[_Row] = []
        self._cells: list[_Cell] = []
        self._alternatives: list[_Alternatives] = []
        self._in_row_properties = False

    @property
    def full(self) -> bool:
        """True if the receiver takes no more."""
        return self._receiver.full

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if self._silent:
            self._silent += 1
        elif (handler := self._starts.get(tag)) is not None:
            handler(self, tag, attributes)

    def end(self, tag: str) -> None:
        """Leave an element."""
        if self._silent:
            self._silent -= 1
        elif (handler := self._ends.get(tag)) is not None:
            handler(self, tag, _NO_ATTRIBUTES)

    def data(self, text: str) -> None:
        """Take characters."""
        if not self._silent:
            self.add_characters(text)

    # Paragraphs and their properties.

    def _start_paragraph(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._cells and self._cells[-1].is_deleted:
            self._silent = 1
            return
        if self._open and self._open[-1].is_implied:
            self._finish(self._open.pop())
        opened = OpenParagraph()
        if self._carried is not None:
            opened.take_over(self._carried)
            self._carried = None
        self._open.append(opened)

    def _end_paragraph(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        opened = self._open.pop()
        if opened.is_mark_deleted:
            self._carried = opened
        else:
            self._finish(opened)

    def _start_paragraph_properties(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_paragraph_properties = True

    def _end_paragraph_properties(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_paragraph_properties = False

    def _take_property(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a property that says what a paragraph is."""
        if not self._open or not self._in_paragraph_properties:
            return
        opened, value = self._open[-1], value_of(attributes, "val")
        match tag.rpartition("}")[2]:
            case "pStyle":
                opened.style = value
            case "outlineLvl":
                opened.outline = read_whole_number(value)
            case "numId":
                opened.numbering = replace(opened.numbering, number=value)
            case "ilvl":
                opened.numbering = replace(opened.numbering, level=read_whole_number(value))

    # Changes, and alternatives.

    def _start_silence(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._silent = 1

    def _start_deletion(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        """Leave out what is deleted: a run or, for a property, a paragraph's mark, a row, a cell."""
        self._silent = 1
        if self._in_row_properties and self._rows:
            self._rows[-1].is_deleted = True
        elif self._in_paragraph_properties and self._open:
            self._open[-1].is_mark_deleted = True

    def _start_alternatives(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._alternatives.append(_Alternatives())

    def _end_alternatives(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._alternatives.pop()

    def _start_alternative(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._alternatives:
            self._alternatives[-1].before = self.pieces
            self._silent = int(self._alternatives[-1].is_read)

    def _end_alternative(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._alternatives:
            self._alternatives[-1].is_read = self.pieces > self._alternatives[-1].before

    # Tables, boxes, notes, and documents in the document.

    def _start_table(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._cells and self._cells[-1].is_deleted:
            self._silent = 1
            return
        self._flush()
        if self._open:
            self._put("\n")
        self._deliver(self._receiver.begin_table)

    def _end_table(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._flush()
        self._deliver(self._receiver.end_table)

    def _start_row(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._flush()
        self._rows.append(_Row())
        self._deliver(self._receiver.begin_row)

    def _end_row(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._flush()
        row = self._rows.pop()
        self._deliver(partial(self._receiver.end_row, is_head=row.is_head))

    def _start_row_properties(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_row_properties = True

    def _end_row_properties(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_row_properties = False

    def _take_head(self, _tag: str, attributes: Mapping[str, str]) -> None:
        if self._rows:
            self._rows[-1].is_head = value_of(attributes, "val") not in OFF

    def _start_cell(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._rows and self._rows[-1].is_deleted:
            self._silent = 1
            return
        self._flush()
        self._cells.append(_Cell())
        self._deliver(self._receiver.begin_cell)

    def _end_cell(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._flush()
        cell = self._cells.pop()
        self._deliver(partial(self._receiver.end_cell, cell.span, continues=cell.continues))

    def _take_cell_property(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not self._cells:
            return
        match tag.rpartition("}")[2]:
            case "gridSpan":
                self._cells[-1].span = read_whole_number(value_of(attributes, "val")) or 1
            case "vMerge":
                self._cells[-1].continues = value_of(attributes, "val") in ("", "continue")
            case "cellDel":
                self._cells[-1].is_deleted = True

    def _end_story(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        """End a text box or a note: what is open in it does not go on behind it."""
        self._flush()

    def _start_note(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._begins_note = True

    def _take_word_art(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the text of a picture made of letters (ISO/IEC 29500-4, 19.1.2.22)."""
        self._start_paragraph(tag, _NO_ATTRIBUTES)
        if not self._silent:
            self._put(attributes.get("string", ""))
            self._end_paragraph(tag, _NO_ATTRIBUTES)

    def _take_old_description(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take what is said of a shape as of Word 2003; in an alternative, the newer form says it."""
        if not self._alternatives:
            self._take_description(tag, attributes)

    def _take_chunk(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._flush()
        self._deliver(partial(self._receiver.add_chunk, value_of(attributes, "id")))


# Both forms of each namespace: transitional, and strict (ISO/IEC 29500-1, annex A).
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_DRAWING = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
_WORD_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
_VECTOR = ("urn:schemas-microsoft-com:vml",)
# Pictures, and the shapes, groups and canvases of Office 2010.
_SHAPE_HOLDERS = (
    *(f"{namespace.removesuffix('/main')}/picture" for namespace in _DRAWING),
    *(f"http://schemas.microsoft.com/office/word/2010/wordprocessing{name}" for name in ("Shape", "Group", "Canvas")),
)
_EMOJI = ("http://schemas.microsoft.com/office/word/2015/wordml/symex",)

VECTOR_SHAPES = "shape rect roundrect oval line polyline curve arc group image"
"""Shapes as Word 2003 wrote them (ISO/IEC 29500-4, 19.1)."""

# Former properties of what was changed, and what is moved away.
_SILENT = """
    moveFrom rPrChange pPrChange sectPrChange tblPrChange tblGridChange tblPrExChange trPrChange tcPrChange
    numberingChange
"""


def _named(namespaces: tuple[str, ...], names: str, handler: _Handler) -> Iterator[tuple[str, _Handler]]:
    return ((f"{{{namespace}}}{name}", handler) for namespace in namespaces for name in names.split())


_BLOCK_STARTS: tuple[tuple[str, _Handler], ...] = (
    ("p", StoryWalk._start_paragraph),
    ("tbl", StoryWalk._start_table),
    ("tr", StoryWalk._start_row),
    ("tc", StoryWalk._start_cell),
    ("r", StoryWalk._start_run),
    ("t", StoryWalk._start_text),
)
_BLOCK_ENDS: tuple[tuple[str, _Handler], ...] = (
    ("p", StoryWalk._end_paragraph),
    ("tbl", StoryWalk._end_table),
    ("tr", StoryWalk._end_row),
    ("tc", StoryWalk._end_cell),
    ("t", StoryWalk._end_text),
)
_MATH_PARTS = " ".join((*STRUCTURES, *ARGUMENTS, "oMath"))
_STARTS: Mapping[str, _Handler] = {
    tag: handler
    for pairs in (
        *(_named(_WORD + _DRAWING, name, handler) for name, handler in _BLOCK_STARTS),
        _named(_WORD, "pPr", StoryWalk._start_paragraph_properties),
        _named(_WORD, "pStyle outlineLvl numId ilvl", StoryWalk._take_property),
        _named(_WORD, "trPr", StoryWalk._start_row_properties),
        _named(_WORD, "tblHeader", StoryWalk._take_head),
        _named(_WORD, "gridSpan vMerge cellDel", StoryWalk._take_cell_property),
        _named(_WORD, " ".join(CHARACTERS), StoryWalk._take_character),
        _named(_DRAWING, "br", StoryWalk._take_character),
        _named(_WORD, "sym", StoryWalk._take_symbol),
        _named(_EMOJI, "symEx", StoryWalk._take_symbol),
        _named(_WORD, "rFonts", StoryWalk._take_font),
        _named(_WORD, "fldChar", StoryWalk._take_field_mark),
        _named(_WORD, "instrText", StoryWalk._start_instruction),
        _named(_WORD, "ddList", StoryWalk._start_entries),
        _named(_WORD, "listEntry result default", StoryWalk._take_entry),
        _named(_WORD, _SILENT, StoryWalk._start_silence),
        _named(_WORD, "del", StoryWalk._start_deletion),
        _named(_WORD, "footnote endnote comment", StoryWalk._start_note),
        _named(_WORD, "rt", StoryWalk._start_reading),
        _named(_WORD, "altChunk", StoryWalk._take_chunk),
        _named(_VECTOR, "textpath", StoryWalk._take_word_art),
        _named(_VECTOR, VECTOR_SHAPES, StoryWalk._take_old_description),
        _named(_WORD, "drawing pict object", StoryWalk._start_drawing),
        _named(_WORD, "tblCaption tblDescription", StoryWalk._take_table_description),
        _named(_WORD_DRAWING, "docPr", StoryWalk._take_description),
        _named(_SHAPE_HOLDERS, "cNvPr", StoryWalk._take_description),
        _named(_COMPATIBILITY, "AlternateContent", StoryWalk._start_alternatives),
        _named(_COMPATIBILITY, "Choice Fallback", StoryWalk._start_alternative),
        _named(_MATH, "r", StoryWalk._start_run),
        _named(_MATH, "t", StoryWalk._start_text),
        _named(_MATH, _MATH_PARTS, StoryWalk._start_formula),
        _named(_MATH, " ".join(PROPERTIES), StoryWalk._take_formula_property),
    )
    for tag, handler in pairs
}
_ENDS: Mapping[str, _Handler] = {
    tag: handler
    for pairs in (
        *(_named(_WORD + _DRAWING, name, handler) for name, handler in _BLOCK_ENDS),
        _named(_WORD, "pPr", StoryWalk._end_paragraph_properties),
        _named(_WORD, "trPr", StoryWalk._end_row_properties),
        _named(_WORD, "instrText", StoryWalk._end_instruction),
        _named(_WORD, "ddList", StoryWalk._end_entries),
        _named(_WORD, "rt", StoryWalk._end_reading),
        _named(_WORD, "drawing pict object", StoryWalk._end_drawing),
        _named(_WORD, "txbxContent footnote endnote comment", StoryWalk._end_story),
        _named(_COMPATIBILITY, "AlternateContent", StoryWalk._end_alternatives),
        _named(_COMPATIBILITY, "Choice Fallback", StoryWalk._end_alternative),
        _named(_MATH, "t", StoryWalk._end_text),
        _named(_MATH, _MATH_PARTS, StoryWalk._end_formula),
    )
    for tag, handler in pairs
}
_FORMATTED_STARTS: Mapping[str, _Handler] = {
    **_STARTS,
    **dict(_named(_WORD, "b i strike dstrike vertAlign", StoryWalk._take_look)),
    **dict(_named(_WORD, "hyperlink", StoryWalk._start_link)),
    **dict(_named(_WORD_DRAWING, "extent", StoryWalk._take_extent)),
    **dict(_named(_DRAWING, "blip", StoryWalk._take_picture)),
    **dict(_named(_VECTOR, "imagedata", StoryWalk._take_picture)),
}
_FORMATTED_ENDS: Mapping[str, _Handler] = {
    **_ENDS,
    **dict(_named(_WORD, "hyperlink", StoryWalk._end_link)),
}
