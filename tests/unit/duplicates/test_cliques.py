"""Groups are cliques: every member matches every other, whatever the order of the pairs."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from findling.domain.comparisons import MatchKind, Pair
from findling.duplicates.cliques import find_loosest, group, group_templates, join_drafts


def pair(first: int, second: int, similarity: float = 0.9, likeness: MatchKind = MatchKind.NEAR) -> Pair:
    return Pair(
        first=first,
        second=second,
        likeness=likeness,
        similarity=similarity,
        first_within=similarity,
        second_within=similarity,
    )


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
    assert group(
        [Pair(first=1, second=2, likeness=MatchKind.CONTAINED, similarity=0.3, first_within=1.0, second_within=0.2)],
        0.9,
    ) == [(1, 2)]


def test_what_is_of_one_template_is_never_among_duplicates():
    pairs = [pair(1, 2, 0.99, MatchKind.TEMPLATE), pair(1, 3), pair(2, 3)]
    assert group(pairs, 0.5) == [(1, 3)]
    assert group_templates(pairs, 0.5) == [(1, 2)]


def test_a_group_is_named_by_its_loosest_pair():
    pairs = {
        (1, 2): pair(1, 2),
        (1, 3): Pair(
            first=1, second=3, likeness=MatchKind.CONTAINED, similarity=0.5, first_within=0.8, second_within=0.4
        ),
        (2, 3): pair(2, 3),
    }
    assert find_loosest((1, 2, 3), pairs) == (MatchKind.CONTAINED, 0.8)


def test_versions_are_as_alike_as_the_neighbours_that_are_least_alike():
    pairs = {
        (1, 2): pair(1, 2, 0.7, MatchKind.VERSION),
        (1, 3): pair(1, 3, 0.66, MatchKind.VERSION),
        (2, 3): pair(2, 3),
    }
    assert find_loosest((1, 2, 3), pairs) == (MatchKind.VERSION, 0.7)
    del pairs[1, 3]
    assert find_loosest((1, 2, 3), pairs) == (MatchKind.VERSION, 0.7)


def test_an_excerpt_and_drafts_that_are_less_alike_are_not_mixed():
    drafts = [
        pair(1, 2, 0.7, MatchKind.VERSION),
        Pair(first=1, second=3, likeness=MatchKind.CONTAINED, similarity=0.45, first_within=0.3, second_within=0.95),
    ]
    excerpt = Pair(
        first=2, second=3, likeness=MatchKind.CONTAINED, similarity=0.43, first_within=0.3, second_within=0.9
    )
    assert group([*drafts, excerpt], 0.0) == [(1, 3)]


def test_an_excerpt_long_enough_to_be_a_draft_is_grouped_with_drafts():
    pairs = [
        pair(1, 2, 0.7, MatchKind.VERSION),
        Pair(first=1, second=3, likeness=MatchKind.CONTAINED, similarity=0.8, first_within=0.7, second_within=0.9),
    ]
    assert group(
        [
            *pairs,
            Pair(
                first=2, second=3, likeness=MatchKind.CONTAINED, similarity=0.75, first_within=0.65, second_within=0.9
            ),
        ],
        0.0,
    ) == [(1, 2, 3)]


def join(pairs: list[Pair], families: dict[int, str], threshold: float = 0.0) -> list[tuple[int, ...]]:
    known = {(each.first, each.second): each for each in pairs}
    ages = {number: number for number in families}
    return join_drafts(group(pairs, threshold), known, threshold, families, ages)


STEPS = [pair(1, 2, 0.8), pair(2, 3, 0.7, MatchKind.VERSION), pair(3, 4, 0.9)]
REPORTS = dict.fromkeys((1, 2, 3, 4), "report")


def test_drafts_of_one_name_are_a_chain_in_which_each_is_like_the_next():
    assert join(STEPS, REPORTS) == [(1, 2, 3, 4)]


def test_the_threshold_holds_for_every_step_of_a_chain():
    assert join(STEPS, REPORTS, 0.75) == [(1, 2), (3, 4)]


def test_texts_of_other_names_make_no_chain():
    assert join(STEPS, REPORTS | {3: "minutes", 4: "minutes"}) == [(1, 2), (3, 4)]
    assert join(STEPS, dict.fromkeys(REPORTS, "")) == [(1, 2), (3, 4)]


def test_names_make_no_chain_of_texts_that_are_unlike():
    loose = Pair(first=2, second=3, likeness=MatchKind.CONTAINED, similarity=0.45, first_within=0.3, second_within=0.78)
    assert join([STEPS[0], loose, STEPS[2]], REPORTS) == [(1, 2), (3, 4)]


def test_two_of_one_template_are_in_no_chain():
    assert join([*STEPS, pair(1, 4, 0.9, MatchKind.TEMPLATE)], REPORTS) == [(1, 2), (3, 4)]


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


_kinds = st.sampled_from([MatchKind.NEAR, MatchKind.VERSION, MatchKind.CONTAINED, MatchKind.TEMPLATE])
_ends = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda ends: ends[0] < ends[1])
_shares = st.tuples(_kinds, st.sampled_from([0.4, 0.7, 0.75, 0.9]), st.sampled_from([0.8, 1.0]))


def _make_pair(ends: tuple[int, int], kind: MatchKind, share: float, within: float) -> Pair:
    # What two texts have in common is never more of both together than of the one that has more of it.
    within = max(share, within)
    return Pair(
        first=ends[0], second=ends[1], likeness=kind, similarity=share, first_within=within, second_within=within
    )


_mixed = st.dictionaries(_ends, _shares, max_size=45).map(
    lambda found: {ends: _make_pair(ends, *shares) for ends, shares in found.items()}
)


@given(_mixed, st.sampled_from([0.0, 0.7, 0.9]), st.lists(st.sampled_from(["a", "b", ""]), min_size=10, max_size=10))
def test_all_of_a_group_match_all_but_a_chain_of_one_name_whose_neighbours_do(pairs, threshold, names):
    families, ages = dict(enumerate(names)), {number: number for number in range(10)}
    groups = join_drafts(group(pairs.values(), threshold), pairs, threshold, families, ages)
    everyone = [number for members in groups for number in members]
    assert len(everyone) == len(set(everyone))
    for members in groups:
        found = [pairs.get(ends) for ends in combinations(members, 2)]
        assert not any(each and each.likeness is MatchKind.TEMPLATE for each in found)
        likeness, least = find_loosest(members[::-1], pairs)
        if all(each and each.strength >= threshold for each in found):
            drafts = all(each.similarity >= 0.65 for each in found)
            assert drafts or MatchKind.VERSION not in {each.likeness for each in found}
        else:
            assert likeness is MatchKind.VERSION
            assert {families[number] for number in members} in ({"a"}, {"b"})
        if likeness is MatchKind.VERSION:
            assert least == min(pairs[ends].similarity for ends in pairwise(members)) >= max(threshold, 0.65)


@given(_pairs)
def test_no_two_groups_could_be_one(pairs):
    known = {(each.first, each.second) for each in pairs}
    for one, other in combinations(group(pairs, 0.0), 2):
        assert not all((min(a, b), max(a, b)) in known for a in one for b in other)
