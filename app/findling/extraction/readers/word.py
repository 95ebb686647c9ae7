"""Reader of Word documents: mammoth's HTML of body and notes, and the text of the other parts."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder
from findling.extraction.readers.html_text import add_html
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile

    from lxml import etree

    from findling.extraction.source import Source


_W = "{*}"
# OSError: there is no main part.
_BROKEN = (*package.BROKEN, ExpatError, OSError)
# The numbers that point from the text to a note, and the arrows that point back, are no words of the document.
_NOTE_LINKS = re.compile(
    r'<sup><a href="#(?:foot|end)note-[^"]*"[^>]*>\[\d+\]</a></sup>|<a href="#[^"]*-ref-[^"]*">↑</a>'
)


def read(source: Source) -> Extraction:
    """Read a .docx (or .docm, .dotx) file; headings carry the outline level of their style."""
    return package.read_or_repair(source.data, lambda data: _read(data, source))


def _read(data: bytes, source: Source) -> Extraction:
    with limits.open_zip(data) as archive:
        builder = TextBuilder()
        headline = add_html(builder, convert(data, archive))
        source.beat()
        add_asides(builder, archive)
        return builder.finish(FileKind.DOCX, package.core_title(archive) or headline)


def convert(data: bytes, archive: zipfile.ZipFile) -> str:
    """Convert the main part, its footnotes and endnotes to HTML, whose links are not to be trusted.

    Raises:
        ExtractionError: `Reason.DAMAGED`.
    """
    import mammoth

    levels = _outline_levels(archive)

    def mark_heading(paragraph: Any) -> Any:  # noqa: ANN401 - mammoth has no types
        level = levels.get(paragraph.style_id, 0)
        return paragraph.copy(style_id=None, style_name=f"Heading {level}") if level else paragraph

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            include_embedded_style_map=False,
            transform_document=mammoth.transforms.paragraph(mark_heading),
            convert_image=lambda _image: [],
        )
    except RecursionError as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.TOO_DEEP()) from error
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    return _NOTE_LINKS.sub("", str(result.value))


def _outline_levels(archive: zipfile.ZipFile) -> dict[str, int]:
    """Map the id of each paragraph style that is a heading to its level, 1 to 6.

    ISO/IEC 29500-1, 17.3.1.20 and 17.7.4.3: w:outlineLvl counts from 0, 9 is body text, and a style inherits it
    from the one that it is based on.
    """
    styles: dict[str, etree._Element] = {}
    for part in package.parts_of_type(archive, ".styles+xml"):
        root = package.parse(limits.read_member(archive, part))
        styles.update((_value(style, "styleId"), style) for style in root.iterfind(f"{_W}style"))
    return {name: level for name in styles if (level := _outline_level(name, styles))}


def _outline_level(name: str, styles: dict[str, etree._Element]) -> int:
    met: set[str] = set()
    while name in styles and name not in met:
        met.add(name)
        style = styles[name]
        if _name(style) == "title":
            return 1
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None:
            level = _value(outline, "val")
            return min(int(level) + 1, 6) if level.isdecimal() and int(level) < 9 else 0
        based_on = style.find(f"{_W}basedOn")
        name = "" if based_on is None else _value(based_on, "val")
    return 0


def _name(style: etree._Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else _value(name, "val").lower()


def _value(element: etree._Element, attribute: str) -> str:
    """Read an attribute of the w: namespace, in the transitional or the strict one."""
    return next((str(value) for key, value in element.items() if str(key).endswith(f"}}{attribute}")), "")


def add_asides(builder: TextBuilder, archive: zipfile.ZipFile) -> None:
    """Add diagrams, charts and comments, then each line of headers and footers once."""
    for line in package.drawn_lines(archive, "diagramData+xml", "chart+xml", ".comments+xml"):
        builder.add(line)
    margins: dict[str, None] = {}
    for part in package.parts_of_type(archive, ".header+xml", ".footer+xml"):
        margins.update(dict.fromkeys(package.paragraphs(package.parse(limits.read_member(archive, part)))))
    # A line without a letter is a page number or a rule.
    builder.add("\n".join(line for line in margins if any(map(str.isalpha, line))), BlockKind.META)
