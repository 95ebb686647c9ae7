"""Audit of EPUB: chapters and pictures, and what of the book is in no chapter."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction import limits
from findling.extraction.audits.markup_audit import add_markup
from findling.extraction.audits.office_parts import OfficePackage
from findling.extraction.audits.text_audit import note_encoding
from findling.extraction.encoding import decode
from findling.extraction.readers.html_text import declared_encoding
from findling.extraction.xml_parts import attribute

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
# What only says where things are, or how they look.
_HELP = (
    "text/css",
    "application/x-dtbncx+xml",
    "application/oebps-package+xml",
    "application/vnd.adobe-page-template+xml",
)


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:
    """Take the inventory of a book, chapter by chapter."""
    with limits.open_zip(source.data) as archive:
        parts = OfficePackage(archive)
        for name in sorted(name for name in parts.names if name.endswith(".opf"))[:1]:
            _add_book(parts, name, extraction, inventory, source)


def _add_book(parts: OfficePackage, name: str, extraction: Extraction, inventory: Inventory, source: Source) -> None:
    root = parts.parse(name)
    folder = posixpath.dirname(name)
    items = {attribute(item, "id"): item for item in root.iter("{*}item")}
    spine = dict.fromkeys(attribute(reference, "idref") for reference in root.iter("{*}itemref"))
    done = set()
    # Pages that stand in no order are read behind the others, but for the table of contents.
    others = [key for key, item in items.items() if key not in spine and _is_page(item)]
    for each in (*spine, *others):
        item = items.get(each)
        if item is None or (attribute(item, "media-type") or _PAGES[0]) not in _PAGES:
            inventory.miss(Unread.UNKNOWN)
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href").partition("#")[0])))
        if path in done:
            continue
        if each in others and path not in parts.names:
            inventory.miss(Unread.TEXT)
            continue
        done.add(path)
        source.beat()
        content = parts.read(path)
        markup = decode(content, declared_encoding(content)).text
        note_encoding(markup, inventory)
        add_markup(markup, inventory, title_in=f"{extraction.title}\n{extraction.text}", find=_finder(parts, path))
    for item in (item for key, item in items.items() if key not in spine):
        kind = attribute(item, "media-type")
        if kind.startswith("image/"):
            _add_part(parts, posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href")))), inventory)
        is_navigation = "nav" in attribute(item, "properties").split()
        is_known = kind in (*_HELP, *_PAGES) or is_navigation or "font" in kind
        if not (is_known or kind.startswith("image/")):
            inventory.miss(Unread.EMBEDDED)


def _is_page(item: etree._Element) -> bool:
    return attribute(item, "media-type") in _PAGES and "nav" not in attribute(item, "properties").split()


def _add_part(parts: OfficePackage, name: str, inventory: Inventory) -> None:
    """Add a picture of the book, which may be its cover and in no chapter."""
    if name in parts.names and (content := parts.read(name)):
        inventory.add("part", blake3(content).digest())


def _finder(parts: OfficePackage, chapter: str) -> Callable[[str], bytes | None]:
    def find(address: str) -> bytes | None:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(chapter), unquote(address)))
        return parts.read(name) if name in parts.names else None

    return find
