"""SVG pictures in documents: measured by their root element, drawn by resvg.

They are drawn in the parser, whose time, memory and rights are bounded, so that one made to do harm costs itself alone.
Windows' own drawings (WMF, EMF) are not drawn: outside Windows nothing that is maintained and permissive does it, and
what stands in their place is their alternative text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.previews.preview_protocol import PIXEL_LIMIT
from findling.extraction.xml_parts import make_parser

if TYPE_CHECKING:
    from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_SIGN = re.compile(rb"<(?:[\w.-]{1,50}:)?svg[\s>]")
_BEGINNING = 8 * 1024
"""Bytes within which the root element stands, behind what programs write about themselves."""

_LARGEST = 8 * 2**20
_LENGTH = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*(px|pt|pc|mm|cm|in)?\s*")
# CSS Values and Units 4, 6.2: absolute lengths in pixels.
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_DEFAULT_SIZE = 300.0, 150.0
"""Pixels across and down of what says nothing (CSS 2.2, 10.3.2)."""

_SERIF = ("Times New Roman", "Liberation Serif", "DejaVu Serif", "Noto Serif", "DejaVu Sans", "Noto Sans")
_SANS_SERIF = ("Arial", "Liberation Sans", "DejaVu Sans", "Noto Sans", "DejaVu Serif")
_MONOSPACE = ("Courier New", "Liberation Mono", "DejaVu Sans Mono", "Noto Sans Mono")
_LINKS = ("href", "{http://www.w3.org/1999/xlink}href")
# Pixels that the picture holds itself; an SVG in an SVG could go on for ever.
_HELD = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)


def is_vector_picture(head: bytes) -> bool:
    """Return whether these bytes begin an SVG that can be drawn here."""
    beginning = head[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")
    return beginning.startswith(b"<") and _SIGN.search(beginning) is not None and find_spec("resvg_py") is not None


def measure_vector_picture(head: bytes) -> tuple[float, float]:
    """Return width and height in pixels, by the first bytes of a picture.

    Raises:
        ExtractionError: `DAMAGED` if the root element does not stand in them.
    """
    from lxml import etree

    parser = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        parser.feed(head)
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    for _, root in parser.read_events():
        if isinstance(root, etree._Element):
            return _measure(root)
    raise ExtractionError(Reason.DAMAGED, "SVG")


def draw_vector_picture(data: bytes, width: int, height: int) -> bytes:
    """Draw a picture as PNG of a size in pixels; only the system's fonts are loaded for it.

    Raises:
        ExtractionError: `DAMAGED`, `TOO_LARGE`, or `UNSUPPORTED` where there is no resvg.
    """
    from lxml import etree

    if len(data) > _LARGEST or width * height > PIXEL_LIMIT:
        raise ExtractionError(Reason.TOO_LARGE, "SVG")
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:  # no wheel for this system
        raise ExtractionError(Reason.UNSUPPORTED, "SVG") from error
    try:
        # libxml2's limit on depth keeps from resvg what would overflow its stack.
        root = etree.fromstring(data, make_parser())
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    has_text = _close(root)
    try:
        drawn = svg_to_bytes(
            svg_string=etree.tostring(root, encoding="unicode"),
            width=width,
            height=height,
            # To read what fonts the system has takes time.
            skip_system_fonts=not has_text,
            serif_family=_choose_family(_SERIF) if has_text else None,
            sans_serif_family=_choose_family(_SANS_SERIF) if has_text else None,
            monospace_family=_choose_family(_MONOSPACE) if has_text else None,
        )
    except ValueError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    return bytes(drawn)


@cache
def _choose_family(names: tuple[str, ...]) -> str:
    """Return the first of these fonts that is here; without one, resvg draws no letters.

    What fonts there are, resvg does not tell; it is seen by whether a letter leaves ink.
    """
    return next((name for name in names if _draw_letter(name) != _draw_letter("")), names[0])


def _draw_letter(family: str) -> bytes:
    from resvg_py import svg_to_bytes

    letter = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">M</text></svg>'
    return bytes(svg_to_bytes(svg_string=letter, font_family=family, serif_family=family))


def _close(root: etree._Element) -> bool:
    """Take out what leads outside; return whether there is text."""
    has_text = False
    for element in root.iter("*"):
        has_text = has_text or element.tag == f"{_SVG}text"
        for link in _LINKS:
            if not _HELD.match(element.get(link, "#")):
                del element.attrib[link]
    return has_text


def _measure(root: etree._Element) -> tuple[float, float]:
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise ExtractionError(Reason.DAMAGED, "SVG")
    box = re.findall(r"-?\d{1,9}(?:\.\d{1,9})?", root.get("viewBox", ""))
    across, down = (float(box[2]), float(box[3])) if len(box) == 4 else _DEFAULT_SIZE
    width, height = _find_length(root, "width"), _find_length(root, "height")
    if min(across, down) <= 0:
        across, down = _DEFAULT_SIZE
    if width and height:
        return width, height
    # The side that is not said follows from the proportions.
    scale = width / across if width else height / down if height else 1
    return across * scale, down * scale


def _find_length(root: etree._Element, side: str) -> float:
    """Return a side in pixels; 0 where it is not said, or as a share of what is around."""
    found = _LENGTH.fullmatch(root.get(side, ""))
    return float(found[1]) * _PIXELS[found[2] or "px"] if found else 0
