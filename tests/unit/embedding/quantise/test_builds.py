"""Faster builds of a model: their graphs, their vectors, and their installation."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import numpy_helper

from bertgraph import Shape, write_bert
from findling.domain.job_progress import BuildStage, BuildStep
from findling.embedding.catalogue import FileRole, ModelFile, Pooling
from findling.embedding.encoder import Encoder
from findling.embedding.model_manifest import write_model_manifest
from findling.embedding.model_store import ModelStore
from findling.embedding.onnx_graph import OnnxGraph
from findling.embedding.onnx_session import open_session
from findling.embedding.protobuf import read_fields
from findling.embedding.quantise.builder import BuildForm, BuildMonitor, BuildStoppedError, build
from findling.embedding.quantise.fp16 import convert_to_fp16
from findling.embedding.quantise.int8 import convert_to_int8, quantise_columns
from findling.errors import ModelError

PASSAGES = [f"Note {number}: {what}" for number in range(20) for what in (
    "the rent is due on the first", "herring is landed before dawn by the boats in the old harbour of the town",
)]  # fmt: skip


def changed(path, change):
    graph = OnnxGraph.read(memoryview(path.read_bytes()))
    assert change(graph)
    target = path.with_name("changed.onnx")
    target.write_bytes(b"".join(graph.write()))
    return target


def hidden(path, ids):
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    return open_session(path).run(None, feeds)[0]


def cosines(one, other):
    return (one * other).sum(-1) / np.linalg.norm(one, axis=-1) / np.linalg.norm(other, axis=-1)


@pytest.fixture(scope="module")
def bert(tmp_path_factory):
    path = tmp_path_factory.mktemp("bert") / "bert.onnx"
    write_bert(path, Shape(vocabulary=2000))
    return path


@pytest.fixture
def store(bert, installed, tmp_path) -> ModelStore:
    """A store with a model of full precision that has the bundled one's tokenizer."""
    store = ModelStore.open(tmp_path / "models")
    folder = store.folder_of("mine")
    folder.mkdir(parents=True)
    write_bert(folder / "model.onnx")
    tokenizer = installed.spec.file(FileRole.TOKENIZER).path
    (folder / tokenizer).write_bytes(installed.path(FileRole.TOKENIZER).read_bytes())
    files = (ModelFile("model.onnx", FileRole.GRAPH), ModelFile(tokenizer, FileRole.TOKENIZER))
    spec = replace(installed.spec, id="mine", bundled=False, precision="fp32", dimensions=128, pooling=Pooling.CLS,
                   files=files, known_answer=None, full_precision="")  # fmt: skip
    write_model_manifest(spec, folder)
    return store


IDS = np.random.default_rng(1).integers(5, 2000, (3, 24))


def test_a_graph_that_is_read_and_written_computes_the_same(bert):
    same = changed(bert, lambda graph: True)
    onnx.checker.check_model(same)
    np.testing.assert_array_equal(hidden(same, IDS), hidden(bert, IDS))


@pytest.mark.parametrize("opset", [13, 14, 17])
def test_integers_come_close_whatever_the_version_of_the_operators(tmp_path, opset):
    path = tmp_path / "bert.onnx"
    write_bert(path, Shape(vocabulary=2000), opset=opset)
    build = changed(path, convert_to_int8)
    assert cosines(hidden(build, IDS), hidden(path, IDS)).min() > 0.999
    assert build.stat().st_size < 0.4 * path.stat().st_size


def test_all_large_products_are_of_integers(bert):
    nodes = onnx.load(changed(bert, convert_to_int8)).graph.node
    kinds = [node.op_type for node in nodes]
    assert kinds.count("MatMulIntegerToFloat") == 2 * 6
    assert kinds.count("MatMul") == 2 * 2
    assert kinds.count("QuantizeLinear") == 2 * 4


def test_with_integers_a_text_has_the_same_vector_in_any_company(bert):
    build = changed(bert, convert_to_int8)
    np.testing.assert_array_equal(hidden(build, IDS)[1:2], hidden(build, IDS[1:2]))


def test_halves_come_closer_and_take_and_give_what_the_whole_does(bert):
    build = changed(bert, convert_to_fp16)
    found = hidden(build, IDS)
    assert found.dtype == np.float32
    assert cosines(found, hidden(bert, IDS)).min() > 0.9999
    kept = {numpy_helper.to_array(tensor).dtype for tensor in onnx.load(build).graph.initializer}
    assert kept == {np.dtype(np.float16), np.dtype(np.int64)}


@given(st.integers(1, 9), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_sums_of_two_products_never_saturate_sixteen_bits(rows, columns, seed):
    weight = np.random.default_rng(seed).standard_normal((rows, columns)).astype(np.float32)
    levels, scales = quantise_columns(weight)
    pairs = np.concatenate([levels, np.zeros((rows % 2, columns), np.int8)]).reshape(-1, 2, columns).astype(int)
    assert np.maximum(pairs, 0).sum(axis=1).max() * 255 <= 32_767
    assert np.minimum(pairs, 0).sum(axis=1).min() * 255 >= -32_768
    assert np.abs(levels * scales - weight).max() <= scales.max() / 2 * 1.001


@given(st.binary(max_size=200))
def test_bytes_that_are_no_message_are_refused_or_harmless(data):
    try:
        fields = list(read_fields(memoryview(data)))
    except ValueError:
        return
    assert b"".join(field.raw for field in fields) == data


def test_a_build_is_a_model_of_its_own_beside_the_original(store):
    made = build(store, "mine", BuildForm.INT8, PASSAGES)

    assert (made.model, made.used, made.agreement.passages) == ("mine-int8", True, len(PASSAGES))
    assert made.agreement.cosine > 0.999
    assert made.bytes < made.original_bytes / 3
    assert [spec.id for spec in store.own()] == ["mine", "mine-int8"]
    spec = store.model("mine-int8").spec
    assert (spec.full_precision, spec.dimensions, spec.pooling) == ("mine", 128, Pooling.CLS)
    one, other = Encoder.open(store.model("mine")), Encoder.open(store.model("mine-int8"))
    assert one.fingerprint != other.fingerprint
    assert cosines(one.encode_passages(PASSAGES), other.encode_passages(PASSAGES)).min() > 0.99


def test_a_build_says_what_it_was_made_of(store):
    build(store, "mine", BuildForm.FP16, PASSAGES)
    record = json.loads((store.folder_of("mine-fp16") / "findling-build.json").read_text())
    assert record["files of the original"] == store.model("mine").verify()
    assert record["agreement"]["cosine"] > 0.999
    assert set(record["made with"]) == {"builder", "onnxruntime"}


def test_a_build_whose_vectors_do_not_agree_is_not_kept(store, monkeypatch):
    monkeypatch.setattr("findling.embedding.quantise.parity.LEAST_COSINE", 1.1)
    made = build(store, "mine", BuildForm.INT8, PASSAGES)
    assert not made.used
    assert [spec.id for spec in store.own()] == ["mine"]
    assert not list(store.partial_folder("mine-int8").parent.glob("*"))


@pytest.mark.parametrize("form", BuildForm)
def test_a_smaller_build_is_not_built_again(store, form):
    build(store, "mine", BuildForm.INT8, PASSAGES)
    with pytest.raises(ModelError, match="8-bit integers already, and a build is made from full precision"):
        build(store, "mine-int8", form, PASSAGES)


def test_a_damaged_original_is_refused(store):
    path = store.folder_of("mine") / "model.onnx"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(ModelError, match="damaged"):
        build(store, "mine", BuildForm.INT8, PASSAGES)


def test_a_build_tells_its_steps_and_how_many_passages_are_done(store):
    steps = []
    build(store, "mine", BuildForm.INT8, PASSAGES, BuildMonitor(steps.append))
    assert steps[0] == BuildStep(BuildStage.CONVERTING)
    for stage in (BuildStage.ORIGINAL, BuildStage.BUILD):
        done = [step.done for step in steps if step.stage is stage]
        assert done == sorted(done)
        assert all(step.total == len(PASSAGES) for step in steps if step.stage is stage)


@pytest.mark.parametrize("stage", list(BuildStage))
def test_a_build_that_is_stopped_leaves_nothing(store, stage):
    steps = []
    watched = BuildMonitor(steps.append, lambda: steps[-1].stage is stage)
    with pytest.raises(BuildStoppedError):
        build(store, "mine", BuildForm.INT8, PASSAGES, watched)
    assert [spec.id for spec in store.own()] == ["mine"]
    assert not list(store.partial_folder("mine-int8").parent.glob("*"))
