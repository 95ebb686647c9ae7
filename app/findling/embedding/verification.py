"""Verification of an installed model: its files, its vectors and its speed."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.models import Finding, Verification
from findling.embedding.catalogue import FileRole, read_catalogue
from findling.embedding.encoder import Encoder
from findling.embedding.providers import name_device
from findling.errors import ModelError
from findling.messages.model_templates import FindingMessage, ModelMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from findling.embedding.catalogue import InstalledModel, ModelFile, ModelSpec
    from findling.messages.notice import Notice

_TEXT = "hello world"
_PASSAGE = "The meeting on the new heating was moved to Thursday, since the plumber's offer is still missing."
_REPEATS = 12
"""Times the passage stands in a sample of usual length, where the window has room for it."""
_UNIT = 1e-3
_APART = 1e-3
"""Vectors with and without prefix differ in some component by more than what computing makes of one text."""
_SECONDS = 1.0
"""Seconds for which the speed is measured."""
_SIZE_TOLERANCE = 0.01
"""Largest difference, as a share, from a size that was published rounded."""


def verify(model: InstalledModel) -> Verification:
    """Verify an installed model; takes about two seconds."""
    tried = _try(model)
    return replace(tried, differs_from=find_same_size(model.spec, read_catalogue())) if _is_own(model.spec) else tried


def _try(model: InstalledModel) -> Verification:
    try:
        model.verify()
    except ModelError as error:
        return Verification(model.spec.id, (Finding("files", False, error.notice),))
    files = _describe_files(model)
    try:
        encoder = Encoder.open(model)
    except ModelError as error:
        return Verification(model.spec.id, (files, Finding("graph", False, error.notice)))
    try:
        found = (files, *_try_vectors(encoder))
        unmeasured = Verification(model.spec.id, found, encoder.provider)
        if not unmeasured.ok:
            return unmeasured
        tokens, query = _measure_passages(encoder), _measure_queries(encoder)
        speed = Finding("speed", None, FindingMessage.SPEED(tokens=tokens, milliseconds=query))
        return Verification(model.spec.id, (*found, speed), encoder.provider, tokens, query)
    finally:
        encoder.close()


def _is_own(spec: ModelSpec) -> bool:
    """Return whether a model is the user's own, not published nor built from a published one."""
    return not (spec.source or spec.bundled or spec.full_precision)


def _describe_files(model: InstalledModel) -> Finding:
    """Describe what the files were compared with when they were installed."""
    spec = model.spec
    count = len(spec.files)
    if spec.source or spec.bundled:
        return Finding("files", True, FindingMessage.FILES_PUBLISHED(count=count))
    if spec.full_precision:
        return Finding("files", True, FindingMessage.FILES_MADE_HERE(count=count, model=spec.full_precision))
    if kinship := describe_common(spec, read_catalogue()):
        return Finding("files", None, FindingMessage.FILES_UNPUBLISHED_BUT(count=count, detail=kinship))
    return Finding("files", None, FindingMessage.FILES_UNPUBLISHED(count=count))


def _try_vectors(encoder: Encoder) -> Iterator[Finding]:
    """Check the vectors of a few texts; stops where further ones are pointless."""
    from onnxruntime.capi import onnxruntime_pybind11_state as runtime

    try:
        vector = encoder.encode_documents([_TEXT])[0]
    except ArithmeticError:
        yield Finding("graph", False, FindingMessage.NO_VECTORS(reason=ModelMessage.NO_UNIT_VECTOR()))
        return
    except (runtime.Fail, runtime.InvalidArgument, runtime.RuntimeException) as error:
        # A graph and a tokenizer that do not belong together, for instance.
        yield Finding("graph", False, FindingMessage.NO_VECTORS(reason=str(error)))
        return
    except ValueError:
        yield Finding("dimensions", False, FindingMessage.OTHER_DIMENSIONS(number=encoder.dimensions))
        return
    yield Finding("graph", True, FindingMessage.LOADS(device=name_device(encoder.provider)))
    yield Finding("dimensions", len(vector) == encoder.dimensions, FindingMessage.DIMENSIONS(number=len(vector)))
    length = float(np.linalg.norm(vector))
    yield Finding("length", abs(length - 1) <= _UNIT, FindingMessage.LENGTH(length=length))
    yield _compare_answer(encoder)
    yield _compare_prefix(encoder)


def _compare_answer(encoder: Encoder) -> Finding:
    answer = encoder.spec.known_answer
    if answer is None:
        return Finding("answer", None, FindingMessage.NOTHING_TO_COMPARE())
    found = encoder.encode_documents([answer.text])[0][: len(answer.values)]
    off = float(np.abs(found - np.array(answer.values)).max())
    ok = off <= answer.tolerance
    message = FindingMessage.ANSWER if ok else FindingMessage.ANSWER_DIFFERS
    return Finding("answer", ok, message(text=answer.text, off=off, allowed=answer.tolerance))


def _compare_prefix(encoder: Encoder) -> Finding:
    """Check that a prefix changes the vector, and that no prefix leaves it as it is."""
    prefix = encoder.spec.query_prefix
    apart = float(np.abs(encoder.encode_query(_PASSAGE) - encoder.encode_documents([_PASSAGE])[0]).max())
    if prefix:
        return Finding("prefix", apart > _APART, FindingMessage.PREFIX(prefix=prefix, far=apart))
    return Finding("prefix", apart <= _APART, FindingMessage.NO_PREFIX())


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


def describe_common(own: ModelSpec, published: Iterable[ModelSpec]) -> Notice | None:
    """Describe what a model's graph has in common with the catalogue's; None for nothing.

    A model of the very size of a known one is another training of it, or a damaged copy: only the user can know.
    """
    known = list(published)
    if twin := _find_same_graph(own, known):
        return FindingMessage.SAME_GRAPH(model=twin.id)
    if double := find_same_size(own, known):
        return FindingMessage.SAME_SIZE(model=double)
    return None


def find_same_size(own: ModelSpec, published: Iterable[ModelSpec]) -> str:
    """Return the id of the catalogue's model with another graph of the same size; "" for none."""
    known = list(published)
    if _find_same_graph(own, known):
        return ""
    graph = own.file(FileRole.GRAPH)
    return next((spec.id for spec in known if _is_as_large(graph, spec)), "")


def _find_same_graph(own: ModelSpec, known: Iterable[ModelSpec]) -> ModelSpec | None:
    graph = own.file(FileRole.GRAPH)
    return next((spec for spec in known if spec.file(FileRole.GRAPH).sha256 == graph.sha256), None)


def _is_as_large(graph: ModelFile, spec: ModelSpec) -> bool:
    size = spec.file(FileRole.GRAPH).bytes
    if size is not None or graph.bytes is None or spec.nominal_bytes is None:
        return size == graph.bytes
    return abs(graph.bytes - spec.nominal_bytes) <= _SIZE_TOLERANCE * spec.nominal_bytes
