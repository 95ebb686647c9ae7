"""Parts of an Office package for audits: what they point to, and what is no text."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Reason, Unread
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.xml_parts import local

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.inventory import Inventory

# Names and numbers that programs give anew whenever they save.
_VOLATILE = re.compile(
    r"(?:id|name|r?sid\w*|anchorId|editId|paraId|textId|spid|\w*ID|creationId|dist[TBLR]|relativeHeight|[\w-]*style-name"
    r"|z-index)\Z"
)
_PLUMBING = re.compile(
    r"\[Content_Types\]\.xml|(?:.*/)?_rels/.*|docProps/.*|customXml/.*|mimetype|META-INF/.*|(?:.*/)?theme/.*"
    r"|(?:.*/)?printerSettings/.*|.*\.odttf|.*/|Thumbnails/.*|Configurations2/.*|(?:.*/)?[Ff]onts/.*"
)


TREE_LIMIT = 16 * limits.MEGABYTE
"""Bytes of a part of which a tree is made."""


class OfficePackage:
    """Zip of parts that name each other by relationships (ISO/IEC 29500-2)."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        return limits.read_member(self.archive, name)

    def parse(self, name: str) -> etree._Element:
        """Return the root of a part.

        Raises:
            ExtractionError: `TOO_LARGE` for more than `TREE_LIMIT`, since a tree takes ten times that in memory.
        """
        data = self.read(name)
        if len(data) > TREE_LIMIT:
            raise ExtractionError(Reason.TOO_LARGE, name)
        return package.parse_part(data)

    def targets(self, name: str) -> dict[str, str]:
        """Return a part's targets by relationship: the name of a part, or an address outside."""
        return {each.id: each.target for each in package.relationships(self.archive, name)}

    def add_others(self, inventory: Inventory, known: set[str]) -> None:
        """Add all parts that are neither known nor only of use to programs, by their bytes."""
        if any("activeX/" in name for name in self.names):
            inventory.miss(Unread.FORMS)  # what a control says stands in its own format, which no reader reads
        for name in sorted(self.names - known):
            if not _PLUMBING.fullmatch(name):
                inventory.add("part", posixpath.splitext(name)[1], blake3(self.read(name)).digest())


def describe_element(element: etree._Element) -> str:
    """Describe an element by its name and attributes, but those that change at each saving."""
    attributes = sorted((str(key).rpartition("}")[2], str(value)) for key, value in element.items())
    return f"{local(element)}{[pair for pair in attributes if not _VOLATILE.match(pair[0])]}"


def told_alternatives(alternatives: etree._Element) -> Iterator[etree._Element]:
    """Yield the alternatives up to the first with text; the others are forms of the same."""
    for each in alternatives:
        yield each
        if any(not (text.text or "").isspace() and text.text for text in each.iter("{*}t")) or _has_signs(each):
            return


def _has_signs(element: etree._Element) -> bool:
    return next(element.iter("{*}sym", "{*}symEx", "{*}textpath"), None) is not None


def pointers(element: etree._Element) -> Iterator[str]:
    """Yield the relationships that an element names."""
    for key, value in element.items():
        if "relationships}" in str(key):
            yield str(value)
