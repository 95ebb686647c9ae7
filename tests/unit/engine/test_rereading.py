"""What a cross-encoder does on this machine: tried, measured and remembered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossencoding import install
from desk import Desk
from findling.embedding.catalogue import read_rerankers
from findling.embedding.store import ModelStore
from findling.engine.rereading import recall_seconds, try_reranker
from findling.settings import Settings

RERANKER = read_rerankers()[0].id


@pytest.fixture
def desk(tmp_path):
    desk = Desk.at(tmp_path)
    desk.paths.create()
    return desk


def put(desk):
    """The cross-encoder, installed, with the hashes that its manifest has."""
    install(desk.paths.models)
    return ModelStore.open(desk.paths.models).reranker(RERANKER)


def names(found):
    return [(finding.name, finding.ok) for finding in found.findings]


def test_one_that_orders_right_is_measured_and_the_time_remembered(desk):
    found = try_reranker(desk.paths, Settings(), put(desk))
    assert names(found) == [("files", True), ("order", True), ("speed", None)]
    assert recall_seconds(desk.paths, Settings()) == {RERANKER: pytest.approx(found.query_ms / 1_000)}


def test_with_other_threads_it_has_to_be_measured_again(desk):
    try_reranker(desk.paths, Settings(threads=1), put(desk))
    assert recall_seconds(desk.paths, Settings(threads=3)) == {}


def test_one_whose_files_are_damaged_is_found_out(desk):
    model = put(desk)
    damaged = replace(model.spec, files=tuple(replace(file, bytes=1) for file in model.spec.files))
    found = try_reranker(desk.paths, Settings(), replace(model, spec=damaged))
    assert names(found) == [("files", False)]
    assert recall_seconds(desk.paths, Settings()) == {}


def test_one_that_is_no_cross_encoder_is_found_out(desk):
    found = try_reranker(desk.paths, Settings(), install(desk.paths.models, outputs=2))
    assert names(found) == [("files", True), ("graph", False)]


def test_a_record_that_is_damaged_is_none(desk):
    model = put(desk)
    (desk.paths.cache / "rerankers.json").write_text("[1, 2", "utf-8")
    assert recall_seconds(desk.paths, Settings()) == {}
    try_reranker(desk.paths, Settings(), model)
    assert RERANKER in recall_seconds(desk.paths, Settings())
