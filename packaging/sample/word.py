"""Sources as a Word document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
from docx.shared import Cm, Pt, RGBColor

from archive import settle
from manuscript import Block

_INK = RGBColor(0x22, 0x30, 0x3C)
_WRITTEN = dt.datetime(2025, 11, 17, 9, 0, tzinfo=dt.UTC)


def write_docx(path: Path, blocks: list[Block], author: str) -> None:
    """Write headings, paragraphs, lists and tables with Word's own styles."""
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = Cm(21), Cm(29.7)
    _set_styles(document)
    for block in blocks:
        if block.kind == "heading":
            document.add_heading(block.text, level=block.level - 1)
        elif block.kind == "item":
            document.add_paragraph(block.text, style="List Bullet")
        elif block.kind == "table":
            _add_table(document, block.rows)
        else:
            document.add_paragraph(block.text)
    about = document.core_properties
    about.title, about.author, about.comments = blocks[0].text, author, ""
    about.created = about.modified = _WRITTEN
    document.save(str(path))
    settle(path)


def _set_styles(document: docx.document.Document) -> None:
    body = document.styles["Normal"]
    body.font.name, body.font.size = "Georgia", Pt(11)
    body.paragraph_format.space_after = Pt(8)
    for name, size in (("Title", 20), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), _INK


def _add_table(document: docx.document.Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph()
