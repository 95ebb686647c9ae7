"""Files that a label is suggested for by the user's examples, with how sure that is.

Ridge regression over centred mean vectors; its own leave-one-out in closed form says how it scores what it has not seen
(Allen 1974, PRESS). How sure a suggestion is depends on how far it, and the examples left out, stand from what most
documents score, by a regression that was fitted on what is shown: the first twenty of each class of labelled texts
(docs/benchmarks.md). Refusals of the user move it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.labels import DocumentLabel, LabelSuggestion, SuggestionOrder
from findling.errors import FindlingError
from findling.messages.library_templates import LabelMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.domain.labels import LabelledFile
    from findling.storage.database import Database

    Vectors = NDArray[np.float32]
    Places = NDArray[np.int64]

LEAST_EXAMPLES = 2
_RIDGE = 1.0
"""Weight of the penalty, on vectors of length 1."""

_SAMPLE = 200
"""Documents without the label that are taken for ones that do not bear it, as most are."""

_SEED = 20_08

_SURENESS = (-2.455, 1.065, -0.2645)
"""Weights of nothing, of a document's distance from most others, and of the examples' (docs/benchmarks.md)."""

_SPREAD = 1.4826
"""Standard deviation of a normal distribution in units of the median distance from its median."""

_STEPS = 20

LIKELY = 0.5
"""Probability from which on a new file is worth a word."""


@dataclass(frozen=True, slots=True, eq=False)
class CentredVectors:
    """Vectors of documents without what all share, of length 1 again; few are ever made.

    Attributes:
        vectors: float32 (documents, dimensions), as they are stored.
        mean: float32 (dimensions,), of all.
        lengths: float32 (documents,), how far each is from the mean.
    """

    vectors: Vectors
    mean: Vectors
    lengths: Vectors

    @classmethod
    def of(cls, vectors: Vectors) -> CentredVectors:
        """Return the centred vectors of documents."""
        mean = vectors.mean(axis=0)
        squares = np.einsum("ij,ij->i", vectors, vectors) - 2 * (vectors @ mean) + mean @ mean
        return cls(vectors, mean, np.maximum(np.sqrt(np.maximum(squares, 0)), np.float32(1e-6)))

    def __len__(self) -> int:
        return len(self.vectors)

    def rows(self, places: Places) -> Vectors:
        """Return the vectors of some documents, float32 (places, dimensions)."""
        centred: Vectors = self.vectors[places] - self.mean
        centred /= self.lengths[places, None]
        return centred

    def multiply(self, direction: Vectors) -> Vectors:
        """Return the product of every document with a vector, float32 (documents,)."""
        products: Vectors = self.vectors @ direction - self.mean @ direction
        products /= self.lengths
        return products


@dataclass(frozen=True, slots=True)
class LabelFit:
    """Fit of one label.

    Attributes:
        scores: of all documents, about 1 for those like the examples and 0 for others.
        left_out: of the examples, each as it scores where it is not one.
        refused: of the documents that the user refused, likewise.
    """

    scores: NDArray[np.float64]
    left_out: NDArray[np.float64]
    refused: NDArray[np.float64]


def fit_label(centred: CentredVectors, given: Places, refused: Places, others: Places) -> LabelFit:
    """Fit a label and score all documents.

    Args:
        centred: vectors of all documents.
        given: places of those that bear it.
        refused: places of those that do not, by the user's word.
        others: places of those that bear another label, and so rather not this one.
    """
    known = np.concatenate([given, refused, others])
    free = np.setdiff1d(np.arange(len(centred)), known)
    sample = np.random.default_rng(_SEED).permutation(free)[:_SAMPLE]
    places = np.concatenate([given, refused, others, sample])
    wanted = np.zeros(len(places))
    wanted[: len(given)] = 1.0
    # Examples weigh as much together as all the others do, for those are so many only by our choice.
    weights = np.full(len(places), len(given) / max(len(places) - len(given), 1))
    weights[: len(given)] = 1.0
    weights[len(given) : len(given) + len(refused)] = 1.0
    rows = centred.rows(places).astype(np.float64) * np.sqrt(weights)[:, None]
    aims = wanted * np.sqrt(weights)
    kernel = rows @ rows.T
    inverse = np.linalg.inv(kernel + _RIDGE * np.eye(len(places)))
    duals = inverse @ aims
    scores = centred.multiply((rows.T @ duals).astype(np.float32))
    # The error of a row that is left out is its residual over what its own weight leaves of it.
    left_out = (aims - duals / np.diag(inverse)) / np.sqrt(weights)
    return LabelFit(scores.astype(np.float64), left_out[: len(given)], left_out[len(given) : len(given) + len(refused)])


class Sureness:
    """Rating of documents by their scores: how likely the user would give them the label.

    Args:
        fit: of the label.
    """

    def __init__(self, fit: LabelFit) -> None:
        self._middle = float(np.median(fit.scores))
        self._spread = _SPREAD * float(np.median(np.abs(fit.scores - self._middle))) + 1e-6
        self._examples = (float(fit.left_out.mean()) - self._middle) / self._spread
        self._shift = 0.0
        if len(fit.refused):
            self._shift = self._fit_shift(fit)

    def rate(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probabilities that the user would give the label, 0..1."""
        base, own, examples = _SURENESS
        distances = (scores - self._middle) / self._spread
        logits = base + own * distances + examples * self._examples + self._shift
        rated: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30)))
        return rated

    def _fit_shift(self, fit: LabelFit) -> float:
        """Move all probabilities to suit what the user gave and refused, by Newton's method.

        A shift of one, either way, is as unlikely beforehand as a normal distribution has it.
        """
        scores = np.concatenate([fit.left_out, fit.refused])
        wanted = np.concatenate([np.ones(len(fit.left_out)), np.zeros(len(fit.refused))])
        for _ in range(_STEPS):
            rated = self.rate(scores)
            slope = float((wanted - rated).sum()) - self._shift
            self._shift += slope / (float((rated * (1 - rated)).sum()) + 1.0)
        return self._shift


def list_bearers(database: Database, name: str) -> list[LabelledFile]:
    """Return the files that bear a label, by path.

    Raises:
        UsageError: there is none of this name.
    """
    with database.reading():
        database.labels.require(name)
        return database.labels.bearers(name)


def suggest_files(
    database: Database, name: str, limit: int, order: SuggestionOrder = SuggestionOrder.SUREST
) -> list[LabelSuggestion]:
    """Return the files that a label is suggested for.

    Raises:
        UsageError: there is no such label.
        FindlingError: too few files bear it, or nothing is embedded.
    """
    with database.reading():
        database.labels.require(name)
        rated = _rate_documents(database, name, _read_centres(database))
        # What is as likely as not comes first; what is unlikely for sure is no question.
        keys = -rated.sure if order is SuggestionOrder.SUREST else np.abs(rated.sure - LIKELY)
        best = np.argsort(keys, kind="stable")[:limit]
        return _describe(database, name, rated.numbers[best], rated.sure[best])


def count_new_suggestions(database: Database) -> dict[str, int]:
    """Count by name, for each label suggested for new files, those that it is likely for."""
    with database.reading():
        watched = [each for each in database.labels.all() if each.watched_since_ns is not None]
        if not watched:
            return {}
        try:
            centres = _read_centres(database)
        except FindlingError:
            return {}
        return {each.name: count for each in watched if (count := _count_new(database, each, centres))}


def _count_new(database: Database, label: DocumentLabel, centres: _Centres) -> int:
    try:
        rated = _rate_documents(database, label.name, centres)
    except FindlingError:
        return 0
    likely = rated.sure >= LIKELY
    found = _describe(database, label.name, rated.numbers[likely], rated.sure[likely])
    return sum(each.is_new for each in found)


@dataclass(frozen=True, slots=True)
class _Centres:
    """Mean vectors of all documents, centred, and their ids, both in one order."""

    numbers: Places
    vectors: CentredVectors


@dataclass(frozen=True, slots=True)
class _RatedDocuments:
    """Documents that nothing was said of, with the probabilities that the label suits them."""

    numbers: Places
    sure: NDArray[np.float64]


def _read_centres(database: Database) -> _Centres:
    space = database.spaces.active()
    if space is not None:
        numbers, vectors = database.vectors.all_means(space)
        if len(numbers):
            return _Centres(numbers, CentredVectors.of(vectors))
    raise FindlingError(LabelMessage.NOTHING_EMBEDDED(), Remedy.INDEX())


def _rate_documents(database: Database, name: str, centres: _Centres) -> _RatedDocuments:
    chosen = database.labels.chosen(name)
    given, refused, others = (
        np.flatnonzero(np.isin(centres.numbers, sorted(each))) for each in (chosen.given, chosen.refused, chosen.others)
    )
    if len(given) < LEAST_EXAMPLES:
        raise FindlingError(LabelMessage.TOO_FEW_EXAMPLES(name=name, least=LEAST_EXAMPLES))
    fit = fit_label(centres.vectors, given, refused, others)
    free = np.setdiff1d(np.arange(len(centres.numbers)), np.concatenate([given, refused]))
    return _RatedDocuments(centres.numbers[free], Sureness(fit).rate(fit.scores[free]))


def _describe(database: Database, name: str, numbers: Places, sure: NDArray[np.float64]) -> list[LabelSuggestion]:
    since_ns = database.labels.watched_since(name)
    files = database.labels.latest_files(numbers.tolist())
    return [
        LabelSuggestion(files[number][0], round(probability, 4), since_ns is not None and files[number][1] > since_ns)
        for probability, number in zip(sure.tolist(), numbers.tolist(), strict=True)
        if number in files
    ]
