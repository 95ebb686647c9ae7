"""Matches in a recognised text are marked where they stand on the page."""

from __future__ import annotations

import pytest

from findling.domain.recognition import RecognisedLine, RecognisedPage
from findling.search.line_marks import mark_lines


def line(text: str, top: float, slope: float = 0.0) -> RecognisedLine:
    """Return a line from .1 to .9 across, of letters of one width, which falls by `slope`."""
    corners = (0.1, top, 0.9, top + slope, 0.9, top + slope + 0.05, 0.1, top + 0.05)
    places = tuple(round((at + 0.5) * 1_000 / len(text)) for at in range(len(text)))
    return RecognisedLine(text, corners, places, 0.9)


PAGE = RecognisedPage((line("the tenants pay", 0.1), line("the rent in ad-", 0.2), line("vance by month", 0.3)))


def test_a_word_is_marked_along_its_line():
    ((mark,),) = mark_lines(PAGE, ("tenants",))
    assert (mark.left, mark.width) == pytest.approx((0.1 + 0.8 * 4 / 15, 0.8 * 7 / 15), abs=0.01)
    assert (mark.top, mark.height) == pytest.approx((0.1, 0.05))


def test_a_passage_is_marked_on_each_of_its_lines_and_a_word_that_is_cut_on_both():
    ((first, second, third),) = mark_lines(PAGE, ("tenants pay the rent in advance",))
    assert [first.top, second.top, third.top] == [0.1, 0.2, 0.3]
    assert (second.left, second.width) == pytest.approx((0.1, 0.8))
    ((one, other),) = mark_lines(PAGE, ("advance",))
    assert (one.top, other.top) == (0.2, 0.3)


def test_what_is_not_there_has_no_marks_and_each_text_has_its_own():
    assert [len(marks) for marks in mark_lines(PAGE, ("the", "landlady", "month"))] == [2, 0, 1]
    assert mark_lines(PAGE, ()) == ()


def test_on_a_turned_page_each_word_has_a_mark_so_that_none_covers_its_neighbours():
    page = RecognisedPage((line("the tenants pay", 0.1, slope=0.1),))
    ((first, second, third),) = mark_lines(page, ("the tenants pay",))
    assert first.top < second.top < third.top
    assert max(each.height for each in (first, second, third)) < 0.11
