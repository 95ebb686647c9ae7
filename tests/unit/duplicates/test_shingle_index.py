"""Documents that share text find each other, whatever their lengths, in the index's sorted part and in its tail."""

from __future__ import annotations

import random

import numpy as np
import pytest

from findling.duplicates.shingle_index import ShingleIndex
from findling.duplicates.sketch import sketch


def words(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(5000)}" for _ in range(count)]


@pytest.fixture(params=["sorted", "tail"])
def make(request):
    def make_shelf(documents: list[list[str]]) -> ShingleIndex:
        sketches = [sketch(document) for document in documents]
        if request.param == "sorted":
            return ShingleIndex(range(len(sketches)), sketches)
        index = ShingleIndex([], [])
        for number, values in enumerate(sketches):
            index.add(number, values)
        return index

    return make_shelf


def test_an_edited_copy_an_excerpt_and_a_reordered_copy_are_proposed_and_strangers_are_not(make):
    whole = words(3000, 1)
    edited = [f"x{place}" if place % 20 == 0 else word for place, word in enumerate(whole)]
    excerpt, reordered = whole[500:700], whole[1500:] + whole[:1500]
    index = make([edited, excerpt, reordered, *(words(800, seed) for seed in range(10, 40))])
    assert set(index.find(sketch(whole))) == {0, 1, 2}
    assert set(index.find(sketch(excerpt))) == {0, 1, 2}


def test_short_texts_find_their_like(make):
    note = ["call", "the", "plumber", "about", "the", "kitchen", "tap"]
    index = make([note, ["buy", "milk", "and", "bread", "for", "sunday"]])
    assert index.find(sketch([*note, "today"])) == [0]


def test_nothing_is_like_a_text_without_words(make):
    index = make([words(100, 1)])
    assert index.find(sketch([])) == []


def test_a_sketch_is_the_same_in_every_process_and_ascending():
    values = sketch(["the", "rent", "is", "due", "on", "the", "first"])
    assert values.dtype == np.uint64
    assert list(values) == sorted(set(values.tolist()))
    assert int(values[0]) == 6224815903561426065


def test_a_long_text_is_sampled_and_a_short_one_taken_whole():
    assert len(sketch([f"w{number}" for number in range(50)])) == 47
    assert len(sketch([f"w{number}" for number in range(80_003)])) == 10_000
