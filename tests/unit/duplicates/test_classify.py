"""Pairs are called what a user would call them; figures, dates, names and negations are told apart from words."""

from __future__ import annotations

import pytest

from findling.domain.comparisons import DiffCounts, MatchKind, floor_percent
from findling.duplicates.classify import judge
from findling.duplicates.word_tokens import split_words

LETTER = """Dear tenants, the boiler in the basement is going to be replaced next month, and the water will be off
while the work is done. Please fill a bucket or two in the morning, and leave the door to the cellar open. The firm has
promised to be quick, and to clean the stairs when they leave. If you are away, give your key to a neighbour, and tell
us who has it. We are sorry for the trouble and thank you for your patience. The old boiler was loud and used too much
gas, so the new one will be better for all of us, and cheaper as well. Questions are welcome at the office."""
INVOICE = """Invoice No. {number}. Date: {date}. To: {name}. We thank you for your order and charge you as follows.
Chairs {count} x {price} EUR. Amount due {total} EUR. Please pay within fourteen days by bank transfer, and state the
number of this invoice. Goods remain our property until they are paid in full."""


def likeness(one: str, other: str) -> MatchKind | None:
    pair = judge((1, split_words(one)), (2, split_words(other)))
    return pair.likeness if pair else None


def test_an_edited_copy_is_near():
    assert likeness(LETTER, LETTER.replace("quick", "fast").replace("Questions are welcome", "Ask")) is MatchKind.NEAR


def test_parts_in_another_order_are_near():
    sentences = LETTER.split(". ")
    assert likeness(LETTER, ". ".join(sentences[3:] + sentences[:3])) is MatchKind.NEAR


def test_an_excerpt_is_contained_and_the_pair_says_in_which():
    part = " ".join(LETTER.split()[20:60])
    pair = judge((7, split_words(part)), (3, split_words(LETTER)))
    assert pair.likeness is MatchKind.CONTAINED
    assert (pair.first, pair.second) == (3, 7)
    assert pair.second_within == 1.0
    assert pair.first_within < 0.5


def test_two_texts_that_have_nothing_in_common_are_no_pair():
    assert likeness(LETTER, INVOICE) is None


def fill(number: int, date: str, name: str, count: int, price: float) -> str:
    return INVOICE.format(number=number, date=date, name=name, count=count, price=price, total=count * price)


def test_invoices_of_one_template_are_no_duplicates():
    one = fill(10023, "3 March 2024", "Anna Keller", 4, 119.5)
    other = fill(10187, "17 May 2024", "Hugo Moreau", 2, 80.25)
    assert likeness(one, other) is MatchKind.TEMPLATE


def test_one_other_figure_is_enough_to_be_no_duplicate():
    one = fill(10023, "3 March 2024", "Anna Keller", 4, 119.5)
    assert likeness(one, one.replace("10023", "10024")) is MatchKind.TEMPLATE


@pytest.mark.parametrize("label", ["Invoice No.", "Rechnung Nr.", "Account", "Policy number:", "Facture"])
def test_a_paper_with_another_number_of_its_own_is_another_paper_whatever_clause_changed_too(label):
    goods = "Cordless drill 2 x 119.50 EUR. Drill bits 3 x 18.90 EUR. Work gloves 5 x 7.25 EUR. Total 331.95 EUR."
    one = f"{label} 20231 of 3 March 2024. {goods} We give a guarantee on used parts. Please pay within fourteen days."
    other = one.replace("20231", "20232").replace("3 March", "17 May").replace("give a guarantee", "give no guarantee")
    assert likeness(one, other) is MatchKind.TEMPLATE
    assert likeness(one, one.replace("give a guarantee", "give no guarantee")) is MatchKind.NEAR


def test_a_misread_scan_is_near_though_a_figure_is_misread_too():
    text = LETTER + " Call 555 0199 on 3 May 2024."
    scan = (
        text.replace("boiler", "boi1er").replace("morning", "rnorning").replace("0199", "0l99").replace("work", "wcrk")
    )
    assert likeness(text, scan) is MatchKind.NEAR


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("be quick", "not be quick", DiffCounts(negations=1, words=1)),
        ("next month", "next month on 3 May 2024", DiffCounts(numbers=1, dates=2, words=4)),
        ("The firm", "The firm Keller", DiffCounts(names=1, words=1)),
        ("a bucket or two", "a bucket or 12", DiffCounts(numbers=1, words=2)),
    ],
)
def test_differences_are_counted_by_what_they_are_about(before, after, changes):
    pair = judge((1, split_words(LETTER)), (2, split_words(LETTER.replace(before, after))))
    assert pair.changes == changes


def test_what_stands_in_the_place_of_another_of_its_kind_is_one_difference():
    one = f"{LETTER} Call 555 0199 on 3 May 2024, and ask for Anna Keller."
    other = one.replace("0199", "0188").replace("a bucket or two", "some pails or two")
    pair = judge((1, split_words(one)), (2, split_words(other)))
    assert pair.changes == DiffCounts(numbers=1, words=3)


def test_a_share_is_never_rounded_up_and_all_only_where_it_is_all():
    assert [floor_percent(share) for share in (0.0, 0.29, 0.57, 0.9953, 0.9999, 1.0)] == [0, 29, 57, 99, 99, 100]


def test_one_word_in_a_very_long_text_leaves_it_less_than_all_the_same():
    words = split_words(" ".join(f"word{number}" for number in range(30_000)))
    other = split_words(" ".join(f"word{number}" for number in range(29_999)))
    pair = judge((1, words), (2, other))
    assert (pair.similarity < 1, pair.first_within < 1, pair.second_within) == (True, True, 1.0)
