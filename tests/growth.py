"""Growth of the cost of a computation with its input, measured by ratio, on machines of any speed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

_RUNS = 3
_FACTOR = 8
_MOST = 3 * _FACTOR


def assert_linear(run: Callable[[Input], object], make: Callable[[int], Input], size: int) -> None:
    """Assert that eight times as much input costs less than 24 times as much processor time.

    Quadratic cost would be 64 times as much. The factor of three is for caches, and for whoever else uses the
    processor; processor time of this process alone is counted, the least of three runs.

    Args:
        run: the computation.
        make: makes an input of so many parts.
        size: parts of the larger input.
    """
    small, large = (_least_cost(run, make(parts)) for parts in (size // _FACTOR, size))
    assert large < _MOST * small, f"{large / small:.0f} times the cost for {_FACTOR} times the input"


def _least_cost(run: Callable[[Input], object], given: Input) -> float:
    costs = []
    for _ in range(_RUNS):
        began = time.process_time()
        run(given)
        costs.append(time.process_time() - began)
    return min(costs)
