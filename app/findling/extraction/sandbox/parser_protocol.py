"""Messages between the parser child and its parent, decoded as from a hostile child."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from findling.domain.files import Block, BlockKind, EmbeddedFiles, Extraction, Reason, Stat, Unread, Wholeness
from findling.domain.preview import PageImage, Preview
from findling.extraction.document import TEXT_LIMIT
from findling.extraction.embedded.file_holder import FILES_LIMIT
from findling.extraction.previews.preview_protocol import check_image, check_preview
from findling.formats import FileKind
from findling.ipc.codec import Codec, Limits, MessageError, require
from findling.messages.notice import Notice

LINE_LIMIT = 128 * 2**20
"""Bytes of one line: `TEXT_LIMIT` characters of four bytes each, and room for two million blocks."""

PIECE = 16 * 2**20
"""Bytes that are taken out of a file at a time."""

BEAT_SECONDS = 0.1
"""Shortest time between two heartbeats."""

_DETAIL_LIMIT = 1_000
_LANGUAGE_LIMIT = 16
_DIGEST_LIMIT = 32
_NAME_LIMIT = 4_000
# Start, end, page (0 for none), kind, level, breaks: a table of millions of rows would not fit into memory as JSON.
_BLOCK = struct.Struct("<IIIBBB")
_BLOCK_KINDS = tuple(BlockKind)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Open:
    """Parent: open this file, whose path is given as the bytes of the file system.

    Attributes:
        secrets: read it even if it holds keys or passwords.
    """

    path: bytes
    secrets: bool = False


@dataclass(frozen=True, slots=True)
class Decide:
    """Parent: parse the opened file, or close it because its content is known."""

    go: bool


@dataclass(frozen=True, slots=True)
class ListInside:
    """Parent: tell which files are in the file that was opened last."""

    path: bytes


@dataclass(frozen=True, slots=True)
class Take:
    """Parent: give the bytes of a file, from one of them on."""

    path: bytes
    start: int


@dataclass(frozen=True, slots=True)
class Show:
    """Parent: make a preview of this file, whose path is given as the bytes of the file system."""

    path: bytes


@dataclass(frozen=True, slots=True)
class Draw:
    """Parent: draw a page.

    Attributes:
        page: counted from 1.
        width: pixels.
        needles: texts to be marked.
    """

    path: bytes
    page: int
    width: int
    needles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """Child: started, with what holds of its confinement.

    Attributes:
        bounded: the kernel limits its memory, its open files and what it writes.
        offline: it stands in a network of its own, from which nothing can be reached.
    """

    bounded: bool
    offline: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """Child: the file is read.

    Attributes:
        content_hash: BLAKE3 of all its bytes, 32 bytes.
        paged: its time is limited by the page.
        kept: bytes of the file on the disk that it is in, which is kept open.
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
    """Child: the file gives no text, with the reason."""

    reason: Reason
    detail: Notice | None = None


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
    holds_files: bool


Request: TypeAlias = Open | Decide | ListInside | Take | Show | Draw
Answer: TypeAlias = Ready | Opened | Beat | Parsed | Refused | Listed | Taken | Shown | Drawn


def to_line(message: Request | Answer) -> bytes:
    """Encode a message as one line of UTF-8, with its line end."""
    match message:
        case Parsed(extraction):
            return _CODEC.to_line(_pack(extraction))
        case Refused(reason, detail):
            return _CODEC.to_line(Refused(reason, _shorten(detail)))
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
    _check_text(packed.text, TEXT_LIMIT)
    _check_text(packed.title, _DETAIL_LIMIT)
    _check_text(packed.language, _LANGUAGE_LIMIT)


def _check_wholeness(wholeness: Wholeness) -> None:
    require(len(wholeness.unread) <= len(Unread), "too many parts")
    for digest in (wholeness.characters, wholeness.objects):
        require(len(digest) <= _DIGEST_LIMIT, "a digest that is too long")


def _check_opened(opened: Opened) -> None:
    require(len(opened.content_hash) == 32, "a hash that has not 32 bytes")
    require(opened.kept >= 0, "a negative size")


def _check_inside(inside: EmbeddedFiles) -> None:
    require(len(inside.files) <= FILES_LIMIT, "too many files")
    names = {file.name for file in inside.files}
    require(len(names) == len(inside.files), "two files of one name")
    for file in inside.files:
        _check_text(file.name, _NAME_LIMIT)
        require(file.stat.inode >= 0, "a negative number")
        require(all(part not in ("", ".", "..") for part in file.name.split("/")), "a name that leads elsewhere")
        require("\0" not in file.name, "a name that is none")


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
    *(Open, Decide, ListInside, Take, Show, Draw),
    *(Ready, Opened, Beat, Packed, Refused, Listed, Taken, Shown, Drawn),
    limits=Limits(
        LINE_LIMIT,
        {
            Stat: lambda stat: require(stat.size >= 0, "a negative size"),
            Opened: _check_opened,
            EmbeddedFiles: _check_inside,
            Beat: lambda beat: require(beat.count >= 0, "a negative count"),
            Packed: _check_packed,
            Wholeness: _check_wholeness,
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
        holds_files=extraction.holds_files,
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
        packed.holds_files,
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
