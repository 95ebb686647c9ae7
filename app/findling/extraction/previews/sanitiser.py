"""Sanitiser of untrusted HTML: keeps text, structure, links, and drops what acts or fetches."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser, LexborNode

from findling.extraction.previews.preview_protocol import MARKUP_ROOM, SHOWN_TEXT_LIMIT, TABLE_ROWS
from findling.extraction.readers.html_text import DROPPED, PICTURES, picture_address, picture_size, walk_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    NumberPicture = Callable[[str, float, float], int]

_KEPT_NAMES = """
    h1 h2 h3 h4 h5 h6 p div blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr td th
    b strong i em u s del ins code kbd samp var sub sup small mark a
"""
_KEPT = frozenset(_KEPT_NAMES.split())
_EMPTY = frozenset({"br", "hr"})
_BLOCK_NAMES = """
    address article aside center details dialog dir fieldset figcaption figure footer form header hgroup legend main
    menu nav optgroup option section select summary text
"""
_RENAMED = {
    **dict.fromkeys(_BLOCK_NAMES.split(), "div"),
    **dict.fromkeys(("listing", "xmp", "plaintext", "textarea"), "pre"),
    "strike": "s",
    # The name of a drawing.
    **dict.fromkeys(("title", "desc"), "small"),
}
"""Elements written as others; any further element is replaced by its content."""
_TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})

_LARGEST_SIGN = 64
"""Pixels across up to which a picture is a sign in a line of text."""

_DEPTH = 60
"""Elements inside each other; what is deeper loses its structure and keeps its text."""
_SPAN = 50
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20]+", re.IGNORECASE)
_ADDRESS_LIMIT = 2_000
_LANGUAGE = re.compile(r"language-[\w+#.-]{1,40}", re.ASCII)
_NUMBER = re.compile(r"[1-9]\d?", re.ASCII)
# What is no character of HTML, and what could not be sent.
_JUNK = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def sanitise(markup: str, number: NumberPicture | None = None) -> tuple[str, bool]:
    """Keep the listed elements of a page or a fragment, with next to no attributes.

    Links keep addresses of the web and of mail, code the name of its language, cells how far they reach; pictures
    become their number, and their description in brackets. A table that holds another one is layout, and becomes the
    text in it.

    Args:
        markup: the page.
        number: returns the number of a picture, given its address there and its width and height in pixels, which are
            0 where it has none; 0 if it is not to be shown. None where no pictures are shown.

    Returns:
        The HTML, and whether it was cut at `TEXT_LIMIT` characters of text or `MARKUP_ROOM` in all.

    Raises:
        ExtractionError: `TOO_MANY_PARTS` beyond `limits.HTML_NODES`.
    """
    tree = LexborHTMLParser(markup)
    writer = _Writer(_find_layout(tree), number)
    if tree.root is not None:
        for node, enters in walk_nodes(tree.root):
            if writer.full:
                break
            if enters:
                writer.enter(node)
            else:
                writer.leave()
    return writer.finish(), writer.full


def picture_tag(number: int, description: str) -> str:
    """Return the element that stands for a picture of the document."""
    return f'<img src="picture:{number}" alt="{escape(_JUNK.sub("", description))}">'


def _find_layout(tree: LexborHTMLParser) -> frozenset[int]:
    """Return the ids of the tables that hold another one."""
    return frozenset(outer.mem_id for inner in tree.css("table table") for outer in _tables_above(inner))


def _tables_above(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the nearest table around a node; those further out are above that one, in turn."""
    above = node.parent
    while above is not None:
        if above.tag == "table":
            yield above
            return
        above = above.parent


class _Writer:
    """Writes the kept elements, and closes those that it opened.

    Attributes:
        full: no more text is taken.
    """

    def __init__(self, layout: frozenset[int], number: NumberPicture | None) -> None:
        self._layout = layout
        self._number = number
        self._tables: list[bool] = []
        self._rows = 0
        self._open: list[str] = []
        self._parts: list[str] = []
        self._letters = 0
        self._length = 0
        self.full = False

    def enter(self, node: LexborNode) -> None:
        """Write the beginning of a node, which is left again."""
        tag = node.tag or ""
        name = "" if node.is_text_node or tag in DROPPED else self._name(tag, node)
        if tag == "table":
            self._tables.append(node.mem_id in self._layout)
            self._rows = 0
        elif name == "tr":
            self._begin_row()
        self._open.append(f"/{tag}" if tag == "table" and not name else name)
        if node.is_text_node:
            self._write(node.text_content or "")
        elif tag in PICTURES:
            self._show_picture(node)
        elif tag in _EMPTY:
            self._put(f"<{tag}>")
        elif name:
            self._put(f"<{name}{''.join(_attributes(name, node))}>")

    def leave(self) -> None:
        """Write the end of the node that was entered last."""
        if not self._open:
            return
        name = self._open.pop()
        if name in ("table", "/table"):
            self._tables.pop()
        if name and not name.startswith("/"):
            self._put(f"</{name}>")

    def _show_picture(self, node: LexborNode) -> None:
        """Write a picture by its number, and its description: words by which it may have been found."""
        described = " ".join((node.attributes.get("alt") or "").split())
        width, height = picture_size(node)
        number = self._number(picture_address(node), width, height) if self._number is not None else 0
        if number:
            self._put(picture_tag(number, described))
        if described:
            # A mark on words beside a picture would be as high as that.
            self._put("<br>" if number and not 0 < width <= _LARGEST_SIGN else "")
            self._write(f" [{described}] ")

    def finish(self) -> str:
        """Close what is still open, and return the HTML."""
        while self._open:
            self.leave()
        return "".join(self._parts)

    def _name(self, tag: str, node: LexborNode) -> str:
        """Return the name that an element is written with; "" if only its content is."""
        name = _RENAMED.get(tag, tag)
        if name not in _KEPT or len(self._open) > _DEPTH * 3 or sum(map(bool, self._open)) > _DEPTH:
            return ""
        if name in _TABLE_PARTS and self._is_layout(node):
            return "" if name in ("table", "tbody") else "div"
        return name

    def _is_layout(self, node: LexborNode) -> bool:
        if node.tag == "table":
            return node.mem_id in self._layout
        return not self._tables or self._tables[-1]

    def _begin_row(self) -> None:
        """Begin another table if this one grows too long."""
        self._rows += 1
        if self._rows > TABLE_ROWS and "table" in self._open:
            self._rows = 1
            around = self._open[len(self._open) - 1 - self._open[::-1].index("table") :]
            kept = [name for name in around if name]
            self._put("".join([f"</{name}>" for name in reversed(kept)] + [f"<{name}>" for name in kept]))

    def _write(self, text: str) -> None:
        room = SHOWN_TEXT_LIMIT - self._letters
        self.full |= len(text) > room
        text = _JUNK.sub("", text[:room])
        self._letters += len(text)
        self._put(escape(text, quote=False))

    def _put(self, markup: str) -> None:
        self._parts.append(markup)
        self._length += len(markup)
        self.full |= self._length > MARKUP_ROOM


def _attributes(name: str, node: LexborNode) -> Iterator[str]:
    """Yield the attributes that an element of this name keeps, each after a space."""
    wanted = node.attributes
    match name:
        case "a":
            address = (wanted.get("href") or "").strip()
            if len(address) <= _ADDRESS_LIMIT and _ADDRESS.fullmatch(address) and not _JUNK.search(address):
                yield f' href="{escape(address)}"'
        case "code":
            language = next(filter(_LANGUAGE.fullmatch, (wanted.get("class") or "").split()), None)
            yield f' class="{language}"' if language else ""
        case "td" | "th":
            for reach in ("colspan", "rowspan"):
                count = wanted.get(reach) or ""
                yield f' {reach}="{count}"' if _NUMBER.fullmatch(count) and int(count) <= _SPAN else ""
    direction = (wanted.get("dir") or "").lower()
    yield f' dir="{direction}"' if direction in ("ltr", "rtl") else ""
