"""Graphs made of weights compute what the papers say, and what other exporters' graphs compute."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from bertgraph import Shape, write_bert
from findling.embedding.conversion.converter import WeightsConverter
from findling.embedding.conversion.encoder_graph import find_buckets
from findling.embedding.onnx_graph import OnnxGraph
from findling.embedding.onnx_session import open_session
from findling.embedding.quantise.fp16 import convert_to_fp16
from findling.embedding.quantise.int8 import convert_to_int8
from findling.errors import ModelError
from madeencoders import MadeEncoder, bucket_of, make_encoder

KINDS = ("bert", "roberta", "xlm-roberta", "mpnet")
TEXTS = [list(range(5, 25)), [7, 7, 250, 99, 8], [42]]


def convert(folder: Path) -> Path:
    config = json.loads((folder / "config.json").read_text())
    graph = folder / "model.onnx"
    graph.write_bytes(b"".join(WeightsConverter(folder, folder / "model.safetensors", config).convert().write()))
    return graph


def hidden(graph: Path, ids: np.ndarray, mask: np.ndarray | None = None) -> np.ndarray:
    return open_session(graph).run(
        None, {"input_ids": ids, "attention_mask": np.ones_like(ids) if mask is None else mask}
    )[0]


def assert_computes(encoder: MadeEncoder, graph: Path) -> None:
    for text in TEXTS:
        np.testing.assert_allclose(hidden(graph, np.array([text]))[0], encoder.compute(text), atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_graph_computes_what_the_papers_say(tmp_path: Path, kind: str):
    encoder = make_encoder(kind)
    graph = convert(encoder.write(tmp_path))
    onnx.checker.check_model(str(graph), full_check=True)
    assert_computes(encoder, graph)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_beside_a_longer_one_comes_out_the_same(tmp_path: Path, kind: str):
    encoder = make_encoder(kind)
    long, short, _ = TEXTS
    padding = int(str(encoder.config["pad_token_id"]))
    ids = np.array([long, short + [padding] * (len(long) - len(short))])
    mask = np.array([[1] * len(long), [1] * len(short) + [0] * (len(long) - len(short))])
    both = hidden(convert(encoder.write(tmp_path)), ids, mask)
    np.testing.assert_allclose(both[1, : len(short)], encoder.compute(short), atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make_smaller", [convert_to_int8, convert_to_fp16])
def test_a_smaller_build_of_a_graph_comes_close_to_it(tmp_path: Path, kind: str, make_smaller):
    encoder = make_encoder(kind, hidden=64, vocabulary=1200)
    for name, array in encoder.weights.items():
        # Attention that depends on each digit would be no measure of a build.
        array *= 0.2 if name.startswith("encoder.layer") and array.ndim > 1 else 1
    whole = convert(encoder.write(tmp_path))
    graph = OnnxGraph.read(memoryview(whole.read_bytes()))
    assert make_smaller(graph)
    smaller = tmp_path / "smaller.onnx"
    smaller.write_bytes(b"".join(graph.write()))
    one, other = (hidden(each, np.array([TEXTS[0]]))[0] for each in (whole, smaller))
    cosines = (one * other).sum(-1) / np.linalg.norm(one, axis=-1) / np.linalg.norm(other, axis=-1)
    assert cosines.min() > 0.999


@pytest.mark.parametrize("activation", ["gelu_new", "relu", "silu"])
def test_each_activation_is_its_own(tmp_path: Path, activation: str):
    encoder = make_encoder().told(hidden_act=activation)
    assert_computes(encoder, convert(encoder.write(tmp_path)))


def test_distances_are_told_apart_far_beyond_the_neighbours(tmp_path: Path):
    encoder = make_encoder("mpnet", layers=1)
    text = [int(token) for token in np.random.default_rng(3).integers(5, 300, 300)]
    np.testing.assert_allclose(
        hidden(convert(encoder.write(tmp_path)), np.array([text]))[0], encoder.compute(text), atol=2e-5
    )


def test_the_bucket_of_a_distance_is_the_one_of_the_definition():
    distances = np.arange(-600, 601)
    assert find_buckets(distances).tolist() == [bucket_of(int(distance)) for distance in distances]


@pytest.mark.parametrize("prefix", ["bert.", "0.auto_model."])
def test_names_behind_a_prefix_are_found(tmp_path: Path, prefix: str):
    encoder = make_encoder()
    saved = replace(encoder, weights={f"{prefix}{name}": array for name, array in encoder.weights.items()})
    assert_computes(encoder, convert(saved.write(tmp_path)))


def test_names_that_came_from_tensorflow_are_found(tmp_path: Path):
    encoder = make_encoder()
    earlier = {"LayerNorm.weight": "LayerNorm.gamma", "LayerNorm.bias": "LayerNorm.beta"}
    renamed = {
        next((name.replace(now, then) for now, then in earlier.items() if name.endswith(now)), name): array
        for name, array in encoder.weights.items()
    }
    assert_computes(encoder, convert(replace(encoder, weights=renamed).write(tmp_path)))


def test_halved_weights_count_as_the_numbers_that_they_are(tmp_path: Path):
    encoder = make_encoder()
    halves = {name: array.astype(np.float16) for name, array in encoder.weights.items()}
    graph = convert(replace(encoder, weights=halves).write(tmp_path))
    assert_computes(replace(encoder, weights={name: half.astype(np.float32) for name, half in halves.items()}), graph)


def test_the_graph_of_another_exporter_computes_the_same(tmp_path: Path):
    shape = Shape(vocabulary=500, positions=128)
    theirs = tmp_path / "theirs.onnx"
    write_bert(theirs, shape)
    encoder = make_encoder(hidden=shape.hidden, layers=shape.layers, heads=shape.heads, vocabulary=shape.vocabulary)
    told = encoder.told(intermediate_size=shape.inner, max_position_embeddings=shape.positions, layer_norm_eps=1e-12)
    replace(told, weights=as_saved(onnx.load(theirs), shape.layers)).write(tmp_path)
    ids = np.random.default_rng(1).integers(0, shape.vocabulary, (3, 40))
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    np.testing.assert_allclose(
        hidden(convert(tmp_path), ids), open_session(theirs).run(None, feeds)[0], rtol=1e-4, atol=1e-5
    )


def as_saved(model: onnx.ModelProto, layers: int) -> dict[str, np.ndarray]:
    """The weights of such a graph under the names that frameworks save them by."""
    tensors = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    saved = {
        "embeddings.word_embeddings.weight": tensors["words"],
        "embeddings.position_embeddings.weight": tensors["positions"],
        "embeddings.token_type_embeddings.weight": tensors["types"],
    }
    norms = {"embeddings": "embeddings.LayerNorm"}
    for layer in range(layers):
        place = f"encoder.layer.{layer}"
        norms |= {
            f"{layer}.attention": f"{place}.attention.output.LayerNorm",
            f"{layer}.output": f"{place}.output.LayerNorm",
        }
        for theirs, ours in {
            "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
            "context": "attention.output.dense", "inner": "intermediate.dense", "outer": "output.dense",
        }.items():  # fmt: skip
            saved[f"{place}.{ours}.weight"] = np.ascontiguousarray(tensors[f"{layer}.{theirs}.weight"].T)
            saved[f"{place}.{ours}.bias"] = tensors[f"{layer}.{theirs}.bias"]
    for theirs, ours in norms.items():
        saved |= {f"{ours}.weight": tensors[f"{theirs}.scale"], f"{ours}.bias": tensors[f"{theirs}.shift"]}
    return saved


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("model_type", "modernbert", "makes no graph: modernbert. It does so for bert, roberta"),
        ("model_type", None, "makes no graph: ?"),
        ("position_embedding_type", "relative_key", "has position_embedding_type relative_key"),
        ("hidden_act", "xielu", "has hidden_act xielu"),
        ("hidden_act", ["gelu"], "has hidden_act"),
        ("is_decoder", True, "has is_decoder True"),
        ("auto_map", {"AutoModel": "modeling.Model"}, "a program of its maker's own"),
        ("hidden_size", "32", "no sensible value for hidden_size"),
        ("num_attention_heads", 5, "no sensible value for num_attention_heads"),
        ("num_hidden_layers", 10**30, "no sensible value for num_hidden_layers"),
        ("layer_norm_eps", True, "no sensible value for layer_norm_eps"),
        ("num_hidden_layers", 3, "lack 16 of those that config.json asks for: encoder.layer.2.attention.self.query"),
        ("vocab_size", 301, "in the shape [300, 32]; config.json asks for [301, 32]"),
        ("vocab_size", 9_000_000, "asks for [9000000, 32]"),
    ],
)
def test_what_no_graph_can_be_made_of_is_said(tmp_path: Path, setting: str, value: object, said: str):
    encoder = make_encoder().told(**{setting: value})
    with pytest.raises(ModelError) as refused:
        convert(encoder.write(tmp_path))
    assert said in str(refused.value)


def test_a_weight_that_is_no_number_is_named(tmp_path: Path):
    encoder = make_encoder()
    encoder.weights["encoder.layer.1.output.dense.bias"][3] = np.nan
    with pytest.raises(ModelError, match=r"encoder\.layer\.1\.output\.dense\.bias holds what is no number"):
        convert(encoder.write(tmp_path))


def test_a_weight_of_whole_numbers_is_named(tmp_path: Path):
    encoder = make_encoder()
    whole = encoder.weights | {"embeddings.LayerNorm.bias": np.zeros(32, np.int64)}
    with pytest.raises(ModelError, match=r"embeddings\.LayerNorm\.bias as I64\. Findling takes F32, F16, BF16"):
        convert(replace(encoder, weights=whole).write(tmp_path))


def test_settings_that_are_not_said_are_those_of_the_family(tmp_path: Path):
    encoder = make_encoder("mpnet")
    for setting in ("hidden_act", "pad_token_id"):
        del encoder.config[setting]
    assert_computes(make_encoder("mpnet"), convert(encoder.write(tmp_path)))
