"""Reader of XPS and OpenXPS (ECMA-388), whose pages are re-flowed as those of a PDF are."""

from __future__ import annotations

import math
import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.document import TEXT_LIMIT, TextBuilder
from findling.extraction.readers.page_flow import add_flowed_pages
from findling.extraction.readers.text_layout import TextLine
from findling.extraction.xml_parts import attribute, local
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.source import Source

_SEQUENCE = ".fdseq"
_SAID = ("AutomationProperties.Name", "AutomationProperties.HelpText")
_ESCAPE = "{}"
"""Mark before a text that begins with a brace (12.1.6)."""

_PART_LIMIT = 16 * limits.MEGABYTE
"""Bytes of a part; its tree takes ten times that in memory."""

_MEAN_WIDTH = 0.5
"""Width of a letter in heights of its type, where only the font tells it."""
_LEAST_WIDTH = 0.35
"""Width of a letter, likewise, of a run that another may follow without a space."""
_WORD_SPACE = 0.12
_SAME_LINE = 0.3
_MOST_LINES = 1_000_000
"""Lines of all pages, each of which takes some 300 bytes."""

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Run:
    """Stretch of glyphs.

    Attributes:
        turn: where it runs to, as a vector of length 1: (1, 0) to the right, (0, 1) down the page.
        left, baseline: where it begins, from the page's upper left corner, along that and across it.
        edge: how far down the page it begins, 0 at the top to 1 at the bottom.
        width: of its letters; is_measured: as it says, and not as such letters are on average.
        height: of its type.
    """

    text: str
    turn: tuple[float, float]
    edge: float
    left: float
    baseline: float
    width: float
    is_measured: bool
    height: float


@dataclass(slots=True)
class _Page:
    """Page: its height, its runs in the order of its markup, and what is said of its pictures."""

    height: float = 0.0
    runs: list[_Run] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)


class _Parts:
    """Parts of a package by their names, whatever their case (ISO/IEC 29500-2, 6.2.2)."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}

    def parse(self, name: str) -> etree._Element:
        """Return the root of a part, which may lie there in pieces (7.2.4).

        Raises:
            ExtractionError: `DAMAGED`, or `UNPACKS_TOO_LARGE` beyond `_PART_LIMIT`.
        """
        wanted = name.casefold()
        if wanted in self._names or f"{wanted}/[0].piece" not in self._names:
            return package.parse_part(self._read(self._names.get(wanted, name)))
        pieces: list[bytes] = []
        size = 0
        while (piece := self._names.get(f"{wanted}/[{len(pieces)}].piece")) is not None and size <= _PART_LIMIT:
            pieces.append(self._read(piece))
            size += len(pieces[-1])
        if size <= _PART_LIMIT:
            pieces.append(self._read(self._names.get(f"{wanted}/[{len(pieces)}].last.piece", name)))
        if sum(map(len, pieces)) > _PART_LIMIT:
            detail = FileMessage.PART_TOO_LARGE(name=name, limit=_PART_LIMIT)
            raise ExtractionError(Reason.UNPACKS_TOO_LARGE, detail)
        return package.parse_part(b"".join(pieces))

    def _read(self, name: str) -> bytes:
        return limits.read_member(self._archive, name, limit=_PART_LIMIT)


def read(source: Source) -> Extraction:
    """Read an .xps or .oxps file; `page` is the number of the page.

    Raises:
        ExtractionError: `DAMAGED`, `NO_TEXT`, or `TOO_MANY_PARTS` beyond `limits.PDF_PAGES`.
    """
    return package.read_or_repair(source.data, lambda data: _read(data, source))


def _read(data: bytes, source: Source) -> Extraction:
    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        parts = _Parts(archive)
        names = _list_pages(archive, parts)
        lines: list[list[TextLine]] = []
        asides: list[list[str]] = []
        failed = length = count = 0
        for name in names:
            source.beat()
            page = _Page()
            try:
                page = _read_page(parts.parse(name))
            except ExtractionError as error:
                if error.reason not in (Reason.DAMAGED, Reason.UNPACKS_TOO_LARGE):
                    raise
                failed += 1
            lines.append(list(_join_runs(page)))
            asides.append(page.asides)
            length += sum(len(line.text) for line in lines[-1]) + sum(map(len, page.asides))
            count += len(lines[-1]) + len(page.asides)
            if length > TEXT_LIMIT or count > _MOST_LINES:
                break
    builder = TextBuilder()
    heading = add_flowed_pages(builder, lines, asides)
    title = title or heading
    whole = len(lines) - failed
    if whole == len(names):
        return builder.finish(FileKind.XPS, title, pages=len(names))
    reason = Reason.TEXT_CUT if len(lines) < len(names) else Reason.PARTLY_READ
    detail = FileMessage.PAGES_READ(read=whole, all=len(names))
    return builder.finish(
        FileKind.XPS, title, pages=len(names), reason=reason if whole else Reason.DAMAGED, detail=detail
    )


def _list_pages(archive: zipfile.ZipFile, parts: _Parts) -> list[str]:
    """Return the parts of the pages, in the order that the documents state (10.2, 10.3)."""
    related = (each for each in package.relationships(archive) if each.kind == "fixedrepresentation")
    first = next((each.target for each in related if not each.is_external), "") or next(
        (_whole(name) for name in archive.namelist() if _SEQUENCE in name), ""
    )
    documents = _list_sources(parts, first, "DocumentReference")
    pages = [page for document in documents for page in _list_sources(parts, document, "PageContent")]
    if len(pages) > limits.PDF_PAGES:
        count = len(pages)
        raise ExtractionError(Reason.TOO_MANY_PARTS, FileMessage.TOO_MANY_PAGES(count=count, limit=limits.PDF_PAGES))
    return pages


def _whole(name: str) -> str:
    """Return the name of a part that the name of a member is, or of which it is a piece."""
    return name.partition("/[")[0]


def _list_sources(parts: _Parts, name: str, tag: str) -> list[str]:
    root = parts.parse(name)
    folder = posixpath.join("/", posixpath.dirname(name))
    sources = (attribute(each, "Source") for each in root.iter(f"{{*}}{tag}"))
    return [posixpath.normpath(posixpath.join(folder, source)).lstrip("/") for source in sources if source]


def _read_page(root: etree._Element) -> _Page:
    page = _Page(_number(attribute(root, "Height")))
    _walk(root, _IDENTITY, page)
    return page


def _walk(element: etree._Element, around: _Matrix, page: _Page) -> None:
    """Add the runs of an element, which libxml2 lets be no more than 256 deep."""
    tag = local(element)
    matrix = _compose(_find_matrix(element, tag), around)
    if tag == "Glyphs":
        if (run := _read_run(element, matrix, page.height)) is not None:
            page.runs.append(run)
        return
    page.asides += filter(None, (read_alternative_text(*(attribute(element, name) for name in _SAID)),))
    for child in element:
        if local(child) and not local(child).endswith(".Resources"):
            _walk(child, matrix, page)


def _find_matrix(element: etree._Element, tag: str) -> _Matrix:
    written = attribute(element, "RenderTransform")
    if not written:
        told = element.find(f"{{*}}{tag}.RenderTransform/{{*}}MatrixTransform")
        written = attribute(told, "Matrix") if told is not None else ""
    try:
        first, second, third, fourth, fifth, sixth = map(float, written.replace(",", " ").split())
    except ValueError:
        return _IDENTITY
    return first, second, third, fourth, fifth, sixth


def _compose(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    k, m, n, o, p, q = outer
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


def _read_run(element: etree._Element, matrix: _Matrix, page_height: float) -> _Run | None:
    text = attribute(element, "UnicodeString").removeprefix(_ESCAPE)
    if not text.strip():
        return None
    across, down = _number(attribute(element, "OriginX")), _number(attribute(element, "OriginY"))
    a, b, c, d, e, f = matrix
    # How large the type comes out: the length of its upright after the transformation.
    scale = (c * c + d * d) ** 0.5 or 1.0
    height = abs(_number(attribute(element, "FontRenderingEmSize"))) * scale
    advances = _read_advances(attribute(element, "Indices"), len(text))
    width = sum(advances) / 100 * height if advances is not None else _MEAN_WIDTH * height * len(text.strip())
    x, y = a * across + c * down + e, b * across + d * down + f
    along = math.hypot(a, b) or 1.0
    turn = round(a / along, 3), round(b / along, 3)
    left, baseline = x * turn[0] + y * turn[1], y * turn[0] - x * turn[1]
    if not all(map(math.isfinite, (*turn, left, baseline, y, width, height))):
        # Of a damaged page the words are worth having.
        return _Run(text, (1.0, 0.0), 0.0, 0.0, 0.0, 0.0, advances is not None, 0.0)
    edge = y / page_height if page_height > 0 else 0.0
    return _Run(text, turn, edge, left, baseline, width, advances is not None, height)


def _read_advances(indices: str, letters: int) -> list[float] | None:
    """Return the advances of glyphs in hundredths of their size (12.1.3); None if one lacks."""
    told = [glyph.split(",")[1:2] for glyph in indices.split(";")] if indices else []
    if len(told) < letters:
        return None
    try:
        return [float(advance) for (advance,) in told]
    except ValueError:
        return None


def _number(text: str) -> float:
    """Return a finite number; 0 for what is none."""
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if abs(value) < 1e9 else 0.0


def _join_runs(page: _Page) -> Iterator[TextLine]:
    """Yield the lines of a page: runs that follow each other on one baseline."""
    line: list[_Run] = []
    for run in page.runs:
        if line and not _continues(line[-1], run):
            yield _make_line(line)
            line = []
        line.append(run)
    if line:
        yield _make_line(line)


def _continues(last: _Run, run: _Run) -> bool:
    height = max(last.height, run.height)
    near = -height <= run.left - last.left and run.left - (last.left + last.width) <= 2 * height
    return run.turn == last.turn and abs(run.baseline - last.baseline) <= _SAME_LINE * height and near


def _make_line(runs: list[_Run]) -> TextLine:
    text = ""
    for before, run in zip([None, *runs], runs, strict=False):
        gap = before is not None and _is_apart(before, run)
        text += f" {run.text}" if gap else run.text
    first, last = runs[0], runs[-1]
    return TextLine(
        text=" ".join(text.split()),
        left=first.left,
        right=last.left + last.width,
        baseline=-first.baseline,
        end_baseline=-last.baseline,
        height=max(run.height for run in runs),
        edge=first.edge,
    )


def _is_apart(before: _Run, run: _Run) -> bool:
    """Return whether two runs on a line are two words, though neither has a space between."""
    width = before.width if before.is_measured else _LEAST_WIDTH * before.height * len(before.text)
    return run.left - (before.left + width) > _WORD_SPACE * run.height
