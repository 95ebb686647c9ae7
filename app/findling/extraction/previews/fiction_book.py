"""FictionBooks (FB2) as HTML, for the preview: headings, verses, notes, and pictures.

Headings are those of sections. The elements are those of FictionBook 2.21 (github.com/gribuser/fb2, FictionBook.xsd).
"""

from __future__ import annotations

from functools import partial
from html import escape, unescape
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.extraction.previews.markup_preview import Markup
from findling.extraction.previews.picture_sources import read_data_address
from findling.extraction.previews.preview_protocol import MARKUP_ROOM
from findling.extraction.previews.sanitiser import sanitise
from findling.extraction.readers.xml_text import name_of, parse_xml

if TYPE_CHECKING:
    from lxml import etree

    from findling.extraction.previews.picture_gallery import PictureGallery
    from findling.extraction.source import Source

_ROOT = "FictionBook"
_HEAD = 4_096
"""Bytes within which the root's name stands."""

_LEVELS = 6
_WRITTEN_AS = MappingProxyType(
    {
        **{name: name for name in ("p", "strong", "sub", "sup", "code", "table", "tr", "td", "th")},
        **dict.fromkeys(("section", "annotation", "v", "poem"), "div"),
        **dict.fromkeys(("epigraph", "cite", "stanza"), "blockquote"),
        **dict.fromkeys(("text-author", "date"), "p"),
        "subtitle": "h5",
        "emphasis": "em",
        "strikethrough": "s",
    }
)
"""Elements by the HTML that they become; of any further one only the content stays."""
_REACHES = ("colspan", "rowspan")


def is_fiction_book(source: Source) -> bool:
    """Return whether XML says it is a FictionBook, in an encoding that writes ASCII as it is."""
    return _ROOT.encode() in source.data[:_HEAD]


def from_fiction_book(source: Source, gallery: PictureGallery) -> Markup | None:
    """Make the preview of a FictionBook; None where it is none after all.

    Raises:
        ExtractionError: `DAMAGED`, as its reader does.
    """
    root, _ = parse_xml(source.data)
    if name_of(root) != _ROOT:
        return None
    writer = _Writer()
    title = writer.write_book(root)
    held = {str(each.get("id")): each for each in root if name_of(each) == "binary"}

    def number(address: str, width: float, height: float) -> int:
        picture = held.get(address.removeprefix("#"))
        if picture is None:
            return 0
        return gallery.add(address, partial(_read_picture, picture), width, height)

    text, cut = sanitise(writer.finish(), number)
    return Markup(title, text, cut or writer.is_full)


def _read_picture(binary: etree._Element, limit: int) -> bytes:
    return read_data_address(f"data:;base64,{binary.text or ''}", limit)


class _Writer:
    """Writes a book's elements one after the other, until there is more than is shown.

    Attributes:
        is_full: the book goes on.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.is_full = False

    def write_book(self, root: etree._Element) -> str:
        """Write a book's description, its bodies, the description's rest; return its title."""
        description = next(iter(_children(root, "description")), None)
        info = None if description is None else next(iter(_children(description, "title-info")), None)
        shown: list[etree._Element] = []
        title = ""
        if info is not None:
            for name in ("coverpage", "book-title", "author", "annotation"):
                shown += _children(info, name)
            title = next((_line_of(each) for each in _children(info, "book-title")), "")
        for each in shown:
            self._write_fact(each)
        for body in _children(root, "body"):
            self._put("<hr>")
            self._write_content(body, 1)
        if description is not None:
            self._put("<hr>")
            for each in description.iter():
                if len(each) == 0 and not any(above in shown for above in (each, *each.iterancestors())):
                    self._put(f"<p><small>{escape(_line_of(each), quote=False)}</small></p>")
        return title

    def finish(self) -> str:
        """Return the HTML."""
        return "".join(self._parts)

    def _write_fact(self, element: etree._Element) -> None:
        match name_of(element):
            case "book-title":
                self._put(f"<h1>{escape(_line_of(element), quote=False)}</h1>")
            case "author":
                self._put(f"<p>{escape(_line_of(element), quote=False)}</p>")
            case _:
                self._write_content(element, 1)

    def _write_content(self, element: etree._Element, level: int) -> None:
        """Write the text and elements inside an element; libxml2 nests at most 256 elements."""
        self._put(escape(element.text or "", quote=False))
        for child in element:
            if self.is_full:
                return
            self._write(child, level)
            self._put(escape(child.tail or "", quote=False))

    def _write(self, element: etree._Element, level: int) -> None:
        name = name_of(element)
        if not name:  # an entity that nobody declared
            self._put(escape(unescape(element.text or ""), quote=False))
        elif name == "title":
            self._put(f"<h{level}>")
            for number, line in enumerate(element):
                self._put("<br>" if number else "")
                self._write_content(line, level)
            self._put(f"</h{level}>")
        elif name == "empty-line":
            self._put("<br>")
        elif name == "image":
            address = next((value for key, value in element.attrib.items() if str(key).endswith("href")), "")
            self._put(f'<img src="{escape(str(address))}" alt="{escape(element.get("alt") or "")}">')
        elif tag := _WRITTEN_AS.get(name):
            reaches = (f' {each}="{escape(value)}"' for each in _REACHES if (value := element.get(each)))
            self._put(f"<{tag}{''.join(reaches)}>")
            self._write_content(element, min(level + (name == "section"), _LEVELS))
            self._put(f"</{tag}>")
        else:
            self._write_content(element, level)

    def _put(self, markup: str) -> None:
        self._parts.append(markup)
        self._length += len(markup)
        self.is_full |= self._length > MARKUP_ROOM


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in element if name_of(each) == name]


def _line_of(element: etree._Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())
