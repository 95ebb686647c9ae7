"""Reader of Hangul documents in OWPML (.hwpx; KS X 6101), with tables, notes and boxes."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.document import TextBuilder, is_telling
from findling.extraction.xml_parts import attribute, local
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.source import Source

CONTENTS = "Contents/content.hpf"
"""Part that lists the others, and says what the document is."""

_MANIFEST = "META-INF/manifest.xml"
_HEADER = "Contents/header.xml"
_SECTION = re.compile(r"Contents/section(\d{1,9})\.xml", re.IGNORECASE)
_OUTLINE = re.compile(r"(?:Outline|개요) (\d{1,9})")
_ROOT = "sec"
_TREE_LIMIT = 32 * limits.MEGABYTE
"""Bytes of a part; its tree takes ten times that in memory."""

_SIGNS = {"tab": "\t", "lineBreak": "\n", "hyphen": "-", "nbSpace": "\u00a0", "fwSpace": "\u2007"}
# Formulas, words with a reading, letters in one place and lettering, and what their words stand in.
_WORDED = frozenset({"equation", "dutmal", "compose", "textart"})
_WORDS_HELD = frozenset({"script", "mainText", "subText"})
_MARGINS = frozenset({"header", "footer"})
# Lines that the program itself writes of a picture or a shape: "This is a picture.", and facts about its file.
_MADE = re.compile(
    r"(?:그림|표|선|직선|곡선|자유선|연결선|호|원|타원|사각형|직사각형|다각형|도형|글상자|글맵시|수식|차트|동영상"
    r"|(?:그리기 |묶음 |양식 |OLE )?개체)입니다\.?"
    r"|(?:원본 그림의 (?:이름|크기)|사진 찍은 날짜|카메라 (?:제조 ?업체|모델)|프로그램 이름|색 대표|F-스톱|노출 시간"
    r"|I[SO]{2} 감도|EXIF 버전)\s*:.*"
)


def read(source: Source) -> Extraction:
    """Read an .hwpx file; headings are the paragraphs of its outline.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED` or `NO_TEXT`.
    """
    return package.read_or_repair(source.data, lambda data: _read(data, source))


def _read(data: bytes, source: Source) -> Extraction:
    builder = TextBuilder()
    with limits.open_zip(data) as archive:
        names = archive.namelist()
        if _MANIFEST in names and b"encryption-data" in limits.read_member(archive, _MANIFEST):
            raise ExtractionError(Reason.ENCRYPTED)
        title = _read_title(archive)
        sections = _list_sections(archive)
        walk = _SectionWalk(builder, _read_levels(archive))
        found = 0
        for name in sections:
            source.beat()
            root = package.parse_part(limits.read_member(archive, name, limit=_TREE_LIMIT))
            if local(root) == _ROOT:
                found += 1
                walk.add(root)
    if not found:
        raise ExtractionError(Reason.DAMAGED, FileMessage.NO_CONTENT(part="Contents/section0.xml"))
    builder.add("\n".join(filter(is_telling, walk.margins)), BlockKind.META)
    return builder.finish(FileKind.HWPX, title or walk.title)


def _read_title(archive: zipfile.ZipFile) -> str:
    """Return the title property of a document, or ""."""
    if CONTENTS not in archive.namelist():
        return ""
    found = package.parse_part(limits.read_member(archive, CONTENTS, limit=limits.PROPERTIES_PART)).find(
        ".//{*}metadata/{*}title"
    )
    return package.sensible_title(str(found.text or "")) if found is not None else ""


def _list_sections(archive: zipfile.ZipFile) -> list[str]:
    """Return the parts that may have text, in the order of the spine, whatever their names are.

    Those that it leaves out come last, as far as their names tell.
    """
    names = archive.namelist()
    listed: list[str] = []
    if CONTENTS in names:
        root = package.parse_part(limits.read_member(archive, CONTENTS, limit=limits.PROPERTIES_PART))
        items = {attribute(item, "id"): attribute(item, "href") for item in root.iter("{*}item")}
        for reference in root.iter("{*}itemref"):
            address = items.get(attribute(reference, "idref"), "")
            listed += (each for each in (address, posixpath.join("Contents", address)) if each in names)
    numbered = sorted(filter(_SECTION.fullmatch, names), key=lambda name: int(_SECTION.sub(r"\1", name)))
    return [name for name in dict.fromkeys((*listed, *numbered)) if name.lower().endswith(".xml") and name != _HEADER]


def _read_levels(archive: zipfile.ZipFile) -> dict[str, int]:
    """Return the levels of the styles that are headings, by their numbers."""
    if _HEADER not in archive.namelist():
        return {}
    levels = {}
    for style in package.parse_part(limits.read_member(archive, _HEADER, limit=_TREE_LIMIT)).iter("{*}style"):
        found = _OUTLINE.fullmatch(attribute(style, "engName")) or _OUTLINE.fullmatch(attribute(style, "name"))
        if found is not None:
            levels[attribute(style, "id")] = min(max(int(found[1]), 1), 6)
    return levels


class _SectionWalk:
    """Walk through the sections of a document, which libxml2 lets be no more than 256 deep.

    Attributes:
        title: its first heading, or "".
        margins: lines of headers and footers, each once.
    """

    def __init__(self, builder: TextBuilder, levels: dict[str, int]) -> None:
        self.title = ""
        self.margins: dict[str, None] = {}
        self._builder = builder
        self._levels = levels

    def add(self, holder: etree._Element) -> None:
        """Add the paragraphs in an element."""
        for paragraph in holder.iterfind("{*}p"):
            text = self._read_own(paragraph)
            level = self._levels.get(attribute(paragraph, "styleIDRef"), 0)
            self._builder.add(text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level)
            if level and not self.title:
                self.title = " ".join(text.split())
            for inner in _iterate_inner(paragraph):
                self._add_inner(inner)

    def _add_inner(self, inner: etree._Element) -> None:
        name = local(inner)
        if name == "tbl":
            for row in inner.iterfind("{*}tr"):
                cells = (" ".join(" ".join(self._read_all(cell)).split()) for cell in row.iterfind("{*}tc"))
                self._builder.add(" | ".join(filter(None, cells)), BlockKind.ROW)
            for said in (said for row in inner.iterfind("{*}tr") for said in row.iter("{*}shapeComment")):
                self._add_said(said)
            for caption in inner.iterfind("{*}caption/{*}subList"):
                self.add(caption)
        elif name in _MARGINS:
            lines = (" ".join(line.split()) for text in self._read_all(inner) for line in text.split("\n"))
            self.margins |= dict.fromkeys(filter(None, lines))
        elif name == "subList":
            self.add(inner)
        else:
            self._add_said(inner)

    def _add_said(self, comment: etree._Element) -> None:
        """Add what somebody said of a picture or a shape."""
        lines = (line.strip() for line in "".join(map(str, comment.itertext())).splitlines())
        self._builder.add(read_alternative_text(*(line for line in lines if not _MADE.fullmatch(line))))

    def _read_all(self, holder: etree._Element) -> Iterator[str]:
        """Yield the texts of all paragraphs in an element, at whatever depth."""
        for paragraph in holder.iter("{*}p"):
            yield self._read_own(paragraph)

    def _read_own(self, paragraph: etree._Element) -> str:
        """Return the text of a paragraph itself, without what is deleted but not yet gone."""
        parts: list[str] = []
        is_deleted = False
        for piece in paragraph.iterfind("{*}run/*"):
            if local(piece) in _WORDED and not is_deleted:
                said = (attribute(piece, "composeText"), attribute(piece, "text"))
                held = (str(each.text or "") for each in piece.iterfind("*") if local(each) in _WORDS_HELD)
                parts.append(" ".join(("", *filter(None, (*said, *held)), "")))
            if local(piece) != "t":
                continue
            parts.append("" if is_deleted else str(piece.text or ""))
            for sign in piece:
                if (name := local(sign)) in ("deleteBegin", "deleteEnd"):
                    is_deleted = name == "deleteBegin"
                parts.append("" if is_deleted else f"{_SIGNS.get(name, '')}{sign.tail or ''}")
        return "".join(parts)


def _iterate_inner(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a paragraph beside its text: tables, notes, boxes, descriptions."""
    for child in element:
        name = local(child)
        if name in ("tbl", "subList", "shapeComment") or name in _MARGINS:
            yield child
            if name == "tbl":
                yield from child.iterfind("{*}shapeComment")
        elif name not in ("", "t", "script"):
            yield from _iterate_inner(child)
