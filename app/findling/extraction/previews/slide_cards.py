"""Cards of a presentation: each slide's content as HTML, in its proportions, and its notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.domain.preview import SlideCard
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.previews.markup_preview import to_html
from findling.extraction.previews.preview_protocol import CARD_LIMIT, MARKUP_ROOM, SHOWN_TEXT_LIMIT
from findling.extraction.xml_parts import attribute, elements
from findling.formats import FileKind

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable

    from findling.domain.files import Block, Extraction, PlacedPicture

CARD_WIDTH = 640.0
"""Pixels across in which pictures are measured: a card is as wide as a text."""

_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(cm|mm|in|pt)")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 25.4 / 72}
_EMU_PER_MILLIMETRE = 36_000
_RATIOS = (0.2, 5.0)


@dataclass(frozen=True, slots=True)
class SlideSize:
    """Size of all slides, in millimetres; that of PowerPoint's own where a file does not say."""

    width: float = 338.67
    height: float = 190.5

    @property
    def ratio(self) -> float:
        """The width, in heights."""
        return min(max(self.width / self.height, _RATIOS[0]), _RATIOS[1])

    @property
    def scale(self) -> float:
        """Pixels of a card for each of 1/96 inch on the slide."""
        return CARD_WIDTH / (self.width / 25.4 * 96)


CLASSIC = SlideSize(254, 190.5)
"""Size of slides before there were wide screens."""


def find_size(data: bytes, kind: FileKind) -> SlideSize:
    """Return the size of the slides of a presentation, as its package says it."""
    if kind is FileKind.PPT:
        return CLASSIC
    try:
        with limits.open_zip(data) as archive:
            found = _find_in_text(archive) if kind is FileKind.ODP else _find_in_slides(archive)
    except ExtractionError:
        return SlideSize()
    return found if found is not None and min(found.width, found.height) > 1 else SlideSize()


def _find_in_slides(archive: zipfile.ZipFile) -> SlideSize | None:
    for element in elements(archive, "ppt/presentation.xml", "sldSz"):
        sides = [attribute(element, name) for name in ("cx", "cy")]
        if all(map(str.isdecimal, sides)):
            return SlideSize(*(int(side) / _EMU_PER_MILLIMETRE for side in sides))
    return None


def _find_in_text(archive: zipfile.ZipFile) -> SlideSize | None:
    for element in elements(archive, "styles.xml", "page-layout-properties"):
        found = [_LENGTH.fullmatch(attribute(element, name)) for name in ("page-width", "page-height")]
        sides = [float(each[1]) * _MILLIMETRES[each[2]] for each in found if each]
        if len(sides) == 2 and sides[0] > sides[1]:  # that of notes and handouts stands upright
            return SlideSize(*sides)
    return None


def make_cards(
    extraction: Extraction, size: SlideSize, number: Callable[[PlacedPicture], int] | None
) -> tuple[tuple[SlideCard, ...], bool]:
    """Make a card of each slide, of those without a text as well.

    Args:
        extraction: the presentation; its pages are the slides.
        size: of the slides.
        number: returns the number of a picture; 0 if it is not to be shown. None where no pictures are shown.

    Returns:
        The cards, and whether the presentation was cut, as `to_html` cuts others.
    """
    pages = [block.page or 1 for block in extraction.blocks]
    last = min(max(extraction.pages or 1, max(pages, default=1)), CARD_LIMIT)
    notes = dict(extraction.notes)
    cards: list[SlideCard] = []
    length = 0
    for page in range(1, last + 1):
        blocks = extraction.blocks[bisect_left(pages, page) : bisect_left(pages, page + 1)]
        if length > MARKUP_ROOM or (blocks and blocks[-1].end > SHOWN_TEXT_LIMIT):
            return tuple(cards), True
        pictures = tuple(
            replace(picture, width=picture.width * size.scale, height=picture.height * size.scale)
            for picture in extraction.pictures
            if picture.page == page
        )
        said_from = notes.get(page, SHOWN_TEXT_LIMIT)
        text = to_html(_take(extraction, [block for block in blocks if block.start < said_from], pictures), number)[0]
        said = to_html(_take(extraction, [block for block in blocks if block.start >= said_from], ()))[0]
        cards.append(SlideCard(page, size.ratio, text, said))
        length += len(text) + len(said)
    return tuple(cards), (extraction.pages or 0) > last


def _take(extraction: Extraction, blocks: list[Block], pictures: tuple[PlacedPicture, ...]) -> Extraction:
    """Return a part of a presentation: some of its blocks, and pictures among them."""
    start = blocks[0].start if blocks else 0
    end = blocks[-1].end if blocks else 0
    moved = tuple(replace(block, start=block.start - start, end=block.end - start) for block in blocks)
    placed = tuple(replace(picture, at=max(picture.at - start, 0)) for picture in pictures)
    return replace(extraction, text=extraction.text[start:end], blocks=moved, pictures=placed)
