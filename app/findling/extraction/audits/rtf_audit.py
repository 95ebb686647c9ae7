"""Audit of Rich Text: a walk through its groups, which readers follow in part."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Unread

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<symbol>[^a-zA-Z])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
# Destinations without content of the document (Rich Text Format 1.9.1).
_SILENT_WORDS = """
    fonttbl colortbl stylesheet info generator listtable listoverridetable rsidtbl themedata colorschememapping
    latentstyles datastore xmlnstbl mmathPr pgdsctbl filetbl revtbl userprops bkmkstart bkmkend wgrffmtfilter
    pnseclvl fontemb passwordhash operator author title subject company creatim revtim printim buptim doccomm keywords
    ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn atnid atnauthor atndate atnref atntime atnparent panose falt defchp
    defpap blipuid picprop nonshppict listname listpicture background levelnumbers leveltext
"""
_SILENT = frozenset(word.encode() for word in _SILENT_WORDS.split())
_DESTINATIONS = {
    **dict.fromkeys((b"footnote", b"ftncn"), Unread.NOTES),
    **dict.fromkeys((b"header", b"headerl", b"headerr", b"headerf"), Unread.MARGINS),
    **dict.fromkeys((b"footer", b"footerl", b"footerr", b"footerf"), Unread.MARGINS),
    **dict.fromkeys((b"annotation",), Unread.COMMENTS),
    **dict.fromkeys((b"shp", b"shptxt", b"do", b"dptxbxtext", b"shpinst", b"shprslt"), Unread.TEXT_BOXES),
    **dict.fromkeys((b"pict", b"shppict"), Unread.PICTURES),
    **dict.fromkeys((b"object", b"objdata", b"objclass"), Unread.EMBEDDED),
    **dict.fromkeys((b"fldinst", b"datafield"), Unread.FIELDS),
    **dict.fromkeys((b"formfield", b"ffname", b"ffdeftext", b"ffl"), Unread.FORMS),
    **dict.fromkeys((b"mmath", b"moMath", b"moMathPara"), Unread.TEXT),
    **dict.fromkeys((b"listtext", b"pntext", b"pntxta", b"pntxtb", b"pn"), Unread.FIELDS),
}
_SKIPPABLE = b"*"
"""Destination that nobody knows, and that readers may skip."""
_OBJECTS = frozenset({_SKIPPABLE, b"pict", b"objdata", b"fldinst", b"datafield", b"formfield", b"listtext", b"pntext"})
"""Destinations that are compared as they stand; the others hold text, which is expected."""
_DIGITS = re.compile(rb"[\s}]([0-9a-fA-F\s]{32,})\}\Z")
_CHANGES = frozenset({b"deleted", b"revised", b"strike", b"striked"})
_SIGNS = {b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of an .rtf file."""
    named = _CODE_PAGE.search(source.data)
    name = f"cp{named[1].decode()}" if named else "cp1252"
    try:
        codecs.lookup(name)
    except LookupError:
        name = "cp1252"
    _Walk(source.data, name, inventory).run()


class _Walk:
    """Walk through the groups of a document."""

    def __init__(self, data: bytes, code_page: str, inventory: Inventory) -> None:
        self._data = data
        self._code_page = code_page
        self._inventory = inventory
        # Of each open group: what it is, and how many characters stand in for one of Unicode.
        self._groups: list[tuple[bytes, int]] = [(b"", 1)]
        self._starts: list[int] = [0]
        self._skip = 0
        self._is_first = False
        self._starred = False

    def run(self) -> None:
        """Walk to the end."""
        at = 0
        while at < len(self._data):
            token = _TOKEN.match(self._data, at)
            if token is None:
                at += 1
                continue
            at = token.end()
            if token["word"] == b"bin":
                at += max(int(token["number"] or 0), 0)
            self._take(token)
        if len(self._groups) != 1:
            self._inventory.miss(Unread.REPAIRED)

    def _take(self, token: re.Match[bytes]) -> None:
        if token["open"]:
            self._groups.append(self._groups[-1])
            self._starts.append(token.start())
            self._is_first, self._starred = True, False
        elif token["close"]:
            self._close(token.end())
        elif token["word"]:
            self._take_word(token["word"], token["number"])
        elif token["symbol"] == b"*":
            self._starred = True
        elif token["hex"]:
            self._expect(bytes([int(token["hex"], 16)]).decode(self._code_page, "replace"))
        elif token["text"]:
            self._expect(token["text"].decode(self._code_page, "replace"))
            self._is_first = False

    def _close(self, end: int) -> None:
        if len(self._groups) == 1:
            self._inventory.miss(Unread.REPAIRED)
            return
        destination, _ = self._groups.pop()
        start = self._starts.pop()
        if destination in _OBJECTS and self._groups[-1][0] != destination:
            self._add_object(destination, self._data[start:end])
        self._skip = 0

    def _add_object(self, destination: bytes, content: bytes) -> None:
        digits = _DIGITS.search(content) if b"pngblip" in content or b"jpegblip" in content else None
        try:
            picture = bytes.fromhex(digits[1].decode()) if digits else b""
        except ValueError:
            picture = b""
        if picture:
            self._inventory.add_picture(picture)
        else:
            self._inventory.add("object", destination, blake3(b"".join(content.split())).digest())

    def _take_word(self, word: bytes, number: bytes | None) -> None:
        destination, width = self._groups[-1]
        is_first, self._is_first = self._is_first, False
        if word == b"uc":
            self._groups[-1] = destination, int(number or 1)
        elif word == b"u":
            code = int(number or 0)
            self._expect(chr(code % 0x10000) if not 0xD800 <= code % 0x10000 < 0xE000 else "\ufffd")
            self._skip = width
        elif word in _SIGNS:
            self._expect(_SIGNS[word])
        elif word in _CHANGES and number != b"0" and destination not in _SILENT:
            self._inventory.add("change", word)
        elif is_first and destination not in _SILENT and destination not in _OBJECTS:
            self._open(word, width)

    def _open(self, word: bytes, width: int) -> None:
        """Open a destination; an unknown one that may be skipped is compared as it stands."""
        if word in _SILENT:
            self._groups[-1] = word, width
        elif word in _DESTINATIONS:
            self._groups[-1] = word, width
            self._inventory.suspect(_DESTINATIONS[word])
        elif self._starred:
            self._groups[-1] = _SKIPPABLE, width

    def _expect(self, text: str) -> None:
        destination = self._groups[-1][0]
        while self._skip and text:
            text, self._skip = text[1:], self._skip - 1
        if destination not in _SILENT and destination not in _OBJECTS:
            self._inventory.expect(text)
