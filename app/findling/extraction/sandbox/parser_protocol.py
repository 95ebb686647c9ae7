"""Messages between the parser child and its parent, decoded as from a hostile child."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from findling.domain.doors import Confinement, Door
from findling.domain.files import Block, BlockKind, Extraction, Reason, Stat, Unread, Wholeness
from findling.domain.preview import PageImage, Preview
from findling.domain.recognition import Pictured, RecognisedLine, RecognisedPage
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.limits import RECOGNISED_PAGES
from findling.extraction.previews.preview_protocol import check_image, check_preview
from findling.formats import FileKind
from findling.ipc.codec import Codec, Limits, MessageError, require
from findling.messages.notice import Notice

LINE_LIMIT = 128 * 2**20
"""Bytes of one line: `TEXT_LIMIT` characters of four bytes each, and room for two million blocks."""

BEAT_SECONDS = 0.1
"""Shortest time between two heartbeats."""

_DETAIL_LIMIT = 1_000
_LANGUAGE_LIMIT = 16
_DIGEST_LIMIT = 32
_LINES = 2_000
_LINE_LENGTH = 2_000
# Start, end, page (0 for none), kind, level, breaks: a table of millions of rows would not fit into memory as JSON.
_BLOCK = struct.Struct("<IIIBBB")
_BLOCK_KINDS = tuple(BlockKind)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRequest:
    """Parent: something about a file that comes with the request.

    Attributes:
        name: the file's name, as the bytes of the file system; where it lies is not the child's business.
        handle: the open file's number in the child, where it cannot travel beside the request (Windows); else 0.
    """

    name: bytes
    handle: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(FileRequest):
    """Parent: read this file.

    Attributes:
        secrets: even if it holds keys or passwords.
    """

    secrets: bool = False


@dataclass(frozen=True, slots=True)
class Decide:
    """Parent: parse the opened file, or close it because its content is known."""

    go: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Show(FileRequest):
    """Parent: make a preview of this file.

    Attributes:
        secrets: show it even if it holds keys or passwords.
    """

    secrets: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw(FileRequest):
    """Parent: draw a page of this file.

    Attributes:
        page: counted from 1.
        width: pixels.
        needles: texts to be marked.
        words: a question whose words are to be marked.
    """

    page: int
    width: int
    needles: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognise(FileRequest):
    """Parent: recognise the text on a page, counted from 1; for a child that was started for that."""

    page: int


@dataclass(frozen=True, slots=True)
class Ready:
    """Child: started, with what holds of its confinement.

    Attributes:
        bounded: the kernel limits its memory, its open files and what it writes.
        confinement: what it tried to do, and whether the system refused.
    """

    bounded: bool
    confinement: Confinement


@dataclass(frozen=True, slots=True)
class Opened:
    """Child: the file is read.

    Attributes:
        content_hash: BLAKE3 of all its bytes, 32 bytes.
        paged: its time is limited by the page.
    """

    content_hash: bytes
    stat: Stat
    paged: bool


@dataclass(frozen=True, slots=True)
class Beat:
    """Child: the nth heartbeat on this file."""

    count: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """Child: the extraction of the file; sent as `Packed`."""

    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Refused:
    """Child: the file gives no text, with the reason, and the pages that may show some."""

    reason: Reason
    detail: Notice | None = None
    pictured: Pictured | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Child: the preview, without its path."""

    preview: Preview


@dataclass(frozen=True, slots=True)
class Drawn:
    """Child: the drawn page, without its path."""

    image: PageImage


@dataclass(frozen=True, slots=True)
class Recognised:
    """Child: the text on the page, and BLAKE3 of the file that it was read from."""

    content_hash: bytes
    page: RecognisedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """An `Extraction` as it is sent: the same, but for its blocks, of 15 bytes each."""

    kind: FileKind
    title: str
    text: str
    blocks: bytes
    pages: int | None
    language: str
    reason: Reason | None
    detail: Notice | None
    wholeness: Wholeness
    pictured: Pictured | None


Request: TypeAlias = Open | Decide | Show | Draw | Recognise
Answer: TypeAlias = Ready | Opened | Beat | Parsed | Refused | Shown | Drawn | Recognised


def to_line(message: Request | Answer) -> bytes:
    """Encode a message as one line of UTF-8, with its line end."""
    match message:
        case Parsed(extraction):
            return _CODEC.to_line(_pack(extraction))
        case Refused(reason, detail, pictured):
            return _CODEC.to_line(Refused(reason, _shorten(detail), pictured))
        case Shown(preview):
            return _CODEC.to_line(Shown(replace(preview, path=Path())))
        case Drawn(image):
            return _CODEC.to_line(Drawn(replace(image, path=Path())))
    return _CODEC.to_line(message)


def decode_request(line: bytes) -> Request:
    """Decode a message of the parent.

    Raises:
        MessageError: the line is no request.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, Request):
        raise MessageError(f"{type(message).__name__} is no message of the parent")
    return message


def decode_answer(line: bytes) -> Answer:
    """Decode a message of the child; types, ranges, order and sizes are checked.

    Raises:
        MessageError: the line is too long, or no answer.
    """
    message = _CODEC.from_line(line)
    if isinstance(message, Packed):
        return Parsed(_unpack(message))
    if not isinstance(message, Answer):
        raise MessageError(f"{type(message).__name__} is no message of the child")
    return message


def _check_packed(packed: Packed) -> None:
    require(packed.pages is None or packed.pages >= 0, "a negative number of pages")
    _check_text(packed.text, TEXT_LIMIT)
    _check_text(packed.title, _DETAIL_LIMIT)
    _check_text(packed.language, _LANGUAGE_LIMIT)


def _check_wholeness(wholeness: Wholeness) -> None:
    require(len(wholeness.unread) <= len(Unread), "too many parts")
    for digest in (wholeness.characters, wholeness.objects):
        require(len(digest) <= _DIGEST_LIMIT, "a digest that is too long")


def _check_pictured(pictured: Pictured) -> None:
    pages = pictured.pages
    require(len(pages) <= RECOGNISED_PAGES and set(pictured.garbled) <= set(pages), "too many pages, or others")
    require(all(0 < page <= pictured.total for page in pages), "a page that is not there")
    require(all(one < other for one, other in pairwise(pages)), "pages out of order")


def _check_line(line: RecognisedLine) -> None:
    _check_text(line.text, _LINE_LENGTH)
    # Written so that what is no number is not within.
    require(len(line.corners) == 8 and all(0 <= each <= 1 for each in line.corners), "a line outside its page")
    require(0 <= line.confidence <= 1, "no probability")
    require(len(line.places) == len(line.text) and all(0 <= each <= 1_000 for each in line.places), "places")


def _check_page(page: RecognisedPage) -> None:
    require(len(page.lines) <= _LINES and len(page.paragraphs) <= _LINES, "too many lines")
    for paragraph in page.paragraphs:
        _check_text(paragraph, _LINES * _LINE_LENGTH)


def _check_notice(notice: Notice) -> None:
    require(not notice.remedies, "advice")
    for _, value in notice.facts:
        if isinstance(value, Notice):
            _check_notice(value)
        elif not isinstance(value, int | float):
            _check_text(str(value), _DETAIL_LIMIT)


def _check_text(text: str, limit: int) -> None:
    require(len(text) <= limit and not _LONE_SURROGATE.search(text), "something that is too long, or no text")


_CODEC = Codec(
    *(Open, Decide, Show, Draw, Recognise),
    *(Ready, Opened, Beat, Packed, Refused, Shown, Drawn, Recognised),
    limits=Limits(
        LINE_LIMIT,
        {
            Stat: lambda stat: require(stat.size >= 0, "a negative size"),
            Confinement: lambda found: require(len(found.shut) + len(found.open) <= len(Door), "too many doors"),
            Opened: lambda opened: require(len(opened.content_hash) == 32, "a hash that has not 32 bytes"),
            Beat: lambda beat: require(beat.count >= 0, "a negative count"),
            Packed: _check_packed,
            Wholeness: _check_wholeness,
            Pictured: _check_pictured,
            Recognised: lambda recognised: require(len(recognised.content_hash) == 32, "a hash that has not 32 bytes"),
            RecognisedLine: _check_line,
            RecognisedPage: _check_page,
            Notice: _check_notice,
            Preview: check_preview,
            PageImage: check_image,
        },
    ),
    utf8=True,
)


def _to_text(text: str) -> str:
    """Replace each lone surrogate by a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _shorten(notice: Notice | None) -> Notice | None:
    """Cut the texts within a notice to what the parent accepts."""
    if notice is None:
        return None
    facts = (
        (name, _to_text(value)[:_DETAIL_LIMIT] if isinstance(value, str) else value) for name, value in notice.facts
    )
    return Notice(notice.message, tuple(facts))


def _pack(extraction: Extraction) -> Packed:
    return Packed(
        kind=extraction.kind,
        title=_to_text(extraction.title)[:_DETAIL_LIMIT],
        text=_to_text(extraction.text),
        blocks=b"".join(map(_pack_block, extraction.blocks)),
        pages=extraction.pages,
        language=extraction.language,
        reason=extraction.reason,
        detail=_shorten(extraction.detail),
        wholeness=extraction.wholeness,
        pictured=extraction.pictured,
    )


def _unpack(packed: Packed) -> Extraction:
    return Extraction(
        packed.kind,
        packed.title,
        packed.text,
        _unpack_blocks(packed.blocks, len(packed.text)),
        packed.pages,
        packed.language,
        packed.reason,
        packed.detail,
        packed.wholeness,
        packed.pictured,
    )


def _pack_block(block: Block) -> bytes:
    kind = _BLOCK_KINDS.index(block.kind)
    return _BLOCK.pack(block.start, block.end, block.page or 0, kind, block.level, block.breaks)


def _unpack_blocks(packed: bytes, length: int) -> tuple[Block, ...]:
    """Unpack the blocks of a text of `length` characters, in order and within it."""
    require(len(packed) % _BLOCK.size == 0, "half a block")
    blocks = []
    floor = 0
    for start, end, page, kind, level, breaks in _BLOCK.iter_unpack(packed):
        if not (floor <= start < end <= length and kind < len(_BLOCK_KINDS) and level <= 6 and breaks <= 1):
            raise MessageError("a block that is malformed, out of order, or outside the text")
        blocks.append(Block(start, end, _BLOCK_KINDS[kind], level, page or None, breaks == 1))
        floor = end
    return tuple(blocks)
