"""Flow of pages: their lines as paragraphs and headings, without running heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import BlockKind
from findling.extraction.readers.text_layout import Hyphens, drop_margins, find_paragraphs, measure_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.extraction.document import TextBuilder
    from findling.extraction.readers.text_layout import TextLine


def add_flowed_pages(builder: TextBuilder, pages: Sequence[Sequence[TextLine]], asides: Sequence[Sequence[str]]) -> str:
    """Add the paragraphs of all pages, each page followed by what is said beside its text.

    Args:
        builder: takes them, with the numbers of their pages.
        pages: lines of each page.
        asides: of each page, comments and what is said of its pictures.

    Returns:
        The heading in the largest type on the first page, or "".
    """
    kept = drop_margins(pages)
    hyphens = Hyphens(line.text for page in kept for line in page)
    scale = measure_type(kept)
    title = ""
    for number, (lines, beside) in enumerate(zip(kept, asides, strict=True), start=1):
        for paragraph in find_paragraphs(lines, hyphens):
            if not any(map(str.isalnum, paragraph.text)):
                continue  # rules, bullets, and letters of fonts that do not say what they mean
            level = scale.heading_level(paragraph)
            if level == 1 and number == 1 and not title:
                title = " ".join(paragraph.text.split())
            builder.add(paragraph.text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level, page=number)
        for text in beside:
            builder.add(text, page=number)
    return title
