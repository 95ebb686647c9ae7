"""Dates are read as each format writes them, and what cannot be a date of a document is none."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.origins.own_dates import (
    believe,
    read_mail_date,
    read_pdf_date,
    read_picture_date,
    read_w3c_date,
)

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def berlin(monkeypatch):
    """Let this computer be in Berlin, an hour or two before UTC."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def shown(dated_ns: int | None) -> str:
    return datetime.fromtimestamp(dated_ns / 1e9, UTC).strftime("%Y-%m-%d %H:%M:%S") if dated_ns is not None else ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mon, 15 Jan 2024 10:00:00 +0100", "2024-01-15 09:00:00"),
        ("15 Jan 24 10:00 EST", "2024-01-15 15:00:00"),
        ("Tue, 15 Nov 2022 08:12:31 +0000 (UTC)", "2022-11-15 08:12:31"),
        ("Mon, 15 Jan 2024 10:00:00 -0000", "2024-01-15 10:00:00"),
        ("Mon, 15 Jan 2024 10:00:00", "2024-01-15 09:00:00"),
        ("Mon, 15 Jul 2024 10:00:00", "2024-07-15 08:00:00"),
        ("Mon, 15 Jan 2024 10:00:60 GMT", "2024-01-15 10:00:59"),
        ("Mon Jan 15 11:12:13 2024", "2024-01-15 10:12:13"),
        ("Wed, 31 Feb 2024 10:00:00 +0100", ""),
        ("Thu, 01 Jan 1970 00:00:00 +0000", ""),
        ("Mon, 15 Jan 2091 10:00:00 +0000", ""),
        ("Fri, 31 Dec 9999 23:59:59 -1200", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_of_a_mail_is_read(written, meant):
    assert shown(read_mail_date(written, NOW)) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-03-05T10:00:00Z", "2024-03-05 10:00:00"),
        ("2024-03-05T10:00:00.1234567+02:00", "2024-03-05 08:00:00"),
        ("2024-03-05T10:00:00", "2024-03-05 09:00:00"),
        ("2024-03-05T10:00", "2024-03-05 09:00:00"),
        ("2024-03-05", "2024-03-04 23:00:00"),
        ("2024-03", "2024-02-29 23:00:00"),
        ("1815", "1814-12-31 23:06:32"),  # by the sun of Berlin
        ("1980", "1979-12-31 23:00:00"),
        ("1980-01-01T00:00:00Z", ""),
        ("1601-01-01T00:00:00Z", ""),
        ("2001-01-01T00:00:00Z", ""),
        ("2001-01-01", "2000-12-31 23:00:00"),
        ("2024-13-05", ""),
        ("2024-02-30T10:00:00Z", ""),
        ("0000-00-00T00:00:00Z", ""),
        ("March 2024", ""),
    ],
)
def test_a_date_of_an_office_document_is_read(written, meant):
    assert shown(read_w3c_date(written, NOW)) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("D:20240305100000+01'00'", "2024-03-05 09:00:00"),
        ("D:20240305100000-05'30", "2024-03-05 15:30:00"),
        ("D:20240305100000Z00'00'", "2024-03-05 10:00:00"),
        ("D:20240305100000Z", "2024-03-05 10:00:00"),
        ("20240305100000", "2024-03-05 09:00:00"),
        ("D:2024", "2023-12-31 23:00:00"),
        ("D:20240230100000", ""),
        ("D:19800101000000Z", ""),
        ("D:20000101000000+00'00'", ""),
        ("D:20000101000001+00'00'", "2000-01-01 00:00:01"),
        ("Tue Mar 5 10:00:00 2024", ""),
    ],
)
def test_a_date_of_a_pdf_is_read(written, meant):
    assert shown(read_pdf_date(written, NOW)) == meant


@pytest.mark.parametrize(
    ("written", "offset", "meant"),
    [
        ("2019:07:14 16:05:09", "+09:00", "2019-07-14 07:05:09"),
        ("2019:07:14 16:05:09\0", "", "2019-07-14 14:05:09"),
        ("2019:07:14 16:05:09", "   :  ", "2019-07-14 14:05:09"),
        ("0000:00:00 00:00:00", "", ""),
        ("    :  :     :  :  ", "", ""),
        ("2019:02:30 10:00:00", "", ""),
        ("1904:01:01 00:00:00", "", ""),
        ("2000:01:01 00:00:00", "+09:00", ""),
    ],
)
def test_a_date_of_a_picture_is_read(written, offset, meant):
    assert shown(read_picture_date(written, offset, NOW)) == meant


def test_a_day_ahead_is_believed_and_no_more():
    assert believe(NOW + timedelta(hours=20), NOW) is not None
    assert believe(NOW + timedelta(hours=30), NOW) is None


@given(st.text() | st.from_regex(r"(D:)?\d{4,20}[Z+-]?\d{0,6}", fullmatch=True))
def test_no_text_is_too_odd_to_be_asked_for_a_date(text):
    for read in (read_mail_date, read_w3c_date, read_pdf_date, read_picture_date):
        found = read(text)
        assert found is None or abs(found) < 2**63


@given(st.datetimes(datetime(1971, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - as it asks
def test_a_moment_is_the_same_in_whatever_form_it_is_written(moment):
    moment = moment.replace(microsecond=0)
    expected = int(moment.timestamp()) * 1_000_000_000
    if moment.strftime("%m-%d %H:%M:%S") != "01-01 00:00:00":
        assert read_mail_date(moment.strftime("%d %b %Y %H:%M:%S +0000"), NOW) == expected
        assert read_w3c_date(moment.isoformat(), NOW) == expected
        assert read_pdf_date(moment.strftime("D:%Y%m%d%H%M%S+00'00'"), NOW) == expected
        assert read_picture_date(moment.strftime("%Y:%m:%d %H:%M:%S"), "+00:00", NOW) == expected
