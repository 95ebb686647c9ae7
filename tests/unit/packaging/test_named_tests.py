"""Tests that the pages name as proof are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
PAGES = ("reliability.md", "privacy.md")
TESTS = REPOSITORY / "tests"
_NAMED = re.compile(r"`(?:tests/)?((?:unit|ui|end2end|faults|benchmarks)/[\w/]+|test_\w+)(?:\.py)?`")


def find_file(name: str) -> bool:
    """Return whether a test file or folder of that name is there; one without a folder lies in `faults` or anywhere."""
    place = TESTS / name
    return place.is_dir() or place.with_suffix(".py").is_file() or ("/" not in name and any(TESTS.rglob(f"{name}.py")))


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_names_is_there(page):
    named = set(_NAMED.findall((REPOSITORY / "docs" / page).read_text("utf-8")))
    assert named
    assert sorted(name for name in named if not find_file(name)) == []


def test_every_file_of_faults_is_named():
    text = "".join((REPOSITORY / "docs" / page).read_text("utf-8") for page in PAGES)
    assert [each.stem for each in (TESTS / "faults").glob("test_*.py") if each.stem not in text] == []
