"""Text of a Word story: runs, and what stands for characters, fields, links and formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.readers.symbol_fonts import decode_private, decode_symbol, is_symbol_font
from findling.extraction.readers.word_lists import read_whole_number
from findling.extraction.readers.word_paragraph import OpenParagraph
from findling.extraction.readers.word_story import (
    PICTURE_SIGN,
    PLAIN,
    Look,
    StoryParagraph,
    StoryPicture,
    StoryReceiver,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from findling.extraction.readers.word_styles import WordStyles

HELD_LIMIT = 100_000
"""Parts of text boxes that wait for the end of the paragraph which these are anchored in."""

_EMU_PER_PIXEL = 914_400 / 96
"""English metric units (ISO/IEC 29500-1, 20.1.10.16) in 1/96 inch."""

OFF = frozenset({"0", "false", "off"})
"""Values of a property that is not on (ISO/IEC 29500-1, 22.9.2.7)."""

CHARACTERS = MappingProxyType(
    {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
)
"""Characters that elements stand for; a break of a page or a column ends a line at least."""

_CODE = re.compile(r"[0-9A-Fa-f]{1,6}")
_VALUES = ("title", "descr", "alt")
_POSITIONS = {"superscript": "sup", "subscript": "sub"}


def value_of(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its name in either of two namespaces; "" where there is none."""
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")


@dataclass(slots=True)
class _Drawing:
    """Open drawing: what is said of it and of its shapes, and what of that is still to tell."""

    said: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)

    def take(self) -> str:
        """Return what is to be told, once."""
        lines, self.waiting = self.waiting, []
        return "\n".join(lines)


class StoryText:
    """Collector of a story's text by paragraphs; `StoryWalk` says where these begin and end.

    Attributes:
        pieces: stretches of text so far, without those of white space.
    """

    def __init__(self, receiver: StoryReceiver, styles: WordStyles, targets: Mapping[str, str]) -> None:
        """Make one that hands paragraphs to a receiver; `targets` are of links, by story's names."""
        self.pieces = 0
        self._receiver = receiver
        self._styles = styles
        self._targets = targets
        self._open: list[OpenParagraph] = []
        self._carried: OpenParagraph | None = None
        self._in_text = False
        self._in_reading = False
        self._in_instruction = False
        self._in_paragraph_properties = False
        self._begins_note = False
        self._entries: list[str] | None = None
        self._chosen = 0
        self._fonts: Mapping[str, str] | None = None
        self._look = PLAIN
        self._links: list[str] = []
        self._width = 0.0
        self._drawings: list[_Drawing] = []

    def add_characters(self, text: str) -> None:
        """Take characters, which count in texts only."""
        if self._in_text:
            text = text.replace("\n", " ")
            self._put(text if text.isascii() or self._fonts is None else self._decode(text, self._fonts))
        elif self._in_instruction and self._open:
            self._open[-1].instruct(text)

    def _decode(self, text: str, fonts: Mapping[str, str]) -> str:
        """Decode the characters of a symbol font, if one of the run's fonts is such."""
        names = (value_of(fonts, script) for script in ("ascii", "hAnsi", "cs"))
        return decode_private(next(filter(is_symbol_font, names), ""), text)

    def close(self) -> None:
        """Hand over what is still open."""
        self._flush()
        while self._open:
            self._finish(self._open.pop())

    def _put(self, text: str) -> None:
        """Add text to the open paragraph, or to one that is implied by there being text."""
        if not self._open:
            self._flush()
            self._open.append(OpenParagraph(is_implied=True))
        opened = self._open[-1]
        self.pieces += not text.isspace()
        if self._in_reading:
            opened.readings[-1] += text
            return
        opened.put(text, replace(self._look, link=self._links[-1]) if self._links and self._links[-1] else self._look)
        if opened.length > TEXT_LIMIT:
            # Nobody takes more of it, so that it need not wait for its end.
            self._open.pop()
            self._finish(opened)
            self._open.append(opened)

    def _deliver(self, call: Callable[[], None]) -> None:
        """Hand something over, after the paragraph that it stands in."""
        if self._open and len(self._open[-1].held) < HELD_LIMIT:
            self._open[-1].held.append(call)
        else:
            call()

    def _finish(self, opened: OpenParagraph) -> None:
        """Hand a paragraph over, and what waited for it."""
        held, opened.held = opened.held, []
        if (result := opened.finish(self._styles)) is not None:
            if not result.is_blank:
                result.begins_note, self._begins_note = self._begins_note, False
            self._deliver(partial(self._receiver.add_paragraph, result))
        self._add_line(opened.take_readings())
        for call in held:
            self._deliver(call)

    def _flush(self) -> None:
        """Hand over a paragraph that is implied, or whose mark is deleted, if no other can follow."""
        if self._carried is not None:
            carried, self._carried = self._carried, None
            self._finish(carried)
        if self._open and self._open[-1].is_implied:
            self._finish(self._open.pop())

    # Runs, and what stands for characters.

    def _start_run(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._fonts = None
        self._look = PLAIN

    def _start_text(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_text = True

    def _end_text(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_text = False

    def _take_character(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Take an element that stands for a character; w:tab is also a property of paragraphs."""
        if self._open and not self._in_paragraph_properties:
            self._put(CHARACTERS[tag.rpartition("}")[2]])

    def _take_symbol(self, _tag: str, attributes: Mapping[str, str]) -> None:
        code = value_of(attributes, "char")
        shown = decode_symbol(value_of(attributes, "font"), int(code, 16)) if _CODE.fullmatch(code) else ""
        if shown:
            self._put(shown)

    def _take_font(self, _tag: str, attributes: Mapping[str, str]) -> None:
        if not self._in_paragraph_properties:
            self._fonts = attributes

    def _take_look(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._in_paragraph_properties:
            return
        value = value_of(attributes, "val")
        match tag.rpartition("}")[2]:
            case "b":
                self._look = replace(self._look, is_bold=value not in OFF)
            case "i":
                self._look = replace(self._look, is_italic=value not in OFF)
            case "vertAlign":
                self._look = replace(self._look, position=_POSITIONS.get(value, ""))
            case _:
                self._look = replace(self._look, is_struck=value not in OFF)

    def _start_reading(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        """Begin a word's reading, shown above it; it follows the paragraph and so parts no word."""
        if self._open:
            self._open[-1].readings.append("")
            self._in_reading = True

    def _end_reading(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_reading = False

    # Fields and links.

    def _take_field_mark(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """Take the begin of a field, the mark between its instruction and its result, or its end."""
        if not self._open:
            return
        match value_of(attributes, "fldCharType"):
            case "begin":
                self._open[-1].begin_field()
            case "separate":
                self._open[-1].begin_result()
            case "end":
                self._open[-1].end_field()

    def _start_instruction(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_instruction = True

    def _end_instruction(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._in_instruction = False

    def _start_entries(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._entries, self._chosen = [], 0

    def _take_entry(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take an entry of a list in an old form, or the number of the one that was chosen."""
        if self._entries is None:
            return
        value = value_of(attributes, "val")
        if tag.endswith("}listEntry"):
            self._entries.append(value)
        else:
            self._chosen = read_whole_number(value) or 0

    def _end_entries(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._open and self._entries:
            self._open[-1].choose(self._entries[min(self._chosen, len(self._entries) - 1)])
        self._entries = None

    def _start_link(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._links.append(self._targets.get(value_of(attributes, "id"), ""))

    def _end_link(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._links.pop()

    # Pictures: of a drawing size and description come before the picture itself.

    def _start_drawing(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._width = 0.0
        self._drawings.append(_Drawing())

    def _end_drawing(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        """End a drawing: what is said of it follows its paragraph, unless a picture bears it."""
        if self._drawings:
            self._add_line(self._drawings.pop().take())

    def _add_line(self, line: str) -> None:
        """Hand over a line that stands in no paragraph."""
        if line:
            self._deliver(partial(self._receiver.add_paragraph, StoryParagraph(texts=[line], looks=[PLAIN])))

    def _take_extent(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._width = (read_whole_number(value_of(attributes, "cx")) or 0) / _EMU_PER_PIXEL

    def _take_description(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """Take what is said of a drawing or of a shape in it; many say the same twice."""
        if self._drawings:
            drawing = self._drawings[-1]
            words = read_alternative_text(*(value_of(attributes, name) for name in _VALUES))
            if words and words not in drawing.said:
                drawing.said.add(words)
                drawing.waiting.append(words)

    def _take_table_description(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._add_line(read_alternative_text(value_of(attributes, "val")))

    def _take_picture(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a picture of a drawing, or of a shape as Word 2003 wrote it; linked ones lie outside."""
        is_old = tag.endswith("}imagedata")
        if part := self._targets.get(value_of(attributes, "id" if is_old else "embed"), ""):
            description = self._drawings[-1].take() if self._drawings else ""
            picture = StoryPicture(part, 0.0 if is_old else self._width, description)
            look, self._look = self._look, Look(picture=picture)
            self._put(PICTURE_SIGN)
            self._look = look

    # Formulas.

    def _start_formula(self, tag: str, _attributes: Mapping[str, str]) -> None:
        if not self._open:
            self._open.append(OpenParagraph(is_implied=True))
        self._open[-1].open_formula(tag.rpartition("}")[2])

    def _take_formula_property(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].set_formula(tag.rpartition("}")[2], value_of(attributes, "val"))

    def _end_formula(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].close_formula()
