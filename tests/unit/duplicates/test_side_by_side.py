"""Two texts side by side: nothing of either is lost, what moved is found on both sides, long sameness is left out."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from findling.domain.comparisons import Side, SideRow, TextComparison
from findling.duplicates.diff import compare_texts
from findling.duplicates.side_by_side import lay_side_by_side

WORDS = st.sampled_from([*"abcdefgh", "1017", "May", "not", "Ferrowby", "größer", "水", "…", "-", "3.5", "\U0001f600"])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "\n", "\n\n", ". "])), min_size=1, max_size=60).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def lay(first: str, second: str) -> tuple[SideRow, ...]:
    stretches, pair = compare_texts(first, second)
    return lay_side_by_side(
        TextComparison(
            first=Path("a"), second=Path("b"), first_text=first, second_text=second, pair=pair, spans=stretches
        )
    )


def text(rows: tuple[SideRow, ...], side: str) -> str:
    return " ".join(piece.text for row in rows for piece in getattr(row, side))


@given(TEXTS, TEXTS)
def test_nothing_of_either_text_is_lost(first, second):
    rows = lay(first, second)
    if not any(row.skipped for row in rows):
        for side, whole in (("first", first), ("second", second)):
            shown = text(rows, side)
            if any(letter.isalnum() for letter in first) and any(letter.isalnum() for letter in second):
                assert shown.replace(" ", "") == "".join(whole.split())


@given(TEXTS, TEXTS)
def test_what_moved_stands_on_both_sides(first, second):
    rows = lay(first, second)
    left = {piece.move for row in rows for piece in row.first if piece.side is Side.MOVED}
    right = {piece.move for row in rows for piece in row.second if piece.side is Side.MOVED}
    assert left == right


def test_a_paragraph_that_moved_is_beside_nothing():
    parts = ["One two three four five six seven eight nine.", "Alpha beta gamma delta epsilon zeta eta theta iota."]
    rows = lay("\n\n".join(parts), "\n\n".join(reversed(parts)))
    moved = [row for row in rows if any(piece.side is Side.MOVED for piece in (*row.first, *row.second))]
    assert len(moved) == 2
    assert all(not (row.first and row.second) for row in moved)


def test_paragraphs_stand_beside_each_other_whatever_the_line_breaks_of_the_second():
    rows = lay("One two three.\n\nFour five six.", "One two\nthree.\nFour five\nsix.")
    assert [(row.first[0].text, row.second[0].text) for row in rows] == [
        ("One two three.", "One two three."),
        ("Four five six.", "Four five six."),
    ]


def test_punctuation_goes_with_the_word_before_it():
    (row,) = lay("Pay until May. Thanks.", "Pay until June. Thanks.")
    assert [piece.text for piece in row.first] == ["Pay until", "May.", "Thanks."]


def test_of_what_is_the_same_for_long_only_the_ends_are_shown():
    same = "\n\n".join(f"Paragraph {number} of many." for number in range(100))
    rows = lay(f"{same}\n\nThe end", f"{same}\n\nThe close")
    assert sum(row.skipped for row in rows) == 94
    assert [row.skipped for row in rows].index(94) == 3
    assert len(rows) == 8


def test_texts_without_words_have_rows_all_the_same():
    assert lay("", "") == ()
    assert text(lay("", "Something else."), "second") == "Something else."
