"""Two texts that say the same have one wording, and figures that differ are never taken for one."""

from __future__ import annotations

import unicodedata

import pytest

from findling.duplicates.word_tokens import find_spans, hash_wording, is_distinctive, split_words


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


@pytest.mark.parametrize(
    "text", ["", "...", "a", "Page 1 Page 2 Page 3", "1 2 3 4 5 6 7 8 9 10", "DRAFT " * 9, "$ € < >"]
)
def test_page_numbers_and_stamps_say_too_little_to_be_the_same_text(text):
    assert not is_distinctive(split_words(text))


@pytest.mark.parametrize("text", ["call the plumber about taps", "12.50 13.75 1999 200.10 7.45", "東京に行く"])
def test_a_note_and_a_table_say_enough(text):
    assert is_distinctive(split_words(text))


@pytest.mark.parametrize("text", ["It’s ﬁne, Ärger in der Straße", "ÉTÉ \u212a 10 cafe\u0301", "PLAIN words Only"])
def test_folding_a_text_at_once_folds_every_word(text):
    words = split_words(text)
    folded = [unicodedata.normalize("NFKC", word).replace("’", "'").casefold() for word in words.write(slice(None))]
    assert words.fold(slice(None)) == folded


def test_spans_name_the_words_where_they_stand():
    text = "Pay €5, Mr. O’Neil: -3 or 1.5?"
    assert [text[start:end] for start, end in find_spans(text)] == split_words(text).write(slice(None))
