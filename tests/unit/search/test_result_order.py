"""Order of results by date, name and size."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.search import Relevance, Result, SortOrder
from findling.formats import FileKind
from findling.search.result_order import sort_answer, sort_results
from findling.storage.file_order import natural_key

PLAIN = Result(Path("/a"), "a", FileKind.TEXT, 0.5, Relevance.FAIR, 0, ())
RESULTS = st.lists(
    st.builds(
        lambda name, relevance, day, size: replace(
            PLAIN, path=Path(f"/home/{name}"), relevance=relevance, modified_ns=day, size=size
        ),
        st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=8),
        st.sampled_from(Relevance),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    "names",
    [
        ["note 2.txt", "note 10.txt", "note 100.txt"],
        ["2023-09.pdf", "2023-10.pdf"],
        ["apple.txt", "Banana.txt", "cherry.txt"],
        ["Ofen.txt", "Öfen.txt", "Ofenrohr.txt"],
        ["a-b.txt", "a_c.txt"],
        ["007.txt", "8.txt"],
    ],
)
def test_names_are_sorted_as_people_sort_them(names):
    mixed = names[::-1]
    mixed.sort(key=lambda name: natural_key(os.fsencode(name)))
    assert mixed == names


def test_names_that_are_no_text_have_a_place_too():
    assert natural_key(b"/x/caf\xff.txt") != natural_key(b"/x/caf\xfe.txt")


@given(RESULTS, st.sampled_from(SortOrder))
def test_weak_matches_stay_behind_and_nothing_is_lost(results, order):
    ordered = sort_answer(results, order)
    good = max((at for at, each in enumerate(results, 1) if each.relevance is not Relevance.WEAK), default=0)
    assert sorted(map(str, ordered)) == sorted(map(str, results))
    assert sorted(map(str, ordered[:good])) == sorted(map(str, results[:good]))


@given(RESULTS)
def test_the_latest_and_the_largest_come_first(results):
    latest = [each.modified_ns for each in sort_results(results, SortOrder.DATE)]
    assert latest == sorted(latest, reverse=True)
    largest = [each.size for each in sort_results(results, SortOrder.SIZE)]
    assert largest == sorted(largest, reverse=True)
