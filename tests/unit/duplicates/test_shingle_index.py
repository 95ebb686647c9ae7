"""Documents that share text find each other, whatever their lengths, in the index's sorted part and in its tail."""

from __future__ import annotations

import random

import numpy as np
import pytest
from numpy.typing import NDArray

from findling.duplicates import shingle_index, sketch
from findling.duplicates.shingle_index import ShingleIndex
from findling.duplicates.word_tokens import split_words


def sketch_words(text: list[str]) -> NDArray[np.uint64]:
    return sketch.sketch(split_words(" ".join(text)).words)


def words(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(5000)}" for _ in range(count)]


def proposed(index: ShingleIndex, text: list[str]) -> list[int]:
    return [candidate.document for candidate in index.find(sketch_words(text))]


@pytest.fixture(params=["sorted", "tail"])
def make(request):
    def make_shelf(documents: list[list[str]]) -> ShingleIndex:
        sketches = [sketch_words(document) for document in documents]
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
    assert set(proposed(index, whole)) == {0, 1, 2}
    assert set(proposed(index, excerpt)) == {0, 1, 2}


def test_short_texts_find_their_like(make):
    note = ["call", "the", "plumber", "about", "the", "kitchen", "tap"]
    index = make([note, ["buy", "milk", "and", "bread", "for", "sunday"]])
    assert proposed(index, [*note, "today"]) == [0]


def test_nothing_is_like_a_text_without_words(make):
    index = make([words(100, 1)])
    assert proposed(index, []) == []


def test_a_sketch_is_the_same_in_every_process_and_ascending():
    values = sketch_words(["the", "rent", "is", "due", "on", "the", "first"])
    assert values.dtype == np.uint64
    assert list(values) == sorted(set(values.tolist()))
    assert int(values[0]) == 6224815903561426065


def test_a_long_text_is_sampled_and_a_short_one_taken_whole():
    assert len(sketch_words([f"w{number}" for number in range(50)])) == 47
    assert len(sketch_words([f"w{number}" for number in range(80_003)])) == 10_000


def fill_forms(count: int) -> list[list[str]]:
    form = words(100, 1)
    return [[*form, *words(30, 100 + number)] for number in range(count)]


def test_a_copy_is_proposed_before_a_crowd_of_one_form_and_as_telling(make):
    forms = fill_forms(400)
    index = make(forms)
    first, *others = index.find(sketch_words(forms[333][1:]))
    assert (first.document, first.is_telling) == (333, True)
    assert others
    assert not any(candidate.is_telling for candidate in others)


def test_a_crowd_of_one_form_proposes_no_more_where_it_is_larger(make):
    new = [*words(100, 1), *words(30, 99)]
    crowds = [proposed(make(fill_forms(count)), new) for count in (300, 900)]
    assert crowds[0] == crowds[1]


def test_what_is_hidden_or_removed_is_not_proposed_and_leaves_its_place_to_others(make):
    forms = fill_forms(420)
    index = make(forms)
    new = [*words(100, 1), *words(30, 99)]
    seen = set(proposed(index, new))
    index.hide([7])
    assert 7 in seen
    assert 7 not in proposed(index, new)
    index.add(7, sketch_words(forms[7]))
    assert set(proposed(index, new)) == seen
    index.remove(seen)
    assert len(proposed(index, new)) == len(seen)
    assert seen.isdisjoint(proposed(index, new))


@pytest.mark.parametrize("merged_at", [1, 7, 40])
def test_it_finds_the_same_however_often_its_tail_was_merged(monkeypatch, merged_at):
    """Check that merged entries stand as if all had been sorted at once, also those that were taken out."""
    chance = random.Random(merged_at)
    stories = [words(60, seed) for seed in range(12)]
    documents = [chance.choice(stories)[:30] + chance.choice(stories)[30:] for _ in range(60)]
    sketches = [sketch_words(document) for document in documents]
    gone = set(chance.sample(range(50), 5))
    at_once = ShingleIndex(range(60), sketches)
    monkeypatch.setattr(shingle_index, "_LONGEST_TAIL", sum(map(len, sketches)) // merged_at)
    monkeypatch.setattr(shingle_index, "_MOST_GONE", 3)
    one_by_one = ShingleIndex(range(10), sketches[:10])
    for number in range(10, 60):
        one_by_one.add(number, sketches[number])
    for index in (at_once, one_by_one):
        index.remove(gone)
    for number, values in enumerate(sketches):
        assert one_by_one.find(values) == at_once.find(values)
        assert {each.document for each in at_once.find(values)}.isdisjoint(gone)
        assert number in gone or number in {each.document for each in at_once.find(values)}
