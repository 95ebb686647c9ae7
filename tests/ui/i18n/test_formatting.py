"""Numbers, times and paths in the user's locale."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate

MINUTE, HOUR, DAY = 60, 3_600, 86_400


@pytest.fixture(autouse=True)
def in_english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "less than a minute"),
        (44, "less than a minute"),
        (50, "about a minute"),
        (89, "about a minute"),
        (6 * MINUTE + 10, "about 6 minute(s)"),
        (17 * MINUTE, "about 15 minute(s)"),
        (54 * MINUTE, "about 55 minute(s)"),
        (HOUR, "about an hour"),
        (2 * HOUR + 10 * MINUTE, "about 2 hour(s)"),
        (2.5 * HOUR, "about 3 hour(s)"),
        (30 * HOUR, "about 30 hour(s)"),
        (3 * DAY, "about 3 day(s)"),
    ],
)
def test_an_estimate_is_no_more_exact_than_it_can_be(seconds, words):
    assert formatting.about(seconds) == words


def test_estimates_never_fall_while_the_time_grows():
    said = [formatting.about(seconds) for seconds in range(0, 4 * DAY, 7)]
    assert len(set(said)) == sum(1 for before, after in pairwise(said) if before != after) + 1


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 bytes"), (999, "999 bytes"), (1_300_000, "1.3 MB"), (23_510_689, "23.5 MB")]
)
def test_sizes_have_one_decimal(number, words):
    assert formatting.size(number) == words


def test_counts_are_grouped_as_the_language_does():
    assert formatting.count(12_340) == "12,340"
    QLocale.setDefault(QLocale(QLocale.Language.German))
    assert formatting.count(12_340) == "12.340"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (QDate(2026, 11, 23), "today"),
        (QDate(2026, 11, 22), "yesterday"),
        (QDate(2026, 11, 24), "24 Nov 2026"),
        (QDate(2021, 3, 14), "14 Mar 2021"),
        (QDate(1969, 7, 20), "20 Jul 1969"),
    ],
)
def test_days_are_named_or_dated(date, words):
    moment = QDateTime(date, QTime(0, 0, 1)).toMSecsSinceEpoch() * 1_000_000
    assert formatting.day(moment, QDate(2026, 11, 23)) == words


def test_the_time_of_day_is_short():
    assert formatting.clock(QDateTime(QDate(2026, 11, 23), QTime(15, 20)).toSecsSinceEpoch()) == "15:20"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/home/ada", "~"),
        ("/home/ada/Papers/Old", "~/Papers/Old"),
        ("/home/adam/Papers", "/home/adam/Papers"),
        ("/mnt/disk", "/mnt/disk"),
        ("/mnt/two\nlines", "/mnt/two\N{REPLACEMENT CHARACTER}lines"),
    ],
)
def test_folders_are_seen_from_home(monkeypatch, path, words):
    monkeypatch.setenv("HOME", "/home/ada")
    assert formatting.folder(Path(path)) == words


def test_long_names_lose_their_middle():
    assert formatting.short("a" * 40 + "b" * 40, 21) == "a" * 10 + "…" + "b" * 10
    assert formatting.short("short") == "short"


def test_what_keeps_the_direction_of_a_name_to_itself_stays_where_it_is_closed():
    assert formatting.one_line(f"The folder {isolate('/a')} is gone") == f"The folder {isolate('/a')} is gone"
    assert formatting.one_line(f"{isolate('a')} and {isolate('b')}\n") == f"{isolate('a')} and {isolate('b')}\ufffd"
    assert formatting.one_line("a\u2068b") == "a\ufffdb"
    assert formatting.one_line("a\u2069b\u2068") == "a\ufffdb\ufffd"
