"""Choice of the passages of a document that are shown."""

from __future__ import annotations

import pytest

from findling.index.lexical.lexical_reader import WeighedWord
from findling.search.snippets import SnippetQuery, choose_passages
from findling.storage.stored_passages import StoredPassages


def passages(*texts: str) -> StoredPassages:
    """Passages that begin at the hundreds."""
    whole = "".join(text.ljust(100) for text in texts)
    return StoredPassages(whole, [(at, 100 * at, 100 * at + len(text), None, "") for at, text in enumerate(texts)])


def words(*stems: str, **weights: float) -> tuple[WeighedWord, ...]:
    return tuple(
        WeighedWord((frozenset({stem}),), weight) for stem, weight in (dict.fromkeys(stems, 1.0) | weights).items()
    )


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
    hits = choose_passages(
        passages("a", "b", "c", "d"), dict(enumerate(cosines)), SnippetQuery((), (), 1.0), "en", 4
    ).hits
    assert [hit.start // 100 for hit in hits] == shown


def test_a_passage_with_the_phrase_is_shown_before_one_with_some_of_its_words():
    found = passages("The third party has rent to pay.", "On the third, rent is due.", "The rent is due: pay it.")
    hits = choose_passages(found, {}, SnippetQuery(words("rent", "due", "pay"), ("rent is due",), 0.0), "en", 4).hits
    assert [hit.start // 100 for hit in hits] == [1, 2, 0]


def test_no_more_than_asked_for_are_shown():
    assert len(choose_passages(passages(*"abcdef"), {}, SnippetQuery((), (), 0.0), "en", 3).hits) == 3


@pytest.mark.parametrize(
    ("texts", "title", "expected"),
    [
        (("The boiler.", "The flue."), "", 0.75),
        (("The boiler and its flue.",), "", 1.0),
        (("The flue.",), "The boiler", 1.0),
        (("Beans are sown in May.",), "The garden", 0.0),
    ],
)
def test_words_that_are_spread_over_a_document_are_no_passage_about_them(texts, title, expected):
    query = SnippetQuery(words(boiler=3.0, flue=1.0), (), 0.0)
    assert choose_passages(passages(*texts), {}, query, "en", 3, title).coverage == expected


def test_the_passage_with_the_rare_word_is_shown_before_one_with_the_common_word():
    query = SnippetQuery(words(boiler=3.0, heat=1.0), (), 0.0)
    hits = choose_passages(passages("The heat of summer.", "The boiler."), {}, query, "en", 3).hits
    assert hits[0].start == 100


def test_a_passage_that_says_the_word_itself_is_shown_before_one_that_stands_below_it():
    query = SnippetQuery(words("boiler"), (), 0.75)
    found = passages("The left knob is for radiators.", "The boiler stops by itself.")
    chosen = choose_passages(found, {0: 0.5, 1: 0.4}, query, "en", 3, "How to use your boiler")
    assert [hit.start for hit in chosen.hits] == [100, 0]
    assert chosen.coverage == 1.0


def test_of_a_word_with_parts_each_counts():
    query = SnippetQuery((WeighedWord((frozenset({"ice", "cream"}),), 2.0),), (), 0.0)
    assert choose_passages(passages("Ice on the lake."), {}, query, "en", 1).coverage == 0.5
