"""The map keeps neighbours together, repels as t-SNE does, and begins a later layout where the last one ended."""

from __future__ import annotations

import numpy as np
import pytest

from findling.topics.map_layout import MapLayout, place_beside, repel
from findling.topics.neighbour_graph import NeighbourGraph


def lay_out(graph, vectors, before=None):
    layout = MapLayout(graph, vectors, before)
    shares = list(layout.steps())
    assert shares == sorted(shares)
    return layout.places


@pytest.fixture(scope="module")
def places(planted):
    return lay_out(*planted)


def count_kept(places, groups):
    distances = np.square(places[:, None] - places[None]).sum(axis=-1)
    np.fill_diagonal(distances, np.inf)
    return (groups[distances.argmin(axis=1)] == groups).mean()


def test_documents_of_a_subject_lie_together(places):
    assert count_kept(places, np.repeat([0, 1, 2, 3], [90, 60, 50, 40])) > 0.98


def test_the_same_documents_lie_at_the_same_places(planted, places):
    np.testing.assert_array_equal(lay_out(*planted), places)


def test_a_later_layout_begins_where_the_last_one_ended(planted, places):
    moved = np.linalg.norm(lay_out(*planted, before=places) - places, axis=1)
    assert np.median(moved) < np.ptp(places) / 10


@pytest.mark.parametrize("spread", [0.01, 1.0, 8.0])
def test_repulsion_by_the_grid_is_that_of_all_pairs(spread):
    places = np.random.default_rng(3).normal(0, spread, (300, 2)).astype(np.float32)
    between = (places[:, None] - places[None]).astype(np.float64)
    affinity = 1 / (1 + np.square(between).sum(axis=-1))
    np.fill_diagonal(affinity, 0)
    exact = (np.square(affinity)[..., None] * between).sum(axis=1) / affinity.sum()
    np.testing.assert_allclose(repel(places), exact, atol=0.1 * np.abs(exact).max())


def test_new_documents_lie_beside_their_neighbours_and_on_none(places):
    nearest = np.array([0, 0, 120])
    extent = float(np.ptp(places, axis=0).max())
    beside = place_beside(places[nearest], extent, 1)
    away = np.linalg.norm(beside - places[nearest], axis=1)
    assert (away > 0).all()
    assert away.max() < np.ptp(places) / 50
    assert not np.array_equal(beside[0], beside[1])
    # Nor on one that came to the same neighbour at another time.
    assert not np.array_equal(place_beside(places[nearest], extent, 2)[0], beside[0])


def test_a_document_alone_has_a_place():
    alone = NeighbourGraph(np.zeros((1, 0), np.int32), np.zeros((1, 0), np.float32))
    assert lay_out(alone, np.ones((1, 3), np.float32)).shape == (1, 2)
