"""Reader of presentations with python-pptx, slide by slide, in reading order."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from findling.domain.files import BlockKind, Extraction, PlacedPicture, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.document import TextBuilder, is_telling, tell_attachments
from findling.extraction.xml_parts import local
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator

    from lxml import etree
    from pptx.opc.package import Part
    from pptx.slide import Slide, SlideLayout

    from findling.extraction.source import Source

GROUP_DEPTH = 20
"""Groups inside groups that are followed."""

_EMU_PER_PIXEL = 914_400 / 96
"""English metric units (ISO/IEC 29500-1, 20.1.10.16) in 1/96 inch."""

_Piece: TypeAlias = "tuple[BlockKind, str] | PlacedPicture"

_DRAWN = ("/diagramData", "/chart", "/chartEx", "/comments", "/chartUserShapes")
_ON_CHARTS = ("/chartUserShapes",)
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# A shape that is to be filled on the slides.
_PLACE = "{*}nvSpPr/{*}nvPr/{*}ph"

# What layouts and masters show on every slide.
_REPEATED = ("{*}sp", "{*}pic", "{*}cxnSp", "{*}grpSp", "{*}graphicFrame")

# What is said of a shape, a picture, a table or a group.
_ABOUT = "{*}*/{*}cNvPr"
# What another program shows in a frame.
_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_OLDER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_ROOT = "_rels/.rels"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|presentationml|drawingml)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"

_BROKEN = (*package.BROKEN, TypeError, NotImplementedError)
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# A show and a template hold slides as well, but python-pptx opens only what says that it is a presentation.
_ALIKE = (
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)


def read(source: Source) -> Extraction:
    """Read a .pptx, .pptm, .ppsx or .potx file; `page` is the number of the slide."""
    return package.read_or_repair(source.data, lambda data: _read(data, source))


def _read(data: bytes, source: Source) -> Extraction:
    from pptx.exc import PythonPptxError

    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        embedded = package.list_embedded(archive)
        slides = _slides(_as_presentation(archive) or data)

    builder = TextBuilder()
    broken = 0
    for page, slide in enumerate(slides, start=1):
        source.beat()
        try:
            blocks, notes = list(_blocks(slide)), list(_notes(slide))
        except (*_BROKEN, PythonPptxError):
            broken += 1
            continue
        _add_slide(builder, blocks, notes, page)
    builder.add("\n".join(filter(is_telling, _repeated_lines(slides))), BlockKind.META)
    if not broken:
        whole = builder.finish(FileKind.PPTX, title or _first_title(slides), pages=len(slides))
        return tell_attachments(whole, embedded)
    detail = FileMessage.SLIDES_READ(read=len(slides) - broken, all=len(slides))
    return builder.finish(FileKind.PPTX, title, pages=len(slides), reason=Reason.PARTLY_READ, detail=detail)


def _slides(data: bytes) -> list[Slide]:
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        return list(Presentation(io.BytesIO(data)).slides)
    except (*_BROKEN, PythonPptxError, SyntaxError) as error:
        # SyntaxError is what lxml's error for XML that is not well-formed descends from.
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _as_presentation(archive: zipfile.ZipFile) -> bytes | None:
    """Copy a show, template or strict presentation for python-pptx; None if it needs no copy."""
    if _ROOT in archive.namelist() and _STRICT.search(limits.read_member(archive, _ROOT)):
        return _as_transitional(archive)
    types = limits.read_member(archive, package.CONTENT_TYPES)
    renamed = types
    for alike in _ALIKE:
        renamed = renamed.replace(alike, _MAIN)
    return package.with_parts(archive, {package.CONTENT_TYPES: renamed}) if renamed != types else None


def _as_transitional(archive: zipfile.ZipFile) -> bytes:
    """Copy a strict presentation with the names of the other form (ISO/IEC 29500-4, annex A)."""
    texts = (name for name in archive.namelist() if name.endswith((".xml", ".rels")))
    parts = {name: _STRICT.sub(_TRANSITIONAL, limits.read_member(archive, name)) for name in texts}
    types = parts[package.CONTENT_TYPES]
    for alike in _ALIKE:
        types = types.replace(alike, _MAIN)
    return package.with_parts(archive, {**parts, package.CONTENT_TYPES: types})


def _add_slide(builder: TextBuilder, blocks: list[_Piece], notes: list[str], page: int) -> None:
    """Add the blocks of a slide, which is a part of its own, and what is said to it."""
    breaks = True
    for piece in blocks:
        if isinstance(piece, PlacedPicture):
            builder.add_picture(replace(piece, page=page))
        else:
            kind, text = piece
            builder.add(text, kind, level=2, page=page, breaks=breaks)
            breaks = False
    builder.begin_notes(page)
    for text in notes:
        builder.add(text, page=page, breaks=breaks)
        breaks = False


def _notes(slide: Slide) -> Iterator[str]:
    """Yield what is said to a slide, whatever shape of the page of notes it stands in."""
    if slide.has_notes_slide:
        notes = slide.notes_slide
        yield from (piece[1] for piece in _shape_blocks(notes.shapes, 0) if not isinstance(piece, PlacedPicture))
        yield from _alternative_lines(notes.element)


def _blocks(slide: Slide) -> Iterator[_Piece]:
    """Yield the title, shapes, diagrams, charts and comments of a slide."""
    title = slide.shapes.title
    if title is not None and title.has_text_frame and title.text_frame.text.strip():
        yield BlockKind.HEADING, " ".join(title.text_frame.text.split())
    if title is not None:
        yield from _said_of(title._element)
    shapes = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    yield from _shape_blocks(shapes, 0)
    yield from ((BlockKind.PARAGRAPH, line) for line in _drawn_lines(slide))


def _shape_blocks(shapes: Iterable[Any], depth: int) -> Iterator[_Piece]:
    """Yield blocks of shapes in stacking order, the reading order of ISO/IEC 29500-1, 19.3.1.45."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            if depth < GROUP_DEPTH:
                yield from _shape_blocks(shape.shapes, depth + 1)
                yield from _said_of(shape._element)
            continue
        if getattr(shape, "has_table", False):
            for row in shape.table.rows:
                cells = (" ".join(cell.text_frame.text.split()) for cell in row.cells)
                yield BlockKind.ROW, " | ".join(filter(None, cells))
        elif (picture := _picture(shape)) is not None:
            yield picture
        elif shape.has_text_frame and not _is_slide_number(shape):
            kind = BlockKind.ITEM if _is_list(shape) else BlockKind.PARAGRAPH
            yield from ((kind, paragraph.text) for paragraph in shape.text_frame.paragraphs if paragraph.text.strip())
        yield from _said_of(shape._element)


def _said_of(element: etree._Element) -> Iterator[tuple[BlockKind, str]]:
    """Yield what is said of a shape, unless it shows the number of a slide, or the slide itself."""
    place = element.find(_PLACE)
    about = element.find(_ABOUT)
    if about is not None and (place is None or place.get("type") not in ("sldNum", "sldImg")):
        yield BlockKind.PARAGRAPH, read_alternative_text(about.get("title", ""), about.get("descr", ""))


def _picture(shape: Any) -> PlacedPicture | None:  # noqa: ANN401
    """Return a shape's picture with its size on the slide; None for none, or one outside."""
    relation = getattr(shape._element, "blip_rId", None)
    if relation is None or (related := shape.part.rels.get(relation)) is None or related.is_external:
        return None
    described = " ".join(text for _, text in _said_of(shape._element))
    width, height = ((side or 0) / _EMU_PER_PIXEL for side in (shape.width, shape.height))
    return PlacedPicture(str(related.target_part.partname).lstrip("/"), width, height, described)


def _is_slide_number(shape: Any) -> bool:  # noqa: ANN401 - python-pptx's shapes share no base that is typed
    from pptx.enum.shapes import PP_PLACEHOLDER

    return bool(shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)


def _is_list(shape: Any) -> bool:  # noqa: ANN401
    """Return whether a shape is a slide's body of several paragraphs, which are list items."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    bodies = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY)
    return shape.is_placeholder and shape.placeholder_format.type in bodies and len(shape.text_frame.paragraphs) > 1


def _drawn_lines(slide: Slide) -> Iterator[str]:
    """Yield text of parts that python-pptx does not read, and of shapes in several forms."""
    for part in _related_parts(slide.part, _DRAWN):
        for drawn in (part, *_related_parts(part, _ON_CHARTS)):
            root = package.parse_part(drawn.blob)
            yield from package.drawn_texts(root)
            yield from (text.text or "" for text in root.iter("{*}text"))
    yield from _alternative_lines(slide.element)


def _related_parts(part: Part, kinds: tuple[str, ...]) -> Iterator[Part]:
    related = (each for each in part.rels.values() if not each.is_external and each.reltype.endswith(kinds))
    return (each.target_part for each in related)


def _alternative_lines(root: etree._Element) -> Iterator[str]:
    """Yield the text of what is in forms for newer and older programs, of the first with any."""
    for alternatives in root.iter(_ALTERNATIVES):
        if next(alternatives.iterancestors(_ALTERNATIVES), None) is None:
            forms = (list(package.paragraphs(form)) or _letters(form) for form in alternatives)
            yield from next(filter(None, forms), ())
            for about in alternatives.iter("{*}cNvPr"):
                if next(about.iterancestors(_OLDER), None) is None and next(about.iterancestors(_DATA), None) is None:
                    yield read_alternative_text(about.get("title", ""), about.get("descr", ""))


def _letters(form: etree._Element) -> list[str]:
    """Return the letters of a form that stands within a paragraph, such as a formula."""
    return list(filter(str.strip, ["".join(text.text or "" for text in form.iter("{*}t"))]))


def _repeated_lines(slides: list[Slide]) -> dict[str, None]:
    """Return the lines that the slides' layouts and masters show on every slide, each once.

    Among them is what is said of their pictures and shapes.
    """
    layouts = {layout.part.partname: layout for layout in map(_find_layout, slides) if layout is not None}
    masters = {each.slide_master.part.partname: each.slide_master for each in layouts.values()}
    backgrounds = (*layouts.items(), *masters.items())
    roots = [each.element for _, each in sorted(backgrounds, key=lambda named: (len(named[0]), named[0]))]
    shapes = (shape for root in roots for shape in root.iter(*_REPEATED) if shape.find(_PLACE) is None)
    return dict.fromkeys(line for shape in shapes for line in _list_lines(shape))


def _find_layout(slide: Slide) -> SlideLayout | None:
    """Return a slide's layout; None where a program wrote none, which PowerPoint does without."""
    try:
        return slide.slide_layout
    except KeyError:
        return None


def _list_lines(shape: etree._Element) -> Iterator[str]:
    """Yield the lines of a shape, and of what is said of it."""
    if local(shape) == "sp":
        yield from (" ".join(line.split()) for line in package.paragraphs(shape))
    yield from (line for _, said in _said_of(shape) for line in said.split("\n"))


def _first_title(slides: list[Slide]) -> str:
    title = slides[0].shapes.title if slides else None
    return title.text_frame.text if title is not None and title.has_text_frame else ""
