"""Snippets, by a table of queries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.answer_spans import find_answer, find_query_words
from findling.extraction.snippet import make_snippet
from growth import assert_linear

BOILER = "The house is old. Its boiler loses heat through the flue! Dr. Hill wrote that. We shall see?"


@pytest.mark.parametrize(
    ("passage", "query", "sentence"),
    [
        (BOILER, "boilers losing heat", "Its boiler loses heat through the flue!"),
        (BOILER, "when will we see", "We shall see?"),
        ("3 Rent and costs\nThe rent is 1,140 a month. It is paid on the first.", "rent", "The rent is 1,140 a month."),
        ("Rent of the house\nThe rent is 1,140 a month.", "house rent", "Rent of the house"),
        (BOILER, "nothing of this", ""),
        (BOILER, "", ""),
        ("one line", "x", ""),
        ("", "x", ""),
        ("Oh Gwen, I am sorry. We are in for the lamp, 15 from us.", "stolen bike", ""),
        ("Rent: 800\nDeposit: 2400\nKeys: 3", "deposit", "Deposit: 2400"),
        ("屋根が漏れる。風呂は直った。", "風呂は直った", "風呂は直った。"),
        ("“Is it?” she asked. “The LEASE ends.” Then he left.", "leases", "“The LEASE ends.”"),
        ("Your bike\nFrom: bike@b.c\nDate: Mon. 3 May\nIt was found.", "the bike that was found", "It was found."),
        ("From: a@b.c\nTo: bike@b.c", "bike", "To: bike@b.c"),
        ("Inv 7. INV-2023-0417 is paid.", "0417", "INV-2023-0417 is paid."),
    ],
)
def test_the_sentence_nearest_to_the_query_is_found(passage, query, sentence):
    start, end = find_answer(passage, query)
    assert passage[start:end] == sentence


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("| What | Needed |\n|---|---:|\n| New fridge | 650 |\n| Boat | |", "What · Needed; New fridge · 650; Boat"),
        ("Goals\n| A | B |\n| :-- | --- |\n| 1 | 2 |\nDone.", "Goals A · B; 1 · 2 Done."),
        ("| a \\| b | c |\n|---|---|\n| 1 | 2 |", "a | b · c; 1 · 2"),
        ("a | b", "a | b"),
        ("|x|", "|x|"),
        ("if (a || b) return |c|", "if (a || b) return |c|"),
    ],
)
def test_rows_of_a_table_are_read_without_its_lines(passage, text):
    assert make_snippet(passage, "").text == text


def test_what_is_found_in_a_table_is_marked_where_it_stands():
    snippet = make_snippet("| What | How much |\n|---|---|\n| The new fridge | 650 |", "fridge")
    assert [snippet.text[a:b] for a, b in snippet.words] == ["fridge"]
    assert "fridge" in snippet.text[slice(*snippet.answer)]


def test_a_line_of_many_bars_costs_no_more_than_its_length():
    assert_linear(lambda passage: make_snippet(passage, ""), lambda count: "|" * count + "x", 16_000)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("tax", ["tax", "tax"]),
        ("is VAT due", ["VAT"]),
        ("the UK tax", ["UK"]),
        ("IS THE VAT DUE", []),
        ("is the tax due", []),
    ],
)
def test_a_short_word_is_marked_alone_or_if_capitals_make_it_a_name(query, marked):
    text = "In the UK the VAT is a tax, and taxation is no tax."
    assert [text[a:b] for a, b in find_query_words(text, query)] == marked


def test_forms_of_a_word_are_found_and_words_that_stand_everywhere_are_not():
    text = "When the boats leave, a boat waits."
    assert [text[a:b] for a, b in find_query_words(text, "when does the boat leave")] == [
        "boats",
        "leave",
        "boat",
    ]


@pytest.mark.parametrize(
    ("asked", "word", "alike"),
    [
        ("stolen", "století", False),
        ("stolen", "Stolen", True),
        ("boat", "boats", True),
        ("lease", "leases", True),
        ("boilers", "boiler", True),
        ("insulate", "insulating", True),
        ("century", "centuries", True),
        ("international", "internal", False),
        ("plan", "plane", False),
        ("contract", "contractor", False),
        ("Vertrag", "Verträge", False),
        ("Rechnung", "Rechnungen", True),
        ("12345", "12346", False),
        ("invoice", "invoice", True),
    ],
)
def test_forms_of_a_word_are_told_from_words_that_begin_alike(asked, word, alike):
    assert bool(find_query_words(f"A {word} here.", asked)) == alike


def test_a_late_answer_is_shown_from_its_beginning():
    snippet = make_snippet("A long beginning about nothing much at all. " * 3 + "The flue\nleaks heat.", "flue")
    assert snippet.text == "… The flue leaks heat."
    assert snippet.text[slice(*snippet.answer)] == "The flue"


def test_a_word_of_every_sentence_tells_less_than_one_of_a_single_one():
    passage = "The boiler is new. The boiler is red. Call when there is a leak. The boiler hums."
    start, end = find_answer(passage, "boiler leaks")
    assert passage[start:end] == "Call when there is a leak."


def test_a_heading_that_stands_above_the_passage_is_not_said_twice():
    assert make_snippet("Winter\n\nLeave it on.", "", "Winter").text == "Leave it on."
    assert make_snippet("Winter", "", "Winter").text == "Winter"


def test_where_nothing_was_asked_nothing_is_set_off():
    assert make_snippet("Some text.", "").answer == (0, 0)


@given(st.text(), st.text())
def test_spans_lie_within_the_text_whatever_it_is(passage, query):
    snippet = make_snippet(passage, query)
    for start, end in (snippet.answer, *snippet.words):
        assert 0 <= start <= end <= len(snippet.text)
    assert "\n" not in snippet.text
