"""Worth of a faster build of a model, and the cost of a change of models for the searches meanwhile.

Run by hand, with fastembed installed for `speed` (add_custom_model takes any local file):

    python tests/benchmarks/models.py make FOLDER            bge-base's shape with random weights, and its build
    python tests/benchmarks/models.py speed FOLDER --data ../shared/data [--json]
    python tests/benchmarks/models.py memory FOLDER [--json]          a real index run of the writer with the build
    python tests/benchmarks/models.py change LIBRARY --data ../shared/data [--seconds 3600] [--json]

LIBRARY is one that tests/benchmarks/answering.py made; its change goes on to the end, or for so many seconds. Speed is
by processor time of one thread, all in turns.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

BUNDLED, FULL = "all-MiniLM-L6-v2", "bge-shape"
TEXTS, ROUNDS, QUERIES = 64, 2, 40
SEED = 7


BESIDE = 40.0
"""Seconds of searching before the change of models and after it."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "speed", "memory", "change", "advance"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    ways = {
        "make": make,
        "speed": measure_speed,
        "memory": measure_memory,
        "change": measure_change,
        "advance": advance,
    }
    measured = ways[arguments.what](arguments)
    print(json.dumps(measured, indent=None if arguments.json else 2))


def make(arguments: argparse.Namespace) -> dict[str, Any]:
    """Write the model, install it in a library, and build it for the processor."""
    from bertgraph import BGE_BASE, write_bert
    from findling.embedding.catalogue import FileRole, ModelFile, Pooling
    from findling.embedding.model_manifest import write_manifest
    from findling.embedding.model_store import ModelStore
    from findling.embedding.quantise.builder import BuildForm
    from findling.models.optimisation import optimise_model
    from findling.paths import LibraryPaths

    paths = LibraryPaths.inside(arguments.folder)
    paths.create()
    store = ModelStore.open(paths.models)
    bundled = store.model(BUNDLED)
    folder = store.folder_of(FULL)
    folder.mkdir(parents=True, exist_ok=True)
    write_bert(folder / "model.onnx", BGE_BASE)
    shutil.copy(bundled.path(FileRole.TOKENIZER), folder / "tokenizer.json")
    # What fastembed reads beside them.
    (folder / "config.json").write_text(json.dumps({"pad_token_id": 0}))
    (folder / "tokenizer_config.json").write_text(json.dumps({"model_max_length": 512, "pad_token": "[PAD]"}))
    (folder / "special_tokens_map.json").write_text(json.dumps({"pad_token": "[PAD]", "unk_token": "[UNK]"}))
    files = (ModelFile("model.onnx", FileRole.GRAPH), ModelFile("tokenizer.json", FileRole.TOKENIZER))
    spec = replace(bundled.spec, id=FULL, bundled=False, precision="fp32", dimensions=768, max_tokens=512,
                   pooling=Pooling.CLS, files=files, known_answer=None, full_precision="", scores=())  # fmt: skip
    write_manifest(spec, folder)
    began = time.process_time()
    built = optimise_model(paths, FULL, BuildForm.INT8)
    return {"build": str(built), "cpu_s": round(time.process_time() - began, 1)}


def measure_speed(arguments: argparse.Namespace) -> dict[str, Any]:
    """Our build, our full precision and fastembed's default on the same texts, in turns; then queries."""
    from fastembed import TextEmbedding
    from fastembed.common.model_description import ModelSource, PoolingType

    from findling.embedding.encoder import Encoder
    from findling.embedding.model_store import ModelStore
    from findling.paths import LibraryPaths

    store = ModelStore.open(LibraryPaths.inside(arguments.folder).models)
    place = store.folder_of(FULL)
    TextEmbedding.add_custom_model(model="local/bge", pooling=PoolingType.CLS, normalization=True,
                                   sources=ModelSource(hf="local/bge"), dim=768, model_file="model.onnx")  # fmt: skip
    theirs = TextEmbedding("local/bge", specific_model_path=str(place), threads=1)
    full, build = (Encoder.open(store.model(name)) for name in (FULL, f"{FULL}-int8"))
    texts = read_texts(arguments.data)
    tokens = sum(len(build.tokenizer.encode(text)) for text in texts)
    ways: dict[str, Callable[[], object]] = {
        "fastembed": lambda: list(theirs.embed(texts)),
        "findling fp32": lambda: full.encode_passages(texts),
        "findling int8": lambda: build.encode_passages(texts),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = time.process_time()
            way()
            times[name].append(time.process_time() - began)
    rates = {name: tokens / statistics.median(spent) for name, spent in times.items()}
    queries = [" ".join(text.split()[:8]) for text in texts[:QUERIES]]
    result: dict[str, Any] = {"texts": len(texts), "tokens": tokens, "cpu_s": times}
    result["tokens per cpu-second"] = {name: round(rate) for name, rate in rates.items()}
    result["times fastembed"] = round(rates["findling int8"] / rates["fastembed"], 2)
    result["query_ms"] = {name: _time_queries(it, queries) for name, it in (("int8", build), ("fp32", full))}
    return result


def _time_queries(encoder: Any, queries: list[str]) -> dict[str, float]:
    wall, cpu = [], []
    for query in queries:
        began, spent = time.perf_counter(), time.process_time()
        encoder.encode_query(query)
        wall.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - spent))
    return {"p50": round(statistics.median(wall), 1), "p50_cpu": round(statistics.median(cpu), 1)}


def measure_memory(arguments: argparse.Namespace) -> dict[str, Any]:
    """The largest memory of the writer in an index run of some hundred passages with the build."""
    import psutil

    files = _files_of(arguments.folder)
    for number, text in enumerate(_invented()):
        (files / f"{number}.txt").write_text(f"{number}. {text}\n\n" * 3)
    environment = os.environ | {"FINDLING_LIBRARY": str(arguments.folder)}
    command = [sys.executable, "-P", "-m", "findling"]
    subprocess.run([*command, "models", "use", f"{FULL}-int8"], env=environment, check=True, capture_output=True)
    process = subprocess.Popen([*command, "index", str(files)], env=environment, stdout=subprocess.DEVNULL)
    largest: dict[str, int] = {}
    while process.poll() is None:
        for child in psutil.Process(process.pid).children(recursive=True):
            try:
                command_line = " ".join(child.cmdline())
                role = next((word for word in ("writer", "parser") if word in command_line), "other")
                largest[role] = max(largest.get(role, 0), child.memory_info().rss)
            except psutil.Error:  # it ended meanwhile
                continue
        time.sleep(0.05)
    status = subprocess.run([*command, "--json", "status"], env=environment, check=True, capture_output=True).stdout
    rss = {role: round(size / 1e6) for role, size in largest.items()}
    return {"rss_mb": rss, "passages": json.loads(status)["chunks"]}


def measure_change(arguments: argparse.Namespace) -> dict[str, Any]:
    """Searches of a library before and while everything in it is embedded for another model."""
    from answering import Window, _time_whole

    from findling.domain.library import ModelChange
    from findling.paths import LibraryPaths
    from secondmodel import STAND_IN, install_stand_in

    paths = LibraryPaths.inside(arguments.folder)
    if not (paths.models / STAND_IN).exists():
        install_stand_in(paths)
    queries = [" ".join(text.split()[:5]) for text in read_texts(arguments.data)]
    window = Window(paths)

    def ask_for(seconds: float, done: Callable[[], bool] = lambda: False) -> list[float]:
        took, until = [], time.monotonic() + seconds
        while time.monotonic() < until and not done():
            query = queries[len(took) % len(queries)]
            took.append(_time_whole(window, f"{query} {len(took)}")["final"])
            time.sleep(0.2)
        return took

    ask_for(10)
    result: dict[str, Any] = {"before": _percentiles(ask_for(BESIDE))}
    process = subprocess.Popen([sys.executable, __file__, "advance", str(arguments.folder)])
    ended = threading.Event()
    threading.Thread(target=lambda: (process.wait(), ended.set()), daemon=True).start()
    time.sleep(5)
    result["during"] = _percentiles(ask_for(arguments.seconds, ended.is_set))
    result["left"] = asdict(_status(paths, STAND_IN).change or ModelChange(STAND_IN, 0, 0))
    process.terminate()
    process.wait()
    result["after"] = _percentiles(ask_for(BESIDE))
    result["p95 ratio"] = round(result["during"]["p95"] / result["before"]["p95"], 2)
    window.close()
    return result


def advance(arguments: argparse.Namespace) -> dict[str, Any]:
    """Do the writer's work for a change of models, and nothing else of what it does."""
    from findling.indexing.indexer import Indexer
    from findling.indexing.run_clock import RunClock
    from findling.indexing.session import IndexingSession
    from findling.ipc.priority import lower_priority
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from secondmodel import STAND_IN

    lower_priority(19, disk=True)
    paths, settings = LibraryPaths.inside(arguments.folder), Settings(model=STAND_IN)
    with IndexingSession(paths, settings, Indexer.open(paths, settings).database) as session:
        while session.advance(RunClock(lambda _: None), lambda: False):
            pass
        return {"changed": session.changed}


def _status(paths: Any, model: str) -> Any:
    from findling.search.library_reader import Library
    from findling.settings import Settings

    return Library.open(paths, Settings(model=model)).status()


def _files_of(library: Path) -> Path:
    """A folder beside a library for files of its."""
    files = library.with_name(f"{library.name} files")
    files.mkdir(exist_ok=True)
    return files


def _percentiles(took: list[float]) -> dict[str, float]:
    ordered = sorted(took)
    shares = {"p50": 0.5, "p95": 0.95, "max": 1.0}
    at = {name: ordered[min(int(share * len(ordered)), len(ordered) - 1)] for name, share in shares.items()}
    return {"queries": len(took), **{name: round(value, 1) for name, value in at.items()}}


def read_texts(data: Path) -> list[str]:
    """Half passages, half sentences, of the judged collections."""
    lines: list[str] = []
    for path in sorted(data.rglob("corpus.jsonl")):
        with path.open(encoding="utf-8") as stream:
            lines += [str(json.loads(line)["text"]) for line, _ in zip(stream, range(400), strict=False)]
    long = [text[:1000] for text in lines if len(text) > 800]
    short = [found for text in lines for found in re.findall(r"[A-Z][^.]{60,200}\.", text)[:1]]
    step = TEXTS // 2
    return [*long[:: max(len(long) // step, 1)][:step], *short[:: max(len(short) // step, 1)][:step]]


def _invented() -> list[str]:
    return [f"Note {number} says that the boat brought herring to the harbour. " * 12 for number in range(200)]


if __name__ == "__main__":
    main()
