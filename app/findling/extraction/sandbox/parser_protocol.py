"""Messages between the parser child and its parent, decoded as from a hostile child."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from findling.domain.confinement_report import Access, ConfinementReport
from findling.domain.files import Block, BlockKind, EmbeddedFiles, Extraction, Reason, Stat, Wholeness
from findling.domain.origin import Origin
from findling.domain.preview import PageImage, Preview
from findling.domain.recognition import Pictured, RecognisedLine, RecognisedPage
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.limits import ORIGINS
from findling.extraction.previews.preview_protocol import check_image, check_preview
from findling.extraction.sandbox.answer_checks import (
    DETAIL_LIMIT,
    check_inside,
    check_line,
    check_notice,
    check_origin,
    check_page,
    check_pictured,
    check_text,
    require_wholeness,
)
from findling.formats import FileKind
from findling.ipc.codec import Codec, Limits, MessageError, require
from findling.messages.notice import Notice

LINE_LIMIT = 128 * 2**20
"""Bytes of one line: `TEXT_LIMIT` characters of four bytes each, and room for two million blocks."""

PIECE = 16 * 2**20
"""Bytes that are taken out of a file at a time."""

BEAT_SECONDS = 0.1
"""Shortest time between two heartbeats."""

_LANGUAGE_LIMIT = 16
# Start, end, page (0 for none), kind, level, breaks: a table of millions of rows would not fit into memory as JSON.
_BLOCK = struct.Struct("<IIIBBB")
_BLOCK_KINDS = tuple(BlockKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRequest:
    """Parent: something about a file that comes with the request.

    Attributes:
        name: the file's name, as the bytes of the file system; where it lies is not the child's business.
        inner: path of the file inside it that is meant, with "/" between its parts; empty for that file itself.
        handle: the open file's number in the child, where it cannot travel beside the request (Windows); else 0.
    """

    name: bytes
    inner: bytes = b""
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


@dataclass(frozen=True, slots=True)
class ListInside:
    """Parent: tell which files are in the file that was opened last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take(FileRequest):
    """Parent: give the bytes of this file, from one of them on."""

    start: int


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
        page: counted from 1; of a document without pages, a picture in its text.
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
    """Parent: recognise the text on a page, counted from 1, in a child started for that."""

    page: int


@dataclass(frozen=True, slots=True)
class Ready:
    """Child: started, with what holds of its confinement.

    Attributes:
        bounded: the kernel limits its memory, its open files and what it writes.
        confinement: what it tried to do, and whether the system refused.
    """

    bounded: bool
    confinement: ConfinementReport


@dataclass(frozen=True, slots=True)
class Opened:
    """Child: the file is read.

    Attributes:
        content_hash: BLAKE3 of all its bytes, 32 bytes.
        paged: its time is limited by the page.
        kept: bytes of the file on the disk that it is in, which is kept.
    """

    content_hash: bytes
    stat: Stat
    paged: bool
    kept: int = 0


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
    """Child: the file has no text, for a reason; pages that may show some, its date and people."""

    reason: Reason
    detail: Notice | None = None
    pictured: Pictured | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Child: the files in the opened file."""

    inside: EmbeddedFiles


@dataclass(frozen=True, slots=True)
class Taken:
    """Child: some bytes of a file of `size` bytes."""

    data: bytes
    size: int


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
    holds_files: bool
    origins: tuple[Origin, ...]


Request: TypeAlias = Open | Decide | ListInside | Take | Show | Draw | Recognise
Answer: TypeAlias = Ready | Opened | Beat | Parsed | Refused | Listed | Taken | Shown | Drawn | Recognised


def to_line(message: Request | Answer) -> bytes:
    """Encode a message as one line of UTF-8, with its line end."""
    match message:
        case Parsed(extraction):
            return _CODEC.to_line(_pack(extraction))
        case Refused(detail=detail):
            return _CODEC.to_line(replace(message, detail=_shorten(detail)))
        case Listed(inside):
            return _CODEC.to_line(Listed(replace(inside, detail=_shorten(inside.detail))))
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
    check_text(packed.text, TEXT_LIMIT)
    check_text(packed.title, DETAIL_LIMIT)
    check_text(packed.language, _LANGUAGE_LIMIT)
    require(len(packed.origins) <= ORIGINS, "too many messages")


def _check_opened(opened: Opened) -> None:
    require(len(opened.content_hash) == 32, "a hash that has not 32 bytes")
    require(opened.kept >= 0, "a negative size")


_CODEC = Codec(
    *(Open, Decide, ListInside, Take, Show, Draw, Recognise),
    *(Ready, Opened, Beat, Packed, Refused, Listed, Taken, Shown, Drawn, Recognised),
    limits=Limits(
        LINE_LIMIT,
        {
            Stat: lambda stat: require(stat.size >= 0, "a negative size"),
            ConfinementReport: lambda found: require(
                len(found.refused) + len(found.granted) <= len(Access), "too many accesses"
            ),
            Opened: _check_opened,
            EmbeddedFiles: check_inside,
            Beat: lambda beat: require(beat.count >= 0, "a negative count"),
            Packed: _check_packed,
            Refused: lambda refused: require(len(refused.origins) <= ORIGINS, "too many messages"),
            Wholeness: require_wholeness,
            Origin: check_origin,
            Pictured: check_pictured,
            Recognised: lambda recognised: require(len(recognised.content_hash) == 32, "a hash that has not 32 bytes"),
            RecognisedLine: check_line,
            RecognisedPage: check_page,
            Notice: check_notice,
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
        (name, _to_text(value)[:DETAIL_LIMIT] if isinstance(value, str) else value) for name, value in notice.facts
    )
    return Notice(notice.message, tuple(facts))


def _pack(extraction: Extraction) -> Packed:
    return Packed(
        kind=extraction.kind,
        title=_to_text(extraction.title)[:DETAIL_LIMIT],
        text=_to_text(extraction.text),
        blocks=b"".join(map(_pack_block, extraction.blocks)),
        pages=extraction.pages,
        language=extraction.language,
        reason=extraction.reason,
        detail=_shorten(extraction.detail),
        wholeness=extraction.wholeness,
        pictured=extraction.pictured,
        holds_files=extraction.holds_files,
        origins=extraction.origins,
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
        packed.holds_files,
        packed.origins,
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
