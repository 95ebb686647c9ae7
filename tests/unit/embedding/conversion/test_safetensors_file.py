"""Safetensors files are read whole, and damage is said in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as made
from safetensors.numpy import save

from findling.embedding.conversion.safetensors_file import SafetensorsFile
from findling.errors import ModelError

ARRAYS = made.arrays(
    st.sampled_from([np.float32, np.float16]),
    made.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
    elements=st.floats(-9, 9, width=16),
)


def pack(header: object, data: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


def tensor(start: int, stop: int, shape: list[object] | None = None, kind: str = "F32") -> dict[str, object]:
    return {"dtype": kind, "shape": [(stop - start) // 4] if shape is None else shape, "data_offsets": [start, stop]}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("weights") / "model.safetensors"


@given(arrays=st.dictionaries(st.text(min_size=1, max_size=5), ARRAYS, max_size=4))
def test_what_the_format_s_own_library_writes_is_read(place: Path, arrays: dict[str, np.ndarray]):
    arrays.pop("__metadata__", None)
    place.write_bytes(save(arrays, metadata={"format": "pt"}))
    file = SafetensorsFile.open(place)
    assert set(file.entries) == set(arrays)
    for name, array in arrays.items():
        assert file.read(name).dtype == np.float32
        np.testing.assert_array_equal(file.read(name), array.astype(np.float32))


def test_brain_floats_are_the_upper_halves_of_floats(place: Path):
    numbers = np.array([1.0, -2.5, 3.0e38, 0.0], np.float32)
    halves = (numbers.view(np.uint32) >> 16).astype("<u2")
    place.write_bytes(pack({"x": tensor(0, 8, [2, 2], "BF16")}, halves.tobytes()))
    read = SafetensorsFile.open(place).read("x")
    np.testing.assert_allclose(read, numbers.reshape(2, 2), rtol=2**-7)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "ends too early"),
        (b"\x05\0\0", "ends too early"),
        (pack(b"{}")[:-1], "ends too early"),
        (b"\xff" * 8 + b"{}", "ends too early"),
        (pack(b" " * 10_000_001), "list of tensors cannot be read"),
        (pack(b"{"), "list of tensors cannot be read"),
        (pack(b"\xff\xfe"), "list of tensors cannot be read"),
        (pack(b"[" * 5000 + b"]" * 5000), "list of tensors cannot be read"),
        (pack([]), "list of tensors cannot be read"),
        (pack({"x": 3}), "list of tensors cannot be read"),
        (pack({"x": {"dtype": "F32", "shape": [1]}}), "list of tensors cannot be read"),
        (pack({"x": tensor(0, 4, kind="F99")}, b"\0" * 4), "list of tensors cannot be read"),
        (pack({"x": tensor(0, 4, ["1"])}, b"\0" * 4), "list of tensors cannot be read"),
        (pack({"x": tensor(0, 4, [True])}, b"\0" * 4), "list of tensors cannot be read"),
        (pack({"x": tensor(-4, 0, [1])}), "list of tensors cannot be read"),
        (pack(b'{"x": 1, "x": 2}'), "list of tensors cannot be read"),
        (pack({"x": tensor(0, 8)}, b"\0" * 4), "tensor x does not lie where"),
        (pack({"x": tensor(0, 4, [2])}, b"\0" * 4), "tensor x does not lie where"),
        (pack({"x": tensor(0, 4, [10**40, 0, 1])}, b"\0" * 4), "tensor x does not lie where"),
        (pack({"x": tensor(4, 8)}, b"\0" * 8), "tensor x does not lie where"),
        (pack({"x": tensor(8, 4, [1])}, b"\0" * 8), "tensor x does not lie where"),
        (pack({"x": tensor(0, 8), "y": tensor(4, 12)}, b"\0" * 12), "tensor y does not lie where"),
        (pack({"x": tensor(0, 4)}, b"\0" * 5), "more than the tensors that it lists"),
    ],
)
def test_a_damaged_file_says_how(place: Path, content: bytes, said: str):
    place.write_bytes(content)
    with pytest.raises(ModelError) as refused:
        SafetensorsFile.open(place)
    assert said in str(refused.value)
    assert str(place) in str(refused.value)


@given(content=st.binary(max_size=60) | st.binary(max_size=40).map(pack))
def test_whatever_stands_in_a_file_it_is_read_or_refused(place: Path, content: bytes):
    place.write_bytes(content)
    try:
        file = SafetensorsFile.open(place)
    except ModelError:
        return
    assert all(entry.stop <= len(content) for entry in file.entries.values())


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(ModelError, match=r"gone\.safetensors cannot be read: No such file"):
        SafetensorsFile.open(tmp_path / "gone.safetensors")
