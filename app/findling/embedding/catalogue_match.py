"""Comparison of a user's own model with those of the catalogue, which it may be or only look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.catalogue import FileRole
from findling.messages.model_templates import FindingMessage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.embedding.catalogue import ModelFile, ModelSpec
    from findling.messages.notice import Notice

_ABOUT = 0.01
"""How far, as a share, a size may be off one that was published rounded."""


def describe_kinship(own: ModelSpec, published: Iterable[ModelSpec]) -> Notice | None:
    """Return what a model's graph has in common with those of the catalogue; None where that is nothing.

    A model of the very size of a known one is another training of it, or a damaged copy: only the user can know.
    """
    known = list(published)
    if twin := _find_twin(own, known):
        return FindingMessage.SAME_GRAPH(model=twin.id)
    if double := find_double(own, known):
        return FindingMessage.SAME_SIZE(model=double)
    return None


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
