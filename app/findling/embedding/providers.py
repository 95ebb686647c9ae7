"""Execution providers on this machine: the processor, and those of drivers and plug-ins."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.messages.model_templates import ModelMessage
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from onnxruntime import SessionOptions

    from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class Provider:
    """One way to compute.

    Attributes:
        name: as ONNX Runtime has it.
        device: what a user calls it.
        plugin: the Python package of a plug-in that brings it; "" where the runtime itself does.
        fixed_shapes: it has to prepare for every length of text, so that texts are padded to a few.
    """

    name: str
    device: Notice
    plugin: str = ""
    fixed_shapes: bool = False


PROCESSOR = Provider("CPUExecutionProvider", ModelMessage.PROCESSOR())

CUDA = "CUDAExecutionProvider"
_BUILT_IN = (
    Provider(CUDA, ModelMessage.NVIDIA()),
    Provider("DmlExecutionProvider", ModelMessage.DIRECTML(), fixed_shapes=True),
    Provider("CoreMLExecutionProvider", ModelMessage.APPLE(), fixed_shapes=True),
)
_PLUGINS = (
    Provider("OpenVINOExecutionProvider", ModelMessage.OPENVINO(), "onnxruntime_ep_openvino"),
    Provider("WebGpuExecutionProvider", ModelMessage.WEBGPU(), "onnxruntime_ep_webgpu"),
    Provider("NvTensorRTRTXExecutionProvider", ModelMessage.TENSORRT(), "onnxruntime_ep_nv_tensorrt_rtx"),
)

AUTO = "auto"


def find_providers(runtime: ModuleType) -> tuple[Provider, ...]:
    """Return the providers of this machine, the processor first.

    A provider of the runtime may still lack its driver, which only a session tells; one of a plug-in has a device.
    """
    available = frozenset(runtime.get_available_providers())
    built_in = tuple(provider for provider in _BUILT_IN if provider.name in available)
    return (PROCESSOR, *built_in, *_find_plugins(runtime))


def name_device(name: str) -> Notice:
    """Return the user's name for a provider, with that of ONNX Runtime, shortened."""
    short = name.removesuffix("ExecutionProvider")
    device = next((each.device for each in (PROCESSOR, *_BUILT_IN, *_PLUGINS) if each.name == name), None)
    return ModelMessage.DEVICE(device=device, name=short) if device else SystemMessage.PLAIN(text=short)


def add_plugin(runtime: ModuleType, options: SessionOptions, provider: Provider) -> None:
    """Let a session compute with the devices of a plug-in."""
    _register(runtime, provider)
    options.add_provider_for_devices(_devices(runtime, provider), {})


def _find_plugins(runtime: ModuleType) -> Iterator[Provider]:
    for provider in _PLUGINS:
        if importlib.util.find_spec(provider.plugin) and _register(runtime, provider) and _devices(runtime, provider):
            yield provider


def _register(runtime: ModuleType, provider: Provider) -> bool:
    """Load a plug-in's library, once in a process; says whether it is there now."""
    if _devices(runtime, provider):
        return True
    from onnxruntime.capi import onnxruntime_pybind11_state as states

    try:
        library = importlib.import_module(provider.plugin).get_library_path()
        runtime.register_execution_provider_library(provider.name, library)
    except (ImportError, OSError, states.Fail, states.InvalidArgument, states.RuntimeException, states.EPFail):
        # Its driver is missing, it is made for another runtime, or it is registered and offers no device.
        return False
    return True


def _devices(runtime: ModuleType, provider: Provider) -> list[object]:
    return [device for device in runtime.get_ep_devices() if device.ep_name == provider.name]
