"""Words that may name a topic: in any script, without words of function, months and units."""

from __future__ import annotations

import pytest

from findling.topics.topic_words import find_spelling, find_stop_words, list_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Boundary layer", {"boundary", "layer", "boundary layer"}),
        ("Mietvertrag für Wohnungen", {"mietvertrag", "für", "wohnungen", "mietvertrag für", "für wohnungen"}),
        # Nothing is a pair across a sign, a line or a short word.
        ("heat, flow", {"heat", "flow"}),
        ("heat\nflow", {"heat", "flow"}),
        ("heat of flow", {"heat", "flow"}),
        ("2024 x4 42", set()),
        # Vowels of Tamil are marks, and belong to the word.
        ("கடிதம்", {"கடிதம்"}),
        ("机器学习", {"机器", "器学", "学习"}),
        ("", set()),
    ],
)
def test_terms_are_words_and_neighbouring_pairs_in_lower_case(text, terms):
    assert list_terms("", text) == terms


def test_a_title_counts_as_the_text_does():
    assert list_terms("Lease", "rent") == {"lease", "rent"}


@pytest.mark.parametrize(
    ("term", "language"),
    [
        ("which", "en"), ("last", "en"), ("february", "en"), ("kilometers", "en"), ("mln stg", "en"), ("the sum", "en"),
        ("nicht", "de"), ("februar", "de"), ("zwischen", "de"), ("kilometer", "de"),
        ("avec", "fr"), ("février", "fr"), ("για", "el"), ("φεβρουαρίου", "el"), ("هذا", "ar"), ("אבל", "he"),
        ("pentru", "ro"), ("birlikte", "tr"), ("மற்றும்", "ta"), ("febbraio", "it"), ("который", "ru"), ("kanssa", "fi"),
        ("hvordan", "da"), ("hogy", "hu"), ("ikke", "nb"), ("zijn", "nl"), ("você", "pt"), ("mellan", "sv"),
        ("desde", "es"),
    ],
)  # fmt: skip
def test_words_of_function_months_and_units_of_every_stemmed_language_name_nothing(term, language):
    assert find_stop_words([term], [language]) == {term}


@pytest.mark.parametrize("term", ["encryption", "gas", "light", "lease contract", "Wohnung", "church"])
def test_words_of_everyday_subjects_are_left(term):
    assert find_stop_words([term], ["en", "de"]) == set()


@pytest.mark.parametrize(
    ("texts", "spelling"),
    [
        (["Nasa NASA NASA"], "NASA"),
        (["Lease of the house. A lease"], "lease"),
        (["TENANCY"], "tenancy"),
        ([], "lease"),
    ],
)
def test_a_name_is_spelt_as_the_documents_spell_it(texts, spelling):
    assert find_spelling(spelling.lower(), texts) == spelling
