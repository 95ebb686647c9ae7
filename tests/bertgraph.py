"""BERT with random weights, as exporters write it: GELU and LayerNorm in small steps, and a mask."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET = 14


@dataclass(frozen=True)
class Shape:
    layers: int = 2
    hidden: int = 128
    heads: int = 2
    inner: int = 512
    vocabulary: int = 30_522
    positions: int = 512


BGE_BASE = Shape(layers=12, hidden=768, heads=12, inner=3072)


def write_bert(path: Path, shape: Shape = Shape(), seed: int = 0, opset: int = OPSET) -> None:
    """Write such a model, whose vectors mean nothing, but are as fast to compute."""
    onnx.save(_Writer(shape, np.random.default_rng(seed), opset).write(), path)


@dataclass
class _Writer:
    shape: Shape
    random: np.random.Generator
    opset: int
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    tensors: list[onnx.TensorProto] = field(default_factory=list)

    def write(self) -> onnx.ModelProto:
        shape = self.shape
        names = ("input_ids", "attention_mask", "token_type_ids")
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "length"]) for name in names]
        length = self.add("Gather", self.add("Shape", "input_ids"), self.tensor("one", np.array(1)), axis=0)
        end = self.add("Reshape", length, self.tensor("flat", np.array([-1])))
        places = self.add("Slice", self.weight("positions", shape.positions, shape.hidden),
                          self.tensor("zero", np.array([0])), end)  # fmt: skip
        x = self.add("Add", self.add("Gather", self.weight("words", shape.vocabulary, shape.hidden), "input_ids"),
                     self.add("Gather", self.weight("types", 2, shape.hidden), "token_type_ids"))  # fmt: skip
        x = self.norm(self.add("Add", x, places), "embeddings")
        wide = self.add("Reshape", "attention_mask", self.tensor("mask shape", np.array([0, 1, 1, -1])))
        mask = self.add("Mul", self.add("Sub", self.number("whole", 1.0), self.add("Cast", wide, to=TensorProto.FLOAT)),
                        self.number("never", -3.4028234663852886e38))  # fmt: skip
        for layer in range(shape.layers):
            x = self.norm(self.add("Add", self.attend(x, mask, f"{layer}"), x), f"{layer}.attention")
            x = self.norm(self.add("Add", self.feed_forward(x, f"{layer}"), x), f"{layer}.output")
        self.nodes.append(helper.make_node("Identity", [x], ["last_hidden_state"]))
        hidden = helper.make_tensor_value_info(
            "last_hidden_state", TensorProto.FLOAT, ["texts", "length", shape.hidden]
        )
        graph = helper.make_graph(self.nodes, "bert", inputs, [hidden], self.tensors)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", self.opset)], ir_version=8)

    def attend(self, x: str, mask: str, layer: str) -> str:
        hidden, heads = self.shape.hidden, self.shape.heads
        apart = self.tensor("heads apart", np.array([0, 0, heads, hidden // heads]))
        parts = {part: self.linear(x, f"{layer}.{part}", hidden, hidden) for part in ("query", "key", "value")}
        query, key, value = (
            self.add("Transpose", self.add("Reshape", parts[part], apart), perm=order)
            for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        scores = self.add("Div", self.add("MatMul", query, key), self.number("root", (hidden / heads) ** 0.5))
        attention = self.add("Softmax", self.add("Add", scores, mask), axis=-1)
        context = self.add("Transpose", self.add("MatMul", attention, value), perm=[0, 2, 1, 3])
        joined = self.add("Reshape", context, self.tensor("heads joined", np.array([0, 0, hidden])))
        return self.linear(joined, f"{layer}.context", hidden, hidden)

    def feed_forward(self, x: str, layer: str) -> str:
        inner = self.linear(x, f"{layer}.inner", self.shape.hidden, self.shape.inner)
        error = self.add("Erf", self.add("Div", inner, self.number("root of two", 2**0.5)))
        doubled = self.add("Mul", inner, self.add("Add", error, self.number("whole", 1.0)))
        return self.linear(self.add("Mul", doubled, self.number("half", 0.5)), f"{layer}.outer",
                           self.shape.inner, self.shape.hidden)  # fmt: skip

    def norm(self, x: str, name: str) -> str:
        centred = self.add("Sub", x, self.add("ReduceMean", x, axes=[-1]))
        variance = self.add("ReduceMean", self.add("Pow", centred, self.number("two", 2.0)), axes=[-1])
        deviation = self.add("Sqrt", self.add("Add", variance, self.number("epsilon", 1e-12)))
        scale = self.tensor(f"{name}.scale", self.random.normal(1, 0.1, self.shape.hidden).astype(np.float32))
        shift = self.tensor(f"{name}.shift", self.random.normal(0, 0.1, self.shape.hidden).astype(np.float32))
        return self.add("Add", self.add("Mul", self.add("Div", centred, deviation), scale), shift)

    def linear(self, x: str, name: str, inputs: int, outputs: int) -> str:
        bias = self.tensor(f"{name}.bias", self.random.normal(0, 0.05, outputs).astype(np.float32))
        return self.add("Add", bias, self.add("MatMul", x, self.weight(f"{name}.weight", inputs, outputs)))

    def weight(self, name: str, rows: int, columns: int) -> str:
        return self.tensor(name, (self.random.standard_normal((rows, columns), np.float32) * 0.04))

    def number(self, name: str, value: float) -> str:
        return self.tensor(name, np.array(value, np.float32))

    def tensor(self, name: str, value: NDArray[np.generic]) -> str:
        if name not in {tensor.name for tensor in self.tensors}:
            self.tensors.append(numpy_helper.from_array(value, name))
        return name

    def add(self, op: str, *inputs: str, **attributes: object) -> str:
        name = f"{op} {len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [name], name, **attributes))
        return name
