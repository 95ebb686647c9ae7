"""Freed memory goes back to the system where that can be asked for, and nothing happens elsewhere."""

from __future__ import annotations

import sys

import pytest

from findling.allocator import trim_heap


@pytest.mark.parametrize("platform", [sys.platform, "win32", "darwin"])
def test_it_is_asked_for_on_every_system(platform, monkeypatch):
    monkeypatch.setattr(sys, "platform", platform)
    kept = [bytes(100_000) for _ in range(100)]
    del kept[::2]
    trim_heap()
    assert all(each == bytes(100_000) for each in kept)
