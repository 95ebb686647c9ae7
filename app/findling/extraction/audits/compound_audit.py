"""Audit of Word and PowerPoint files of before 2007: parts without text, or not read.

Nothing checks that all of the text was read, so that none of them is ever known to be whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Unread
from findling.extraction.compound_streams import list_stream_paths, open_compound

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

# Streams and storages at the top level ([MS-DOC] 2.1, [MS-PPT] 2.1), in lower case.
_PARTS = {
    "objectpool": Unread.EMBEDDED,
    "data": Unread.PICTURES,
    "pictures": Unread.PICTURES,
    "macros": Unread.SCRIPTS,
    "_vba_project_cur": Unread.SCRIPTS,
}


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits are asked
    """Note the parts that are there beside the text."""
    inventory.cover_text()
    inventory.miss(Unread.UNKNOWN)
    with open_compound(source.data) as compound:
        names = {path[0].lower() for path in list_stream_paths(compound)}
    inventory.miss(*(part for name, part in _PARTS.items() if name in names))
