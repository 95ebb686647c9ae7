"""Builder of the canonical text of a document, block by block with page numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.files import Block, BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.messages.file_templates import FileMessage
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.domain.files import PlacedPicture
    from findling.domain.origin import Origin
    from findling.domain.recognition import Pictured
    from findling.formats import FileKind
    from findling.messages.notice import Notice

TEXT_LIMIT = 20_000_000
"""Characters kept of one file, some ten thousand pages; a longer text is reported as cut."""

UNNAMED = "?"
"""Name of a file inside another that has none."""

_NAMES_TOLD = 10

_PICTURE_LIMIT = 1_000
"""Pictures of one file whose places are kept."""

BLOCK_LIMIT = 500_000
"""Blocks kept of one file: two million rows of a table would take half a gigabyte in every process they pass."""

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
# Control characters carry no text; U+FFFE is PDFium's hyphen at a line's end; lone surrogates cannot be stored.
# A soft hyphen (U+00AD) or a byte order mark (U+FEFF) inside a word would keep the word from being found.
_JUNK = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\ufeff\ufffe\uffff\ud800-\udfff]")
# A run of spaces is entered only at its first: a million of them without a line end take linear time.
_TRAILING = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]++\n")
# "3", "- 3 -", "3 / 12": a longer number is one of a document.
_PAGE_NUMBER = re.compile(r"[\W_]*[0-9]{1,3}(?:[\W_]+[0-9]{1,3})?[\W_]*")
_BLANK_LINES = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    """Normalise line ends, and drop what is not text."""
    return _JUNK.sub("", _LINE_ENDS.sub("\n", text))


def clean(text: str) -> str:
    """Normalise line ends; drop what is no text; strip white space at line ends and around."""
    text = normalise(text)
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("\n", text)).strip()


def is_telling(line: str) -> bool:
    """Return whether a line of a header or footer says more than a page number or a rule."""
    return any(map(str.isalnum, line)) and not _PAGE_NUMBER.fullmatch(line)


def tell_attachments(extraction: Extraction, names: Iterable[str]) -> Extraction:
    """Say that files inside a file were not read, unless there is worse to be said."""
    named = [*dict.fromkeys(" ".join(name.split()) for name in names)]
    if not named or extraction.reason is not None:
        return extraction
    text = ", ".join(named[:_NAMES_TOLD]) + (", …" if len(named) > _NAMES_TOLD else "")
    return replace(extraction, reason=Reason.ATTACHMENTS, detail=SystemMessage.PLAIN(text=text))


class NoTextError(ExtractionError):
    """File that holds no text, but may show some.

    Attributes:
        pictured: pages for text recognition.
        origins: what it says of its own date and people.
    """

    def __init__(self, pictured: Pictured, detail: Notice | None = None, origins: tuple[Origin, ...] = ()) -> None:
        super().__init__(Reason.NO_TEXT, detail)
        self.pictured = pictured
        self.origins = origins


class TextBuilder:
    """Collects blocks in reading order; a blank line parts them, except for the rows of a table.

    After `TEXT_LIMIT` characters it takes no more (`full` is then true), and `finish` reports the text as cut.
    """

    def __init__(self, limit: int = TEXT_LIMIT) -> None:
        self._limit = limit
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._pictures: list[PlacedPicture] = []
        self._notes: list[tuple[int, int]] = []
        self._length = 0
        self.full = False

    @property
    def empty(self) -> bool:
        """True while nothing but white space was added."""
        return not self._blocks

    @property
    def pictures(self) -> tuple[PlacedPicture, ...]:
        """Pictures so far."""
        return tuple(self._pictures)

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int = 0,
        page: int | None = None,
        breaks: bool = False,
    ) -> None:
        """Append one block; ignore one of white space."""
        text = clean(text)
        if not text or self.full:
            return
        if len(self._blocks) >= BLOCK_LIMIT:
            self.full = True
            return
        gap = self._gap(kind, breaks)
        room = self._limit - self._length - len(gap)
        if len(text) > room:
            self.full = True
            text = text[: max(room, 0)].rstrip()
            if not text:
                return
        start = self._length + len(gap)
        self._parts += (gap, text)
        self._length = start + len(text)
        self._blocks.append(Block(start, self._length, kind, level if kind is BlockKind.HEADING else 0, page, breaks))

    def add_picture(self, picture: PlacedPicture) -> None:
        """Note that a picture follows what was added last."""
        if not self.full and len(self._pictures) < _PICTURE_LIMIT:
            self._pictures.append(replace(picture, at=self._length))

    def begin_notes(self, page: int) -> None:
        """Note that what follows on a slide is said to it, and does not stand on it."""
        self._notes.append((page, self._length))

    def _gap(self, kind: BlockKind, breaks: bool) -> str:
        if not self._blocks:
            return ""
        in_table = kind is BlockKind.ROW and self._blocks[-1].kind is BlockKind.ROW and not breaks
        return "\n" if in_table else "\n\n"

    def finish(
        self,
        kind: FileKind,
        title: str = "",
        *,
        pages: int | None = None,
        reason: Reason | None = None,
        detail: Notice | None = None,
    ) -> Extraction:
        """Return the extraction of what was collected.

        Raises:
            ExtractionError: `Reason.NO_TEXT` if nothing but white space was added.
        """
        if not self._blocks:
            raise ExtractionError(reason or Reason.NO_TEXT, detail)
        if self.full and reason is None:
            reason, detail = Reason.TEXT_CUT, FileMessage.CHARACTERS(limit=self._length)
        title = " ".join(clean(title).split())[:300]
        text, blocks = "".join(self._parts), tuple(self._blocks)
        told = Extraction(kind, title, text, blocks, pages, reason=reason, detail=detail)
        return replace(told, pictures=self.pictures, notes=tuple(self._notes))
