"""Alignments say truly which words are the same, keep their order, and find what moved."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from findling.duplicates import alignment as alignments
from findling.duplicates.alignment import Alignment, MatchRun


def align(first: Sequence[str], second: Sequence[str]) -> Alignment:
    return alignments.align(*(np.array([hash(word) % 2**64 for word in words], np.uint64) for words in (first, second)))


def spell(count: int, start: int = 0) -> list[str]:
    return [f"w{number}" for number in range(start, start + count)]


def test_equal_texts_are_one_run():
    words = spell(5000)
    assert align(words, words).kept == (MatchRun(0, 0, 5000),)


def test_a_changed_word_stands_between_two_runs():
    first, second = spell(100), spell(100)
    second[40] = "other"
    assert align(first, second).kept == (MatchRun(0, 0, 40), MatchRun(41, 41, 59))


def test_a_part_that_moved_is_found_where_it_went():
    first = spell(300)
    second = first[200:240] + first[:200] + first[240:]
    alignment = align(first, second)
    assert alignment.common == 300
    assert alignment.moved == (MatchRun(200, 0, 40),)


def test_repeated_words_do_not_hide_what_is_the_same():
    first = ["row", "of", "figures"] * 200
    assert align(first, first[30:]).common == 570


def test_texts_of_common_words_only_have_next_to_nothing_in_common():
    one = re.findall(r"\w+", "the of and to in a is that it was for on are as with his they at be this")
    other = re.findall(r"\w+", "a in to and of the was it that is with as are on for this be at they his")
    assert align(one * 3, other * 3).common < 20


_texts = st.lists(st.sampled_from("abcdefgh"), max_size=60)


@given(_texts, _texts)
def test_runs_are_of_equal_words_in_order_and_never_overlap(first, second):
    alignment = align(first, second)
    for run in (*alignment.kept, *alignment.moved):
        assert first[run.first : run.first_end] == second[run.second : run.second_end]
    for before, after in zip(alignment.kept, alignment.kept[1:], strict=False):
        assert before.first_end <= after.first
        assert before.second_end <= after.second
    taken = [place for run in (*alignment.kept, *alignment.moved) for place in range(run.first, run.first_end)]
    taken_there = [place for run in (*alignment.kept, *alignment.moved) for place in range(run.second, run.second_end)]
    assert len(taken) == len(set(taken))
    assert len(taken_there) == len(set(taken_there))


@given(_texts, st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=20), st.integers(0, 60))
def test_what_was_put_into_a_text_leaves_most_of_it_common(text, inserted, place):
    changed = text[:place] + inserted + text[place:]
    alignment = align(text, changed)
    assert alignment.common <= len(text)
    if len(text) >= 2 * len(inserted):
        assert alignment.common >= len(text) // 2
