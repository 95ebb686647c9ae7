"""Side by side, every word of both texts is in one stretch, and changes say what they are about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from findling.domain.comparisons import DiffCategory, MatchKind, Side
from findling.duplicates.diff import compare_texts

FIRST = "The rent is 500 EUR, and it is due on the first. Keys are with the neighbour who lives below the roof."
SECOND = "The rent is 520 EUR, and it is not due on the first. Keys are with the neighbour who lives below the roof."


def test_changes_stand_where_they_are_and_say_what_they_are_about():
    stretches, pair = compare_texts(FIRST, SECOND)
    changed = [
        (FIRST[s.first_start : s.first_end], SECOND[s.second_start : s.second_end], s.about)
        for s in stretches
        if s.side is Side.CHANGED
    ]
    assert changed == [("500", "520", (DiffCategory.NUMBER,)), ("", "not", (DiffCategory.NEGATION,))]
    assert pair.changes.distinctive == 2


def test_what_moved_is_shown_with_both_places():
    words = [f"word{number}" for number in range(60)]
    first, second = " ".join(words), " ".join(words[40:] + words[:40])
    stretches, pair = compare_texts(first, second)
    (moved,) = [s for s in stretches if s.side is Side.MOVED]
    assert first[moved.first_start : moved.first_end] == second[moved.second_start : moved.second_end]
    assert pair.similarity == 1.0


def test_the_same_text_is_one_stretch():
    stretches, pair = compare_texts(FIRST, FIRST.upper())
    assert [s.side for s in stretches] == [Side.SAME]
    assert pair.likeness is MatchKind.SAME_TEXT


def test_texts_without_words_have_nothing_to_show():
    assert compare_texts("", "...")[0] == ()


_texts = st.lists(st.sampled_from(["a", "b", "c", "d", "7", "not", "Ada"]), max_size=50).map(" ".join)


@given(_texts, _texts)
def test_every_word_is_in_exactly_one_stretch(first, second):
    stretches, _ = compare_texts(first, second)
    for text, spans in (
        (first, [(s.first_start, s.first_end) for s in stretches]),
        (second, [(s.second_start, s.second_end) for s in stretches]),
    ):
        words = " ".join(text[start:end] for start, end in sorted(spans) if end > start)
        assert words == text
