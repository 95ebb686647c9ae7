"""The tables in resources give the answers of the model that they were made from."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from findling.extraction.ngram_classifier import NgramClassifier
from findling.paths import resources

FOLDER = resources() / "languages"
# Of letters of several scripts, so that n-grams of the model are met, and of anything else.
TEXTS = st.text(st.sampled_from("etaoinsrhldßéçñżшинαετのは的一ب ABCDE.-'"), max_size=300) | st.text(max_size=80)


@pytest.fixture(scope="module")
def classifier() -> NgramClassifier:
    return NgramClassifier(FOLDER)


@pytest.fixture(scope="module")
def original() -> LanguageIdentifier:
    original = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    original.set_languages([label for label in original.labels if len(label) == 2 or label == "zxx"])
    return original


@given(TEXTS)
@example("")
@example("ALL HUMAN BEINGS ARE BORN FREE AND EQUAL IN DIGNITY AND RIGHTS")
@example("lone surrogate \ud800, as in names that are no text")
@example("Die Würde des Menschen ist unantastbar. Sie zu achten und zu schützen ist Verpflichtung aller.")
def test_labels_and_probabilities_are_the_original_ones(classifier, original, text):
    label, probability = classifier.classify(text)
    expected = dict(original.rank(text))
    assert probability == pytest.approx(max(expected.values()), abs=1e-4)
    assert expected[label] == pytest.approx(probability, abs=1e-4)


def test_the_tables_take_less_than_a_weight_for_each_feature_and_label(original):
    features = len(original.nb_ptc)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < features * len(original.labels)


def test_the_files_are_those_that_their_provenance_names():
    provenance = json.loads((FOLDER / "PROVENANCE.json").read_text("ascii"))
    for name, told in provenance["files"].items():
        data = (FOLDER / name).read_bytes()
        assert {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} == told
    assert {path.name for path in FOLDER.iterdir()} == {*provenance["files"], "PROVENANCE.json"}
