from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from findling.embedding.catalogue import FileRole


@pytest.fixture(scope="module")
def weights(installed):
    """The int8 matrices that activations are multiplied with, (inputs, outputs), by name."""
    graph = onnx.load(installed.path(FileRole.GRAPH)).graph
    multiplied = {node.input[1] for node in graph.node if node.op_type == "MatMulIntegerToFloat"}
    return {it.name: numpy_helper.to_array(it) for it in graph.initializer if it.name in multiplied}


def test_all_linear_layers_are_multiplied_as_integers(weights):
    assert sorted({matrix.shape for matrix in weights.values()}) == [(384, 384), (384, 1152), (384, 1536), (1536, 384)]
    assert len(weights) == 6 * 4
    assert {matrix.dtype for matrix in weights.values()} == {np.dtype(np.int8)}


def test_no_pair_of_products_can_saturate_sixteen_bits(weights):
    """Processors without VNNI add two neighbouring products of an unsigned and a signed byte in 16 signed bits."""
    for name, matrix in weights.items():
        pairs = matrix.astype(np.int32).reshape(-1, 2, matrix.shape[1])
        highest, lowest = 255 * np.maximum(pairs, 0).sum(axis=1), 255 * np.minimum(pairs, 0).sum(axis=1)
        assert highest.max() <= np.iinfo(np.int16).max, name
        assert lowest.min() >= np.iinfo(np.int16).min, name
