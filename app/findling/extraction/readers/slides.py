"""Reader of presentations with python-pptx, slide by slide, in reading order."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder, tell_attachments
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator

    from pptx.slide import Slide

    from findling.extraction.source import Source

GROUP_DEPTH = 20
"""Groups inside groups that are followed."""

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
            blocks = list(_blocks(slide))
        except (*_BROKEN, PythonPptxError):
            broken += 1
            continue
        _add_slide(builder, blocks, page)
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
    """Copy a slide show or a template as a presentation; None if it is one already."""
    types = limits.read_member(archive, package.CONTENT_TYPES)
    renamed = types
    for alike in _ALIKE:
        renamed = renamed.replace(alike, _MAIN)
    return package.with_parts(archive, {package.CONTENT_TYPES: renamed}) if renamed != types else None


def _add_slide(builder: TextBuilder, blocks: list[tuple[BlockKind, str]], page: int) -> None:
    """Add the blocks of a slide, which is a part of its own."""
    for number, (kind, text) in enumerate(blocks):
        builder.add(text, kind, level=2, page=page, breaks=number == 0)


def _blocks(slide: Slide) -> Iterator[tuple[BlockKind, str]]:
    """Yield the title, shapes, diagrams, charts and comments of a slide, then the speaker's notes."""
    title = slide.shapes.title
    if title is not None and title.has_text_frame and title.text_frame.text.strip():
        yield BlockKind.HEADING, " ".join(title.text_frame.text.split())
    shapes = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    yield from _shape_blocks(shapes, 0)
    yield from ((BlockKind.PARAGRAPH, line) for line in _drawn_lines(slide))
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    if notes is not None:
        yield from ((BlockKind.PARAGRAPH, paragraph.text) for paragraph in notes.paragraphs)


def _shape_blocks(shapes: Iterable[Any], depth: int) -> Iterator[tuple[BlockKind, str]]:
    """Yield the blocks of shapes in stacking order, the reading order of ISO/IEC 29500-1, 19.3.1.45."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            if depth < GROUP_DEPTH:
                yield from _shape_blocks(shape.shapes, depth + 1)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                cells = (" ".join(cell.text_frame.text.split()) for cell in row.cells)
                yield BlockKind.ROW, " | ".join(filter(None, cells))
        elif shape.has_text_frame and not _is_slide_number(shape):
            kind = BlockKind.ITEM if _is_list(shape) else BlockKind.PARAGRAPH
            yield from ((kind, paragraph.text) for paragraph in shape.text_frame.paragraphs if paragraph.text.strip())


def _is_slide_number(shape: Any) -> bool:  # noqa: ANN401 - python-pptx's shapes share no base that is typed
    from pptx.enum.shapes import PP_PLACEHOLDER

    return bool(shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)


def _is_list(shape: Any) -> bool:  # noqa: ANN401
    """Return whether a shape is a slide's body of several paragraphs, which are list items."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    bodies = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY)
    return shape.is_placeholder and shape.placeholder_format.type in bodies and len(shape.text_frame.paragraphs) > 1


def _drawn_lines(slide: Slide) -> Iterator[str]:
    """Yield text of parts that python-pptx does not read, and of shapes for newer programs only."""
    for related in slide.part.rels.values():
        if not related.is_external and related.reltype.endswith(("/diagramData", "/chart", "/comments")):
            root = package.parse(related.target_part.blob)
            yield from package.paragraphs(root)
            yield from package.labels(root)
            yield from (text.text or "" for text in root.iter("{*}text"))
    for newer in slide.element.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"):
        yield from package.paragraphs(newer)


def _first_title(slides: list[Slide]) -> str:
    title = slides[0].shapes.title if slides else None
    return title.text_frame.text if title is not None and title.has_text_frame else ""
