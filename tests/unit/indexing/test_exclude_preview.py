"""What rules would leave out, told before they are kept."""

from __future__ import annotations

import os

import pytest

from findling.errors import UsageError
from findling.indexing.exclude_preview import try_rules
from workspace import Workspace


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    for name in ("a.txt", "b.log", "drafts/one.txt", "drafts/deep/two.txt", ".git/config", "sub/c.log"):
        workspace.write(name, "words")
    return workspace


def test_files_in_a_folder_that_is_left_out_whole_are_counted(full):
    trial = try_rules(full.folder, ["drafts/"])
    assert (trial.kept, trial.left_out, trial.complete) == (3, 3, True)


def test_what_the_person_s_own_rules_leave_out_is_shown_first(full):
    trial = try_rules(full.folder, ["*.log", "drafts/"])
    own = {f"drafts{os.sep}", "b.log", f"sub{os.sep}c.log"}
    assert set(trial.examples[:3]) == own
    assert trial.examples[3:] == (f".git{os.sep}",)


def test_a_rule_may_take_a_built_in_one_back(full):
    assert try_rules(full.folder, ["!.git"]).kept == 6


@pytest.mark.parametrize("pattern", ["!", "\\", "[z-a]"])
def test_a_pattern_that_is_none_is_named(full, pattern):
    trial = try_rules(full.folder, ["*.log", pattern])
    assert str(trial.problem) == f"“{pattern}” is not a pattern."
    assert (trial.kept, trial.left_out, trial.complete) == (0, 0, False)


@pytest.mark.parametrize("pattern", ["/", "a["])
def test_a_pattern_that_can_match_nothing_is_named(full, pattern):
    assert str(try_rules(full.folder, [pattern]).problem) == f"“{pattern}” matches nothing."


@pytest.mark.parametrize("pattern", ["", "  ", "# a comment"])
def test_empty_lines_and_comments_are_no_mistakes(full, pattern):
    assert try_rules(full.folder, [pattern]).problem is None


def test_findling_s_own_folders_are_always_left_out(full):
    trial = try_rules(full.folder, [], [full.folder / "sub"])
    assert f"sub{os.sep}" in trial.examples


def test_a_trial_ends_when_it_is_told_to_or_its_time_is_up(full):
    assert not try_rules(full.folder, [], should_stop=lambda: True).complete
    assert not try_rules(full.folder, [], seconds=0.0).complete


def test_a_folder_that_is_not_there_is_said_to_be_so(workspace):
    with pytest.raises(UsageError, match="There is no folder"):
        try_rules(workspace.folder / "nowhere", [])
