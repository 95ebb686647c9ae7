"""Estimated cost of a switch to another model, by stored texts and this machine's speed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.domain.models import ModelCost
from findling.embedding.catalogue import ModelSpec
from findling.embedding.model_store import ModelStore
from findling.models.active_model import open_snapshot
from findling.models.embedder import SharedEmbedder
from findling.models.languages import find_foreign
from findling.models.throughput import Throughput
from findling.storage.vector_table import Space

if TYPE_CHECKING:
    from collections.abc import Mapping

    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.database import Database

CHARACTERS_A_TOKEN = 3.8
"""480 characters are usual for a passage of 125 tokens: see `survey`."""
TOKENS_A_PASSAGE = 125 / 200
"""Share of the longest input that passages fill: short documents and the ends of long ones do not."""
_BYTES_A_NUMBER = 2 + 4
"""A component of a vector: two in the database, four in the index."""
_BYTES_A_PASSAGE = 300
"""Beside its vector: its place in the text, and its neighbours in the index."""

EMPTY_SPACE = Space(0, "", "", 0)
"""A space without any vectors."""

_WORDS, _WORDS_OF_MANY_LANGUAGES = 30_522, 250_037
"""Entries in the vocabularies of BERT and of XLM-RoBERTa: their weights are looked up, not multiplied."""
_PRECISIONS = ("fp32", "fp16", "int8")
_WEIGHT_BYTES = {"int8": 1, "fp16": 2}
_LEAST_WEIGHT_BYTES = 5
"""A model has more weights than its vocabulary's: with fewer bytes for each of those, they cannot have four each."""
_WORK_OF_INTEGERS = 0.43
"""Share of the time that fp32 takes, per token: docs/benchmarks.md, 7,607 against 17,096 tokens a second."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Measured speed of one model.

    Attributes:
        tokens: that it embeds in a second, with all that indexing may use.
    """

    spec: ModelSpec
    tokens: float


def estimate_costs(paths: LibraryPaths, measured: Speed) -> Mapping[str, ModelCost]:
    """Estimate the cost of every embedding model, by id; empty where nothing is stored.

    Raises:
        ModelError: the catalogue or the folder of models cannot be read.
    """
    store = ModelStore.open(paths.models)
    specs = [spec for spec in (*store.published(), *store.own()) if isinstance(spec, ModelSpec)]
    with open_snapshot(paths) as database:
        everything = database.spaces.count_unembedded(EMPTY_SPACE).characters if database else 0
        if not (database and everything):
            return {}
        languages = database.documents.languages()
        return {spec.id: _estimate(database, spec, everything, measured, languages) for spec in specs}


def estimate_seconds(tokens: float, spec: ModelSpec, measured: Speed) -> float:
    """Estimate how long a model embeds so many tokens, from the measured speed of another."""
    return tokens / measured.tokens * _work(spec) / _work(measured.spec)


def estimate_disk(tokens: float, spec: ModelSpec) -> int:
    """Estimate the bytes of the vectors of so many tokens, with their index."""
    passages = tokens / (spec.passage_tokens * TOKENS_A_PASSAGE)
    return round(passages * (spec.dimensions * _BYTES_A_NUMBER + _BYTES_A_PASSAGE))


def _estimate(
    database: Database, spec: ModelSpec, everything: int, measured: Speed, languages: Mapping[str, int]
) -> ModelCost:
    """Estimate the cost of embedding what a model has not embedded yet."""
    kept = database.vectors.latest_space(spec.id)
    left = database.spaces.count_unembedded(kept).characters if kept else everything
    seconds = estimate_seconds(left / CHARACTERS_A_TOKEN, spec, measured)
    foreign = sum(find_foreign(spec, languages).values()) if spec.languages else None
    return ModelCost(seconds, estimate_disk(everything / CHARACTERS_A_TOKEN, spec), foreign)


def _work(spec: ModelSpec) -> float:
    """Return a token's cost, in weights that it is multiplied with at full precision."""
    looked_up = _count_looked_up(spec)
    precision = infer_precision(spec)
    size = _WEIGHT_BYTES.get(precision, 4)
    weights = spec.bytes / size - looked_up if spec.bytes else _usual_layers(spec)
    return max(weights, spec.dimensions) * (_WORK_OF_INTEGERS if precision == "int8" else 1.0)


def infer_precision(spec: ModelSpec) -> str:
    """Return the weights' number format, which only its size tells of a user's own model."""
    looked_up = _count_looked_up(spec)
    form = spec.number_format
    is_small = spec.bytes is not None and spec.bytes < looked_up * _LEAST_WEIGHT_BYTES
    return "int8" if form not in _PRECISIONS and is_small else form


def _count_looked_up(spec: ModelSpec) -> int:
    """Return how many weights the vocabulary has."""
    is_english = spec.languages in ((), ("en",))
    return (_WORDS if is_english else _WORDS_OF_MANY_LANGUAGES) * spec.dimensions


def _usual_layers(spec: ModelSpec) -> int:
    """Weights of twelve layers of a BERT of this width, for a model of unknown size."""
    return 12 * 12 * spec.dimensions**2


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchPlan:
    """Estimate of the work of a switch to the chosen model.

    Attributes:
        model: the one that is chosen.
        answering: the active one; "" while nothing is embedded.
        documents: that are stored.
        left: of these, how many the chosen one has to embed before it becomes active.
        seconds: that embedding them takes on this machine; None where there is nothing to do, or a server does it.
        waiting: files that are still to be read first.
    """

    model: str
    answering: str = ""
    documents: int = 0
    left: int = 0
    seconds: float | None = None
    waiting: int = 0


def plan_switch(paths: LibraryPaths, settings: Settings) -> SwitchPlan:
    """Plan the switch to the model that the settings name, timing it if there is work to do.

    Raises:
        ModelError: it is unknown, not installed, or damaged.
    """
    with open_snapshot(paths) as database:
        answering = database.spaces.active() if database else None
        documents = database.documents.count_texts() if database and answering else 0
        if not (database and answering and documents):
            return SwitchPlan(model=settings.model, answering=answering.model if answering else "")
        shared = SharedEmbedder(paths, settings)
        embedder = shared.get(settings.model)
        space = embedder.space(database)
        waiting = database.files.counts().pending
        plan = SwitchPlan(model=settings.model, answering=answering.model, documents=documents, waiting=waiting)
        if space == answering:
            return plan
        backlog = database.spaces.count_unembedded(space or EMPTY_SPACE)
    throughput = None if settings.remote or not backlog.characters else Throughput(shared, settings.indexing_threads)
    seconds = backlog.characters / CHARACTERS_A_TOKEN / throughput.tokens_a_second() if throughput else None
    return replace(plan, left=backlog.documents, seconds=seconds)
