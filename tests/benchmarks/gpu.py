"""Checks of an NVIDIA GPU: set-up beside the processor, equal vectors, its loss, and its speed.

Run by hand on a machine with the GPU's driver and nothing else; in all it takes under ten minutes:

    python tests/benchmarks/gpu.py [--json] [--folder FOLDER] [--wheels FOLDER]

`--wheels` is a folder with the wheels that would else come from the package index. The model has the shape of bge-base
and random weights, which is as fast to compute and as easy to compare; `--graph FILE` takes another.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REPOSITORY = Path(__file__).resolve().parents[2]
NEEDS = ("onnxruntime-gpu[cuda,cudnn]", "onnx", "numpy")
CLOSE = {"fp32": 1e-3, "fp16": 2e-3}
"""Largest difference of a component of a unit vector from the processor's in fp32."""
SHAPES = ((1, 32), (256, 32), (64, 128), (32, 256), (16, 512))
"""Texts in a batch and tokens in a text."""
COMPARED = ((1, 7), (4, 32), (4, 155), (2, 512))
SECONDS = 5.0
VOCABULARY = 30_522
SEED = 7


def main() -> int:
    """Measure, and print; the exit code is 1 where the vectors or the fall-back are wrong, 3 where nothing could be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="where the runtime is set up; kept, so that a second run is quick")
    parser.add_argument("--wheels", type=Path, help="a folder of wheels, where there is no network")
    parser.add_argument("--graph", type=Path, help="an fp32 ONNX graph of a BERT")
    parser.add_argument("--provider", default="CUDAExecutionProvider", help="another, to try this script without a GPU")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--step", choices=["measure", "absent"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step == "absent":
        print(json.dumps(report_absence(arguments.graph, arguments.provider)))
        return 0
    if arguments.step is None and (missing := find_obstacle(arguments.provider)):
        print(missing, file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if arguments.step is None and arguments.provider == "CUDAExecutionProvider":
            return run_beside(set_up(folder, arguments.wheels), folder)
        measured = measure(arguments.graph or write_model(folder), folder, arguments.provider)
    print(json.dumps(measured, indent=None if arguments.json else 2))
    return 0 if measured["right"] else 1


def find_obstacle(provider: str) -> str:
    """Return what the machine lacks, in one line; "" where it can be measured."""
    if provider != "CUDAExecutionProvider":
        return ""
    try:
        driver = ctypes.CDLL("nvcuda.dll" if os.name == "nt" else "libcuda.so.1")
    except OSError:
        return "No driver of an NVIDIA GPU is installed here, so there is nothing to measure."
    count = ctypes.c_int()
    if driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count)) or not count.value:
        return "The driver finds no NVIDIA GPU, so there is nothing to measure."
    return ""


def set_up(folder: Path, wheels: Path | None) -> Path:
    """Make an environment with the runtime for CUDA, which cannot stand beside the other in one; return its Python.

    Raises:
        SystemExit: the packages cannot be had.
    """
    place = folder / "environment"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.is_file():
        venv.create(place, with_pip=True)
    source = ["--no-index", "--find-links", str(wheels)] if wheels else []
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *source, *NEEDS]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(f"The runtime for CUDA cannot be installed: see pip's message above ({' '.join(NEEDS)}).")
    return python


def run_beside(python: Path, folder: Path) -> int:
    """Run the measuring with another Python; return its exit code."""
    command = [str(python), __file__, *sys.argv[1:], "--step", "measure", "--folder", str(folder)]
    return subprocess.run(command, env=environment(), check=False).returncode


def environment() -> dict[str, str]:
    """Return the environment in which Findling and the tests' own models are found."""
    places = (REPOSITORY / "app", REPOSITORY / "tests")
    return os.environ | {"PYTHONPATH": os.pathsep.join(map(str, places))}


def write_model(folder: Path) -> Path:
    """Write a BERT of bge-base's shape with random weights."""
    from bertgraph import BGE_BASE, write_bert

    path = folder / "bge-shape.onnx"
    if not path.is_file():
        write_bert(path, BGE_BASE)
    return path


def measure(graph: Path, folder: Path, provider: str) -> dict[str, Any]:
    """Compare both precisions with the processor, take the device away, and count passages a second."""
    import onnxruntime

    graphs = {"fp32": graph, "fp16": halve(graph, folder)}
    right = compute_all(open_runner(graph, "CPUExecutionProvider"))
    result: dict[str, Any] = {"runtime": onnxruntime.__version__, "model": graph.name, "device": name_device()}
    for form, path in graphs.items():
        runner = open_runner(path, provider)
        far = max(float(abs(mine - theirs).max()) for mine, theirs in zip(compute_all(runner), right, strict=True))
        result[form] = {"provider": runner.name, "furthest": far, "allowed": CLOSE[form], "rates": rate(runner)}
        result[form]["right"] = runner.name == provider and far <= CLOSE[form]
    result["processor"] = {"rates": rate(open_runner(graph, "CPUExecutionProvider"), shapes=SHAPES[:1])}
    result["absent from the start"] = start_without(graph, provider)
    result["lost while computing"] = lose_device(graph, provider, right)
    fallen = (result["absent from the start"], result["lost while computing"])
    result["right"] = all(each["right"] for each in (result["fp32"], result["fp16"], *fallen))
    return result


def halve(graph: Path, folder: Path) -> Path:
    """Write a graph in half precision, as `findling models optimise` does."""
    from findling.embedding.onnx_graph import OnnxGraph
    from findling.embedding.quantise.fp16 import convert_to_fp16

    path = folder / f"{graph.stem}-fp16.onnx"
    if not path.is_file():
        half = OnnxGraph.read(memoryview(graph.read_bytes()))
        convert_to_fp16(half)
        path.write_bytes(b"".join(half.write()))
    return path


def open_runner(graph: Path, provider: str) -> Any:
    """Open what Findling computes with."""
    from findling.embedding.inference import InferenceRunner
    from findling.embedding.onnx_session import import_runtime
    from findling.embedding.providers import PROCESSOR, find_providers

    found = {each.name: each for each in find_providers(import_runtime())}
    return InferenceRunner(graph, found.get(provider, PROCESSOR))


def make_ids(texts: int, tokens: int) -> NDArray[np.int64]:
    """Return made texts as token ids, the same for the same shape."""
    import numpy as np

    return np.random.default_rng([SEED, texts, tokens]).integers(1_000, VOCABULARY, (texts, tokens), dtype=np.int64)


def compute_all(runner: Any) -> list[NDArray[np.float32]]:
    """Return the unit vectors of the texts that are compared."""
    from findling.embedding.pooling import Pooling, pool

    return [pool(runner.compute(make_ids(*shape)), Pooling.CLS) for shape in COMPARED]


def rate(runner: Any, shapes: tuple[tuple[int, int], ...] = SHAPES) -> dict[str, float]:
    """Return passages a second at each shape, after a batch to warm up."""
    rates = {}
    for texts, tokens in shapes:
        ids = make_ids(texts, tokens)
        runner.compute(ids)
        began, done = time.perf_counter(), 0
        while (took := time.perf_counter() - began) < SECONDS or not done:
            runner.compute(ids)
            done += texts
        rates[f"{texts} x {tokens}"] = round(done / took, 1)
    return rates


def name_device() -> str:
    """Return the GPU's name as the driver's tool gives it; "" where there is none."""
    command = ["nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def start_without(graph: Path, provider: str) -> dict[str, Any]:
    """Start a process that cannot see the device; the processor must compute, and say so."""
    command = [sys.executable, __file__, "--step", "absent", "--graph", str(graph), "--provider", provider]
    hidden = environment() | {"CUDA_VISIBLE_DEVICES": ""}
    run = subprocess.run(command, env=hidden, capture_output=True, text=True, check=False)
    if run.returncode:
        return {"right": False, "error": run.stderr[-500:]}
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return told


def report_absence(graph: Path, provider: str) -> dict[str, Any]:
    """Compute once; right where that is by the processor and gives vectors."""
    runner = open_runner(graph, provider)
    vectors = compute_all(runner)
    return {"provider": runner.name, "right": runner.name == "CPUExecutionProvider" and len(vectors) == len(COMPARED)}


def lose_device(graph: Path, provider: str, right: list[NDArray[np.float32]]) -> dict[str, Any]:
    """Destroy the device's context between two batches; the processor must go on with the same vectors."""
    runner = open_runner(graph, provider)
    compute_all(runner)
    reset = reset_device() if provider == "CUDAExecutionProvider" else "not tried without CUDA"
    far = max(float(abs(mine - theirs).max()) for mine, theirs in zip(compute_all(runner), right, strict=True))
    told = runner.notice is not None and runner.name == "CPUExecutionProvider"
    return {"reset": reset, "provider": runner.name, "furthest": far, "right": far <= CLOSE["fp32"] and told}


def reset_device() -> str:
    """Destroy this process's context on the device, as a driver that is restarted does."""
    driver = ctypes.CDLL("nvcuda.dll" if os.name == "nt" else "libcuda.so.1")
    device = ctypes.c_int()
    driver.cuDeviceGet(ctypes.byref(device), 0)
    code = driver.cuDevicePrimaryCtxReset_v2(device)
    return "done" if code == 0 else f"refused with {code}"


if __name__ == "__main__":
    sys.exit(main())
