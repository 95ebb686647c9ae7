"""Recent values are kept, up to a limit."""

from __future__ import annotations

from findling.processes.reader.preview_handler import LruByteCache


def test_what_was_not_wanted_for_longest_goes_first():
    recent = LruByteCache[str](10)
    for key in "abc":
        recent.put(key, key.upper(), 3)
    assert recent.get("a") == "A"
    recent.put("d", "D", 3)
    assert [recent.get(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_a_thing_put_twice_counts_once():
    recent = LruByteCache[str](10)
    for _ in range(5):
        recent.put("a", "A", 6)
    recent.put("b", "B", 4)
    assert (recent.get("a"), recent.get("b")) == ("A", "B")


def test_a_thing_larger_than_the_limit_is_not_kept():
    recent = LruByteCache[str](10)
    recent.put("a", "A", 11)
    assert recent.get("a") is None
    recent.put("b", "B", 10)
    assert recent.get("b") == "B"
