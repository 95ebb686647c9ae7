"""A quotation is found in a text, exact, misremembered or misread, with what differs there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.comparisons import DiffCategory, WordChange
from findling.search.quotation import Quotation

TEXT = """Article 1. The tenant keeps the stairs clean in turn with the other tenants of the floor.

Article 2. Either side may end the lease with three months' notice in writing, at the end of a quarter.

Article 3. The deposit of 900 euros is paid back within six weeks after the keys were returned."""


def find(quoted: str, text: str = TEXT) -> tuple[str, float, tuple[WordChange, ...]]:
    place = Quotation(quoted).find_in(text)
    assert place is not None
    return text[place.start : place.end], place.likeness, place.differs


def test_words_that_stand_there_are_found_whatever_their_case_and_wrapping():
    found, likeness, differs = find("EITHER SIDE MAY END\nTHE LEASE with three months' notice")
    assert found == "Either side may end the lease with three months' notice"
    assert (likeness, differs) == (1.0, ())


@pytest.mark.parametrize(
    ("quoted", "differs"),
    [
        ("may end the lease with six months' notice in writing", [(DiffCategory.WORDS, "six", "three")]),
        ("The deposit of 950 euros is paid back within six weeks", [(DiffCategory.NUMBER, "950", "900")]),
        ("The deposit of 900 euros is not paid back within six weeks", [(DiffCategory.NEGATION, "not", "")]),
        ("the stairs clean in turn with the tenants of the floor", [(DiffCategory.WORDS, "", "other")]),
    ],
)
def test_what_differs_is_told_with_what_it_is_about(quoted, differs):
    _, likeness, found = find(quoted)
    assert found == tuple(WordChange(*each) for each in differs)
    assert 0.7 < likeness < 1


def test_a_sentence_misread_by_a_scanner_is_found_with_its_misread_words():
    found, likeness, differs = find("Thc dcposit of 900 curos is paid hack within six wceks aftcr the kcys")
    assert found == "The deposit of 900 euros is paid back within six weeks after the keys"
    assert likeness > 0.85
    assert ("hack", "back") in {(each.before, each.after) for each in differs}


def test_of_a_text_that_is_longer_than_the_document_the_part_is_found_that_it_has():
    found, _, _ = find(
        "Good morning to all. The keys are with the caretaker of the house.", "the keys are with the caretaker"
    )
    assert found == "the keys are with the caretaker"


@pytest.mark.parametrize("text", ["", " \n", "Кошка спит на окне."])
def test_where_no_word_stands_nothing_is_found(text):
    assert Quotation("The deposit is paid back").find_in(text) is None


TREES = ("ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "willow")
WORDS = st.lists(st.sampled_from(TREES), min_size=1)


@given(before=WORDS, quoted=WORDS, after=WORDS)
def test_what_stands_somewhere_is_found_without_a_difference(before, quoted, after):
    text = " ".join([*before, *quoted, *after])
    found, likeness, differs = find(" ".join(quoted), text)
    assert (found, likeness, differs) == (" ".join(quoted), 1.0, ())


@given(quoted=WORDS, text=WORDS)
def test_a_place_lies_within_the_text_at_the_borders_of_words(quoted, text):
    joined = " ".join(text)
    place = Quotation(" ".join(quoted)).find_in(joined)
    if place is not None:
        assert 0 <= place.start < place.end <= len(joined)
        assert set(joined[place.start : place.end].split()) <= set(text)
        assert 0 <= place.likeness <= 1
