"""Reader of Markdown: its rendered text as headings, items, table rows and code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction
from findling.extraction import limits
from findling.extraction.document import TextBuilder, clean
from findling.extraction.encoding import decode
from findling.extraction.readers import html_text, plain_text
from findling.extraction.readers.text_flow import Flow
from findling.formats import FileKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from findling.extraction.source import Source

RENDERED_LENGTH = 4 * limits.MEGABYTE
"""Longer texts are read as plain: the parser needs 50 times their size in memory."""
_NESTING = 100
"""The parser drops what is nested deeper; its own default is 20."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read(source: Source) -> Extraction:
    """Read a Markdown text; its title is its front matter's, else its first top heading."""
    front, body = split_front_matter(decode(source.data).text)
    builder = TextBuilder()
    builder.add(front, BlockKind.META)
    heading = add_markdown(builder, body)
    return builder.finish(FileKind.MARKDOWN, _title_in(front) or heading)


def split_front_matter(text: str) -> tuple[str, str]:
    """Split the front matter, between two lines of dashes at the very top, or "", from the text."""
    text = text.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    return (front[1], text[front.end() :]) if front else ("", text)


def make_markdown_parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables and strikethrough."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])


def add_markdown(builder: TextBuilder, text: str) -> str:
    """Add the blocks of a Markdown text, and return its first heading of level 1, or ""."""
    if len(text) > RENDERED_LENGTH:
        plain_text.add_paragraphs(builder, clean(text))
        return ""
    flow = Flow(builder)
    for token in make_markdown_parser().parse(text):
        _take(token, flow, builder)
    flow.end_block()
    return flow.first_heading


def _title_in(front: str) -> str:
    found = _TITLE.search(front)
    return found[1].strip("\"'") if found else ""


def _take(token: Token, flow: Flow, builder: TextBuilder) -> None:
    match token.type:
        case "inline":
            _take_inline(token.children or [], flow)
        case "fence" | "code_block":
            flow.begin_block(BlockKind.CODE)
            flow.add_text(token.content)
            flow.end_block()
        case "html_block":
            flow.end_block()
            html_text.add_html(builder, token.content)
        case "heading_open":
            flow.begin_block(BlockKind.HEADING, level=int(token.tag[1]))
        case "list_item_open":
            flow.begin_block(BlockKind.ITEM)
        case "tr_open":
            flow.begin_row()
        case "td_open" | "th_open":
            flow.begin_cell()
        case "tr_close":
            flow.end_row()
        case "paragraph_open":
            flow.begin_part()
        case _ if token.nesting < 0 and not token.hidden:
            flow.end_block()


def _take_inline(children: list[Token], flow: Flow) -> None:
    for child in children:
        match child.type:
            case "softbreak":
                flow.add_text(" ")
            case "hardbreak":
                flow.break_line()
            case "image":
                _take_inline(child.children or [], flow)
            case "text" | "code_inline":
                flow.add_text(child.content)
