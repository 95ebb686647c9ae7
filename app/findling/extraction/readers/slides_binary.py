"""Reader of PowerPoint before 2007 (.ppt): slides with notes and comments, then masters."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction.compound_properties import read_title_of
from findling.extraction.compound_streams import open_compound, read_stream_of
from findling.extraction.document import TextBuilder
from findling.extraction.readers.slide_records import SavedParts, iterate_slide_records
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from findling.extraction.readers.slide_records import SlideRecord
    from findling.extraction.source import Source

# Kinds of records, [MS-PPT] 2.13.24.
_LIST, _LISTED = 0x0FF0, 0x03F3
_SLIDE_ATOM, _MARGINS, _STRING = 0x03EF, 0x0FD9, 0x0FBA
_HEADER, _WIDE, _NARROW, _OUTLINE = 0x0F9F, 0x0FA0, 0x0FA8, 0x0F9E
_SHAPE, _TEXT_BOX, _PLACEHOLDER = 0xF004, 0xF00D, 0x0BC3
_COMMENT, _COMMENT_TEXT = 0x2EE0, 1
# 2.4.14.3: what a list is of.
_SLIDES, _MASTERS, _NOTES = 0, 1, 2
# 2.13.33: titles among the kinds of texts, and of placeholders (2.13.21) those whose text is a prompt.
_TITLES = frozenset({0, 6})
# Stands for the number of the slide, a date, a header or a footer.
_FIELD = "*"


@dataclass(frozen=True, slots=True)
class _Text:
    """Text of a shape."""

    text: str
    is_title: bool


@dataclass(slots=True)
class _Listed:
    """Slide, master or notes page as a list has it.

    Attributes:
        part: number of the part that holds it.
        slide: its own number.
        outline: texts of its placeholders.
    """

    part: int
    slide: int
    outline: list[_Text] = field(default_factory=list)


def read(source: Source) -> Extraction:
    """Read a .ppt, .pps or .pot file; `page` is the number of the slide.

    Of a damaged one, all texts are read that are found in it, those of earlier savings as well.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED` or `NO_TEXT`.
    """
    with open_compound(source.data) as compound:
        if compound.exists("EncryptedSummary"):
            raise ExtractionError(Reason.ENCRYPTED)
        stream = read_stream_of(compound, "PowerPoint Document")
        user = read_stream_of(compound, "Current User")
        title = read_title_of(compound)
    try:
        parts = SavedParts(stream, user)
        document = parts.document()
    except ExtractionError as error:
        if error.reason != Reason.DAMAGED:
            raise
        return _rescue(stream, title)
    return _read(parts, document, source, title)


def _read(parts: SavedParts, document: SlideRecord, source: Source, title: str) -> Extraction:
    lists = {record.instance: _read_list(record) for record in document.children() if record.kind == _LIST}
    notes = {listed.slide: listed for listed in lists.get(_NOTES, ())}
    slides = lists.get(_SLIDES, [])
    builder = TextBuilder()
    missing = 0
    for page, listed in enumerate(slides, start=1):
        source.beat()
        slide = parts.find(listed.part)
        missing += slide is None
        texts = _collect(slide, listed)
        title = title or (next((each.text for each in texts if each.is_title), "") if page == 1 else "")
        _add(builder, texts, page)
        if slide is not None and (noted := notes.get(_find_notes(slide))) is not None:
            for text in _collect(parts.find(noted.part), noted):
                builder.add(text.text, page=page)
    margins = [*_find_margins(document)]
    for listed in (*lists.get(_MASTERS, ()), *slides):
        record = parts.find(listed.part)
        margins += _find_margins(record) if record is not None else ()
    for listed in lists.get(_MASTERS, ()):
        record = parts.find(listed.part)
        # Texts of placeholders are prompts: "Click to edit Master title style".
        margins += (text.text for text in _find_texts(record, listed, prompts=False)) if record is not None else ()
    builder.add("\n".join(dict.fromkeys(margins)), BlockKind.META)
    if not missing:
        return builder.finish(FileKind.PPT, title, pages=len(slides))
    detail = FileMessage.SLIDES_READ(read=len(slides) - missing, all=len(slides))
    return builder.finish(FileKind.PPT, title, pages=len(slides), reason=Reason.PARTLY_READ, detail=detail)


def _rescue(stream: bytes, title: str) -> Extraction:
    builder = TextBuilder()
    for part in iterate_slide_records(stream):
        for text in dict.fromkeys(text.text for text in _read_texts(part.walk())):
            builder.add(text)
    return builder.finish(FileKind.PPT, title, reason=Reason.PARTLY_READ, detail=FileMessage.FILE_DAMAGED())


def _read_list(record: SlideRecord) -> list[_Listed]:
    """Return the slides of a list, each with the texts that follow it there."""
    found: list[_Listed] = []
    waiting: list[SlideRecord] = []
    for child in record.children():
        if child.kind == _LISTED and len(child.content) >= 16:
            _give(found, waiting)
            part, _, _, slide = struct.unpack_from("<4L", child.content)
            found.append(_Listed(part, slide))
            waiting.clear()
        else:
            waiting.append(child)
    _give(found, waiting)
    return found


def _give(found: list[_Listed], waiting: list[SlideRecord]) -> None:
    if found:
        found[-1].outline += _read_texts(waiting)


def _collect(slide: SlideRecord | None, listed: _Listed) -> list[_Text]:
    """Return a slide's texts, title first, and comments; what only the outline has follows."""
    texts = list(_find_texts(slide, listed)) if slide is not None else []
    known = {text.text for text in texts}
    texts += [text for text in listed.outline if text.text not in known]
    texts.sort(key=lambda text: not text.is_title)
    if slide is not None:
        comments = (record for record in slide.walk() if record.kind == _COMMENT)
        strings = (child for comment in comments for child in comment.children() if child.kind == _STRING)
        texts += [_Text(_decode_wide(each.content), False) for each in strings if each.instance == _COMMENT_TEXT]
    return texts


def _find_texts(slide: SlideRecord, listed: _Listed, *, prompts: bool = True) -> Iterator[_Text]:
    """Yield the texts of the shapes, in stacking order."""
    for shape in (record for record in slide.walk() if record.kind == _SHAPE):
        records = list(shape.walk())
        if not prompts and any(record.kind == _PLACEHOLDER for record in records):
            continue
        for record in records:
            if record.kind == _TEXT_BOX:
                # The box is no container by its version in some files.
                yield from _read_texts(iterate_slide_records(record.content), listed.outline)


def _read_texts(records: Iterable[SlideRecord], outline: list[_Text] | None = None) -> Iterator[_Text]:
    """Yield texts, each after a record that says its kind, or referred to in the outline."""
    is_title = False
    for record in records:
        if record.kind == _HEADER:
            is_title = int.from_bytes(record.content[:4], "little") in _TITLES
        elif record.kind in (_WIDE, _NARROW):
            text = _decode_wide(record.content) if record.kind == _WIDE else record.content.decode("latin-1")
            if text.strip() not in ("", _FIELD):
                yield _Text(text, is_title)
        elif record.kind == _OUTLINE and outline:
            number = int.from_bytes(record.content[:4], "little")
            yield from outline[number : number + 1]


def _find_notes(slide: SlideRecord) -> int:
    """Return the number of a slide's notes; 0 where it has none (2.5.2)."""
    atom = next((record for record in slide.children() if record.kind == _SLIDE_ATOM), None)
    return int.from_bytes(atom.content[16:20], "little") if atom is not None else 0


def _find_margins(record: SlideRecord) -> Iterator[str]:
    """Yield dates, headers and footers."""
    for margin in record.walk():
        if margin.kind == _MARGINS:
            for child in margin.children():
                if child.kind == _STRING and (text := " ".join(_decode_wide(child.content).split())):
                    yield text


def _decode_wide(content: bytes) -> str:
    return content.decode("utf-16-le", "replace").rstrip("\0")


def _add(builder: TextBuilder, texts: Iterable[_Text], page: int) -> None:
    """Add the texts of a slide, which is a part of its own."""
    is_first = True
    for text in texts:
        lines = [line for line in text.text.replace("\v", " ").split("\r") if line.strip()]
        if text.is_title:
            builder.add(" ".join(" ".join(lines).split()), BlockKind.HEADING, level=2, page=page, breaks=is_first)
            is_first = False
            continue
        kind = BlockKind.ITEM if len(lines) > 1 else BlockKind.PARAGRAPH
        for line in lines:
            builder.add(line, kind, page=page, breaks=is_first)
            is_first = False
