"""Detection of the language of a document, by its beginning."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from findling.extraction.ngram_classifier import NgramClassifier
from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

UNDETERMINED = "und"
"""Code of ISO 639 for an undetermined language."""

_NO_LANGUAGE = "zxx"
_SAMPLE_CHARS = 2000
_SEARCHED_CHARS = 20_000
_FEWEST_LETTERS = 60
# On running text of 60 letters and more nearly all true answers lie above 0.9, and those on code below 0.3.
_LEAST_CONFIDENCE = 0.5


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language that `text` begins in.

    It is "und" where the beginning holds fewer than 60 letters, and where no language with a code of two letters fits
    it clearly.
    """
    sample = " ".join(_find_words(text[:_SEARCHED_CHARS]))[:_SAMPLE_CHARS]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return UNDETERMINED
    language, confidence = _open_classifier().classify(sample)
    return language if len(language) == 2 and confidence >= _LEAST_CONFIDENCE else UNDETERMINED


def _find_words(text: str) -> Iterator[str]:
    """Yield the words that are mostly letters, so that numbers and marks do not outweigh them."""
    for word in text.split():
        if 2 * sum(map(str.isalpha, word)) > len(word):
            yield word


@cache
def _open_classifier() -> NgramClassifier:
    return NgramClassifier(resources() / "languages")
