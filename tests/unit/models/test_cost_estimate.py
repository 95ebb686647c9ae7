"""Estimated costs of a switch to another model."""

from __future__ import annotations

import pytest

from findling.embedding.catalogue import find_model, read_catalogue
from findling.models.cost_estimate import Speed, estimate_costs, estimate_seconds
from workspace import Workspace

SPECS = read_catalogue()
BUNDLED = find_model("all-MiniLM-L6-v2", SPECS)


def test_a_library_without_texts_costs_nothing_to_know(tmp_path):
    assert estimate_costs(Workspace.at(tmp_path).paths, Speed(BUNDLED, 1_000.0)) == {}


def test_the_model_in_use_has_nothing_left_to_embed_and_others_all(tmp_path):
    workspace = Workspace.at(tmp_path)
    for number in range(5):
        workspace.write(
            f"note {number}.txt", f"The {number}. note is about boats, gulls and the harbour at dawn. " * 50
        )
    workspace.index()
    costs = estimate_costs(workspace.paths, Speed(BUNDLED, 1_000.0))
    assert costs[BUNDLED.id].seconds == 0
    assert costs["bge-base-en"].seconds > costs["bge-small-en-v1.5"].seconds > 0
    assert costs["bge-large-en-v1.5"].disk > costs["bge-base-en"].disk > costs["bge-small-en-v1.5"].disk > 0
    assert "gte-multilingual-reranker-base" not in costs


@pytest.mark.parametrize(
    ("model", "measured"),
    [("all-MiniLM-L6-v2-fp32", 17_096 / 7_607), ("bge-base-en", 8_025 / 453)],
)
def test_a_size_tells_the_time_within_half_of_what_was_measured(model, measured):
    expected = estimate_seconds(1_000.0, find_model(model, SPECS), Speed(BUNDLED, 1_000.0))
    assert measured / 1.6 < expected < measured * 1.6
