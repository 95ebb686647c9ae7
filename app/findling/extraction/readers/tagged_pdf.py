"""Texts of a PDF on no page: what its tags say of pictures, and entries in XFA forms."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium_c

from findling.errors import ExtractionError
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.package import parse_part
from findling.extraction.xml_parts import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pypdfium2 as pdfium
    from lxml import etree

_MOST = 20_000
"""Elements of one page's tags that are looked at."""

_PACKETS = 100
_TEMPLATE, _DATA = "template", "datasets"
_VALUES = "http://www.xfa.org/schema/xfa-data/1.0/"
# Of links it is the address, as a rule; of tables and texts it would be there twice.
_TOLD = frozenset({"Figure", "Formula", "Form", "Diagram", "Chart", "Image", "Shape", "InlineShape", "Media"})


def read_descriptions(page: pdfium.PdfPage) -> list[str]:
    """Return what is said of the pictures on a page (ISO 32000-1, 14.9.3), each once."""
    tree = pdfium_c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        count = pdfium_c.FPDF_StructTree_CountChildren(tree)
        waiting = [pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, at) for at in reversed(range(min(count, _MOST)))]
        return list(dict.fromkeys(filter(None, _walk(waiting))))
    finally:
        pdfium_c.FPDF_StructTree_Close(tree)


def _walk(waiting: list[pdfium_c.FPDF_STRUCTELEMENT]) -> Iterator[str]:
    for _ in range(_MOST):
        if not waiting:
            return
        element = waiting.pop()
        if not element:
            continue
        alternative = _read(pdfium_c.FPDF_StructElement_GetAltText, element)
        if alternative and _read(pdfium_c.FPDF_StructElement_GetType, element) in _TOLD:
            yield read_alternative_text(alternative)
            continue
        count = min(pdfium_c.FPDF_StructElement_CountChildren(element), _MOST)
        waiting += [pdfium_c.FPDF_StructElement_GetChildAtIndex(element, at) for at in reversed(range(count))]


def _read(get: Callable[..., int], element: pdfium_c.FPDF_STRUCTELEMENT) -> str:
    size = get(element, None, 0)
    if size <= 2:  # a zero that ends it
        return ""
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)
    return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0].strip()


def read_form_data(document: pdfium.PdfDocument) -> list[str]:
    """Return captions and values of an XFA form (XML Forms Architecture 3.3), each once.

    PDFium shows of such a form what programs without XFA show: a page that asks for another program.
    """
    if document.get_formtype() not in (pdfium_c.FORMTYPE_XFA_FULL, pdfium_c.FORMTYPE_XFA_FOREGROUND):
        return []
    packets = {_TEMPLATE: b"", _DATA: b""}
    for at in range(min(pdfium_c.FPDF_GetXFAPacketCount(document), _PACKETS)):
        name, content = _read_packet(document, at)
        packets |= {name: content} if name in packets else {}
        packets |= _split(content) if name not in packets else {}
    lines = (*_lines(packets[_TEMPLATE], _is_caption), *_lines(packets[_DATA], _is_value))
    return list(dict.fromkeys(filter(None, lines)))


def _read_packet(document: pdfium.PdfDocument, at: int) -> tuple[str, bytes]:
    size = pdfium_c.FPDF_GetXFAPacketName(document, at, None, 0)
    name = ctypes.create_string_buffer(max(size, 1))
    pdfium_c.FPDF_GetXFAPacketName(document, at, name, size)
    length = ctypes.c_ulong()
    if not pdfium_c.FPDF_GetXFAPacketContent(document, at, None, 0, length):
        return "", b""
    content = ctypes.create_string_buffer(max(length.value, 1))
    pdfium_c.FPDF_GetXFAPacketContent(document, at, content, length.value, length)
    return name.value.decode("latin-1"), content.raw[: length.value]


def _split(content: bytes) -> dict[str, bytes]:
    """Return the packets of a form that is stored as one document."""
    from lxml import etree

    try:
        root = parse_part(content)
    except ExtractionError:
        return {}
    return {local(each): etree.tostring(each) for each in root if local(each) in (_TEMPLATE, _DATA)}


def _lines(content: bytes, is_told: Callable[[etree._Element], bool]) -> Iterator[str]:
    if not content:
        return
    try:
        root = parse_part(content)
    except ExtractionError:
        return
    yield from (" ".join("".join(map(str, each.itertext())).split()) for each in root.iter() if is_told(each))


def _is_caption(element: etree._Element) -> bool:
    """Return whether an element of a template is a text that the form shows."""
    return (
        local(element) in ("text", "exData") and next(element.iterancestors("{*}caption", "{*}draw"), None) is not None
    )


def _is_value(element: etree._Element) -> bool:
    return (
        bool(local(element))
        and not len(element)
        and next(element.iterancestors(f"{{{_VALUES}}}data"), None) is not None
    )
