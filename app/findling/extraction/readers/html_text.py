"""Reader of HTML: a page's visible text as headings, paragraphs, items, table rows, code."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

from findling.domain.files import BlockKind, Extraction, PlacedPicture, Reason
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.readers.text_flow import Flow
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.extraction.source import Source

_DECLARED = re.compile(rb"""(?:charset\s*=\s*|<\?xml[^>]*encoding\s*=\s*)["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4096
"""Browsers look for the declaration in the first 1,024 bytes; pages with long comments put it later."""

_DROPPED_NAMES = """
    head script style template noscript iframe object embed canvas audio video datalist annotation annotation-xml
    -comment !doctype
"""
DROPPED = frozenset(_DROPPED_NAMES.split())
PICTURES = frozenset({"img", "svg"})
"""Elements that show a picture; a drawing may do nothing else, as the covers of books do."""
_PIXELS = re.compile(r"\s*(\d{1,5})(?:px)?\s*", re.ASCII)
_BLOCK_NAMES = """
    html body address article aside blockquote center details dialog dir div dl dt fieldset figcaption figure footer
    form frameset header hgroup hr legend main menu nav ol optgroup option p section select summary ul caption table
    thead tbody tfoot text
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("li", "dd"), BlockKind.ITEM),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext", "textarea"), BlockKind.CODE),
}

# Kinds of fields of forms that show their value, or that of a picture.
_SAYING = frozenset({"text", "search", "email", "tel", "url", "number", "date", "submit", "button", "reset", "image"})

# Of a drawing, like the text of a picture within a line.
_NAMES_OF_DRAWINGS = frozenset({"title", "desc"})

_WITHOUT_HINT = DROPPED | {"link", "meta", "base"}
_HINT_DEPTH = 5
"""Elements inside one another, at most, between a hint and the text that it may repeat."""

_XML_HEAD = re.compile(r"\s*<\?xml|<html[^>]+xmlns=", re.IGNORECASE)
# In scripts and style sheets it stands for browsers that know no XML.
_CHARACTERS = re.compile(r"<!\[CDATA\[(.*?)\]\]>(?!\s*(?:\*/|//)?\s*</(?:script|style))", re.DOTALL | re.IGNORECASE)
_EMPTY_ELEMENT = re.compile(
    r"""<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)([a-z][\w:-]*)"""
    r"""((?:[^<>"'/]|"[^"]*"|'[^']*'|/(?!>))*+)/>""",
    re.IGNORECASE,
)


def read(source: Source) -> Extraction:
    """Read a page; its title is its title element's, else its first top heading."""
    markup = decode(source.data, declared_encoding(source.data)).text
    builder = TextBuilder()
    title = add_html(builder, markup)
    if builder.empty:
        builder.add(title, BlockKind.HEADING, level=1)  # the rest may be made by scripts
    return builder.finish(FileKind.HTML, title)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding named in a meta element, or in an XML declaration."""
    found = _DECLARED.search(data, 0, _HEAD_BYTES)
    return found[1].decode("ascii") if found else None


def without_xml(markup: str) -> str:
    """Convert XHTML to HTML, where <title/> would open an endless title, and CDATA a comment."""
    if _XML_HEAD.search(markup, 0, _HEAD_BYTES):
        markup = _CHARACTERS.sub(lambda found: html.escape(found[1], quote=False), markup)
        return _EMPTY_ELEMENT.sub(r"<\1\2></\1>", markup)
    return markup


def add_html(
    builder: TextBuilder,
    markup: str,
    *,
    page: int | None = None,
    breaks: bool = False,
    resolve: Callable[[str], str] | None = None,
) -> str:
    """Add the blocks of HTML or XHTML, a page or a fragment; if it `breaks`, begin a part.

    Args:
        builder: takes them.
        markup: the page.
        page: its number.
        breaks: see above.
        resolve: returns what the document around the page calls a picture, given its address; "" if it has none such.
            None where pictures do not count.

    Returns:
        The title: the title element's, else Open Graph's, else the first h1's, else "".

    Raises:
        ExtractionError: `TOO_MANY_PARTS` beyond `limits.HTML_NODES`.
    """
    tree = LexborHTMLParser(without_xml(markup))
    flow = Flow(builder, page=page, breaks=breaks)
    if tree.root is not None:
        for node, enters in walk_nodes(tree.root):
            if enters:
                _open(node, flow)
                if hint := read_hint(node):
                    flow.add_aside(hint)
                if resolve is not None and node.tag in PICTURES and (address := resolve(picture_address(node))):
                    described = " ".join((node.attributes.get("alt") or "").split())
                    flow.add_picture(PlacedPicture(address, *picture_size(node), described))
            else:
                _close(node.tag or "", flow)
        flow.end_block()
    return _find_title(tree) or flow.first_heading


def picture_address(node: LexborNode) -> str:
    """Return the address of an element of `PICTURES`; "" for none, as of an empty drawing."""
    if node.tag != "svg":
        return (node.attributes.get("src") or "").strip()
    inner = node.css_first("image")
    return (inner.attributes.get("xlink:href") or inner.attributes.get("href") or "").strip() if inner else ""


def picture_size(node: LexborNode) -> tuple[float, float]:
    """Return an element's width and height in pixels; 0 where it has none, or relative ones."""
    if node.tag == "svg":
        return 0, 0
    wanted = (node.attributes.get(side) or "" for side in ("width", "height"))
    width, height = (int(found[1]) if (found := _PIXELS.fullmatch(value)) else 0 for value in wanted)
    return width, height


def _find_title(tree: LexborHTMLParser) -> str:
    element = tree.css_first("head > title")
    if element is not None and (title := " ".join(element.text().split())):
        return title
    graph = tree.css_first('meta[property="og:title"]')
    return " ".join((graph.attributes.get("content") or "").split()) if graph is not None else ""


def walk_nodes(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every node twice in document order: True before its children, False after them.

    Without recursion, since pages nest deeper than Python may; what is in elements of `DROPPED` is skipped.

    Raises:
        ExtractionError: `TOO_MANY_PARTS` beyond `limits.HTML_NODES`.
    """
    node: LexborNode | None = root
    depth = count = 0
    while node is not None:
        count += 1
        if count > limits.HTML_NODES:
            raise ExtractionError(Reason.TOO_MANY_PARTS, FileMessage.TOO_MANY_ELEMENTS(limit=limits.HTML_NODES))
        yield node, True
        child = None if node.is_text_node or node.tag in DROPPED else node.first_child
        if child is not None:
            node, depth = child, depth + 1
            continue
        yield node, False
        while depth > 0 and node.next is None and node.parent is not None:
            node, depth = node.parent, depth - 1
            yield node, False
        node = node.next if depth > 0 else None


def _open(node: LexborNode, flow: Flow) -> None:
    tag = node.tag or ""
    if node.is_text_node:
        flow.add_text(node.text_content or "")
    elif tag == "br":
        flow.break_line()
    elif tag in _NAMES_OF_DRAWINGS:
        flow.add_text(" ")
    elif words := read_attributes(tag, node.attributes):
        if tag in _BLOCKS:
            flow.begin_part()
        flow.add_text(f" {words} ")
    elif tag == "tr":
        flow.begin_row()
    elif tag in ("td", "th"):
        flow.begin_cell()
    elif tag in _KINDS:
        flow.begin_block(_KINDS[tag], level=int(tag[1]) if _KINDS[tag] is BlockKind.HEADING else 0)
    elif tag in _BLOCKS:
        flow.begin_part()


def read_attributes(tag: str, attributes: dict[str, str | None]) -> str:
    """Return what an element's attributes say: a picture's words, a field's value or name."""
    match tag:
        case "img" | "area":
            return read_alternative_text(attributes.get("alt") or "")
        case "input" if (attributes.get("type") or "text").lower() in _SAYING:
            return attributes.get("value") or read_alternative_text(attributes.get("alt") or "")
        case "optgroup" | "option":
            return attributes.get("label") or ""
    return ""


def read_hint(node: LexborNode) -> str:
    """Return what shows over an element, as a term in full; "" where it shows what stands there."""
    if node.tag in _WITHOUT_HINT or node.is_text_node or "title" not in (attributes := node.attributes):
        return ""
    hint = " ".join((attributes["title"] or "").split())
    is_page = "pagebreak" in f"{attributes.get('epub:type')} {attributes.get('role')}"
    if is_page or not any(map(str.isalpha, hint)):
        return ""
    shown = " ".join((attributes.get("alt") or _first_text(node)).split())
    return "" if shown == hint else hint


def _first_text(node: LexborNode) -> str:
    """Return the text that an element begins with, however it is set."""
    inner: LexborNode | None = node
    for _ in range(_HINT_DEPTH):
        inner = inner.first_child if inner is not None else None
        if inner is not None and inner.is_text_node:
            return inner.text_content or ""
    return ""


def _close(tag: str, flow: Flow) -> None:
    if tag == "tr":
        flow.end_row()
    elif tag in _NAMES_OF_DRAWINGS:
        flow.add_text(" ")
    elif tag in _BLOCKS:
        flow.end_part()
    elif tag in _KINDS or tag in ("td", "th"):
        flow.end_block()
