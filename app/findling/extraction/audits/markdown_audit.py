"""Audit of Markdown: texts, and what of its marks is no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from findling.domain.files import Unread
from findling.extraction.audits.markup_audit import add_markup, read_whole_address
from findling.extraction.audits.text_audit import note_encoding
from findling.extraction.encoding import decode
from findling.extraction.readers.markdown import RENDERED_LENGTH, make_markdown_parser, split_front_matter

if TYPE_CHECKING:
    from markdown_it.token import Token

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of a Markdown text; pictures lie beside it, and are not looked at."""
    text = decode(source.data).text
    note_encoding(text, inventory)
    front, body = split_front_matter(text)
    inventory.expect(front)
    if len(body) > RENDERED_LENGTH:
        inventory.expect(body)
        return
    references: dict[str, Any] = {}
    row: list[str] = []
    for token in make_markdown_parser().parse(body, references):
        if token.type == "inline":
            row.append(token.content)
            _add_inline(token.children or [], inventory)
        elif token.type == "tr_open":
            row.clear()
        elif token.type == "tr_close":
            inventory.add_row(row)
        else:
            _add_block(token, inventory)
    for name in ("references", "duplicate_refs"):
        if found := references.get(name):
            inventory.add(name, str(found))


def _add_block(token: Token, inventory: Inventory) -> None:
    match token.type:
        case "fence" | "code_block":
            inventory.expect(token.content)
            if token.info.strip():
                inventory.add("language", token.info.strip())
        case "html_block":
            add_markup(token.content, inventory)
        case "ordered_list_open" if token.attrs:
            inventory.add("numbers", str(sorted(token.attrs.items())))


def _add_inline(tokens: list[Token], inventory: Inventory) -> None:
    for place, token in enumerate(tokens):
        match token.type:
            case "text" | "code_inline":
                inventory.expect(token.content)
            case "link_open":
                said = tokens[place + 1].content if place + 1 < len(tokens) else ""
                inventory.add_link(str(token.attrs.get("href", "")), said)
                if token.attrs.get("title"):
                    inventory.add("title", str(token.attrs["title"]))
            case "image":
                data = read_whole_address(str(token.attrs.get("src", "")))
                inventory.add_picture(data) if data else inventory.miss(Unread.PICTURES)
                _add_inline(token.children or [], inventory)
            case "s_open":
                inventory.miss(Unread.CHANGES)
            case "html_inline":
                inventory.add("markup", token.content)
