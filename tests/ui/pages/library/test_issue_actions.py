"""Actions of the window on a reason for which files are not searchable."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.exclusion import Exclusion
from findling.messages.remedy_templates import Remedy
from findling.ui.pages.library.issue_actions import IssueAction, find_action, let_in_rule

FOLDER = Path("/papers")


@pytest.mark.parametrize(
    "name", ["keys.kdbx", "old/pass [1].kdbx", "!mine#.pem", "*x?.kdbx", "back\\slash.kdbx", "ends with space ", "#1"]
)
def test_the_rule_that_lets_a_file_in_lets_in_no_other(name):
    rules = Exclusion(FOLDER, (let_in_rule(FOLDER / name, FOLDER),))
    assert rules.lets_in(str(FOLDER / name))
    assert not rules.lets_in(str(FOLDER / "old" / "pass 1.kdbx"))


@pytest.mark.parametrize("reason", [reason for reason in Reason if explain(reason).remedy is Remedy.RETRY])
def test_what_is_to_be_tried_again_is_by_a_button(reason):
    assert find_action(reason, recognises=True) is IssueAction.RETRY


@pytest.mark.parametrize(("is_on", "action"), [(True, None), (False, IssueAction.RECOGNISE)])
def test_text_recognition_is_turned_on_where_it_is_off(is_on, action):
    assert find_action(Reason.NO_TEXT, recognises=is_on) is action
