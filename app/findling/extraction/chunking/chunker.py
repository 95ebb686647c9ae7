"""Division of a document into passages: as long as the model reads, as whole as possible."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Passage
from findling.extraction.chunking.packing import Packer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from findling.domain.files import Block, Extraction
    from findling.extraction.chunking.packing import ChunkingRules, PassageTokenizer

_SEPARATOR = " › "
_LONGEST_HEADING = 200
_LONGEST_HEADER = 120
_NONE = -1

_VERSION = 1
"""Version of the rules, raised whenever most documents would get other passages: all are then embedded again."""


class Outline:
    """Lookup of the page and of the headings above a stretch of a document.

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
        """Record for every block its heading (itself, if it is one) and the first row of its table."""
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
        """Return the headings above `text[start:end]`, joined, with those that it opens with."""
        index = self._find(start)
        while self._opens_deeper(index, end):
            index += 1
        headings = self._climb(self._headings[index])
        table = self._tables[index]
        if table not in (_NONE, index):
            headings += self._header(table)
        return _SEPARATOR.join(headings)

    def _find(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _opens_deeper(self, index: int, end: int) -> bool:
        """Return whether the block is a heading and the next one, before `end`, a heading under it."""
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


class Chunker:
    """Cuts documents by the tokens of one model.

    Attributes:
        rules: the lengths that it keeps to.
        stamp: names its version and its rules; passages with another stamp have to be cut again. The tokenizer is
            not in it: the model's own fingerprint names that.
    """

    def __init__(self, tokenizer: PassageTokenizer, rules: ChunkingRules) -> None:
        self._tokenizer = tokenizer
        self.rules = rules
        self.stamp = f"chunker {_VERSION}: {rules}"

    def cut(self, extraction: Extraction, ends: Collection[int] = ()) -> tuple[Passage, ...]:
        """Cut a document into passages, in time linear in its length.

        Their starts ascend, and together they hold every character of `extraction.text`; white space belongs to the
        passage before it. Each has at most `rules.passage_tokens` tokens when it is tokenised alone, and at most
        `rules.max_chars` code points. None crosses a heading of level 1 or 2 or the beginning of a block that breaks;
        only a heading with nothing of its own stays with the deeper heading below it. They overlap by one sentence
        where a paragraph was cut between two sentences, and nowhere else.

        Args:
            extraction: the document.
            ends: offsets at which a passage rather ends than at others that are as good, so that those of an edited
                document are those of before but near the edit.
        """
        text, blocks = extraction.text, extraction.blocks
        if not text:
            return ()
        outline = Outline(text, blocks)
        return tuple(
            Passage(start, end, outline.page(start), outline.path(start, end), tokens)
            for start, end, tokens in Packer(text, blocks, self._tokenizer, self.rules, ends).pack()
        )

    def describe(self, title: str, passage: Passage) -> str:
        """Return the line that is put before a passage when it is embedded: title and headings.

        Of more than `rules.heading_tokens` tokens the last are kept, since the nearest heading says most.

        Args:
            title: the document's own title, or "". A file's name is no substitute: one that says nothing makes the
                passage harder to find (docs/benchmarks.md, "Passages").
            passage: one of this chunker's.
        """
        path = passage.heading
        if title and path != title and not path.startswith(title + _SEPARATOR):
            path = _SEPARATOR.join(filter(None, (title, path)))
        path = self._keep_last(path)
        return f"{path}\n" if path else ""

    def _keep_last(self, line: str) -> str:
        """Drop words from the left, or else characters, down to `rules.heading_tokens` tokens."""
        limit = self.rules.heading_tokens
        while (excess := len(spans := self._tokenizer.spans(line)) - limit) > 0:
            cut = int(spans[excess, 0]) if limit else len(line)
            word = line.find(" ", cut - 1) + 1 if cut else 0
            line = line[word or max(cut, 1) :].lstrip(" ›")
        return line
