"""Search for passages in texts of another layout."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.passage_locator import Span, locate
from growth import assert_linear

PASSAGE = (
    "The river rises in the hills above the town and runs through three villages before it reaches the sea, "
    "where the harbour was built in the last years of the old century by people who had never seen a ship."
)
OTHER = "Nothing of what is told in these lines has anything to do with water, and it goes on like that for long. "


def found(needle: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in locate(needle, text)]


@pytest.mark.parametrize(
    ("needle", "text", "places"),
    [
        ("river", "A river, the River and RIVERS.", ["river", "River", "RIVER"]),
        ("of the", "most of\nthe time; soften the light", ["of\nthe"]),
        ("island", "is land, an is-\nland, an island", ["is-\nland", "island"]),
        ("fine", "a ﬁne day", ["ﬁne"]),
        ("Straße", "STRASSE", ["STRASSE"]),
        ("cafe", "The café, the cafe\u0301", ["café", "cafe"]),
        ("e-mail", "an email, an e-mail", ["email", "e-mail"]),
        ("12", "on 12.12.2012", ["12", "12", "12"]),
        ("absent", "there is none", []),
        ("", "anything", []),
        ("!?", "anything!?", []),
        ("anything", "", []),
    ],
)
def test_a_phrase_is_found_wherever_it_stands(needle, text, places):
    assert found(needle, text) == places


@pytest.mark.parametrize(
    ("needle", "text", "places"),
    [
        pytest.param(PASSAGE, OTHER + PASSAGE + OTHER, [PASSAGE.rstrip(".")], id="as it is"),
        pytest.param(PASSAGE, PASSAGE.replace(" ", "\n"), [PASSAGE.rstrip(".").replace(" ", "\n")], id="other lines"),
        pytest.param(
            PASSAGE.replace("-", ""),
            PASSAGE.replace("villages", "vil-\nlages"),
            [PASSAGE.rstrip(".").replace("villages", "vil-\nlages")],
            id="a hyphen",
        ),
        pytest.param(
            f"The title of it all\n\n{PASSAGE}", OTHER + PASSAGE, [PASSAGE.rstrip(".")], id="a title before it"
        ),
        pytest.param(PASSAGE, PASSAGE[100:] + OTHER, [PASSAGE[100:].strip(" .")], id="begun on the page before"),
        pytest.param(PASSAGE, OTHER + PASSAGE[:103], [PASSAGE[:101]], id="goes on on the next page"),
        pytest.param(
            PASSAGE,
            PASSAGE[:103] + " A running head that the passage does not know of " + PASSAGE[104:],
            [PASSAGE[:101], PASSAGE[104:].rstrip(".")],
            id="something in its midst",
        ),
        pytest.param(
            PASSAGE,
            PASSAGE.replace("three", "3"),
            [PASSAGE.rstrip(".").replace("three", "3")],
            id="a word spelt otherwise",
        ),
        pytest.param(f"{OTHER}{PASSAGE[:30]}", PASSAGE[:30], [PASSAGE[:30]], id="all of a short page"),
        pytest.param(PASSAGE, OTHER * 3, [], id="elsewhere"),
    ],
)
def test_of_a_passage_the_part_is_found_that_is_there(needle, text, places):
    assert found(needle, text) == places


WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäöüß", min_size=1, max_size=9), min_size=1, max_size=60)


@given(WORDS, WORDS, WORDS)
def test_a_stretch_of_a_text_is_found_in_it(before, within, after):
    needle = " ".join(within)
    text = "\n".join([*before, *within, *after])
    letters = "".join(within)
    assert any(
        text[span.start : span.end].replace("\n", "") in letters
        or letters in text[span.start : span.end].replace("\n", "")
        for span in locate(needle, text)
    )


@given(st.text(max_size=300), st.text(max_size=600))
def test_places_are_in_order_within_the_text_and_apart(needle, text):
    end = 0
    for span in locate(needle, text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(st.text(max_size=300))
def test_a_text_with_a_letter_is_found_in_itself(text):
    letters = [index for index, character in enumerate(text) if character.isascii() and character.isalnum()]
    if letters:
        assert locate(text, text)[0].start <= letters[0]
        assert locate(text, text)[-1].end > letters[-1]


def make_words(count: int) -> str:
    draw = random.Random(7)
    return " ".join("".join(draw.choices("etaoinshrdlu", k=draw.randint(2, 9))) for _ in range(count))


def test_a_passage_is_found_among_a_million_letters():
    text = make_words(180_000)
    spans = locate(text[500_000:501_000] + " and words " + text[501_100:502_000], text)
    assert spans[0].start >= 499_999
    assert spans[-1].end <= 502_001


def test_the_cost_of_finding_a_passage_grows_as_the_text():
    def make(count: int) -> tuple[str, str]:
        text = make_words(count)
        middle = len(text) // 2
        return text[middle : middle + 1_000] + " and words " + text[middle + 1_100 : middle + 2_000], text

    assert_linear(lambda given: locate(*given), make, 180_000)


def test_a_span_is_where_the_text_says():
    assert locate("sea", "to the sea.") == (Span(7, 10),)
