"""The measures against trec_eval's own, for any ranking and any judgements."""

from __future__ import annotations

import pytest
import pytrec_eval
from hypothesis import given
from hypothesis import strategies as st

from findling.evaluation.metrics import Scores, mean, score

DOCUMENTS = [f"d{number:03}" for number in range(130)]
MEASURES = {"ndcg_cut_10", "recall_100", "recip_rank", "map"}

rankings = st.lists(st.sampled_from(DOCUMENTS), unique=True, min_size=1, max_size=130)
judgements = st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(-1, 3), min_size=1, max_size=120)


@given(rankings, judgements)
def test_they_are_those_of_trec_eval(ranked, judged):
    run = {"q": {document: 1000.0 - place for place, document in enumerate(ranked)}}
    expected = pytrec_eval.RelevanceEvaluator({"q": judged}, MEASURES).evaluate(run)["q"]
    top = {"q": dict(list(run["q"].items())[:10])}
    reciprocal = pytrec_eval.RelevanceEvaluator({"q": judged}, {"recip_rank"}).evaluate(top)["q"]["recip_rank"]
    scores = score(ranked, judged)
    assert scores.ndcg_10 == pytest.approx(expected["ndcg_cut_10"], abs=1e-9)
    assert scores.recall_100 == pytest.approx(expected["recall_100"], abs=1e-9)
    assert scores.mrr_10 == pytest.approx(reciprocal, abs=1e-9)
    assert scores.average_precision == pytest.approx(expected["map"], abs=1e-9)


def scores(ndcg: float, recall: float, mrr: float, precision: float) -> Scores:
    return Scores(ndcg_10=ndcg, recall_100=recall, mrr_10=mrr, average_precision=precision)


def test_nothing_found_scores_nothing():
    assert score([], {"a": 1}) == scores(0.0, 0.0, 0.0, 0.0)


def test_the_mean_is_over_queries():
    assert mean([scores(1.0, 0.5, 1.0, 0.0), scores(0.0, 0.5, 0.5, 1.0)]) == scores(0.5, 0.5, 0.75, 0.5)
    assert mean([]) == scores(0.0, 0.0, 0.0, 0.0)
