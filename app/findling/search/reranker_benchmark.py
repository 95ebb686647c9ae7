"""Benchmark of a cross-encoder on this machine: its order and the time of a search."""

from __future__ import annotations

import json
import logging
import time
from itertools import chain, islice
from typing import TYPE_CHECKING

from findling.domain.models import Finding, Verification
from findling.embedding.catalogue import FileRole, RerankerSpec
from findling.embedding.cross_encoder import CrossEncoder
from findling.embedding.model_store import ModelStore
from findling.embedding.onnx_session import runtime_version
from findling.errors import FindlingError, ModelError
from findling.messages.model_templates import FindingMessage
from findling.models.optimisation import bundled_passages, library_passages
from findling.search.reranking import RERANKED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.embedding.catalogue import InstalledReranker
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_LOG = logging.getLogger(__name__)

_RECORD = "rerankers.json"
_QUESTION = "When does the plumber come?"
_ANSWER = "The plumber comes on Thursday morning to look at the heating in the cellar."
_OTHER = "Mix the flour with two eggs and a cup of milk, and leave the dough to rest."


def try_reranker(paths: LibraryPaths, settings: Settings, model: InstalledReranker) -> Verification:
    """Verify an installed cross-encoder and store the time of a typical search."""
    name = model.spec.id
    try:
        reranker = CrossEncoder.open(model, threads=settings.indexing_threads)
    except FindlingError as error:
        return Verification(name, (Finding("files", False, error.notice),))
    files = Finding("files", True, FindingMessage.FILES_WHOLE(count=len(model.spec.files)))
    try:
        order = _compare(reranker)
        seconds = _measure(reranker, _choose_passages(paths))
    except ModelError as error:
        return Verification(name, (files, Finding("graph", False, error.notice)))
    finally:
        reranker.close()
    _remember(paths, _key(settings, model), seconds)
    speed = Finding("speed", None, FindingMessage.RERANKING_SPEED(seconds=seconds, number=RERANKED))
    return Verification(name, (files, order, speed), query_ms=seconds * 1_000)


def recall_seconds(paths: LibraryPaths, settings: Settings) -> Mapping[str, float]:
    """Return the measured seconds of a search by id of each installed cross-encoder.

    Raises:
        ModelError: the catalogue cannot be read.
    """
    known = _read(paths)
    store = ModelStore.open(paths.models)
    ids = [spec.id for spec in store.published() if isinstance(spec, RerankerSpec) and store.has(spec.id)]
    measured = {model_id: known.get(_key(settings, store.reranker(model_id))) for model_id in ids}
    return {model_id: seconds for model_id, seconds in measured.items() if seconds is not None}


def _compare(reranker: CrossEncoder) -> Finding:
    answer, other = reranker.score(_QUESTION, [_ANSWER, _OTHER])
    order = FindingMessage.ORDER()
    return (
        Finding("order", True, order) if answer > other else Finding("order", False, FindingMessage.NOT_SO(what=order))
    )


def _measure(reranker: CrossEncoder, passages: Sequence[str]) -> float:
    reranker.score(_QUESTION, passages[:1])  # the first run allocates
    started = time.perf_counter()
    reranker.score(_QUESTION, passages)
    return time.perf_counter() - started


def _choose_passages(paths: LibraryPaths) -> list[str]:
    """Return as many passages as a search reranks, the user's own if there are enough."""
    return list(islice(chain(library_passages(paths, RERANKED), bundled_passages()), RERANKED))


def _key(settings: Settings, model: InstalledReranker) -> str:
    graph = model.spec.file(FileRole.GRAPH)
    return f"{model.spec.id}:{graph.sha256}:{runtime_version()}:{settings.indexing_threads}"


def _read(paths: LibraryPaths) -> dict[str, float]:
    """Read the stored times; empty if the file is damaged or missing."""
    try:
        written = json.loads((paths.cache / _RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    entries = written.items() if isinstance(written, dict) else ()
    return {str(key): float(seconds) for key, seconds in entries if isinstance(seconds, int | float)}


def _remember(paths: LibraryPaths, key: str, seconds: float) -> None:
    """Store a time; if that fails, it is measured again the next time."""
    try:
        (paths.cache / _RECORD).write_text(json.dumps({**_read(paths), key: seconds}), "utf-8")
    except OSError as error:
        _LOG.warning("%s cannot be written: %s", paths.cache / _RECORD, error)
