"""Regions are those that a flood of each pixel finds, and their rectangles hold all of them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from findling.recognition.text_regions import find_regions

MAPS = arrays.arrays(
    np.float32, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.sampled_from([0.0, 0.9])
)


def flood(mask: np.ndarray) -> list[set[tuple[int, int]]]:
    """Return the pixels of each region."""
    left = set(map(tuple, np.argwhere(mask).tolist()))
    regions = []
    while left:
        waiting = [left.pop()]
        region = set(waiting)
        while waiting:
            y, x = waiting.pop()
            near = {(y + down, x + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            region |= near
            waiting += near
        regions.append(region)
    return regions


@given(MAPS)
def test_regions_are_the_pixels_that_touch(probabilities):
    expected = flood(probabilities > 0.5)
    found = find_regions(probabilities, 0.5, 1, 1_000)
    assert len(found) == len(expected)
    for region, pixels in zip(found, sorted(expected, key=len, reverse=True), strict=True):
        assert region.score == pytest.approx(0.9)
        assert region.rectangle.across * region.rectangle.down >= len(pixels) * 0.999


@given(MAPS)
def test_each_pixel_is_within_the_rectangle_of_a_region(probabilities):
    rectangles = [region.rectangle for region in find_regions(probabilities, 0.5, 1, 1_000)]
    for y, x in np.argwhere(probabilities > 0.5).tolist():
        assert any(is_within(rectangle, x + 0.5, y + 0.5) for rectangle in rectangles)


def is_within(rectangle, x: float, y: float) -> bool:
    cosine, sine = math.cos(rectangle.angle), math.sin(rectangle.angle)
    across = (x - rectangle.x) * cosine + (y - rectangle.y) * sine
    down = (y - rectangle.y) * cosine - (x - rectangle.x) * sine
    return abs(across) <= rectangle.across / 2 + 1e-6 and abs(down) <= rectangle.down / 2 + 1e-6


@pytest.mark.parametrize("degrees", [-30, -3, 0, 3, 40])
def test_a_turned_bar_has_a_turned_rectangle(degrees):
    y, x = np.mgrid[:200, :200] - 100
    angle = math.radians(degrees)
    along, off = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
    bar = ((abs(along) < 80) & (abs(off) < 6)).astype(np.float32)
    (region,) = find_regions(bar, 0.5, 1, 9)
    box = region.rectangle
    assert (box.across, box.down) == pytest.approx((160, 12), abs=2.5)
    assert math.degrees(box.angle) == pytest.approx(degrees, abs=1)
    assert (box.x, box.y) == pytest.approx((100.5, 100.5), abs=1)


def test_the_largest_regions_come_first_and_specks_not_at_all():
    probabilities = np.zeros((20, 20), np.float32)
    probabilities[2:4, 2:4] = probabilities[10:15, 10:18] = probabilities[18, 1] = 1
    found = find_regions(probabilities, 0.5, 2, 9)
    assert [(region.rectangle.across, region.rectangle.down) for region in found] == [(8, 5), (2, 2)]
    assert len(find_regions(probabilities, 0.5, 2, 1)) == 1
