"""Pooling of token vectors into one unit vector a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.catalogue import Pooling

if TYPE_CHECKING:
    from numpy.typing import NDArray


def pool(hidden: NDArray[np.float32], pooling: Pooling, mask: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
    """Pool the token vectors of each text into one unit vector.

    Args:
        hidden: the model's last hidden state, (texts, tokens, dimensions) float32.
        pooling: the way that the model was trained with.
        mask: (texts, tokens), 1 for tokens and 0 for padding; None where nothing is padded.

    Returns:
        (texts, dimensions) float32, each row of length 1.

    Raises:
        ArithmeticError: a vector is zero or not finite; the model is broken, and its vectors would poison the index.
    """
    if pooling is Pooling.CLS:
        return normalise_rows(hidden[:, 0])
    if mask is None:
        return normalise_rows(hidden.mean(axis=1))
    # The scale of a sum does not matter: it becomes a unit vector.
    return normalise_rows(np.einsum("ijk,ij->ik", hidden, mask.astype(np.float32)))


def normalise_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale rows to length 1.

    Args:
        vectors: (n, dimensions) float32.

    Returns:
        (n, dimensions) float32.

    Raises:
        ArithmeticError: a row is zero or not finite.
    """
    norms = np.sqrt(np.einsum("ij,ij->i", vectors, vectors, dtype=np.float64))
    if not (np.isfinite(norms) & (norms > 0)).all():
        raise ArithmeticError("the model gave a vector that is zero or not finite")
    units: NDArray[np.float32] = (vectors / norms[:, None]).astype(np.float32)
    return units
