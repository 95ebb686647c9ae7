"""Makes the models of text recognition in resources/recognition from the wheel of rapidocr.

The wheel comes by `python3 -m pip download --no-deps rapidocr==3.10.0`, and is the argument.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnx.utils
import onnx.version_converter
import pypdfium2 as pdfium
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process
from PIL import Image, ImageFilter, ImageOps

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from findling.recognition.line_detector import DETECTOR_FILE  # noqa: E402
from findling.recognition.line_reader import CHARACTERS_FILE, LETTERS_FILE, READER_FILE, prepare_line  # noqa: E402

SOURCES = {
    "rapidocr/models/PP-OCRv6_det_small.onnx": "",
    "rapidocr/models/PP-OCRv6_rec_small.onnx": "",
}
"""Members of the wheel, with the SHA-256 that this script was written for."""

LICENCE = "rapidocr-3.10.0.dist-info/licenses/LICENSE"
_LARGE = 1_024
_OPSET = 13
_DOTS = 200
_STRIPS = 12


def halve_weights(model: onnx.ModelProto) -> None:
    """Keep the weights in 16 bits; the runtime widens them when it loads the graph, and computes in 32."""
    nodes = []
    for constant in model.graph.initializer:
        array = numpy_helper.to_array(constant)
        if array.dtype != np.float32 or array.size < _LARGE:
            continue
        name = constant.name
        constant.CopyFrom(numpy_helper.from_array(array.astype(np.float16), f"{name}.half"))
        nodes.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    for node in reversed(nodes):
        model.graph.node.insert(0, node)


def cut_last_layer(model: onnx.ModelProto) -> tuple[np.ndarray, np.ndarray]:
    """End the graph before its last layer; return that layer's weights and biases, a column for each character."""
    arrays = {constant.name: numpy_helper.to_array(constant) for constant in model.graph.initializer}
    made_by = {name: node for node in model.graph.node for name in node.output}
    node = made_by[model.graph.output[0].name]
    bias = None
    while node.op_type != "MatMul":
        constants = [arrays[name] for name in node.input if name in arrays]
        if node.op_type == "Add" and constants:
            bias = constants[0]
        node = made_by[next(name for name in node.input if name not in arrays)]
    features, weights = node.input[0], arrays[node.input[1]]
    assert bias is not None
    del model.graph.output[:]
    model.graph.output.append(helper.make_tensor_value_info(features, TensorProto.FLOAT, [None, None, len(weights)]))
    return weights, bias


def drop_unused(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the graph without what no output needs."""
    inputs, outputs = ([each.name for each in some] for some in (model.graph.input, model.graph.output))
    return onnx.utils.Extractor(model).extract_model(inputs, outputs)


class Lines(CalibrationDataReader):  # type: ignore[misc]
    """Pictures of lines by which the ranges of numbers within the network are measured."""

    def __init__(self) -> None:
        self._lines = iter([{"x": prepare_line(line)} for line in draw_lines()])

    def get_next(self) -> dict[str, np.ndarray] | None:
        """Return the next line."""
        return next(self._lines, None)


def draw_lines() -> Iterator[Image.Image]:
    """Draw strips of the sample library's pages: clean, blurred, grey and noisy, turned, and white on black."""
    random = np.random.default_rng(1)
    for path in sorted((ROOT / "resources" / "sample").rglob("*.pdf")):
        page = pdfium.PdfDocument(path)[0].render(scale=_DOTS / 72).to_pil().convert("RGB")
        for number in range(_STRIPS):
            top = round((0.1 + 0.7 * number / _STRIPS) * page.height)
            height = int(random.integers(28, 60))
            turned = page.rotate(float(random.uniform(-1, 1)), fillcolor="white")
            left, right = sorted(random.integers(0, page.width, 2).tolist())
            strip = turned.crop((left, top, max(right, left + 100), top + height))
            yield strip
            yield strip.filter(ImageFilter.GaussianBlur(1))
            yield ImageOps.invert(strip)
            noise = random.normal(40, 25, (strip.height, strip.width, 3))
            yield Image.fromarray(np.clip(np.asarray(strip) * 0.7 + noise, 0, 255).astype(np.uint8))


def shrink_reader(model: onnx.ModelProto) -> onnx.ModelProto:
    """Let the convolutions compute in 8 bits, of which the weights use 7: more overflow on processors without VNNI."""
    with tempfile.TemporaryDirectory() as folder:
        original, prepared, shrunk = (Path(folder) / name for name in ("original", "prepared", "shrunk"))
        onnx.save(onnx.version_converter.convert_version(model, _OPSET), original)
        quant_pre_process(original, prepared, skip_symbolic_shape=True)
        quantize_static(
            *(prepared, shrunk, Lines()),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=["Conv"],
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        return onnx.load(shrunk)


def build(wheel: Path, folder: Path) -> None:
    """Write the models, the characters, the licence, and where they come from."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        detector, reader = (onnx.load(io.BytesIO(archive.read(name))) for name in SOURCES)
        sources = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in SOURCES}
        (folder / "LICENSE").write_bytes(archive.read(LICENCE))
    characters = next(each.value for each in reader.metadata_props if each.key == "character").split("\n")
    weights, bias = cut_last_layer(reader)
    reader = shrink_reader(drop_unused(reader))
    for model, name in ((detector, DETECTOR_FILE), (reader, READER_FILE)):
        del model.metadata_props[:]
        halve_weights(model)
        onnx.checker.check_model(model)
        onnx.save(model, folder / name)
    # The first column is the blank, the last the space (rapidocr/ch_ppocr_rec/utils.py).
    letters = [*characters, " "] if len(characters) == weights.shape[1] - 2 else characters
    assert len(letters) == weights.shape[1] - 1
    (folder / CHARACTERS_FILE).write_text(json.dumps(letters, ensure_ascii=False) + "\n", "utf-8")
    np.save(folder / LETTERS_FILE, np.vstack([weights, bias[None]]).astype("<f2"))
    names = ("LICENSE", CHARACTERS_FILE, DETECTOR_FILE, LETTERS_FILE, READER_FILE)
    provenance = {
        "source": {"package": "rapidocr", "version": "3.10.0", "models": sources},
        "models": "PP-OCRv6 small, of PaddleOCR (https://github.com/PaddlePaddle/PaddleOCR)",
        "licence": "Apache-2.0",
        "changes": "Detector: weights in 16 bits. Reader: convolutions in 8 bits, and the last layer in a table.",
        "made by": "packaging/build_recognition.py",
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
    }
    (folder / "PROVENANCE.json").write_text(json.dumps(provenance, indent=2) + "\n", "ascii")


def main() -> None:
    """Build from the wheel that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "recognition")
    options = parser.parse_args()
    build(options.wheel, options.to)


if __name__ == "__main__":
    main()
