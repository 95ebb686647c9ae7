"""Benchmark of a cross-encoder: verified, measured and stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from findling.embedding.catalogue import RerankerSpec, read_published
from findling.embedding.model_store import ModelStore
from findling.search.reranker_benchmark import recall_seconds, try_reranker
from findling.settings import Settings
from tinycrossencoder import install
from workspace import Workspace

RERANKER = next(spec.id for spec in read_published() if isinstance(spec, RerankerSpec))


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.paths.create()
    return workspace


def put(workspace):
    """Install the cross-encoder with the hashes of its manifest."""
    install(workspace.paths.models)
    return ModelStore.open(workspace.paths.models).reranker(RERANKER)


def names(found):
    return [(finding.name, finding.ok) for finding in found.findings]


def test_one_that_orders_right_is_measured_and_the_time_remembered(workspace):
    found = try_reranker(workspace.paths, Settings(), put(workspace))
    assert names(found) == [("files", True), ("order", True), ("speed", None)]
    assert recall_seconds(workspace.paths, Settings()) == {RERANKER: pytest.approx(found.query_ms / 1_000)}


def test_with_other_threads_it_has_to_be_measured_again(workspace):
    try_reranker(workspace.paths, Settings(threads=1), put(workspace))
    assert recall_seconds(workspace.paths, Settings(threads=3)) == {}


def test_one_whose_files_are_damaged_is_found_out(workspace):
    model = put(workspace)
    damaged = replace(model.spec, files=tuple(replace(file, bytes=1) for file in model.spec.files))
    found = try_reranker(workspace.paths, Settings(), replace(model, spec=damaged))
    assert names(found) == [("files", False)]
    assert recall_seconds(workspace.paths, Settings()) == {}


def test_one_that_is_no_cross_encoder_is_found_out(workspace):
    found = try_reranker(workspace.paths, Settings(), install(workspace.paths.models, outputs=2))
    assert names(found) == [("files", True), ("graph", False)]


def test_a_record_that_is_damaged_is_none(workspace):
    model = put(workspace)
    (workspace.paths.cache / "rerankers.json").write_text("[1, 2", "utf-8")
    assert recall_seconds(workspace.paths, Settings()) == {}
    try_reranker(workspace.paths, Settings(), model)
    assert RERANKER in recall_seconds(workspace.paths, Settings())
