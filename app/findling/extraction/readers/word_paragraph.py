"""Open paragraph of a Word document: its text so far, with the open fields and formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.readers.field_codes import CODE_LIMIT, show_code
from findling.extraction.readers.office_math import MathNode
from findling.extraction.readers.word_story import PLAIN, Look, StoryParagraph
from findling.extraction.readers.word_styles import Numbering, WordStyles, heading_level

if TYPE_CHECKING:
    from collections.abc import Callable

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """Open field (ISO/IEC 29500-1, 17.16.18): where it stands, and what it says to do.

    Attributes:
        start: stretches of text before it.
        choice: the entry of a list that is chosen in it.
        link: the address that its result leads to, its own or that of the field around it.
    """

    start: int
    instruction: str = ""
    choice: str = ""
    link: str = ""


@dataclass(slots=True)
class OpenParagraph:
    """Open paragraph, and what waits for its end.

    Attributes:
        is_implied: there is text, but no element for a paragraph around it.
        style: the id of its style, or "".
        outline: its own w:outlineLvl, if it has one.
        numbering: its own place in a list.
        is_mark_deleted: its end is deleted, so that the next one goes on in it.
        length: characters so far.
        held: what is handed over after it.
        readings: how words in it are read, which stands above them.
    """

    is_implied: bool = False
    style: str = ""
    outline: int | None = None
    numbering: Numbering = field(default_factory=Numbering)
    is_mark_deleted: bool = False
    length: int = 0
    held: list[Callable[[], None]] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _looks: list[Look] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _formulas: list[MathNode] = field(default_factory=list)

    def put(self, text: str, look: Look = PLAIN) -> None:
        """Add text."""
        if self._formulas:
            self._formulas[-1].put(text)
            return
        if self._fields and not look.link and (link := self._fields[-1].link):
            look = replace(look, link=link)
        self._texts.append(text)
        self._looks.append(look)
        self.length += len(text)

    def begin_field(self) -> None:
        """Begin a field, with its instruction."""
        self._fields.append(_Field(len(self._texts), link=self._fields[-1].link if self._fields else ""))

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._fields and len(self._fields[-1].instruction) < CODE_LIMIT:
            self._fields[-1].instruction += text

    def choose(self, entry: str) -> None:
        """Choose an entry for the innermost field, which shows it if it has no other result."""
        if self._fields:
            self._fields[-1].choice = entry

    def begin_result(self) -> None:
        """Begin the innermost field's result: what came since its begin was its instruction.

        A field that began in another paragraph is not known here, and nothing is taken back for it.
        """
        if self._fields:
            current = self._fields[-1]
            del self._texts[current.start :], self._looks[current.start :]
            if found := _LINK.match(current.instruction):
                current.link = found[1]

    def end_field(self) -> None:
        """End the innermost field."""
        if self._fields:
            current = self._fields.pop()
            if len(self._texts) == current.start and (shown := current.choice or show_code(current.instruction)):
                self.put(shown)

    def open_formula(self, tag: str) -> None:
        """Open a formula, or a part of one."""
        self._formulas.append(MathNode(tag))

    def set_formula(self, name: str, value: str) -> None:
        """Set a property of the innermost part of a formula."""
        if self._formulas:
            self._formulas[-1].properties[name] = value

    def close_formula(self) -> None:
        """Close the innermost part of a formula; the whole is added as one line."""
        if self._formulas:
            node = self._formulas.pop()
            text = node.linearise()
            if self._formulas:
                self._formulas[-1].parts.append((node.tag, text))
            elif text:
                self.put(text)

    def take_over(self, before: OpenParagraph) -> None:
        """Go on in a paragraph whose mark is deleted."""
        self._texts, self._looks, self.held, self.length = before._texts, before._looks, before.held, before.length
        self.readings = before.readings

    def take_readings(self) -> str:
        """Return how the words in it are read, in one line, and begin anew."""
        line = " ".join(filter(None, (" ".join(each.split()) for each in self.readings)))
        self.readings.clear()
        return line

    def finish(self, styles: WordStyles) -> StoryParagraph | None:
        """Return what was collected, and begin anew; None if it is blank and no list counts it."""
        while self._formulas:
            self.close_formula()
        texts, looks = self._texts, self._looks
        self._texts, self._looks, self._fields, self.length = [], [], [], 0
        result = self._classify(StoryParagraph(texts=texts, looks=looks), styles)
        return None if result.is_blank and result.place is None else result

    def _classify(self, result: StoryParagraph, styles: WordStyles) -> StoryParagraph:
        if self.outline is not None:
            result.level = heading_level(self.outline)
        elif self.style:
            result.level = styles.outline_level(self.style)
        if self.style or self.numbering.number:
            result.place = styles.find_list(self.style, self.numbering)
        if result.level:
            result.kind = BlockKind.HEADING
        elif result.place is not None:
            result.kind = BlockKind.ITEM
        return result
