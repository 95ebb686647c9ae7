"""How many bytes of a file are taken, by what its beginning says that it is."""

from __future__ import annotations

from findling.extraction import signatures
from findling.extraction.kinds import identify
from findling.extraction.limits import MEGABYTE
from findling.formats import FORMATS, Container, SizeLimit, format_of

SMALL = SizeLimit(16 * MEGABYTE, 16 * MEGABYTE)
"""What every kind may have: a file that fits needs no look at its kind."""


def allow(head: bytes, name: str) -> SizeLimit:
    """Say how much of a large file is taken; of texts, tables and mailboxes, the beginning alone is worth having.

    Args:
        head: the first bytes of the file, 64 kB or more.
        name: the file's name with its suffix.

    Raises:
        ExtractionError: the beginning already shows that there is no text to be had.
    """
    # What a package or a compound file holds stands in its directory, which is not at its beginning.
    if signatures.is_zip(head):
        return _limit_of(Container.ZIP)
    if signatures.is_compound(head):
        return _limit_of(Container.COMPOUND)
    return format_of(identify(head, name)).size_limit


def _limit_of(container: Container) -> SizeLimit:
    """The most that any format in such a container may have."""
    return max((known.size_limit for known in FORMATS if known.container is container), key=lambda limit: limit.hashed)
