"""Names of files inside files lead nowhere, are legible, and are given once."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from findling.extraction.embedded.embedded_names import DEEPEST, LONGEST_NAME, SafeNames

PARTS = ("a", "b.txt", "..", ".", "/", "\\", "C:", "\0", "\n", "\u202e", "x" * 300, "\udc80")
RAW = st.lists(st.sampled_from(PARTS))


@given(st.lists(RAW.map("".join) | st.text(), max_size=8))
@example(["a", "a/b", "a/b/c", "a"])
@example(["a/b", "a", "a (2)", "a (2)/b"])
def test_names_lead_nowhere_and_none_is_another_or_its_folder(raw):
    names = SafeNames()
    given_names = [names.add(each) for each in raw]
    assert len(set(given_names)) == len(given_names)
    folders = {str(above) for name in given_names for above in PurePosixPath(name).parents}
    assert not folders.intersection(given_names)
    for name in given_names:
        parts = name.split("/")
        assert len(parts) <= DEEPEST
        assert not {"", ".", ".."}.intersection(parts)
        assert not PureWindowsPath(name).drive
        assert "\\" not in name
        assert {unicodedata.category(sign) for sign in name}.isdisjoint({"Cc", "Cf", "Cs"})
        assert all(len(part.encode()) < 256 for part in parts)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("Contract.pdf", "Contract.pdf"),
        ("2023/05/Contract.pdf", "2023/05/Contract.pdf"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\ann\\letter.doc", "Users/ann/letter.doc"),
        ("..\\evil.exe", "evil.exe"),
        ("in\u202efdp.exe", "in fdp.exe"),
        ("line\nend.txt", "line end.txt"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("x" * 300 + ".pdf", "x" * (LONGEST_NAME - 4) + ".pdf"),
        ("Übergabe – Protokoll.pdf", "Übergabe – Protokoll.pdf"),
    ],
)
def test_a_name_keeps_what_is_legible_of_it(raw, safe):
    assert SafeNames().add(raw) == safe


def test_files_of_one_name_are_numbered_before_their_suffix():
    names = SafeNames()
    assert [names.add("a/scan.pdf") for _ in range(3)] == ["a/scan.pdf", "a/scan (2).pdf", "a/scan (3).pdf"]
