"""The words for models."""

from __future__ import annotations

import pytest
from modelshelf import card

from findling.models import ModelCost, ModelKind
from findling.ui.models.words import ModelWords, language, without_commands


@pytest.mark.parametrize(
    ("remedy", "words"),
    [
        ("Try again.", "Try again."),
        ("Install it: findling models install bge-base-en-v1.5", ""),
        ("Unset it. Install it from a folder: findling models install bge-base-en-v1.5 --from DIR", "Unset it."),
        ("See what there is: findling models", ""),
        (
            "Install Findling again; your library stays as it is.",
            "Install Findling again; your library stays as it is.",
        ),
    ],
)
def test_remedies_lose_their_commands(remedy, words):
    assert without_commands(remedy) == words


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("en", "English"), ("xx", "xx")])
def test_languages_have_names(code, name):
    assert language(code) == name


@pytest.mark.parametrize(
    ("changes", "cost", "words"),
    [
        ({}, None, "Nothing to go by yet."),
        ({}, ModelCost(0.0, 41_000_000), "ready at once, 41.0 MB on disk"),
        ({}, ModelCost(200.0, 41_000_000), "about 3 minute(s) to go over, 41.0 MB on disk"),
        ({"id": "now"}, ModelCost(200.0, 41_000_000), "41.0 MB on disk"),
        ({"kind": ModelKind.RERANKER}, None, "Nothing is embedded anew for it."),
    ],
)
def test_a_cost_is_said_as_far_as_it_is_known(qapp, changes, cost, words):
    assert ModelWords().cost(card(**({"model": changes.pop("id", "other")} | changes)), cost, "now") == words


@pytest.mark.parametrize(
    ("languages", "words"),
    [((), "languages not known"), (("en", "de"), "English, German"), (tuple("abcdefgh"), "8 language(s)")],
)
def test_many_languages_are_counted(qapp, languages, words):
    assert ModelWords().describe(card("m", languages=languages)).startswith(words + " · ")
