"""How many bytes of a file are taken, by what its beginning says that it is."""

from __future__ import annotations

from dataclasses import dataclass

from findling.extraction import signatures
from findling.extraction.kinds import identify
from findling.extraction.limits import MEGABYTE
from findling.types import FileKind


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of a file is taken.

    Attributes:
        kept: bytes that a parser gets to see.
        hashed: bytes that the file may have at all; more than `kept` only where a beginning can be read by itself.
    """

    kept: int
    hashed: int


SMALL = Allowance(16 * MEGABYTE, 16 * MEGABYTE)
"""What every kind may have: a file that fits needs no look at its kind."""

_PACKAGE = Allowance(150 * MEGABYTE, 150 * MEGABYTE)
_COMPOUND = Allowance(64 * MEGABYTE, 64 * MEGABYTE)
_STREAM = Allowance(64 * MEGABYTE, 2_000 * MEGABYTE)
_BY_KIND = {
    FileKind.PDF: Allowance(300 * MEGABYTE, 300 * MEGABYTE),
    FileKind.EML: Allowance(64 * MEGABYTE, 64 * MEGABYTE),
    FileKind.RTF: Allowance(20 * MEGABYTE, 20 * MEGABYTE),
    FileKind.HTML: SMALL,  # a parsed page takes over twenty times its size in memory
}


def allow(head: bytes, name: str) -> Allowance:
    """Say how much of a large file is taken; of texts, tables and mailboxes, the beginning alone is worth having.

    Args:
        head: the first bytes of the file, 64 kB or more.
        name: the file's name with its suffix.

    Raises:
        ExtractionError: the beginning already shows that there is no text to be had.
    """
    # What a package or a compound file holds stands in its directory, which is not at its beginning.
    if signatures.is_zip(head):
        return _PACKAGE
    if signatures.is_compound(head):
        return _COMPOUND
    return _BY_KIND.get(identify(head, name), _STREAM)
