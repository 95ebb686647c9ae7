"""XMP packets (ISO 16684-1): what somebody wrote of a document or picture, in its XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.errors import ExtractionError
from findling.extraction import package

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKET = re.compile(rb"<x:xmpmeta\b.{1,1000000}?</x:xmpmeta>", re.DOTALL)
"""A packet within other bytes; it is not packed, as a rule."""

_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TITLE = f"{_DUBLIN_CORE}title"
_WRITTEN = (
    ("Headline", "{http://ns.adobe.com/photoshop/1.0/}Headline"),
    ("Keywords", f"{_DUBLIN_CORE}subject"),
    ("Keywords", "{http://ns.adobe.com/pdf/1.3/}Keywords"),
    ("Description", f"{_DUBLIN_CORE}description"),
)


def read_packet(packet: bytes, *, is_titled: bool = False) -> Iterator[tuple[str, str]]:
    """Yield names and values of what was written, and a title if asked; nothing if damaged."""
    try:
        root = package.parse_part(packet)
    except ExtractionError:
        return
    for name, tag in (*((("Title", _TITLE),) if is_titled else ()), *_WRITTEN):
        for element in root.iter(tag):
            said = (
                (str(each.text or "") for each in element.iter(_ITEM)) if len(element) else (str(element.text or ""),)
            )
            yield name, ", ".join(dict.fromkeys(filter(None, map(str.strip, said))))
        # Short ones may stand in attributes.
        yield from ((name, str(each.get(tag))) for each in root.iter() if each.get(tag))
