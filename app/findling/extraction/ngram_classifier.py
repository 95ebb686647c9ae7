"""Naive Bayes classifier of texts by byte n-grams, over tables that are mapped, not loaded."""

from __future__ import annotations

import json
import math
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

NGRAMS_FILE = "ngrams.npy"
WEIGHTS_FILE = "weights.npy"
LABELS_FILE = "labels.json"

_LONGEST = 6
_LENGTH_SHIFT = 56


def pack_ngram(ngram: bytes) -> int:
    """Return an n-gram of up to six bytes as one number: its length, then its bytes."""
    assert len(ngram) <= _LONGEST
    return len(ngram) << _LENGTH_SHIFT | int.from_bytes(ngram, "big")


class NgramClassifier:
    """Classifier of texts by py3langid's languages (Lui and Baldwin 2012; Barbaresi's model).

    py3langid walks through that model's automaton, of which 40 MB are in memory, and its weights as many again. Here
    the strings of the automaton's states lie sorted, so that numpy finds those of a whole text at once, and only the
    rows of the weights that a text asks for are read from the disk. The answers are the same.
    """

    def __init__(self, folder: Path) -> None:
        """Map the tables in a folder, as `packaging/build_languages.py` writes them."""
        head = json.loads((folder / LABELS_FILE).read_text("ascii"))
        self._labels: list[str] = head["labels"]
        self._priors = np.array(head["priors"], np.float32)
        table = np.load(folder / NGRAMS_FILE)
        self._ngrams: NDArray[np.uint64] = np.ascontiguousarray(table["ngram"])
        self._rows: NDArray[np.int32] = np.ascontiguousarray(table["row"])
        # (features, labels) float16: logarithms of probabilities
        self._weights = np.load(folder / WEIGHTS_FILE, mmap_mode="r")

    def classify(self, text: str) -> tuple[str, float]:
        """Return the likeliest label of a text, and its probability, which compares across lengths."""
        if text.isupper():
            text = text.lower()
        data = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
        rows, counts = np.unique(self._find_features(np.frombuffer(data, np.uint8)), return_counts=True)
        scores = self._priors + np.log1p(counts.astype(np.float32)) @ self._weights[rows].astype(np.float32)
        if not len(rows):
            scores = np.zeros_like(self._priors)
        # A temperature that grows with the length keeps the probabilities of long texts from being all 0 or 1.
        scores = scores / math.sqrt(len(data) or 1)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        totals: dict[str, float] = {}
        for label, share in zip(self._labels, shares.tolist(), strict=True):
            # A language in two scripts has a column for each.
            totals[label] = totals.get(label, 0.0) + share
        best = max(totals, key=totals.__getitem__)
        return best, totals[best]

    def _find_features(self, data: NDArray[np.uint8]) -> NDArray[np.int32]:
        """Return the rows of the longest known n-grams that end at each byte, where there are any."""
        found = np.full(len(data), -1, np.int32)
        wide = data.astype(np.uint64)
        packed = np.zeros(len(data), np.uint64)
        ends = np.arange(len(data))
        for length in range(1, min(_LONGEST, len(data)) + 1):
            packed[length - 1 :] |= wide[: len(wide) - length + 1] << np.uint64(8 * (length - 1))
            wanted = packed[ends] | np.uint64(length << _LENGTH_SHIFT)
            places = np.minimum(np.searchsorted(self._ngrams, wanted), len(self._ngrams) - 1)
            is_known = self._ngrams[places] == wanted
            known = ends[is_known]
            found[known] = self._rows[places[is_known]]
            # The beginning of what is known is known too, so only one byte after it something longer can end.
            ends = known[known + 1 < len(data)] + 1
        return found[found >= 0]
