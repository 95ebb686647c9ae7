from __future__ import annotations

from contextlib import suppress

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from findling.embedding.catalogue import FileRole
from findling.embedding.graph_file import refers_to_other_files
from findling.embedding.onnx_session import open_session
from findling.errors import ModelError


def _graph(tensor):
    node = helper.make_node("Add", ["x", tensor.name], ["y"])
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [4]) for name in "xy"]
    return helper.make_graph([node], "graph", ends[:1], ends[1:], [tensor])


def _save(path, graph):
    # The runtime of Intel Macs reads no newer form than this.
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)
    return path


def _outside(name="w"):
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=[4], data_location=TensorProto.EXTERNAL)
    tensor.external_data.add(key="location", value="secret.bin")
    return tensor


def _inside(name="w"):
    return numpy_helper.from_array(np.ones(4, dtype=np.float32), name)


def test_a_graph_in_one_file_is_computed_on_the_processor(tmp_path):
    session = open_session(_save(tmp_path / "graph.onnx", _graph(_inside())))
    assert session.get_providers() == ["CPUExecutionProvider"]
    assert session.run(None, {"x": np.zeros(4, dtype=np.float32)})[0].tolist() == [1, 1, 1, 1]


def test_a_graph_that_reads_another_file_is_refused(tmp_path):
    (tmp_path / "secret.bin").write_bytes(np.arange(4, dtype=np.float32).tobytes())
    with pytest.raises(ModelError, match=r"graph\.onnx refers to other files"):
        open_session(_save(tmp_path / "graph.onnx", _graph(_outside())))


def test_a_tensor_hidden_in_a_branch_is_found(tmp_path):
    constant = helper.make_node("Constant", [], ["branch"], value=_outside("inner"))
    branch = helper.make_graph(
        [constant], "branch", [], [helper.make_tensor_value_info("branch", TensorProto.FLOAT, [4])]
    )
    graph = _graph(_inside())
    graph.node.append(helper.make_node("If", ["condition"], ["z"], then_branch=branch, else_branch=branch))
    assert refers_to_other_files(_save(tmp_path / "graph.onnx", graph))


def test_the_bundled_model_refers_to_nothing(installed):
    assert not refers_to_other_files(installed.path(FileRole.GRAPH))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 this is a zip", b"\xff" * 20, None], ids=["empty", "zip", "noise", "absent"]
)
def test_a_file_that_is_no_graph_is_named(tmp_path, content):
    path = tmp_path / "graph.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"graph\.onnx cannot be (read|loaded)"):
        open_session(path)


@given(st.binary(min_size=1, max_size=400))
def test_bytes_that_are_no_graph_are_refused_or_harmless(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "noise.onnx"
    path.write_bytes(content)
    with suppress(ModelError):
        refers_to_other_files(path)
