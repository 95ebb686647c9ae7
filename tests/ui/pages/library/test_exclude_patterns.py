"""Rules as a user edits them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.indexing.exclusion import Exclusion
from findling.ui.pages.library.exclude_rules import Rules, suggestions


def test_patterns_are_taken_apart_and_put_together_again():
    rules = Rules.of(("*.zip", "!keep.zip", " Backup/ "))
    assert rules == Rules(("*.zip", "Backup/"), ("keep.zip",))
    assert rules.patterns == ("*.zip", "Backup/", "!keep.zip")


def test_what_is_typed_is_read_line_by_line_and_once():
    rules = Rules.typed(" *.zip \n\n*.zip\nBackup/", "!keep.zip\nother.zip")
    assert rules == Rules(("*.zip", "Backup/"), ("keep.zip", "other.zip"))


@given(st.lists(st.from_regex(r"!?[a-z*/.]{1,8}", fullmatch=True)))
def test_taking_apart_what_was_put_together_changes_nothing(patterns):
    rules = Rules.of(patterns)
    assert Rules.of(rules.patterns) == rules


@pytest.mark.parametrize(
    ("name", "directory"),
    [("film.mp4", False), ("a/song.flac", False), ("x.tar.gz", False), ("deep/Backup", True), ("setup.exe", False)],
)
def test_ready_made_rules_leave_out_what_they_name(tmp_path, name, directory):
    patterns = [pattern for each in suggestions() for pattern in each.patterns]
    assert Exclusion(tmp_path, patterns).covers(str(tmp_path / name), directory=directory)


def test_ready_made_rules_keep_documents(tmp_path):
    patterns = [pattern for each in suggestions() for pattern in each.patterns]
    exclusion = Exclusion(tmp_path, patterns)
    for name in ("letter.pdf", "notes.md", "backup plan.docx", "golden.txt"):
        assert not exclusion.covers(str(tmp_path / name), directory=False)
