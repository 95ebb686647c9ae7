"""`findling duplicates` lists a template's first files, and all of them where it is asked to."""

from __future__ import annotations

import json

import pytest

from findling.cli.main import run
from workspace import Workspace

FORM = """Statement No. {number} of the account {account}. Objections to this statement are to be raised within six
weeks in writing, and all entries are to be checked without delay. Interest on overdrafts is charged quarterly by the
rates on display, and cheques are credited under the usual reserve."""
STATEMENTS = 120


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> str:
    workspace = Workspace.at(tmp_path_factory.mktemp("statements"))
    for number in range(STATEMENTS):
        workspace.write(f"{number}.txt", FORM.format(number=1000 + number, account=700_000 + 7919 * number))
    workspace.index()
    return str(workspace.paths.database.parent)


def ask(library: str, *options: str) -> int:
    return run(["--library", library, *options], lambda *_, **__: 0)


def test_a_template_of_very_many_files_is_cut_short_and_says_by_how_many(library, capfd):
    assert ask(library, "duplicates", "--kind", "template") == 0
    lines = capfd.readouterr().out.splitlines()
    assert sum("statements" in line for line in lines) == 100
    assert lines[-2].strip() == f"and {STATEMENTS - 100} more files (--all-files lists them)"
    assert ask(library, "--json", "duplicates", "--kind", "template") == 0
    (group,) = json.loads(capfd.readouterr().out)["groups"]
    assert (len(group["files"]), group["more_files"]) == (100, STATEMENTS - 100)


def test_all_files_of_a_template_are_listed_where_that_is_wanted(library, capfd):
    assert ask(library, "--json", "duplicates", "--kind", "template", "--all-files") == 0
    (group,) = json.loads(capfd.readouterr().out)["groups"]
    assert len(group["files"]) == STATEMENTS
    assert "more_files" not in group
