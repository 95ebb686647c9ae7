"""Walk through the groups of Rich Text (Microsoft, 1.9.1): destinations, decoded characters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from findling.extraction.readers.field_codes import CODE_LIMIT, show_code
from findling.extraction.readers.rtf_code_pages import (
    CHARACTER_SETS,
    find_code_page,
    find_codec,
    find_named_code_pages,
)
from findling.extraction.readers.rtf_destinations import DESTINATIONS, OPEN_DESTINATIONS, Destination

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<symbol>[^a-zA-Z])|(?P<text>[^\\{}\r\n\0]+)|[\r\n\0]+|\\"
)
_SYMBOL_SET = 2
_UNICODE = re.compile(rb"\\u(-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|\?)?")

_SIGNS = MappingProxyType(
    {b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
    | {b"bullet": "•", b"tab": "\t", b"line": "\n", b"softline": "\n", b"emspace": " ", b"enspace": " "}
    | {b"qmspace": " "}
)
_SYMBOLS = MappingProxyType({b"~": "\xa0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"})
# Properties of shapes and pictures that are read: decorative type, and the description of a picture.
_SHOWN_PROPERTIES = (b"gtextUNICODE", b"wzDescription")
_STATE_WORDS = frozenset(
    {b"uc", b"f", b"af", b"rtlch", b"ltrch", b"plain", b"deleted", b"htmlrtf", b"deff", b"fcharset", b"cpg"}
    | {b"ffres", b"ffdefres"}
)
# Parts of a formula that stand beside each other, but not in one word.
_ARGUMENTS = frozenset({b"mnum", b"mden", b"me", b"msub", b"msup", b"mdeg", b"mlim", b"mfName"})
_UNKNOWN_FORM = 25
"""The value of \\ffres that means the default."""


@dataclass(frozen=True, slots=True)
class RichTextGroup:
    """State of an open group, which the groups in it take over.

    Attributes:
        destination: where its text goes.
        outer: where the text around a silent group goes.
        word: the control word that gave it another destination than its parent's; b"" if none did.
        is_starred: readers that do not know the word may skip the group.
        width: bytes that stand in for a character of Unicode.
        font, other_font: numbers in the table of fonts; the second is for scripts that run from right to left.
        runs_left: the second counts.
        is_deleted: text that is deleted with changes tracked.
        is_markup: what Outlook added to the HTML that it wrapped ([MS-OXRTFEX] 2.1.3.1.2).
    """

    destination: Destination = Destination.BODY
    outer: Destination = Destination.BODY
    word: bytes = b""
    is_starred: bool = False
    width: int = 1
    font: int | None = None
    other_font: int | None = None
    runs_left: bool = False
    is_deleted: bool = False
    is_markup: bool = False


class RichTextTarget(Protocol):
    """Receiver of what the walk meets."""

    def begin(self, group: RichTextGroup) -> None:
        """Enter a group with another destination than its parent's."""

    def end(self, group: RichTextGroup, content: bytes) -> None:
        """Leave it; `content` is the group with its braces."""

    def text(self, group: RichTextGroup, text: str) -> None:
        """Take characters."""

    def control(self, group: RichTextGroup, word: bytes, number: int | None) -> None:
        """Take a control word that is no character, with its number if it has one."""


@dataclass(slots=True)
class _FormField:
    """Choices of a field of a form, which stand within the code of the field."""

    choices: list[bytes] = field(default_factory=list)
    chosen: int = _UNKNOWN_FORM
    default: int = 0


class RichTextWalk:
    """One walk through a document.

    Attributes:
        is_whole: false once braces turned out not to match.
    """

    def __init__(self, data: bytes, target: RichTextTarget) -> None:
        self._data = data
        self._target = target
        self._code_page = find_code_page(data)
        self._named = find_named_code_pages(data)
        self._charsets: dict[int, str | None] = {**self._named}
        self._default_font: int | None = None
        self._groups = [RichTextGroup()]
        self._starts = [0]
        self._pending = bytearray()
        self._is_raw = True
        self._skip = 0
        self._high_surrogate = 0
        self._is_first = False
        self._is_starred = False
        self._property = b""
        self._form = _FormField()
        self._codes: dict[int, str] = {}
        self.is_whole = True

    def run(self) -> None:
        """Walk to the end of the outermost group; of a fragment, to the end of the data."""
        is_document = self._data.lstrip().startswith(rb"{\rtf")
        for token in self._tokens():
            match token.lastgroup:
                case "word" | "number":
                    self._take_word(token["word"], int(token["number"]) if token["number"] else None)
                case "text":
                    self._add_bytes(token["text"], is_raw=True)
                case "open":
                    self._open_group(token.start())
                case "close":
                    self._close_group(token.end())
                    if is_document and len(self._groups) == 1:
                        break
                case "hex":
                    self._add_bytes(bytes((int(token["hex"], 16),)), is_raw=False)
                case "symbol":
                    self._take_symbol(token["symbol"])
        self._flush()
        self.is_whole &= len(self._groups) == 1

    def _tokens(self) -> Iterator[re.Match[bytes]]:
        at = 0
        while token := _TOKEN.match(self._data, at):
            at = token.end()
            if token["word"] == b"bin":
                # Bytes that follow as they are; a writer that puts no number means digits after all.
                at += max(int(token["number"] or 0), 0)
            yield token

    def _open_group(self, at: int) -> None:
        self._flush()
        self._groups.append(replace(self._groups[-1], word=b"", is_starred=False))
        self._starts.append(at)
        self._is_first, self._is_starred, self._skip = True, False, 0

    def _close_group(self, end: int) -> None:
        self._flush()
        self._is_first, self._skip = False, 0
        if len(self._groups) == 1:
            self.is_whole = False
            return
        self._put(self._codes.pop(len(self._groups), ""))
        group = self._groups.pop()
        start = self._starts.pop()
        if group.word:
            self._leave(group, self._data[start:end])

    def _leave(self, group: RichTextGroup, content: bytes) -> None:
        """End a destination, and hand on what it turned out to hold for the text around."""
        parent = self._groups[-1]
        if not _is_within_silence(parent, group):
            self._target.end(group, content)
        match group.word:
            case b"sn":
                self._property = _bare(content).strip()
            case b"ffl":
                self._form.choices.append(_bare(content).strip())
            case b"fldinst":
                self._show_choice(parent)
                # What a field without a result shows, unless one follows after all.
                self._codes[len(self._groups)] = show_code(self._decode_code(content, parent))

    def _show_choice(self, parent: RichTextGroup) -> None:
        form, self._form = self._form, _FormField()
        number = form.default if form.chosen == _UNKNOWN_FORM else form.chosen
        if 0 <= number < len(form.choices) and parent.destination is not Destination.SILENT:
            self._target.text(parent, self._decode(form.choices[number], parent))

    def _take_symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            # A star marks a destination only at the beginning of a group; StarOffice put it before styles.
            self._is_starred = self._is_first
            return
        self._is_first = False
        self._flush()
        if self._skip:
            self._skip -= 1
        elif symbol in _SYMBOLS:
            self._put(_SYMBOLS[symbol])
        elif symbol in (b"\n", b"\r"):
            self._target.control(self._groups[-1], b"par", None)

    def _take_word(self, word: bytes, number: int | None) -> None:
        is_first, self._is_first = self._is_first, False
        self._flush()
        skip, self._skip = self._skip, 0
        if word == b"u":
            self._put_unicode(number)
        elif word in _SIGNS:
            if skip:
                self._skip = skip - 1
            else:
                self._put(_SIGNS[word])
        elif is_first and word in _ARGUMENTS:
            self._put(" ")
        elif not (is_first and self._enter(word)):
            self._change(word, number)

    def _enter(self, word: bytes) -> bool:
        """Give the group the destination that its first word names; return whether it names one."""
        group = self._groups[-1]
        destination = DESTINATIONS.get(word)
        if destination is None:
            is_look = word[:1] == b"m" and word.endswith(b"Pr")
            destination = (
                Destination.SILENT if is_look or (self._is_starred and word not in OPEN_DESTINATIONS) else None
            )
        if word == b"ud":
            # The same in Unicode as stands before it in bytes.
            destination = group.outer
        elif word == b"sv" and self._property in _SHOWN_PROPERTIES:
            destination = Destination.BOX
        elif destination is None:
            return False
        elif group.destination is Destination.SILENT:
            destination = Destination.SILENT
        outer = group.outer if group.destination is Destination.SILENT else group.destination
        self._groups[-1] = replace(
            group,
            destination=destination,
            outer=outer,
            word=b"" if word == b"ud" else word,
            is_starred=self._is_starred,
        )
        if self._groups[-1].word and not _is_within_silence(group, self._groups[-1]):
            self._target.begin(self._groups[-1])
        return True

    def _change(self, word: bytes, number: int | None) -> None:
        """Apply a control word to the state of the group, and hand it on."""
        group = self._groups[-1]
        if word in _STATE_WORDS:
            group = self._groups[-1] = self._apply(group, word, number)
        if group.destination is not Destination.SILENT:
            self._target.control(group, word, number)

    def _apply(self, group: RichTextGroup, word: bytes, number: int | None) -> RichTextGroup:
        """Return the state of the group after one of `_STATE_WORDS`."""
        match word:
            case b"uc":
                return replace(group, width=max(number or 0, 0))
            case b"f":
                return replace(group, font=number)
            case b"af":
                return replace(group, other_font=number)
            case b"rtlch" | b"ltrch":
                return replace(group, runs_left=word == b"rtlch")
            case b"plain":
                return replace(group, font=None, other_font=None, runs_left=False, is_deleted=False)
            case b"deleted":
                return replace(group, is_deleted=number != 0)
            case b"htmlrtf":
                return replace(group, is_markup=number != 0)
            case b"deff":
                self._default_font = number
            case b"fcharset" | b"cpg" if group.font is not None:
                self._note_charset(group.font, word, number or 0)
            case b"ffres":
                self._form.chosen = number or 0
            case b"ffdefres":
                self._form.default = number or 0
        return group

    def _note_charset(self, font: int, word: bytes, number: int) -> None:
        if number == 0 and font in self._named:
            return
        if word == b"fcharset" and number == _SYMBOL_SET:
            self._charsets[font] = None
        elif codec := CHARACTER_SETS.get(number, "") if word == b"fcharset" else find_codec(f"cp{number}"):
            self._charsets[font] = codec

    def _add_bytes(self, data: bytes, *, is_raw: bool) -> None:
        if not is_raw or data.strip():
            self._is_first = False
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if data and self._groups[-1].destination is not Destination.SILENT:
            self._is_raw = is_raw and (self._is_raw or not self._pending)
            self._pending += data

    def _flush(self) -> None:
        """Decode the bytes gathered: a letter may be several of them, some escaped and some not."""
        if self._pending:
            data = bytes(self._pending)
            self._pending.clear()
            self._high_surrogate = 0
            self._put(self._decode(data, self._groups[-1]))

    def _decode(self, data: bytes, group: RichTextGroup) -> str:
        if data.isascii():
            return data.decode("ascii")
        number = group.other_font if group.runs_left and group.other_font is not None else group.font
        number = self._default_font if number is None else number
        codec = self._code_page if number is None else self._charsets.get(number, self._code_page)
        if codec is None:
            # Signs of a font without letters, which mean nothing without it.
            return "".join(chr(byte) if byte < 0x80 else chr(0xF000 + byte) for byte in data)
        if self._is_raw:
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                pass
        return data.decode(codec, "replace")

    def _decode_code(self, content: bytes, group: RichTextGroup) -> str:
        texts = _UNICODE.split(content[:CODE_LIMIT])
        signs = [chr(int(number) % 0x10000) for number in texts[1::2]] + [""]
        return "".join(self._decode(_bare(text), group) + sign for text, sign in zip(texts[::2], signs, strict=True))

    def _put_unicode(self, number: int | None) -> None:
        """Put a character given as signed 16 bits, or two of these beyond (1.9.1, "Unicode RTF")."""
        self._skip = self._groups[-1].width
        code = (number or 0) % 0x10000
        high, self._high_surrogate = self._high_surrogate, 0
        if 0xD800 <= code < 0xDC00:
            self._high_surrogate = code
        elif 0xDC00 <= code < 0xE000:
            self._put(chr(0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00) if high else "\ufffd")
        elif code:
            self._put(chr(code))

    def _put(self, text: str) -> None:
        group = self._groups[-1]
        if text and group.destination is not Destination.SILENT:
            if text.strip():
                self._codes.clear()
            self._target.text(group, text)


def _is_within_silence(parent: RichTextGroup, group: RichTextGroup) -> bool:
    return parent.destination is group.destination is Destination.SILENT


def _bare(content: bytes) -> bytes:
    """Return the text of a short group without braces and control words, its escapes resolved."""

    def resolve(token: re.Match[bytes]) -> bytes:
        if token["hex"]:
            return bytes((int(token["hex"], 16),))
        if token["symbol"] and token["symbol"] in b"{}\\":
            return token["symbol"]
        return token["text"] or b""

    return _TOKEN.sub(resolve, content)
