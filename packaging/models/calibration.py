"""How large the inputs of a network's linear layers get, measured on the vocabulary itself, and what they are for text.

The text is Python's own reference, which is on every machine that can run this: English about technical things with
code in it, and no part of any collection that the models are judged by.
"""

from __future__ import annotations

import hashlib
import pydoc_data.topics
from collections.abc import Iterator

import numpy as np
import onnx
import onnxruntime as ort
from bert import IDS
from numpy.typing import NDArray
from tokenizers import Tokenizer

_BEGIN, _END = 101, 102
_FIRST_WORD = 1_000
_STRIDE = 7_919
_LENGTHS = range(8, 248, 4)
_PARAGRAPHS = (1, 1, 2, 4)
"""How many paragraphs make a text, in turns."""
_TOKENS = 24_000
_WINDOW = 256


def measure_ranges(probe: onnx.ModelProto, vocabulary: int) -> dict[str, NDArray[np.float32]]:
    """The largest magnitude of each input of each layer.

    Sequences of words in no order do as well as sentences here (top-10 overlap of the result: 0.958 with either): the
    channels with outliers are the same whatever the text, since the network itself makes them.

    Args:
        probe: a graph written with `RangeProbe`.
        vocabulary: how many tokens there are.

    Returns:
        By layer, (inputs,) float32.
    """
    session = ort.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    layers = [output.name for output in session.get_outputs() if output.name != "last_hidden_state"]
    ranges = [session.run(layers, {IDS: ids}) for ids in _sequences(vocabulary)]
    return {layer: np.max(values, axis=0) for layer, values in zip(layers, zip(*ranges, strict=True), strict=True)}


def digest_text() -> str:
    """The SHA-256 of the text that `measure_inputs` reads."""
    return hashlib.sha256("\n".join(_paragraphs()).encode()).hexdigest()


def measure_inputs(probe: onnx.ModelProto, tokenizer: bytes) -> dict[str, NDArray[np.float32]]:
    """What the layers read for some 24,000 tokens of text.

    Args:
        probe: a graph written with `InputProbe`.
        tokenizer: the published file.

    Returns:
        By layer, (tokens, inputs) float32.
    """
    session = ort.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    layers = [output.name for output in session.get_outputs() if output.name != "last_hidden_state"]
    inputs = [session.run(layers, {IDS: ids}) for ids in _texts(Tokenizer.from_buffer(tokenizer))]
    return {layer: np.concatenate(values) for layer, values in zip(layers, zip(*inputs, strict=True), strict=True)}


def _texts(tokenizer: Tokenizer) -> Iterator[NDArray[np.int64]]:
    """Texts of several lengths, from all over the reference."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(_WINDOW)
    paragraphs, taken, number = _paragraphs(), 0, 0
    while taken < _TOKENS:
        start = number * _STRIDE % len(paragraphs)
        text = "\n\n".join(paragraphs[start : start + _PARAGRAPHS[number % len(_PARAGRAPHS)]])
        ids = tokenizer.encode(text).ids
        taken, number = taken + len(ids), number + 1
        yield np.array([ids], dtype=np.int64)


def _paragraphs() -> list[str]:
    topics = (text for _, text in sorted(pydoc_data.topics.topics.items()))
    return [paragraph for text in topics for paragraph in text.split("\n\n") if len(paragraph) > 60]


def _sequences(vocabulary: int) -> Iterator[NDArray[np.int64]]:
    """Sequences of many lengths, which walk through the vocabulary in strides of a prime."""
    at = 0
    for length in _LENGTHS:
        words = _FIRST_WORD + (np.arange(at, at + length) * _STRIDE) % (vocabulary - _FIRST_WORD)
        at += length
        yield np.array([[_BEGIN, *words, _END]], dtype=np.int64)
