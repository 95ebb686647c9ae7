"""Whether a model of a person's own is, or only looks like, one of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.catalogue import FileRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.embedding.catalogue import ModelFile, ModelSpec

_ABOUT = 0.01
"""How far, as a share, a size may be off one that was published rounded."""


def describe_kinship(own: ModelSpec, published: Iterable[ModelSpec]) -> str:
    """What a model's graph has in common with those of the catalogue, for people; "" where that is nothing.

    A model of the very size of a known one is another training of it, or a damaged copy: only the person can know.
    """
    known = list(published)
    if twin := _find_twin(own, known):
        return f"its graph is that of {twin.id}, bit by bit"
    if double := find_double(own, known):
        return f"its graph is as large as that of {double} and differs from it: it is another model, or a damaged copy"
    return ""


def find_double(own: ModelSpec, published: Iterable[ModelSpec]) -> str:
    """The id of the model of the catalogue whose graph is as large as another model's, and yet not the same; or ""."""
    known = list(published)
    if _find_twin(own, known):
        return ""
    graph = own.file(FileRole.GRAPH)
    return next((spec.id for spec in known if _is_as_large(graph, spec)), "")


def _find_twin(own: ModelSpec, known: Iterable[ModelSpec]) -> ModelSpec | None:
    graph = own.file(FileRole.GRAPH)
    return next((spec for spec in known if spec.file(FileRole.GRAPH).sha256 == graph.sha256), None)


def _is_as_large(graph: ModelFile, spec: ModelSpec) -> bool:
    size = spec.file(FileRole.GRAPH).bytes
    if size is not None or graph.bytes is None or spec.nominal_bytes is None:
        return size == graph.bytes
    return abs(graph.bytes - spec.nominal_bytes) <= _ABOUT * spec.nominal_bytes
