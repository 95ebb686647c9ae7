"""The words for models."""

from __future__ import annotations

import pytest

from findling.domain.models import BuildReport, ModelCost, ModelKind, ModelOffer, Parity
from findling.ui.i18n.language_names import name_language
from findling.ui.pages.models.model_labels import ModelLabels
from modelstubs import card


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("en", "English"), ("xx", "xx")])
def test_languages_have_names(code, name):
    assert name_language(code) == name


@pytest.mark.parametrize(
    ("changes", "cost", "words"),
    [
        ({}, None, "There is nothing to go through yet."),
        ({"installed": True}, ModelCost(0.0, 41_000_000), "ready at once, 41.0 MB on disk"),
        ({}, ModelCost(0.0, 41_000_000), "ready as soon as it is installed, 41.0 MB on disk"),
        ({}, ModelCost(200.0, 41_000_000), "about 3 minute(s) to go over, 41.0 MB on disk"),
        ({"id": "now"}, ModelCost(200.0, 41_000_000), "41.0 MB on disk"),
        (
            {"kind": ModelKind.RERANKER},
            None,
            (
                "Your files need not be gone through again for it. "
                "How long a search takes with it is measured before it is used."
            ),
        ),
    ],
)
def test_a_cost_is_said_as_far_as_it_is_known(qapp, changes, cost, words):
    offer = ModelOffer(card(**({"model": changes.pop("id", "other")} | changes)), cost, counted=True)
    assert ModelLabels().cost(offer, "now") == words


def test_a_cost_that_is_not_known_yet_is_not_said_to_be_none(qapp):
    assert ModelLabels().cost(ModelOffer(card("other")), "now") == "Being worked out…"


def test_a_build_for_graphics_cards_is_not_judged_by_what_the_processor_makes_of_it(qapp):
    report = BuildReport(
        model="m-fp16", original="m", form="fp16", agreement=Parity(300, 0.9999, 0.999, 0.99), used=True,
        speed=2.0, original_speed=5.0, bytes=218_000_000, original_bytes=436_000_000,
    )  # fmt: skip
    assert ModelLabels().build(report).startswith("218.0 MB instead of 436.0 MB; how fast a graphics card is with it")


@pytest.mark.parametrize(
    ("languages", "words"),
    [((), "languages not known"), (("en", "de"), "English, German"), (tuple("abcdefgh"), "8 language(s)")],
)
def test_many_languages_are_counted(qapp, languages, words):
    assert ModelLabels().describe(card("m", languages=languages)).startswith(words + " · ")


def test_a_build_that_was_made_here_is_called_so_in_the_windows_language(qapp):
    assert (
        ModelLabels()
        .details(card("m-fp16", precision="fp16 build 1", number_format="fp16", build="1"))
        .endswith(" · fp16, build 1")
    )
    assert ModelLabels().details(card("m", precision="fp32")).endswith(" · fp32")
