"""Audit of HTML: texts, and elements and attributes that are no text or not shown as such."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from selectolax.lexbor import LexborHTMLParser

from findling.domain.files import Unread
from findling.extraction.audits.text_audit import note_encoding
from findling.extraction.encoding import decode
from findling.extraction.readers.html_text import (
    DROPPED,
    declared_encoding,
    read_attributes,
    read_hint,
    without_xml,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from selectolax.lexbor import LexborNode

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_TEXTUAL = """
    html head body title address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption
    figure footer header hgroup hr legend main menu nav ol p section summary ul li caption table thead tbody tfoot tr
    td th colgroup col h1 h2 h3 h4 h5 h6 pre listing xmp plaintext br wbr a abbr acronym b bdi bdo big cite code data
    dfn em font i kbd mark nobr q rb rp rt rtc ruby samp small span strong sub sup time tt u var style link meta base
    img
"""
"""Elements that hold no more than their text, their attributes and their picture."""
_LOOKS = re.compile(
    r"(?:class|id|style|lang|xml:lang|dir|align|valign|width|height|border|cell\w+|colspan|rowspan|span|bgcolor"
    r"|background|color|face|size|name|rel|rev|target|charset|xmlns.*|media|sizes|role|tabindex|nowrap|clear|noshade"
    r"|frame|rules|headers|scope|hspace|vspace|link|vlink|alink|text|loading|decoding|data-\w.*|epub:.*|on\w+)\Z"
)
_HIDING = re.compile(r"content\s*:|url\(|display\s*:\s*none|visibility\s*:\s*hidden|line-through", re.IGNORECASE)
_MISSES = {
    **dict.fromkeys(("script", "noscript", "template", "iframe", "frame", "frameset", "slot"), Unread.SCRIPTS),
    **dict.fromkeys(("object", "embed", "applet", "audio", "video", "track", "param"), Unread.EMBEDDED),
    **dict.fromkeys(("picture", "source", "map", "area"), Unread.PICTURES),
    **dict.fromkeys(("svg", "math", "canvas"), Unread.DRAWINGS),
    **dict.fromkeys(("input", "button", "select", "option", "optgroup", "textarea", "datalist", "form"), Unread.FORMS),
    **dict.fromkeys(("output", "progress", "meter", "label", "keygen"), Unread.FORMS),
    **dict.fromkeys(("s", "strike", "del", "ins"), Unread.CHANGES),
}
_KNOWN = frozenset(_TEXTUAL.split())
_UNREAD = DROPPED - {"head", "style"}
# What no reader shows; the title is one in its own right.
_SILENT = frozenset({"head", "style"})
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_DATA = re.compile(r"data:[^,]*?(;base64)?,(.*)", re.DOTALL | re.IGNORECASE)


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:
    """Take the inventory of a page."""
    markup = decode(source.data, declared_encoding(source.data)).text
    note_encoding(markup, inventory)
    if extraction.text == extraction.title and not _has_text(markup):
        inventory.expect(extraction.title)
    add_markup(markup, inventory, title_in=extraction.text)


def _has_text(markup: str) -> bool:
    body = LexborHTMLParser(without_xml(markup)).body
    return body is not None and any(map(str.isalnum, body.text()))


def add_markup(
    markup: str, inventory: Inventory, *, title_in: str = "", find: Callable[[str], bytes | None] = lambda _: None
) -> None:
    """Add what is in HTML or XHTML.

    Args:
        markup: a page or a fragment.
        inventory: to which it is added.
        title_in: the text in which a title says nothing new.
        find: returns the bytes of a picture that lies beside the page, None where they are not to be had.
    """
    for comment in _COMMENT.findall(markup):
        inventory.add("comment", " ".join(comment.split()))
    root = LexborHTMLParser(without_xml(markup)).root
    for node in _nodes(root) if root is not None else ():
        if node.is_text_node:
            inventory.expect(node.text_content or "")
            continue
        _add_element(node, inventory, find)
        if node.tag == "title" and (title := " ".join(node.text().split())) not in title_in:
            inventory.add("title", title)


def _nodes(root: LexborNode) -> Iterator[LexborNode]:
    """Yield the nodes in document order, without what is in the head."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node.is_text_node or node.tag in _UNREAD:
            continue
        children = list(node.iter(include_text=True))
        if node.tag == "head":
            children = [child for child in children if not child.is_text_node]
        if node.tag not in ("style", "title"):
            waiting += reversed(children)


def _add_element(node: LexborNode, inventory: Inventory, find: Callable[[str], bytes | None]) -> None:
    tag = node.tag or ""
    attributes = node.attributes
    inventory.expect(f" {read_attributes(tag, attributes)} ", read_hint(node))
    if tag in _MISSES:
        inventory.miss(_MISSES[tag])
    elif tag not in _KNOWN and not tag.startswith(("-", "!")):
        inventory.add("element", tag)
    if tag == "style" and _HIDING.search(node.text()):
        inventory.miss(Unread.SCRIPTS)
    if tag == "img":
        _add_picture(attributes.get("src") or "", inventory, find)
    if tag == "a" and attributes.get("href"):
        inventory.add_link(attributes["href"] or "", node.text())
    if tag == "tr":
        cells = [child for child in node.iter() if child.tag in ("td", "th")]
        inventory.add_row([cell.text() for cell in cells])
    if tag not in ("meta", "link", "base"):
        _add_attributes(attributes, inventory)


def _add_attributes(attributes: dict[str, str | None], inventory: Inventory) -> None:
    for name, value in sorted(attributes.items()):
        if name in ("href", "src", "alt"):
            continue
        if not _LOOKS.match(name):
            inventory.add("attribute", name, value or "")
        elif (name == "style" and _HIDING.search(value or "")) or name == "background":
            inventory.miss(Unread.PICTURES if name == "background" else Unread.SCRIPTS)


def _add_picture(address: str, inventory: Inventory, find: Callable[[str], bytes | None]) -> None:
    if data := read_whole_address(address) or find(address):
        inventory.add_picture(data)
    else:
        inventory.miss(Unread.PICTURES)


def read_whole_address(address: str) -> bytes | None:
    """Return what is in an address of the scheme "data" (RFC 2397); None if it is none."""
    found = _DATA.match(address)
    if not found:
        return None
    content = unquote_to_bytes(found[2])
    try:
        return base64.b64decode(content) if found[1] else content
    except ValueError:
        return content
