"""Files embedded in office packages, Microsoft's and OpenDocument's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.embedded.embedded_entry import LARGEST, EmbeddedEntry
from findling.extraction.embedded.ole_objects import unwrap_object
from findling.extraction.kinds import is_zip

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from findling.extraction.source import Source


def find_entries(source: Source) -> Iterator[EmbeddedEntry]:
    """Find the embedded files but the tables behind charts, which are drawn in the document."""
    if not is_zip(source.data):
        return  # OpenDocument in one part
    archive = limits.open_zip(source.data)
    for part in package.list_embedded_parts(archive):
        source.beat()
        name = part.rpartition("/")[2]
        unpack = partial(_unpack, archive, part, name)
        try:
            found = unwrap_object(limits.read_member(archive, part, limit=LARGEST), name)
        except ExtractionError as error:
            yield EmbeddedEntry(name, 0, None, str(error.reason).encode(), unpack)
            continue
        if found is not None:
            yield EmbeddedEntry(found.name, len(found.content), None, blake3(found.content).digest(), unpack)


def _unpack(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    found = unwrap_object(limits.read_member(archive, part, limit=LARGEST), name)
    return found.content if found is not None else b""
