"""Reader of XML of any vocabulary: mixed or long text as paragraphs, short text as lines."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.readers.html_text import add_html, declared_encoding
from findling.extraction.xml_parts import drop_surrogates
from findling.formats import FileKind
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.source import Source

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_HEAD = 4_096
# Namespaces, public identifiers and roots, within the first elements.
_VOCABULARIES = re.compile(
    rb"docbook\.org/ns/docbook|//DTD DocBook|//DTD Simplified DocBook|www\.tei-c\.org/ns/|<TEI(?:\.2)?[\s>]|//DTD DITA"
    rb"|//DTD (?:JATS|Journal Publishing|Journal Archiving)|-//NLM//DTD|JATS-\w+\d.dtd"
)
_SHORT = 100
"""Neighbouring values that are shorter share a paragraph, one line each."""
_LEVELS = 6
_TITLES = frozenset({"title", "book-title", "head", "heading", "h1", "h2", "h3"})
_SECTIONS = re.compile(r"article|book|chapter|part|section|sect\d|div\d?|body|topic|concept|task|appendix|preface")
_DOCUMENT_TITLES = ("book-title", "title")
_PARAGRAPHS = frozenset({"p", "para", "simpara", "h", "li", "td", "th", "v"})
"""Elements that are one paragraph, however many runs of type they are cut into."""
_BREAKING = frozenset({"br", "tab", "tc", "td", "th", "li", "p", "para", "entry"})
_DROPPED = frozenset({"binary", "binData", "binaryData", "base64Binary"})
# A tag that ends and one that begins or stands alone: text with a "<" in it has no such.
_HTML = re.compile(
    r"</(?:p|div|b|i|em|strong|a|li|span|td|font|en-note|h[1-6])\s*>|<(?:p|br|hr|img)\b[^<>]*>", re.IGNORECASE
)
_DROPPED_IN_PAGES = re.compile(r"\{http://www\.w3\.org/(?:2000/svg|1999/xhtml)\}(?:style|script)")
_ROWS = frozenset({"row", "tr", "strow", "sthead"})
_CELLS = frozenset({"entry", "td", "th", "cell", "stentry"})
_CODE = frozenset({"programlisting", "screen", "codeblock", "literallayout", "eg", "preformat"})
_ITEMS = frozenset({"listitem", "item", "li", "sli", "list-item", "step"})
_LISTS = frozenset(
    {"itemizedlist", "orderedlist", "list", "ul", "ol", "sl", "steps", "procedure", "variablelist", "varlistentry"}
)
_LABELS = ("title", "text", "_note", "label", "alt", "desc", "summary", "caption", "content-desc")
"""Attributes whose value is text, in OPML, SVG, GraphML and the like."""

# Looks, and conditions of programs; what was told above is not told again.
_NO_LABELS = frozenset(
    {*_LABELS, "style", "class", "d", "points", "transform", "font-family", "font", "select", "match", "test", "xpath"}
    | {"rend", "role", "classes", "schemaLocation", "requires", "exclude-result-prefixes", "use", "expression"}
)
_WORDS = re.compile(
    r"\s*[\"'„“(]?[^\W\d_]{2,}[\w'’.,;:!?)\"“”%€$&-]*(?:\s+[\"'„“(]?[\w€$&-][\w'’.,;:!?)\"“”%€$&/-]*)+\s*"
)


def read(source: Source) -> Extraction:
    """Read an XML document; its title is its first title element's."""
    root, error = parse_xml(source.data)
    builder = TextBuilder()
    if _is_structure(root):
        _add_elements(builder, root)
    else:
        builder.add("".join(_texts(root)))
    if error is None:
        return builder.finish(FileKind.XML, _title_of(root))
    if not any(_texts(root)):
        raise ExtractionError(Reason.DAMAGED, error)
    return builder.finish(
        FileKind.XML, _title_of(root), reason=Reason.PARTLY_READ, detail=SystemMessage.PLAIN(text=error)
    )


def is_document(data: bytes) -> bool:
    """Return whether XML is in a vocabulary for documents: DocBook, TEI, DITA or JATS."""
    return _VOCABULARIES.search(data, 0, _HEAD) is not None


def parse_xml(data: bytes) -> tuple[etree._Element, str | None]:
    """Parse a document, fetching nothing; return its root, and the error if it was recovered.

    Raises:
        ExtractionError: `DAMAGED` if nothing of it can be recovered.
    """
    from lxml import etree

    text = decode(data, declared_encoding(data)).text
    content = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    options: dict[str, Any] = {"encoding": "utf-8", "resolve_entities": False, "no_network": True, "load_dtd": False}
    options |= {"remove_comments": True, "remove_pis": True}
    try:
        return etree.fromstring(content, etree.XMLParser(**options)), None
    except etree.XMLSyntaxError as error:
        return _recover(content, etree.XMLParser(**options, recover=True), error), str(error)


def _recover(content: bytes, parser: etree.XMLParser, error: etree.XMLSyntaxError) -> etree._Element:
    from lxml import etree

    try:
        root = etree.fromstring(drop_surrogates(content), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    return root


def _add_elements(builder: TextBuilder, element: etree._Element, sections: int = 0) -> None:
    """Add the blocks inside an element; libxml2 lets no document nest deeper than 256 elements."""
    fields: list[str] = []
    for child in element:
        if _is_dropped(child):
            continue
        if (page := _find_page(child)) is not None:
            _flush(builder, fields)
            builder.add("\n".join(_labels(child)))
            add_html(builder, page)
            continue
        name = name_of(child)
        if (shaped := _shape(child)) is not None:
            _flush(builder, fields)
            builder.add(*shaped)
        elif name not in _PARAGRAPHS and _is_structure(child):
            _flush(builder, fields)
            builder.add("\n".join(_labels(child)))
            _add_elements(builder, child, sections + bool(_SECTIONS.fullmatch(name)))
        elif name in _TITLES and _SECTIONS.fullmatch(name_of(element)):
            _flush(builder, fields)
            builder.add(_line_of(child), BlockKind.HEADING, level=min(max(sections, 1), _LEVELS))
        elif len(text := _line_of(child)) < _SHORT and name not in _PARAGRAPHS:
            fields.append(text)
        else:
            _flush(builder, fields)
            builder.add(text, BlockKind.ITEM if _is_item(child) else BlockKind.PARAGRAPH)
    _flush(builder, fields)


def _line_of(element: etree._Element) -> str:
    return " ".join([*_labels(element), *"".join(_texts(element)).split()])


def _shape(element: etree._Element) -> tuple[str, BlockKind] | None:
    """Return a table row, list item or code as in DocBook, TEI and DITA; None for all else."""
    name = name_of(element)
    if name in _ROWS and len(element) and all(name_of(cell) in _CELLS for cell in element):
        cells = (" ".join("".join(_texts(cell)).split()) for cell in element)
        return " | ".join(filter(None, cells)), BlockKind.ROW
    if name in _CODE:
        return "".join(_texts(element)), BlockKind.CODE
    if name in _ITEMS and not _is_structure(element) and _is_listed(element):
        return _line_of(element), BlockKind.ITEM
    return None


def _is_item(element: etree._Element) -> bool:
    """Return whether a paragraph is the first of an item."""
    above = element.getparent()
    return above is not None and name_of(above) in _ITEMS and above[0] is element and _is_listed(above)


def _is_listed(element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and name_of(above) in _LISTS


def _find_page(element: etree._Element) -> str | None:
    """Return the HTML that an element holds as text, as feeds, maps and notes do; None for none."""
    text = element.text or ""
    return text if not len(element) and "<" in text and _HTML.search(text) else None


def _flush(builder: TextBuilder, fields: list[str]) -> None:
    builder.add("\n".join(filter(None, fields)))
    fields.clear()


def _is_structure(element: etree._Element) -> bool:
    """Return whether an element holds elements only, and no text between them."""
    around = [element.text, *(child.tail for child in element)]
    return len(element) > 0 and not any(text and not text.isspace() for text in around)


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the texts inside an element; undeclared entities as HTML defines them."""
    if element.text is not None:
        yield unescape(element.text) if not isinstance(element.tag, str) else element.text
    for child in element:
        if not _is_dropped(child):
            yield from _texts(child)
            yield " " if name_of(child) in _BREAKING else ""
        yield child.tail or ""


def _labels(element: etree._Element) -> Iterator[str]:
    """Yield the attributes that are text: by name, or as words one after the other."""
    for name in _LABELS:
        value = element.get(name)
        if value and not value.isspace():
            yield " ".join(str(value).split())
    for key, given in element.items() if isinstance(element.tag, str) else ():
        # Those of another vocabulary are what programs note.
        if not str(key).startswith("{") and str(key) not in _NO_LABELS and _WORDS.fullmatch(str(given)):
            yield " ".join(str(given).split())


def _is_dropped(element: etree._Element) -> bool:
    if element.get("encoding") == "base64":
        return True
    return name_of(element) in _DROPPED or _DROPPED_IN_PAGES.fullmatch(str(element.tag)) is not None


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for an entity."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _title_of(root: etree._Element) -> str:
    found = (element for name in _DOCUMENT_TITLES for element in root.iter(f"{{*}}{name}"))
    return next((text for element in found if (text := " ".join("".join(_texts(element)).split()))), "")
