"""The blocks of a read document become HTML: headings, paragraphs, lists, tables and code, a rule at each new page."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.previews.preview_protocol import MARKUP_ROOM, TABLE_ROWS, TEXT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from findling.domain.files import Block, Extraction

_AROUND = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}
_CELL_GAP = " | "


def to_html(extraction: Extraction) -> tuple[str, bool]:
    """Write what a reader got out of a document.

    Slides, sheets, messages and chapters begin below a rule, those that have a number with an anchor ("page-3").

    Returns:
        The HTML, and whether it was cut after `TEXT_LIMIT` characters of text or `MARKUP_ROOM` in all.
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
