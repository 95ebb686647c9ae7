"""The pages that the program writes of itself are in the repository as it writes them today."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.files import Reason
from findling.domain.reasons import explain
from write_reference import write_pages

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = write_pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_program_says(name):
    written = (DOCS / name).read_text("utf-8")
    assert written == PAGES[name], "write it again: python packaging/write_reference.py"


def test_each_command_has_a_chapter():
    assert {"## findling search", "### findling models install"} <= set(PAGES["commands.md"].splitlines())


def test_a_message_comes_with_what_can_be_done_about_it():
    lines = PAGES["messages.md"].splitlines()
    assert "| The library has no folders yet. | Name one: findling index FOLDER |" in lines
    for reason in Reason:
        advice = explain(reason)
        if advice.remedy is not None:
            assert f"| {advice.message.template} | {advice.remedy.template} |" in lines
