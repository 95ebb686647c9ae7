"""Versions are put in order by what tells it, the strongest clue first; where nothing does, no order is claimed."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.versions import OrderClue
from findling.duplicates.dated_names import DatedNames
from findling.duplicates.stated_editions import find_stated_editions
from findling.duplicates.version_order import Draft, find_newer, sort_drafts

SECOND = 10**9
DAY = 86_400 * SECOND


def draft(name: str, time: int = 0, *, text: str = "", dated: int | None = None) -> Draft:
    return Draft(hash(name) % 1000, DatedNames(((Path(f"/home/ada/{name}"), time),)), dated, find_stated_editions(text))


@pytest.mark.parametrize(
    ("older", "newer", "clue"),
    [
        (draft("offer v1.txt", 9 * DAY), draft("offer v2.txt"), OrderClue.NAME),
        (draft("offer v2.txt", 9 * DAY), draft("offer v10.txt"), OrderClue.NAME),
        (draft("offer v1.2.txt"), draft("offer v1.10.txt"), OrderClue.NAME),
        (draft("offer draft 3.txt", DAY), draft("offer final.txt"), OrderClue.NAME),
        (draft("offer final.txt", DAY), draft("offer final 2.txt"), OrderClue.NAME),
        (draft("offer v1 final.txt", DAY), draft("offer v2.txt"), OrderClue.NAME),
        (draft("Angebot_Entwurf.txt", DAY), draft("Angebot_Endfassung.txt"), OrderClue.NAME),
        (draft("2024-02-11 plan.txt", DAY), draft("2024-03-02 plan.txt"), OrderClue.NAME),
        (draft("plan_20231224.txt", DAY), draft("plan_20240106.txt"), OrderClue.NAME),
        (draft("a.txt", DAY, text="Rules\nVersion 1.9"), draft("a.md", text="Rules\nVersion 1.10"), OrderClue.TEXT),
        (draft("a.txt", DAY, text="Stand: 3. Mai 2023"), draft("b.txt", text="Stand: 12. März 2024"), OrderClue.TEXT),
        (draft("a.txt", DAY, text="Last updated: May 3, 2023"), draft("b.txt", text="Last updated 4 May 2023"),
         OrderClue.TEXT),
        (draft("a.txt", DAY, text="as of 2023-05-03"), draft("b.txt", text="as of 2023-05-04"), OrderClue.TEXT),
        (draft("a.docx", DAY, dated=3 * DAY), draft("b.docx", dated=4 * DAY), OrderClue.OWN_DATE),
        (draft("a.txt", 3 * DAY), draft("b.txt", 3 * DAY + 60 * SECOND), OrderClue.FILE_TIME),
        (draft("report 2.txt"), draft("report 3.txt"), OrderClue.NAME),
        (draft("report.txt"), draft("report (2).txt"), OrderClue.NAME),
        (draft("report 2023.txt"), draft("report 2024.txt"), OrderClue.NAME),
    ],
)  # fmt: skip
def test_the_strongest_clue_that_there_is_tells_which_of_two_is_newer(older, newer, clue):
    for both in permutations((older, newer)):
        assert sort_drafts(both) == [(older, None), (newer, clue)]
        assert find_newer(*both) is newer


@pytest.mark.parametrize(
    "both",
    [
        (draft("a/report.txt", DAY), draft("b/report.txt", DAY)),
        (draft("a/report.txt", DAY), draft("b/report.txt", DAY + 3 * SECOND)),
        (draft("a/report.txt", text="Version 2"), draft("b/report.txt", text="as of 2024-05-01")),
        (draft("a/report v2.txt"), draft("b/report v2.txt")),
        (draft("plan v1.txt"), draft("draft of Tom.txt")),
        (draft("a/report.txt", text="Version 1.2"), draft("b/report.txt", text="Version 1.2\n\nVersion 1.1")),
        (draft("a.docx", dated=DAY), draft("b.docx")),
        (draft("report.txt"), draft("report 2023.txt")),
    ],
)
def test_where_nothing_tells_no_order_is_claimed(both):
    assert [clue for _, clue in sort_drafts(both)] == [None, None]
    assert find_newer(*both) is None


def test_of_a_text_that_bears_several_names_the_oldest_counts():
    files = ((Path("/a/offer v1.txt"), 0), (Path("/a/offer v3.txt"), DAY))
    unchanged = Draft(1, DatedNames(files))
    second = draft("offer v2.txt")
    assert find_newer(unchanged, second) is second


def test_what_a_weaker_clue_says_against_a_stronger_one_is_not_heeded():
    first, second, third = draft("offer v1.txt", 9 * DAY), draft("offer v2.txt", DAY), draft("offer.txt", 5 * DAY)
    ordered = [each for each, _ in sort_drafts((third, second, first))]
    assert ordered.index(first) < ordered.index(second)
    assert ordered.index(second) < ordered.index(third)


def test_what_follows_from_what_is_known_is_known():
    """One is older than the next by its name, and that older than the last by its time."""
    first, second, third = draft("offer v1.txt", DAY), draft("offer v2.txt", DAY), draft("note.txt", 2 * DAY)
    assert [clue for _, clue in sort_drafts((third, first, second))] == [None, OrderClue.NAME, OrderClue.FILE_TIME]


days = st.integers(0, 5).map(lambda day: day * DAY)
drafts = st.builds(
    lambda name, time, dated: (name, time, dated),
    st.sampled_from(["offer v1", "offer v2", "offer v3 final", "offer", "2024-01-02 offer", "2024-01-05 offer"]),
    days,
    st.none() | days,
)


@given(st.lists(drafts, max_size=7), st.randoms(use_true_random=False))
def test_the_order_is_whole_and_does_not_depend_on_how_it_was_asked(made, chance):
    each = [
        Draft(number, DatedNames(((Path(f"/{number}/{name}.txt"), time),)), dated)
        for number, (name, time, dated) in enumerate(made)
    ]
    shuffled = chance.sample(each, len(each))
    ordered = sort_drafts(shuffled)
    assert sorted(draft.number for draft, _ in ordered) == list(range(len(each)))
    assert not ordered or ordered[0][1] is None
    assert ordered == sort_drafts(each)
