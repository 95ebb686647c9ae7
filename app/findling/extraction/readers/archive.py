"""Reader of archives: the names of their members, which are documents of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Reason
from findling.extraction.document import TextBuilder
from findling.extraction.embedded.file_holder import open_holder
from findling.formats import FileKind

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.source import Source

NAMES_LISTED = 200
"""Names that stand for an archive's own text: it is found by what it holds, and each file in it by itself."""


def read(source: Source) -> Extraction:
    """Read the names of an archive's members.

    Raises:
        ExtractionError: none of them can be found, or there are none; the reason says why.
    """
    builder = TextBuilder()
    holder = open_holder(source, FileKind.ARCHIVE)
    for name in list(holder.entries)[:NAMES_LISTED]:
        builder.add(name, BlockKind.ITEM)
    return builder.finish(FileKind.ARCHIVE, reason=None if holder.entries else Reason.EMPTY)
