"""Detection of lines of text on a picture by PP-OCRv6's network."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from findling.recognition.text_regions import find_regions

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.recognition.network import Network
    from findling.recognition.text_regions import Rectangle

DETECTOR_FILE = "detector.onnx"

_STEP = 32
"""Sides of the network's input are multiples of this."""
_PIXELS = 1_200_000
"""Pixels of a picture as the network sees it: an A4 page at 110 dots per inch."""
_GLANCE_PIXELS = 260_000
"""Pixels of the first look, which takes a thirtieth of the time of a page of text."""

_BLANK = 8
"""Range of a colour's values within which all pixels are the same."""

# Of rapidocr's config.yaml, which has them from PaddleOCR's configs/det/PP-OCRv6.
_THRESHOLD = 0.3
_LEAST_SCORE = 0.5
_GROWTH = 1.6
_LEAST_SIDE = 3.0
_MOST_LINES = 1_000


class LineDetector:
    """Finds lines of text; `network` computes (1, 3, height, width) to (1, 1, height, width)."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def has_text(self, image: Image.Image) -> bool:
        """Return whether a look at a small copy of a picture finds anything like text."""
        small = _fit(image, _GLANCE_PIXELS)
        # Of one colour it is blank; the network was never shown such a thing, and may see something in it.
        is_blank = int(np.ptp(np.asarray(small), axis=(0, 1)).max()) <= _BLANK
        return not is_blank and bool((self._compute(small) > _THRESHOLD).any())

    def find_lines(self, image: Image.Image) -> list[Rectangle]:
        """Return the rectangles around lines of text, in pixels of the picture."""
        small = _fit(image, _PIXELS)
        regions = find_regions(self._compute(small), _THRESHOLD, int(_LEAST_SIDE**2), _MOST_LINES)
        scale = image.width / small.width, image.height / small.height
        lines = []
        for region in regions:
            box = region.rectangle
            if region.score < _LEAST_SCORE or min(box.across, box.down) < _LEAST_SIDE:
                continue
            # How far a shrunken line is grown again: M. Liao et al., arXiv:1911.08947, eq. 6, for a rectangle.
            box = box.grown(box.across * box.down * _GROWTH / (2 * (box.across + box.down)))
            lines.append(box.stretched(*scale))
        return lines

    def _compute(self, image: Image.Image) -> NDArray[np.float32]:
        """Return a map of (height, width): how likely each pixel is within a line."""
        pixels = np.asarray(image, np.float32)
        # Blue first, as the network was trained.
        planes = (pixels[:, :, ::-1].transpose(2, 0, 1) / 127.5 - 1)[None]
        found: NDArray[np.float32] = self._network(planes)[0, 0]
        return found


def _fit(image: Image.Image, pixels: int) -> Image.Image:
    """Return a picture of at most so many pixels, with sides that the network takes."""
    scale = min(math.sqrt(pixels / (image.width * image.height)), 1.0)
    width, height = (max(round(side * scale / _STEP), 1) * _STEP for side in image.size)
    return image.resize((width, height), Image.Resampling.BILINEAR)
