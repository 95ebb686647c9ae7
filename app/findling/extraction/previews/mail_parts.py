"""A read mail parted into what stands on its envelope and what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.files import Block, BlockKind, Extraction
from findling.extraction.previews.preview_protocol import HEADER_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUBJECT = "Subject"
_VALUE_LENGTH = 10_000


def open_letter(extraction: Extraction) -> tuple[tuple[tuple[str, str], ...], Extraction]:
    """The headers of a mail, its subject first, and its text without them.

    Args:
        extraction: as `readers.message` lays mails out: the subject as a heading, then a line for each field.
    """
    headers: list[tuple[str, str]] = []
    rest = list(extraction.blocks)
    if rest and rest[0].kind is BlockKind.HEADING:
        headers.append((_SUBJECT, _of(extraction, rest.pop(0))))
    if headers and rest and rest[0].kind is BlockKind.META:
        fields = (line.partition(": ") for line in _of(extraction, rest.pop(0)).split("\n"))
        headers += [(name, value) for name, gap, value in fields if gap]
    shown = tuple((name, value[:_VALUE_LENGTH]) for name, value in headers[:HEADER_LIMIT])
    return shown, _from(extraction, rest)


def is_plain(extraction: Extraction) -> bool:
    """Whether it holds paragraphs only, as a mail that was written without markup does."""
    return all(block.kind is BlockKind.PARAGRAPH for block in extraction.blocks)


def first_letters(extraction: Extraction, count: int) -> Extraction:
    """The first messages of a mailbox."""
    return _upto(extraction, [block for block in extraction.blocks if (block.page or 0) <= count])


def _of(extraction: Extraction, block: Block) -> str:
    return extraction.text[block.start : block.end]


def _from(extraction: Extraction, blocks: Sequence[Block]) -> Extraction:
    """What is left from the first of these blocks on."""
    start = blocks[0].start if blocks else len(extraction.text)
    moved = tuple(replace(block, start=block.start - start, end=block.end - start) for block in blocks)
    return replace(extraction, text=extraction.text[start:], blocks=moved)


def _upto(extraction: Extraction, blocks: Sequence[Block]) -> Extraction:
    return replace(extraction, text=extraction.text[: blocks[-1].end if blocks else 0], blocks=tuple(blocks))
