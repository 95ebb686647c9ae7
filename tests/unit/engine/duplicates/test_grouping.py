"""Groups are cliques: every member matches every other, whatever the order of the pairs."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from findling.duplicates import Likeness, Pair
from findling.engine.duplicates.grouping import describe, group, group_templates


def pair(first: int, second: int, similarity: float = 0.9, likeness: Likeness = Likeness.NEAR) -> Pair:
    return Pair(first, second, likeness, similarity, similarity, similarity)


def test_a_chain_is_no_group_of_three():
    assert group([pair(1, 2, 0.95), pair(2, 3, 0.9)], 0.5) == [(1, 2)]


def test_three_that_are_all_alike_are_one_group():
    assert group([pair(1, 2), pair(2, 3), pair(1, 3)], 0.5) == [(1, 2, 3)]


def test_a_higher_threshold_makes_smaller_groups():
    pairs = [pair(1, 2, 0.95), pair(2, 3, 0.8), pair(1, 3, 0.8)]
    assert group(pairs, 0.5) == [(1, 2, 3)]
    assert group(pairs, 0.9) == [(1, 2)]
    assert group(pairs, 0.99) == []


def test_containment_is_held_against_the_threshold_where_one_lies_within_the_other():
    assert group([Pair(1, 2, Likeness.CONTAINED, 0.3, 1.0, 0.2)], 0.9) == [(1, 2)]


def test_what_is_of_one_template_is_never_among_duplicates():
    pairs = [pair(1, 2, 0.99, Likeness.TEMPLATE), pair(1, 3), pair(2, 3)]
    assert group(pairs, 0.5) == [(1, 3)]
    assert group_templates(pairs, 0.5) == [(1, 2)]


def test_a_group_is_named_by_its_loosest_pair():
    pairs = {(1, 2): pair(1, 2), (1, 3): pair(1, 3, 0.7, Likeness.VERSION), (2, 3): pair(2, 3)}
    assert describe((1, 2, 3), pairs) == (Likeness.VERSION, 0.7)


_pairs = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda ends: ends[0] < ends[1]),
    st.sampled_from([0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
    max_size=40,
).map(lambda found: [pair(*ends, similarity) for ends, similarity in found.items()])


@given(_pairs, st.sampled_from([0.5, 0.7, 0.9]), st.randoms())
def test_every_member_matches_every_other_and_no_one_is_in_two_groups(pairs, threshold, chance):
    known = {(each.first, each.second): each.similarity for each in pairs}
    groups = group(pairs, threshold)
    for members in groups:
        assert all(known[ends] >= threshold for ends in combinations(members, 2))
    everyone = [number for members in groups for number in members]
    assert len(everyone) == len(set(everyone))
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert group(shuffled, threshold) == groups


@given(_pairs)
def test_no_two_groups_could_be_one(pairs):
    known = {(each.first, each.second) for each in pairs}
    for one, other in combinations(group(pairs, 0.0), 2):
        assert not all((min(a, b), max(a, b)) in known for a in one for b in other)
