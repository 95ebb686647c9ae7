"""Texts of workbooks in no cell: boxes, charts, comments, captions, headers and footers.

Captions are those of controls.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from findling.extraction import limits, package
from findling.extraction.document import is_telling
from findling.extraction.readers.form_controls import read_control
from findling.extraction.readers.opendocument import find_margins, list_contents, stream_part
from findling.extraction.xml_parts import elements, make_parser

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

    from lxml import etree

# ISO/IEC 29500-1, 18.3.1.46: fonts, colours, sizes, and the letters that stand for looks, pages and dates.
_CODE = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|[0-9]+|[A-Za-z])')
_PARTS = re.compile(r"&[LCR]")
_END_OF_CELLS = b"sheetData>"
_AMPERSAND = "\0"
_MARGIN = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^<>]*>([^<]+)<")
# ISO/IEC 29500-1, 18.3.1.32 and 18.3.1.47: titles and texts of hints to cells, and what shows over a link.
_MESSAGE = re.compile(rb"""\s(?:promptTitle|prompt|errorTitle|error|tooltip)\s*=\s*["']([^"'<>]+)["']""")
# What may be chosen for a cell, as Excel writes it: one text with commas between (18.3.1.32 and 18.3.1.42).
_LISTED = re.compile(rb"""<(?:\w+:)?formula1>\s*(?:&quot;|")([^<>"]*+)["<]""")
_CELLS = frozenset({"table-cell", "covered-table-cell", "tracked-changes"})
_PARAGRAPHS = frozenset({"p", "h", "title", "desc"})
_MESSAGES = frozenset({"annotation", "help-message", "error-message"})
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
# OpenDocument 1.3, part 3, 19.601: what may be chosen for a cell, one by one.
_CHOICES = re.compile(r"cell-content-is-in-list\((.*)\)", re.DOTALL)
_CHOICE = re.compile(r'"((?:[^"]|"")*+)"')
_BY_WHOM = frozenset({"creator", "date", "date-string"})


def find_package_asides(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the texts beside an .xlsx file's cells, each once; headers and footers by lines."""
    lines = dict.fromkeys(package.drawn_lines(archive, ".drawing+xml"))
    for part in package.parts_of_type(archive, ".comments+xml"):
        for comment in package.parse_part(limits.read_member(archive, part)).iter("{*}comment"):
            lines["".join(text.text or "" for text in comment.iter("{*}t"))] = None
    told = "\n".join(lines)
    for part in package.parts_of_type(archive, "threadedcomments+xml"):
        # For older programs, most are there as plain comments too.
        said = (each.text or "" for each in elements(archive, part, "text"))
        lines |= dict.fromkeys(text for text in said if text not in told)
    lines |= dict.fromkeys(_find_captions(archive))
    margins, readings, messages = _scan_sheets(archive)
    lines |= dict.fromkeys(filter(is_telling, margins))
    lines |= dict.fromkeys(messages)
    lines[" ".join(readings)] = None
    return tuple(filter(str.strip, lines))


def _find_captions(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the captions of a sheet's buttons and controls, in markup of before Office 2007."""
    from lxml import etree

    for name in archive.namelist():
        if not name.lower().endswith(".vml"):
            continue
        # Office writes lines within as HTML, which is not always well-formed.
        root: etree._Element | None = etree.fromstring(limits.read_member(archive, name), make_parser(recover=True))
        for shape in root.iter("{*}textbox", "{*}textpath") if root is not None else ():
            yield " ".join([*map(str, shape.itertext()), str(shape.get("string", ""))])


def _scan_sheets(archive: zipfile.ZipFile) -> tuple[dict[str, None], dict[str, None], dict[str, None]]:
    """Return lines of headers and footers, how words in cells are read, and hints on entries."""
    margins: dict[str, None] = {}
    readings: dict[str, None] = {}
    messages: dict[str, None] = {}
    for part in package.parts_of_type(archive, "sheet+xml", ".sharedStrings+xml"):
        markup = limits.read_member(archive, part)
        if b"rPh" in markup:
            found = elements(archive, part, "rPh")
            readings |= dict.fromkeys("".join(str(text.text or "") for text in each.iter("{*}t")) for each in found)
        # A sheet may have a million cells, and ends with these: no parser needs to go through them for it.
        end = max(markup.rfind(_END_OF_CELLS), 0)
        for message in _MESSAGE.finditer(markup, end):
            messages[" ".join(html.unescape(message[1].decode("utf-8", "replace")).split())] = None
        for listed in _LISTED.finditer(markup, end):
            choices = html.unescape(listed[1].decode("utf-8", "replace")).removesuffix('"')
            messages |= dict.fromkeys(choice.strip() for choice in choices.split(","))
        for margin in _MARGIN.finditer(markup, end):
            margins |= dict.fromkeys(_split_margin(html.unescape(margin[1].decode("utf-8", "replace"))))
    return margins, readings, messages


def _split_margin(coded: str) -> Iterator[str]:
    for text in _PARTS.split(coded.replace("&&", _AMPERSAND)):
        yield from _CODE.sub("", text).replace(_AMPERSAND, "&").splitlines()


def find_open_asides(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the texts beside the cells of an .ods file, each once."""
    asides = _Asides()
    for name in list_contents(archive):
        stream_part(limits.read_member(archive, name), asides)
    return tuple(dict.fromkeys((*filter(str.strip, asides.lines), *filter(is_telling, find_margins(archive)))))


class _Asides:
    """Parser target that keeps paragraphs of what is drawn or noted, and not those of cells."""

    full = False

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._counts = [True]
        self._silent = 0
        self._open: list[list[str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._take_attributes(tag, name, attributes)
        self._silent += bool(self._silent or name in _BY_WHOM)
        if name in _CELLS:
            self._counts.append(False)
        elif name in _MESSAGES or tag.startswith(_DRAWING):
            self._counts.append(True)
        if name in _PARAGRAPHS and self._counts[-1]:
            self._open.append([])
        elif self._open and name in ("s", "tab", "line-break"):
            self._open[-1].append(" ")

    def _take_attributes(self, tag: str, name: str, attributes: Mapping[str, str]) -> None:
        """Take the captions of controls, the titles of messages, and what may be chosen for a cell."""
        if tag.startswith(_FORM):
            self.lines.append(read_control(tag, attributes))
        elif name in _MESSAGES:
            self.lines.append(attributes.get(f"{_TABLE}title", ""))
        elif name == "content-validation" and (listed := _CHOICES.search(attributes.get(f"{_TABLE}condition", ""))):
            self.lines += (each.replace('""', '"') for each in _CHOICE.findall(listed[1]))

    def data(self, text: str) -> None:
        if self._open and not self._silent:
            self._open[-1].append(text)

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        self._silent = max(self._silent - 1, 0)
        if name in _PARAGRAPHS and self._counts[-1]:
            self.lines.append(" ".join("".join(self._open.pop()).split()))
        if name in _CELLS or name in _MESSAGES or tag.startswith(_DRAWING):
            self._counts.pop()

    def close(self) -> None:
        """Finish; required by the parser, with nothing left to do."""
