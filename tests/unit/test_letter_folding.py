"""Letters that a script writes in several ways, and users type in one, are folded into one, and no others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.letter_folding import drop_marks, fold_letters, unite_letters


@pytest.mark.parametrize(
    "spellings",
    [
        ("résumé", "re\u0301sume\u0301", "RESUME"),
        ("İzmir", "IZMIR", "i\u0307zmir", "ızmır"),
        ("ΣΟΦΟΣ", "σοφός", "σοφοσ"),
        ("Ёлка", "елка", "е\u0308лка"),
        ("בְּרֵאשִׁית", "בראשית"),
        ("مَدْرَسَة", "مدرسة"),
        ("Straße", "STRASSE"),
        ("Ａｂｃ", "abc"),
        ("Łódź", "lodz"),
        ("Ærøskøbing", "aeroskobing", "ÆRØSKØBING"),
        ("Đorđe", "dorde"),
        ("Þórður", "thordur"),
        ("cœur", "coeur"),
        ("کتابی", "كتابي", "كتابى"),
        ("٢٠٢٤", "۲۰۲۴", "२०२४", "๒๐๒๔", "2024"),
    ],
)
def test_spellings_of_a_word_are_one(spellings):
    assert len({fold_letters(each) for each in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("й", "и"), ("ў", "у"), ("が", "か"), ("कु", "क"), ("กา", "กิ"), ("학", "하"), ("a", "b"), ("ß", "s")],
)
def test_letters_of_their_own_stay_apart(one, other):
    assert fold_letters(one) != fold_letters(other)


@given(st.text(max_size=30))
def test_folding_is_done_once_and_for_all_and_knows_no_form_of_unicode(text):
    folded = fold_letters(text)
    assert fold_letters(folded) == folded
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert fold_letters(unicodedata.normalize(form, text)) == folded


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_plain_letters_only_lose_their_case(text):
    assert fold_letters(text) == text.lower()
    assert unite_letters(text) == drop_marks(text) == text
