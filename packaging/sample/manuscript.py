"""The sample library's sources as blocks: what every writer of a format is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

_RULE = re.compile(r"\|[-| ]+\|")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document.

    Attributes:
        kind: "heading", "paragraph", "item", "table", "code", "output" or "note".
        text: its words; "" for a table.
        level: 1 for the title of the document, 2 for its sections.
        rows: a table's cells; the first row has the names of the columns.
    """

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = field(default=())


def parse(source: str) -> list[Block]:
    """Read the few marks of Markdown that the sources use: #, -, >, tables, and fenced code."""
    blocks: list[Block] = []
    for number, part in enumerate(re.split(r"^```", source, flags=re.MULTILINE)):
        if number % 2:
            language, _, code = part.partition("\n")
            blocks.append(Block("output" if language == "output" else "code", code.rstrip("\n")))
        else:
            blocks += _parse_prose(part)
    return blocks


def split_sections(blocks: list[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Every section, as its heading and what is under it; what comes before the first one is left out."""
    title, inside = "", []
    for block in blocks:
        if block.kind == "heading":
            if title and block.level == 2:
                yield title, inside
            title, inside = (block.text, []) if block.level == 2 else ("", [])
        else:
            inside.append(block)
    if title:
        yield title, inside


def _parse_prose(text: str) -> Iterator[Block]:
    lines = (line.strip() for line in text.splitlines())
    for is_table, group in groupby(filter(None, lines), key=lambda line: line.startswith("|")):
        if is_table:
            rows = (line.strip("|").split("|") for line in group if not _RULE.fullmatch(line))
            yield Block("table", rows=tuple(tuple(cell.strip() for cell in row) for row in rows))
        else:
            yield from map(_parse_line, group)


def _parse_line(line: str) -> Block:
    mark, _, rest = line.partition(" ")
    if mark and set(mark) == {"#"}:
        return Block("heading", rest, level=len(mark))
    kind = {"-": "item", ">": "note"}.get(mark)
    return Block(kind, rest) if kind else Block("paragraph", line)
