"""Documents are divided by subject, and those of one subject are told from those of several."""

from __future__ import annotations

import numpy as np
import pytest

from findling.topics.communities import find_communities
from findling.topics.neighbour_graph import NeighbourGraph, count_neighbours
from findling.topics.topic_divisions import are_one_subject, divide
from plantedsubjects import build_graph, plant


def divide_at_once(graph, centred, before=None):
    found = [division for division in divide(graph, centred, before) if division is not None]
    assert len(found) == 1
    return found[0]


def test_each_planted_subject_is_a_topic_the_largest_first(planted):
    division = divide_at_once(*planted)
    expected = np.repeat([0, 1, 2, 3], [90, 60, 50, 40])
    assert (division.outer == expected).mean() > 0.98


def test_parts_of_a_topic_lie_within_it(planted):
    division = divide_at_once(*planted)
    for part in np.unique(division.inner[division.inner >= 0]):
        rows = division.inner == part
        assert len(np.unique(division.outer[rows])) == 1
        assert rows.sum() >= 5


def test_what_is_grouped_again_stays_as_it_was(planted):
    first = divide_at_once(*planted)
    again = divide_at_once(*planted, before=first)
    assert np.array_equal(first.outer, again.outer)


def test_no_topic_has_less_than_five_documents():
    graph, centred = build_graph(plant([60, 60, 2]))
    assert np.bincount(divide_at_once(graph, centred).outer).min() >= 5


def test_documents_without_any_neighbour_are_communities_of_their_own():
    alone = NeighbourGraph(np.zeros((3, 0), np.int32), np.zeros((3, 0), np.float32))
    assert find_communities(alone, 1.0)[0].tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("documents", "neighbours"), [(0, 0), (1, 0), (4, 3), (60, 6), (300, 30), (5_000, 30), (60_000, 15)]
)
def test_few_documents_look_at_few_neighbours(documents, neighbours):
    assert count_neighbours(documents) == neighbours


@pytest.mark.parametrize(
    ("sizes", "unrelated", "is_one"),
    [
        ([120], 0.0, True),
        ([60, 60], 0.0, False),
        ([100, 20], 0.0, False),
        ([40, 40, 40], 0.0, False),
        ([20] * 8, 0.0, False),
    ],
)
def test_one_subject_is_told_from_several(sizes, unrelated, is_one):
    vectors = plant(sizes)
    division = divide_at_once(*build_graph(vectors))
    assert are_one_subject(vectors, division.outer, unrelated) is is_one


def test_a_model_to_which_all_texts_are_alike_is_reckoned_with():
    several = plant([20] * 8)
    common = np.zeros_like(several)
    common[:, 0] = 2.0
    lifted = several + common
    lifted /= np.linalg.norm(lifted, axis=1, keepdims=True)
    others = plant([1] * 8, seed=1) + common[:8]
    others /= np.linalg.norm(others, axis=1, keepdims=True)
    unrelated = float((others @ others.T)[~np.eye(8, dtype=bool)].mean())
    division = divide_at_once(*build_graph(lifted))
    assert are_one_subject(lifted, division.outer, 0.0)
    assert not are_one_subject(lifted, division.outer, unrelated)
