"""The arithmetic below the views: slices, places in texts, positions, pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.ui.pages.preview.long_text import (
    MOST_FINDINGS,
    Units,
    find_words,
    fold_long_lines,
    place_near,
    slice_lines,
    slice_markup,
)
from findling.ui.pages.preview.page_layout import PageLayout


@given(st.text(alphabet="ab\n", max_size=200), st.integers(1, 50))
def test_slices_of_lines_are_the_text_and_end_at_line_ends(text, length):
    slices = list(slice_lines(text, length))
    assert "".join(slices) == text
    assert all(each.endswith("\n") for each in slices[:-1])


@pytest.mark.parametrize(
    ("html", "slices"),
    [
        ("<p>a</p><p>b</p>", ["<p>a</p>", "<p>b</p>"]),
        ("<ul><li>a</li><li>b</li></ul><p>c</p>", ["<ul><li>a</li><li>b</li></ul>", "<p>c</p>"]),
        ("<p>a<br>b</p><hr><p>c</p>", ["<p>a<br>b</p>", "<hr>", "<p>c</p>"]),
        ('<a name="page-2"></a><h2>x</h2>', ['<a name="page-2"></a>', "<h2>x</h2>"]),
        ("<p>a</p>\n", ["<p>a</p>"]),
        ("a &lt; b", ["a &lt; b"]),
        ("", []),
    ],
)
def test_markup_is_cut_between_outermost_elements_only(html, slices):
    assert list(slice_markup(html, 1)) == slices


def test_long_lines_are_folded_at_spaces_and_other_texts_left_alone():
    assert fold_long_lines("short\nlines") == "short\nlines"
    folded = fold_long_lines("word " * 3_000 + "\nend")
    assert max(map(len, folded.split("\n"))) <= 4_000
    assert folded.replace("\n", " ") == "word " * 3_000 + " end"
    assert fold_long_lines("x" * 9_000).replace("\n", "") == "x" * 9_000


@pytest.mark.parametrize("guess", [0, 250_000, 499_000])
def test_a_passage_is_found_from_wherever_the_search_begins(guess):
    passage = "The old boiler loses a third of its heat through the flue, and nobody has looked at it since the spring."
    text = "filler words " * 20_000 + passage + " filler words" * 20_000
    spans = [span for turn in place_near(passage, text, guess) for span in turn]
    assert [text[span.start : span.end] for span in spans] == [passage.rstrip(".")]


def test_a_passage_across_two_windows_is_found():
    passage = "A passage that begins in one window and ends in the next one, as some of them must do in long texts."
    text = "x" * 99_950 + passage + "y" * 300_000
    assert any(place_near(passage, text, 0))


def test_words_are_found_across_line_ends_and_counted_up_to_a_limit():
    assert [(span.start, span.end) for span in find_words("old  boiler", "the Old\nBoiler")] == [(4, 14)]
    assert find_words("(a", "x (A) y")[0].start == 2
    assert find_words("  ", "x") == ()
    assert len(find_words("a", "a" * 5_000)) == MOST_FINDINGS + 1


@given(st.text(max_size=50))
def test_positions_are_those_of_sixteen_bit_units(text):
    units = Units(text)
    for index in range(len(text) + 1):
        assert units.at(index) == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def test_pages_stand_one_below_the_other():
    layout = PageLayout(((100.0, 200.0), (200.0, 100.0)), 2.0, 10.0)
    assert layout.count == 2
    assert layout.width == 400.0
    assert layout.height == 10 + 400 + 10 + 200 + 10
    assert layout.frame(2).top == 420.0
    assert [layout.page_at(y) for y in (-5, 10, 409, 421, 9_999)] == [1, 1, 1, 2, 2]
    assert list(layout.pages_between(0, 100)) == [1]
    assert list(layout.pages_between(400, 430)) == [1, 2]
    assert list(PageLayout((), 1.0, 10.0).pages_between(0, 100)) == []
