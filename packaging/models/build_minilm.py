"""Makes the bundled model from its published weights: `python packaging/models/build_minilm.py`."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import onnx
import source
from bert import BertWriter, Precision
from calibration import measure_ranges
from precision import BlockPrecision, FullPrecision, RangeProbe, TokenPrecision

_NAME = "all-MiniLM-L6-v2"
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "models" / _NAME
_COPIED = ("config.json", "1_Pooling/config.json")
_TOOLS = ("onnx", "onnxruntime", "numpy", "safetensors")
_FORM = (
    "Linear layers: int8 weights with a scale a column, kept so small that no processor's int8 products saturate;"
    " 8-bit activations with a scale a token, computed at run time; what comes from a LayerNorm is smoothed by powers"
    " of two."
    " Word embeddings: int8 with a scale a row. Attention, LayerNorm, GELU and position embeddings: float32."
)


def main() -> None:
    """Build the model into its folder, or all forms that were compared into another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--downloads", type=Path, help="where the published wheel lies or goes; default: not kept")
    parser.add_argument("--forms", type=Path, help="write one graph for each form that was compared, here, and stop")
    parser.add_argument(
        "--measured", type=Path, help="what tests/benchmarks/embedding.py --json gave, for the provenance"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        published = source.fetch(arguments.downloads or Path(folder))
    config = json.loads(published.documents["config.json"])
    probe = BertWriter(published.weights, config, RangeProbe()).write(_NAME)
    ranges = measure_ranges(probe, config["vocab_size"])
    if arguments.forms:
        write_forms(arguments.forms, published.weights, config, ranges)
        return
    write_model(published, config, ranges)
    write_provenance(arguments.measured)


def write_model(published: source.Source, config: dict[str, Any], ranges: dict[str, Any]) -> None:
    """The graph, the tokenizer without its truncation and padding, and the two small configurations."""
    for name in _COPIED:
        _write(name, published.documents[name])
    tokenizer = json.loads(published.documents["tokenizer.json"]) | {"truncation": None, "padding": None}
    _write("tokenizer.json", json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")).encode())
    model = BertWriter(published.weights, config, TokenPrecision(ranges)).write(_NAME)
    _write("model.onnx", model.SerializeToString(deterministic=True))


def write_provenance(measured: Path | None) -> None:
    """Write what the files were made from, and how close they are to the original where that was measured."""
    place = _FOLDER / "PROVENANCE.json"
    files = {name: (_FOLDER / name).read_bytes() for name in ("LICENSE", "model.onnx", "tokenizer.json", *_COPIED)}
    listed: dict[str, dict[str, Any]] = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in sorted(files.items())
    }
    before = json.loads(place.read_bytes()) if place.is_file() else {}
    closeness = before.get("closeness") if before.get("files", {}).get("model.onnx") == listed["model.onnx"] else None
    if measured:
        closeness = _closeness(json.loads(measured.read_bytes()), listed["model.onnx"]["sha256"])
    provenance = {
        "model": f"sentence-transformers/{_NAME}",
        "license": "Apache-2.0",
        "source": {
            "package": source.PACKAGE,
            "version": source.VERSION,
            "sha256": source.WHEEL_SHA256,
            "model.safetensors": source.WEIGHTS_SHA256,
        },
        "form": _FORM,
        "tools": {tool: version(tool) for tool in _TOOLS},
        "files": listed,
        "closeness": closeness,
    }
    _write("PROVENANCE.json", (json.dumps(provenance, indent=2) + "\n").encode())


def write_forms(folder: Path, weights: dict[str, Any], config: dict[str, Any], ranges: dict[str, Any]) -> None:
    """Every form that was compared, as a graph of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    forms: dict[str, Precision] = {
        "fp32": FullPrecision(),
        "int8-token": TokenPrecision({}, guarded=False),
        "int8-token-smooth": TokenPrecision(ranges, guarded=False),
        "int8-token-smooth-guarded": TokenPrecision(ranges),
        "int8-block": BlockPrecision(),
    }
    for name, precision in forms.items():
        onnx.save(BertWriter(weights, config, precision).write(_NAME), folder / f"{name}.onnx")
    _quantise_by_tensor(folder / "fp32.onnx", folder / "int8-tensor.onnx", spared=())
    _quantise_by_tensor(folder / "fp32.onnx", folder / "int8-tensor-down-fp32.onnx", spared=("Gelu",))


def _quantise_by_tensor(full: Path, target: Path, spared: tuple[str, ...]) -> None:
    """The runtime's own dynamic quantisation, but for products whose input comes from the operators spared."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    nodes = onnx.load(full).graph.node
    kept = {value for node in nodes if node.op_type in spared for value in node.output}
    quantize_dynamic(
        full,
        target,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[node.name for node in nodes if node.op_type == "MatMul" and node.input[0] in kept],
        extra_options={"MatMulConstBOnly": True},
    )


def _closeness(measured: dict[str, Any], sha256: str) -> dict[str, Any]:
    forms: dict[str, dict[str, Any]] = measured["forms"]
    for form in forms.values():
        if form["sha256"] == sha256:
            speed, full = (it["tokens per cpu-second"]["512"] for it in (form, forms["fp32"]))
            return {
                "machine": measured["machine"],
                "full precision": forms["fp32"],
                "this model": form,
                "times as fast": round(speed / full, 2),
            }
    raise SystemExit("the measurements are not of this model: give the benchmark its model.onnx too")


def _write(name: str, data: bytes) -> None:
    path = _FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
