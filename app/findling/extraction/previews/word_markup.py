"""Word documents as HTML, from the walk through their stories; to be sanitised for showing."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.previews.preview_protocol import MARKUP_ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.extraction.readers.word_lists import ListCounter
    from findling.extraction.readers.word_story import Look, StoryParagraph

PART = "part:"
"""Beginning of the address of a picture that is a part of the package."""

# Items that are counted bring their number with them, as Word shows it, and no list of HTML may count them again.
_ITEMS = {"ul": "li", "dl": "dd"}
_DEEPEST = 8
"""Lists inside each other, of which Word has nine."""


@dataclass(slots=True)
class _Cell:
    """Cell of a table: its content, and how far it reaches."""

    content: str
    column: int
    width: int
    height: int = 1


@dataclass(slots=True)
class _Table:
    """Open table.

    Attributes:
        above: for each column, the cell that reaches into the next row.
    """

    rows: list[tuple[list[_Cell], bool]] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)
    column: int = 0
    above: dict[int, _Cell] = field(default_factory=dict)


class WordMarkup:
    """Receiver of stories that writes HTML: headings, lists, tables, looks and links.

    Cells of tables may be merged.

    Args:
        counter: of the lists of the document.
        show_chunk: writes a document in another format that the body holds.
    """

    def __init__(self, counter: ListCounter, show_chunk: Callable[[str], str]) -> None:
        self._counter = counter
        self._show_chunk = show_chunk
        self._parts: list[str] = []
        self._length = 0
        self._lists: list[str] = []
        self._tables: list[_Table] = []
        self._around: list[tuple[list[str], list[str]]] = []

    @property
    def full(self) -> bool:
        """True if the rest would not be shown."""
        return self._length > MARKUP_ROOM

    def finish(self) -> str:
        """Return the HTML."""
        while self._tables:
            self.end_table()
        self._close_lists()
        return "".join(self._parts)

    def add_paragraph(self, paragraph: StoryParagraph) -> None:
        """Write a paragraph, with the number that Word shows before it."""
        number = self._counter.count(paragraph.place) if paragraph.place is not None else ""
        is_said = paragraph.place is not None and self._counter.has_words(paragraph.place)
        if paragraph.is_blank and not is_said:
            return
        shown = "".join(map(_write, paragraph.texts, paragraph.looks)).strip()
        shown = f"{escape(number, quote=False)} {shown}" if number else shown
        if paragraph.kind is BlockKind.ITEM and paragraph.place is not None:
            self._open_item(min(paragraph.place.depth, _DEEPEST), "dl" if paragraph.place.is_counted else "ul")
            self._put(shown)
            return
        self._close_lists()
        name = f"h{paragraph.level}" if paragraph.kind is BlockKind.HEADING else "p"
        self._put(f"<{name}>{shown}</{name}>")

    def add_chunk(self, relationship: str) -> None:
        """Write a document in another format."""
        self._close_lists()
        self._put(self._show_chunk(relationship))

    def begin_table(self) -> None:
        """Begin a table."""
        self._close_lists()
        self._tables.append(_Table())

    def begin_row(self) -> None:
        """Begin a row, whose columns are counted from the first."""
        if self._tables:
            self._tables[-1].cells, self._tables[-1].column = [], 0

    def begin_cell(self) -> None:
        """Begin a cell: what follows is its content."""
        self._around.append((self._parts, self._lists))
        self._parts, self._lists = [], []

    def end_cell(self, span: int, *, continues: bool) -> None:
        """End a cell; one that continues another lengthens it, unless it has a text of its own."""
        self._close_lists()
        content = "".join(self._parts)
        self._parts, self._lists = self._around.pop()
        if not self._tables:
            self._put(content)
            return
        table = self._tables[-1]
        above = table.above.get(table.column)
        if continues and above is not None:
            above.height += 1
            above.content += content
        else:
            cell = _Cell(content, table.column, span)
            table.cells.append(cell)
            table.above[table.column] = cell
        table.column += span

    def end_row(self, *, is_head: bool) -> None:
        """End a row."""
        if self._tables:
            self._tables[-1].rows.append((self._tables[-1].cells, is_head))

    def end_table(self) -> None:
        """End a table, and write it."""
        if self._tables:
            rows = self._tables.pop().rows
            self._put(f"<table>{''.join(_write_row(cells, is_head=is_head) for cells, is_head in rows)}</table>")

    def _put(self, markup: str) -> None:
        self._parts.append(markup)
        self._length += len(markup)

    def _open_item(self, depth: int, name: str) -> None:
        """Begin an item, inside the item above it if it is deeper."""
        while len(self._lists) > depth + 1 or (len(self._lists) == depth + 1 and self._lists[-1] != name):
            self._close_list()
        if len(self._lists) == depth + 1:
            self._put(f"</{_ITEMS[name]}><{_ITEMS[name]}>")
        while len(self._lists) <= depth:
            self._lists.append(name)
            self._put(f"<{name}><{_ITEMS[name]}>")

    def _close_list(self) -> None:
        name = self._lists.pop()
        self._put(f"</{_ITEMS[name]}></{name}>")

    def _close_lists(self) -> None:
        while self._lists:
            self._close_list()


def _write_row(cells: list[_Cell], *, is_head: bool) -> str:
    name = "th" if is_head else "td"
    return f"<tr>{''.join(_write_cell(cell, name) for cell in cells)}</tr>" if cells else ""


def _write_cell(cell: _Cell, name: str) -> str:
    reach = "".join(_reach(cell))
    return f"<{name}{reach}>{cell.content}</{name}>"


def _reach(cell: _Cell) -> Iterator[str]:
    if cell.width > 1:
        yield f' colspan="{cell.width}"'
    if cell.height > 1:
        yield f' rowspan="{cell.height}"'


def _write(text: str, look: Look) -> str:
    """Write a stretch of text with its look, or the picture that it stands for."""
    if (picture := look.picture) is not None:
        width = f' width="{round(picture.width)}"' if picture.width >= 1 else ""
        description = escape(" ".join(picture.description.split()))
        return f'<img src="{PART}{escape(picture.part)}"{width} alt="{description}">'
    shown = escape(text, quote=False).replace("\n", "<br>")
    for name, is_on in (("strong", look.is_bold), ("em", look.is_italic), ("s", look.is_struck)):
        if is_on:
            shown = f"<{name}>{shown}</{name}>"
    if look.position:
        shown = f"<{look.position}>{shown}</{look.position}>"
    return f'<a href="{escape(look.link)}">{shown}</a>' if look.link else shown
