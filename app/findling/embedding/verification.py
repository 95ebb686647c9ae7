"""Whether an installed model is the real one and behaves as it should; what is not so is a finding, never a crash."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.catalogue import read_catalogue
from findling.embedding.encoder import Encoder
from findling.embedding.kinship import describe_kinship, find_double
from findling.embedding.providers import find_words
from findling.errors import ModelError
from findling.models import Finding, Verification

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.embedding.catalogue import InstalledModel, ModelSpec

_TEXT = "hello world"
_PASSAGE = "The meeting on the new heating was moved to Thursday, since the plumber's offer is still missing."
_REPEATS = 12
"""Times the passage stands in a sample of usual length, where the window has room for it."""
_UNIT = 1e-3
_APART = 1e-3
"""Vectors with and without prefix differ in some component by more than what computing makes of one text."""
_SECONDS = 1.0
"""How long the speed is measured."""


def verify(model: InstalledModel) -> Verification:
    """Try an installed model; takes about two seconds."""
    tried = _try(model)
    return replace(tried, differs_from=find_double(model.spec, read_catalogue())) if _is_own(model.spec) else tried


def _try(model: InstalledModel) -> Verification:
    try:
        model.verify()
    except ModelError as error:
        return Verification(model.spec.id, (Finding("files", False, str(error)),))
    files = _describe_files(model)
    try:
        encoder = Encoder.open(model)
    except ModelError as error:
        return Verification(model.spec.id, (files, Finding("graph", False, str(error))))
    try:
        found = (files, *_try_vectors(encoder))
        unmeasured = Verification(model.spec.id, found, encoder.provider)
        if not unmeasured.ok:
            return unmeasured
        tokens, query = _measure_passages(encoder), _measure_queries(encoder)
        speed = Finding("speed", None, f"{tokens:,.0f} tokens a second on one core, {query:.0f} ms a query")
        return Verification(model.spec.id, (*found, speed), encoder.provider, tokens, query)
    finally:
        encoder.close()


def _is_own(spec: ModelSpec) -> bool:
    """Whether a model is one of the person's own, neither published nor made here of a published one."""
    return not (spec.source or spec.bundled or spec.full_precision)


def _describe_files(model: InstalledModel) -> Finding:
    """What the files, which are as they were installed, were held against when they came."""
    spec = model.spec
    files = f"{len(spec.files)} files"
    if spec.source or spec.bundled:
        return Finding("files", True, f"all {files} are those that were published")
    if spec.full_precision:
        return Finding("files", True, f"all {files} are as they were made here, of {spec.full_precision}")
    kinship = describe_kinship(spec, read_catalogue())
    detail = f"nothing published was there to compare the {files} with: what is checked is that they load and compute"
    return Finding("files", None, f"{detail}; {kinship}" if kinship else detail)


def _try_vectors(encoder: Encoder) -> Iterator[Finding]:
    """Embed a few texts; stops at the first thing that makes further ones pointless."""
    from onnxruntime.capi import onnxruntime_pybind11_state as runtime

    try:
        vector = encoder.encode_documents([_TEXT])[0]
    except (ArithmeticError, runtime.Fail, runtime.InvalidArgument, runtime.RuntimeException) as error:
        # A graph and a tokenizer that do not belong together, for instance.
        yield Finding("graph", False, f"computes no vectors: {error}")
        return
    except ValueError:
        yield Finding(
            "dimensions", False, f"vectors do not have the {encoder.dimensions} numbers that they should have"
        )
        return
    yield Finding("graph", True, f"loads; the {find_words(encoder.provider)} computes it")
    yield Finding("dimensions", len(vector) == encoder.dimensions, f"{len(vector)} numbers a vector")
    length = float(np.linalg.norm(vector))
    yield Finding("length", abs(length - 1) <= _UNIT, f"vectors have length {length:.4f}")
    yield _compare_answer(encoder)
    yield _compare_prefix(encoder)


def _compare_answer(encoder: Encoder) -> Finding:
    answer = encoder.spec.known_answer
    if answer is None:
        return Finding("answer", None, "no vector of this model was published to compare with")
    found = encoder.encode_documents([answer.text])[0][: len(answer.values)]
    off = float(np.abs(found - np.array(answer.values)).max())
    detail = f'the first values for "{answer.text}" are {off:.5f} off, {answer.tolerance:g} allowed'
    if off <= answer.tolerance:
        return Finding("answer", True, detail)
    return Finding("answer", False, f"{detail}: the tokenizer or the precision differs from what was published")


def _compare_prefix(encoder: Encoder) -> Finding:
    """A prefix that the catalogue names has to change the vector, and none must leave it as it is."""
    prefix = encoder.spec.query_prefix
    apart = float(np.abs(encoder.encode_query(_PASSAGE) - encoder.encode_documents([_PASSAGE])[0]).max())
    if prefix:
        return Finding("prefix", apart > _APART, f'queries get "{prefix}", which moves a vector by up to {apart:.3f}')
    return Finding("prefix", apart <= _APART, "queries get no prefix")


def _measure_passages(encoder: Encoder) -> float:
    """Tokens a second of passages of usual length."""
    text = _PASSAGE
    for _ in range(_REPEATS - 1):
        longer = f"{text} {_PASSAGE}"
        if encoder.tokenizer.count(encoder.spec.passage_prefix + longer) > encoder.spec.passage_tokens:
            break
        text = longer
    length = len(encoder.tokenizer.encode(encoder.spec.passage_prefix + text))
    encoder.encode_passages([text])
    passages, start = 0, time.perf_counter()
    while (seconds := time.perf_counter() - start) < _SECONDS:
        encoder.encode_passages([text, text])
        passages += 2
    return passages * length / seconds


def _measure_queries(encoder: Encoder) -> float:
    """The median time of a short query, in milliseconds."""
    times = []
    for number in range(15):
        start = time.perf_counter()
        encoder.encode_query(f"when does the plumber come {number}")
        times.append(time.perf_counter() - start)
    return float(np.median(times)) * 1000
