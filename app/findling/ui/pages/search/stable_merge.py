"""A fresh answer to a question that is being read: nothing under the person's eyes may move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.search import Result


@dataclass(frozen=True, slots=True)
class Merged:
    """What can be shown at once, and what has to wait until it is asked for.

    Attributes:
        results: the results that were in view in their places, the others below as the fresh answer has them.
        held: how many new results belong among those in view.
        missed: those in view that the fresh answer has no more.
    """

    results: tuple[Result, ...]
    held: int
    missed: tuple[Path, ...] = ()


def merge(shown: Sequence[Result], fresh: Sequence[Result], in_view: int) -> Merged:
    """Bring a fresh answer in.

    Args:
        shown: the results as they are shown.
        fresh: the fresh answer, best first.
        in_view: how many of `shown`, from the top, must keep their places.
    """
    known = {result.path for result in shown}
    latest = {result.path: result for result in fresh}
    pinned = [latest.get(result.path, result) for result in shown[:in_view]]
    places = {result.path for result in pinned}
    held = {result.path for result in fresh[:in_view] if result.path not in known}
    below = [result for result in fresh if result.path not in places and result.path not in held]
    missed = tuple(result.path for result in pinned if result.path not in latest)
    return Merged((*pinned, *below), len(held), missed)
