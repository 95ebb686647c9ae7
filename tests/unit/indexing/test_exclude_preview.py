"""Previews of exclusion rules before they are applied."""

from __future__ import annotations

import os

import pytest

from findling.errors import UsageError
from findling.indexing.exclude_preview import preview_exclusion
from workspace import Workspace


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    for name in ("a.txt", "b.log", "drafts/one.txt", "drafts/deep/two.txt", ".git/config", "sub/c.log"):
        workspace.write(name, "words")
    return workspace


def test_files_in_a_folder_that_is_left_out_whole_are_counted(full):
    preview = preview_exclusion(full.folder, ["drafts/"])
    assert (preview.kept, preview.left_out, preview.complete) == (3, 3, True)


def test_what_the_user_s_own_rules_leave_out_is_shown_first(full):
    preview = preview_exclusion(full.folder, ["*.log", "drafts/"])
    own = {f"drafts{os.sep}", "b.log", f"sub{os.sep}c.log"}
    assert set(preview.examples[:3]) == own
    assert preview.examples[3:] == (f".git{os.sep}",)


def test_a_rule_may_take_a_built_in_one_back(full):
    assert preview_exclusion(full.folder, ["!.git"]).kept == 6


@pytest.mark.parametrize("pattern", ["!", "\\", "[z-a]"])
def test_a_pattern_that_is_none_is_named(full, pattern):
    preview = preview_exclusion(full.folder, ["*.log", pattern])
    assert str(preview.problem) == f"“{pattern}” is not a pattern."
    assert (preview.kept, preview.left_out, preview.complete) == (0, 0, False)


@pytest.mark.parametrize("pattern", ["/", "a["])
def test_a_pattern_that_can_match_nothing_is_named(full, pattern):
    assert str(preview_exclusion(full.folder, [pattern]).problem) == f"“{pattern}” matches nothing."


@pytest.mark.parametrize("pattern", ["", "  ", "# a comment"])
def test_empty_lines_and_comments_are_no_mistakes(full, pattern):
    assert preview_exclusion(full.folder, [pattern]).problem is None


def test_findling_s_own_folders_are_always_left_out(full):
    preview = preview_exclusion(full.folder, [], [full.folder / "sub"])
    assert f"sub{os.sep}" in preview.examples


def test_a_preview_ends_when_stopped_or_its_time_is_up(full):
    assert not preview_exclusion(full.folder, [], should_stop=lambda: True).complete
    assert not preview_exclusion(full.folder, [], seconds=0.0).complete


def test_a_folder_that_is_not_there_is_refused(workspace):
    with pytest.raises(UsageError, match="There is no folder"):
        preview_exclusion(workspace.folder / "nowhere", [])
