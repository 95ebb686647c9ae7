"""Documents as HTML that is safe to show: from markup, or from a reader's blocks."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.previews.preview_protocol import MARKUP_ROOM, TABLE_ROWS, TEXT_LIMIT
from findling.extraction.previews.sanitiser import sanitise
from findling.extraction.previews.word_markup import WordMarkup
from findling.extraction.readers import html_text, markdown, word
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from findling.domain.files import Block, Extraction
    from findling.extraction.source import Source

_AROUND = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}
_CELL_GAP = " | "


@dataclass(frozen=True, slots=True)
class Markup:
    """Frozen record of a document as HTML.

    Attributes:
        title: the document's own, or "".
        text: the HTML.
        cut: only the beginning is there.
    """

    title: str
    text: str
    cut: bool


def from_html(source: Source) -> Markup:
    """Make the preview of a page; raises as its reader does."""
    markup = html_text.without_xml(decode(source.data, html_text.declared_encoding(source.data)).text)
    return Markup(html_text.read(source).title, *sanitise(markup))


def from_markdown(source: Source) -> Markup:
    """Render a Markdown text, or quote one that is too long for that; raises as its reader does."""
    front, body = markdown.split_front_matter(decode(source.data).text)
    title = markdown.read(source).title
    before = f"<pre>{escape(front)}</pre>" if front else ""
    if len(body) > markdown.RENDERED_LENGTH:
        return Markup(title, *sanitise(f"{before}<pre>{escape(body)}</pre>"))
    # HTML in Markdown is a part of what the author wrote: it is rendered with the rest, and sanitised with it.
    return Markup(title, *sanitise(before + str(markdown.make_parser().render(body))))


def from_word(source: Source) -> Markup:
    """Make the preview of a Word document: body and notes, then below a rule headers, comments, charts.

    Raises as its reader does.
    """
    return package.use_or_repair(source.data, lambda data: _convert(data, source))[0]


def _convert(data: bytes, source: Source) -> Markup:
    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        document = word.WordDocument(archive, source.beat)
        writer = WordMarkup(document.make_counter(), lambda relationship: _show_chunk(document, relationship))
        document.walk_text(writer, is_formatted=True)
        body, cut = sanitise(writer.finish())
        builder = TextBuilder()
        document.add_asides(builder)
    if builder.empty:
        if not body:
            raise ExtractionError(Reason.NO_TEXT)
        return Markup(title, body, cut)
    beside, _ = to_html(builder.finish(FileKind.DOCX))
    return Markup(title, f"{body}\n<hr>\n{beside}", cut)


def _show_chunk(document: word.WordDocument, relationship: str) -> str:
    extraction = document.read_chunk(relationship)
    return to_html(extraction)[0] if extraction is not None else ""


def to_html(extraction: Extraction) -> tuple[str, bool]:
    """Write the blocks of a document as HTML.

    Slides, sheets, messages and chapters begin below a rule, those that have a number with an anchor ("page-3").

    Returns:
        The HTML, and whether it was cut at `TEXT_LIMIT` characters of text or `MARKUP_ROOM` in all.
    """
    blocks = [block for block in extraction.blocks if block.start < TEXT_LIMIT]
    cut = len(extraction.text) > TEXT_LIMIT
    written: list[str] = []
    length = 0
    for part in _parts(extraction.text[:TEXT_LIMIT], blocks):
        if length > MARKUP_ROOM:
            cut = True
            break
        written.append(part)
        length += len(part)
    return "\n".join(written), cut


def _parts(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    page: int | None = None
    for kind, group in groupby(blocks, lambda block: block.kind):
        around = _AROUND.get(kind)
        yield f"<{around}>" if around else ""
        for number, block in enumerate(group, start=1):
            opens = block.page is not None and block.page != page
            if block.start and (opens or block.breaks):
                yield f"</{around}><hr><{around}>" if around else "<hr>"
            if opens:
                page = block.page
            yield _write(text[block.start : block.end], block, f'<a name="page-{page}"></a>' if opens else "")
            if kind is BlockKind.ROW and number % TABLE_ROWS == 0:
                yield "</table><table>"
        yield f"</{around}>" if around else ""


def _write(text: str, block: Block, anchor: str) -> str:
    shown = escape(text, quote=False)
    match block.kind:
        case BlockKind.HEADING:
            return f"<h{block.level or 2}>{anchor}{_lines(shown)}</h{block.level or 2}>"
        case BlockKind.ITEM:
            return f"<li>{anchor}{_lines(shown)}</li>"
        case BlockKind.ROW:
            cells = "</td><td>".join(shown.split(_CELL_GAP))
            return f"<tr><td>{anchor}{_lines(cells)}</td></tr>"
        case BlockKind.CODE:
            return f"{anchor}<pre>{shown}</pre>"
        case _:
            return f"<p>{anchor}{_lines(shown)}</p>"


def _lines(shown: str) -> str:
    return shown.replace("\n", "<br>")
