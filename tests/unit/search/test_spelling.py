"""Typing errors are mended where one word was clearly meant, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from findling.index.lexical import analysis
from findling.search.lexicon import read_lexicon
from findling.search.query import ParsedQuery, parse_plain, parse_query
from findling.search.spelling import MOST_MENDED_WORDS, MOST_UNKNOWN, USUAL, find_near, is_one_error, mend


@dataclass(frozen=True)
class Words:
    """A library's words, with the number of documents that have each."""

    documents: Mapping[str, int]
    names: Mapping[str, int] = field(default_factory=dict)
    together: Collection[frozenset[str]] = ()

    def count_together(self, words: Collection[str]) -> int:
        return sum(document >= {*words} for document in self.together)

    def holds(self, word: str) -> bool:
        return self.fold(word) in {*self.documents, *self.names}

    def fold(self, word: str) -> str:
        words = analysis.exact_words(word)
        return words[0] if len(words) == 1 else ""

    def count(self, words: Collection[str], *, in_names: bool = False) -> dict[str, int]:
        held = self.names if in_names else self.documents
        return {word: held[word] for word in words if word in held}

    def find_beginning(self, start: str, *, in_names: bool = False) -> dict[str, int]:
        held = self.names if in_names else self.documents
        return {word: count for word, count in held.items() if word.startswith(start)}

    def stem(self, word: str) -> str:
        return next(iter(analysis.stem_words(word)), word)


LIBRARY = Words(
    {
        "agreement": 9, "invoice": 40, "invoices": 12, "electrician": 3, "garage": 5, "house": 30, "horse": 8,
        "merger": 2, "kowalski": 1, "retrieval": 7, "report": 25, "rental": 6, "letter": 9, "latter": 8, "the": 50,
        "which": 50, "straße": 0, "strasse": 4, "rechnung": 6, "договор": 3, "חשבונית": 2, "ab": 9, "merit": 2,
    }
)  # fmt: skip
USUAL_WORDS = frozenset({"mouse", "horse", "house", "spotting", "recruits", "refund", "sporting"})


def parse(text: str) -> ParsedQuery:
    return parse_query(text, now=datetime(2024, 7, 10, tzinfo=UTC), home=Path("/home/ada"))


def mended(text: str, words: Words = LIBRARY) -> str:
    return mend(parse(text), words, lambda: USUAL_WORDS).query.text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rental agreemant letters", "rental agreement letters"),  # another letter
        ("rental agrement letters", "rental agreement letters"),  # one is missing
        ("rental agreeement letters", "rental agreement letters"),  # one too many
        ("rental agremant letters", "rental agremant letters"),  # two errors
        ("rental agreemnet", "rental agreement"),  # two are swapped
        ("ivnoice from the electrican", "invoice from the electrician"),
        ("garaeg key", "garage key"),
        ("Garaeg!", "Garage!"),
        ("(kowalsky, 2019)", "(kowalski, 2019)"),
        ("rental-agrement", "rental-agreement"),
        ("INVOICCE FROM ELECTRICIAN", "Invoice FROM ELECTRICIAN"),
        ("Rechnumg vom Mai", "Rechnung vom Mai"),
        ("старый договир аренды", "старый договор аренды"),
        ("חשבונת ישנה", "חשבונית ישנה"),
        # Meant by the language at large, though the library has no such word.
        ("list of recrkuits", "list of recruits"),
    ],
)
def test_a_typing_error_is_mended_in_what_is_embedded_and_in_words(typed, meant):
    assert mended(typed) == meant
    query = mend(parse_plain(typed), LIBRARY, lambda: USUAL_WORDS).query
    assert (query.text, query.words) == (meant, parse_plain(meant).words)


@pytest.mark.parametrize(
    "typed",
    [
        "invoice",  # the library has it
        "invoice2 agrement7",  # identifiers
        "INV-2023-0417",
        "agrement.pdf",
        "agrement_final",
        "https://garaeg.org",
        "mail@garaeg.org",
        "~/garaeg",
        "#agrement",
        "AGRMENT of NATO",  # an acronym
        "iNvoicce",
        '"agrement"',  # quoted
        'agrement "agrement"',
        "agrement -agrement",  # excluded
        "name:garaeg",
        "in:garaeg",
        "lang:dw",
        "4711 0815",
        "xxvii",  # a number, too
        "spotting",  # usual, though the library lacks it
        "spottings refunded",  # forms of usual words
        "reporting reporters reported",  # forms of the library's words
        "mearg",  # nothing is near
        "lutter",  # letter as well as latter
        "hte wihc",  # too short
        "",
        "a",
        "-",
    ],
)
def test_what_is_no_clear_error_stays(typed):
    result = mend(parse(typed), LIBRARY, lambda: USUAL_WORDS)
    assert result.query == parse(typed)
    assert (result.typed, result.meant) == ((), ())


def test_a_word_is_left_where_two_were_meant_about_as_often():
    assert mended("hoise key") == "house key"
    even = Words(LIBRARY.documents | {"horse": 20})
    assert mended("hoise key", even) == "hoise key"


def test_of_two_words_the_one_is_meant_that_stands_beside_the_others():
    even = replace(LIBRARY, documents=LIBRARY.documents | {"horse": 20, "garage": 5, "stable": 3})
    assert mended("hoise stable", replace(even, together=[frozenset({"horse", "stable"})])) == "horse stable"
    assert mended("hoise garage", replace(even, together=[frozenset({"house", "garage"})])) == "house garage"
    often = replace(even, documents=even.documents | {"house": 900}, together=[frozenset({"horse", "stable"})])
    assert mended("hoise stable", often) == "horse stable"
    both = [frozenset({"horse", "stable"}), frozenset({"house", "stable"})]
    assert mended("hoise stable", replace(even, together=both)) == "hoise stable"
    assert mended("hoise stable", even) == "hoise stable"


def test_a_short_word_is_mended_for_the_commonest_errors_alone():
    documents = LIBRARY.documents | {"gamma": 1, "diet": 2, "alpha": 4}
    together = [frozenset({"gamma", "alpha"}), frozenset({"diet", "alpha"})]
    words = replace(LIBRARY, documents=documents, together=together)
    assert mended("gama alpha", words) == "gamma alpha"
    assert mended("diem alpha", words) == "diem alpha"


def test_a_mended_word_is_one_that_others_may_stand_beside():
    documents = LIBRARY.documents | {"horse": 20, "stable": 3}
    words = replace(LIBRARY, documents=documents, together=[frozenset({"horse", "stable"})])
    assert mended("stabel hoise", words) == "stable horse"


def test_names_of_files_are_asked_where_nothing_else_is_near():
    words = Words({"report": 3}, {"holidays": 1, "reporter": 9})
    assert mended("holidayys key", words) == "holidays key"
    assert mended("ohlidays key", words) == "holidays key"
    assert mended("reportt key", words) == "report key"


def test_what_was_chosen_before_is_not_looked_up_again():
    chosen: dict[str, str] = {}
    first = mend(parse("garaeg key"), LIBRARY, lambda: USUAL_WORDS, chosen)
    assert chosen == {"garaeg": "garage"}
    assert mend(parse("garaeg key"), Words({"key": 1}), lambda: USUAL_WORDS, chosen) == first


def test_forms_of_one_word_do_not_compete():
    assert mended("invoicess key") == "invoices key"
    assert mended("lettrs key", Words({"letters": 3, "letter": 4})) == "letters key"


def test_a_base_form_of_the_only_candidate_is_no_error():
    assert mended("voucher key", Words({"vouchers": 9})) == "voucher key"


def test_what_was_typed_and_what_was_meant_are_told_in_order():
    result = mend(parse("Agrement for the garaeg key"), LIBRARY, lambda: USUAL_WORDS)
    assert (result.typed, result.meant) == (("Agrement", "garaeg"), ("Agreement", "garage"))


def test_usual_words_are_not_asked_for_where_the_library_has_all():
    def refuse():
        raise AssertionError("asked")

    assert mend(parse("the rental agreement, which 4711"), LIBRARY, refuse).typed == ()


def test_a_pasted_text_is_searched_as_it_is():
    text = "agrement " + "key " * MOST_MENDED_WORDS
    assert mend(parse(text), LIBRARY, lambda: USUAL_WORDS).query == parse(text)


def test_few_unknown_words_are_looked_into():
    asked = []

    class Counting(Words):
        def find_beginning(self, start, *, in_names=False):
            asked.append(start)
            return super().find_beginning(start, in_names=in_names)

    unknown = [f"qwert{a}{b}" for a in "fghjk" for b in "fghjkl"]
    mend(parse(" ".join((*unknown, "key"))), Counting(LIBRARY.documents), lambda: USUAL_WORDS)
    assert len(asked) <= 2 * MOST_UNKNOWN < 2 * len(unknown)


LETTERS = st.text(st.sampled_from("abcdеж"), min_size=1, max_size=9)


@given(LETTERS, LETTERS)
def test_one_error_is_a_distance_of_one(word, other):
    assert is_one_error(word, other) == (OSA.distance(word, other) == 1)


@given(st.text(st.sampled_from("abcd"), min_size=4, max_size=9), st.sets(st.text(st.sampled_from("abcd"), min_size=3)))
def test_all_words_at_a_distance_of_one_are_candidates_and_no_others(word, held):
    near = {other: 1.0 for other in held if OSA.distance(word, other) == 1}
    assert find_near(word, Words(dict.fromkeys(held, 1))) == near
    assert find_near(word, Words({}), frozenset(held)) == dict.fromkeys(near, USUAL)


@given(st.text(st.sampled_from("abcde \"-':.7X")), st.dictionaries(st.text("abcde", min_size=3), st.integers(1, 9)))
def test_only_words_that_the_library_lacks_are_replaced_by_words_that_it_has(typed, documents):
    words, query = Words(documents), parse(typed)
    result = mend(query, words, frozenset)
    for before, after in zip(result.typed, result.meant, strict=True):
        assert not words.holds(before)
        assert words.holds(after)
        assert OSA.distance(before.lower(), after.lower()) == 1
    assert len(result.query.words) == len(query.words)
    assert replace(result.query, words=query.words, text=query.text) == query
    assert mend(parse_plain(typed), words, frozenset).query.phrases == ()


@given(st.text(max_size=60))
def test_any_text_is_mended_without_fault(typed):
    assume(typed)
    mend(parse(typed), LIBRARY, read_lexicon)


def test_usual_words_are_those_that_anyone_uses():
    words = read_lexicon()
    assert {"house", "receive", "spotting", "family"} <= words
    assert not {"recieve", "hosue", "fmaily", "##ing", "[cls]", "2023"} & words
