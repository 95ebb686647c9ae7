"""Numbers in groups are found in one piece; what is no number in groups is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.index.lexical.number_groups import find_number_groups, join_groups


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("IBAN DE89 3704 0044 0532 0130 00.", ["de89370400440532013000"]),
        ("GB29 NWBK 6016 1331 9268 19", ["gb29nwbk60161331926819"]),
        ("card 4111-1111-1111-1111, valid", ["4111111111111111"]),
        ("call 0301 234567 or 030/1234567", ["0301234567", "0301234567"]),
        ("+49 (0)30 1234-567", ["490301234567", "49301234567"]),
        ("(030) 123 45 67", ["0301234567"]),
        ("tax 12/345/67890", ["1234567890"]),
        ("parcel 00\u00a0340 434 161 094", ["00340434161094"]),
        ("VAT CHE-123.456.789 MWST", ["che123456789"]),
        ("a row: 12.30 45.10 33.20 18.75 99.99 12.50 17.20 18.30 19.40", []),
        ("from 2019 to 2021", []),
        ("1,234,567.89", []),
        ("no number here", []),
        ("version 2.3.1", []),
        ("ABC DEF GHI 1234567", []),
    ],
)
def test_numbers_in_groups(text, joined):
    assert list(join_groups(text)) == joined


@given(st.text("0123456789", min_size=9, max_size=22), st.integers(2, 4), st.sampled_from(" -./\u00a0"))
def test_a_number_cut_into_groups_of_any_size_is_joined_again(digits, size, between):
    groups = [digits[at : at + size] for at in range(0, len(digits), size)]
    assert list(join_groups(f"No: {between.join(groups)}!")) == [digits]


@given(st.text("0123456789 ()-./ABab+\n", max_size=60))
def test_each_form_has_the_digits_of_its_place(text):
    for (start, end), forms in find_number_groups(text):
        assert forms[0] == "".join(filter(str.isalnum, text[start:end])).lower()


def test_rows_of_numbers_take_time_in_proportion_to_their_length():
    assert list(join_groups("12 " * 200_000)) == []
