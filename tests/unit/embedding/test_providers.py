"""Execution providers are tried, and a missing or lost device is replaced by the processor."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bertgraph import Shape, write_bert
from findling.domain.models import ProviderReport
from findling.embedding.catalogue import FileRole, InstalledModel, ModelFile, Pooling
from findling.embedding.encoder import Encoder
from findling.embedding.inference import InferenceRunner
from findling.embedding.onnx_session import import_runtime, runtime_errors
from findling.embedding.provider_benchmark import choose_fastest, try_providers
from findling.embedding.providers import PROCESSOR, Provider, find_providers
from findling.messages.model_templates import ModelMessage

ABSENT = Provider("CUDAExecutionProvider", ModelMessage.NVIDIA())
BUCKETED = replace(PROCESSOR, device=ModelMessage.APPLE(), fixed_shapes=True)
TEXTS = ["a boat", "herring " * 40, "the rent is due on the first of the month", "tomatoes want sun", "x " * 120]


@pytest.fixture(scope="module")
def padding(installed, tmp_path_factory) -> InstalledModel:
    """A model that takes a mask, which the bundled one does without."""
    folder = tmp_path_factory.mktemp("padding")
    write_bert(folder / "model.onnx", Shape())
    name = installed.spec.file(FileRole.TOKENIZER).path
    (folder / name).write_bytes(installed.path(FileRole.TOKENIZER).read_bytes())
    files = (ModelFile("model.onnx", FileRole.GRAPH), ModelFile(name, FileRole.TOKENIZER))
    return InstalledModel(replace(installed.spec, bundled=False, dimensions=128, files=files), folder)


def test_the_processor_is_always_there_and_comes_first():
    assert find_providers(import_runtime())[0] == PROCESSOR


def test_what_is_not_there_is_not_said_to_compute(installed):
    encoder = Encoder.open(installed, provider=ABSENT)
    assert encoder.provider == "CPUExecutionProvider"
    assert encoder.encode_query("a boat").shape == (384,)


def test_a_plug_in_whose_device_is_gone_leaves_the_model_to_the_processor(installed):
    gone = Provider("OpenVINOExecutionProvider", ModelMessage.OPENVINO(), "no_such_plugin")
    encoder = Encoder.open(installed, provider=gone)
    assert encoder.provider == "CPUExecutionProvider"
    assert encoder.encode_query("a boat").shape == (384,)


@pytest.mark.parametrize("pooling", list(Pooling))
def test_texts_that_are_padded_to_a_few_shapes_have_the_same_vectors(padding, pooling):
    model = InstalledModel(replace(padding.spec, pooling=pooling), padding.folder)
    plain, padded = Encoder.open(model), Encoder.open(model, provider=BUCKETED)
    np.testing.assert_allclose(padded.encode_documents(TEXTS), plain.encode_documents(TEXTS), atol=2e-6)


def test_a_device_of_few_shapes_sees_few(padding):
    encoder = Encoder.open(padding, provider=BUCKETED)
    shapes = set()
    compute = encoder._runner.compute
    encoder._runner.compute = lambda ids, mask: shapes.add(ids.shape) or compute(ids, mask)
    for _ in range(3):
        encoder.encode_documents(["word " * count for count in range(1, 60)])
        encoder.encode_documents(["word"])
    assert shapes == {(512, 16), (256, 32), (128, 64)}


def test_a_model_that_takes_no_mask_is_left_to_the_processor(installed):
    assert InferenceRunner(installed.path(FileRole.GRAPH), BUCKETED).provider == PROCESSOR


class Dying:
    """A session on a device that is lost after some batches."""

    def __init__(self, session, left):
        self._session, self._left = session, left

    def get_providers(self):
        return [ABSENT.name]

    def run(self, names, feeds):
        self._left -= 1
        if self._left < 0:
            raise runtime_errors()[0]("887A0005: the device was removed")
        return self._session.run(names, feeds)


def lose(encoder, provider, left):
    computer = encoder._runner
    computer._loaded = replace(computer._loaded, provider=provider, session=Dying(computer._loaded.session, left))


@pytest.mark.parametrize("left", [0, 1, 2])
def test_a_device_that_is_lost_in_the_middle_loses_nothing_and_says_so(padding, left):
    plain, losing = Encoder.open(padding), Encoder.open(padding, threads=3)
    lose(losing, ABSENT, left)
    assert losing.notice is None

    np.testing.assert_allclose(losing.encode_documents(TEXTS), plain.encode_documents(TEXTS), atol=2e-6)

    assert losing.notice == ModelMessage.DEVICE_FAILED(device=ABSENT.device)
    assert losing.provider == "CPUExecutionProvider"


def test_a_failure_of_the_processor_itself_is_raised(padding):
    encoder = Encoder.open(padding)
    lose(encoder, PROCESSOR, 0)
    with pytest.raises(runtime_errors()):
        encoder.encode_documents(TEXTS)


def test_only_what_computes_and_computes_right_is_chosen(padding):
    tried: list[Provider] = []
    trials = try_providers(padding, (PROCESSOR, ABSENT, BUCKETED), seconds=0.3, before_each=tried.append)
    assert tried == [PROCESSOR, ABSENT, BUCKETED]
    assert [trial.ok for trial in trials] == [True, False, True]
    assert trials[0].speed > 0 < trials[2].speed
    assert trials[1].detail == ModelMessage.NO_DEVICE()
    assert choose_fastest(trials) == PROCESSOR.name


def test_the_fastest_of_those_that_are_right_wins():
    slow, fast, wrong = (
        ProviderReport(name, PROCESSOR.device, ok=name != "wrong", speed=speed)
        for name, speed in (("slow", 1.0), ("fast", 2.0), ("wrong", 9.0))
    )
    assert choose_fastest((slow, fast, wrong)) == "fast"
    assert choose_fastest((wrong,)) == PROCESSOR.name
