"""Audit of Rich Text: texts of all destinations, and what in its groups is no text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction.document import is_telling
from findling.extraction.readers.rtf import SYMBOLS, split_margin
from findling.extraction.readers.rtf_destinations import Destination
from findling.extraction.readers.rtf_walk import RichTextWalk

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.readers.rtf_walk import RichTextGroup
    from findling.extraction.source import Source

# Destinations without content of the document (Rich Text Format 1.9.1).
_PLUMBING_WORDS = """
    fonttbl colortbl stylesheet generator listtable listoverridetable rsidtbl themedata colorschememapping
    latentstyles datastore xmlnstbl mmathPr pgdsctbl filetbl revtbl userprops bkmkstart bkmkend wgrffmtfilter
    pnseclvl fontemb passwordhash operator author subject manager company creatim revtim printim buptim doccomm keywords
    category comment hlinkbase ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn atnid atnauthor atndate atnref atntime
    atnparent atnicn panose falt fname defchp defpap blipuid picprop nonshppict listpicture background levelnumbers
    leveltext objclass
"""
_PLUMBING = frozenset(map(str.encode, _PLUMBING_WORDS.split()))
_SUSPECTS = MappingProxyType(
    {Destination.NOTE: Unread.NOTES, Destination.MARGIN: Unread.MARGINS, Destination.COMMENT: Unread.COMMENTS}
    | {Destination.BOX: Unread.TEXT_BOXES, Destination.NUMBER: Unread.FIELDS}
)
_SUSPECT_WORDS = MappingProxyType(
    {b"pict": Unread.PICTURES, b"objdata": Unread.EMBEDDED, b"fldinst": Unread.FIELDS, b"datafield": Unread.FIELDS}
)
_DIGITS = re.compile(rb"[\s}]([0-9a-fA-F\s]{32,})\}\Z")
_CHANGES = frozenset({b"revised", b"strike", b"striked"})
_HIDING = b"v"


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of an .rtf file."""
    taker = _Taker(inventory)
    walk = RichTextWalk(source.data, taker)
    walk.run()
    taker.finish()
    if not walk.is_whole:
        inventory.miss(Unread.REPAIRED)


class _Taker:
    """A target of the walk that fills an inventory."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        # What is told apart by its whole text: headers, footers, and the numbers of items.
        self._gathered: list[str] = []
        self._margins: dict[str, None] = {}

    def begin(self, group: RichTextGroup) -> None:
        """Suspect what a reader may drop."""
        if suspect := _SUSPECTS.get(group.destination) or _SUSPECT_WORDS.get(group.word):
            self._inventory.suspect(suspect)
        if group.destination in (Destination.MARGIN, Destination.NUMBER):
            self._gathered.clear()

    def end(self, group: RichTextGroup, content: bytes) -> None:
        """Note what is no text, and texts that count as a whole."""
        text = "".join(self._gathered)
        match group.destination:
            case Destination.MARGIN:
                self._margins |= dict.fromkeys(split_margin(text))
            case Destination.NUMBER if any(map(str.isalnum, text)):
                self._inventory.expect(text)
            case Destination.SILENT if group.word not in _PLUMBING:
                self._add_object(group.word, content)

    def text(self, group: RichTextGroup, text: str) -> None:
        """Expect text; note what is deleted, and signs that say nothing without their font."""
        if "\ufffd" in text:
            self._inventory.miss(Unread.UNDECODABLE)
        if group.is_deleted or group.is_markup:
            self._inventory.add("deleted", text)
            return
        if signs := SYMBOLS.findall(text):
            self._inventory.add("sign", *signs)
        text = SYMBOLS.sub("", text)
        if group.destination in (Destination.MARGIN, Destination.NUMBER):
            self._gathered.append(text)
        elif group.destination is not Destination.TITLE:
            self._inventory.expect(text)

    def control(self, group: RichTextGroup, word: bytes, number: int | None) -> None:
        """Note how changes and hidden text look."""
        if word in _CHANGES and number != 0:
            self._inventory.add("change", word)
        elif word == _HIDING and number != 0:
            self._inventory.add("hidden")
        elif group.destination is Destination.MARGIN and word in (b"par", b"cell", b"row", b"sect", b"page"):
            self._gathered.append("\n")

    def finish(self) -> None:
        """Expect the lines of headers and footers, each once; their figures are compared."""
        told = [line for line in self._margins if is_telling(line)]
        self._inventory.expect(*told)
        self._inventory.add_figures(line for line in self._margins if line not in told)

    def _add_object(self, word: bytes, content: bytes) -> None:
        digits = _DIGITS.search(content) if b"pngblip" in content or b"jpegblip" in content else None
        try:
            picture = bytes.fromhex(digits[1].decode()) if digits else b""
        except ValueError:
            picture = b""
        if picture:
            self._inventory.add_picture(picture)
        else:
            self._inventory.add("object", word, blake3(b"".join(content.split())).digest())
