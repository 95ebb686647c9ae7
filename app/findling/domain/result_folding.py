"""Versions of one document among results, put together as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.search import Result


def fold_versions(results: Sequence[Result]) -> list[Result]:
    """Return results with one for each document of several versions, at their best's place.

    It is the newest of those that are as relevant as the best one.
    """
    chains: dict[object, list[Result]] = {}
    for result in results:
        chains.setdefault(result.versions or result.path, []).append(result)
    return [_choose(chain) for chain in chains.values()]


def _choose(chain: list[Result]) -> Result:
    best = chain[0]
    equals = (each for each in chain if each.relevance is best.relevance and each.is_missing is best.is_missing)
    return replace(min(equals, key=lambda each: each.version), score=best.score)
