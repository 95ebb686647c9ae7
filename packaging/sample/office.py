"""Sources as a presentation and as a workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pptx
import xlsxwriter
from pptx.dml.color import RGBColor
from pptx.util import Cm, Pt

from archive import settle
from manuscript import Block, split_sections

_INK = RGBColor(0x22, 0x30, 0x3C)
_PAPER = RGBColor(0xF6, 0xF1, 0xE7)
_WRITTEN = dt.datetime(2025, 6, 28, 20, 0, tzinfo=dt.UTC)


def write_pptx(path: Path, blocks: list[Block], author: str) -> None:
    """Write a title slide, then a slide for each section, its notes beside it."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Cm(33.867), Cm(19.05)
    cover = deck.slides.add_slide(deck.slide_layouts[6])
    cover.background.fill.solid()
    cover.background.fill.fore_color.rgb = _INK
    name, _, rest = blocks[0].text.partition(": ")
    _add_words(cover, [name], top=6.0, size=54, color=_PAPER)
    _add_words(cover, [rest, blocks[1].text], top=9.2, size=24, color=_PAPER)
    for title, inside in split_sections(blocks):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        _place(slide.shapes.title, top=1.0, height=2.2)
        slide.shapes.title.text_frame.text = title
        _style(slide.shapes.title.text_frame, 34, bold=True)
        _add_words(slide, [f"•  {block.text}" for block in inside if block.kind == "item"], top=4.0, size=24)
        for block in inside:
            if block.kind == "table":
                _add_table(slide, block.rows)
            elif block.kind == "note":
                slide.notes_slide.notes_text_frame.text = block.text
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = blocks[0].text, author, author
    about.created = about.modified = _WRITTEN
    deck.save(str(path))
    settle(path)


def _place(shape: Any, *, top: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Cm(2.2), Cm(top), Cm(29.5), Cm(height)


def _style(frame: Any, size: int, *, bold: bool = False, color: RGBColor = _INK) -> None:
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        paragraph.alignment, paragraph.space_after = 1, Pt(10)
        paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(size), bold, color


def _add_words(slide: Any, lines: list[str], *, top: float, size: int, color: RGBColor = _INK) -> None:
    if not lines:
        return
    box = slide.shapes.add_textbox(0, 0, 0, 0)
    _place(box, top=top, height=len(lines) * 1.7)
    box.text_frame.text = "\n".join(lines)
    _style(box.text_frame, size, bold=size >= 40, color=color)


def _add_table(slide: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    frame = slide.shapes.add_table(len(rows), len(rows[0]), Cm(2.2), Cm(4.2), Cm(20), Cm(len(rows) * 1.4))
    for row, cells in zip(rows, frame.table.rows, strict=True):
        for text, cell in zip(row, cells.cells, strict=True):
            cell.text = text


def write_xlsx(path: Path, blocks: list[Block], author: str) -> None:
    """Write a sheet for each section; numbers are numbers, and `=H-B:G` means column H less the sum of B to G."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": blocks[0].text, "author": author, "created": _WRITTEN})
        bold = book.add_format({"bold": True, "bottom": 1, "indent": 1})
        plain = book.add_format({"indent": 1})
        for title, inside in split_sections(blocks):
            sheet = book.add_worksheet(title)
            rows = inside[0].rows
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            for column, cells in enumerate(zip(*rows, strict=True)):
                sheet.set_column(column, column, 4 + max(map(len, cells)))
            for number, row in enumerate(rows):
                _write_row(sheet, number, row, bold if number == 0 else plain)
    settle(path)


def _write_row(sheet: Any, number: int, row: tuple[str, ...], form: Any) -> None:
    for column, text in enumerate(row):
        if text.startswith("="):
            income, *spent = (float(row[at]) for at in (7, 1, 2, 3, 4, 5, 6))
            sheet.write_formula(
                number, column, f"=H{number + 1}-SUM(B{number + 1}:G{number + 1})", form, income - sum(spent)
            )
        elif text.replace(".", "", 1).isdigit():
            sheet.write_number(number, column, float(text), form)
        else:
            sheet.write_string(number, column, text, form)
