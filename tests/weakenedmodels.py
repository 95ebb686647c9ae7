"""Worse models than the bundled one, made of it: with noise in its weights, or with its last layers cut off."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import onnx
from onnx import numpy_helper

from findling.embedding.model_manifest import write_model_manifest
from findling.embedding.model_store import ModelStore
from findling.paths import LibraryPaths
from secondmodel import BUNDLED

Change = Callable[[onnx.ModelProto], None]


def install_weakened(paths: LibraryPaths, name: str, change: Change) -> None:
    """Install the bundled model with a changed graph, as a model of the user's own."""
    store = ModelStore.open(paths.models)
    model = store.model(BUNDLED)
    folder = store.folder_of(name)
    shutil.copytree(model.folder, folder)
    graph = onnx.load(folder / "model.onnx")
    change(graph)
    onnx.save(graph, folder / "model.onnx")
    write_model_manifest(replace(model.spec, id=name, bundled=False, relevance=None, full_precision=""), folder)


def add_noise(share: float, seed: int = 0) -> Change:
    """Return a change that adds noise to the layers' weights, as a share of their standard deviation."""

    def change(graph: onnx.ModelProto) -> None:
        rng = np.random.default_rng(seed)
        for tensor in graph.graph.initializer:
            if tensor.data_type == onnx.TensorProto.INT8 and tensor.name.startswith("encoder."):
                weights = numpy_helper.to_array(tensor).astype(np.float32)
                noisy = weights + rng.standard_normal(weights.shape) * weights.std() * share
                tensor.CopyFrom(
                    numpy_helper.from_array(np.clip(np.round(noisy), -127, 127).astype(np.int8), tensor.name)
                )

    return change


def cut_layers(kept: int) -> Change:
    """Return a change that leaves the first layers alone; each ends with its second normalisation."""

    def change(graph: onnx.ModelProto) -> None:
        nodes, weights = graph.graph.node, graph.graph.initializer
        norms = [node.output[0] for node in nodes if node.op_type == "LayerNormalization"]
        for node in nodes:
            for place, name in enumerate(node.input):
                if name == norms[-1]:
                    node.input[place] = norms[2 * kept]
        wanted, reached = {output.name for output in graph.graph.output}, []
        for node in reversed(nodes):
            if wanted.intersection(node.output):
                reached.append(node)
                wanted.update(node.input)
        left = [tensor for tensor in weights if tensor.name in wanted]
        del nodes[:], weights[:]
        nodes.extend(reversed(reached))
        weights.extend(left)

    return change
