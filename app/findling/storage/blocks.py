"""The blocks of a document as they lie in its row, so that it can be cut for another model without being read again."""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING

from findling.domain.files import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARTED = re.compile(r"\n\s*\n")


def pack_blocks(blocks: Sequence[Block]) -> bytes:
    """Blocks as a few bytes each: deflated JSON, one list a block, the numbers relative to the block before."""
    rows, at = [], 0
    for block in blocks:
        row = (block.start - at, block.end - block.start, block.kind, block.level, block.page, int(block.breaks))
        rows.append(row)
        at = block.end
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"))


def unpack_blocks(packed: bytes | None, text: str) -> tuple[Block, ...]:
    """The blocks again; where none were stored, the paragraphs of the text."""
    return tuple(_split(text) if packed is None else _unpack(packed))


def _unpack(packed: bytes) -> Iterator[Block]:
    at = 0
    for gap, length, kind, level, page, breaks in json.loads(zlib.decompress(packed)):
        start, at = at + gap, at + gap + length
        yield Block(start, at, BlockKind(kind), level, page, bool(breaks))


def _split(text: str) -> Iterator[Block]:
    """What stands between blank lines."""
    start = 0
    for parted in _PARTED.finditer(text):
        if parted.start() > start:
            yield Block(start, parted.start())
        start = parted.end()
    if start < len(text):
        yield Block(start, len(text))
