"""Snippets: the sentence of a passage that answers a query, with its surroundings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.extraction.answer_spans import find_answer, find_query_words

if TYPE_CHECKING:
    from findling.extraction.answer_spans import Span

_LEAD = 48
_LONGEST = 600

_TABLE = re.compile(r"(?:^\|[^|\n]*\|.*\|(?:\n|\Z))+", re.MULTILINE)
"""Rows of a table in Markdown; of one column they could as well be something else."""

_BAR = re.compile(r"(?<!\\)\|")
"""Bar between cells; one within a cell has a backslash before it."""

_RULE = re.compile(r"[:-]+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Part of a passage, as one line.

    Attributes:
        text: without line ends; "…" where something was left out before it.
        answer: the span of the sentence that answers; empty where nothing was asked.
        words: the spans of the query's distinctive words within the text.
    """

    text: str
    answer: Span
    words: tuple[Span, ...]


def make_snippet(passage: str, query: str, heading: str = "") -> Snippet:
    """Return the part of a passage that begins shortly before its answering sentence.

    Args:
        passage: its text.
        query: the query.
        heading: shown above the snippet, so left out at its beginning.
    """
    passage = passage.strip()
    if heading and passage != heading:
        passage = passage.removeprefix(f"{heading}\n")
    flat = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", passage.strip()))
    flat = _TABLE.sub(_write_table, flat).strip()
    start, end = find_answer(flat, query) if query.strip() else (0, 0)
    lead = "… " if start > _LEAD else ""
    cut = start if lead else 0
    text = lead + flat[cut : cut + _LONGEST].replace("\n", " ")
    shift = len(lead) - cut
    return Snippet(text, (start + shift, min(end + shift, len(text))), find_query_words(text, query))


def _write_table(table: re.Match[str]) -> str:
    """Return a line for each row of a table, without the rule below its head."""
    rows = [[cell.strip() for cell in _BAR.split(row) if cell.strip()] for row in table[0].splitlines()]
    lines = [" · ".join(row).replace("\\|", "|") for row in rows if not all(map(_RULE.fullmatch, row))]
    return ";\n".join(filter(None, lines)) + "\n"
