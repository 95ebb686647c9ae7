"""Conversion of a folder's weights to the graph of an encoder in full precision."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from findling.embedding.conversion.architecture import read_architecture
from findling.embedding.conversion.encoder_graph import draw_encoder
from findling.embedding.conversion.encoder_weights import EncoderWeights
from findling.embedding.conversion.safetensors_file import SafetensorsFile
from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from findling.embedding.conversion.architecture import Architecture
    from findling.embedding.onnx_graph import OnnxGraph

_LARGEST = (1 << 31) - (1 << 20)
"""Bytes of weights in one ONNX file: a message of protocol buffers ends at 2 GiB."""
_FLOAT = 4


class WeightsConverter:
    """Weights in a folder, of which a graph can be made.

    Attributes:
        architecture: of the encoder.
    """

    def __init__(self, folder: Path, weights: Path, config: Mapping[str, Any]) -> None:
        """Look whether a graph can be made, without reading the weights themselves.

        Args:
            folder: that the user chose, for messages.
            weights: a safetensors file.
            config: what stands in config.json.

        Raises:
            ModelError: none can be made, and why.
        """
        self.architecture = read_architecture(folder, config)
        self._weights = EncoderWeights(SafetensorsFile.open(weights), self.architecture)
        _check_size(weights, self.architecture)

    def convert(self) -> OnnxGraph:
        """Return the graph; for a model of a hundred million parameters this takes about a second.

        Raises:
            ModelError: a weight is of a type that is not taken, or holds what is no number.
        """
        return draw_encoder(self.architecture, self._weights)


def _check_size(weights: Path, architecture: Architecture) -> None:
    size = _FLOAT * sum(math.prod(shape) for shape in architecture.list_shapes().values())
    if size > _LARGEST:
        large = ModelMessage.WEIGHTS_TOO_LARGE(file=weights, size=size)
        raise ModelError(large, ModelRemedy.SMALLER_MODEL())
