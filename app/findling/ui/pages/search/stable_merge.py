"""Merging of a repeated answer into shown results, without moving rows in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.search import Result


@dataclass(frozen=True, slots=True)
class Merged:
    """Results that can be shown at once, and the number of those held back.

    Attributes:
        results: those in view in their places, then the others as in the fresh answer.
        held: number of new results that belong among those in view.
        missed: those in view that are missing from the fresh answer.
    """

    results: tuple[Result, ...]
    held: int
    missed: tuple[Path, ...] = ()


def merge_stably(shown: Sequence[Result], fresh: Sequence[Result], in_view: int) -> Merged:
    """Merge a fresh answer, best first, keeping the places of the first `in_view` shown results."""
    known = {result.path for result in shown}
    latest = {result.path: result for result in fresh}
    pinned = [latest.get(result.path, result) for result in shown[:in_view]]
    places = {result.path for result in pinned}
    held = {result.path for result in fresh[:in_view] if result.path not in known}
    below = [result for result in fresh if result.path not in places and result.path not in held]
    missed = tuple(result.path for result in pinned if result.path not in latest)
    return Merged((*pinned, *below), len(held), missed)
