"""Reading of one line of text off a picture by PP-OCRv6's network."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from findling.recognition.network import Network

READER_FILE = "reader.onnx"
LETTERS_FILE = "letters.npy"
CHARACTERS_FILE = "characters.json"

_HEIGHT = 48
_STEP = 8
"""Pixels for which the network says what stands there."""
_LEAST_WIDTH = 160
_MOST_WIDTH = 6_400

_DOUBT = 0.99
"""Certainty of a European character, or of none, below which one of another script is thought of.

Of 527 steps at which a Japanese character stood, 6 in 100 passed this by themselves, and no line did.
"""
_LAST_GREEK, _FIRST_SIGN, _LAST_SIGN = "\u0400", "\u2000", "\u2200"


@dataclass(frozen=True, slots=True)
class LineText:
    """Text of a line; `places` and `confidence` as in `RecognisedLine`."""

    text: str
    places: tuple[int, ...]
    confidence: float


class Alphabet:
    """Readable characters, with the network's last layer: a column of weights for each.

    Those of Chinese and Japanese are twenty times as many as all others, and cost a fifth of the time of a line: they
    are asked for only where the others leave a doubt.

    Args:
        characters: without the blank, which comes first in `weights`.
        weights: (features + 1, characters + 1) float32; the last row holds the biases.
    """

    def __init__(self, characters: list[str], weights: NDArray[np.float32]) -> None:
        european = [number for number, each in enumerate(characters) if _is_european(each)]
        others = [number for number, each in enumerate(characters) if not _is_european(each)]
        self._characters = [characters[number] for number in (*european, *others)]
        columns = [0, *(number + 1 for number in (*european, *others))]
        self._european = np.ascontiguousarray(weights[:, columns[: len(european) + 1]])
        self._others = np.ascontiguousarray(weights[:, columns[len(european) + 1 :]])

    @classmethod
    def load(cls, folder: Path, *, european: bool = False) -> Self:
        """Load all characters that the network knows, or those of European languages alone."""
        characters = json.loads((folder / CHARACTERS_FILE).read_text("utf-8"))
        weights = np.load(folder / LETTERS_FILE).astype(np.float32)
        if european:
            kept = [number for number, each in enumerate(characters) if _is_european(each)]
            return cls([characters[number] for number in kept], weights[:, [0, *(number + 1 for number in kept)]])
        return cls(characters, weights)

    def decode(self, features: NDArray[np.float32], width: float) -> LineText:
        """Decode the network's output, (steps, features), the line's in the first `width` pixels.

        The likeliest character of each step, repetitions counted once and blanks left out (A. Graves et al., ICML 2006,
        section 3.2).
        """
        scores = self._score(features)
        best = scores.argmax(axis=1)
        read = np.flatnonzero((best != 0) & (best != np.concatenate(([0], best[:-1]))))
        if not len(read):
            return LineText("", (), 0.0)
        texts = [self._characters[number - 1] for number in best[read].tolist()]
        places = np.clip((read + 0.5) * _STEP * 1_000 / max(width, 1), 0, 1_000).astype(int).tolist()
        spread = [place for text, place in zip(texts, places, strict=True) for _ in text]
        return LineText("".join(texts), tuple(spread), float(_certainty(scores[read]).mean()))

    def _score(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the scores of characters at each step: all, or European ones where these suffice."""
        scores = _apply(self._european, features)
        doubtful = features[_certainty(scores) < _DOUBT]
        if not self._others.shape[1] or not len(doubtful):
            return scores
        known = _apply(self._european, doubtful).max(axis=1)
        if bool((_apply(self._others, doubtful).max(axis=1) < known).all()):
            return scores
        return np.concatenate((scores, _apply(self._others, features)), axis=1)


def _apply(layer: NDArray[np.float32], features: NDArray[np.float32]) -> NDArray[np.float32]:
    """Compute a layer of which the last row holds the biases."""
    scores: NDArray[np.float32] = features @ layer[:-1] + layer[-1]
    return scores


def _certainty(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the probability of the likeliest character of each step."""
    certainty: NDArray[np.float32] = 1 / np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1)
    return certainty


def _is_european(character: str) -> bool:
    """Return whether a character is of Latin or Greek script, or a sign used with them."""
    return character < _LAST_GREEK or _FIRST_SIGN <= character < _LAST_SIGN


class LineReader:
    """Reads lines; `network` computes (1, 3, 48, width) to (1, steps, features)."""

    def __init__(self, network: Network, alphabet: Alphabet) -> None:
        self._network = network
        self._alphabet = alphabet

    def read(self, line: Image.Image) -> LineText:
        """Read a picture of one line, cut out and upright."""
        return self._alphabet.decode(self._network(prepare_line(line))[0], _width_of(line))


def prepare_line(line: Image.Image) -> NDArray[np.float32]:
    """Return a line for the network, (1, 3, 48, width): blue first, -1 to 1, grey at the end."""
    width = _width_of(line)
    pixels = np.asarray(line.resize((width, _HEIGHT), Image.Resampling.BILINEAR), np.float32)
    planes = np.zeros((1, 3, _HEIGHT, max(-(-width // _STEP) * _STEP, _LEAST_WIDTH)), np.float32)
    planes[0, :, :, :width] = pixels[:, :, ::-1].transpose(2, 0, 1) / 127.5 - 1
    return planes


def _width_of(line: Image.Image) -> int:
    return min(max(math.ceil(_HEIGHT * line.width / line.height), 1), _MOST_WIDTH)
