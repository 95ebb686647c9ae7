"""Architectures of encoders for which a graph can be written, and the weights that each has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class EncoderFamily(StrEnum):
    """Ways to build an encoder."""

    BERT = "bert"
    ROBERTA = "roberta"
    MPNET = "mpnet"


class Activation(StrEnum):
    """Function between the two layers of a feed-forward block."""

    GELU = "gelu"
    GELU_TANH = "gelu by tanh"
    RELU = "relu"
    SILU = "silu"


_FAMILIES = {
    "bert": EncoderFamily.BERT,
    "roberta": EncoderFamily.ROBERTA,
    "xlm-roberta": EncoderFamily.ROBERTA,
    "camembert": EncoderFamily.ROBERTA,
    "mpnet": EncoderFamily.MPNET,
}
"""Families of encoders by `model_type` of config.json."""
_ACTIVATIONS = {
    "gelu": Activation.GELU,
    "gelu_python": Activation.GELU,
    "gelu_new": Activation.GELU_TANH,
    "gelu_fast": Activation.GELU_TANH,
    "gelu_pytorch_tanh": Activation.GELU_TANH,
    "relu": Activation.RELU,
    "silu": Activation.SILU,
    "swish": Activation.SILU,
}
"""Activations by `hidden_act` of config.json."""
_SETTINGS = {
    "vocabulary": "vocab_size",
    "hidden": "hidden_size",
    "layers": "num_hidden_layers",
    "heads": "num_attention_heads",
    "inner": "intermediate_size",
    "positions": "max_position_embeddings",
    "token_types": "type_vocab_size",
    "padding": "pad_token_id",
}
"""Sizes by their names in config.json."""
_MAY_BE_NONE = ("token_types", "padding")
_EPSILON = 1e-12
_PADDING = {EncoderFamily.BERT: 0, EncoderFamily.ROBERTA: 1, EncoderFamily.MPNET: 1}
BUCKETS = 32
"""Number of buckets for distances between tokens, in MPNet."""
_MOST = 10_000_000
"""Number above any size of an encoder, so that nothing is computed with what is none."""
_ABSOLUTE = "absolute"

SELF_ATTENTION = {
    EncoderFamily.BERT: tuple(f"attention.self.{part}" for part in ("query", "key", "value")),
    EncoderFamily.ROBERTA: tuple(f"attention.self.{part}" for part in ("query", "key", "value")),
    EncoderFamily.MPNET: tuple(f"attention.attn.{part}" for part in ("q", "k", "v")),
}
"""Names of the projections to queries, keys and values in a layer."""
ATTENTION_OUTPUT = {
    EncoderFamily.BERT: "attention.output.dense",
    EncoderFamily.ROBERTA: "attention.output.dense",
    EncoderFamily.MPNET: "attention.attn.o",
}
ATTENTION_NORM = {
    EncoderFamily.BERT: "attention.output.LayerNorm",
    EncoderFamily.ROBERTA: "attention.output.LayerNorm",
    EncoderFamily.MPNET: "attention.LayerNorm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """Shape of an encoder.

    Attributes:
        vocabulary: rows of the table of words.
        inner: width of the feed-forward blocks.
        positions: rows of the table of positions.
        token_types: rows of the table of token types; 0 for none.
        epsilon: what a LayerNorm adds to the variance.
        padding: token id before which no position is counted, in families that count from there.
    """

    family: EncoderFamily
    vocabulary: int
    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    token_types: int
    activation: Activation
    epsilon: float
    padding: int

    @property
    def window(self) -> int:
        """Longest text in tokens, by the positions that there are."""
        return self.positions if self.family is EncoderFamily.BERT else self.positions - self.padding - 1

    def list_shapes(self) -> dict[str, tuple[int, ...]]:
        """Return the shapes of all weights by name; matrices are (outputs, inputs) as in frameworks."""
        hidden, family = self.hidden, self.family
        shapes: dict[str, tuple[int, ...]] = {
            "embeddings.word_embeddings.weight": (self.vocabulary, hidden),
            "embeddings.position_embeddings.weight": (self.positions, hidden),
        }
        if self.token_types:
            shapes["embeddings.token_type_embeddings.weight"] = (self.token_types, hidden)
        if family is EncoderFamily.MPNET:
            shapes["encoder.relative_attention_bias.weight"] = (BUCKETS, self.heads)
        _add_norm(shapes, "embeddings.LayerNorm", hidden)
        for layer in (f"encoder.layer.{number}" for number in range(self.layers)):
            for part in (*SELF_ATTENTION[family], ATTENTION_OUTPUT[family]):
                _add_linear(shapes, f"{layer}.{part}", hidden, hidden)
            _add_linear(shapes, f"{layer}.intermediate.dense", self.inner, hidden)
            _add_linear(shapes, f"{layer}.output.dense", hidden, self.inner)
            _add_norm(shapes, f"{layer}.{ATTENTION_NORM[family]}", hidden)
            _add_norm(shapes, f"{layer}.output.LayerNorm", hidden)
        return shapes


def _add_linear(shapes: dict[str, tuple[int, ...]], name: str, outputs: int, inputs: int) -> None:
    shapes |= {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def _add_norm(shapes: dict[str, tuple[int, ...]], name: str, hidden: int) -> None:
    shapes |= {f"{name}.weight": (hidden,), f"{name}.bias": (hidden,)}


def read_architecture(folder: Path, config: Mapping[str, Any]) -> Architecture:
    """Return the architecture that the config.json of a folder describes.

    Raises:
        ModelError: it is none of these, computes something more, or is not said.
    """
    kind = config.get("model_type")
    family = _FAMILIES.get(kind) if isinstance(kind, str) else None
    if family is None:
        unknown = ModelMessage.ARCHITECTURE_UNKNOWN(folder=folder, kind=str(kind or "?"))
        raise ModelError(unknown, ModelRemedy.ARCHITECTURES_KNOWN(names=tuple(_FAMILIES)))
    _refuse_variants(folder, config)
    sizes = _read_sizes(folder, config, family)
    if sizes["hidden"] % sizes["heads"]:
        raise _missing(folder, ("num_attention_heads",))
    epsilon = config.get("layer_norm_eps", _EPSILON)
    if isinstance(epsilon, bool) or not isinstance(epsilon, int | float) or not 0 <= epsilon < 1:
        raise _missing(folder, ("layer_norm_eps",))
    return Architecture(
        family=family, epsilon=float(epsilon), activation=_ACTIVATIONS[config.get("hidden_act", "gelu")], **sizes
    )


def _refuse_variants(folder: Path, config: Mapping[str, Any]) -> None:
    if "auto_map" in config:
        raise ModelError(ModelMessage.OWN_PROGRAM(folder=folder), ModelRemedy.EXPORT_TO_ONNX())
    settings = {
        "hidden_act": config.get("hidden_act", "gelu") not in list(_ACTIVATIONS),
        "position_embedding_type": config.get("position_embedding_type", _ABSOLUTE) not in (_ABSOLUTE, None),
        "is_decoder": bool(config.get("is_decoder")),
        # What trained these models always takes as many, whatever is written.
        "relative_attention_num_buckets": config.get("relative_attention_num_buckets", BUCKETS) != BUCKETS,
    }
    for setting, is_variant in settings.items():
        if is_variant:
            variant = ModelMessage.VARIANT_NOT_COMPUTED(folder=folder, setting=setting, value=str(config.get(setting)))
            raise ModelError(variant, ModelRemedy.EXPORT_TO_ONNX())


def _read_sizes(folder: Path, config: Mapping[str, Any], family: EncoderFamily) -> dict[str, int]:
    defaults = {"type_vocab_size": 2, "pad_token_id": _PADDING[family]}
    said = defaults | {key: value for key, value in config.items() if value is not None}
    sizes = {name: said.get(key) for name, key in _SETTINGS.items()}
    if family is EncoderFamily.MPNET:
        # It has none, whatever is written.
        sizes["token_types"] = 0
    wrong = [
        _SETTINGS[name]
        for name, size in sizes.items()
        if type(size) is not int or not (0 if name in _MAY_BE_NONE else 1) <= size <= _MOST
    ]
    if wrong:
        raise _missing(folder, tuple(wrong))
    return {name: int(size) for name, size in sizes.items() if size is not None}


def _missing(folder: Path, names: tuple[str, ...]) -> ModelError:
    return ModelError(ModelMessage.CONFIG_LACKS(folder=folder, names=names), ModelRemedy.EXPORT_AGAIN())
