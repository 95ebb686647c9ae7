"""Documents as HTML that is safe to show: from markup, or from a reader's blocks."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.previews.picture_sources import PackageMembers, find_beside, read_data_address
from findling.extraction.previews.preview_protocol import MARKUP_ROOM, SHOWN_TEXT_LIMIT, TABLE_ROWS
from findling.extraction.previews.sanitiser import picture_tag, sanitise
from findling.extraction.previews.word_markup import PART, WordMarkup
from findling.extraction.readers import html_text, markdown, word
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from findling.domain.files import Block, Extraction, PlacedPicture
    from findling.extraction.previews.picture_gallery import PictureGallery
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


def from_html(source: Source, gallery: PictureGallery) -> Markup:
    """Make the preview of a page; raises as its reader does."""
    markup = html_text.without_xml(decode(source.data, html_text.declared_encoding(source.data)).text)
    return Markup(html_text.read(source).title, *sanitise(markup, partial(_number_on_page, gallery)))


def _number_on_page(gallery: PictureGallery, address: str, width: float, height: float) -> int:
    """Number a picture that a page's address holds, or that lies beside it; fetch none."""
    if address[:5].lower() == "data:":
        return gallery.add(address, partial(read_data_address, address), width, height)
    file = find_beside(address)
    return gallery.add_beside(file, width, height) if file else 0


def from_markdown(source: Source, gallery: PictureGallery) -> Markup:
    """Render a Markdown text, or quote one that is too long for that; raises as its reader does."""
    front, body = markdown.split_front_matter(decode(source.data).text)
    title = markdown.read(source).title
    before = f"<pre>{escape(front)}</pre>" if front else ""
    if len(body) > markdown.RENDERED_LENGTH:
        return Markup(title, *sanitise(f"{before}<pre>{escape(body)}</pre>"))
    # HTML in Markdown is a part of what the author wrote: it is rendered with the rest, and sanitised with it.
    rendered = before + str(markdown.make_markdown_parser().render(body))
    return Markup(title, *sanitise(rendered, partial(_number_on_page, gallery)))


def from_word(source: Source, gallery: PictureGallery) -> Markup:
    """Make the preview of a Word document: body, notes, a rule, headers, comments, charts.

    Raises as its reader does.
    """
    return package.use_or_repair(source.data, lambda data: _convert(data, source, gallery))[0]


def _convert(data: bytes, source: Source, gallery: PictureGallery) -> Markup:
    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        document = word.WordDocument(archive, source.beat)
        writer = WordMarkup(document.make_counter(), lambda relationship: _show_chunk(document, relationship))
        document.walk_text(writer, is_formatted=True)
        body, cut = sanitise(writer.finish(), partial(_number_part, gallery, PackageMembers(data), document))
        builder = TextBuilder()
        document.add_asides(builder)
    if builder.empty:
        if not body:
            raise ExtractionError(Reason.NO_TEXT)
        return Markup(title, body, cut)
    beside, _ = to_html(builder.finish(FileKind.DOCX))
    return Markup(title, f"{body}\n<hr>\n{beside}", cut)


def _number_part(
    gallery: PictureGallery,
    members: PackageMembers,
    document: word.WordDocument,
    address: str,
    width: float,
    height: float,
) -> int:
    name = document.find_part(address.removeprefix(PART)) if address.startswith(PART) else None
    return gallery.add(name, partial(members.read, name), width, height) if name else 0


def _show_chunk(document: word.WordDocument, relationship: str) -> str:
    extraction = document.read_chunk(relationship)
    return to_html(extraction)[0] if extraction is not None else ""


def to_html(extraction: Extraction, number: Callable[[PlacedPicture], int] | None = None) -> tuple[str, bool]:
    """Write the blocks of a document as HTML.

    Slides, sheets, messages and chapters begin below a rule, those that have a number with an anchor ("page-3").

    Args:
        extraction: the document.
        number: returns the number of a picture in it; 0 if it is not to be shown. None where no pictures are shown.

    Returns:
        The HTML, and whether it was cut at `TEXT_LIMIT` characters of text or `MARKUP_ROOM` in all.
    """
    blocks = [block for block in extraction.blocks if block.start < SHOWN_TEXT_LIMIT]
    cut = len(extraction.text) > SHOWN_TEXT_LIMIT
    written: list[str] = []
    length = 0
    pictures = deque(extraction.pictures if number is not None else ())

    def show_pictures(until: int) -> str:
        """Write the pictures before a position that were not written yet."""
        tags: list[str] = []
        while pictures and pictures[0].at < until:
            picture = pictures.popleft()
            if number is not None and (shown := number(picture)):
                tags.append(f"<p>{picture_tag(shown, picture.description)}</p>")
        return "".join(tags)

    for part in _parts(extraction.text[:SHOWN_TEXT_LIMIT], blocks, show_pictures):
        if length > MARKUP_ROOM:
            cut = True
            break
        written.append(part)
        length += len(part)
    return "\n".join(written), cut


def _parts(text: str, blocks: Iterable[Block], show_pictures: Callable[[int], str]) -> Iterator[str]:
    page: int | None = None
    for kind, group in groupby(blocks, lambda block: block.kind):
        around = _AROUND.get(kind)
        for number, block in enumerate(group, start=1):
            pictures = show_pictures(block.start)
            if around and pictures and number > 1:
                yield f"</{around}>{pictures}<{around}>"
            else:
                yield f"{pictures}<{around}>" if around and number == 1 else pictures
            opens = block.page is not None and block.page != page
            if block.start and (opens or block.breaks):
                yield f"</{around}><hr><{around}>" if around else "<hr>"
            if opens:
                page = block.page
            yield _write(text[block.start : block.end], block, f'<a name="page-{page}"></a>' if opens else "")
            if kind is BlockKind.ROW and number % TABLE_ROWS == 0:
                yield "</table><table>"
        yield f"</{around}>" if around else ""
    if last := show_pictures(len(text) + 1):
        yield last


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
