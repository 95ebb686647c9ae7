"""Words and meaning together give one order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.search.fusion import Candidate, Candidates, Weighting, rank, weigh_meaning


def candidate(number: int, words: float, meaning: float | None, **marks) -> Candidate:
    return Candidate(document_id=number, words=words, meaning=meaning, **marks)


def in_arrays(candidates: list[Candidate], floor: float = 0.0) -> Candidates:
    return Candidates(
        ids=np.array([each.document_id for each in candidates], np.int64),
        words=np.array([each.words for each in candidates], float),
        meaning=np.array([np.nan if each.meaning is None else each.meaning for each in candidates], float),
        exact=np.array([each.exact for each in candidates], bool),
        filename_match=np.array([each.filename_match for each in candidates], float),
        named=np.array([each.named for each in candidates], float),
        name_only=np.array([each.name_only for each in candidates], bool),
        floor=floor,
    )


def order(candidates: list[Candidate], weighting: Weighting, means=None) -> list[int]:
    found = in_arrays(candidates)
    return found.ids[rank(found, weighting, means).places].tolist()


@pytest.mark.parametrize(
    ("weighting", "expected"),
    [
        (Weighting(0.0), [1, 2, 3]),
        (Weighting(1.0), [3, 2, 1]),
        (Weighting(0.4), [1, 2, 3]),
        (Weighting(0.6), [3, 2, 1]),
    ],
)
def test_the_weight_decides_between_words_and_meaning(weighting, expected):
    candidates = [candidate(1, 8.0, 0.1), candidate(2, 4.0, 0.5), candidate(3, 0.0, 0.9)]
    assert order(candidates, weighting) == expected


def test_a_document_with_some_common_words_of_a_question_does_not_count_as_if_it_had_all():
    common, meant = candidate(1, 3.0, 0.3), candidate(2, 0.0, 0.5)
    further = candidate(3, 0.0, 0.0)
    assert order([common, meant, further], Weighting(0.5)) == [1, 2, 3]
    assert order([common, meant, further], Weighting(0.5, full_words=20.0)) == [2, 1, 3]


def test_the_most_that_words_can_say_takes_nothing_from_who_says_more():
    candidates = [candidate(1, 30.0, 0.4), candidate(2, 0.0, 0.5), candidate(3, 0.0, 0.3)]
    assert rank(in_arrays(candidates), Weighting(0.0, full_words=20.0)).scores[0] == 1.0


def test_a_document_that_is_not_embedded_stands_where_others_with_as_much_of_the_words_do():
    embedded = [candidate(1, 10.0, 0.9), candidate(2, 6.0, 0.7), candidate(3, 2.0, 0.3), candidate(4, 0.0, 0.1)]
    assert order([*embedded, candidate(5, 8.0, None)], Weighting(0.6)) == [1, 5, 2, 3, 4]
    assert order([*embedded, candidate(5, 10.0, None), candidate(6, 0.0, None)], Weighting(0.6)) == [1, 5, 2, 3, 4, 6]


@given(st.lists(st.tuples(st.floats(0, 30), st.none() | st.floats(-1, 1)), max_size=20), st.floats(0, 1))
def test_of_documents_that_are_not_embedded_the_one_with_more_of_the_words_comes_first(rows, weight):
    candidates = [candidate(number, *row) for number, row in enumerate(rows)]
    ranks = {number: at for at, number in enumerate(order(candidates, Weighting(weight)))}
    waiting = [each for each in candidates if each.meaning is None]
    scores = rank(in_arrays(candidates), Weighting(weight)).scores if candidates else np.empty(0)
    assert np.isfinite(scores).all()
    assert all(
        ranks[one.document_id] < ranks[other.document_id]
        or scores[ranks[one.document_id]] == scores[ranks[other.document_id]]
        for one in waiting
        for other in waiting
        if one.words > other.words
    )


@pytest.mark.parametrize("marks", [{"exact": True}, {"filename_match": 1.0}])
def test_what_was_typed_comes_before_all_else(marks):
    assert order([candidate(1, 9.0, 0.9), candidate(2, 0.0, 0.0, **marks)], Weighting(0.5)) == [2, 1]


def test_one_of_several_good_documents_on_a_subject_comes_before_an_outlier():
    vectors = {1: (1.0, 0.0), 2: (0.99, 0.14), 3: (0.98, 0.2), 4: (0.0, 1.0), 5: (0.1, 0.99)}
    means = {number: np.array(vector, np.float32) / np.linalg.norm(vector) for number, vector in vectors.items()}
    candidates = [
        candidate(number, 0.0, cosine) for number, cosine in {1: 0.7, 2: 0.9, 3: 0.88, 4: 0.71, 5: 0.1}.items()
    ]
    weighting = Weighting(1.0)
    assert order(candidates, weighting) == [2, 3, 4, 1, 5]
    assert order(candidates, weighting, lambda wanted: {i: means[i] for i in wanted}) == [2, 3, 1, 4, 5]


def test_without_vectors_the_order_stays():
    candidates = [candidate(1, 1.0, None), candidate(2, 2.0, None)]
    assert order(candidates, Weighting(0.0), lambda _: {}) == [2, 1]


def test_equal_documents_stay_in_the_order_in_which_they_came():
    assert order([candidate(number, 1.0, 0.5) for number in (3, 1, 2)], Weighting(0.5)) == [1, 2, 3]


def test_of_nothing_there_is_an_order_too():
    assert order([], Weighting(0.5), lambda _: {}) == []


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({}, {"margin": pytest.approx(0.5)}),
        ({"meaning": None}, {"margin": 0.0}),
        ({"exact": True, "filename_match": 0.5}, {"margin": pytest.approx(0.5)}),
        ({"named": 0.9, "name_only": True}, {"margin": pytest.approx(0.5)}),
    ],
)
def test_a_candidate_comes_out_of_the_arrays_as_it_went_in(marks, expected):
    given = {"document_id": 7, "words": 2.0, "meaning": 0.75} | marks
    assert in_arrays([Candidate(**given)], floor=0.25).at(0) == Candidate(**given | expected)


def test_a_name_lifts_a_document_and_lowers_none():
    read = [candidate(1, 5.0, None), candidate(2, 1.0, None), candidate(3, 0.5, None)]
    assert order([*read, candidate(4, 0.0, None, named=0.6)], Weighting(0.0)) == [1, 4, 2, 3]
    assert order([candidate(1, 5.0, None, named=0.6), *read[1:]], Weighting(0.0)) == [1, 2, 3]


def test_meaning_counts_for_less_the_more_words_there_are():
    weights = [weigh_meaning(words) for words in (0, 1, 3, 7, 15, 31, 10_000)]
    assert weights == sorted(weights, reverse=True)
    assert weigh_meaning(7) == pytest.approx(0.55)
    assert all(0 < weight < 1 for weight in weights)
