from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import islice

import pytest

from findling.embedding.remote.backoff import Backoff, read_retry_after


def test_waits_double_within_their_limit_and_are_never_the_same():
    waits = list(islice(Backoff(first=1, longest=4, total=100).waits(), 6))
    for wait, ceiling in zip(waits, [1, 2, 4, 4, 4, 4], strict=True):
        assert ceiling / 2 <= wait <= ceiling
    assert len(set(waits)) == 6


def test_patience_ends():
    assert list(Backoff(total=0).waits()) == []


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("0", 0.0), ("", 0.0), ("soon", 0.0), ("-3", 0.0), ("²", 0.0)]
)
def test_a_server_asks_for_seconds(value, seconds):
    assert read_retry_after(value) == seconds


def test_a_server_asks_for_a_moment():
    moment = datetime.now(UTC) + timedelta(seconds=60)
    assert read_retry_after(format_datetime(moment, usegmt=True)) == pytest.approx(60, abs=2)
    assert read_retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
