"""Sources as PDF pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Paragraph, SimpleDocTemplate

from manuscript import Block

_INK = colors.HexColor("#22303c")
_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=16.5, spaceAfter=8, alignment=TA_JUSTIFY)
_STYLES = {
    1: ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=19, leading=24, spaceAfter=18, textColor=_INK),
    2: ParagraphStyle(
        "section",
        fontName="Helvetica-Bold",
        fontSize=12.5,
        leading=16,
        spaceBefore=12,
        spaceAfter=5,
        textColor=_INK,
        keepWithNext=True,
    ),
}


def write_pdf(path: Path, blocks: list[Block], author: str) -> None:
    """Write headings and paragraphs on A4, with the title and the page's number at the foot."""
    title = next(block.text for block in blocks if block.kind == "heading")

    def draw_foot(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8.5)
        canvas.setFillColor(colors.grey)
        canvas.drawString(2.6 * cm, 1.5 * cm, title)
        canvas.drawRightString(A4[0] - 2.6 * cm, 1.5 * cm, str(document.page))

    pages = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        title=title,
        author=author,
        invariant=1,
        leftMargin=2.6 * cm,
        rightMargin=2.6 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2.4 * cm,
    )
    story = [Paragraph(escape(block.text), _STYLES.get(block.level, _BODY)) for block in blocks]
    pages.build(story, onFirstPage=draw_foot, onLaterPages=draw_foot)
