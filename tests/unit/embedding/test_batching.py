from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.embedding.batching import plan_batches

LENGTHS = st.lists(st.integers(1, 300), max_size=200)
BUDGETS = st.integers(1, 600)


@given(LENGTHS, BUDGETS)
def test_each_text_is_in_exactly_one_batch(lengths, budget):
    members = [member for batch in plan_batches(lengths, budget) for member in batch.members]
    assert sorted(members) == list(range(len(lengths)))


@given(LENGTHS, BUDGETS)
def test_a_batch_holds_one_length_and_keeps_to_the_budget_unless_it_is_a_single_text(lengths, budget):
    for batch in plan_batches(lengths, budget):
        assert {lengths[member] for member in batch.members} == {batch.length}
        assert batch.length * len(batch.members) <= budget or len(batch.members) == 1


@given(LENGTHS, BUDGETS)
def test_batches_are_as_few_as_the_budget_allows(lengths, budget):
    batches = plan_batches(lengths, budget)
    for length in set(lengths):
        room = max(budget // length, 1)
        assert sum(batch.length == length for batch in batches) == -(-lengths.count(length) // room)


def test_long_texts_come_first():
    assert [batch.length for batch in plan_batches([3, 200, 40, 3], 256)] == [200, 40, 3]


def test_no_budget_is_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="room"):
        plan_batches([1], 0)
