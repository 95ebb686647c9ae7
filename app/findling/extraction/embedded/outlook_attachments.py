"""Attachments of messages saved by Outlook, those of messages inside as well."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.extraction.embedded.embedded_entry import EmbeddedEntry
from findling.extraction.readers.outlook import find_attachments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source


def find_entries(source: Source) -> Iterator[EmbeddedEntry]:
    """Find the attachments that are files."""
    for attachment in find_attachments(source.data):
        source.beat()
        content = attachment.content
        stamp = blake3(content).digest()
        yield EmbeddedEntry(attachment.name, len(content), attachment.modified_ns, stamp, partial(bytes, content))
