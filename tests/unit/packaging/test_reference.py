"""The pages that the program writes of itself are in the repository as it writes them today."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.files import Reason
from findling.domain.reasons import explain
from write_reference import write_pages

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return write_pages()


def test_each_page_says_what_the_program_says(pages):
    written = {name: (DOCS / name).read_text("utf-8") for name in pages}
    assert written == pages, "write it again: python packaging/write_reference.py"


def test_each_command_has_a_chapter(pages):
    assert {"## findling search", "### findling models install"} <= set(pages["commands.md"].splitlines())


def test_help_is_asked_for_as_the_program_takes_it(pages):
    offered = [line for line in pages["commands.md"].splitlines() if line.endswith("| Show this message and exit. |")]
    assert set(offered) == {"| `-h, --help` | Show this message and exit. |"}


def test_a_message_comes_with_what_can_be_done_about_it(pages):
    lines = pages["messages.md"].splitlines()
    assert "| The library has no folders yet. | Name one: findling index FOLDER |" in lines
    for reason in Reason:
        advice = explain(reason)
        if advice.remedy is not None:
            assert f"| {advice.message.template} | {advice.remedy.template} |" in lines
