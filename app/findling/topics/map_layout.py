"""Layout of documents on a plane by t-SNE, with repulsion interpolated on a grid.

t-SNE is van der Maaten and Hinton's (JMLR 9, 2008); the interpolation of the forces and their sums by the fast Fourier
transform is that of FIt-SNE (Linderman et al., Nature Methods 16, 2019). Every neighbour weighs the same, which lays
documents out as well as weights by perplexity do (docs/benchmarks.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.topics.neighbour_graph import find_covariance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from findling.topics.neighbour_graph import NeighbourGraph

_NEIGHBOURS = 15
"""Neighbours that a document is drawn to."""

_EARLY_STEPS, _STEPS, _WARM_STEPS = 125, 500, 150
_EARLY_EXAGGERATION = 12.0
_MOMENTUM, _EARLY_MOMENTUM = 0.8, 0.5
_LEAST_GAIN = 0.01
_START_SPREAD = 1e-4
_MOST_BOXES = 60
_LEAST_BOXES = 10
_NODES = 3
"""Nodes of the interpolation in a box, on each axis."""


class MapLayout:
    """Layout of the documents of a graph, in steps of some hundredths of a second.

    Attributes:
        places: float32 (documents, 2), complete once all steps are done.
    """

    def __init__(
        self, graph: NeighbourGraph, vectors: NDArray[np.float32], before: NDArray[np.float32] | None = None
    ) -> None:
        """Create a layout.

        Args:
            graph: of the documents.
            vectors: float32 (documents, dimensions), by whose principal components a first layout begins.
            before: float32 (documents, 2), the places from which a later one begins, so that what lay together stays.
        """
        self._neighbours = graph.neighbours[:, :_NEIGHBOURS]
        self._is_warm = before is not None
        self.places = _find_principal_plane(vectors) * _START_SPREAD if before is None else before.astype(np.float32)

    def steps(self) -> Iterator[float]:
        """Do the work; yields the share that is done between two steps."""
        count = len(self.places)
        first = 0 if not self._is_warm else _STEPS - _WARM_STEPS
        if count < 2 or not self._neighbours.size:
            return
        speed = max(count / _EARLY_EXAGGERATION, 50.0)
        velocity, gains = np.zeros_like(self.places), np.ones_like(self.places)
        for step in range(first, _STEPS):
            is_early = step < _EARLY_STEPS
            exaggeration = _EARLY_EXAGGERATION if is_early else 1.0
            gradient = exaggeration * self._attract() - repel(self.places)
            # As Jacobs (1988) and the first t-SNE: faster where the direction stays, slower where it turns.
            gains = np.where(np.sign(gradient) != np.sign(velocity), gains + np.float32(0.2), gains * np.float32(0.8))
            np.maximum(gains, _LEAST_GAIN, out=gains)
            velocity *= _EARLY_MOMENTUM if is_early else _MOMENTUM
            velocity -= np.float32(4 * speed) * gains * gradient
            self.places += velocity
            self.places -= self.places.mean(axis=0)
            yield (step + 1 - first) / (_STEPS - first)

    def _attract(self) -> NDArray[np.float32]:
        """Return the attraction by neighbours, float32 (documents, 2), by affinities of sum 1."""
        count, width = self._neighbours.shape
        far = self._neighbours.ravel()
        pull = np.empty_like(self.places)
        deltas = [self.places[:, axis, None] - self.places[:, axis][self._neighbours] for axis in (0, 1)]
        weights = 1 / (1 + deltas[0] ** 2 + deltas[1] ** 2)
        weights /= np.float32(2 * count * width)
        for axis, delta in enumerate(deltas):
            force = weights * delta
            pull[:, axis] = force.sum(axis=1) - np.bincount(far, force.ravel(), count)
        return pull


def repel(places: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the repulsion between all documents, float32 (documents, 2), by t-SNE's gradient."""
    grid = _Grid.over(places)
    x, y = places[:, 0], places[:, 1]
    ones = np.ones(len(places), np.float32)
    sums = grid.interpolate((ones,), 1)[0]
    plain, by_x, by_y = grid.interpolate((ones, x, y), 2)
    # Each document's sum over all others, itself left out; 1 is its own weight.
    total = max(float((sums - 1).sum(dtype=np.float64)), 1e-9)
    repulsion = np.stack((x * plain - by_x, y * plain - by_y), axis=1) / np.float32(total)
    return repulsion.astype(np.float32, copy=False)


def place_beside(hosts: NDArray[np.float32], extent: float, seed: int) -> NDArray[np.float32]:
    """Return places, float32 (n, 2), beside the nearest documents' own, but not on them.

    The nearest one's place keeps more neighbours than the mean of several does (docs/benchmarks.md).

    Args:
        hosts: float32 (n, 2), place of the nearest document of each.
        extent: of the whole map, its longer side.
        seed: of the numbers that the steps aside are drawn from, another one at another time.
    """
    drawn = np.random.default_rng(seed).normal(0, max(extent, 1e-3) / 500, hosts.shape)
    beside: NDArray[np.float32] = (hosts + drawn).astype(np.float32)
    return beside


def _find_principal_plane(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return two principal components, float32 (documents, 2), the first with deviation 1."""
    mean = vectors.mean(axis=0)
    axes = np.linalg.eigh(find_covariance(vectors, mean))[1][:, -2:][:, ::-1]
    # The sign of an eigenvector is arbitrary: the same one on every machine.
    # Single precision, or all vectors would be made double for their product with it.
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1).astype(np.float32)
    plane = vectors @ axes - mean @ axes
    found: NDArray[np.float32] = (plane / max(float(plane[:, 0].std()), 1e-12)).astype(np.float32)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """Grid of boxes with three nodes an axis in each, over the extent of all documents.

    Attributes:
        side: nodes on an axis.
        spacing: distance of two nodes.
        cells: int32 (9, documents), the nodes between which each is interpolated, numbered by rows.
        weights: float32 (9, documents), what each node counts for it.
    """

    side: int
    spacing: float
    cells: NDArray[np.int32]
    weights: NDArray[np.float32]

    @classmethod
    def over(cls, places: NDArray[np.float32]) -> _Grid:
        """Lay a grid over documents: boxes of length 1 as far as their number allows."""
        low = places.min(axis=0)
        extent = max(float((places.max(axis=0) - low).max()), 1e-6)
        boxes = int(min(max(_LEAST_BOXES, np.ceil(extent)), _MOST_BOXES))
        size = extent * 1.000_01 / boxes
        position = (places - low) / np.float32(size)
        box = np.clip(position.astype(np.int32), 0, boxes - 1)
        within = position - box
        # Lagrange polynomials over nodes at 1/6, 3/6 and 5/6 of the box.
        nodes = (np.arange(_NODES) + 0.5) / _NODES
        parts = []
        for node in range(_NODES):
            others = [other for other in range(_NODES) if other != node]
            scale = np.prod([nodes[node] - nodes[other] for other in others])
            value = (within - np.float32(nodes[others[0]])) * (within - np.float32(nodes[others[1]]))
            parts.append(value / np.float32(scale))
        side = boxes * _NODES
        first = box * _NODES
        cells = [(first[:, 0] + i) * side + first[:, 1] + j for i in range(_NODES) for j in range(_NODES)]
        weights = [parts[i][:, 0] * parts[j][:, 1] for i in range(_NODES) for j in range(_NODES)]
        return cls(side, size / _NODES, np.stack(cells), np.stack(weights))

    def interpolate(self, charges: tuple[NDArray[np.float32], ...], power: int) -> list[NDArray[np.float32]]:
        """Return for each document the sum of charges times (1 + squared distance) ** -`power`.

        Args:
            charges: float32 (documents,) each.
            power: 1 or 2.
        """
        side = self.side
        steps = np.minimum(np.arange(2 * side), 2 * side - np.arange(2 * side)) * np.float32(self.spacing)
        squares = (steps**2).astype(np.float32)
        kernel = np.fft.rfft2((1 / (1 + squares[:, None] + squares[None, :])) ** power)
        cells = self.cells.ravel()
        found = []
        for charge in charges:
            spread = np.bincount(cells, (self.weights * charge).ravel(), side * side).astype(np.float32)
            waves = np.fft.rfft2(spread.reshape(side, side), (2 * side, 2 * side))
            field = np.fft.irfft2(waves * kernel, (2 * side, 2 * side))[:side, :side].astype(np.float32).ravel()
            found.append((self.weights * field[self.cells]).sum(axis=0))
        return found
