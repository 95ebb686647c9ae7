"""OpenDocument in one part (.fodt and kin), made a package (version 1.3, part 3, 3.1.2)."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.xml_parts import drop_surrogates, make_parser

if TYPE_CHECKING:
    from lxml import etree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_PARTS = {
    package.ODF_CONTENT: ("document-content", ("scripts", "font-face-decls", "automatic-styles", "body")),
    "styles.xml": ("document-styles", ("styles", "master-styles")),
    "meta.xml": ("document-meta", ("meta",)),
}


def unflatten(data: bytes) -> tuple[bytes, bool]:
    """Return a package, and whether its one part was damaged; a zip stays as it is.

    Raises:
        ExtractionError: `Reason.DAMAGED` if nothing of it can be parsed.
    """
    if data.startswith(b"PK"):
        return data, False
    root, is_damaged = _parse(data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", root.get(f"{_OFFICE}mimetype", ""))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        _take_out(root, archive)
        for name, (tag, children) in _PARTS.items():
            archive.writestr(name, _make_part(root, tag, children))
    return packed.getvalue(), is_damaged


def _parse(data: bytes) -> tuple[etree._Element, bool]:
    from lxml import etree

    if len(data) > limits.ZIP_PART:
        raise ExtractionError(Reason.TOO_LARGE)
    try:
        return etree.fromstring(data, make_parser()), False
    except etree.XMLSyntaxError as error:
        try:
            root = etree.fromstring(drop_surrogates(data), make_parser(recover=True))
        except etree.XMLSyntaxError:
            root = None
        if root is None:
            raise ExtractionError(Reason.DAMAGED, str(error)) from error
        return root, True


def _take_out(root: etree._Element, archive: zipfile.ZipFile) -> None:
    """Move pictures and other files into members that are linked to, as they are in a package."""
    for number, element in enumerate(list(root.iter(f"{_OFFICE}binary-data"))):
        holder = element.getparent()
        if holder is None:
            continue
        folder = "Pictures" if str(holder.tag).endswith("}image") else "Embedded"
        name = f"{folder}/{number}"
        try:
            content = base64.b64decode(element.text or "")
        except (binascii.Error, ValueError):
            content = b""
        archive.writestr(name, content)
        holder.set(_LINK, name)
        holder.remove(element)


def _make_part(root: etree._Element, tag: str, children: tuple[str, ...]) -> bytes:
    from lxml import etree

    part = etree.Element(f"{_OFFICE}{tag}", nsmap={prefix: uri for prefix, uri in root.nsmap.items() if prefix})
    for child in children:
        for element in root.findall(f"{_OFFICE}{child}"):
            part.append(element)
    return etree.tostring(part, encoding="UTF-8", xml_declaration=True)
