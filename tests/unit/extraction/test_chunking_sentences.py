"""Beginnings of sentences, by example."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

import pytest

from findling.extraction.chunking.boundaries import find_sentences
from growth import assert_linear


def split(text: str) -> list[str]:
    places = [0, *sorted(find_sentences(text)), len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Tea is hot.", "Milk is not."],
        ["Is it hot?", "No!", "Then wait..."],
        ["He said “no.”", "She said “yes.”"],
        ["It is hot (very hot).", "[Milk is not.]", "So what?"],
        ["The meeting was in 1999.", "Nobody came."],
        ["We sold 300.", "You sold 5."],
        ["all of this is in small letters.", "people write that way."],
        ["tokenised text stands apart .", "its full stops do too ."],
        ["茶は熱い。", "牛乳は？", "「冷たい！」", "はい。"],
        ["चाय गर्म है।", "दूध ठंडा है।"],
        ["هل الشاي ساخن؟", "نعم."],
    ],
)
def test_sentences_are_parted(sentences):
    assert split(" ".join(sentences)) == sentences


def test_wide_marks_need_no_space():
    assert split("茶は熱い。牛乳は冷たい。") == ["茶は熱い。", "牛乳は冷たい。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Smith met Mr. Jones and Prof. Dr. Braun.",
        "J. R. R. Tolkien wrote it.",
        "Some drinks, e.g. tea, i.e. leaves in water, are hot.",
        "See Fig. 3 and No. 5 in Vol. 2 of 12 Jan. 2024.",
        "It costs 3.14 or 1,000.50 at v2.0.1 of example.org/a.html?b=c.d.",
        "1. First of all",
        "Tea\n2. Second",
        '"Really?" she said.',
        "Das war z.B. kalt.",
        "main.c is a file",
        "Nothing ends here",
        "...",
        "",
    ],
)
def test_nothing_else_parts_them(sentence):
    assert split(sentence) == [sentence.strip()]


@pytest.mark.parametrize("marks", [".", "!?", '."', "。", ". ", ".\n"])
def test_marks_without_end_take_linear_time(marks):
    assert_linear(lambda text: deque(find_sentences(text), 0), lambda count: marks * count, 250_000)
