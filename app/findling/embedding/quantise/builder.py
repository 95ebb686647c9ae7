"""Builder of a faster model, installed beside the original if their vectors agree."""

from __future__ import annotations

import json
import mmap
import shutil
import time
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.job_progress import BuildStage, BuildStep
from findling.domain.models import BuildReport
from findling.embedding.catalogue import LICENCE, FileRole, InstalledModel, ModelFile, name_build, read_license
from findling.embedding.encoder import Encoder
from findling.embedding.model_manifest import write_model_manifest
from findling.embedding.onnx_graph import OnnxGraph
from findling.embedding.onnx_session import runtime_version
from findling.embedding.quantise.fp16 import convert_to_fp16
from findling.embedding.quantise.int8 import convert_to_int8
from findling.embedding.quantise.parity import agree, compare_vectors
from findling.errors import FindlingError, ModelError
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from findling.embedding.catalogue import ModelSpec
    from findling.embedding.model_store import ModelStore
    from findling.embedding.protobuf import Chunk

_VERSION = 1
"""Version of the builds, raised whenever the same model would give another one."""

_RECORD = "findling-build.json"
_GRAPH = "model.onnx"
_SPACE_FACTOR = 1.1
_INTEGER_OPERATORS = frozenset(
    {"MatMulInteger", "QLinearMatMul", "QuantizeLinear", "DynamicQuantizeLinear", "DequantizeLinear"}
)
"""Operators of a model that was made smaller."""
_BATCH = 20
"""Passages that are embedded between two looks at whether to stop."""


class BuildStoppedError(FindlingError):
    """A build was stopped before it was done; nothing of it is left."""


class BuildForm(StrEnum):
    """Number formats of a build."""

    INT8 = "int8"
    FP16 = "fp16"


_TOLERANCES = {BuildForm.INT8: 0.02, BuildForm.FP16: 0.003}
"""Largest difference of a component from a known answer."""


@dataclass(frozen=True, slots=True)
class BuildMonitor:
    """Callbacks while a build is made.

    Attributes:
        report: called with the progress.
        should_stop: called every few passages.
    """

    report: Callable[[BuildStep], None] = lambda _: None
    should_stop: Callable[[], bool] = lambda: False

    def check(self, step: BuildStep) -> None:
        """Report the progress.

        Raises:
            BuildStoppedError: the build is to stop.
        """
        self.report(step)
        if self.should_stop():
            raise BuildStoppedError(ModelMessage.BUILD_STOPPED())


UNMONITORED = BuildMonitor()


def build(
    store: ModelStore, model_id: str, form: BuildForm, passages: Sequence[str], monitor: BuildMonitor = UNMONITORED
) -> BuildReport:
    """Make a build of an installed model, and install it if its vectors agree.

    Raises:
        BuildStoppedError: the monitor says so.
        ModelError: the model is not installed or damaged, is a smaller build already, or is made in a way that this
            cannot change; or there is no room.
    """
    original = store.model(model_id)
    digests = original.verify()
    name = f"{model_id}-{form}"
    folder = store.partial_folder(name)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        monitor.check(BuildStep(BuildStage.CONVERTING))
        spec = _write(original, form, name, folder)
        made = _compare(original, InstalledModel(spec, folder), form, passages, monitor)
        _write_record(made, digests, folder)
        if made.used:
            shutil.rmtree(store.folder_of(name), ignore_errors=True)
            folder.rename(store.folder_of(name))
    except OSError as error:
        unwritable = ModelMessage.BUILD_UNWRITABLE(model=name, reason=explain_os_error(error))
        raise ModelError(unwritable, Remedy.FREE_SPACE()) from error
    else:
        return made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(original: InstalledModel, form: BuildForm, name: str, folder: Path) -> ModelSpec:
    """Write the files of the build with their manifest."""
    folder.mkdir(mode=0o700, parents=True)
    source = original.path(FileRole.GRAPH)
    if shutil.disk_usage(folder).free < source.stat().st_size * _SPACE_FACTOR:
        raise ModelError(ModelMessage.BUILD_NO_ROOM(model=original.spec.id), Remedy.FREE_SPACE())
    _convert(original, form, folder / _GRAPH)
    if text := read_license(original.spec, original.folder):
        (folder / LICENCE).write_text(text, "utf-8")
    others = [file for file in original.spec.files if file.role is not FileRole.GRAPH]
    for file in others:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original.folder / file.path, folder / file.path)
    answer = original.spec.known_answer
    spec = replace(
        original.spec,
        id=name,
        source="",
        revision="",
        bundled=False,
        precision=name_build(form, _VERSION),
        full_precision=original.spec.id,
        files=(ModelFile(_GRAPH, FileRole.GRAPH), *others),
        nominal_bytes=None,
        known_answer=answer and replace(answer, tolerance=max(answer.tolerance, _TOLERANCES[form])),
        scores=(),
    )
    write_model_manifest(spec, folder)
    return spec


def _convert(original: InstalledModel, form: BuildForm, target: Path) -> None:
    with original.path(FileRole.GRAPH).open("rb") as stream:
        # Closed with the last view of a part that is written unchanged.
        mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        chunks = _change(memoryview(mapped), form, original.spec.id)
    except (ValueError, TypeError, KeyError, IndexError, StopIteration) as error:
        raise ModelError(ModelMessage.BUILD_IMPOSSIBLE(model=original.spec.id, reason=str(error))) from error
    with target.open("wb") as out:
        out.writelines(chunks)


def _change(data: memoryview, form: BuildForm, model: str) -> list[Chunk]:
    graph = OnnxGraph.read(data)
    if any(node.op in _INTEGER_OPERATORS for node in graph.nodes):
        raise ModelError(ModelMessage.BUILD_IMPOSSIBLE(model=model, reason=ModelMessage.COMPUTES_WITH_INTEGERS()))
    if not (convert_to_int8(graph) if form is BuildForm.INT8 else convert_to_fp16(graph)):
        raise ModelError(ModelMessage.BUILD_IMPOSSIBLE(model=model, reason=ModelMessage.NOT_FULL_PRECISION()))
    return graph.write()


def _compare(
    original: InstalledModel, made: InstalledModel, form: BuildForm, passages: Sequence[str], monitor: BuildMonitor
) -> BuildReport:
    theirs, their_speed = _embed(original, passages, BuildStage.ORIGINAL, monitor)
    ours, speed = _embed(made, passages, BuildStage.BUILD, monitor)
    agreement = compare_vectors(ours, theirs)
    return BuildReport(
        model=made.spec.id,
        original=original.spec.id,
        form=form,
        agreement=agreement,
        used=agree(agreement),
        speed=speed,
        original_speed=their_speed,
        bytes=made.path(FileRole.GRAPH).stat().st_size,
        original_bytes=original.path(FileRole.GRAPH).stat().st_size,
    )


def _embed(
    model: InstalledModel, passages: Sequence[str], stage: BuildStage, monitor: BuildMonitor
) -> tuple[NDArray[np.float32], float]:
    """The vectors of the passages, and how many a second were made."""
    encoder = Encoder.open(model)
    try:
        encoder.encode_passages(passages[:1])
        started = time.perf_counter()
        parts = []
        for done in range(0, len(passages), _BATCH):
            monitor.check(BuildStep(stage, done, len(passages)))
            parts.append(encoder.encode_passages(passages[done : done + _BATCH]))
        return np.concatenate(parts), len(passages) / (time.perf_counter() - started)
    finally:
        encoder.close()


def _write_record(made: BuildReport, digests: dict[str, str], folder: Path) -> None:
    """Say beside the build what it was made of, with what, and how close it came."""
    made_with = {"builder": _VERSION, "onnxruntime": runtime_version()}
    record = {**asdict(made), "files of the original": digests, "made with": made_with}
    (folder / _RECORD).write_text(json.dumps(record, indent=2) + "\n", "utf-8")
