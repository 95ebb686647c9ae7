"""Blocks and passages of a document as they are stored beside its text."""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING

from findling.domain.files import Block, BlockKind, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROPERTY = f'"{BlockKind.PROPERTY}"'.encode()
_BLANK_LINES = re.compile(r"\n\s*\n")


def pack_blocks(blocks: Sequence[Block]) -> bytes:
    """Encode blocks as deflated JSON, a list each, with positions relative to the one before."""
    rows, at = [], 0
    for block in blocks:
        row = (block.start - at, block.end - block.start, block.kind, block.level, block.page, int(block.breaks))
        rows.append(row)
        at = block.end
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"))


def unpack_blocks(packed: bytes | None, text: str) -> tuple[Block, ...]:
    """Decode what `pack_blocks` gave; where nothing was stored, split the text into paragraphs."""
    return tuple(_split(text) if packed is None else _unpack(zlib.decompress(packed)))


def measure_body(packed: bytes | None, text: str) -> int:
    """Return how many characters of a text come before its properties."""
    if packed is None or _PROPERTY not in (rows := zlib.decompress(packed)):
        return len(text)
    starts = (block.start for block in _unpack(rows) if block.kind is BlockKind.PROPERTY)
    return len(text[: next(starts, len(text))].rstrip())


def pack_passages(passages: Sequence[Passage]) -> bytes:
    """Encode passages as deflated JSON, a list each, with positions relative to the one before."""
    rows, at = [], 0
    for passage in passages:
        rows.append((passage.start - at, passage.end - passage.start, passage.page, passage.heading))
        at = passage.end
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"))


def unpack_passages(packed: bytes) -> tuple[Passage, ...]:
    """Decode what `pack_passages` gave."""
    passages, at = [], 0
    for gap, length, page, heading in json.loads(zlib.decompress(packed)):
        start, at = at + gap, at + gap + length
        passages.append(Passage(start, at, page, heading))
    return tuple(passages)


def _unpack(rows: bytes) -> Iterator[Block]:
    at = 0
    for gap, length, kind, level, page, breaks in json.loads(rows):
        start, at = at + gap, at + gap + length
        yield Block(start, at, BlockKind(kind), level, page, bool(breaks))


def _split(text: str) -> Iterator[Block]:
    """Split a text at blank lines."""
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        if gap.start() > start:
            yield Block(start, gap.start())
        start = gap.end()
    if start < len(text):
        yield Block(start, len(text))
