"""Detection of languages in prose, and of none in anything else."""

from __future__ import annotations

import json

import pytest

from findling.extraction.language_detection import detect

# Article 1 of the Universal Declaration of Human Rights, which is in the public domain.
ARTICLES = {
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with reason.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι.",
    "ja": "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。"
    "人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。",
    "zh": "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"
    "人人有资格享有本宣言所载的一切权利和自由，不分种族、肤色、性别、语言、宗教、政治或其他见解。",
}


@pytest.mark.parametrize(("language", "text"), ARTICLES.items(), ids=ARTICLES.keys())
def test_a_short_paragraph_tells_its_language(language, text):
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("All human beings are born free.", id="too short"),
        pytest.param("12.50 13.75 14.00\n" * 200, id="numbers"),
        pytest.param(
            "qwoieurq asdlkfj zxcvmn qpwoeiru alskdjf zmxncbv qpwoeir alskdjf zmxncbv qpwoeiruty", id="letters"
        ),
        pytest.param("x = foo(bar[i], baz->qux) & ~mask; if (!ptr) goto err; dst[j++] = src[k--] << 3;", id="code"),
    ],
)
def test_what_has_no_language_is_undetermined(text):
    assert detect(text) == "und"


def test_numbers_before_the_text_do_not_hide_its_language():
    assert detect("12.50 | 13.75 | 14.00\n" * 400 + ARTICLES["de"]) == "de"


def test_only_the_beginning_counts():
    assert detect(ARTICLES["de"] * 30 + ARTICLES["en"] * 1000) == "de"


def test_real_abstracts_are_english(shared_data):
    lines = (shared_data / "ir" / "cranfield" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()[:200]
    texts = [text for line in lines if len(text := json.loads(line)["text"]) > 200]
    assert [text for text in texts if detect(text) != "en"] == []
