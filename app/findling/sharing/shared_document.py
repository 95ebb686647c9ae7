"""A shared document's text with its pages, and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.messages.sharing_templates import SharingMessage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.domain.files import Block, Extraction
    from findling.formats import FileKind

_CONTEXT = 120
_BREAK_WITHIN = 200


class SharedDocument:
    """Stored text and blocks of a document, under the name of one of its files.

    Attributes:
        path: the file.
        id: of the document.
        title: its own, or the name of the file.
        text: the canonical text.
        blocks: in order.
        pages: pages, slides or sheets; None where its format has none.
    """

    def __init__(self, path: Path, document_id: int, extraction: Extraction) -> None:
        self.path = path
        self.id = document_id
        self.title = extraction.title or path.name
        self.kind: FileKind = extraction.kind
        self.text = extraction.text
        self.blocks: tuple[Block, ...] = extraction.blocks
        self.pages = extraction.pages
        self.language = extraction.language
        self._starts = [block.start for block in extraction.blocks]

    def page_at(self, place: int) -> int | None:
        """Return the page of a place in the text; None where there are no pages."""
        at = bisect_right(self._starts, place) - 1
        return self.blocks[at].page if at >= 0 else None

    def find_page(self, page: int) -> tuple[int, int]:
        """Return where the text of a page begins and ends; a page without text is empty.

        Raises:
            FindlingError: there is no such page.
        """
        if not self.pages or page > self.pages:
            raise FindlingError(SharingMessage.NO_SUCH_PAGE(file=self.path, page=page))
        pages = [block.page or 0 for block in self.blocks]
        first, last = (
            next((block.start for block, at in zip(self.blocks, pages, strict=True) if at >= wanted), len(self.text))
            for wanted in (page, page + 1)
        )
        return first, last

    def find_break(self, start: int, end: int) -> int:
        """Return the last white space shortly before `end`, so that a piece ends between words."""
        if end >= len(self.text) or end - start < 2 * _BREAK_WITHIN:
            return end
        at = max(self.text.rfind(space, end - _BREAK_WITHIN, end) for space in " \n\t")
        return at + 1 if at > start else end

    def find_text(self, text: str) -> Iterator[tuple[int, int]]:
        """Iterate over the places of a text, whatever its case and the white space in it."""
        pattern = r"\s+".join(map(re.escape, text.split()))
        return (match.span() for match in re.finditer(pattern, self.text, re.IGNORECASE))

    def cut_context(self, start: int, end: int) -> str:
        """Return a stretch with what is around it, on one line."""
        before, after = max(start - _CONTEXT, 0), min(end + _CONTEXT, len(self.text))
        return " ".join(self.text[before:after].split())
