"""Reader of Visio drawings since 2013 ([MS-VSDX]): texts and data of shapes, and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder, is_telling, tell_attachments
from findling.extraction.xml_parts import attribute, local
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from findling.extraction.source import Source

_DOCUMENT = "visio/document.xml"
_PAGES, _MASTERS, _COMMENTS = "visio/pages/pages.xml", "visio/masters/masters.xml", "visio/comments.xml"
_TREE_LIMIT = 16 * limits.MEGABYTE
"""Bytes of a part; its tree takes ten times that in memory."""

# Names that the program gives: "Page-1", "Zeichenblatt-1", "VBackground-1".
_NUMBERED = re.compile(r"\w+[- ]\d+", re.UNICODE)
# 2.2.6.1: page numbers, dates and names of the file in a header or footer.
_CODE = re.compile(r"&[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Page or master: its number, its name, and the part that holds its shapes."""

    number: str
    name: str
    part: str


@dataclass(slots=True)
class _Drawing:
    """Shapes of the masters, whose texts those on pages take over.

    Attributes:
        failed: how many pages could not be read.
    """

    masters: dict[str, dict[str, etree._Element]] = field(default_factory=dict)
    failed: int = 0


def read(source: Source) -> Extraction:
    """Read a .vsdx, .vsdm, .vstx or .vssx file; `page` is the number of the drawing page.

    Raises:
        ExtractionError: `DAMAGED` or `NO_TEXT`.
    """
    return package.read_or_repair(source.data, lambda data: _read(data, source))


def _read(data: bytes, source: Source) -> Extraction:
    builder = TextBuilder()
    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        embedded = package.list_embedded(archive)
        drawing = _read_masters(archive, source)
        pages = _list_sheets(archive, _PAGES, "Page")
        comments = _read_comments(archive)
        for number, page in enumerate(pages, start=1):
            source.beat()
            _add_page(builder, archive, page, number, drawing)
            for text in comments.get(page.number, ()):
                builder.add(text, page=number)
        if not pages:
            # A collection of shapes has no pages.
            for shapes in drawing.masters.values():
                for shape in shapes.values():
                    builder.add(_own_text(shape) or "")
        builder.add("\n".join(filter(is_telling, _read_margins(archive))), BlockKind.META)
    if not drawing.failed:
        return tell_attachments(builder.finish(FileKind.VSDX, title, pages=len(pages) or None), embedded)
    read = len(pages) - drawing.failed
    reason = Reason.PARTLY_READ if read else Reason.DAMAGED
    detail = FileMessage.PAGES_READ(read=read, all=len(pages))
    return builder.finish(FileKind.VSDX, title, pages=len(pages), reason=reason, detail=detail)


def _parse(archive: zipfile.ZipFile, name: str) -> etree._Element:
    return package.parse_part(limits.read_member(archive, name, limit=_TREE_LIMIT))


def _list_sheets(archive: zipfile.ZipFile, name: str, tag: str) -> list[_Sheet]:
    """Return the pages or the masters, in the order in which they are listed."""
    if name not in archive.namelist():
        return []
    targets = {each.id: each.target for each in package.relationships(archive, name) if not each.is_external}
    sheets = []
    for element in _parse(archive, name).iterfind(f"{{*}}{tag}"):
        relation = element.find("{*}Rel")
        part = targets.get(attribute(relation, "id"), "") if relation is not None else ""
        sheets.append(_Sheet(attribute(element, "ID"), attribute(element, "Name"), part))
    return sheets


def _read_masters(archive: zipfile.ZipFile, source: Source) -> _Drawing:
    drawing = _Drawing()
    for master in _list_sheets(archive, _MASTERS, "Master"):
        source.beat()
        try:
            shapes = list(_parse(archive, master.part).iter("{*}Shape"))
        except ExtractionError as error:
            if error.reason not in (Reason.DAMAGED, Reason.UNPACKS_TOO_LARGE):
                raise
            continue
        drawing.masters[master.number] = {attribute(shape, "ID"): shape for shape in shapes}
    return drawing


def _add_page(builder: TextBuilder, archive: zipfile.ZipFile, page: _Sheet, number: int, drawing: _Drawing) -> None:
    if page.name and not _NUMBERED.fullmatch(page.name):
        builder.add(page.name, BlockKind.HEADING, level=1, page=number, breaks=True)
    try:
        root = _parse(archive, page.part)
    except ExtractionError as error:
        if error.reason not in (Reason.DAMAGED, Reason.UNPACKS_TOO_LARGE):
            raise
        drawing.failed += 1
        return
    for shapes in root.iterfind("{*}Shapes"):
        for text in _read_shapes(shapes, {}, drawing):
            builder.add(text, page=number)


def _read_shapes(shapes: etree._Element, around: Mapping[str, etree._Element], drawing: _Drawing) -> Iterator[str]:
    """Yield the texts of shapes and of those within groups, which libxml2 keeps from going deep.

    Args:
        shapes: what holds them.
        around: shapes of the master that the group is of, by their numbers.
        drawing: has the masters.
    """
    for shape in shapes.iterfind("{*}Shape"):
        if attribute(shape, "Del") == "1":
            continue  # was taken out of what the master has
        family = around
        if master := attribute(shape, "Master"):
            family = drawing.masters.get(master, {})
            model = next(iter(family.values()), None)
        else:
            model = family.get(attribute(shape, "MasterShape"))
        text = _own_text(shape)
        yield (_own_text(model) or "" if model is not None else "") if text is None else text
        yield from _read_data(shape, model)
        for inner in shape.iterfind("{*}Shapes"):
            yield from _read_shapes(inner, family, drawing)


def _own_text(shape: etree._Element) -> str | None:
    """Return the text of a shape itself; None where it takes that of its master."""
    found = shape.find("{*}Text")
    return "".join(map(str, found.itertext())) if found is not None else None


def _read_data(shape: etree._Element, model: etree._Element | None) -> Iterator[str]:
    """Yield the data of a shape that are texts (2.2.5.3.1), each with its label."""
    labels = {name: cells.get("Label", "") for name, cells in _read_rows(model)} if model is not None else {}
    for name, cells in _read_rows(shape):
        value = cells.get("Value", "")
        if value and cells.get("Unit") == "STR":
            yield f"{cells.get('Label') or labels.get(name) or name}: {value}"


def _read_rows(shape: etree._Element) -> Iterator[tuple[str, dict[str, str]]]:
    for section in shape.iterfind("{*}Section[@N='Property']"):
        for row in section.iterfind("{*}Row"):
            cells = {attribute(cell, "N"): cell for cell in row.iterfind("{*}Cell")}
            values = {name: attribute(cell, "V") for name, cell in cells.items()}
            unit = attribute(cells["Value"], "U") if "Value" in cells else ""
            yield attribute(row, "N"), {**values, "Unit": unit}


def _read_comments(archive: zipfile.ZipFile) -> dict[str, list[str]]:
    """Return the comments by the numbers of their pages."""
    comments: dict[str, list[str]] = {}
    if _COMMENTS in archive.namelist():
        for entry in _parse(archive, _COMMENTS).iter("{*}CommentEntry"):
            comments.setdefault(attribute(entry, "PageID"), []).append("".join(map(str, entry.itertext())))
    return comments


def _read_margins(archive: zipfile.ZipFile) -> list[str]:
    """Return the texts of headers and footers."""
    if _DOCUMENT not in archive.namelist():
        return []
    margins = (part for each in _parse(archive, _DOCUMENT).iterfind("{*}HeaderFooter") for part in each if local(part))
    return [" ".join(_CODE.sub("", str(each.text or "")).split()) for each in margins]
