"""The language of a question is recognised where it is clear, and never guessed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.search.question_language import UNKNOWN_LANGUAGE, is_function_word, recognise

QUESTIONS = tomllib.loads((Path(__file__).parents[2] / "data" / "questions.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", QUESTIONS)
def test_no_question_is_taken_for_one_in_another_language(language):
    assert {(recognise(each), each) for each in QUESTIONS[language]} <= {
        (found, each) for each in QUESTIONS[language] for found in (language, UNKNOWN_LANGUAGE)
    }


@pytest.mark.parametrize("language", QUESTIONS)
def test_half_of_the_questions_in_each_language_are_recognised(language):
    found = [recognise(each) for each in QUESTIONS[language]]
    assert found.count(language) >= len(found) / 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wo ist die Rechnung für den Strom?", "de"),
        ("Where's my mother's recipe?", "en"),
        ("où sont les factures d’électricité", "fr"),
        ("¿Dónde están las facturas?", "es"),
        ("dov'è il contratto della casa", "it"),
        ("jak rozwiązać umowę", "pl"),
        ("як розірвати договір", "uk"),
        ("как расторгнуть этот договор", "ru"),
        ("كيف ألغي عقد الهاتف", "ar"),
        ("قرارداد تلفن را چگونه لغو کنم", "fa"),
        ("電話の契約", "ja"),
        ("电话合同", "zh"),
        ("전화 계약 해지", "ko"),
        ("สัญญาโทรศัพท์", "th"),
    ],
)
def test_scripts_letters_and_function_words_tell(text, language):
    assert recognise(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "?",
        "4711",
        "INV-2023-0417",
        "invoice",
        "Rechnung",
        "los angeles",
        "van der Waals",
        "die casting",
        "la traviata",
        "de facto",
        "T cells",
        "N-terminal cleavage",
        "S-nitrosylated histone",
        "Müller Zürich",
    ],
)
def test_names_numbers_and_single_words_tell_nothing(text):
    assert recognise(text) == UNKNOWN_LANGUAGE


def test_only_the_beginning_of_a_long_text_is_read():
    assert recognise("the invoices of the house " * 20 + "und der die das " * 10_000) == "en"


def test_function_words_are_those_of_any_language():
    assert all(map(is_function_word, ("which", "welche", "où", "który", "как")))
    assert not any(map(is_function_word, ("invoice", "Which", "")))


@given(st.text())
def test_any_text_has_a_code_of_two_letters_or_is_unknown(text):
    found = recognise(text)
    assert found == UNKNOWN_LANGUAGE or (len(found) == 2 and found.isalpha())
