"""The headings above every place of a document, and the page that it is on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.files import Block

SEPARATOR = " › "
_LONGEST_HEADING = 200
_LONGEST_HEADER = 120
_NONE = -1


class Outline:
    """Answers, for a stretch of a document, which page it begins on and under which headings it stands.

    The first row of a table counts as a heading of the rows below it where it names columns, so that a passage from
    the middle of a table still says what its numbers are.
    """

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        self._parents: dict[int, int] = {}
        self._headings: list[int] = []
        self._tables: list[int] = []
        self._read()

    def _read(self) -> None:
        """Note for every block the heading above it (itself, if it is one) and the first row of its table."""
        stack: list[int] = []
        table = _NONE
        for index, block in enumerate(self._blocks):
            if block.breaks:
                stack.clear()
            if block.kind is BlockKind.HEADING:
                while stack and self._blocks[stack[-1]].level >= block.level:
                    stack.pop()
                self._parents[index] = stack[-1] if stack else _NONE
                stack.append(index)
            if block.kind is not BlockKind.ROW:
                table = _NONE
            elif table == _NONE or block.breaks:
                table = index
            self._headings.append(stack[-1] if stack else _NONE)
            self._tables.append(table)

    def page(self, start: int) -> int | None:
        """Return the page of the block that holds the offset `start`."""
        return self._blocks[self._find(start)].page

    def path(self, start: int, end: int) -> str:
        """Return the headings above `text[start:end]`, joined; those that it opens with are among them."""
        index = self._find(start)
        while self._opens_deeper(index, end):
            index += 1
        headings = self._climb(self._headings[index])
        table = self._tables[index]
        if table not in (_NONE, index):
            headings += self._header(table)
        return SEPARATOR.join(headings)

    def _find(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _opens_deeper(self, index: int, end: int) -> bool:
        """Tell whether the block is a heading and the next one, still before `end`, a heading under it."""
        if index + 1 >= len(self._blocks) or self._starts[index + 1] >= end:
            return False
        return self._parents.get(index + 1, _NONE) == index

    def _climb(self, heading: int) -> list[str]:
        path = []
        while heading != _NONE:
            path.append(self._line(heading, _LONGEST_HEADING))
            heading = self._parents[heading]
        return path[::-1]

    def _header(self, row: int) -> list[str]:
        """Return the row if it names columns: names hold no digits."""
        line = self._line(row, _LONGEST_HEADER)
        return [] if any(map(str.isdigit, line)) else [line]

    def _line(self, index: int, longest: int) -> str:
        block = self._blocks[index]
        return " ".join(self._text[block.start : min(block.end, block.start + longest)].split())
