"""Small encoders of random weights as frameworks save them, and what they compute by the papers' formulas."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

Weights = dict[str, NDArray[np.float32]]

_ATTENTION = {
    "bert": ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
             "attention.output.LayerNorm"),
    "mpnet": ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o", "attention.LayerNorm"),
}  # fmt: skip


@dataclass(frozen=True)
class MadeEncoder:
    """An encoder; `kind` is its `model_type`."""

    config: dict[str, object]
    weights: Weights

    @property
    def kind(self) -> str:
        return str(self.config["model_type"])

    def told(self, **settings: object) -> MadeEncoder:
        """The same with other settings."""
        return replace(self, config=self.config | settings)

    def write(self, folder: Path) -> Path:
        """Write weights and settings, and return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        save_file(self.weights, folder / "model.safetensors", metadata={"format": "pt"})
        (folder / "config.json").write_text(json.dumps(self.config), "utf-8")
        return folder

    def compute(self, ids: list[int]) -> NDArray[np.float64]:
        """The last hidden state of one text, (tokens, hidden)."""
        x = self._norm(self._embed(ids), "embeddings.LayerNorm")
        for number in range(int(str(self.config["num_hidden_layers"]))):
            x = self._layer(x, f"encoder.layer.{number}")
        return x

    def _embed(self, ids: list[int]) -> NDArray[np.float64]:
        tables = self.weights
        first = 0 if self.kind == "bert" else 2
        rows = []
        for place, token in enumerate(ids):
            row = tables["embeddings.word_embeddings.weight"][token].astype(float)
            row = row + tables["embeddings.position_embeddings.weight"][first + place]
            if self.kind != "mpnet":
                row = row + tables["embeddings.token_type_embeddings.weight"][0]
            rows.append(row)
        return np.array(rows)

    def _layer(self, x: NDArray[np.float64], layer: str) -> NDArray[np.float64]:
        query, key, value, output, norm = _ATTENTION.get(self.kind, _ATTENTION["bert"])
        heads = int(str(self.config["num_attention_heads"]))
        parts = [self._linear(x, f"{layer}.{name}") for name in (query, key, value)]
        seen = []
        for head, (q, k, v) in enumerate(zip(*(np.split(part, heads, axis=1) for part in parts), strict=True)):
            scores = q @ k.T / math.sqrt(q.shape[1]) + self._bias(len(x), head)
            weights = np.exp(scores - scores.max(axis=1, keepdims=True))
            seen.append(weights / weights.sum(axis=1, keepdims=True) @ v)
        x = self._norm(x + self._linear(np.concatenate(seen, axis=1), f"{layer}.{output}"), f"{layer}.{norm}")
        inner = np.vectorize(_ACTIVATIONS[str(self.config["hidden_act"])])(
            self._linear(x, f"{layer}.intermediate.dense")
        )
        return self._norm(x + self._linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")

    def _bias(self, length: int, head: int) -> NDArray[np.float64]:
        """Return what MPNet adds for the distance between two tokens."""
        if self.kind != "mpnet":
            return np.zeros((length, length))
        table = self.weights["encoder.relative_attention_bias.weight"]
        added = [table[bucket_of(distance), head] for distance in range(1 - length, length)]
        return np.array([added[length - 1 - here : 2 * length - 1 - here] for here in range(length)])

    def _linear(self, x: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        return x @ self.weights[f"{name}.weight"].astype(float).T + self.weights[f"{name}.bias"]

    def _norm(self, x: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        centred = x - x.mean(axis=1, keepdims=True)
        deviation = np.sqrt((centred**2).mean(axis=1, keepdims=True) + float(str(self.config["layer_norm_eps"])))
        return centred / deviation * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


_ACTIVATIONS = {
    "gelu": lambda x: 0.5 * x * (1 + math.erf(x / math.sqrt(2))),
    "gelu_new": lambda x: 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    "relu": lambda x: max(x, 0.0),
    "silu": lambda x: x / (1 + math.exp(-x)),
}


def bucket_of(distance: int) -> int:
    """The bucket of a distance: 8 of one token each and 8 that widen up to 128 tokens, on either side."""
    side = 16 if distance > 0 else 0
    far = abs(distance)
    wide = next((step for step in range(7) if far < 8 * 16 ** ((step + 1) / 8) - 1e-9), 7)
    return side + (far if far < 8 else 8 + wide)


def make_encoder(
    kind: str = "bert", *, hidden: int = 32, layers: int = 2, heads: int = 4, vocabulary: int = 300, seed: int = 0
) -> MadeEncoder:
    """Make an encoder of one of the families."""
    random = np.random.default_rng(seed)
    inner, positions = 2 * hidden, 514 if kind != "bert" else 512
    types = {"bert": 2, "mpnet": 0}.get(kind, 1)
    weights: Weights = {}

    def add(name: str, *shape: int, mean: float = 0.0, spread: float = 0.3) -> None:
        weights[name] = (mean + spread * random.standard_normal(shape)).astype(np.float32)

    def add_norm(name: str) -> None:
        add(f"{name}.weight", hidden, mean=1.0)
        add(f"{name}.bias", hidden)

    def add_linear(name: str, outputs: int, inputs: int) -> None:
        add(f"{name}.weight", outputs, inputs)
        add(f"{name}.bias", outputs)

    add("embeddings.word_embeddings.weight", vocabulary, hidden)
    add("embeddings.position_embeddings.weight", positions, hidden)
    if types:
        add("embeddings.token_type_embeddings.weight", types, hidden)
    if kind == "mpnet":
        add("encoder.relative_attention_bias.weight", 32, heads, spread=1.0)
    add_norm("embeddings.LayerNorm")
    *projections, norm = _ATTENTION.get(kind, _ATTENTION["bert"])
    for layer in (f"encoder.layer.{number}" for number in range(layers)):
        for name in projections:
            add_linear(f"{layer}.{name}", hidden, hidden)
        add_linear(f"{layer}.intermediate.dense", inner, hidden)
        add_linear(f"{layer}.output.dense", hidden, inner)
        add_norm(f"{layer}.{norm}")
        add_norm(f"{layer}.output.LayerNorm")
    add_linear("pooler.dense", hidden, hidden)
    config: dict[str, object] = {
        "model_type": kind, "vocab_size": vocabulary, "hidden_size": hidden, "num_hidden_layers": layers,
        "num_attention_heads": heads, "intermediate_size": inner, "max_position_embeddings": positions,
        "hidden_act": "gelu", "layer_norm_eps": 1e-5, "pad_token_id": 0 if kind == "bert" else 1,
    }  # fmt: skip
    return MadeEncoder(config | ({"type_vocab_size": types} if types else {}), weights)
