"""Audit of contacts and calendars: every property but those that programs write anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction.readers.content_lines import parse_lines

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_VOLATILE = frozenset({"REV", "PRODID", "DTSTAMP", "VERSION"})


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of a .vcf or .ics file."""
    inventory.cover_text()
    for number, line in enumerate(parse_lines(source.data)):
        if number % 10_000 == 0:
            source.beat()
        if line.name in _VOLATILE:
            continue
        if "\ufffd" in line.value:
            inventory.miss(Unread.UNDECODABLE)
        content = blake3(b"".join(line.raw.split())).digest() if line.is_binary else line.text.encode()
        parameters = sorted(f"{name}={value}" for name, value in line.parameters.items())
        inventory.add("property", line.group, line.name, *parameters, content)
