"""The query language, by tables of queries and by properties of any text."""

from __future__ import annotations

import os
import re
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.formats import FileKind
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.search.query import FilterToken, ParsedQuery, find_filters, parse_query
from findling.storage.file_filter import Filter

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2024, 7, 10, 15, 30, tzinfo=BERLIN)
HOME = Path("/home/ada")


def parse(text: str) -> ParsedQuery:
    return parse_query(text, now=NOW, home=HOME, cwd=HOME / "work")


def ns(*date: int) -> int:
    return int(datetime(*date, tzinfo=BERLIN).timestamp()) * 1_000_000_000


@pytest.mark.parametrize(
    ("typed", "words", "phrases", "excluded", "text"),
    [
        ("", (), (), (), ""),
        ("rent contract", ("rent", "contract"), (), (), "rent contract"),
        ("what's new?", ("what's", "new?"), (), (), "what's new?"),
        ('the "exact phrase" here', ("the", "here"), ("exact phrase",), (), "the exact phrase here"),
        ('"a  b\nc"', (), ("a b c",), (), "a b c"),
        ("“smart quotes” „auch so“", (), ("smart quotes", "auch so"), (), "smart quotes auch so"),
        ('"never closed', ("never", "closed"), (), (), "never closed"),
        ('one "two" "three', ("one", "three"), ("two",), (), "one two three"),
        ('""', (), (), (), ""),
        ("jaguar -car", ("jaguar",), (), ("car",), "jaguar"),
        ('jaguar -"fast car"', ("jaguar",), (), ("fast car",), "jaguar"),
        ("well-known INV-2023-0417", ("well-known", "INV-2023-0417"), (), (), "well-known INV-2023-0417"),
        ("a - b -- c", ("a", "b", "c"), (), (), "a - b -- c"),
        ("--verbose", ("--verbose",), (), (), "--verbose"),
        ("http://a.org 10:30 foo:bar", ("http://a.org", "10:30", "foo:bar"), (), (), "http://a.org 10:30 foo:bar"),
        ("begin: in: type:", ("begin:", "in:", "type:"), (), (), "begin: in: type:"),
        ("prototype:pdf", ("prototype:pdf",), (), (), "prototype:pdf"),
        ('a 5" nail', ("a", "5", "nail"), (), (), "a 5 nail"),
    ],
)
def test_words_phrases_and_exclusions(typed, words, phrases, excluded, text):
    assert replace(parse(typed), beginning="") == ParsedQuery(text, words, phrases, excluded)


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("rent contr", "contr"), ("INV-20", "INV-20"), ("type:pdf contr", "contr"), ("one 'two", "'two"),
        ("rent ", ""), ("", ""), ("rent -contr", ""), ('"rent contr"', ""), ('"rent contr', "contr"), ("rent …", ""),
        ("contr type:pdf", ""), ("contr in:", "in:"),
    ],
)  # fmt: skip
def test_the_last_word_may_be_unfinished_where_nothing_follows_it(typed, beginning):
    assert parse(typed).beginning == beginning


@pytest.mark.parametrize("unfinished", ["type:", "type:pd", "after:", "after:20", "lang:", "lang:e", "in:", "-type:"])
def test_a_filter_that_is_being_typed_is_neither_searched_as_words_nor_wrong(unfinished):
    def typing(text: str) -> ParsedQuery:
        return parse_query(text, now=NOW, home=HOME, is_typing=True)

    assert typing(f"rent {unfinished}") == replace(typing("rent "), beginning="")
    assert typing(f"rent {unfinished} ") == parse(f"rent {unfinished} ")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("type:pdf", Filter(kinds=(FileKind.PDF,))),
        ("TYPE:.Pdf", Filter(kinds=(FileKind.PDF,))),
        ("type:pdf,docx type:pdf", Filter(kinds=(FileKind.PDF, FileKind.DOCX))),
        ("type:mail", Filter(kinds=(FileKind.EML, FileKind.MBOX, FileKind.MSG))),
        ("in:~/notes", Filter(folders=(HOME / "notes",))),
        ("in:~", Filter(folders=(HOME,))),
        ("in:~/notes/", Filter(folders=(HOME / "notes",))),
        ('in:"~/my notes"', Filter(folders=(HOME / "my notes",))),
        ("in:/srv/./x/../y in:.", Filter(folders=(Path("/srv/y"), HOME / "work"))),
        ("in:\udcff", Filter(folders=(HOME / "work" / os.fsdecode(b"\xff"),))),
        ('name:invoice name:"two words"', Filter(names=("invoice", "two words"))),
        ("lang:de,EN", Filter(languages=("de", "en"))),
        ("after:2024", Filter(after_ns=ns(2024, 1, 1))),
        ("after:2024-01 before:2024-06", Filter(after_ns=ns(2024, 1, 1), before_ns=ns(2024, 6, 1))),
        ("after:2024-1-9", Filter(after_ns=ns(2024, 1, 9))),
        ("after:2023 after:2024 before:2025 before:2024-06", Filter(after_ns=ns(2024, 1, 1), before_ns=ns(2024, 6, 1))),
        ("after:yesterday before:Today", Filter(after_ns=ns(2024, 7, 9), before_ns=ns(2024, 7, 10))),
    ],
)
def test_filters(typed, wanted):
    parsed = parse(f"some {typed} words")
    assert parsed.filter == wanted
    assert parsed.text == "some words"
    assert parsed.notes == ()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("today", (2024, 7, 10)), ("yesterday", (2024, 7, 9)),
        ("1d", (2024, 7, 10)), ("7d", (2024, 7, 4)), ("2W", (2024, 6, 27)), ("1m", (2024, 6, 11)),
        ("1y", (2023, 7, 11)),
        ("this-week", (2024, 7, 8)), ("last-week", (2024, 7, 1)),
        ("this-month", (2024, 7, 1)), ("last-month", (2024, 6, 1)),
        ("this-year", (2024, 1, 1)), ("Last-Year", (2023, 1, 1)),
    ],
)  # fmt: skip
def test_a_date_may_be_reckoned_from_today(value, day):
    assert parse(f"after:{value}").filter == Filter(after_ns=ns(*day))
    assert parse(f"before:{value}").filter == Filter(before_ns=ns(*day))


def test_a_month_ends_where_the_earlier_one_did():
    parsed = parse_query("after:1m", now=datetime(2024, 3, 31, 12, tzinfo=BERLIN), home=HOME)
    assert parsed.filter.after_ns == ns(2024, 3, 1)


@given(st.integers(0, 9998), st.sampled_from("dwmy"), st.integers(0, 60_000))
def test_a_longer_span_begins_no_later(number, unit, days):
    now = datetime(2010, 1, 1, tzinfo=BERLIN) + timedelta(days=days)
    found = [parse_query(f"after:{n}{unit}", now=now, home=HOME).filter.after_ns for n in (number, number + 1)]
    assert found[1] is None or (found[0] is not None and found[1] <= found[0])


def test_dates_follow_the_daylight_saving_of_their_own_day_not_of_today():
    assert parse("after:2024-01-01").filter.after_ns == 1_704_063_600_000_000_000  # 31 December, 23:00 UTC
    assert parse("after:2024-07-01").filter.after_ns == 1_719_784_800_000_000_000  # 30 June, 22:00 UTC


def test_the_systems_time_zone_is_used_where_none_is_given():
    parsed = parse_query("after:2024-03-05", now=datetime(2024, 7, 10), home=HOME)  # noqa: DTZ001
    assert parsed.filter.after_ns == int(datetime(2024, 3, 5).timestamp()) * 10**9  # noqa: DTZ001


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
def test_the_offset_of_today_is_not_taken_for_that_of_all_days(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        parsed = parse_query("after:2024-01-01 before:yesterday", now=NOW.replace(tzinfo=None).astimezone(), home=HOME)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (parsed.filter.after_ns, parsed.filter.before_ns) == (ns(2024, 1, 1), ns(2024, 7, 9))


def test_relative_folders_start_at_home_where_no_working_directory_is_given():
    assert parse_query("in:notes", now=NOW, home=HOME).filter.folders == (HOME / "notes",)


@pytest.mark.parametrize(
    "typed",
    [
        "after:soon", "before:2024-13", "after:2023-02-29", "after:0001", "before:9999", "after:٢٠٢٤",
        "type:pdf,foo", "type:,", "lang:german", "-type:pdf", "-in:~/x",
    ],
)  # fmt: skip
def test_a_filter_that_is_none_is_searched_as_words_and_said_so(typed):
    parsed = parse(f"x {typed}")
    assert not parsed.filter
    assert parsed.words == ("x", typed.removeprefix("-"))
    assert len(parsed.notes) == 1
    assert str(parsed.notes[0]).startswith(f"{typed} ")
    assert str(parsed.notes[0]).endswith(", so it was searched as words")


@given(st.text())
def test_no_letter_or_digit_is_lost(typed):
    parsed = parse(typed)
    if parsed.filter:
        return
    seen = " ".join((*parsed.words, *parsed.phrases, *parsed.excluded))
    assert "".join(filter(str.isalnum, sorted(typed))) == "".join(filter(str.isalnum, sorted(seen)))


SYNTAX = st.lists(
    st.sampled_from(
        ["type:", "in:", "name:", "after:", "before:", "lang:", '"', "-", " ", "pdf", "2024", "~/", ",", "de"]
    )
    | st.text(max_size=3)
    | st.text(alphabet=st.characters(categories=["Cs"]), max_size=2)
)


@given(SYNTAX.map("".join))
def test_whatever_is_typed_can_be_handed_on(typed):
    parsed = parse(typed)
    for text in (
        parsed.text,
        *parsed.words,
        *parsed.phrases,
        *parsed.excluded,
        *map(str, parsed.notes),
        *parsed.filter.names,
    ):
        text.encode()
    for folder in parsed.filter.folders:
        assert folder.is_absolute()
        os.fsencode(folder)
    assert '"' not in parsed.text


def filters_of(text: str) -> tuple[FilterToken, ...]:
    return find_filters(text, now=NOW, home=HOME, cwd=HOME / "work")


def test_filters_are_found_where_they_stand():
    text = 'boiler TYPE:pdf in:"~/my notes" “a type:pdf” after:soon -lang:de'
    tokens = filters_of(text)
    assert [(text[t.start : t.end], t.key, t.value) for t in tokens] == [
        ("TYPE:pdf", "type", "pdf"),
        ('in:"~/my notes"', "in", "~/my notes"),
        ("after:soon", "after", "soon"),
        ("-lang:de", "lang", "de"),
    ]
    assert [t.wrong for t in tokens] == [None, None, SearchMessage.NO_DATE, SearchMessage.NOT_EXCLUDED]


@given(SYNTAX.map("".join))
def test_what_is_wrong_with_a_filter_is_what_the_notes_say(typed):
    wrong = [t for t in filters_of(typed) if t.wrong]
    notes = [note for note in parse(typed).notes if note.message is SearchMessage.SEARCHED_AS_WORDS]
    assert [t.wrong() for t in wrong] == [note.fact("why") for note in notes]


@given(SYNTAX.map("".join))
def test_a_query_without_its_filters_filters_nothing(typed):
    left = typed
    for token in reversed(filters_of(typed)):
        left = f"{left[: token.start]} {left[token.end :]}"
    assert not parse(left).filter
    assert bool(parse(typed).filter) == any(not token.wrong for token in filters_of(typed))


WORD = st.from_regex(re.compile(r"[a-zäß0-9]{1,8}"), fullmatch=True)


@given(st.lists(WORD), st.lists(WORD), st.lists(WORD), st.randoms())
def test_parts_in_any_order_come_out_as_what_they_are(words, phrases, excluded, random):
    parts = [*words, *(f'"{p}"' for p in phrases), *(f"-{e}" for e in excluded), "type:pdf", "name:n"]
    random.shuffle(parts)
    parsed = parse(" ".join(parts))
    assert sorted(parsed.words) == sorted(words)
    assert sorted(parsed.phrases) == sorted(phrases)
    assert sorted(parsed.excluded) == sorted(excluded)
    assert sorted(parsed.text.split()) == sorted([*words, *phrases])
    assert parsed.filter == Filter(kinds=(FileKind.PDF,), names=("n",))


@pytest.mark.parametrize(
    ("typed", "noted"),
    [
        ("orchard NOT banana", [SearchMessage.OPERATOR_AS_WORD(operator="NOT").advising(Remedy.EXCLUDE_BY_MINUS())]),
        ("orchard OR banana OR pear", [SearchMessage.OPERATOR_AS_WORD(operator="OR")]),
        ("(orchard AND (banana OR pear))", [SearchMessage.OPERATOR_AS_WORD(operator=each) for each in ("AND", "OR")]),
        ("orchard && banana", [SearchMessage.OPERATOR_AS_WORD(operator="&&")]),
        ("orchard NEAR/3 banana", [SearchMessage.OPERATOR_AS_WORD(operator="NEAR/3")]),
        ("orch* banana", [SearchMessage.NO_WILDCARDS(word="orch*")]),
        ("*chard w?man", [SearchMessage.NO_WILDCARDS(word="*chard"), SearchMessage.NO_WILDCARDS(word="w?man")]),
        ('"orch* banana" -pe*r', [SearchMessage.NO_WILDCARDS(word="orch*"), SearchMessage.NO_WILDCARDS(word="pe*r")]),
        ("orchard | banana", [SearchMessage.OPERATOR_AS_WORD(operator="|")]),
        ("where is the orchard?", []),
        ("What? Where?", []),
        ("not this or that and more", []),
        ("DO NOT ENTER", []),
        ('"orchard NOT banana"', []),
        ("2*3 5 * 4", []),
        ("https://a.example/page?id=4", []),
        ("NOTHING ORder ANDrea", []),
    ],
)
def test_operators_of_other_programs_are_noted(typed, noted):
    assert list(parse(typed).notes) == noted


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024", (2024, 1, 1), (2025, 1, 1)),
        ("2023-12", (2023, 12, 1), (2024, 1, 1)),
        ("2024-02-29", (2024, 2, 29), (2024, 3, 1)),
        ("1815", (1815, 1, 1), (1816, 1, 1)),
        ("today", (2024, 7, 10), (2024, 7, 11)),
        ("yesterday", (2024, 7, 9), (2024, 7, 10)),
        ("this-week", (2024, 7, 8), (2024, 7, 15)),
        ("last-week", (2024, 7, 1), (2024, 7, 8)),
        ("this-month", (2024, 7, 1), (2024, 8, 1)),
        ("LAST-YEAR", (2023, 1, 1), (2024, 1, 1)),
        ("7d", (2024, 7, 4), (2024, 7, 11)),
        ("2023..2024-02", (2023, 1, 1), (2024, 3, 1)),
        ("2023-05..yesterday", (2023, 5, 1), (2024, 7, 10)),
        ("2023..", (2023, 1, 1), None),
        ("..2023", None, (2024, 1, 1)),
    ],
)
def test_a_document_s_own_date_is_within_a_span(value, start, end):
    expected = (ns(*start) if start else None, ns(*end) if end else None)
    assert parse(f"date:{value}").filter == Filter(dates=(expected,))


@pytest.mark.parametrize(
    "value", ["soon", "2024-13", "2024-02-30", "..", "2023...", "2023..soon", "99999", "0d..x", "1600"]
)
def test_a_date_that_is_none_is_searched_as_words(value):
    parsed = parse(f"date:{value}")
    assert not parsed.filter
    assert parsed.words == (f"date:{value}",)
    assert [note.message for note in parsed.notes] == [SearchMessage.SEARCHED_AS_WORDS]


def test_people_and_subjects_are_filters():
    parsed = parse('rent from:ann FROM:bob to:"Ann Lee" subject:"of may" author:carl date:2023 date:2024')
    assert parsed.words == ("rent",)
    assert parsed.filter == Filter(
        dates=((ns(2023, 1, 1), ns(2024, 1, 1)), (ns(2024, 1, 1), ns(2025, 1, 1))),
        senders=("ann", "bob"),
        recipients=("Ann Lee",),
        subjects=("of may",),
        authors=("carl",),
    )


def test_a_sentence_that_holds_such_a_word_is_no_filter():
    assert parse("letter from: Ann to the landlord").words == ("letter", "from:", "Ann", "to", "the", "landlord")
