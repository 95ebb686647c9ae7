"""Weights of an encoder in a safetensors file, under whatever names frameworks save them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from findling.embedding.conversion.architecture import Architecture
    from findling.embedding.conversion.safetensors_file import SafetensorsFile

_FIRST = "embeddings.word_embeddings.weight"
_EARLIER = {"LayerNorm.weight": "LayerNorm.gamma", "LayerNorm.bias": "LayerNorm.beta"}
"""Names that were translated from TensorFlow."""
_NAMED = 3
"""Weights that a message names at most."""


class EncoderWeights:
    """Weights of one encoder, all there, and of the shapes that its architecture asks for.

    Other tensors, as of a head or a pooler, are left alone.
    """

    def __init__(self, file: SafetensorsFile, architecture: Architecture) -> None:
        """Look for all weights.

        Raises:
            ModelError: some are missing, or have another shape.
        """
        self._file = file
        self._names = _find_names(file, tuple(architecture.list_shapes()))
        for name, shape in architecture.list_shapes().items():
            found = file.entries[self._names[name]]
            if found.shape != shape:
                other = ModelMessage.TENSOR_OTHER_SHAPE(
                    file=file.path, tensor=found.name, shape=str(list(found.shape)), expected=str(list(shape))
                )
                raise ModelError(other, ModelRemedy.WEIGHTS_AND_CONFIG())

    def read(self, name: str) -> NDArray[np.float32]:
        """Return a weight by its name in the architecture.

        Raises:
            ModelError: it is of a type that is not taken, or holds what is no number.
        """
        return self._file.read(self._names[name])


def _find_names(file: SafetensorsFile, wanted: tuple[str, ...]) -> dict[str, str]:
    """Return the wanted weights' names in the file; all may share one prefix, such as `bert.`."""
    prefixes = [name.removesuffix(_FIRST) for name in file.entries if name.endswith(_FIRST)]
    # Of several encoders in one file, the one that the file itself is named by is meant.
    prefix = min(prefixes, key=len, default="")
    found = {name: each for name in wanted if (each := _find_name(file, f"{prefix}{name}"))}
    if missing := [name for name in wanted if name not in found]:
        lacking = ModelMessage.WEIGHTS_MISSING(file=file.path, names=tuple(missing[:_NAMED]), count=len(missing))
        raise ModelError(lacking, ModelRemedy.WEIGHTS_AND_CONFIG())
    return found


def _find_name(file: SafetensorsFile, name: str) -> str:
    """Return the name under which a weight stands in a file; "" where it does not."""
    candidates = (name, *(name.replace(now, earlier) for now, earlier in _EARLIER.items()))
    return next((each for each in candidates if each in file.entries), "")
