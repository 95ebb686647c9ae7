"""ONNX Runtime sessions: one thread, no spinning, no arena, and no file but the graph."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from findling.embedding.graph_file import refers_to_other_files
from findling.embedding.providers import CUDA, PROCESSOR, Provider, add_plugin
from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from onnxruntime import InferenceSession

_ERRORS_ONLY = 3


_ERRORS = ("Fail", "EPFail", "EngineError", "DeviceReset", "InvalidArgument", "NotImplemented", "RuntimeException")


def runtime_errors() -> tuple[type[Exception], ...]:
    """Return what a session raises when it cannot compute, as when its device is gone."""
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    return tuple(getattr(states, name) for name in _ERRORS if hasattr(states, name))


def import_runtime() -> ModuleType:
    """Import ONNX Runtime with its telemetry off.

    From 1.32 on the runtime keeps an identity of the device and a database of events in the user's cache, to send them
    to its maker, on Linux too. It looks at the environment while it is loaded: `disable_telemetry_events` alone comes
    too late.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    module: ModuleType = onnxruntime
    return module


def runtime_version() -> str:
    """The version of ONNX Runtime."""
    return str(import_runtime().__version__)


def open_session(graph: Path, provider: Provider = PROCESSOR) -> InferenceSession:
    """Load an ONNX graph for an execution provider.

    What the runtime really computes with is the first of the session's providers: where it cannot have the one that is
    asked for, it takes the processor and says nothing.

    The session computes on the thread that calls it. Several threads may call it at once: the runtime lets go of the
    interpreter's lock while it computes, and one session on many threads costs no more than on one.

    Raises:
        ModelError: the runtime does not take the file, or the graph keeps weights in other files, through which it
            could read any file of the user's.
    """
    ort = import_runtime()
    from onnxruntime.capi import onnxruntime_pybind11_state as runtime

    if refers_to_other_files(graph):
        raise ModelError(ModelMessage.REFERS_TO_OTHERS(model=graph), ModelRemedy.ONE_FILE_ONLY())
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    # Waiting threads that spin double the processor time of a batch.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The arena keeps the memory of the longest batch for ever, and makes nothing faster here.
    options.enable_cpu_mem_arena = False
    caught = (*runtime_errors(), runtime.InvalidGraph, runtime.InvalidProtobuf)
    try:
        if provider.plugin:
            add_plugin(ort, options, provider)
            return ort.InferenceSession(str(graph), options)
        if provider.fixed_shapes:
            # DirectML works with neither: https://onnxruntime.ai/docs/execution-providers/DirectML-ExecutionProvider.html
            options.enable_mem_pattern = False
            options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
        if provider.name == CUDA:
            # Its libraries, where they are Python packages, are on no path that the loader of the system knows.
            with contextlib.redirect_stdout(sys.stderr):
                ort.preload_dlls()
        available = ort.get_available_providers()
        names = [name for name in dict.fromkeys((provider.name, PROCESSOR.name)) if name in available]
        return ort.InferenceSession(str(graph), options, providers=names)
    except caught as error:
        not_loaded = ModelMessage.NOT_LOADED(model=graph, reason=str(error))
        raise ModelError(not_loaded, ModelRemedy.INSTALL_AGAIN()) from error
