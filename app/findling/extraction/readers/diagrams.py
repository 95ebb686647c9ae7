"""Reader of Visio drawings since 2013 ([MS-VSDX]): texts and data of shapes, and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TEXT_LIMIT, TextBuilder, clean, is_telling, tell_attachments
from findling.extraction.xml_parts import attribute, local
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from findling.extraction.source import Source
    from findling.messages.notice import Notice

_DOCUMENT = "visio/document.xml"
_PAGES, _MASTERS, _COMMENTS = "visio/pages/pages.xml", "visio/masters/masters.xml", "visio/comments.xml"
_TREE_LIMIT = 16 * limits.MEGABYTE
"""Bytes of a part; its tree takes ten times that in memory."""

# Names that the program gives: "Page-1", "Zeichenblatt-1", "VBackground-1"; "Floor 2" is somebody's.
_NUMBERED = re.compile(r"\w+ ?- ?\d+")
_NUMBER = re.compile(r"[-+0-9.eE]*")
# 2.2.6.1: page numbers, dates and names of the file in a header or footer.
_CODE = re.compile(r"&[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Page or master: its number, its name if somebody gave it, and the part of its shapes."""

    number: str
    name: str
    part: str


@dataclass(frozen=True, slots=True)
class _Model:
    """Text and data of a shape of a master, without the markup, of ten times the memory.

    Attributes:
        text: its own, or "".
        labels, values: of its data, by their names; `values` are those that are texts.
    """

    text: str
    labels: Mapping[str, str]
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """One of a shape's data.

    Attributes:
        value: None where it has that of its master, "" where it is no text.
    """

    label: str
    value: str | None
    is_deleted: bool


_NO_MODEL = _Model("", MappingProxyType({}), MappingProxyType({}))


@dataclass(slots=True)
class _Drawing:
    """Shapes of the masters, whose texts and data those on pages take over.

    Attributes:
        masters: their shapes by number, the first of which is the outermost.
        failed: how many pages could not be read.
        fault: why a master could not be read; None if all could.
        told: data of masters that the page at hand has said.
    """

    masters: dict[str, dict[str, _Model]] = field(default_factory=dict)
    failed: int = 0
    fault: Notice | None = None
    told: set[str] = field(default_factory=set)


def read(source: Source) -> Extraction:
    """Read a .vsdx, .vsdm, .vstx or .vssx file; `page` is the number of the drawing page.

    Raises:
        ExtractionError: `DAMAGED`, `NO_TEXT`, or `TOO_MANY_PARTS` beyond `limits.PDF_PAGES`.
    """
    return package.read_or_repair(source.data, lambda data: _read(data, source))


def _read(data: bytes, source: Source) -> Extraction:
    builder = TextBuilder()
    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        embedded = package.list_embedded(archive)
        drawing = _read_masters(archive, source)
        pages = _list_sheets(archive, _PAGES, "Page")
        if (count := len(pages)) > limits.PDF_PAGES:
            detail = FileMessage.TOO_MANY_PAGES(count=count, limit=limits.PDF_PAGES)
            raise ExtractionError(Reason.TOO_MANY_PARTS, detail)
        comments = _read_comments(archive)
        for number, page in enumerate(pages, start=1):
            source.beat()
            _add_page(builder, archive, page, number, drawing)
            for text in comments.pop(page.number, ()):
                builder.add(text, page=number)
            if builder.full:
                break
        for text in (text for left in comments.values() for text in left):
            builder.add(text)
        if not pages:
            # A collection of shapes has no pages.
            for model in (model for models in drawing.masters.values() for model in models.values()):
                builder.add(model.text)
        builder.add("\n".join(filter(is_telling, _read_margins(archive))), BlockKind.META)
    if drawing.fault is not None and not drawing.failed:
        return builder.finish(FileKind.VSDX, title, pages=len(pages), reason=Reason.PARTLY_READ, detail=drawing.fault)
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
        called = attribute(element, "Name")
        if _NUMBERED.fullmatch(called) and attribute(element, "IsCustomName") != "1":
            called = ""
        sheets.append(_Sheet(attribute(element, "ID"), called, part))
    return sheets


def _read_masters(archive: zipfile.ZipFile, source: Source) -> _Drawing:
    """Return the texts and data of the masters, up to the length that a text may have.

    Why there is more that could not be read is told.
    """
    drawing = _Drawing()
    length = 0
    for master in _list_sheets(archive, _MASTERS, "Master"):
        source.beat()
        try:
            shapes = list(_parse(archive, master.part).iter("{*}Shape"))
        except ExtractionError as error:
            if error.reason not in (Reason.DAMAGED, Reason.UNPACKS_TOO_LARGE):
                raise
            drawing.fault = FileMessage.FILE_DAMAGED() if error.reason == Reason.DAMAGED else error.detail
            continue
        models = {attribute(shape, "ID"): _describe_model(shape) for shape in shapes}
        length += sum(map(_measure, models.values()))
        if length > TEXT_LIMIT:
            drawing.fault = FileMessage.CHARACTERS(limit=TEXT_LIMIT)
            break
        drawing.masters[master.number] = models
    return drawing


def _describe_model(shape: etree._Element) -> _Model:
    text = clean(_own_text(shape) or "")
    if shape.find("{*}Section") is None:
        return replace(_NO_MODEL, text=text) if text else _NO_MODEL
    rows = dict(_read_rows(shape))
    labels = {name: row.label for name, row in rows.items() if row.label}
    values = {name: row.value for name, row in rows.items() if row.value}
    return _Model(text, labels, values)


def _measure(model: _Model) -> int:
    """Return the characters that a model keeps."""
    named = (*model.labels.items(), *model.values.items())
    return len(model.text) + sum(len(name) + len(value) for name, value in named)


def _add_page(builder: TextBuilder, archive: zipfile.ZipFile, page: _Sheet, number: int, drawing: _Drawing) -> None:
    if page.name:
        builder.add(page.name, BlockKind.HEADING, level=1, page=number, breaks=True)
    try:
        root = _parse(archive, page.part)
    except ExtractionError as error:
        if error.reason not in (Reason.DAMAGED, Reason.UNPACKS_TOO_LARGE):
            raise
        drawing.failed += 1
        return
    drawing.told.clear()
    for shapes in root.iterfind("{*}Shapes"):
        for text in _read_shapes(shapes, {}, drawing):
            builder.add(text, page=number)
            if builder.full:
                return


def _read_shapes(shapes: etree._Element, around: Mapping[str, _Model], drawing: _Drawing) -> Iterator[str]:
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
            model = next(iter(family.values()), _NO_MODEL)
        else:
            model = family.get(attribute(shape, "MasterShape"), _NO_MODEL)
        text = _own_text(shape)
        yield model.text if text is None else text
        yield from _read_data(shape, model, drawing)
        for inner in shape.iterfind("{*}Shapes"):
            yield from _read_shapes(inner, family, drawing)


def _own_text(shape: etree._Element) -> str | None:
    """Return the text of a shape itself; None where it takes that of its master."""
    found = shape.find("{*}Text")
    return "".join(map(str, found.itertext())) if found is not None else None


def _read_data(shape: etree._Element, model: _Model, drawing: _Drawing) -> Iterator[str]:
    """Yield the data of a shape that are texts (2.2.5.3.1), each with its label.

    Those that it has of its master as they are there come once a page.
    """
    own = dict(_read_rows(shape))
    for name, row in own.items():
        value = model.values.get(name, "") if row.value is None else row.value
        if value and not row.is_deleted:
            yield f"{row.label or model.labels.get(name) or name}: {value}"
    for name, value in model.values.items():
        line = f"{model.labels.get(name) or name}: {value}"
        if name not in own and line not in drawing.told:
            drawing.told.add(line)
            yield line


def _read_rows(shape: etree._Element) -> Iterator[tuple[str, _Row]]:
    for section in shape.iterfind("{*}Section[@N='Property']"):
        for row in section.iterfind("{*}Row"):
            cells = {attribute(cell, "N"): cell for cell in row.iterfind("{*}Cell")}
            label = attribute(cells["Label"], "V") if "Label" in cells else ""
            value = _read_value(cells["Value"]) if "Value" in cells else None
            yield attribute(row, "N"), _Row(label, value, attribute(row, "Del") == "1")


def _read_value(cell: etree._Element) -> str:
    """Return a value that is a text, as its unit says or, without one, its letters do; else ""."""
    value, unit = attribute(cell, "V"), attribute(cell, "U")
    return value if unit == "STR" or (not unit and _NUMBER.fullmatch(value) is None) else ""


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
