"""Two texts that say the same have one wording, and figures that differ are never taken for one."""

from __future__ import annotations

import pytest

from findling.engine.duplicates.wording import find_spans, hash_wording, split_words


def wording_hash(text: str) -> bytes:
    return hash_wording(split_words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The office\nof the landlord", "the ofﬁce of  the landlord"),
        ("docu-\nment", "document"),
        ("It’s “here” — now", 'It\'s "here" - now'),
        ("café", "cafe\u0301"),
        ("- five apples\n- six pears", "• five apples • six pears"),
        ("2024–03–01", "2024-03-01"),
        ("東京 に行く", "東京に行く"),
    ],
)
def test_wrapping_case_and_signs_of_typography_make_no_other_wording(one, other):
    assert wording_hash(one) == wording_hash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("costs 1.5", "costs 15"),
        ("rows 12 3", "rows 1 23"),
        ("at -5 degrees", "at 5 degrees"),
        ("pay 5 €", "pay 5 $"),
        ("may enter", "may not enter"),
        ("x < 5", "x > 5"),
    ],
)
def test_what_changes_the_meaning_makes_another_wording(one, other):
    assert wording_hash(one) != wording_hash(other)


def test_spans_name_the_words_where_they_stand():
    text = "Pay €5, Mr. O’Neil: -3 or 1.5?"
    assert [text[start:end] for start, end in find_spans(text)] == list(split_words(text).written)
