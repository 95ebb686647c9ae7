"""Sureness of a result means the same, whatever model measured it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.calibration import Background, RelevanceFit
from findling.domain.search import Relevance, Result
from findling.formats import FileKind
from findling.search.relevance import (
    FAIR_COSINE,
    REFERENCE_DEVIATION,
    REFERENCE_MEAN,
    Calibration,
    Evidence,
    agree_with_order,
    judge,
    judge_similarity,
    noise_floor,
)

FIT = RelevanceFit(intercept=-6.0, cosine=8.0, coverage=3.0, lead=2.0)
FITTED = Calibration(FIT)

cosines = st.floats(-0.2, 1.0)
shares = st.floats(0, 1)


@pytest.mark.parametrize(
    ("cosine", "coverage", "expected"),
    [
        (0.9, 1.0, Relevance.STRONG),
        (0.6, 0.2, Relevance.FAIR),
        (0.1, 0.2, Relevance.WEAK),
        (None, 1.0, Relevance.STRONG),
        (None, 0.5, Relevance.FAIR),
        (None, 0.1, Relevance.WEAK),
    ],
)
def test_a_result_is_graded_by_its_meaning_and_its_words(cosine, coverage, expected):
    assert judge(Evidence(cosine=cosine, coverage=coverage), FITTED) is expected


@given(cosines, shares, st.floats(0, 0.5), st.floats(0.05, 1), st.floats(-0.5, 0.9))
def test_a_model_whose_cosines_lie_elsewhere_is_as_sure_as_the_one_that_was_fitted(cosine, share, lead, factor, shift):
    moved = Calibration(FIT, Background(REFERENCE_MEAN * factor + shift, REFERENCE_DEVIATION * factor, 500))
    there = Evidence(cosine=cosine * factor + shift, coverage=share, margin=lead * factor)
    assert moved.scale(there.cosine) == pytest.approx(cosine, abs=1e-6)
    assert moved.scale_difference(there.margin) == pytest.approx(lead, abs=1e-6)


def test_high_cosines_of_unrelated_texts_make_no_strong_result():
    cramped = Calibration(FIT, Background(0.75, 0.02, 500))
    assert judge(Evidence(cosine=0.77, coverage=0.0), cramped) is Relevance.WEAK
    assert judge(Evidence(cosine=0.99, coverage=0.9), cramped) is Relevance.STRONG
    assert judge_similarity(0.77, cramped) is Relevance.WEAK


@given(cosines, shares)
def test_no_word_is_better_than_a_false_one(cosine, share):
    assert judge(Evidence(cosine=cosine, coverage=share), None) is Relevance.UNRATED
    assert judge_similarity(cosine, None) is Relevance.UNRATED


@given(shares, st.floats(0, 0.5))
def test_what_is_near_in_meaning_is_fair_whatever_its_words(share, lead):
    assert judge(Evidence(cosine=FAIR_COSINE + 0.01, coverage=share, margin=lead), FITTED) is not Relevance.WEAK


@given(st.floats(-1, 0.25), st.floats(0, 0.6))
def test_some_words_in_common_by_accident_make_nothing_fair(cosine, share):
    assert judge(Evidence(cosine=cosine, coverage=share), FITTED) is Relevance.WEAK


@pytest.mark.parametrize("calibration", [FITTED, None])
def test_what_was_typed_is_a_strong_result_for_every_model(calibration):
    assert judge(Evidence(cosine=0.0, coverage=1.0, exact_match=True), calibration) is Relevance.STRONG


@given(cosines, shares.filter(lambda share: share < 0.99), st.floats(0, 0.5))
def test_a_rare_term_without_the_other_words_is_as_sure_as_its_chance_and_never_weak(cosine, share, lead):
    plain, rare = (
        judge(Evidence(cosine=cosine, coverage=share, margin=lead, exact_match=e), FITTED) for e in (False, True)
    )
    assert rare is (Relevance.FAIR if plain is Relevance.WEAK else plain)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], 0.0),
        ([0.4], 0.4),
        ([0.9, 0.5], 0.5),
        ([0.9] * 10 + [0.5, 0.3], 0.4),
        ([0.9] * 10 + [0.5] * 50 + [0.0], 0.5),
    ],
)
def test_documents_that_are_merely_near_are_those_after_the_ten_best(found, expected):
    assert noise_floor(found) == pytest.approx(expected)


S, F, W, U = Relevance.STRONG, Relevance.FAIR, Relevance.WEAK, Relevance.UNRATED


def _listed(*relevances: Relevance) -> list[Result]:
    return [
        Result(Path(f"/{at}"), "", FileKind.TEXT, 1 - at / 100, relevance, 0, ())
        for at, relevance in enumerate(relevances)
    ]


@pytest.mark.parametrize(
    ("judged", "shown"),
    [
        ([], []),
        ([S, F, W], [S, F, W]),
        ([S, W, F, S, W], [S, W, W, W, W]),
        ([F, S, W], [F, S, W]),
        ([W, F, W], [F, F, W]),
        ([W, W, S, W], [F, W, W, W]),
        ([W, W, W, F], [W, W, W, W]),
        ([W, W], [W, W]),
        ([U, U], [U, U]),
    ],
)
def test_words_agree_with_the_order_which_stays(judged, shown):
    results = _listed(*judged)
    agreed = agree_with_order(results)
    assert [each.relevance for each in agreed] == shown
    assert [each.path for each in agreed] == [each.path for each in results]
