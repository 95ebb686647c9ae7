"""Choice of the passages of a document that are shown."""

from __future__ import annotations

import pytest

from findling.domain.files import Passage
from findling.search.snippets import SnippetQuery, choose
from findling.storage.document_table import PlacedPassage


def passages(*texts: str) -> list[PlacedPassage]:
    return [PlacedPassage(number, Passage(number * 100, number * 100 + 9), text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("cosines", "shown"),
    [
        ((0.7, 0.1, 0.6, 0.05), [0, 2]),
        ((0.2, 0.7, 0.68, 0.69), [1, 3, 2]),
        ((0.3, 0.3, 0.3, 0.3), [0, 1, 2, 3]),
        ((0.0, 0.0, 0.0, 0.0), [0, 1, 2, 3]),
        ((-0.1, -0.3, 0.5, -0.2), [2]),
    ],
)
def test_what_is_far_behind_the_best_passage_is_not_shown(cosines, shown):
    hits = choose(passages("a", "b", "c", "d"), dict(enumerate(cosines)), SnippetQuery(frozenset(), (), 1.0), "en", 4)
    assert [hit.start // 100 for hit in hits] == shown


def test_a_passage_with_the_phrase_is_shown_before_one_with_some_of_its_words():
    found = passages("The third party has rent to pay.", "On the third, rent is due.", "The rent is due: pay it.")
    hits = choose(found, {}, SnippetQuery(frozenset({"rent", "due", "pay"}), ("rent is due",), 0.0), "en", 4)
    assert [hit.start // 100 for hit in hits] == [1, 2, 0]


def test_no_more_than_asked_for_are_shown():
    assert len(choose(passages(*"abcdef"), {}, SnippetQuery(frozenset(), (), 0.0), "en", 3)) == 3
