"""The recommended model suits the user's files, and there is a choice only where it is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.library import Survey
from findling.domain.models import ModelCost
from findling.embedding.catalogue import read_catalogue, read_suggested
from findling.messages.model_templates import ChoiceMessage
from findling.models.cost_estimate import Speed
from findling.models.recommendation import count_languages, estimate_surveyed, recommend

READY, BETTER, WIDER = "all-MiniLM-L6-v2", "bge-base-en", "multilingual-e5-small"
BUNDLED = next(spec for spec in read_catalogue() if spec.bundled)
NIGHT = 11 * 3_600.0


def recommended(languages, costs=None):
    return recommend(BUNDLED, read_suggested(), languages, costs or {})


def survey(files=1_000, tokens=1_000_000.0, languages=(("en", 1_000),)):
    return Survey(
        path=Path("/papers"), files=files, others=0, size=1, seconds=600.0, disk=28_000_000, complete=True,
        tokens=tokens, languages=languages,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("languages", "offered", "best"),
    [
        ({}, [READY, BETTER], BETTER),
        ({"en": 500}, [READY, BETTER], BETTER),
        ({"en": 500, "und": 400}, [READY, BETTER], BETTER),
        ({"en": 500, "de": 5}, [READY, BETTER], BETTER),
        ({"en": 450, "de": 50}, [READY, BETTER, WIDER], BETTER),
        ({"en": 300, "de": 150, "he": 50}, [READY, BETTER, WIDER], WIDER),
        ({"de": 90}, [READY, WIDER], WIDER),
        ({"en": 100, "xx": 400}, [READY, BETTER], BETTER),
    ],
)
def test_the_languages_of_the_files_decide_what_there_is_to_choose(languages, offered, best):
    chosen = recommended(languages)
    assert (list(chosen.reasons), chosen.best) == (offered, best)


def test_what_would_take_more_than_a_night_is_there_and_not_recommended():
    chosen = recommended({"en": 9}, {BETTER: ModelCost(NIGHT, 1)})
    assert list(chosen.reasons) == [READY, BETTER]
    assert (chosen.best, chosen.reasons[READY]) == (READY, ChoiceMessage.READY_IN_TIME())


def test_the_reason_names_the_languages_and_their_share():
    reason = recommended({"en": 60, "de": 30, "he": 10}).reasons[WIDER]
    assert reason == ChoiceMessage.WIDER(languages=("de", "he"), share=0.4)


def test_folders_cost_what_was_surveyed_with_the_model_that_surveyed_them_and_more_with_larger_ones():
    ready, better = (
        estimate_surveyed([survey()], spec, Speed(BUNDLED, 2_000.0)) for spec in (BUNDLED, read_suggested()[0])
    )
    assert (ready.seconds, ready.disk) == (600.0, 28_000_000)
    assert better.seconds > 2 * ready.seconds
    assert better.disk > ready.disk


def test_languages_are_added_up_over_all_folders_and_not_known_ones_count_nowhere():
    surveys = [survey(languages=(("en", 4), ("de", 3))), survey(languages=(("de", 5),)), survey(languages=None)]
    assert count_languages(surveys) == {"de": 8, "en": 4}
    costs = estimate_surveyed(surveys, BUNDLED, Speed(BUNDLED, 2_000.0))
    assert costs.foreign == 8
