"""People are named as they are shown, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.origins.named_people import split_addresses, split_authors
from findling.extraction.readers.mail_structure import decode_words
from growth import assert_linear


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Ann Lee <ann@x.org>", ["Ann Lee <ann@x.org>"]),
        ("ann@x.org", ["ann@x.org"]),
        ("<ann@x.org>", ["ann@x.org"]),
        ('"ann@x.org" <ann@x.org>', ["ann@x.org"]),
        ("ann@x.org (Ann Lee)", ["Ann Lee <ann@x.org>"]),
        ('"Lee, Ann" <ann@x.org>, bob@y.org', ["Lee, Ann <ann@x.org>", "bob@y.org"]),
        ("Lee, Ann <ann@x.org>", ["Lee, Ann <ann@x.org>"]),
        ("Ann, Bob", ["Ann", "Bob"]),
        ("Ann Lee", ["Ann Lee"]),
        ("ann@x.org; bob@y.org", ["ann@x.org", "bob@y.org"]),
        ("Friends: ann@x.org, Bob <bob@y.org>;", ["ann@x.org", "Bob <bob@y.org>"]),
        ("undisclosed-recipients:;", []),
        ('"Friends: all" <all@x.org>', ["Friends: all <all@x.org>"]),
        ("=?utf-8?q?J=C3=BCrgen?= <j@x.org>", ["Jürgen <j@x.org>"]),
        ("=?utf-8?q?Lee=2C_Ann?= <a@x.org>, b@y.org", ["Lee, Ann <a@x.org>", "b@y.org"]),
        ("=?windows-1252?q?J=FCrgen?=\n =?windows-1252?q?_M=FCller?= <j@x.org>", ["Jürgen Müller <j@x.org>"]),
        ('"Ann \\"Annie\\" Lee" <ann@x.org>', ['Ann "Annie" Lee <ann@x.org>']),
        ("Ann <ann@x.org>, Ann <ann@x.org>", ["Ann <ann@x.org>"]),
        (", ; ,", []),
        ("<>", []),
        ("", []),
    ],
)
def test_a_header_names_its_people(written, people):
    assert list(split_addresses(written, decode_words)) == people


def test_names_with_commas_stand_between_semicolons():
    assert split_addresses("Lee, Ann; Bob", str, ";") == ("Lee, Ann", "Bob")
    assert split_authors("Lee, Ann; Bob Ray\nCarl") == ("Lee, Ann", "Bob Ray", "Carl")


@pytest.mark.parametrize(
    "name", ["Administrator", "user", "Microsoft Office User", "Benutzer", "python-docx", "Unknown"]
)
def test_accounts_and_programs_have_written_nothing(name):
    assert split_authors(f"{name}; Ann Lee") == ("Ann Lee",)


@pytest.mark.parametrize("name", ["Usher", "Administrator of Estates", "Root, Ann", "Guest House Ltd"])
def test_a_name_that_only_begins_so_is_somebody_s(name):
    assert split_authors(name) == (name,)


@given(st.text('ab@<>"(),;:\\ \n='))
def test_any_header_names_people_in_one_line_each(header):
    for person in split_addresses(header, decode_words):
        assert person == " ".join(person.split())
        assert any(map(str.isalnum, person))


@pytest.mark.parametrize("sign", ['"', "<", "(", ",", "a,", '"a', "a@b "])
def test_a_long_header_is_split_in_linear_time(sign):
    assert_linear(lambda header: split_addresses(header, str), lambda length: (sign * length)[:length], 60_000)
