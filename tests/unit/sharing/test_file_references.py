"""Files are named by path or address, and either leads back to the very file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.sharing.file_references import make_address, name_file, parse_reference

NAMES = st.binary(min_size=1, max_size=20).filter(
    lambda name: not {0, ord("/")} & set(name) and name not in (b".", b"..")
)


@pytest.mark.skipif(sys.platform == "win32", reason="there a name is text")
@given(st.lists(NAMES, min_size=1, max_size=4))
def test_each_file_is_led_back_to_by_its_name_and_its_address(parts):
    path = Path(os.fsdecode(b"/" + b"/".join(parts)))
    name_file(path).encode()
    make_address(path).encode("ascii")
    assert parse_reference(name_file(path)) == path
    assert parse_reference(make_address(path)) == path


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("/a/b.txt", "/a/b.txt"),
        ("/a/../b.txt", "/b.txt"),
        ("/a/./x/../../b.txt", "/b.txt"),
        ("findling:///a/b%20c.txt", "/a/b c.txt"),
        ("file:///a/b.txt", "/a/b.txt"),
        ("findling:///a/%2e%2e/b.txt", "/b.txt"),
        ("FINDLING:///a.txt#page=2", "/a.txt"),
        ("https://example.org/a", "https:/example.org/a"),
        ("a.txt", "a.txt"),
    ],
)
def test_a_reference_is_read_without_asking_the_disk(reference, path):
    assert parse_reference(reference) == Path(path)
