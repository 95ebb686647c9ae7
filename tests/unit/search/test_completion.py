"""An unfinished word goes on to the likeliest word of the library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.index.lexical import analysis
from findling.search.completion import complete, leave_out_last
from findling.search.query import ParsedQuery, parse_query


@dataclass(frozen=True)
class Texts:
    """A library of these texts, and of files with these names."""

    texts: Sequence[str]
    names: Sequence[str] = ()

    def split(self, word: str) -> list[str]:
        return analysis.exact_words(word)

    def stem(self, word: str) -> str:
        return next(iter(analysis.stem_words(word)), word)

    def find_beginning(self, start: str, *, in_names: bool = False) -> dict[str, int]:
        found = {word for text in self._of(in_names) for word in self.split(text) if word.startswith(start)}
        return {word: sum(word in self.split(text) for text in self._of(in_names)) for word in sorted(found)}

    def count_runs(self, runs: Iterable[Sequence[str]], *, in_names: bool = False) -> list[int]:
        texts = [f" {' '.join(self.split(text))} " for text in self._of(in_names)]
        return [sum(f" {' '.join(run)} " in text for text in texts) for run in runs]

    def count_together(self, words: Collection[str]) -> int:
        return sum({*words} <= {*self.split(text)} for text in self.texts)

    def _of(self, in_names: bool) -> Sequence[str]:
        return self.names if in_names else self.texts


HOUSE = Texts(
    (
        "the boiler leaks",
        "two boilers and a boil",
        "boilerplate",
        "Käfer, Café",
        "INV-2023-0417",
        "inv 99",
        "was after",
    ),
    ("Urlaubsplan 2024.txt", "boat.txt"),
)


def parse(text: str) -> ParsedQuery:
    return parse_query(text, now=datetime(2024, 7, 10, tzinfo=UTC), home=Path("/home/ada"), is_typing=True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("boile", "boiler"),
        ("the Boile", "the boiler"),
        ("boiler", "boiler"),
        ("boil", "boil"),  # a word of its own
        ("Urla", "urlaubsplan"),  # of a name
        ("boa", "boat"),
        ("caf", "cafe"),
        ("inv-2", "inv-2023"),  # what stands behind its head
        ("inv-20", "inv-2023"),
        ("xyl", "xyl"),
        ("b", "b"),  # anything begins so
        ("aft", "aft"),  # a function word says nothing
        ("boile,", "boile,"),
        ("boile ", "boile"),
    ],
)
def test_the_last_word_goes_on_to_the_likeliest_word(typed, meant):
    assert complete(parse(typed), HOUSE).query.text == meant


def test_forms_of_one_word_count_together():
    words = Texts(("lease", "leases", "leased", "leash", "leash"))
    assert complete(parse("leas"), words).query.text == "lease"


def test_what_stands_beside_the_other_words_comes_before_what_is_frequent():
    words = Texts(("rental agreement", "agriculture", "agriculture", "agriculture"))
    assert complete(parse("agr"), words).query.text == "agriculture"
    assert complete(parse("rental agr"), words).query.text == "rental agreement"


def test_a_word_of_its_own_that_is_rare_beside_what_goes_on_from_it_is_none():
    words = Texts(("harr", *["the harrier"] * 4))
    completed = complete(parse("harr"), words)
    assert completed.query.text == "harrier"
    assert completed.others == ("harr",)


def test_all_other_words_with_that_beginning_are_told():
    assert set(complete(parse("boil"), HOUSE).others) == {"boiler", "boilers", "boilerplate"}
    assert complete(parse("inv-9"), Texts(("inv-99", "inv-99", "inv-98", "95"))).others == ("inv 98",)


def test_only_a_word_from_which_none_goes_on_is_a_fragment():
    assert complete(parse("xyl"), HOUSE).is_fragment
    assert not complete(parse("boil"), HOUSE).is_fragment
    assert not complete(parse("the"), HOUSE).is_fragment


def test_an_unfinished_word_can_be_left_out():
    assert leave_out_last(parse("the boiler xyl")) == parse("the boiler ")


@given(st.text(max_size=20))
def test_whatever_is_typed_its_beginning_stays(text):
    query = parse(text)
    completed = complete(query, HOUSE).query
    assert completed.words[:-1] == query.words[:-1]
    assert completed.text[: len(query.text) - len(query.beginning)] == query.text[: -len(query.beginning) or None]
