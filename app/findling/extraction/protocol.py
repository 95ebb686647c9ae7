"""What the parser child and its parent say to each other: JSON lines, decoded as if the other side were hostile."""

from __future__ import annotations

import base64
import json
import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from findling.extraction.document import TEXT_LIMIT
from findling.extraction.previewing import exchange
from findling.extraction.previewing.exchange import Draw, Drawn, Show, Shown
from findling.formats import FileKind
from findling.types import Block, BlockKind, Extraction, Reason, Stat
from findling.wire import MessageError

if TYPE_CHECKING:
    from collections.abc import Callable

LINE_LIMIT = 128 * 2**20
"""Bytes of one line: `TEXT_LIMIT` characters of four bytes each, and room for two million blocks."""

BEAT_SECONDS = 0.1
"""A child says that it is alive no more often than this."""

_OF_PREVIEWS = b'{"type":'
"""How the lines of `exchange` begin, and no others."""

_HASH_BYTES = 32
_DETAIL_LIMIT = 1_000
# Start, end, page (0 for none), kind, level, breaks: a table of millions of rows would not fit into memory as JSON.
_BLOCK = struct.Struct("<IIIBBB")
_BLOCK_KINDS = tuple(BlockKind)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_T = TypeVar("_T")
_Fields: TypeAlias = dict[str, object]


class ProtocolError(Exception):
    """A line is not what the other side may say; nothing that it says later can be trusted."""


@dataclass(frozen=True, slots=True)
class Open:
    """Parent: open this file, whose path is given as the bytes of the file system."""

    path: bytes

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _to_line({"path": base64.b64encode(self.path).decode("ascii")})


@dataclass(frozen=True, slots=True)
class Decide:
    """Parent: parse what was opened, or let go of it because its content is known."""

    go: bool

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _to_line({"go": self.go})


@dataclass(frozen=True, slots=True)
class Ready:
    """Child: started, and what of its confinement holds.

    Attributes:
        bounded: the kernel limits its memory, its open files and what it writes.
        offline: it stands in a network of its own, from which nothing can be reached.
    """

    bounded: bool
    offline: bool

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _to_line({"ready": {"bounded": self.bounded, "offline": self.offline}})


@dataclass(frozen=True, slots=True)
class Opened:
    """Child: the file is read.

    Attributes:
        content_hash: BLAKE3 of all its bytes, 32 bytes.
        paged: it is of the kind whose time is counted by the page.
    """

    content_hash: bytes
    stat: Stat
    paged: bool

    def to_json(self) -> bytes:
        """One line, with its line end."""
        stat = [self.stat.size, self.stat.mtime_ns, self.stat.inode]
        return _to_line({"hash": self.content_hash.hex(), "stat": stat, "paged": self.paged})


@dataclass(frozen=True, slots=True)
class Beat:
    """Child: still alive, for the nth time on this file."""

    count: int

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _to_line({"beat": self.count})


@dataclass(frozen=True, slots=True)
class Parsed:
    """Child: what the file holds."""

    extraction: Extraction

    def to_json(self) -> bytes:
        """One line, with its line end."""
        one = self.extraction
        blocks = b"".join(map(_pack_block, one.blocks))
        return _to_line(
            {
                "extraction": {
                    "kind": one.kind,
                    "title": one.title[:_DETAIL_LIMIT],
                    "text": one.text,
                    "blocks": base64.b64encode(blocks).decode("ascii"),
                    "pages": one.pages,
                    "language": one.language,
                    "reason": one.reason,
                    "detail": one.detail[:_DETAIL_LIMIT],
                }
            }
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """Child: the file gives no text, and why."""

    reason: Reason
    detail: str = ""

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _to_line({"reason": self.reason, "detail": self.detail[:_DETAIL_LIMIT]})


Request: TypeAlias = Open | Decide | Show | Draw
Answer: TypeAlias = Ready | Opened | Beat | Parsed | Refused | Shown | Drawn


def decode_request(line: bytes) -> Request:
    """Read what the parent says.

    Raises:
        ProtocolError: the line is no request.
    """
    if line.startswith(_OF_PREVIEWS):
        return _decode_with(exchange.decode_request, line)
    fields = _from_line(line)
    if "path" in fields:
        return Open(_decode_base64(fields, "path"))
    return Decide(_take(fields, "go", bool))


def decode_answer(line: bytes) -> Answer:
    """Read what the child says, and believe none of it: types, ranges, order and sizes are checked.

    Raises:
        ProtocolError: the line is too long, or no answer.
    """
    if line.startswith(_OF_PREVIEWS):
        return _decode_with(exchange.decode_answer, line)
    fields = _from_line(line)
    if "beat" in fields:
        return Beat(_take_count(fields, "beat"))
    if "hash" in fields:
        return _decode_opened(fields)
    if "extraction" in fields:
        return Parsed(_decode_extraction(_take(fields, "extraction", dict)))
    if "ready" in fields:
        ready: _Fields = _take(fields, "ready", dict)
        return Ready(_take(ready, "bounded", bool), _take(ready, "offline", bool))
    return Refused(_decode_reason(_take(fields, "reason", str)), _take_text(fields, "detail", _DETAIL_LIMIT))


def _decode_with(decode: Callable[[bytes], _T], line: bytes) -> _T:
    _check_length(line)
    try:
        return decode(line)
    except MessageError as error:
        raise ProtocolError(str(error)) from error


def _to_line(fields: _Fields) -> bytes:
    # A lone surrogate (in the words of an error, say) has no UTF-8: it travels as a question mark.
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def _check_length(line: bytes) -> None:
    if len(line) > LINE_LIMIT:
        raise ProtocolError(f"a line of more than {LINE_LIMIT:,} bytes")


def _from_line(line: bytes) -> _Fields:
    _check_length(line)
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("a line that is no JSON") from error
    if not isinstance(fields, dict):
        raise ProtocolError("a line that is no object")
    return fields


def _take(fields: _Fields, key: str, of: type[_T]) -> _T:
    value = fields.get(key)
    if type(value) is not of:
        raise ProtocolError(f"{key} is no {of.__name__}")
    return value


def _take_count(fields: _Fields, key: str) -> int:
    value = _take(fields, key, int)
    if value < 0:
        raise ProtocolError(f"{key} is negative")
    return value


def _take_text(fields: _Fields, key: str, limit: int) -> str:
    value = _take(fields, key, str)
    if len(value) > limit or _LONE_SURROGATE.search(value):
        raise ProtocolError(f"{key} is too long, or no text")
    return value


def _decode_base64(fields: _Fields, key: str) -> bytes:
    try:
        return base64.b64decode(_take(fields, key, str), validate=True)
    except ValueError as error:
        raise ProtocolError(f"{key} is not in base64") from error


def _decode_reason(value: str) -> Reason:
    try:
        return Reason(value)
    except ValueError as error:
        raise ProtocolError("an unknown reason") from error


def _decode_opened(fields: _Fields) -> Opened:
    stat: list[object] = _take(fields, "stat", list)
    match stat:
        case [int() as size, int() as mtime_ns, int() as inode] if size >= 0:
            pass
        case _:
            raise ProtocolError("stat is not three numbers")
    try:
        content_hash = bytes.fromhex(_take(fields, "hash", str))
    except ValueError as error:
        raise ProtocolError("hash is not hexadecimal") from error
    if len(content_hash) != _HASH_BYTES:
        raise ProtocolError(f"hash has not {_HASH_BYTES} bytes")
    return Opened(content_hash, Stat(size, mtime_ns, inode), _take(fields, "paged", bool))


def _decode_extraction(fields: _Fields) -> Extraction:
    text = _take_text(fields, "text", TEXT_LIMIT)
    try:
        kind = FileKind(_take(fields, "kind", str))
    except ValueError as error:
        raise ProtocolError("an unknown kind") from error
    return Extraction(
        kind,
        _take_text(fields, "title", _DETAIL_LIMIT),
        text,
        _decode_blocks(_decode_base64(fields, "blocks"), len(text)),
        None if fields.get("pages") is None else _take_count(fields, "pages"),
        _take_text(fields, "language", 16),
        None if fields.get("reason") is None else _decode_reason(_take(fields, "reason", str)),
        _take_text(fields, "detail", _DETAIL_LIMIT),
    )


def _pack_block(block: Block) -> bytes:
    kind = _BLOCK_KINDS.index(block.kind)
    return _BLOCK.pack(block.start, block.end, block.page or 0, kind, block.level, block.breaks)


def _decode_blocks(packed: bytes, length: int) -> tuple[Block, ...]:
    """Unpack the blocks of a text of so many characters: in order, parted, and within it."""
    if len(packed) % _BLOCK.size:
        raise ProtocolError("half a block")
    blocks = []
    floor = 0
    for start, end, page, kind, level, breaks in _BLOCK.iter_unpack(packed):
        if not (floor <= start < end <= length and kind < len(_BLOCK_KINDS) and level <= 6 and breaks <= 1):
            raise ProtocolError("a block that is malformed, out of order, or outside the text")
        blocks.append(Block(start, end, _BLOCK_KINDS[kind], level, page or None, breaks == 1))
        floor = end
    return tuple(blocks)
