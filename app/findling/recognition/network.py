"""Network in an ONNX file, as a function of one array."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from findling.embedding.onnx_session import open_session

if TYPE_CHECKING:
    from pathlib import Path

Network: TypeAlias = Callable[[NDArray[np.float32]], NDArray[np.float32]]


def open_network(path: Path) -> Network:
    """Load a network of one input and one output, to be computed by the calling thread.

    Raises:
        ModelError: the file is damaged.
    """
    session = open_session(path)
    (given,) = session.get_inputs()

    def compute(array: NDArray[np.float32]) -> NDArray[np.float32]:
        (found,) = session.run(None, {given.name: array})
        computed: NDArray[np.float32] = found
        return computed

    return compute
