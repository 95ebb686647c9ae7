"""Connected regions of a map of probabilities, and the smallest rectangle around each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Rectangle that may be turned, in pixels with y downwards.

    Attributes:
        x, y: its middle.
        across, down: its sides; `across` is the one nearer to the horizontal.
        angle: of `across` in radians, from -pi/4 to pi/4, clockwise on the screen.
    """

    x: float
    y: float
    across: float
    down: float
    angle: float

    def grown(self, distance: float) -> Rectangle:
        """Return it with each side so much further out."""
        return Rectangle(self.x, self.y, self.across + 2 * distance, self.down + 2 * distance, self.angle)

    def stretched(self, across: float, down: float) -> Rectangle:
        """Return it on a picture that is so many times as wide and as high, nearly by the same."""
        scale = math.sqrt(across * down)
        return Rectangle(self.x * across, self.y * down, self.across * scale, self.down * scale, self.angle)

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return the upper left, upper right, lower right and lower left corner."""
        cosine, sine = math.cos(self.angle), math.sin(self.angle)
        right = cosine * self.across / 2, sine * self.across / 2
        below = -sine * self.down / 2, cosine * self.down / 2
        signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        return tuple(
            (self.x + along * right[0] + off * below[0], self.y + along * right[1] + off * below[1])
            for along, off in signs
        )


@dataclass(frozen=True, slots=True)
class Region:
    """Connected region.

    Attributes:
        score: mean probability within it.
    """

    rectangle: Rectangle
    score: float


def find_regions(probabilities: NDArray[np.float32], threshold: float, least: int, most: int) -> list[Region]:
    """Find the regions in which a map of (height, width) passes a threshold, the largest first.

    Pixels that touch, at a corner too, belong to one region. Runs of pixels in a row are joined rather than pixels:
    some thousand instead of a million.

    Args:
        probabilities: the map.
        threshold: probability that a pixel has to pass.
        least: pixels of the smallest region.
        most: number of regions.
    """
    mask = np.pad(probabilities > threshold, ((0, 0), (1, 1))).astype(np.int8)
    edges = np.diff(mask, axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    if not len(rows):
        return []
    labels = _join_runs(rows, starts, ends, probabilities.shape[1] + 2)
    sums = np.pad(np.cumsum(probabilities, axis=1, dtype=np.float64), ((0, 0), (1, 0)))
    found, labels = np.unique(labels, return_inverse=True)
    sizes = np.bincount(labels, ends - starts, len(found))
    scores = np.bincount(labels, sums[rows, ends] - sums[rows, starts], len(found)) / sizes
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(len(found) + 1))
    regions = []
    for label in np.argsort(-sizes, kind="stable")[:most]:
        if sizes[label] < least:
            break
        runs = order[bounds[label] : bounds[label + 1]]
        rectangle = _enclose(_hull(_outline(rows[runs], starts[runs], ends[runs])))
        regions.append(Region(rectangle, float(scores[label])))
    return regions


def _join_runs(
    rows: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64], stride: int
) -> NDArray[np.int64]:
    """Return for each run, in order of its row and start, the number of its region."""
    begins, stops = rows * stride + starts, rows * stride + ends
    first = np.searchsorted(stops, begins + stride)
    count = np.maximum(np.searchsorted(begins, stops + stride, "right") - first, 0)
    above = np.repeat(np.arange(len(rows)), count)
    within = np.arange(len(above)) - np.repeat(np.cumsum(count) - count, count)
    below = np.repeat(first, count) + within
    labels = np.arange(len(rows))
    while True:
        before = labels
        lower = np.minimum(labels[above], labels[below])
        labels = labels.copy()
        np.minimum.at(labels, above, lower)
        np.minimum.at(labels, below, lower)
        labels = labels[labels]
        if np.array_equal(labels, before):
            return labels


def _outline(rows: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> list[tuple[float, float]]:
    """Return the outer corners of the pixels at the left and the right of each row."""
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    lines, left, right = rows[first], np.minimum.reduceat(starts, first), np.maximum.reduceat(ends, first)
    xs = np.concatenate((left, left, right, right))
    ys = np.concatenate((lines, lines + 1, lines, lines + 1))
    return sorted(set(zip(xs.tolist(), ys.tolist(), strict=True)))


def _hull(points: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Return the convex hull of sorted points.

    By A. M. Andrew, Information Processing Letters 9 (1979) 216-219.
    """
    chains: list[tuple[float, float]] = []
    for ordered in (points, points[::-1]):
        chain: list[tuple[float, float]] = []
        for x, y in ordered:
            while len(chain) > 1:
                (x0, y0), (x1, y1) = chain[-2:]
                if (x1 - x0) * (y - y0) > (y1 - y0) * (x - x0):
                    break
                chain.pop()
            chain.append((x, y))
        chains += chain[:-1]
    return np.array(chains, np.float64)


def _enclose(hull: NDArray[np.float64]) -> Rectangle:
    """Return the smallest rectangle around a convex polygon, with a side on one of its sides."""
    sides = np.roll(hull, -1, axis=0) - hull
    angles = np.arctan2(sides[:, 1], sides[:, 0])
    # Turned by right angles until the side is the one that lies across.
    angles = np.unique(np.round((angles + math.pi / 4) % (math.pi / 2) - math.pi / 4, 9))
    along = np.stack((np.cos(angles), np.sin(angles)))
    off = np.stack((-along[1], along[0]))
    across, down = hull @ along, hull @ off
    widths, heights = np.ptp(across, axis=0), np.ptp(down, axis=0)
    best = int(np.argmin(widths * heights))
    middle = (across[:, best].min() + widths[best] / 2) * along[:, best]
    middle = middle + (down[:, best].min() + heights[best] / 2) * off[:, best]
    return Rectangle(float(middle[0]), float(middle[1]), float(widths[best]), float(heights[best]), float(angles[best]))
