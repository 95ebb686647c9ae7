"""Recognition of the text on a picture of a page: upright, line by line, in reading order."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from PIL import Image

from findling.domain.recognition import RecognisedLine, RecognisedPage
from findling.extraction.readers.text_layout import Hyphens, TextLine, find_paragraphs
from findling.recognition.line_detector import DETECTOR_FILE, LineDetector
from findling.recognition.line_reader import READER_FILE, Alphabet, LineReader
from findling.recognition.network import open_network
from findling.recognition.reading_order import arrange

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.recognition.line_reader import LineText
    from findling.recognition.text_regions import Rectangle

_LEAST_CONFIDENCE = 0.5
_LEAST_LETTERS = 2
_STROKES = "一ー丨"
"""Characters that any line may be taken for."""
_UPRIGHT = 0.85
"""Confidence above which nobody asks whether a page stands on its head."""
_PROBES = 3
_TALL = 1.5
"""A line that is so many times higher than wide runs up or down the page."""
_TURNED_SHARE = 0.5
_TYPE_SHARE = 0.6
"""Height of the type in that of the box around a line, which the detector draws with room."""

_TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


@dataclass(slots=True)
class _Sheet:
    """Page with its lines.

    Attributes:
        turn: by how many degrees, counter-clockwise, the page was turned to be `image`.
        read: what was read already, to see whether the page is upright.
    """

    image: Image.Image
    turn: int
    boxes: list[Rectangle]
    read: dict[Rectangle, LineText] = field(default_factory=dict)

    @property
    def is_lying(self) -> bool:
        """True if most lines run up or down."""
        return sum(box.down > _TALL * box.across for box in self.boxes) > _TURNED_SHARE * len(self.boxes)

    @property
    def confidence(self) -> float:
        """Mean confidence of what was read."""
        return sum(text.confidence for text in self.read.values()) / max(len(self.read), 1)


class PageRecogniser:
    """Recogniser with its networks loaded, for one thread."""

    def __init__(self, detector: LineDetector, reader: LineReader) -> None:
        self._detector = detector
        self._reader = reader

    @classmethod
    def load(cls, folder: Path, *, european: bool = False) -> Self:
        """Load the networks from a folder, for all characters or for those of European languages.

        Raises:
            ModelError: a network is damaged.
        """
        reader = LineReader(open_network(folder / READER_FILE), Alphabet.load(folder, european=european))
        return cls(LineDetector(open_network(folder / DETECTOR_FILE)), reader)

    def recognise(self, image: Image.Image, beat: Callable[[], None] = lambda: None) -> RecognisedPage:
        """Read a picture in RGB; `beat` is called at every line."""
        if not self._detector.has_text(image):
            return RecognisedPage()
        beat()
        sheet = self._find_upright(image, beat)
        texts = []
        for box in sheet.boxes:
            beat()
            texts.append(sheet.read.get(box) or self._reader.read(_cut_out(sheet.image, box)))
        read = [
            (box, text)
            for box, text in zip(sheet.boxes, texts, strict=True)
            if text.text.strip() and text.confidence >= _LEAST_CONFIDENCE
        ]
        if sum(map(_count_letters, (text.text for _, text in read))) < _LEAST_LETTERS:
            return RecognisedPage()  # a circle, a dashed line, a square
        read = [read[index] for index in arrange([box for box, _ in read], sheet.image.width)]
        typeset = [_typeset(box, text.text, sheet.image.height) for box, text in read]
        hyphens = Hyphens(line.text for line in typeset)
        return RecognisedPage(
            tuple(_describe(box, text, sheet) for box, text in read),
            tuple(paragraph.text for paragraph in find_paragraphs(typeset, hyphens)),
        )

    def _find_upright(self, image: Image.Image, beat: Callable[[], None]) -> _Sheet:
        """Turn a page until its lines can be read."""
        sheet = _Sheet(image, 0, self._detector.find_lines(image))
        if sheet.is_lying:
            beat()
            turned = image.transpose(_TURNS[90])
            sheet = _Sheet(turned, 90, self._detector.find_lines(turned))
        probes = sorted(sheet.boxes, key=lambda box: -box.across)[:_PROBES]
        cut = [_cut_out(sheet.image, box) for box in probes]
        for box, line in zip(probes, cut, strict=True):
            beat()
            sheet.read[box] = self._reader.read(line)
        if not probes or sheet.confidence > _UPRIGHT:
            return sheet
        beat()
        reversed_lines = [self._reader.read(line.transpose(_TURNS[180])) for line in cut]
        if sheet.confidence >= sum(text.confidence for text in reversed_lines) / len(probes):
            return sheet
        beat()
        turned = sheet.image.transpose(_TURNS[180])
        return _Sheet(turned, sheet.turn + 180, self._detector.find_lines(turned))


def _count_letters(text: str) -> int:
    return sum(sign.isalnum() and sign not in _STROKES for sign in text)


def _cut_out(image: Image.Image, box: Rectangle) -> Image.Image:
    """Cut a line out of a picture, turned upright; one along the page is read from below."""
    cosine, sine = math.cos(box.angle), math.sin(box.angle)
    width, height = max(round(box.across), 1), max(round(box.down), 1)
    (left, top), *_ = box.corners()
    # Pillow wants the place in the picture for each pixel of the line (Image.transform).
    affine = (cosine, -sine, left, sine, cosine, top)
    line = image.transform((width, height), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR)
    return line.transpose(_TURNS[90]) if height > _TALL * width else line


def _typeset(box: Rectangle, text: str, page_height: int) -> TextLine:
    """Return a line as page readers have it: with y upwards, and of the height of its type."""
    left, right = box.x - box.across / 2, box.x + box.across / 2
    bottom = page_height - box.y - box.down / 2
    return TextLine(text, left, right, bottom, bottom, box.down * _TYPE_SHARE, box.y / page_height)


def _describe(box: Rectangle, text: LineText, sheet: _Sheet) -> RecognisedLine:
    corners = list(box.corners())
    if box.down > _TALL * box.across:
        corners = [corners[3], *corners[:3]]
    width, height = sheet.image.size
    places = [(min(max(x / width, 0.0), 1.0), min(max(y / height, 0.0), 1.0)) for x, y in corners]
    places = [_turn_back(x, y, sheet.turn) for x, y in places]
    return RecognisedLine(text.text, tuple(each for place in places for each in place), text.places, text.confidence)


def _turn_back(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return a place on the page before it was turned counter-clockwise, in fractions."""
    for _ in range(turn // 90):
        x, y = 1 - y, x
    return x, y
