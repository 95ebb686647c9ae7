"""A cross-encoder of a few random numbers, with the inputs and outputs of a real one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from findling.embedding.catalogue import InstalledReranker, RerankerSpec, read_published
from findling.embedding.model_manifest import write_model_manifest
from findling.paths import resources

_VOCABULARY = 30_522
_WIDTH = 24


def write_graph(path: Path, outputs: int = 1) -> None:
    """Make a graph whose logit grows with the number of words that two texts share.

    Each word has a random direction; those of each text are summed, and the two sums multiplied.
    """
    rng = np.random.default_rng(0)
    weights = (rng.standard_normal((_VOCABULARY, _WIDTH)) / _WIDTH**0.5).astype(np.float32)
    # Special tokens and full stops say nothing.
    weights[[0, 101, 102, 1012]] = 0
    constants = {
        "words": weights,
        "zero": np.zeros((), np.float32),
        "one": np.ones((), np.float32),
        "tokens": np.array([1], np.int64),
        "last": np.array([-1], np.int64),
        "spread": np.full((1, outputs), 0.2, np.float32),
    }
    nodes = [
        ("Gather", ["words", "input_ids"], "found"),
        ("Cast", ["attention_mask"], "mask"),
        ("Cast", ["token_type_ids"], "second"),
        ("Sub", ["one", "second"], "first"),
        ("Mul", ["first", "mask"], "kept_first"),
        ("Mul", ["second", "mask"], "kept_second"),
        ("Unsqueeze", ["kept_first", "last"], "of_query"),
        ("Unsqueeze", ["kept_second", "last"], "of_text"),
        ("Mul", ["found", "of_query"], "query_words"),
        ("Mul", ["found", "of_text"], "text_words"),
        ("ReduceSum", ["query_words", "tokens"], "query"),
        ("ReduceSum", ["text_words", "tokens"], "text"),
        ("Mul", ["query", "text"], "product"),
        ("ReduceSum", ["product", "last"], "sum"),
        ("Squeeze", ["sum", "last"], "flat"),
        ("MatMul", ["flat", "spread"], "logits"),
    ]
    attributes = {"Cast": {"to": TensorProto.FLOAT}, "ReduceSum": {"keepdims": 1}}
    graph = helper.make_graph(
        [helper.make_node(kind, inputs, [output], **attributes.get(kind, {})) for kind, inputs, output in nodes],
        "cross-encoder",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask", "token_type_ids")
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", outputs])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, path)


def install(models: Path, outputs: int = 1) -> InstalledReranker:
    """Install such a model in place of the first cross-encoder of the catalogue."""
    spec = next(spec for spec in read_published() if isinstance(spec, RerankerSpec))
    folder = models / spec.id
    for file in spec.files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_text("{}", "utf-8")
    write_graph(folder / spec.files[0].path, outputs)
    shutil.copy(resources() / "models" / "all-MiniLM-L6-v2" / "tokenizer.json", folder / "tokenizer.json")
    write_model_manifest(spec, folder)
    return InstalledReranker(_without_hashes(spec), folder)


def _without_hashes(spec: RerankerSpec) -> RerankerSpec:
    return replace(spec, files=tuple(replace(file, bytes=None, sha256=None) for file in spec.files))
